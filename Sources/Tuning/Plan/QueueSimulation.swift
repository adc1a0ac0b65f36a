/// One queue before several workers, each a machine of its own with some readers: first come, first served by whichever
/// reader is free. Readers of one machine share its CPUs, so that the more of them work the slower each is; how much
/// slower is measured, not assumed.
package struct QueueSimulation {
    /// Workers, each on a machine of its own.
    package let workers: Int
    /// Readers of each.
    package let readers: Int
    /// How many times longer a document takes while so many readers of a machine work; of 0 readers 1.
    package let slowdown: [Double]

    package init(workers: Int, readers: Int, slowdown: [Double]) {
        self.workers = workers
        self.readers = readers
        self.slowdown = slowdown
    }

    /// What came of it.
    package struct Result {
        /// Seconds from each document's arrival to its end, in the order of the arrivals.
        package var latencies: [Double]
        /// Share of the readers' time in which they worked, until the last arrival.
        package var utilization: Double
    }

    /// A machine in virtual time: its clock runs slower the more readers work, and a document ends when the clock has
    /// moved on by what it takes alone (processor sharing).
    private struct Machine {
        var clock = 0.0
        var updated = 0.0
        var active: [(end: Double, document: Int)] = []
        var lastClaim = 0
    }

    /// Lets documents come and be read.
    ///
    /// - Parameters:
    ///   - arrivals: seconds at which they come, rising.
    ///   - demands: seconds that each takes alone on a machine.
    package func run(arrivals: [Double], demands: [Double]) -> Result {
        var state = State(simulation: self, arrivals: arrivals, demands: demands)
        while state.step() {}
        let span = (arrivals.last ?? 0) * Double(workers * readers)
        return Result(latencies: state.latencies, utilization: span > 0 ? min(1, state.busySeconds / span) : 0)
    }

    private struct State {
        let simulation: QueueSimulation
        let arrivals: [Double]
        let demands: [Double]
        var machines: [Machine]
        var latencies: [Double]
        var busySeconds = 0.0
        private var nextArrival = 0
        private var nextStart = 0
        private var claims = 0

        init(simulation: QueueSimulation, arrivals: [Double], demands: [Double]) {
            self.simulation = simulation
            self.arrivals = arrivals
            self.demands = demands
            machines = Array(repeating: Machine(), count: simulation.workers)
            latencies = Array(repeating: 0, count: arrivals.count)
        }

        /// The next arrival or the next end, whichever is first; false when nothing is left.
        mutating func step() -> Bool {
            let ending = machines.indices.compactMap { index in end(of: index).map { (at: $0, machine: index) } }
                .min { $0.at < $1.at }
            if nextArrival < arrivals.count, arrivals[nextArrival] <= ending?.at ?? .infinity {
                let now = arrivals[nextArrival]
                nextArrival += 1
                start(now)
                return true
            }
            guard let ending else { return false }
            finish(on: ending.machine, at: ending.at)
            start(ending.at)
            return true
        }

        private func pace(_ count: Int) -> Double { simulation.slowdown[min(count, simulation.slowdown.count - 1)] }

        private func end(of index: Int) -> Double? {
            let machine = machines[index]
            guard let first = machine.active.map(\.end).min() else { return nil }
            return machine.updated + max(0, first - machine.clock) * pace(machine.active.count)
        }

        private mutating func advance(_ index: Int, to now: Double) {
            let elapsed = now - machines[index].updated
            let count = machines[index].active.count
            if count > 0 { machines[index].clock += elapsed / pace(count) }
            if now <= arrivals.last ?? 0 { busySeconds += elapsed * Double(count) }
            machines[index].updated = now
        }

        private mutating func finish(on index: Int, at now: Double) {
            advance(index, to: now)
            guard
                let place = machines[index].active.indices.min(by: { left, right in
                    machines[index].active[left].end < machines[index].active[right].end
                })
            else { return }
            let document = machines[index].active.remove(at: place).document
            latencies[document] = now - arrivals[document]
        }

        /// Gives waiting documents to free readers; Redis serves the worker that has waited longest.
        private mutating func start(_ now: Double) {
            while nextStart < nextArrival {
                let free = machines.indices.filter { machines[$0].active.count < simulation.readers }
                guard let index = free.min(by: { machines[$0].lastClaim < machines[$1].lastClaim }) else { return }
                advance(index, to: now)
                machines[index].active.append((machines[index].clock + demands[nextStart], nextStart))
                claims += 1
                machines[index].lastClaim = claims
                nextStart += 1
            }
        }
    }
}
