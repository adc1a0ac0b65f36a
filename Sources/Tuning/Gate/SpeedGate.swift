internal import Evaluation
internal import Recognition

/// Has two builds read the same pieces of documents in turn until it is sure which of them costs more, or the time is up.
public struct SpeedGate: Sendable {
    /// Readings of a piece by each side in a round, of which the cheapest counts.
    private static let readings = 8
    /// The same where instructions decide about cost, and latency alone is left to the clock.
    private static let readingsBesideCounts = 4
    /// A piece that takes less is read several times and counted as one.
    private static let leastSeconds = 0.02

    private let base: any SpeedSide
    private let head: any SpeedSide
    private let counted: CountedSides?
    private let schedule: SpeedSchedule
    private let limits: SpeedLimits
    private let name: String

    /// - Parameters:
    ///   - counted: the same builds where instructions are counted, slowly; asked where those of `base` and `head` are not.
    ///   - name: what the base is, for sentences.
    public init(
        base: any SpeedSide, head: any SpeedSide, counted: CountedSides? = nil, name: String, schedule: SpeedSchedule,
        limits: SpeedLimits
    ) {
        self.base = base
        self.head = head
        self.counted = counted
        self.name = name
        self.schedule = schedule
        self.limits = limits
    }

    /// Compares; the sides have no processes left afterwards.
    public func run(
        progress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
    ) async throws(TuningError) -> SpeedReport {
        let result: Result<SpeedReport, TuningError>
        do throws(TuningError) { result = .success(try await compare(progress)) } catch { result = .failure(error) }
        for side in [base, head, counted?.base, counted?.head] { await side?.finish() }
        return try result.get()
    }

    private func compare(_ progress: @Sendable (StudyProgress) -> Void) async throws(TuningError) -> SpeedReport {
        let began = ContinuousClock.now
        var counting = 0.0
        var repeats: [String: Int] = [:]
        var judge = SpeedJudge(limits)
        var rounds: [SpeedRound] = []
        while judge.verdict == .inconclusive, rounds.count < limits.rounds ?? .max {
            let spent = (ContinuousClock.now - began).seconds
            let each = (spent - counting) / Double(max(1, rounds.count))
            guard rounds.isEmpty || spent + each <= limits.seconds else { break }
            progress(outlook(judge, rounds: rounds.count, secondsEach: each, secondsLeft: limits.seconds - spent))
            let round = try await round(rounds.count, repeats: &repeats)
            rounds.append(round)
            judge.add(round)
            if rounds.count == 1, let counted, !judge.seesInstructions {
                let before = ContinuousClock.now
                judge.add(try await counted.count(schedule, progress: progress))
                counting = (ContinuousClock.now - before).seconds
            }
        }
        return SpeedReport(
            judge, base: name, rounds: rounds, schedule: schedule, limits: limits,
            seconds: (ContinuousClock.now - began).seconds)
    }

    /// How a process lies in memory is luck that makes all its readings a little dearer or cheaper (Mytkowicz and others,
    /// ASPLOS 2009), so each round has processes of its own. What they load they pay for with a whole document, which tells their peak.
    private func round(_ number: Int, repeats: inout [String: Int]) async throws(TuningError) -> SpeedRound {
        let document = schedule.whole
        try await base.restart()
        try await head.restart()
        let whole = SpeedRound.Visit(
            document: document.id, kind: document.kind, base: [try await base.read(.whole, of: document)],
            head: [try await head.read(.whole, of: document)])
        var visits: [SpeedRound.Visit] = []
        for visit in schedule.round(number) { visits.append(try await self.visit(visit, repeats: &repeats)) }
        return SpeedRound(whole: whole, visits: visits)
    }

    /// A B B A A B B A, or the other way round.
    private func visit(
        _ visit: SpeedSchedule.Visit, repeats: inout [String: Int]
    ) async throws(TuningError) -> SpeedRound.Visit {
        var costs: [SpeedSchedule.Side: [ReadingCost]] = [:]
        let times = try await times(visit.document, known: &repeats)
        for reading in 0..<(counted == nil ? Self.readings : Self.readingsBesideCounts) {
            for side in reading % 2 == 0 ? visit.order : visit.order.reversed() {
                costs[side, default: []].append(
                    try await read(visit.document, times: times, on: side == .base ? base : head))
            }
        }
        return SpeedRound.Visit(
            document: visit.document.id, kind: visit.document.kind, base: costs[.base] ?? [], head: costs[.head] ?? [])
    }

    /// How often a piece is read to be counted as one, from a reading of the base. The head reads it too, so that neither has
    /// seen it more often.
    private func times(
        _ document: StudyDocument, known: inout [String: Int]
    ) async throws(TuningError) -> Int {
        if let times = known[document.id] { return times }
        let seconds = try await base.read(.piece, of: document).cpuSeconds
        _ = try await head.read(.piece, of: document)
        let times = max(1, min(50, Int((Self.leastSeconds / max(seconds, 1e-6)).rounded(.up))))
        known[document.id] = times
        return times
    }

    private func read(
        _ document: StudyDocument, times: Int, on side: any SpeedSide
    ) async throws(TuningError) -> ReadingCost {
        let cost = try await side.read(.piece, of: document, times: times)
        return ReadingCost(
            cpuSeconds: cost.cpuSeconds / Double(times), wallSeconds: cost.wallSeconds / Double(times),
            instructions: cost.instructions.map { $0 / Double(times) }, peakBytes: cost.peakBytes,
            residentBytes: cost.residentBytes)
    }

    private func outlook(
        _ judge: SpeedJudge, rounds: Int, secondsEach: Double, secondsLeft: Double
    ) -> StudyProgress {
        let inReach = rounds > 0 ? Int(secondsLeft / max(secondsEach, 0.001)) : 1
        let more = min(judge.missingRounds ?? inReach, inReach)
        let readings = 2 * schedule.pairsPerRound
        return StudyProgress(
            stage: "speed", detail: "against \(name)", done: rounds * readings, planned: (rounds + more) * readings,
            secondsLeft: rounds == 0 ? nil : secondsEach * Double(more))
    }
}
