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
        return (tables + [reasons, machine, files]).joined(separator: "\n\n")
    }

    /// Winner, incumbent and defaults side by side on the validation split.
    private func table(of kind: InputKind?) -> String? {
        let contenders = result.settings.filter { !$0.roles.isEmpty }
        let rows = contenders.map { setting in
            let roles = setting.roles.map(\.rawValue).joined(separator: ", ")
            return (
                name: "\(roles): \(setting.name)", figures: result.figures(of: setting.id, on: .validation, kind: kind)
            )
        }
        guard rows.contains(where: { $0.figures != nil }) else { return nil }
        let title =
            kind.map { "Validation split, \($0.rawValue)" } ?? "Validation split, weighted by the mix (\(result.mix))"
        return title + "\n" + TextTable.figures(rows).formatted(.text)
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
