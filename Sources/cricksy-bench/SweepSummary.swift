internal import Recognition
internal import Reporting
internal import Tuning

/// What a sweep prints at its end.
struct SweepSummary {
    private let result: StudyResult
    private let directory: RunDirectory

    init(_ result: StudyResult, _ directory: RunDirectory) {
        self.result = result
        self.directory = directory
    }

    var text: String {
        let tables = ([nil] + InputKind.allCases.map(Optional.some)).compactMap(table)
        return (tables + [screening, certificate, reasons, kinds, test, machine, files].filter { !$0.isEmpty }).joined(
            separator: "\n\n")
    }

    /// Winner, incumbent and defaults side by side on the test split, or on what there is.
    private func table(of kind: InputKind?) -> String? {
        let contenders = result.settings.filter { !$0.roles.isEmpty }
        let rows = contenders.map { setting in
            let roles = setting.roles.map(\.rawValue).joined(separator: ", ")
            return (
                name: "\(roles): \(setting.name)",
                figures: result.figures(of: setting.id, on: result.evidenceSplit, kind: kind)
            )
        }
        guard rows.contains(where: { $0.figures != nil }) else { return nil }
        let split = result.evidenceSplit.rawValue.prefix(1).uppercased() + result.evidenceSplit.rawValue.dropFirst()
        let title =
            kind.map { "\(split) split, \($0.rawValue)" } ?? "\(split) split, weighted by the mix (\(result.mix))"
        return title + "\n" + TextTable.figures(rows).formatted(.text)
    }

    private var screening: String { result.screening?.sentences.joined(separator: "\n") ?? "" }

    private var certificate: String { result.certificate?.sentences.joined(separator: "\n") ?? "" }

    private var kinds: String {
        (result.kinds ?? []).map { choice in
            let verb = choice.isTaken ? "has a setting of its own" : "keeps the setting of all"
            let name = result.setting(choice.setting)?.name ?? choice.setting
            return "\(choice.kind.rawValue) \(verb) (tried: \(name)). \(choice.reason)"
        }.joined(separator: "\n")
    }

    private var test: String {
        guard let test = result.test, !test.isEmpty else {
            return result.evidenceSplit == .test
                ? "" : "The test split was left out: figures are those of the validation split."
        }
        return (["On the test split, which decided nothing, the winner:"] + test.map(\.sentence)).joined(
            separator: "\n")
    }

    private var reasons: String { result.decision.reasons.joined(separator: "\n") }

    private var machine: String {
        guard let chosen = result.machine.chosenConcurrency else { return "Concurrency: \(result.machine.reason)." }
        return "Concurrency \(chosen): \(result.machine.reason)."
    }

    private var files: String {
        """
        Report:      \(directory.report)
        Tuned file:  \(directory.tuned)
        To use it:   cricksy-bench promote \(directory.path)
        """
    }
}
