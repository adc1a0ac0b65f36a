public import Recognition
public import TunedConfiguration

/// What the tuned file says, and which of its halves hold here.
public struct TunedSettings: Sendable {
    /// The file, as far as there is one.
    public enum State: Sendable {
        /// Nobody named a file.
        case unnamed
        /// The environment names a file that is not there.
        case missing(path: String)
        /// The file, and what has changed since it was made.
        case loaded(path: String, TunedConfiguration, Staleness)
    }

    /// The file, as far as there is one.
    public private(set) var state: State
    /// What became of the probe; nil as long as there was none.
    public private(set) var probe: ProbeOutcome?
    private let fingerprint: MachineFingerprint?
    /// What is used where the file is not.
    private var builtIn = RecognitionSettings.builtIn

    /// Loads a file; nil for none.
    ///
    /// - Parameters:
    ///   - mustExist: false for a path from the environment, which may name a file that is yet to be made.
    ///   - machine: what machine halves are held against; nil for a program that uses none.
    /// - Throws: when the file cannot be used.
    public init(
        path: String?, mustExist: Bool = true, machine: MachineFingerprint? = nil
    ) throws(TunedConfigurationError) {
        fingerprint = machine
        guard let path else {
            state = .unnamed
            return
        }
        do throws(TunedConfigurationError) {
            let file = try TunedConfiguration.load(path: path)
            state = .loaded(path: path, file, file.staleness(engine: nil, machine: machine))
        } catch {
            guard case .missing = error, !mustExist else { throw error }
            state = .missing(path: path)
        }
    }

    /// The same held against the engine too, which is only known once a reader is warm.
    public func checked(against engine: EngineFingerprint) -> TunedSettings {
        guard case .loaded(let path, let file, var staleness) = state else { return self }
        staleness.recognition = file.staleness(engine: engine).recognition
        var checked = self
        checked.state = .loaded(path: path, file, staleness)
        return checked
    }

    /// The same for a reader that has these models: built-in settings read names with the model of Latin script where there
    /// is one.
    public func knowing(models: some Sequence<String>) -> TunedSettings {
        var knowing = self
        knowing.builtIn.textModels = models.contains("Latin") ? ["Latin"] : nil
        return knowing
    }

    /// Whether a probe could say anything: what stands in the file was recorded with its settings and no others.
    var wantsProbe: Bool {
        guard case .loaded(_, let file, let staleness) = state, staleness.recognition.isEmpty else { return false }
        return file.recognition.probe != nil || machine?.speed != nil
    }

    /// The same held against what the probe pages read like. Only what was read to the end counts.
    public func probed(_ outcome: ProbeOutcome) -> TunedSettings {
        var probed = self
        probed.probe = outcome
        guard case .loaded(let path, let file, let staleness) = state, case .finished(let result, _) = outcome else {
            return probed
        }
        let found = file.staleness(probe: result, machine: machine)
        probed.state = .loaded(path: path, file, staleness + found)
        return probed
    }

    /// Models that the file's settings use: what its engine's fingerprint has to hold.
    public var models: [String] {
        guard case .loaded(_, let file, _) = state else { return [] }
        return file.recognition.models
    }

    /// Settings by kind of input: the tuned ones, or the built-in ones where those are stale or there are none.
    public var profiles: [RecognitionProfile] {
        guard case .loaded(_, let file, let staleness) = state, staleness.recognition.isEmpty else {
            return [RecognitionProfile(settings: builtIn)]
        }
        return file.recognition.profiles
    }

    /// This machine's half of the file; nil where it is stale or there is none.
    public var machine: TunedConfiguration.MachineHalf? {
        guard case .loaded(_, let file, let staleness) = state, staleness.machine.isEmpty else { return nil }
        return fingerprint.flatMap { file.machineHalf(for: $0) }
    }

    /// Where `profiles` come from.
    public var recognitionSource: SettingSource {
        guard case .loaded(let path, _, let staleness) = state, staleness.recognition.isEmpty else { return .standard }
        return .tunedFile(path: path)
    }

    /// `absent`, `missing`, `stale` or `current`.
    public var word: String {
        switch state {
        case .unnamed: "absent"
        case .missing: "missing"
        case .loaded(_, _, let staleness): staleness.isEmpty ? "current" : "stale"
        }
    }

