/// Successive halving and the whole grid: rounds that are planned beforehand. Contenders stay to the end.
extension Race {
    mutating func runRungs() async throws(TuningError) {
        let block = min(order.count, Set(order.map(\.kind)).count)
        runner.progress.begin("search", "\(challengers.count) settings", remaining: plannedAtFirst(block: block))
        try await readDocuments(request.search == .grid ? order.count : block)
        let schedule = schedule(block: block)
        for (number, rung) in schedule.rungs.enumerated() {
            let entered = racing.count
            announce(schedule, from: number)
            try await readDocuments(rung.documents)
            merge()
            if number + 1 < schedule.rungs.count { dropLast(keeping: rung.keep) }
            closeRung(entered: entered)
        }
    }

    private var challengers: [SearchSpace.Point] {
        racing.filter { point in !contenders.contains { $0.id == point.id } }
    }

    private func plannedAtFirst(block: Int) -> Int {
        let schedule =
            request.search == .grid
            ? RaceSchedule.grid(documents: order.count, settings: challengers.count)
            : RaceSchedule.halving(first: 2 * block, divisor: 2, documents: order.count, settings: challengers.count)
        return schedule.readings(settings: challengers.count, contenders: contenders.count, already: 0)
    }

    private func announce(_ schedule: RaceSchedule, from number: Int) {
        let rest = RaceSchedule(rungs: Array(schedule.rungs[number...]))
        let remaining = rest.readings(settings: challengers.count, contenders: contenders.count, already: read.count)
        runner.progress.begin(
            "search", "rung \(number + 1), \(challengers.count) settings", remaining: remaining)
    }

    private func schedule(block: Int) -> RaceSchedule {
        guard request.search == .halving else { return .grid(documents: order.count, settings: challengers.count) }
        return .fitting(
            readings: affordableReadings, block: block, documents: order.count, settings: challengers.count,
            contenders: contenders.count)
    }

    private mutating func dropLast(keeping keep: Int) {
        let ranked = Preference.ranked(standings(of: challengers, bounded: false))
        let best = standings(of: racing, bounded: false).map(\.accuracy).max() ?? 0
        drop(Set(ranked.dropFirst(keep).map(\.setting)), ranked) { $0.shortfall(behind: best) }
    }
}

extension Standing {
    /// Why it leaves.
    func shortfall(behind best: Double) -> String {
        guard isAffordable else {
            return "costs \(cpuRatio.shortDecimal) times the CPU of a contender, and could not be confirmed "
                + "above \(Confirmation.worstRatio.shortDecimal)"
        }
        let points = ((best - accuracy) * 100).shortDecimal
        return "field accuracy \((accuracy * 100).shortDecimal)%, \(points) points behind the best"
    }
}
