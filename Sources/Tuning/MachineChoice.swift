/// How many readers a machine is given, from what was measured: as few as are as good as the best, and no more than its
/// memory holds.
package struct MachineChoice: Equatable {
    /// Throughput this close to the best counts as the best: more readers would only cost memory.
    static let equalThroughput = 0.95
    /// Kept for the worker itself and what else runs.
    static let workerBytes = 256 << 20
    /// What a reader may grow to before it is replaced: uploads are larger than the corpus, by so much.
    static let growth = 2
    /// Above this there is no need to replace a reader sooner than the worker does by itself.
    static let ordinaryBytes = 400 << 20

    /// Readers at once.
    package let concurrency: Int
    /// Resident size above which a reader is replaced; nil for the worker's own default.
    package let childMemoryBytes: Int?
    /// Why, as a sentence without a full stop.
    package let reason: String

    /// - Parameters:
    ///   - points: the curve of one setting.
    ///   - memoryBytes: memory that can be used.
    package init(_ points: [MachinePoint], memoryBytes: Int) {
        let peak = points.flatMap(\.childPeakBytes).max() ?? 0
        let room = max(0, memoryBytes - Self.workerBytes)
        let fitting = points.filter { $0.concurrency == 1 || $0.concurrency * peak * Self.growth <= room }
        let best = fitting.max { $0.pagesPerSecond < $1.pagesPerSecond }
        let least = (best?.pagesPerSecond ?? 0) * Self.equalThroughput
        concurrency = fitting.filter { $0.pagesPerSecond >= least }.map(\.concurrency).min() ?? 1
        let each = room / concurrency
        childMemoryBytes = peak > 0 && each < Self.ordinaryBytes ? max(each, 1 << 24) : nil
        reason = Self.sentence(best, concurrency, peak: peak, room: room, isCapped: fitting.count < points.count)
    }

    private static func sentence(
        _ best: MachinePoint?, _ chosen: Int, peak: Int, room: Int, isCapped: Bool
    ) -> String {
        guard let best else { return "nothing was measured" }
        let rate = "\(best.pagesPerSecond.shortDecimal) pages/s at \(best.concurrency)"
        let share = Int((equalThroughput * 100).rounded())
        let choice = "the least concurrency with at least \(share)% of the highest throughput (\(rate)) is \(chosen)"
        guard peak > 0 else { return choice }
        let memory = "a reader took up to \(peak >> 20) MiB, and \(room >> 20) MiB are there for all"
        return choice + "; " + memory + (isCapped ? ", so that more readers were not considered" : "")
    }
}
