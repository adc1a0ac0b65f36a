public import Foundation
public import Recognition

/// Everything a finished study found: what `result.json` holds and all that a report shows. Figures that could not be
/// had (no observation, too few for a percentile or an interval) are nil, never 0.
public struct StudyResult: Codable, Sendable, Equatable {
    /// Version of this layout; 1.
    public var schemaVersion: Int = 1
    /// The run itself.
    public var run: RunFacts
    /// What it was measured on.
    public var corpus: CorpusFacts
    /// The workload by which kinds of input are weighted.
    public var mix: Mix
    /// Every setting of the space that could be measured, the order of the space kept.
    public var settings: [StudySetting]
    /// Figures by setting, split and kind of input.
    public var summaries: [SettingSummary]
    /// One row per setting and document measured.
    public var pages: [PageRow]
    /// Settings whose text was the same on every page that both saw.
    public var merged: [MergedSettings]
    /// Points of the space that cannot run here, with the reason.
    public var infeasible: [InfeasibleSetting]
    /// The rounds of the search on the tune split, first to last.
    public var rungs: [SearchRung]
    /// Settings that left the search early.
    public var dropped: [DroppedSetting]
    /// Throughput, latency and memory against concurrency.
    public var machine: MachineResult
    /// What was chosen and why.
    public var decision: Decision
    /// Versions, hashes and hardware, in the order in which they are shown.
    public var provenance: [NamedValue]
    /// Where the time went.
    public var timings: [StageTiming]
    /// How far the candidate can be from the best of the space; nil for `halving`, and in results of older programs, as all
    /// that follows.
    public var certificate: Certificate?
    /// What the choice was after.
    public var policy: SelectionPolicy?
    /// Settings that no other beats in all of field accuracy, CPU, p95 and memory on the tune split.
    public var front: [FrontPoint]?
    /// Kinds of input for which a setting of their own was tried.
    public var kinds: [KindChoice]?
    /// The winner against the defaults and the incumbent on the test split, which decided nothing.
    public var test: [PairedComparison]?
    /// What a fleet read before the race; nil when none did.
    public var screening: ScreeningFacts?

    /// The split whose figures are evidence: the test split where it was read, else the one that confirmed.
    public var evidenceSplit: StudySplit {
        StudySplit.inOrderOfEvidence.first { split in summaries.contains { $0.split == split } } ?? .tune
    }

    /// The setting of an identifier.
    public func setting(_ id: SettingID) -> StudySetting? { settings.first { $0.id == id } }

    /// The first setting that has a role.
    public func setting(_ role: SettingRole) -> StudySetting? { settings.first { $0.roles.contains(role) } }

    /// The figures of a setting on a split: of one kind of input, or weighted by the mix when `kind` is nil.
    public func figures(of setting: SettingID, on split: StudySplit, kind: InputKind?) -> Figures? {
        summaries.first { $0.setting == setting && $0.split == split && $0.kind == kind }?.figures
    }
}

/// A short stable name of a setting: twelve hexadecimal digits of the hash of its values.
public typealias SettingID = String

/// Part of the corpus. Settings are chosen on `tune`, confirmed on `validation` and shown on `test`, never two on one.
public enum StudySplit: String, Codable, Sendable, Hashable, CaseIterable {
    case tune
    case validation
    case test

    /// The furthest from what settings were chosen on first.
    public static let inOrderOfEvidence: [StudySplit] = [.test, .validation, .tune]
}

/// A run of the bench.
public struct RunFacts: Codable, Sendable, Equatable {
    /// Name of the run, also of its directory under `reports/runs`.
    public var id: String
    /// When it began.
    public var started: Date
    /// When it ended.
    public var finished: Date
    /// Version of the program, with the commit when known.
    public var tool: String
    /// The command line, as typed.
    public var command: [String]
    /// `race`, `halving` or `grid`.
    public var search: String
    /// Seconds that the whole run was allowed to take; nil for a grid.
    public var budgetSeconds: Double?
    /// Seed of page order and bootstrap.
    public var seed: UInt64
    /// Bootstrap resamples behind each interval.
    public var resamples: Int
    /// Probability of the intervals, 0.95.
    public var intervalLevel: Double
    /// Documents read at a time in accuracy trials.
    public var concurrency: Int
    /// Name and version of the text normalisation behind every error rate.
    public var normalization: String
    /// Whether it went on from a run that was stopped.
    public var resumed: Bool
}

