public import Foundation

/// A study as it stands while it runs, from its own store.
public struct LiveSnapshot: Codable, Sendable, Equatable {
    /// Name of the run.
    public var run: String
    /// When it was first started.
    public var started: Date
    /// How it searches.
    public var search: String
    /// Whether a program is at work on it.
    public var isRunning: Bool
    /// What it does; nil when nothing is at work.
    public var stage: String?
    /// See `StudyProgress`.
    public var detail: String?
    /// Readings in the store.
    public var readings: Int
    /// Readings that are planned in all; nil when nothing is at work.
    public var planned: Int?
    /// Readings of them that are done.
    public var done: Int?
    /// Seconds that the planned rest will take, as far as can be told.
    public var secondsLeft: Double?
    /// Documents of the tune split.
    public var documents: Int
    /// Settings that have been read with: those that race first, the best of them first.
    public var standings: [LiveStanding]
    /// Points of the space that no reader has read with.
    public var waiting: Int
    /// Levels of concurrency measured so far.
    public var loads: Int
}

/// How a setting stands on the tune split.
public struct LiveStanding: Codable, Sendable, Equatable {
    /// The setting.
    public var setting: SettingID
    /// For tables.
    public var name: String
    /// `defaults` and `incumbent`; the others are decided at the end.
    public var roles: [SettingRole]
    /// Documents of the tune split that it has read.
    public var documents: Int
    /// Fields right, weighted by the mix.
    public var fieldAccuracy: Estimate?
    /// CPU seconds per page, weighted by the mix.
    public var cpuSecondsPerPage: Estimate?
    /// Fields right less those of the leader on the documents that both have read; nil for the leader.
    public var againstLeader: Estimate?
    /// Why it left the search; nil while it races.
    public var dropped: String?
}
