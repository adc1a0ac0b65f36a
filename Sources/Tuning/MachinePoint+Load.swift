internal import Recognition
internal import TunedConfiguration

extension MachinePoint {
    /// The figures of a load.
    package init(_ load: LoadMeasurement, setting: SettingID, concurrency: Int, documents: [StudyDocument]) {
        let pages = documents.reduce(0) { $0 + $1.pages }
        self.init(
            setting: setting, concurrency: concurrency, documents: documents.count, pages: pages,
            wallSeconds: load.wallSeconds, pagesPerSecond: Double(pages) / max(load.wallSeconds, 1e-9),
            cpuSecondsPerPage: load.cpuSeconds / Double(max(1, pages)), latency: LatencyFigures(load.latencies),
            residentBytes: load.residentBytes, proportionalBytes: load.proportionalBytes, peakBytes: load.peakBytes,
            childPeakBytes: load.childPeakBytes, serviceSeconds: load.serviceSeconds(of: documents))
    }
}

extension LoadMeasurement {
    fileprivate func serviceSeconds(of documents: [StudyDocument]) -> [InputKind: [Double]]? {
        guard let documentSeconds else { return nil }
        var byKind: [InputKind: [Double]] = [:]
        for case (let document, let seconds?) in zip(documents, documentSeconds) {
            byKind[document.kind, default: []].append(seconds)
        }
        return byKind.mapValues { $0.sorted() }
    }
}

extension [MachinePoint] {
    /// The points of one setting on the same documents, each with its slowdown against one reader.
    var withSlowdowns: [MachinePoint] {
        let total = { (point: MachinePoint) in point.serviceSeconds?.values.joined().reduce(0, +) }
        let count = { (point: MachinePoint) in point.serviceSeconds?.values.joined().count }
        guard let one = first(where: { $0.concurrency == 1 }), let base = total(one), base > 0 else { return self }
        return map { point in
            // Where a document could not be read the sums are of different documents.
            guard count(point) == count(one), let sum = total(point) else { return point }
            var point = point
            point.slowdown = sum / base
            return point
        }
    }
}

extension MachineResult {
    /// The half of the tuned file that these measurements make; nil when none was chosen.
    func tunedHalf(
        profilesHash: String, speed: ProbeSpeed?, provenance: TunedConfiguration.Provenance
    ) -> TunedConfiguration.MachineHalf? {
        guard let chosenConcurrency else { return nil }
        // The winner's own points come first; those of other contenders are for the report.
        let own = points.filter { $0.setting == points.first?.setting }
        let evidence = TunedConfiguration.MachineEvidence(
            profilesHash: profilesHash, reason: reason, points: own.map(TunedConfiguration.LoadPoint.init),
            serviceSeconds: (own.first { $0.concurrency == 1 }?.serviceSeconds ?? [:]).mapValues { $0.map(\.rounded) })
        return TunedConfiguration.MachineHalf(
            settings: .init(concurrency: chosenConcurrency, childMemoryBytes: childMemoryBytes), speed: speed,
            evidence: evidence, provenance: provenance)
    }
}

extension TunedConfiguration.LoadPoint {
    fileprivate init(_ point: MachinePoint) {
        self.init(
            concurrency: point.concurrency, documents: point.documents, pages: point.pages,
            pagesPerSecond: point.pagesPerSecond.rounded, cpuSecondsPerPage: point.cpuSecondsPerPage.rounded,
            slowdown: point.slowdown?.rounded, medianSeconds: point.latency.p50?.rounded,
            p95Seconds: point.latency.p95?.rounded, residentBytes: point.residentBytes,
            proportionalBytes: point.proportionalBytes, childPeakBytes: point.childPeakBytes.max())
    }
}

extension Double {
    /// To a tenth of a millisecond: what is finer is noise, and long in a file.
    fileprivate var rounded: Double { (self * 10_000).rounded() / 10_000 }
}