/// What was measured.
public struct CorpusFacts: Codable, Sendable, Equatable {
    /// Directory as given on the command line.
    public var path: String
    /// SHA-256 over the manifest.
    public var hash: String
    /// How many documents and pages the run used, by split and kind.
    public var parts: [CorpusPart]
    /// Layouts that occur.
    public var layouts: [String]
    /// Whether the run used only some of the documents (`--pages`).
    public var partial: Bool
}

/// Size of one part of the corpus.
public struct CorpusPart: Codable, Sendable, Equatable {
    /// The split.
    public var split: StudySplit
    /// The kind of input.
    public var kind: InputKind
    /// Files.
    public var documents: Int
    /// Pages in them.
    public var pages: Int
}

/// Why a setting stands in the tables.
public enum SettingRole: String, Codable, Sendable, Hashable, CaseIterable {
    /// Tesseract's own defaults.
    case defaults
    /// What is in use today (`--incumbent`).
    case incumbent
    /// Best on the tune split; the one that had to prove itself on the validation split.
    case candidate
    /// What the tuned file says: the candidate when it was confirmed, otherwise the incumbent.
    case winner
}

/// One setting of the study.
public struct StudySetting: Codable, Sendable, Equatable {
    /// See `SettingID`.
    public var id: SettingID
    /// For tables: the name given in the space or what differs from Tesseract's defaults.
    public var name: String
    /// The values.
    public var settings: RecognitionSettings
    /// Its roles; most settings have none.
    public var roles: [SettingRole]
    /// The values by kind of input; nil where one setting serves all, which most do.
    public var profiles: [RecognitionProfile]?
}

/// A setting of the Pareto front, as it stood on the tune documents that it read.
public struct FrontPoint: Codable, Sendable, Equatable {
    /// The setting.
    public var setting: SettingID
    /// Documents that it read there.
    public var documents: Int
    /// Mean over documents of their field accuracy, weighted by the mix.
    public var accuracy: Double
    /// CPU seconds per page, weighted by the mix.
    public var cpuSecondsPerPage: Double
    /// 95th percentile of the time per page, in seconds.
    public var p95: Double?
    /// Largest peak of a reader, in bytes; with `SelectionPolicy.wantsOwnMemory` its own, else an upper bound.
    public var residentBytes: Int?
}

/// Settings that cannot be told apart by what they read.
public struct MergedSettings: Codable, Sendable, Equatable {
    /// The one that stands for all.
    public var kept: SettingID
    /// The others; none of them is measured further.
    public var others: [SettingID]
    /// Documents on which their text was the same.
    public var documents: Int
}

/// A point of the space that cannot run.
public struct InfeasibleSetting: Codable, Sendable, Equatable {
    /// For tables, as `StudySetting.name`.
    public var name: String
    /// The values.
    public var settings: RecognitionSettings
    /// Why not.
    public var reason: String
}

/// One round of the search.
public struct SearchRung: Codable, Sendable, Equatable {
    /// Number, from 1.
    public var number: Int
    /// Documents that every setting still in the race had read at its end.
    public var documents: Int
    /// Settings that began it.
    public var entered: Int
    /// Settings that went on.
    public var survived: Int
    /// CPU seconds of the reader children in it.
    public var cpuSeconds: Double
    /// Elapsed seconds.
    public var wallSeconds: Double
    /// True for a round that a fleet read, for accuracy alone.
    public var byFleet: Bool?
}

/// A setting that left the search.
public struct DroppedSetting: Codable, Sendable, Equatable {
    /// The setting.
    public var setting: SettingID
    /// The rung at whose end it left.
    public var rung: Int
    /// Documents that it had read.
    public var documents: Int
    /// Why, as a sentence.
    public var reason: String
}

/// A value with its name, for display.
public struct NamedValue: Codable, Sendable, Equatable {
    /// Name.
    public var name: String
    /// Value as text.
    public var value: String

    /// Creates a named value.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Time of one stage of the run.
public struct StageTiming: Codable, Sendable, Equatable {
    /// `search`, `confirmation`, `test`, `machine`.
    public var stage: String
    /// Elapsed seconds.
    public var wallSeconds: Double
    /// CPU seconds of the reader children.
    public var cpuSeconds: Double
    /// Readings: one setting on one document is one.
    public var readings: Int
}
