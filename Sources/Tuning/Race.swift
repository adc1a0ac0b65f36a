internal import Evaluation
internal import Recognition

/// The search on the tune split: settings read the same documents, round by round, and those that fall behind leave.
struct Race {
    let request: StudyRequest
    let runner: TrialRunner
    /// Defaults and incumbent; they stay to the end.
    let contenders: [SearchSpace.Point]
    /// The documents in the order in which they are read.
    let order: [StudyDocument]

    private(set) var table: MeasurementTable
    private(set) var racing: [SearchSpace.Point]
    private(set) var infeasible: [InfeasibleSetting]
    private(set) var merged: [MergedSettings] = []
    private(set) var dropped: [DroppedSetting] = [] { didSet { runner.note(dropped) } }
    private(set) var rungs: [SearchRung] = []
    /// Documents that every setting still in the race has read.
    private(set) var read: [StudyDocument] = []

    init(request: StudyRequest, runner: TrialRunner, table: MeasurementTable) {
        self.request = request
        self.runner = runner
        self.table = table
        let contenders =
            request.incumbent.settings == SearchSpace.Point.defaults.settings
            ? [.defaults] : [.defaults, request.incumbent]
        self.contenders = contenders
        racing = request.space.points.filter { point in !contenders.contains { $0.settings == point.settings } }
        infeasible = request.space.infeasible
        order = request.documents(in: .tune)
    }

    /// Runs the race and gives the candidate.
    mutating func run() async throws(TuningError) -> Standing {
        let block = min(order.count, Set(order.map(\.kind)).count)
        let clock = ContinuousClock()
        var began = clock.now
        runner.progress.begin("search", "\(racing.count) settings", remaining: plannedAtFirst(block: block))
        try await readDocuments(request.search == .grid ? order.count : block)
        let schedule = schedule(block: block)
        for (number, rung) in schedule.rungs.enumerated() {
            let entered = racing.count + contenders.count
            announce(schedule, from: number)
            try await readDocuments(rung.documents)
            merge()
            if number + 1 < schedule.rungs.count { drop(to: rung.keep, rung: number + 1) }
            let now = clock.now
            rungs.append(
                SearchRung(
                    number: number + 1, documents: read.count, entered: entered,
                    survived: racing.count + contenders.count,
                    cpuSeconds: cpuSpent - rungs.reduce(0) { $0 + $1.cpuSeconds },
                    wallSeconds: (now - began).seconds))
            began = now
        }
        guard let candidate = Preference.choice(among: standings(of: racing + contenders)) else {
            throw .nothingFeasible("the tune split has no documents of the kinds in the mix")
        }
        return candidate
    }

    // MARK: - Planning

    private func plannedAtFirst(block: Int) -> Int {
        let schedule =
            request.search == .grid
            ? RaceSchedule.grid(documents: order.count, settings: racing.count)
            : RaceSchedule.halving(first: 2 * block, divisor: 2, documents: order.count, settings: racing.count)
        return schedule.readings(settings: racing.count, contenders: contenders.count, already: 0)
    }

    private func announce(_ schedule: RaceSchedule, from number: Int) {
        let rest = RaceSchedule(rungs: Array(schedule.rungs[number...]))
        let remaining = rest.readings(settings: racing.count, contenders: contenders.count, already: read.count)
        runner.progress.begin("search", "rung \(number + 1), \(racing.count) settings", remaining: remaining)
    }

    /// Decided by what the first block cost, and so the same again when the run is resumed.
    private func schedule(block: Int) -> RaceSchedule {
        guard request.search == .halving else { return .grid(documents: order.count, settings: racing.count) }
        let measured = table.readings(on: read).map(\.wallSeconds)
        let spent = measured.reduce(0, +) / Double(request.concurrency)
        let perReading = max(spent / Double(max(1, measured.count)), 1e-6)
        let allowed = (request.secondsForSearch(perReading: perReading) - spent) / perReading
        return .fitting(
            readings: Int(max(0, min(allowed, 1e9))), block: block, documents: order.count, settings: racing.count,
            contenders: contenders.count)
    }

