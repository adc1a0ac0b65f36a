internal import Evaluation
internal import Recognition
public import TunedConfiguration

/// Predicts what workers of a tuned file do with a stream of uploads: service times and slowdowns as measured, queueing
/// by simulation. The same inputs give the same answer.
public struct CapacityModel: Sendable {
    /// What is asked of it.
    public struct Load: Sendable {
        /// How uploads come in.
        public var process: ArrivalProcess
        /// Share of each kind of input.
        public var mix: Mix
        /// Seconds of an upload that are not reading: claiming, fetching, writing.
        public var overheadSeconds: Double
        /// Decides all draws.
        public var seed: UInt64

        /// Creates a load.
        public init(process: ArrivalProcess, mix: Mix, overheadSeconds: Double, seed: UInt64) {
            self.process = process
            self.mix = mix
            self.overheadSeconds = overheadSeconds
            self.seed = seed
        }
    }

    /// Documents of a long run; the first tenth only fills the queue and is not counted.
    static let longRun = 30_000

    private let serviceSeconds: [InputKind: [Double]]
    private let slowdowns: [(concurrency: Int, slowdown: Double)]
    private let weights: [InputKind: Double]
    private let load: Load
    private let stream: ArrivalStream
    private let quantiles: [Double]

    /// Concurrencies that were measured.
    public var measured: [Int] { slowdowns.map(\.concurrency) }

    /// - Throws: `cannotPlan` when the half was measured without service times, or with none for the mix.
    public init(_ half: TunedConfiguration.MachineHalf, load: Load) throws(TuningError) {
        guard let evidence = half.evidence, !evidence.serviceSeconds.isEmpty else {
            throw .cannotPlan(
                "the tuned file keeps no service times for \(half.provenance.machine.sentence); measure them there with "
                    + "`cricksy-bench machine`")
        }
        let missing = load.mix.weights.keys.filter { evidence.serviceSeconds[$0]?.isEmpty ?? true }.map(\.rawValue)
        guard missing.isEmpty, let weights = load.mix.weights(among: evidence.serviceSeconds.keys) else {
            throw .cannotPlan(
                "no service times were measured for \(missing.sorted().joined(separator: ", ")); measure with "
                    + "`cricksy-bench machine --mix`, or leave the kind out of --mix")
        }
        serviceSeconds = evidence.serviceSeconds
        let processors = half.provenance.machine.usableCores
        slowdowns = evidence.points.map { point in
            (point.concurrency, point.slowdown ?? max(1, Double(point.concurrency) / processors))
        }
        self.weights = weights
        self.load = load
        stream = ArrivalStream(load.process, count: Self.longRun, weights: weights, seed: load.seed)
        var generator = SplitMix64(seed: load.seed ^ 0x5EED)
        quantiles = (0..<Self.longRun).map { _ in generator.fraction() }
    }

    // MARK: - Long runs

    /// What a rate does to so many workers in the long run.
    public func prediction(workers: Int, readers: Int, rate: Double) -> CapacityPlan.Point {
        let arrivals = stream.arrivals(rate: rate)
        let result = simulation(workers, readers).run(
            arrivals: arrivals.map(\.seconds), demands: demands(of: arrivals, quantiles: quantiles))
        let counted = Array(result.latencies.dropFirst(Self.longRun / 10)).sorted()
        return CapacityPlan.Point(
            workers: workers, concurrency: readers, rate: rate, utilization: result.utilization,
            p50Seconds: counted.quantile(0.5), p95Seconds: counted.quantile(0.95), p99Seconds: counted.quantile(0.99))
    }

    /// The highest rate at which 95 of 100 documents are ready within the limit; 0 when not even a single document is.
    public func highestRate(workers: Int, readers: Int, limitSeconds: Double) -> Double {
        highest(below: 1.2 * capacity(workers: workers, readers: readers)) { rate in
            prediction(workers: workers, readers: readers, rate: rate).p95Seconds <= limitSeconds
        }
    }

    /// Documents a second that so many readers can read at all.
    public func capacity(workers: Int, readers: Int) -> Double {
        let mean = weights.reduce(0.0) { sum, share in
            let times = serviceSeconds[share.key] ?? []
            return sum + share.value * times.reduce(0, +) / Double(max(1, times.count))
        }
        return Double(workers * readers) / (slowdown(of: readers)[readers] * (mean + load.overheadSeconds))
    }

    // MARK: - Runs of a given length

    /// Uploads of a run that starts with an empty queue and ends its arrivals after so many seconds.
    public func schedule(rate: Double, seconds: Double) -> [Arrival] { stream.arrivals(rate: rate, within: seconds) }

    /// The 95th percentile that such a run will show: the median over draws of the documents' service times.
    public func p95(of schedule: [Arrival], workers: Int, readers: Int, draws: Int = 101) -> Double {
        let simulation = simulation(workers, readers)
        let figures = (0..<draws).map { draw in
            var generator = SplitMix64(seed: load.seed &+ UInt64(draw) &* 0x9E37)
            let quantiles = schedule.map { _ in generator.fraction() }
            let result = simulation.run(
                arrivals: schedule.map(\.seconds), demands: demands(of: schedule, quantiles: quantiles))
            return result.latencies.sorted().quantile(0.95)
        }
        return figures.sorted().quantile(0.5)
    }

    /// The highest rate of such a run.
    public func highestRate(workers: Int, readers: Int, limitSeconds: Double, runSeconds: Double) -> Double {
        highest(below: 3 * capacity(workers: workers, readers: readers)) { rate in
            let schedule = schedule(rate: rate, seconds: runSeconds)
            return p95(of: schedule, workers: workers, readers: readers, draws: 21) <= limitSeconds
        }
    }

    // MARK: - Parts

    private func highest(below bound: Double, _ holds: (Double) -> Bool) -> Double {
        var (low, high) = (0.0, bound)
        for _ in 0..<14 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return low
    }

    private func simulation(_ workers: Int, _ readers: Int) -> QueueSimulation {
        QueueSimulation(workers: workers, readers: readers, slowdown: slowdown(of: readers))
    }

    private func demands(of arrivals: [Arrival], quantiles: [Double]) -> [Double] {
        zip(arrivals, quantiles).map { arrival, quantile in
            let times = serviceSeconds[arrival.kind] ?? []
            let index = Int(quantile * Double(times.count))
            return load.overheadSeconds + (times.indices.contains(index) ? times[index] : 0)
        }
    }

    /// For 0 to so many readers at work: as measured, straight lines between, and beyond as though only time is shared.
    private func slowdown(of readers: Int) -> [Double] {
        (0...readers).map { count in
            guard count > 1, let above = slowdowns.first(where: { $0.concurrency >= count }) else {
                guard count > 1, let last = slowdowns.last else { return 1 }
                return max(1, last.slowdown) * Double(count) / Double(last.concurrency)
            }
            let below = slowdowns.last { $0.concurrency < count } ?? (1, 1)
            let share = Double(count - below.concurrency) / Double(max(1, above.concurrency - below.concurrency))
            return max(1, below.slowdown + share * (above.slowdown - below.slowdown))
        }
    }
}

extension [Double] {
    /// Nearest rank of a sorted list; 0 for an empty one.
    fileprivate func quantile(_ fraction: Double) -> Double {
        isEmpty ? 0 : self[Swift.min(count - 1, Swift.max(0, Int((fraction * Double(count)).rounded(.up)) - 1))]
    }
}
