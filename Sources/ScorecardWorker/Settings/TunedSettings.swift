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
    public let state: State

    /// Loads a file; nil for none.
    ///
    /// - Parameters:
    ///   - mustExist: false for a path from the environment, which may name a file that is yet to be made.
    ///   - machine: what the machine half is held against; nil to take it as it is.
    /// - Throws: when the file cannot be used.
    public init(
        path: String?, mustExist: Bool = true, machine: MachineFingerprint? = nil
    ) throws(TunedConfigurationError) {
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

    private init(_ state: State) { self.state = state }

    /// The same held against the engine too, which is only known once a reader is warm.
    public func checked(against engine: EngineFingerprint) -> TunedSettings {
        guard case .loaded(let path, let file, var staleness) = state else { return self }
        staleness.recognition = file.staleness(engine: engine).recognition
        return TunedSettings(.loaded(path: path, file, staleness))
    }

    /// Models that the file's settings use: what its engine's fingerprint has to hold.
    public var models: [String] {
        guard case .loaded(_, let file, _) = state else { return [] }
        return Set(file.recognition.profiles.flatMap(\.settings.allModels)).sorted()
    }

    /// Settings by kind of input: the tuned ones, or the built-in ones where those are stale or there are none.
    public var profiles: [RecognitionProfile] {
        guard case .loaded(_, let file, let staleness) = state, staleness.recognition.isEmpty else {
            return [RecognitionProfile(settings: .builtIn)]
        }
        return file.recognition.profiles
    }

    /// The tuned machine half; nil where it is stale or there is none.
    public var machine: TunedConfiguration.MachineHalf? {
        guard case .loaded(_, let file, let staleness) = state, staleness.machine.isEmpty else { return nil }
        return file.machine
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
            staleness.isEmpty
                ? ["The tuned file \(path.quotable) of run \(file.provenance.run.quotable) is used."]
                : staleness.sentences + [Self.verdict(staleness, hasMachineHalf: file.machine != nil)]
        }
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
        guard let machine else { return [:] }
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
        invertDoubtfulLines: false, lines: .ink, secondLook: .doubtful)
}
