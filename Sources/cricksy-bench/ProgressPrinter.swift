internal import Foundation
internal import Synchronization
internal import Tuning

/// Shows how far a run is: one line that is written over on a terminal, or a line every ten seconds.
final class ProgressPrinter: Sendable {
    private struct State {
        var last: ContinuousClock.Instant?
        var stage = ""
        var isDirty = false
    }

    private let state = Mutex(State())
    private let overwrites: Bool
    private let interval: Duration?

    init(_ style: ProgressStyle) {
        overwrites = style == .auto && StandardError.isTerminal
        switch style {
        case .none: interval = nil
        case .plain: interval = .seconds(10)
        case .auto: interval = StandardError.isTerminal ? .milliseconds(100) : nil
        }
    }

    /// What a study calls.
    var listener: @Sendable (StudyProgress) -> Void { { progress in self.show(progress) } }

    private func show(_ progress: StudyProgress) {
        guard let interval else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            let isDue = state.last.map { now - $0 >= interval } ?? true
            guard isDue || state.stage != progress.stage else { return }
            state.last = now
            state.stage = progress.stage
            state.isDirty = true
            StandardError.write(overwrites ? "\r\u{1B}[K\(line(progress))" : line(progress) + "\n")
        }
    }

    /// Clears the line.
    func finish() {
        state.withLock { state in
            if overwrites, state.isDirty { StandardError.write("\r\u{1B}[K") }
            state.isDirty = false
        }
    }

    private func line(_ progress: StudyProgress) -> String {
        let share = progress.planned == 0 ? 100 : progress.done * 100 / progress.planned
        let left = progress.secondsLeft.map { ", \(Self.clock($0)) left" } ?? ""
        return
            "\(progress.stage) (\(progress.detail)): \(progress.done) of \(progress.planned) readings, \(share)%\(left)"
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }
}
