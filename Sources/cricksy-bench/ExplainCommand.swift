internal import ArgumentParser
internal import Foundation
internal import OCRPool
internal import Recognition
internal import Reporting
internal import TunedConfiguration
internal import Tuning

/// `explain`: a tuned file in words.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what a tuned file holds, why, and what of it counts on this machine.",
        discussion: """
            Starts a reader for a moment to hold the recognition half against the engine here.

            EXAMPLES
              cricksy-bench explain
              cricksy-bench explain reports/runs/20261123-201500/tuned.json --no-reader
              cricksy-bench explain --json | jq .verdict

            EXIT CODES
              0 explained   4 the reader cannot be started   64 usage   78 tuned file
            """)

    @Argument(help: "The tuned file.", completion: .file()) var file = "reports/tuned.json"
    @Flag(help: "Do not start a reader; the engine is not looked at.") var noReader = false
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var readers: ReaderOptions

    func run() async throws {
        try await BenchExit.reporting {
            let tuned = try TunedConfiguration.load(path: file)
            let engine = noReader ? nil : EngineFingerprint(try await readers.hello(), models: tuned.recognition.models)
            let explanation = TunedExplanation(tuned, path: file, engine: engine, machine: .current())
            print(
                json
                    ? String(decoding: try StudyJSON.file(explanation), as: UTF8.self)
                    : TunedText.explanation(explanation),
                terminator: "")
        }
    }
}

extension TunedText {
    /// The whole explanation.
    static func explanation(_ explanation: TunedExplanation) -> String {
        let recognition = explanation.recognition
        var parts = [
            "\(explanation.path), content hash \(explanation.contentHash.prefix(12))…\n\n"
                + explanation.verdict.map { "\($0)\n" }.joined(),
            "RECOGNITION HALF (\(recognition.state.rawValue))\n" + facts(recognition.origin.filter(isShort)),
        ]
        parts += recognition.profiles.map { profile($0) }
        parts.append("Why: \(recognition.reasons.joined(separator: " "))\n\n" + contenders(recognition.contenders))
        parts.append(facts(recognition.search))
        parts += explanation.machines.map { half($0) }
        return parts.joined(separator: "\n")
    }

    /// Hashes are for programs.
    private static func isShort(_ fact: NamedValue) -> Bool { fact.value.count < 100 && !fact.name.hasPrefix("model ") }

    private static func facts(_ facts: [NamedValue]) -> String {
        let width = facts.map(\.name.count).max() ?? 0
        return facts.map { "  \($0.name)\(String(repeating: " ", count: width - $0.name.count))  \($0.value)\n" }
            .joined()
    }

    private static func profile(_ profile: TunedExplanation.Profile) -> String {
        let kinds = profile.kinds.map(\.rawValue).joined(separator: ", ")
        let hasIncumbent = profile.settings.contains { $0.incumbent != nil }
        let before = hasIncumbent ? ["before"] : []
        let columns = ["setting", "value", "Tesseract's"] + before + ["what it is"]
        let rows = profile.settings.map { line in
            let before = hasIncumbent ? [line.incumbent ?? "–"] : []
            return [line.name, line.value, line.standard ?? "–"] + before + [line.meaning]
        }
        return "Settings for \(kinds):\n"
            + TextTable(columns: columns.map { TextTable.Column($0) }, rows: rows).terminal
    }

    private static func contenders(_ contenders: [TunedConfiguration.Contender]) -> String {
        let columns =
            [TextTable.Column("contender")]
            + ["documents", "fields right", "CER", "rows right", "CPU s/page"].map { TextTable.Column($0, .right) }
        let rows = contenders.map { contender in
            let metrics = contender.weighted
            return [
                "\(contender.roles.joined(separator: ", ")): \(contender.name)", "\(metrics?.documents ?? 0)",
                percent(metrics?.fieldAccuracy), percent(metrics?.characterErrorRate),
                percent(metrics?.rowAccuracy.map { TunedConfiguration.Figure($0) }),
                decimal(metrics?.cpuSecondsPerPage?.value),
            ]
        }
        return TextTable(columns: columns, rows: rows).terminal
    }

    private static func percent(_ figure: TunedConfiguration.Figure?) -> String {
        guard let figure else { return "–" }
        let number = { (value: Double) in String(format: "%.1f", value * 100) }
        guard let low = figure.low, let high = figure.high else { return "\(number(figure.value))%" }
        return "\(number(figure.value))% [\(number(low)), \(number(high))]"
    }

    private static func half(_ machine: TunedExplanation.Machine) -> String {
        let title = machine.state == .current ? "this machine" : "another machine"
        let rows = machine.settings.map { [$0.name, $0.value, $0.meaning] }
        let settings = TextTable(
            columns: ["setting", "value", "what it is"].map { TextTable.Column($0) }, rows: rows
        ).terminal
        let made = machine.half.provenance.facts.first { $0.name == "created" }?.value ?? ""
        let curve = machine.half.evidence.map {
            "\n" + TunedText.curve($0, chosen: machine.half.settings.concurrency).terminal
        }
        return """
            MACHINE HALF of \(machine.machine) (\(title)), measured \(made), run \(machine.half.provenance.run)
            \(settings)Why: \(machine.reason).
            \(curve ?? "")
            """
    }
}
