public import TunedConfiguration

/// How many workers of what concurrency keep a limit at a rate.
public struct CapacityPlan: Codable, Sendable, Equatable {
    /// What a rate does to some workers.
    public struct Point: Codable, Sendable, Equatable {
        /// Workers, each on a machine like the measured one.
        public var workers: Int
        /// Readers of each.
        public var concurrency: Int
        /// Documents a second.
        public var rate: Double
        /// Share of the readers' time in which they work.
        public var utilization: Double
        /// Median seconds from enqueuing to ready.
        public var p50Seconds: Double
        /// 95th percentile.
        public var p95Seconds: Double
        /// 99th percentile.
        public var p99Seconds: Double
    }

    /// One line of the plan.
    public struct Row: Codable, Sendable, Equatable {
        /// At the rate that was asked for.
        public var point: Point
        /// Whether the limit is kept.
        public var isEnough: Bool
        /// The highest rate at which it is.
        public var highestRate: Double
        /// Memory of each worker's process tree as measured, in bytes; nil where it was not.
        public var residentBytes: Int?
    }

    /// The machine that was measured.
    public var machine: String
    /// Documents a second.
    public var rate: Double
    /// The limit, in seconds.
    public var p95LimitSeconds: Double
    /// How they come in.
    public var process: ArrivalProcess
    /// What they are.
    public var mix: Mix
    /// Seconds of an upload that are not reading.
    public var overheadSeconds: Double
    /// Seed of all draws.
    public var seed: UInt64
    /// The fewest machines that keep the limit, with the fewest readers; nil when none of the rows does.
    public var recommended: Row?
    /// By concurrency, then by workers.
    public var rows: [Row]

    /// Workers beyond this are not planned for: queues between them and one Redis were never measured.
    static let mostWorkers = 64

    /// Makes the plan.
    ///
    /// - Parameters:
    ///   - concurrencies: nil for those that were measured.
    ///   - workers: nil for around what is needed.
    /// - Throws: when the half lacks what is needed.
    public init(
        _ half: TunedConfiguration.MachineHalf, rate: Double, p95LimitSeconds: Double, load: CapacityModel.Load,
        concurrencies: [Int]? = nil, workers: [Int]? = nil
    ) throws(TuningError) {
        let model = try CapacityModel(half, load: load)
        machine = half.provenance.machine.sentence
        self.rate = rate
        self.p95LimitSeconds = p95LimitSeconds
        process = load.process
        mix = load.mix
        overheadSeconds = load.overheadSeconds
        seed = load.seed
        rows = (concurrencies ?? model.measured).flatMap { readers in
            Self.counts(workers, model: model, readers: readers, rate: rate, limit: p95LimitSeconds).map { count in
                let point = model.prediction(workers: count, readers: readers, rate: rate)
                let resident = half.evidence?.points.first { $0.concurrency == readers }?.residentBytes
                return Row(
                    point: point, isEnough: point.p95Seconds <= p95LimitSeconds,
                    highestRate: model.highestRate(workers: count, readers: readers, limitSeconds: p95LimitSeconds),
                    residentBytes: resident)
            }
        }
        recommended = rows.filter(\.isEnough).min {
            ($0.point.workers, $0.point.concurrency) < ($1.point.workers, $1.point.concurrency)
        }
    }

    /// The fewest workers that are enough, with one fewer and one more beside them.
    private static func counts(
        _ wanted: [Int]?, model: CapacityModel, readers: Int, rate: Double, limit: Double
    ) -> [Int] {
        if let wanted { return wanted }
        let least = max(1, Int((rate / model.capacity(workers: 1, readers: readers)).rounded(.down)))
        guard least <= mostWorkers else { return [mostWorkers] }
        let isEnough = { (count: Int) in
            model.prediction(workers: count, readers: readers, rate: rate).p95Seconds <= limit
        }
        // Where a document alone takes longer than the limit no number of workers helps.
        guard isEnough(mostWorkers), let enough = (least...mostWorkers).first(where: isEnough) else { return [least] }
        return [enough - 1, enough, enough + 1].filter { $0 >= 1 }
    }
}
