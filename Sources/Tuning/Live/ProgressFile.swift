internal import Foundation
internal import Synchronization

/// How far a run is, for whoever looks on: `progress.json` in its directory while it works.
public struct RunProgress: Codable, Sendable, Equatable {
    /// See `StudyProgress`.
    public var stage: String
    /// See `StudyProgress`.
    public var detail: String
    /// Readings done, those of earlier runs of the program included.
    public var done: Int
    /// Readings planned in all.
    public var planned: Int
    /// Seconds that the planned rest was expected to take when this was written.
    public var secondsLeft: Double?
    /// Seconds since 1970 when this was written.
    public var written: Double
    /// The program that runs the study.
    public var process: Int32
}

/// Writes `progress.json`, once a second at most.
public final class ProgressFile: Sendable {
    private let path: String
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    /// Writes into a run's directory.
    public init(_ directory: RunDirectory) { path = directory.progress }

    /// Takes a step down. Nobody's run fails because it cannot be watched.
    public func write(_ progress: StudyProgress) {
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            guard last.map({ now - $0 >= .seconds(1) }) ?? true else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let file = RunProgress(
            stage: progress.stage, detail: progress.detail, done: progress.done, planned: progress.planned,
            secondsLeft: progress.secondsLeft, written: Date().timeIntervalSince1970,
            process: ProcessInfo.processInfo.processIdentifier)
        try? StudyJSON.file(file).write(to: URL(filePath: path), options: .atomic)
    }

    /// Takes the file away: the run is over.
    public func remove() { try? FileManager.default.removeItem(atPath: path) }
}

extension RunDirectory {
    /// How far a run is while it works.
    public var progress: String { path + "/progress.json" }

    /// What `progress.json` says; nil when nothing is at work here, or no more: a killed program leaves its file behind.
    package func progressOfWork() -> RunProgress? {
        guard let data = FileManager.default.contents(atPath: progress),
            let progress = try? StudyJSON.value(RunProgress.self, from: data)
        else { return nil }
        // A process of another user is there too.
        return kill(progress.process, 0) == 0 || errno == EPERM ? progress : nil
    }
}
