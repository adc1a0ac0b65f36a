internal import Evaluation
internal import Recognition

/// Screening: before a race others read for accuracy. The settings are timed here on a few documents, which says whom one
/// may hold up as the best; then all who are left read the rest elsewhere, and those that are ruled out as the most accurate
/// leave. Whoever stays races here, timed on every document, as though nobody had been there before.
extension Race {
    /// What is known of costs is of a few documents, so the best to hold others against must be cheaper than it need be.
    private static let worstRatio = 0.9 * Confirmation.worstRatio

    mutating func screen() async throws(TuningError) {
        guard let fleet else { return }
        let entered = racing.count
        try await timeOnFirstDocuments()
        var evidence = RaceEvidence(
            documents: order, mix: request.mix, margin: request.selection.margin, worstRatio: Self.worstRatio)
        take(order.prefix(read.count), table, &evidence)
        var screened = read.count
        while screened < order.count, racing.count > 1 {
            let before = racing.count
            let block = order[screened..<min(order.count, screened + max(4, screened / 2))]
            runner.progress.begin(
                "search", "\(before) settings screened by the fleet, \(screened) of \(order.count) documents",
                remaining: racing.count * block.count, isTimed: false)
            try await fleet.measure(racing, on: Array(block), into: &accuracies)
            screened += block.count
            take(block, accuracies, &evidence)
            leaveScreening(evidence, after: screened)
            closeRung(entered: before, documents: screened, byFleet: true)
        }
        merge(on: Array(order.prefix(screened)), texts: accuracies)
        screening = ScreeningFacts(entered: entered, left: racing.count, documents: screened)
    }

    private mutating func timeOnFirstDocuments() async throws(TuningError) {
        let count = RaceSchedule.block(after: 0, of: order.count)
        runner.progress.begin("search", "\(racing.count) settings timed here", remaining: racing.count * count)
        let entered = racing.count
        try await readDocuments(count)
        limitBreakers = Set(
            standings(of: racing, bounded: false).filter { request.selection.violation(of: $0) != nil }.map(\.setting))
        for document in read {
            for point in racing {
                let id = point.settings(for: document.kind).studyID
                guard let measurement = table.measurement(id, document.id) else { continue }
                accuracies.add([id: measurement.accuracyAlone], document: document.id)
            }
        }
        closeRung(entered: entered)
    }

    /// Who may be held up as the best; with limits nobody before it is known who keeps them.
    private func leaders(_ members: [SettingID]) -> [SettingID] {
        guard request.selection.isLimited else { return members }
        return rungs.isEmpty ? [] : members.filter { !limitBreakers.contains($0) }
    }

    private func take(
        _ documents: some Sequence<StudyDocument>, _ table: MeasurementTable, _ evidence: inout RaceEvidence
    ) {
        let members = racing.map(\.id)
        for document in documents {
            evidence.take(
                document, members: members, leaders: leaders(members), contenders: contenders.map(\.id), table)
        }
    }

    private mutating func leaveScreening(_ evidence: RaceEvidence, after documents: Int) {
        let behind = racing.map(\.id).filter {
            evidence.rulesOut($0, alpha: Certificate.alphaOfClaim(isScreened: true))
        }
        guard !behind.isEmpty, behind.count < racing.count else { return }
        ruledOut.formUnion(behind)
        let accuracy = { [accuracies, request, order] (id: SettingID) in
            accuracies.value(.documentAccuracy, of: id, on: order, mix: request.mix) ?? 0
        }
        let best = racing.map { accuracy($0.id) }.max() ?? 0
        for id in behind {
            let points = ((best - accuracy(id)) * 100).shortDecimal
            dropped.append(
                DroppedSetting(
                    setting: id, rung: rungs.count + 1, documents: documents,
                    reason: "field accuracy \((accuracy(id) * 100).shortDecimal)%, \(points) points behind the best, "
                        + "surely; read by the fleet, so not timed on all of these"))
        }
        racing.removeAll { behind.contains($0.id) }
    }
}

/// What a fleet read before a race, for accuracy alone.
public struct ScreeningFacts: Codable, Sendable, Equatable {
    /// Settings that began.
    public var entered: Int
    /// Settings that went on to the race on this machine.
    public var left: Int
    /// Documents that those that were left had been read on.
    public var documents: Int
    /// Readings by workers of the fleet.
    public var byFleet = 0
    /// Readings that no worker took or finished, done here.
    public var here = 0
    /// Readings of the fleet that this machine has done too.
    public var compared = 0
    /// Of these, such with another text.
    public var differing = 0

    /// Counts what the tables of a study hold of the documents that a fleet was asked for.
    mutating func count(
        _ accuracies: [SettingID: [String: TrialMeasurement]], _ table: MeasurementTable, of documents: Set<String>
    ) {
        for (setting, readings) in accuracies {
            for (document, reading) in readings where documents.contains(document) {
                if reading.byFleet == true { byFleet += 1 } else { here += 1 }
                guard reading.byFleet == true, let own = table.measurement(setting, document) else { continue }
                compared += 1
                if own.text != reading.text || own.fields != reading.fields { differing += 1 }
            }
        }
    }

    /// For people: what was measured where.
    public var sentences: [String] {
        let same =
            compared == 0
            ? "None of them was read here too."
            : "\(compared) of them were read here too: \(differing == 0 ? "all the same" : "\(differing) differ") in text "
                + "and fields."
        return [
            "\(entered) settings were screened on up to \(documents) tune documents for accuracy: \(byFleet) readings by "
                + "workers of the fleet, \(here) that none of them took, here. \(left) went on. \(same)",
            "All figures of time and memory, and all figures of accuracy on the validation and test split, were measured on "
                + "this machine.",
        ]
    }
}
