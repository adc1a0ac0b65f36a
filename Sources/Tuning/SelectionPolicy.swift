/// What a sweep is after (`--prefer`), and what no choice may break (`--max-rss`, `--max-p95`, `--min-accuracy`).
public struct SelectionPolicy: Codable, Sendable, Equatable {
    /// What decides among settings that read about as well.
    public enum Goal: String, Codable, Sendable, CaseIterable {
        /// Accuracy; CPU only among equals.
        case accuracy
        /// CPU, for up to `SelectionPolicy.margin` of accuracy.
        case speed
        /// Peak memory of a reader, for up to `SelectionPolicy.margin` of accuracy.
        case memory
    }

    /// What decides.
    public var prefer: Goal
    /// Largest peak of a reader's resident memory, in bytes; nil for no limit.
    public var maximumResidentBytes: Int?
    /// Largest 95th percentile of the time per page, in seconds; nil for no limit.
    public var maximumP95Seconds: Double?
    /// Least field accuracy, 0 to 1; nil for no limit.
    public var minimumAccuracy: Double?

    /// Creates a policy; by default accuracy decides and nothing is limited.
    public init(
        prefer: Goal = .accuracy, maximumResidentBytes: Int? = nil, maximumP95Seconds: Double? = nil,
        minimumAccuracy: Double? = nil
    ) {
        self.prefer = prefer
        self.maximumResidentBytes = maximumResidentBytes
        self.maximumP95Seconds = maximumP95Seconds
        self.minimumAccuracy = minimumAccuracy
    }

    /// Accuracy this close to the best is as good: a quarter of a point, or two points where something else decides.
    public var margin: Double { prefer == .accuracy ? 0.0025 : 0.02 }

    /// Whether the peak of every reading has to be its own; otherwise settings share readers and with them the peak.
    var wantsOwnMemory: Bool { prefer == .memory || maximumResidentBytes != nil }

    /// Whether there is any limit.
    var isLimited: Bool { maximumResidentBytes != nil || maximumP95Seconds != nil || minimumAccuracy != nil }

    /// Which limit a setting breaks, as a sentence without its end; nil when it keeps them all. What is not known breaks none.
    func violation(of standing: Standing) -> String? {
        if let least = minimumAccuracy, standing.accuracy < least {
            return "field accuracy \(percent(standing.accuracy)) is below \(percent(least))"
        }
        if let most = maximumP95Seconds, let p95 = standing.p95, p95 > most {
            return "p95 \(p95.shortDecimal) s a page is above \(most.shortDecimal) s"
        }
        if let most = maximumResidentBytes, let bytes = standing.residentBytes, bytes > most {
            return "\(mebibytes(bytes)) resident is above \(mebibytes(most))"
        }
        return nil
    }

    /// The limits as a clause; empty without any.
    var limits: String {
        let parts = [
            minimumAccuracy.map { "field accuracy at least \(percent($0))" },
            maximumP95Seconds.map { "p95 at most \($0.shortDecimal) s a page" },
            maximumResidentBytes.map { "at most \(mebibytes($0)) resident" },
        ].compactMap(\.self)
        return parts.isEmpty ? "" : " that keep the limits (\(parts.joined(separator: ", ")))"
    }

    private func percent(_ value: Double) -> String { "\((value * 100).shortDecimal)%" }
    private func mebibytes(_ bytes: Int) -> String { "\((Double(bytes) / 1_048_576).shortDecimal) MiB" }
}