    // MARK: - Reading

    private mutating func readDocuments(_ count: Int) async throws(TuningError) {
        let fresh = Array(order[read.count..<max(read.count, min(count, order.count))])
        let settings = (contenders + racing).map(\.settings)
        try await runner.measure(settings, on: fresh, into: &table)
        read += fresh
        try removeInfeasible()
    }

    private mutating func removeInfeasible() throws(TuningError) {
        for contender in contenders {
            guard let reason = table.infeasibility(of: contender.settings.studyID) else { continue }
            throw .invalidIncumbent("\(contender.name) cannot run here: \(reason)")
        }
        racing.removeAll { point in
            guard let reason = table.infeasibility(of: point.settings.studyID) else { return false }
            infeasible.append(InfeasibleSetting(name: point.name, settings: point.settings, reason: reason))
            return true
        }
    }

    // MARK: - Leaving

    private mutating func merge() {
        let contenderIDs = Set(contenders.map(\.settings.studyID))
        let entries = (contenders + racing).map { point in
            let id = point.settings.studyID
            let measurements = read.map { table.measurement(id, $0.id) }
            return Merger.Entry(
                setting: id, isContender: contenderIDs.contains(id), texts: measurements.map { $0?.text },
                cpu: measurements.reduce(0) { $0 + ($1?.cpuSeconds ?? 0) })
        }
        for group in Merger.groups(entries) {
            merged.append(group)
            racing.removeAll { group.others.contains($0.settings.studyID) }
        }
    }

    private mutating func drop(to keep: Int, rung: Int) {
        let ranked = Preference.ranked(standings(of: racing))
        let best = standings(of: racing + contenders).map(\.accuracy).max() ?? 0
        let leaving = ranked.dropFirst(keep)
        for standing in leaving {
            dropped.append(
                DroppedSetting(
                    setting: standing.setting, rung: rung, documents: read.count,
                    reason: reason(standing, best: best)))
        }
        let gone = Set(leaving.map(\.setting))
        racing.removeAll { gone.contains($0.settings.studyID) }
    }

    private func reason(_ standing: Standing, best: Double) -> String {
        guard standing.isAffordable else {
            return "costs \(standing.cpuRatio.shortDecimal) times the CPU of a contender, and could not be confirmed "
                + "above \(Confirmation.worstRatio.shortDecimal)"
        }
        let points = ((best - standing.accuracy) * 100).shortDecimal
        return "field accuracy \((standing.accuracy * 100).shortDecimal)%, \(points) points behind the best"
    }

    // MARK: - Standing

    private func standings(of points: [SearchSpace.Point]) -> [Standing] {
        let comparison = Confirmation(
            table: table, documents: read, mix: request.mix, bootstrap: request.bootstrap)
        return points.map { point in
            let id = point.settings.studyID
            let rivals = contenders.map(\.settings.studyID).filter { $0 != id }
            let ratios = rivals.compactMap { comparison.cpuRatio(of: id, to: $0) }
            return Standing(
                setting: id, accuracy: table.value(.fieldAccuracy, of: id, on: read, mix: request.mix) ?? 0,
                cpu: table.value(.cpuPerPage, of: id, on: read, mix: request.mix) ?? .infinity,
                cpuRatio: ratios.map(\.value).max() ?? 1, cpuRatioBound: ratios.map { $0.high ?? $0.value }.max())
        }
    }

    private var cpuSpent: Double { table.readings(on: read).reduce(0) { $0 + $1.cpuSeconds } }
}

extension StudyRequest {
    /// How every interval of the study is made.
    var bootstrap: ClusterBootstrap { ClusterBootstrap(seed: seed, resamples: resamples) }

    /// A fifth of the budget is kept for the machine half.
    static let machineShare = 0.2

    /// What the budget leaves for the search when the confirmation reads the validation split with three settings.
    func secondsForSearch(perReading: Double) -> Double {
        let confirmation = Double(3 * documents(in: .validation).count) * perReading
        return budgetSeconds * (measuresMachine ? 1 - Self.machineShare : 1) - confirmation
    }
}

extension Duration {
    /// As seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
