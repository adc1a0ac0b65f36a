internal import Evaluation
internal import Foundation
internal import Recognition

extension RaceReplay {
    /// Many replays of one search over splits of one size.
    public struct Series: Codable, Sendable, Equatable {
        /// The search.
        public var search: StudyRequest.Search
        /// Documents of the split that were drawn; 0 for the recorded ones.
        public var documents: Int
        /// One for each seed.
        public var outcomes: [Outcome]

        /// Creates a series.
        public init(search: StudyRequest.Search, documents: Int, outcomes: [Outcome]) {
            self.search = search
            self.documents = documents
            self.outcomes = outcomes
        }
    }
}

/// What many replays came to, for people and as figures.
public struct RaceReplayReport: Sendable {
    /// One search over splits of one size. Rates are fractions.
    public struct Summary: Codable, Sendable, Equatable {
        /// The search.
        public var search: StudyRequest.Search
        /// Documents drawn; 0 for the recorded ones.
        public var documents: Int
        /// Replays.
        public var replays: Int
        /// Mean CPU seconds of a search.
        public var cpuSeconds: Double
        /// Mean readings of a search.
        public var readings: Double
        /// CPU seconds of the grid / those of this search, on the same documents: mean, and the 5th percentile of the replays.
        public var gridRatio: Double
        /// See `gridRatio`.
        public var gridRatioLow: Double
        /// Field accuracy lost on the searched documents, mean.
        public var regret: Double
        /// The 95th percentile of it.
        public var regretHigh: Double
        /// Field accuracy lost on the fresh cards, mean.
        public var freshRegret: Double
        /// The 95th percentile of it.
        public var freshRegretHigh: Double
        /// Share of replays that lose at most the goal of a certificate in accuracy on the fresh cards.
        public var freshAccuracyWithinGoal: Double
        /// Share whose candidate costs there at most the goal of a certificate more than the cheapest that reads about as well.
        public var freshCPUWithinGoal: Double
        /// Share of replays whose loss on the searched documents is within the bounds stated for them, accuracy and CPU; nil
        /// without a certificate.
        public var withinTune: Double?
        /// Share whose loss of accuracy on the fresh cards is within the bound stated for all cards.
        public var withinPopulation: Double?
        /// Share of certificates that meet the goals.
        public var certified: Double?
        /// Median of the bound for all cards.
        public var populationBound: Double?
    }

    /// One for each search and size.
    public let summaries: [Summary]
    private let matrix: RecordedMatrix
    private let fresh: RecordedMatrix

    /// Sums series up.
    public init(matrix: RecordedMatrix, fresh: RecordedMatrix, series: [RaceReplay.Series]) {
        self.matrix = matrix
        self.fresh = fresh
        summaries = series.map { one in
            let grid = series.first { $0.search == .grid && $0.documents == one.documents }
            return Summary(one, grid: grid ?? one)
        }
    }

    /// The tables.
    public var markdown: String {
        let head = """
            # Racing against the grid

            Replays over recorded readings of \(matrix.settings.count) settings on \
            \(matrix.documents.count) documents; the winners are judged by \(judges) on \(fresh.documents.count) fresh \
            cards that no search sees. "Recorded" has those documents in other orders, the other sizes are drawn from them with \
            replacement. The searches are the sweep's own code over a recorded executor, without a budget. The grid is that of \
            distinct points: copies that read the same text cost it nothing.

            \(matrix.origin)
            \(fresh.origin)

            | documents | search | replays | CPU s | readings | grid / this (5th percentile) | lost on searched, points (95th percentile) | lost on \
            fresh (95th percentile) | on fresh within \(goal(Certificate.goalAccuracy)) point | within \(goal(Certificate.goalCPU))% of \
            CPU | within the bound stated: searched | fresh | goal met | bound for all cards, points |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|

            """
        return head + summaries.map(row).joined(separator: "\n") + "\n"
    }

    private var judges: String {
        guard fresh.settings.count < matrix.settings.count else { return "the same settings" }
        return "\(fresh.settings.count) of these settings (\(fresh.settings.map(\.name).joined(separator: "; ")))"
    }

    private func goal(_ share: Double) -> String { (share * 100).shortDecimal }

