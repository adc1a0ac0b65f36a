/// Sentences about what was given and does not do what one might expect.
enum Notes {
    static func all(
        _ inputs: SettingsInputs, _ queue: QueueSettings, settings: [ResolvedSetting], pool: PoolKind?
    ) -> [String] {
        settings.compactMap { setting in setting.remark.map { "\(setting.row.name): \($0)." } }
            + accepted(inputs.flags) + options(queue) + variables(inputs.environment)
    }

    /// One line for each option of Celery that has no effect.
    private static func accepted(_ flags: [String: String]) -> [String] {
        SettingsTable.rows.compactMap { row in
            guard let text = flags[row.name], case .ignored(let reason) = row.use else { return nil }
            return "\(row.flag)\(row.isToggle ? "" : " \(text.quotable)") is accepted and has no effect: \(reason)."
        }
    }

    private static func options(_ queue: QueueSettings) -> [String] {
        let both = [
            (SettingsTable.brokerTransportOptions.row, queue.brokerOptions),
            (SettingsTable.resultTransportOptions.row, queue.resultOptions),
        ]
        return both.flatMap { row, options in
            options.ignored.map { "The option \($0.quotable) in \(row.name) is not known and has no effect." }
        }
    }

    private static func variables(_ environment: [String: String]) -> [String] {
        var notes: [String] = []
        if environment["TESSERACT_CMD"]?.isEmpty == false {
            notes.append("TESSERACT_CMD is ignored: Tesseract is linked into the reader.")
        }
        let unknown = environment.keys.filter { $0.hasPrefix("CRICKSY_WORKER_") && !known.contains($0) }.sorted()
        return notes + unknown.map { "The environment variable \($0.quotable) is no setting of this worker." }
    }

    private static let known = Set(
        SettingsTable.rows.flatMap { row in row.variables + (row.isSecret ? row.variables.map { $0 + "_FILE" } : []) })
}
