internal import Recognition
public import TunedConfiguration

extension StudyResult {
    /// The tuned file of this study.
    ///
    /// - Parameter provenance: where, when and with what it was measured.
    public func tunedConfiguration(
        provenance: TunedConfiguration.Provenance
    ) throws(TunedConfigurationError) -> TunedConfiguration {
        guard let winner = setting(.winner) else {
            throw .invalid(path: nil, reason: "the study has no winner")
        }
        return try TunedConfiguration(
            recognition: TunedConfiguration.RecognitionHalf(
                profiles: winner.profiles ?? [RecognitionProfile(settings: winner.settings)]),
            machine: machine.chosenConcurrency.map { TunedConfiguration.MachineHalf(concurrency: $0) },
            evidence: evidence, provenance: provenance)
    }

    private var evidence: TunedConfiguration.Evidence {
        TunedConfiguration.Evidence(
            mix: mix.weights, parts: corpus.parts.map(TunedConfiguration.Part.init), search: run.search,
            settingsTried: settings.count, budgetSeconds: run.budgetSeconds, seed: run.seed,
            intervalLevel: run.intervalLevel, normalization: run.normalization,
            contenders: settings.filter { !$0.roles.isEmpty }.map(contender),
            decision: TunedConfiguration.Decision(
                incumbentKept: decision.incumbentKept, reasons: decision.reasons))
    }

    private func contender(_ setting: StudySetting) -> TunedConfiguration.Contender {
        let figures = summaries.filter { $0.setting == setting.id && $0.split == evidenceSplit }
        var byKind: [InputKind: TunedConfiguration.Metrics] = [:]
        for summary in figures {
            if let kind = summary.kind { byKind[kind] = TunedConfiguration.Metrics(summary.figures) }
        }
        return TunedConfiguration.Contender(
            roles: setting.roles.map(\.rawValue), name: setting.name, settings: setting.settings,
            weighted: figures.first { $0.kind == nil }.map { TunedConfiguration.Metrics($0.figures) },
            byKind: byKind)
    }
}

extension TunedConfiguration.Part {
    fileprivate init(_ part: CorpusPart) {
        self.init(split: part.split.rawValue, kind: part.kind, documents: part.documents, pages: part.pages)
    }
}

extension TunedConfiguration.Metrics {
    fileprivate init(_ figures: Figures) {
        self.init(
            documents: figures.documents, pages: figures.pages,
            characterErrorRate: figures.cerMicro.map(TunedConfiguration.Figure.init),
            wordErrorRate: figures.werMicro.map(TunedConfiguration.Figure.init),
            fieldAccuracy: figures.fieldAccuracy.map(TunedConfiguration.Figure.init),
            rowAccuracy: figures.rows == 0 ? nil : Double(figures.rowsRight) / Double(figures.rows),
            cpuSecondsPerPage: figures.cpuSecondsPerPage.map(TunedConfiguration.Figure.init),
            medianSecondsPerPage: figures.latency.p50)
    }
}

extension TunedConfiguration.Figure {
    fileprivate init(_ estimate: Estimate) {
        self.init(estimate.value, low: estimate.low, high: estimate.high)
    }
}
