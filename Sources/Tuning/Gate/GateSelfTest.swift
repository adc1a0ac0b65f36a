/// Shows what a gate can see on this machine: compares a build with itself, and with itself slowed by real work.
public struct GateSelfTest: Sendable {
    private let base: any SpeedSide
    private let head: any SpeedSide
    private let counted: CountedSides?
    private let schedule: SpeedSchedule
    private let limits: SpeedLimits
    private let slowdown: Double

    /// - Parameters:
    ///   - base: the build.
    ///   - head: the same build in a process of its own.
    ///   - counted: both where instructions are counted, if that is how the gate measures.
    ///   - slowdown: CPU time more in the slowed comparisons, 0.05 for 5%.
    public init(
        base: any SpeedSide, head: any SpeedSide, counted: CountedSides? = nil, schedule: SpeedSchedule,
        limits: SpeedLimits, slowdown: Double = 0.05
    ) {
        self.base = base
        self.head = head
        self.counted = counted
        self.schedule = schedule
        self.limits = limits
        self.slowdown = slowdown
    }

    /// Compares with itself and with the slowed one in turn, until there are so many of each.
    ///
    /// - Parameters:
    ///   - made: comparisons of an earlier sitting, which count along.
    ///   - commit: the build's, to be kept with each.
    ///   - keep: told of every new one.
    public func run(
        comparisons: Int, besides made: [GateComparison] = [], commit: String? = nil,
        progress: @escaping @Sendable (StudyProgress) -> Void = { _ in },
        keep: (GateComparison) throws(TuningError) -> Void = { _ in }
    ) async throws(TuningError) -> GateSelfTestReport {
        let slow = { SlowedSide($0, share: slowdown, filler: schedule.documents[0], isCounted: $1) }
        let slowed = (
            head: slow(head, false), counted: counted.map { CountedSides(base: $0.base, head: slow($0.head, true)) }
        )
        var all = made
        while all.count < 2 * comparisons {
            let isSlowed = all.count { $0.isSlowed } < all.count { !$0.isSlowed }
            let report = try await compare(
                with: isSlowed ? slowed.head : head, isSlowed ? slowed.counted : counted, all.count, of: comparisons,
                progress)
            all.append(GateComparison(report, isSlowed: isSlowed, commit: commit))
            try keep(all[all.count - 1])
        }
        return GateSelfTestReport(all, slowdown: slowdown, limits: limits)
    }

    private func compare(
        with head: any SpeedSide, _ counted: CountedSides?, _ number: Int, of comparisons: Int,
        _ progress: @escaping @Sendable (StudyProgress) -> Void
    ) async throws(TuningError) -> SpeedReport {
        try await SpeedGate(
            base: base, head: head, counted: counted, name: "itself", schedule: schedule.reordered(number),
            limits: limits
        ).run { part in
            var whole = part
            whole.stage = "comparison \(number + 1) of \(2 * comparisons)"
            whole.detail = number % 2 == 0 ? "with itself" : "with itself slowed"
            progress(whole)
        }
    }
}
