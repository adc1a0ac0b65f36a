internal import Foundation
internal import Synchronization

/// How far a study is.
public struct StudyProgress: Sendable, Equatable {
    /// `search`, `confirmation`, `test`, `machine`.
    public var stage: String
    /// What it is doing, short.
    public var detail: String
    /// Readings done in this run of the program and before.
    public var done: Int
    /// Readings that are planned in all.
    public var planned: Int
    /// Seconds that the planned rest will take; nil until something was measured.
    public var secondsLeft: Double?
}

/// Counts readings and tells a listener.
final class ProgressTracker: Sendable {
    private struct State {
        var stage = ""
        var detail = ""
        var done = 0
        var planned = 0
        var busySeconds = 0.0
        var timed = 0
        var isTimed = true
    }

    private let state = Mutex(State())
    private let concurrency: Int
    private let listener: @Sendable (StudyProgress) -> Void

    init(concurrency: Int, listener: @escaping @Sendable (StudyProgress) -> Void) {
        self.concurrency = concurrency
        self.listener = listener
    }

    /// Begins a stage, with what is planned from now on beside what is done.
    ///
    /// - Parameter isTimed: false where others read, whose speed is not known.
    func begin(_ stage: String, _ detail: String, remaining: Int, isTimed: Bool = true) {
        tell { state in
            state.isTimed = isTimed
            state.stage = stage
            state.detail = detail
            state.planned = state.done + remaining
        }
    }

    /// Counts readings; `wallSeconds` is what they took one after another, nil for those of an earlier run.
    func advance(_ readings: Int, wallSeconds: Double?) {
        tell { state in
            state.done += readings
            if let wallSeconds {
                state.busySeconds += wallSeconds
                state.timed += readings
            }
        }
    }

    private func tell(_ change: (inout State) -> Void) {
        let progress = state.withLock { state in
            change(&state)
            let left = Double(max(0, state.planned - state.done))
            let seconds =
                state.timed == 0 || !state.isTimed ? nil : left * state.busySeconds / Double(state.timed * concurrency)
            return StudyProgress(
                stage: state.stage, detail: state.detail, done: state.done, planned: state.planned,
                secondsLeft: seconds)
        }
        listener(progress)
    }
}
