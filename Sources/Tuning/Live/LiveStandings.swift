internal import Evaluation
internal import Recognition

/// Ranks what a study has measured so far.
struct LiveStandings {
    let request: StudyRequest
    let rows: [SettingID: [(document: StudyDocument, row: LiveRow)]]
    let resamples: Int

    private typealias Reading = (document: StudyDocument, row: LiveRow)

    init(request: StudyRequest, rows: [SettingID: [(StudyDocument, LiveRow)]], resamples: Int) {
        self.request = request
        self.rows = rows.mapValues { list in
            list.filter { $0.0.split == .tune && request.mix.weights[$0.0.kind] != nil }.map { ($0.0, $0.1) }
        }
        self.resamples = resamples
    }

    /// Documents by which settings that race side by side may be apart: readers work on several at a time.
    private static let lag = 2

    /// The standings: those that race first, the best of them first.
    func all(names: [SettingID: String], dropped: [SettingID: String]) -> [LiveStanding] {
        let racing = rows.filter { !$0.value.isEmpty && dropped[$0.key] == nil }
        let most = racing.values.map(\.count).max() ?? 0
        let leader = racing.filter { $0.value.count >= most - Self.lag }
            .max { (accuracy($0.value) ?? 0, $1.key) < (accuracy($1.value) ?? 0, $0.key) }?.key
        return rows.filter { !$0.value.isEmpty }
            .map { standing($0.key, leader: leader, names: names, dropped: dropped) }
            .sorted { $0.order > $1.order }
    }

    private func standing(
        _ id: SettingID, leader: SettingID?, names: [SettingID: String], dropped: [SettingID: String]
    ) -> LiveStanding {
        let own = rows[id] ?? []
        return LiveStanding(
            setting: id, name: names[id] ?? id, roles: roles(of: id), documents: own.count,
            fieldAccuracy: estimate(own, Self.fields), cpuSecondsPerPage: estimate(own, Self.cpu),
            againstLeader: leader.flatMap { $0 == id ? nil : difference(own, rows[$0] ?? []) }, dropped: dropped[id])
    }

    private func roles(of id: SettingID) -> [SettingRole] {
        var roles: [SettingRole] = []
        if id == RecognitionSettings.tesseractDefaults.studyID { roles.append(.defaults) }
        if id == request.incumbent.settings.studyID { roles.append(.incumbent) }
        return roles
    }

    // MARK: - Figures

    private static let fields: @Sendable (StudyDocument, LiveRow) -> (Double, Double) = { ($1.right, $1.total) }
    private static let cpu: @Sendable (StudyDocument, LiveRow) -> (Double, Double) = {
        ($1.cpuSeconds, Double(max(1, $0.pages)))
    }

    private func accuracy(_ readings: [Reading]) -> Double? {
        let observations = observations(readings, Self.fields)
        return ClusterBootstrap.value(of: observations, weights: weights(of: observations))
    }

    private func estimate(
        _ readings: [Reading], _ parts: (StudyDocument, LiveRow) -> (Double, Double)
    ) -> Estimate? {
        let observations = observations(readings, parts)
        let weights = weights(of: observations)
        guard let value = ClusterBootstrap.value(of: observations, weights: weights) else { return nil }
        return Estimate(value, bootstrap.interval(of: observations, weights: weights))
    }

    private func difference(_ own: [Reading], _ leaders: [Reading]) -> Estimate? {
        let common = Set(own.map(\.document.id)).intersection(leaders.map(\.document.id))
        let first = observations(own.filter { common.contains($0.document.id) }, Self.fields)
        let second = observations(leaders.filter { common.contains($0.document.id) }, Self.fields)
        let weights = weights(of: first)
        guard let value = ClusterBootstrap.value(of: first, weights: weights),
            let other = ClusterBootstrap.value(of: second, weights: weights)
        else { return nil }
        return Estimate(value - other, bootstrap.interval(ofDifference: first, second, weights: weights))
    }

    private var bootstrap: ClusterBootstrap { ClusterBootstrap(seed: request.seed, resamples: resamples) }

    private func observations(
        _ readings: [Reading], _ parts: (StudyDocument, LiveRow) -> (Double, Double)
    ) -> [Observation] {
        readings.compactMap { document, row in
            let (above, below) = parts(document, row)
            guard below > 0 else { return nil }
            return Observation(
                cluster: document.id, stratum: document.kind.rawValue, numerator: above, denominator: below)
        }
    }

    private func weights(of observations: [Observation]) -> [String: Double]? {
        let kinds = Set(observations.compactMap { InputKind(rawValue: $0.stratum) })
        return request.mix.weights(among: kinds).map { weights in
            Dictionary(weights.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
        }
    }
}

extension LiveStanding {
    /// Those that race come first, and of them who stands best on the documents that it shares with the leader.
    fileprivate var order: (Int, Double, SettingID) {
        (dropped == nil ? 1 : 0, againstLeader?.value ?? (documents == 0 ? -1 : 0), setting)
    }
}
