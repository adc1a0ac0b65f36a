/// One metric with its series.
struct MetricFamily {
    /// What a value means to Prometheus.
    enum Kind: String {
        case counter, gauge, histogram
    }

    /// A value with its labels.
    struct Sample {
        let labels: KeyValuePairs<String, String>
        let value: Value
    }

    enum Value {
        case number(Double)
        case histogram(Histogram)
    }

    let name: String
    let kind: Kind
    let help: String
    let samples: [Sample]
}

/// Prometheus's text format 0.0.4. swift-prometheus would do this too, but registers every label's value for ever and
/// cannot take gauges at the moment of a scrape.
enum PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// All families that have a series.
    static func text(of families: [MetricFamily]) -> String {
        var output = ""
        for family in families where !family.samples.isEmpty { write(family, to: &output) }
        return output
    }

    private static func write(_ family: MetricFamily, to output: inout String) {
        output += "# HELP \(family.name) \(escaped(family.help, quotes: false))\n"
        output += "# TYPE \(family.name) \(family.kind.rawValue)\n"
        for sample in family.samples {
            let labels = sample.labels.map { "\($0)=\"\(escaped($1))\"" }
            switch sample.value {
            case .number(let value): write(family.name, labels, value, to: &output)
            case .histogram(let histogram): write(family.name, labels, histogram, to: &output)
            }
        }
    }

    private static func write(_ name: String, _ labels: [String], _ histogram: Histogram, to output: inout String) {
        var total = 0
        for (bound, count) in zip(histogram.bounds + [.infinity], histogram.counts) {
            total += count
            write(name + "_bucket", labels + ["le=\"\(number(bound))\""], Double(total), to: &output)
        }
        write(name + "_sum", labels, histogram.sum, to: &output)
        write(name + "_count", labels, Double(total), to: &output)
    }

    private static func write(_ name: String, _ labels: [String], _ value: Double, to output: inout String) {
        output += name + (labels.isEmpty ? "" : "{" + labels.joined(separator: ",") + "}") + " \(number(value))\n"
    }

    private static func number(_ value: Double) -> String {
        value.isNaN ? "NaN" : value.isFinite ? value.plain : value < 0 ? "-Inf" : "+Inf"
    }

    private static func escaped(_ text: String, quotes: Bool = true) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\"" where quotes: output += "\\\""
            case let other where other.properties.generalCategory == .control: output += "?"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
