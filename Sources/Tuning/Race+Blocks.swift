internal import Evaluation

/// Racing: all settings read the next few documents, and those that are ruled out as the best leave, contenders among
/// them, until one is left, the documents have run out or the budget is spent. A setting leaves when a wager rules it out
/// as the most accurate, or when the choice so far is surely as good within the goals of the certificate in accuracy and CPU.
extension Race {
    mutating func runBlocks() async throws(TuningError) {
        var evidence = RaceEvidence(documents: order, mix: request.mix, margin: request.selection.margin)
        while read.count < order.count, racing.count > 1 {
            let entered = racing.count
            if read.count > 0, affordableReadings < racing.count { break }
            runner.progress.begin(
                "search", "\(racing.count) settings, \(read.count) of \(order.count) documents",
                remaining: RaceSchedule.halvingReadings(settings: racing.count, from: read.count, to: order.count))
            let known = read.count
            try await readDocuments(known + RaceSchedule.block(after: known, of: order.count))
            let members = racing.map(\.id)
            // After a screening the documents have said who is behind; they are not asked twice.
            for document in read[known...] where screening == nil {
                evidence.take(
                    document, members: members, leaders: leaders(members), contenders: contenders.map(\.id), table)
            }
            leave(evidence)
            closeRung(entered: entered)
        }
    }

    /// Who may be held up as the best; with limits nobody before it is known who keeps them.
    func leaders(_ members: [SettingID]) -> [SettingID] {
        guard request.selection.isLimited else { return members }
        return rungs.isEmpty ? [] : members.filter { !limitBreakers.contains($0) }
    }

    private mutating func leave(_ evidence: RaceEvidence) {
        // Fewer documents than this may well give the same text by chance.
        if read.count >= min(8, order.count) { merge() }
        // Once all is read, nobody is saved a reading, and the choice knows everything.
        guard read.count < order.count else { return }
        let standings = standings(of: racing, bounded: false)
        let best = standings.map(\.accuracy).max() ?? 0
        limitBreakers = Set(standings.filter { request.selection.violation(of: $0) != nil }.map(\.setting))
        let behind = racing.map(\.id).filter { evidence.rulesOut($0, alpha: Certificate.alphaOfRace) }
        // A wager may reject the leader of the moment for what it was long ago; one setting has to stay.
        if behind.count < racing.count {
            ruledOut.formUnion(behind)
            drop(Set(behind), standings) { $0.shortfall(behind: best) + ", surely" }
        }
        dropDominated(standings.filter { !behind.contains($0.setting) })
        dropForBudget(standings, best: best)
    }

    /// Sends away what the choice so far is surely as good as, within the goals, in accuracy and in CPU.
    private mutating func dropDominated(_ standings: [Standing]) {
        guard let choice = Preference.choice(among: standings, policy: request.selection) else { return }
        let maker = certificateMaker
        let dominated = racing.map(\.id).filter { id in
            guard id != choice.setting else { return false }
            let pair = maker.pair(choice.setting, id)
            let (alpha, sampling) = (maker.alphaOfPair, maker.withoutReplacement)
            return pair.limitsGain(to: Certificate.goalAccuracy, alpha: alpha, sampling)
                && pair.limitsCost(to: 1 + Certificate.goalCPU, alpha: alpha, sampling)
        }
        drop(Set(dominated), standings) { _ in
            "not better than \(choice.setting) by more than \((Certificate.goalAccuracy * 100).shortDecimal) point of field "
                + "accuracy nor cheaper by more than \((Certificate.goalCPU * 100).shortDecimal)%"
        }
    }

    /// Sends the last away when the budget cannot take so many further; the certificate counts them in.
    private mutating func dropForBudget(_ standings: [Standing], best: Double) {
        let (allowed, done, all) = (affordableReadings, read.count, order.count)
        var keep = racing.count
        while keep > 2, RaceSchedule.halvingReadings(settings: keep, from: done, to: all) > allowed { keep -= 1 }
        guard keep < racing.count else { return }
        let ids = Set(racing.map(\.id))
        let ranked = Preference.ranked(standings.filter { ids.contains($0.setting) })
        drop(Set(ranked.dropFirst(keep).map(\.setting)), standings) {
            $0.shortfall(behind: best) + "; left out for the budget"
        }
    }

    // MARK: - Certificate

    private var certificateMaker: CertificateMaker {
        let gone = Set(merged.flatMap(\.others)).union(infeasible.map(\.settings.studyID))
        return CertificateMaker(
            table: table, order: order, mix: request.mix, margin: request.selection.margin,
            members: points.map(\.id).filter { !gone.contains($0) }, ruledOut: ruledOut)
    }

    func certificate(of setting: SettingID) -> Certificate {
        certificateMaker.certificate(of: setting, looks: rungs.count)
    }
}

extension RaceSchedule {
    /// How many documents a race reads before it looks again: a few at first, then an eighth of those that it has read.
    static func block(after read: Int, of documents: Int) -> Int {
        min(documents - read, read == 0 ? 4 : max(2, read / 8))
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
