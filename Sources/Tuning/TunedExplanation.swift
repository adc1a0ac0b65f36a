public import Recognition
public import TunedConfiguration

/// A tuned file in words: what each setting is, why it was chosen, and which halves hold here.
public struct TunedExplanation: Codable, Sendable, Equatable {
    /// Path of the file.
    public var path: String
    /// Its hash.
    public var contentHash: String
    /// What a worker does with it here, as sentences.
    public var verdict: [String]
    /// The recognition half.
    public var recognition: Recognition
    /// The machine halves.
    public var machines: [Machine]

    /// Whether a half can be used.
    public enum State: String, Codable, Sendable {
        /// It fits.
        case current
        /// Something has changed since it was tuned.
        case stale
        /// Nobody looked.
        case unchecked
        /// It was measured on another machine.
        case elsewhere
    }

    /// The recognition half.
    public struct Recognition: Codable, Sendable, Equatable {
        /// Whether it can be used with the engine here.
        public var state: State
        /// What has changed.
        public var changes: [String]
        /// Settings by kind of input.
        public var profiles: [Profile]
        /// Why they were chosen, as sentences.
        public var reasons: [String]
        /// What they were measured against.
        public var contenders: [TunedConfiguration.Contender]
        /// How they were searched.
        public var search: [NamedValue]
        /// Where, when and with what.
        public var origin: [NamedValue]
    }

    /// Settings of some kinds of input.
    public struct Profile: Codable, Sendable, Equatable {
        /// The kinds.
        public var kinds: [InputKind]
        /// The settings, one a line.
        public var settings: [Line]
    }

    /// One setting.
    public struct Line: Codable, Sendable, Equatable {
        /// Its name, as on command lines.
        public var name: String
        /// Its value.
        public var value: String
        /// Tesseract's own value; nil for machine settings.
        public var standard: String?
        /// The value that was in use before; nil when that is not known.
        public var incumbent: String?
        /// What it is.
        public var meaning: String
    }

    /// One machine half.
    public struct Machine: Codable, Sendable, Equatable {
        /// The machine, for people.
        public var machine: String
        /// Whether it is the one that a worker here uses.
        public var state: State
        /// Its settings.
        public var settings: [Line]
        /// Why, as a sentence.
        public var reason: String
        /// The half itself.
        public var half: TunedConfiguration.MachineHalf
    }
}

extension TunedExplanation {
    /// Explains a file.
    ///
    /// - Parameters:
    ///   - engine: what reads here; nil when nobody looked.
    ///   - machine: what it runs on.
    public init(
        _ file: TunedConfiguration, path: String, engine: EngineFingerprint?, machine: MachineFingerprint
    ) {
        let staleness = file.staleness(engine: engine, machine: machine)
        let own = file.machineHalf(for: machine)
        self.path = path
        contentHash = file.contentHash
        recognition = Recognition(file.recognition, isChecked: engine != nil, changes: staleness.recognition)
        machines = file.machines.map { Machine($0, profilesHash: file.recognition.profilesHash, isOwn: $0 == own) }
        verdict =
            staleness.sentences(path: path)
            + [Self.recognitionVerdict(engine, staleness), Self.machineVerdict(file, own, on: machine)]
    }

    private static func recognitionVerdict(_ engine: EngineFingerprint?, _ staleness: Staleness) -> String {
        guard engine != nil else {
            return "Whether the recognition half fits the engine here was not looked at."
        }
        return staleness.recognition.isEmpty
            ? "A worker here reads with the recognition half."
            : "A worker here reads with its built-in settings."
    }

    private static func machineVerdict(
        _ file: TunedConfiguration, _ own: TunedConfiguration.MachineHalf?, on machine: MachineFingerprint
    ) -> String {
        guard let own else {
            return
                "This machine (\(machine.sentence)) has no half in the file, so a worker here runs a reader for each "
                + "usable CPU; `cricksy-bench machine` measures one."
        }
        let count = own.settings.concurrency
        return "This machine (\(machine.sentence)) has a half in the file: a worker here runs "
            + "\(count) reader\(count == 1 ? "" : "s")."
    }
}

extension TunedExplanation.Recognition {
    fileprivate init(_ half: TunedConfiguration.RecognitionHalf, isChecked: Bool, changes: [String]) {
        let evidence = half.evidence
        let incumbent = evidence.contenders.first { $0.roles.contains(SettingRole.incumbent.rawValue) }?.settings
        state = !isChecked ? .unchecked : changes.isEmpty ? .current : .stale
        self.changes = changes
        profiles = half.profiles.map { profile in
            .init(kinds: profile.kinds, settings: profile.settings.explained(incumbent: incumbent))
        }
        reasons = evidence.decision.reasons
        contenders = evidence.contenders
        search = evidence.facts
        origin = half.provenance.facts
    }
}

extension TunedExplanation.Machine {
    fileprivate init(_ half: TunedConfiguration.MachineHalf, profilesHash: String, isOwn: Bool) {
        machine = half.provenance.machine.sentence
        state = isOwn ? .current : .elsewhere
        settings = half.settings.lines
        let isOfOthers = half.evidence.map { $0.profilesHash != profilesHash } ?? false
        reason =
            (half.evidence?.reason ?? "its curve was not kept, since a program of schema 1 measured it")
            + (isOfOthers ? "; it was measured with other recognition settings than the file has now" : "")
        self.half = half
    }
}

extension TunedConfiguration.Evidence {
    /// How settings were searched, for display.
    fileprivate var facts: [NamedValue] {
        let shares = InputKind.allCases.compactMap { kind in
            mix[kind].map { "\(kind.rawValue) \(Int(($0 * 100).rounded()))%" }
        }
        let documents = ["tune", "validation"].map { split in
            "\(parts.filter { $0.split == split }.reduce(0) { $0 + $1.documents }) \(split)"
        }
        return [
            NamedValue("workload", shares.joined(separator: ", ")),
            NamedValue("documents", documents.joined(separator: ", ")),
            NamedValue("settings tried", "\(settingsTried) (\(search))"),
            NamedValue("intervals", "\(Int((intervalLevel * 100).rounded()))%, seed \(seed)"),
        ]
    }
}

extension TunedConfiguration.MachineSettings {
    fileprivate var lines: [TunedExplanation.Line] {
        let memory = childMemoryBytes.map { "\($0 >> 20) MiB" } ?? "the worker's default"
        let rows = [
            ("concurrency", "\(concurrency)", "readers that work at once"),
            ("tasks per child", "\(tasksPerChild)", "documents after which a reader is replaced"),
            ("soft limit", "\(softLimitSeconds.shortDecimal) s", "a reader gives a document up by itself after this"),
            ("hard limit", "\(hardLimitSeconds.shortDecimal) s", "a reader is killed after this"),
            ("memory per child", memory, "a reader that is larger after a document is replaced"),
        ]
        return rows.map { TunedExplanation.Line(name: $0.0, value: $0.1, meaning: $0.2) }
    }
}