    private func row(_ summary: Summary) -> String {
        let points = { (value: Double) in String(format: "%.2f", value * 100) }
        let share = { (value: Double?) in value.map { String(format: "%.1f%%", $0 * 100) } ?? "" }
        let cells = [
            summary.documents == 0 ? "\(matrix.documents.count) recorded" : "\(summary.documents)",
            summary.search.rawValue, "\(summary.replays)", String(format: "%.0f", summary.cpuSeconds),
            String(format: "%.0f", summary.readings),
            String(format: "%.1f (%.1f)", summary.gridRatio, summary.gridRatioLow),
            "\(points(summary.regret)) (\(points(summary.regretHigh)))",
            "\(points(summary.freshRegret)) (\(points(summary.freshRegretHigh)))",
            share(summary.freshAccuracyWithinGoal), share(summary.freshCPUWithinGoal), share(summary.withinTune),
            share(summary.withinPopulation), share(summary.certified), summary.populationBound.map(points) ?? "",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}

extension RaceReplayReport.Summary {
    fileprivate init(_ series: RaceReplay.Series, grid: RaceReplay.Series) {
        let outcomes = series.outcomes
        let count = Double(max(1, outcomes.count))
        let mean = { (figure: (RaceReplay.Outcome) -> Double) in outcomes.reduce(0) { $0 + figure($1) } / count }
        let ratios = zip(outcomes, grid.outcomes).map { $1.cpuSeconds / max($0.cpuSeconds, 1e-9) }
        let high = { (figures: [Double]) in Percentile.value(0.95, of: figures) ?? 0 }
        self.init(
            search: series.search, documents: series.documents, replays: outcomes.count, cpuSeconds: mean(\.cpuSeconds),
            readings: mean { Double($0.readings) }, gridRatio: ratios.reduce(0, +) / count,
            gridRatioLow: Percentile.value(0.05, of: ratios) ?? 0, regret: mean(\.regret),
            regretHigh: high(outcomes.map(\.regret)), freshRegret: mean(\.freshRegret),
            freshRegretHigh: high(outcomes.map(\.freshRegret)),
            freshAccuracyWithinGoal: mean { $0.freshRegret <= Certificate.goalAccuracy ? 1 : 0 },
            freshCPUWithinGoal: mean { $0.freshCPURegret <= Certificate.goalCPU ? 1 : 0 },
            withinTune: Self.share(of: outcomes) { outcome, certificate in
                outcome.regret <= certificate.tune.accuracy + 1e-9
                    && outcome.cpuRegret <= (certificate.tune.cpu ?? .infinity) + 1e-9
            },
            withinPopulation: Self.share(of: outcomes) { $0.freshRegret <= $1.population.accuracy + 1e-9 },
            certified: Self.share(of: outcomes) { $1.holds },
            populationBound: Percentile.value(0.5, of: outcomes.compactMap(\.certificate?.population.accuracy)))
    }

    private static func share(
        of outcomes: [RaceReplay.Outcome], holds: (RaceReplay.Outcome, Certificate) -> Bool
    ) -> Double? {
        let stated = outcomes.compactMap { outcome in outcome.certificate.map { (outcome, $0) } }
        return stated.isEmpty ? nil : Double(stated.count { holds($0.0, $0.1) }) / Double(stated.count)
    }
}

extension StudyResult {
    /// What does not depend on when and in how many parts a study was run.
    public var timeless: StudyResult {
        var result = self
        result.run.finished = result.run.started
        result.run.resumed = false
        result.timings = []
        for index in result.rungs.indices { result.rungs[index].wallSeconds = 0 }
        return result
    }
}

extension RecordedMatrix {
    /// A study of the matrix, its documents dealt to the three splits in turn.
    public func request(seed: UInt64) -> StudyRequest {
        var dealt: [StudyDocument] = []
        for (number, document) in documents.sorted(by: { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) })
            .enumerated()
        {
            var document = document
            document.split = [.tune, .tune, .tune, .validation, .test][number % 5]
            dealt.append(document)
        }
        return StudyRequest(
            run: "recorded", started: Date(timeIntervalSince1970: 0), tool: "replay", corpusPath: "", corpusHash: "",
            documents: dealt, space: SearchSpace(name: "recorded", points: Array(settings.dropFirst(2))),
            incumbent: settings[1], budgetSeconds: 1e9, seed: seed, measuresMachine: false)
    }
}
