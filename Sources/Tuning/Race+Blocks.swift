internal import Recognition

/// Racing: all settings read the next few documents, and those that are ruled out as the best leave, contenders among
/// them, until one is left, the documents have run out or the budget is spent. The choice of the moment reads ahead to the
/// end and is what all others are held against. One leaves when it surely reads fewer fields than that by more than the
/// margin, or when that is surely as good within the goals of the certificate in accuracy and CPU.
extension Race {
    /// So many documents say who is far behind; then come those that decide among the rest.
    private static let documentsForAll = 8

    mutating func runBlocks() async throws(TuningError) {
        var nextReference = 0
        while read.count < order.count, racing.count > 1 {
            let entered = racing.count
            if read.count > 0, affordableReadings < racing.count { break }
            runner.progress.begin(
                "search", "\(racing.count) settings, \(read.count) of \(order.count) documents",
                remaining: RaceSchedule.halvingReadings(settings: racing.count, from: read.count, to: order.count))
            try await readDocuments(nextStop)
            // Fewer documents than this may well give the same text by chance.
            if read.count >= min(Self.documentsForAll, order.count) { merge() }
            if try await readAhead(from: nextReference) { nextReference = 2 * read.count }
            leave()
            // What is read on purpose shall cost less than what has been read at random.
            if read.count >= max(Self.documentsForAll, 2 * evidence.hardCount) {
                evidence.rearrange(after: read.count, table)
            }
            closeRung(entered: entered)
        }
    }

    /// Where the race looks next; what was put first on purpose is read in one go.
    private var nextStop: Int {
        if let rearranged = evidence.rearrangedAt, rearranged > read.count { return rearranged }
        return read.count + RaceSchedule.block(after: read.count, of: order.count)
    }

    // MARK: - The reference

    /// Lets the choice of the moment read to the end when it is another than before, and holds all others against the best of
    /// those that have.
    ///
    /// - Returns: whether anyone read ahead.
    private mutating func readAhead(from first: Int) async throws(TuningError) -> Bool {
        let choice = Preference.choice(among: standings(of: racing), policy: request.selection)
        guard let id = choice?.setting, let point = racing.first(where: { $0.id == id }) else { return false }
        let isNew = evidence.means(of: id, table) == nil
        let missing = order.count - read.count
        guard !isNew || (read.count >= first && affordableReadings >= missing + racing.count) else { return false }
        if isNew { try await runner.measure([point], on: Array(order.dropFirst(read.count)), into: &table) }
        let whole = racing.filter { evidence.means(of: $0.id, table) != nil }
        let standings = standings(of: whole, on: order)
        if let best = Preference.choice(among: standings, policy: request.selection) {
            evidence.refer(to: best.setting, table)
        }
        return isNew
    }

    // MARK: - Leaving

    private mutating func leave() {
        // Once all is read, nobody is saved a reading, and the choice knows everything.
        guard read.count < order.count else { return }
        let standings = standings(of: racing, bounded: false)
        let best = standings.map(\.accuracy).max() ?? 0
        let staying = Set(needsContenders(standings) ? contenders.map(\.id) : [])
        let leaving = racing.map(\.id).filter { $0 != evidence.reference?.setting && !staying.contains($0) }
        let behind = Set(leaving.filter { evidence.isBehind($0, table, alpha: alphaOfClaim) })
        ruledOut.formUnion(behind)
        drop(behind, standings) { $0.shortfall(behind: best) + ", surely" }
        dropDominated(leaving.filter { !behind.contains($0) }, standings)
        dropForBudget(standings, best: best)
    }

    /// Contenders say what others may cost. They stay for the first documents, and as long as it is in doubt whether something can
    /// be afforded that may be the most accurate.
    private func needsContenders(_ standings: [Standing]) -> Bool {
        guard read.count >= Self.documentsForAll, let reference = evidence.reference else { return true }
        let own = standings.first { $0.setting == reference.setting }?.accuracy ?? 0
        let near = standings.filter { $0.accuracy > own - Certificate.goalAccuracy }.map(\.setting)
        return self.standings(of: racing.filter { near.contains($0.id) }).contains { !$0.isSurelyAffordable }
    }

    /// Sends away what the reference is surely as good as, within the goals, in accuracy and in CPU.
    private mutating func dropDominated(_ settings: [SettingID], _ standings: [Standing]) {
        guard let reference = evidence.reference?.setting else { return }
        let accuracy = Dictionary(standings.map { ($0.setting, $0.accuracy) }) { first, _ in first }
        // What seems to be more accurate, and is not the choice only for doubt of what it costs, stays until that is settled.
        let most = (accuracy[reference] ?? 0) + request.selection.margin
        let dominated = settings.filter {
            (accuracy[$0] ?? 0) <= most && evidence.isDominated($0, table, alpha: alphaOfClaim)
        }
        drop(Set(dominated), standings) { _ in
            "not better than \(reference) by more than \((Certificate.goalAccuracy * 100).shortDecimal) point of field "
                + "accuracy nor cheaper by more than \((Certificate.goalCPU * 100).shortDecimal)%"
        }
    }

    /// Sends the last away when the budget cannot take so many further; the certificate counts them in.
    private mutating func dropForBudget(_ standings: [Standing], best: Double) {
        let (allowed, done, all) = (affordableReadings, read.count, order.count)
        var keep = racing.count
        while keep > 2, RaceSchedule.halvingReadings(settings: keep, from: done, to: all) > allowed { keep -= 1 }
        guard keep < racing.count else { return }
        // The reference has nothing left to read.
        let ids = Set(racing.map(\.id)).subtracting([evidence.reference?.setting].compactMap(\.self))
        let ranked = Preference.ranked(standings.filter { ids.contains($0.setting) })
        drop(Set(ranked.dropFirst(keep + ids.count - racing.count).map(\.setting)), standings) {
            $0.shortfall(behind: best) + "; left out for the budget"
        }
    }

    // MARK: - Certificate

    /// Chance of error of one bound of one setting.
    private var alphaOfClaim: Double { Certificate.alphaOfClaim(isScreened: screening != nil) }

    func certificate(of setting: SettingID) -> Certificate {
        let gone = Set(merged.flatMap(\.others)).union(infeasible.map(\.settings.studyID))
        return CertificateMaker(
            table: table, evidence: evidence, mix: request.mix, alpha: alphaOfClaim,
            members: points.map(\.id).filter { !gone.contains($0) }, ruledOut: ruledOut
        ).certificate(of: setting, looks: rungs.count)
    }
}

extension RaceSchedule {
    /// How many documents a race reads before it looks again: a few at first, then one by one, then an eighth of those that it
    /// has read.
    static func block(after read: Int, of documents: Int) -> Int {
        min(documents - read, read == 0 ? 4 : max(1, read / 8))
    }

    /// Readings from `read` documents on to all of them, when half of the settings leave each time the documents double.
    static func halvingReadings(settings: Int, from read: Int, to documents: Int) -> Int {
        var (read, settings, sum) = (read, settings, 0)
        while read < documents {
            let next = min(documents, max(4, 2 * read))
            sum += settings * (next - read)
            (read, settings) = (next, max(min(2, settings), (settings + 1) / 2))
        }
        return sum
    }
}
