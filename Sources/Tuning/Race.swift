internal import Evaluation
internal import Recognition

/// The search on the tune split: settings read the same documents, round by round, and those that fall behind leave.
struct Race {
    let request: StudyRequest
    let runner: TrialRunner
    /// Reads for accuracy before the race; nil for nobody.
    let fleet: TrialRunner?
    /// Defaults and incumbent: the candidate has to be confirmed against them.
    let contenders: [SearchSpace.Point]
    /// The documents in the order in which they are read.
    var order: [StudyDocument] { evidence.order }
    /// What speaks against each setting.
    var evidence: ReferenceEvidence

    var table: MeasurementTable
    /// What was read for accuracy alone, and the same of the documents that were timed before.
    var accuracies: MeasurementTable
    var screening: ScreeningFacts?
    /// Settings that read on; contenders are among them.
    var racing: [SearchSpace.Point]
    var infeasible: [InfeasibleSetting]
    var merged: [MergedSettings] = []
    var dropped: [DroppedSetting] = [] { didSet { runner.note(dropped) } }
    var rungs: [SearchRung] = []
    /// Documents that every setting still in the race has read.
    var read: [StudyDocument] = []
    /// Settings that were ruled out as the best, at the chance of error that the certificate states.
    var ruledOut: Set<SettingID> = []
    /// Settings that broke a limit before a screening.
    var limitBreakers: Set<SettingID> = []
    var certificate: Certificate?

    private var began = ContinuousClock().now

    init(request: StudyRequest, runner: TrialRunner, fleet: TrialRunner? = nil) {
        self.request = request
        self.runner = runner
        self.fleet = fleet
        table = MeasurementTable(documents: request.documents)
        accuracies = table
        let contenders =
            request.incumbent.id == SearchSpace.Point.defaults.id ? [.defaults] : [.defaults, request.incumbent]
        self.contenders = contenders
        for contender in contenders {
            table.define(contender)
            accuracies.define(contender)
        }
        racing = []
        infeasible = request.space.infeasible
        evidence = ReferenceEvidence(
            documents: request.search == .race ? request.randomDocuments(in: .tune) : request.documents(in: .tune),
            mix: request.mix, margin: request.selection.margin)
        racing = points
    }

    /// All that took part: contenders first, then the space in its order.
    var points: [SearchSpace.Point] {
        contenders + request.space.points.filter { point in !contenders.contains { $0.id == point.id } }
    }

    /// Runs the race and gives the candidate.
    mutating func run() async throws(TuningError) -> Standing {
        began = ContinuousClock().now
        switch request.search {
        case .race:
            try await screen()
            try await runBlocks()
        case .halving, .grid: try await runRungs()
        }
        let standings = standings(of: racing)
        if let candidate = Preference.choice(among: standings, policy: request.selection) {
            if request.search != .halving { certificate = certificate(of: candidate.setting) }
            return candidate
        }
        guard let first = Preference.ranked(standings).first else {
            throw .nothingFeasible("the tune split has no documents of the kinds in the mix")
        }
        throw .limitsNotMet(request.selection.violation(of: first) ?? "no setting keeps them")
    }

    // MARK: - Reading

    mutating func readDocuments(_ count: Int) async throws(TuningError) {
        let fresh = Array(order[read.count..<max(read.count, min(count, order.count))])
        try await runner.measure(racing, on: fresh, into: &table)
        read += fresh
        try removeInfeasible()
    }

    private mutating func removeInfeasible() throws(TuningError) {
        for contender in contenders {
            guard let reason = table.infeasibility(of: contender.id) else { continue }
            throw .invalidIncumbent("\(contender.name) cannot run here: \(reason)")
        }
        racing.removeAll { point in
            guard let reason = table.infeasibility(of: point.id) else { return false }
            infeasible.append(InfeasibleSetting(name: point.name, settings: point.settings, reason: reason))
            return true
        }
    }

    /// What of the budget is left for the search, in readings; decided by what was measured, and so the same again when the
    /// run is resumed.
    var affordableReadings: Int {
        let measured = table.readings(on: order).map(\.wallSeconds)
        let spent = measured.reduce(0, +) / Double(request.concurrency)
        let perReading = max(spent / Double(max(1, measured.count)), 1e-6)
        let allowed = (request.secondsForSearch(perReading: perReading) - spent) / perReading
        return Int(max(0, min(allowed, 1e9)))
    }

    // MARK: - Leaving

    mutating func merge() { merge(on: read, texts: table) }

    /// - Parameter texts: a table of the documents' texts; what they cost is what it cost here.
    mutating func merge(on documents: [StudyDocument], texts: MeasurementTable) {
        // The reference stands for its copies, for it has read more than they.
        let contenderIDs = Set(contenders.map(\.id) + [evidence.reference?.setting].compactMap(\.self))
        let entries = racing.map { point in
            Merger.Entry(
                setting: point.id, isContender: contenderIDs.contains(point.id),
                texts: documents.map { texts.measurement(point.id, $0.id)?.text },
                cpu: documents.reduce(0) { $0 + (table.measurement(point.id, $1.id)?.cpuSeconds ?? 0) })
        }
        for group in Merger.groups(entries) {
            merged.append(group)
            racing.removeAll { group.others.contains($0.id) }
        }
    }

    mutating func drop(_ settings: Set<SettingID>, _ standings: [Standing], reason: (Standing) -> String) {
        for standing in standings where settings.contains(standing.setting) {
            dropped.append(
                DroppedSetting(
                    setting: standing.setting, rung: rungs.count + 1, documents: read.count, reason: reason(standing)))
        }
        racing.removeAll { settings.contains($0.id) }
    }

    /// Writes a round down.
    ///
    /// - Parameter documents: nil for those that were read here.
    mutating func closeRung(entered: Int, documents: Int? = nil, byFleet: Bool? = nil) {
        let now = ContinuousClock().now
        rungs.append(
            SearchRung(
                number: rungs.count + 1, documents: documents ?? read.count, entered: entered,
                survived: racing.count, cpuSeconds: cpuSpent - rungs.reduce(0) { $0 + $1.cpuSeconds },
                wallSeconds: (now - began).seconds, byFleet: byFleet))
        began = now
    }

    // MARK: - Standing

    /// How points stand on these documents, by default all that everybody has read. Without `bounded` no interval of the cost is made, which takes its time.
    func standings(
        of points: [SearchSpace.Point], on documents: [StudyDocument]? = nil, bounded: Bool = true
    ) -> [Standing] {
        let comparison = Confirmation(
            table: table, documents: documents ?? read, mix: request.mix,
            bootstrap: bounded ? request.bootstrap : nil)
        return points.map { comparison.standing(of: $0.id, beside: contenders.map(\.id)) }
    }

    private var cpuSpent: Double { table.readings(on: order).reduce(0) { $0 + $1.cpuSeconds } }
}

extension StudyRequest {
    /// How every interval of the study is made.
    var bootstrap: ClusterBootstrap { ClusterBootstrap(seed: seed, resamples: resamples) }

    /// A fifth of the budget is kept for the machine half.
    static let machineShare = 0.2

    /// What the budget leaves for the search when validation and test split are read with three settings.
    func secondsForSearch(perReading: Double) -> Double {
        let after = documents(in: .validation).count + documents(in: .test).count
        return budgetSeconds * (measuresMachine ? 1 - Self.machineShare : 1) - Double(3 * after) * perReading
    }
}

extension Duration {
    /// As seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