    /// The halves and the probe each in a word: `current` or `stale`, `absent` for a half that there is not; `passed`,
    /// `failed`, `unfinished`, `skipped` or `none`.
    public var words: (recognition: String, machine: String, probe: String) {
        guard case .loaded(_, let file, let staleness) = state else { return ("absent", "absent", "none") }
        let machine = staleness.machine.isEmpty ? (file.machines.isEmpty ? "absent" : "current") : "stale"
        return (staleness.recognition.isEmpty ? "current" : "stale", machine, probeWord)
    }

    private var probeWord: String {
        switch probe {
        case nil, .unneeded: "none"
        case .skipped: "skipped"
        case .unfinished: "unfinished"
        case .finished(let result, _):
            fits(result) ? "passed" : "failed"
        }
    }

    private func fits(_ result: ProbeResult) -> Bool {
        guard case .loaded(_, let file, _) = state else { return true }
        return file.staleness(probe: result, machine: fingerprint.flatMap { file.machineHalf(for: $0) }).isEmpty
    }

    private var probeSentence: String? {
        switch probe {
        case nil, .unneeded: nil
        case .skipped: "The probe pages were not read (--skip-probe)."
        case .unfinished(let reason):
            "The probe pages were not read in time, so nothing is held against the file: \(reason)."
        case .finished(let result, let seconds):
            "The probe pages were read in \(Int(seconds * 1000)) ms with \(Int(result.cpuSeconds * 1000)) ms of CPU."
        }
    }

    /// For the log: what is used, and the command that mends what is not as it should be.
    public var sentences: [String] {
        switch state {
        case .unnamed:
            [
                "No tuned file is named, so the built-in settings are used; make one with `cricksy-bench sweep` and "
                    + "`cricksy-bench promote`, and name it in \(SettingsTable.tuned.row.variables.joined())."
            ]
        case .missing(let path):
            [TunedConfigurationError.missing(path: path).sentence + " Until then the built-in settings are used."]
        case .loaded(let path, let file, let staleness):
            Self.sentences(path, file, staleness) + (probeSentence.map { [$0] } ?? [])
        }
    }

    private static func sentences(_ path: String, _ file: TunedConfiguration, _ staleness: Staleness) -> [String] {
        guard !staleness.isEmpty else {
            return ["The tuned file \(path.quotable) of run \(file.recognition.provenance.run.quotable) is used."]
        }
        return staleness.sentences(path: path) + [verdict(staleness, hasMachineHalf: !file.machines.isEmpty)]
    }

    private static func verdict(_ staleness: Staleness, hasMachineHalf: Bool) -> String {
        switch (staleness.recognition.isEmpty, staleness.machine.isEmpty) {
        case (false, false): "Neither half is kept: the built-in settings and the machine's own numbers are used."
        case (true, _): "The recognition half is kept; the machine's own numbers are used."
        case (false, true):
            (hasMachineHalf ? "The machine half is kept; " : "The file has no other half; ")
                + "the built-in recognition settings are used."
        }
    }

    /// The machine half as texts by the names of their settings.
    var texts: [String: String] {
        guard let machine = machine?.settings else { return [:] }
        var texts = [
            SettingsTable.concurrency.row.name: String(machine.concurrency),
            SettingsTable.maxTasksPerChild.row.name: String(machine.tasksPerChild),
            SettingsTable.softTimeLimit.row.name: machine.softLimitSeconds.plain,
            SettingsTable.timeLimit.row.name: machine.hardLimitSeconds.plain,
        ]
        texts[SettingsTable.maxMemoryPerChild.row.name] = machine.childMemoryBytes.map { "\($0)B" }
        return texts
    }
}

extension RecognitionSettings {
    /// What is used without a tuned file: what reads every kind of input of our own corpus best.
    public static let builtIn = RecognitionSettings(
        pageSegmentation: .singleLine,
        preparation: PagePreparation(
            invertDarkPages: true, normalizeBackground: true, deskew: true, removeRules: true),
        invertDoubtfulLines: false, lines: .ink, secondLook: .doubtful, secondReading: .singleColumn)
}
