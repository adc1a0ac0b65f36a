internal import Evaluation
internal import Recognition

/// What speaks against each setting of a screening: a wager against "it reads as well as the best", for every setting one. Documents
/// come in an order drawn at random, each once, and whom a setting is held against is decided before the document is
/// looked at; so the best of the space is sent away with at most the stated probability, however often one looks and
/// however many settings there are.
struct RaceEvidence {
    /// Weight of a document of each kind, such that the plain mean over the split is the mean weighted by the mix.
    let weights: [InputKind: Double]
    /// What a weighted difference of two accuracies can be at most.
    let bound: Double
    private let documents: Int
    private let margin: Double
    private let worstRatio: Double
    private var wagers: [SettingID: Wager] = [:]
    private var sums: [SettingID: (accuracy: Double, cpu: Double)] = [:]
    private var count = 0

    /// Evidence over the documents of a split.
    ///
    /// - Parameter worstRatio: who costs more than so many times the cheaper contender is not held up as the best.
    init(documents: [StudyDocument], mix: Mix, margin: Double, worstRatio: Double = Confirmation.worstRatio) {
        self.documents = documents.count
        self.margin = margin
        self.worstRatio = worstRatio
        weights = mix.documentWeights(of: documents)
        bound = weights.values.max() ?? 1
    }

    /// Takes a document that all members have read; those of `leaders` may be the choice, and `contenders` say what may be
    /// paid.
    mutating func take(
        _ document: StudyDocument, members: [SettingID], leaders: [SettingID], contenders: [SettingID],
        _ table: MeasurementTable
    ) {
        let weight = weights[document.kind] ?? 0
        let readings = members.compactMap { id in table.measurement(id, document.id).map { (id, $0) } }
        if let leader = leader(leaders, contenders.filter(members.contains)),
            let best = readings.first(where: { $0.0 == leader })?.1.accuracy
        {
            for (id, reading) in readings where id != leader {
                let behind = (sums[leader]?.accuracy ?? 0) - (sums[id]?.accuracy ?? 0)
                let mean = (Double(documents) * margin - behind) / Double(documents - count)
                wagers[id, default: Wager(bound: bound)].observe(weight * (best - reading.accuracy), mean: mean)
            }
        }
        for (id, reading) in readings {
            let sum = sums[id] ?? (0, 0)
            sums[id] = (
                sum.accuracy + weight * reading.accuracy,
                sum.cpu + weight * reading.cpuSeconds / Double(max(1, document.pages))
            )
        }
        count += 1
    }

    /// The most accurate so far of those that can be afforded.
    private func leader(_ leaders: [SettingID], _ contenders: [SettingID]) -> SettingID? {
        let cpu = { (id: SettingID) in sums[id]?.cpu ?? .infinity }
        let affordable = leaders.filter { id in
            let allowed = contenders.filter { $0 != id }.map(cpu).min() ?? .infinity
            return cpu(id) < worstRatio * allowed
        }
        let accuracy = { (id: SettingID) in sums[id]?.accuracy ?? -1 }
        return (affordable.isEmpty ? leaders : affordable).filter { sums[$0] != nil }
            .max { (accuracy($0), $1) < (accuracy($1), $0) }
    }

    /// Whether a setting is ruled out as the best, at a chance of error of `alpha` for the whole race.
    func rulesOut(_ setting: SettingID, alpha: Double) -> Bool {
        (wagers[setting]?.evidence ?? 1) * alpha >= 1
    }
}
