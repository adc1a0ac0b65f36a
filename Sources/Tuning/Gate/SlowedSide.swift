/// A side with so much more real work: after a document it reads next to nothing, again and again, until the share is made up.
actor SlowedSide: SpeedSide {
    private let side: any SpeedSide
    private let share: Double
    private let filler: StudyDocument
    private let isCounted: Bool
    private var owed = 0.0
    private var fillerWork = 0.0

    /// - Parameters:
    ///   - share: how much more, 0.05 for 5%.
    ///   - filler: a document whose sliver costs little, so that the share can be met.
    ///   - isCounted: whether work is instructions, and not CPU seconds.
    init(_ side: any SpeedSide, share: Double, filler: StudyDocument, isCounted: Bool = false) {
        self.side = side
        self.share = share
        self.filler = filler
        self.isCounted = isCounted
    }

    func restart() async throws(TuningError) { try await side.restart() }

    func startCounting() async { await side.startCounting() }

    func read(_ part: SpeedPart, of document: StudyDocument) async throws(TuningError) -> ReadingCost {
        var cost = try await side.read(part, of: document)
        owed += share * work(cost)
        while owed > fillerWork / 2 {
            let times = fillerWork > 0 ? max(1, Int((owed / fillerWork).rounded())) : 1
            let more = try await side.read(.sliver, of: filler, times: times)
            fillerWork = work(more) / Double(times)
            owed -= work(more)
            cost = cost + more
            // Work that is not told cannot be made up.
            if fillerWork <= 0 { break }
        }
        return cost
    }

    /// A reading that was not counted is none.
    private func work(_ cost: ReadingCost) -> Double { isCounted ? cost.instructions ?? 0 : cost.cpuSeconds }

    func finish() async { await side.finish() }
}
