public import Recognition
public import TunedConfiguration

extension StudyResult {
    /// The tuned file of this study.
    ///
    /// - Parameters:
    ///   - provenance: where, when and with what it was measured.
    ///   - probe: what the winner makes of the probe pages; nil when it was not asked.
    public func tunedConfiguration(
        provenance: TunedConfiguration.Provenance, probe: ProbeResult? = nil
    ) throws(TunedConfigurationError) -> TunedConfiguration {
        let recognition = TunedConfiguration.RecognitionHalf(
            profiles: try profiles, probe: probe?.texts, evidence: evidence, provenance: provenance)
        let half = machine.tunedHalf(
            profilesHash: recognition.profilesHash, speed: probe.map { ProbeSpeed(cpuSeconds: $0.cpuSeconds) },
            provenance: provenance)
        return try TunedConfiguration(recognition: recognition, machines: half.map { [$0] } ?? [])
    }

    /// What the tuned file reads with.
    public var profiles: [RecognitionProfile] {
        get throws(TunedConfigurationError) {
            guard let winner = setting(.winner) else {
                throw .invalid(path: nil, reason: "the study has no winner")
            }
            return winner.profiles ?? [RecognitionProfile(settings: winner.settings)]
        }
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
