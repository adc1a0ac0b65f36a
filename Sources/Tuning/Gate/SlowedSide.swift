/// A side with so much more real work: after a document it reads next to nothing, again and again, until the share is made up.
actor SlowedSide: SpeedSide {
    private let side: any SpeedSide
    private let share: Double
    private let filler: StudyDocument
    private var owed = 0.0
    private var fillerSeconds = 0.0

    /// - Parameters:
    ///   - share: CPU seconds more, 0.05 for 5%.
    ///   - filler: a document whose sliver costs little, so that the share can be met.
    init(_ side: any SpeedSide, share: Double, filler: StudyDocument) {
        self.side = side
        self.share = share
        self.filler = filler
    }

    func restart() async throws(TuningError) { try await side.restart() }

    func read(_ part: SpeedPart, of document: StudyDocument) async throws(TuningError) -> ReadingCost {
        var cost = try await side.read(part, of: document)
        owed += share * cost.cpuSeconds
        while owed > fillerSeconds / 2 {
            let more = try await side.read(.sliver, of: filler)
            fillerSeconds = more.cpuSeconds
            owed -= more.cpuSeconds
            cost = cost + more
        }
        return cost
    }

    func finish() async { await side.finish() }
}
