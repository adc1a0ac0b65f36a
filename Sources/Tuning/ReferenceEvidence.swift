internal import Evaluation
internal import Recognition

/// What speaks against each setting of a race, held against a reference: a setting that has read every document of the split.
/// Of the reference all is known, so what another loses and costs is bounded by itself, from readings of documents in an order
/// drawn at random, and nobody can lose less than nothing. A bound is wrong for one setting with at most the stated
/// probability, however often one looks and whatever setting is the reference.
struct ReferenceEvidence {
    /// A setting that all others are held against, and its means over the split.
    struct Reference {
        let setting: SettingID
        let loss: Double
        let cost: Double
    }

    /// The documents in the order in which they are read.
    private(set) var order: [StudyDocument]
    /// From when on documents are read that are not like those before; nil before that is decided.
    private(set) var rearrangedAt: Int?
    private(set) var reference: Reference?
    let margin: Double
    private let weights: [InputKind: Double]
    private var losses: FinitePopulationSequence
    private var costs: FinitePopulationSequence

    init(documents: [StudyDocument], mix: Mix, margin: Double) {
        order = documents
        self.margin = margin
        weights = mix.documentWeights(of: documents)
        let selections = documents.map(Self.selection(weights))
        losses = FinitePopulationSequence(selections, bound: weights.values.max() ?? 1)
        costs = FinitePopulationSequence(selections, bound: 1)
    }

    /// What text layers say nearly all settings read the same and for nothing: they tell no settings apart, and no wager is
    /// made on them unless there is nothing else.
    private static func selection(
        _ weights: [InputKind: Double]
    ) -> (StudyDocument) -> FinitePopulationSequence.Selection {
        let telling = weights.filter { $0.value > 0 && $0.key != .text }
        return { telling.isEmpty || telling[$0.kind] != nil ? .drawn : .apart }
    }

    // MARK: - The reference

    /// Holds all others against a setting that has read every document.
    mutating func refer(to setting: SettingID, _ table: MeasurementTable) {
        guard let loss = mean(losses(of: setting, table)), let cost = mean(costs(of: setting, table)) else { return }
        reference = Reference(setting: setting, loss: loss, cost: cost)
    }

    /// How many documents are read before others because the reference loses most on them: a twentieth.
    var hardCount: Int { Int((Double(order.count) / 20).rounded()) }

    /// Puts what decides among the last few next: documents that cost next to nothing, and those on which the reference loses
    /// most, for there others could gain most. The rest stays in random order, and there what others lose and cost is held
    /// against what the reference does.
    ///
    /// - Parameter count: documents that have been read.
    mutating func rearrange(after count: Int, _ table: MeasurementTable) {
        guard let reference, rearrangedAt == nil else { return }
        let selection = Self.selection(weights)
        let rest = order[count...]
        let cheap = rest.filter { selection($0) == .apart }
        let hardest = rest.filter { selection($0) == .drawn }
            .sorted { (loss($0, reference.setting, table), $1.id) > (loss($1, reference.setting, table), $0.id) }
            .prefix(hardCount)
        let taken = Set(hardest.map(\.id))
        let drawn = rest.filter { selection($0) == .drawn && !taken.contains($0.id) }
        order = order[..<count] + cheap + hardest + drawn
        let begin = count + cheap.count + hardest.count
        rearrangedAt = begin
        let selections = order.map { taken.contains($0.id) ? .taken : selection($0) }
        losses = FinitePopulationSequence(selections, bound: weights.values.max() ?? 1)
        costs = FinitePopulationSequence(selections, bound: 1)
        losses.assist(by: losses(of: reference.setting, table), from: begin)
        costs.assist(by: costs(of: reference.setting, table), from: begin)
    }

    // MARK: - Bounds

    /// Whether a setting is surely less accurate than the reference by more than the margin.
    func isBehind(_ setting: SettingID, _ table: MeasurementTable, alpha: Double) -> Bool {
        guard let reference else { return false }
        return losses.rejects(mean: reference.loss + margin, losses(of: setting, table), alpha: alpha)
    }

    /// Whether a setting is surely not better than the reference by more than the goals of a certificate.
    func isDominated(_ setting: SettingID, _ table: MeasurementTable, alpha: Double) -> Bool {
        guard let reference else { return false }
        let least = reference.loss - Certificate.goalAccuracy
        return (least < 0 || losses.rejects(mean: least, losses(of: setting, table), alpha: alpha))
            && costs.rejects(
                mean: reference.cost / (1 + Certificate.goalCPU), costs(of: setting, table), alpha: alpha)
    }

    /// What a setting surely loses at least, and what it surely costs at least; means over the split.
    func least(of setting: SettingID, _ table: MeasurementTable, alpha: Double) -> (loss: Double, cost: Double) {
        (
            losses.lowerBound(of: losses(of: setting, table), alpha: alpha),
            costs.lowerBound(of: costs(of: setting, table), alpha: alpha)
        )
    }

    /// Means over the split of what a setting loses and costs; nil unless it has read all documents.
    func means(of setting: SettingID, _ table: MeasurementTable) -> (loss: Double, cost: Double)? {
        guard let loss = mean(losses(of: setting, table)), let cost = mean(costs(of: setting, table)) else {
            return nil
        }
        return (loss, cost)
    }

    private func mean(_ numbers: [Double]) -> Double? {
        numbers.count == order.count ? numbers.reduce(0, +) / Double(max(1, numbers.count)) : nil
    }

    // MARK: - Numbers

    /// What a setting lost on the first documents, as many as it has read without a gap.
    private func losses(of setting: SettingID, _ table: MeasurementTable) -> [Double] {
        readings(of: setting, table) { (weights[$0.kind] ?? 0) * (1 - $1.accuracy) }
    }

    private func costs(of setting: SettingID, _ table: MeasurementTable) -> [Double] {
        readings(of: setting, table) { (weights[$0.kind] ?? 0) * $1.cpuSeconds / Double(max(1, $0.pages)) }
    }

    private func readings(
        of setting: SettingID, _ table: MeasurementTable, _ number: (StudyDocument, TrialMeasurement) -> Double
    ) -> [Double] {
        var numbers: [Double] = []
        for document in order {
            guard let measurement = table.measurement(setting, document.id) else { break }
            numbers.append(number(document, measurement))
        }
        return numbers
    }

    private func loss(_ document: StudyDocument, _ setting: SettingID, _ table: MeasurementTable) -> Double {
        table.measurement(setting, document.id).map { (weights[document.kind] ?? 0) * (1 - $0.accuracy) } ?? 0
    }
}

extension Mix {
    /// Weight of a document of each kind, such that the plain mean over the documents is the mean weighted by the mix.
    func documentWeights(of documents: [StudyDocument]) -> [InputKind: Double] {
        let byKind = Dictionary(grouping: documents, by: \.kind).mapValues(\.count)
        let shares = weights(among: byKind.keys) ?? [:]
        return shares.reduce(into: [:]) { weights, share in
            weights[share.key] = share.value * Double(documents.count) / Double(byKind[share.key] ?? 1)
        }
    }
}
