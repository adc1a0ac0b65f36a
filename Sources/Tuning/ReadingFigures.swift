internal import Evaluation
public import Recognition

/// Documents whose figures are given together.
public enum ReadingGroup: Sendable, Hashable {
    /// All of the split.
    case all
    /// One kind of input.
    case kind(InputKind)
    /// One family of layouts.
    case layout(String)

    /// For a first column.
    public var label: String {
        switch self {
        case .all: "all"
        case .kind(let kind): kind.rawValue
        case .layout(let name): name
        }
    }
}

/// As text: `all`, `kind=photo`, `layout=web-page`.
extension ReadingGroup: Codable {
    /// Reads the text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("all", 1): self = .all
        case ("layout", 2): self = .layout(parts[1])
        case ("kind", 2):
            guard let kind = InputKind(rawValue: parts[1]) else { fallthrough }
            self = .kind(kind)
        default: throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no group")
        }
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .all: try container.encode("all")
        case .kind(let kind): try container.encode("kind=" + kind.rawValue)
        case .layout(let name): try container.encode("layout=" + name)
        }
    }
}

/// What a contender read of a group of documents, and what its users pay for. Intervals are bootstrap intervals over documents.
public struct ReadingFigures: Codable, Sendable, Equatable {
    /// The contender.
    public var contender: SettingID
    /// The split.
    public var split: StudySplit
    /// The documents.
    public var group: ReadingGroup
    /// How many they are.
    public var documents: Int
    /// Those of them that show an innings; the others are negatives.
    public var cards: Int
    /// Fields counted four ways.
    public var fields: FieldFigures
    /// Fields right / (right + wrong + missed + invented).
    public var fieldsRight: Estimate?
    /// Table rows with every field right.
    public var rowsRight: Estimate?
    /// Cards with every field right.
    public var cardsRight: Estimate?
    /// Fields wrong or invented, 0.9 sure and named by no warning, per 100 fields.
    public var silentErrors: Estimate?
    /// Fields that a person must put right, per card.
    public var corrections: Estimate?
    /// Expected calibration error of the fields that were read.
    public var calibrationError: Estimate?
    /// Area under the ROC curve of right against wrong.
    public var auroc: Estimate?
    /// Share of the fields read that can be taken at 99% precision.
    public var coverage: Estimate?
    /// Documents without an innings.
    public var negatives: Int { documents - cards }
    /// Those of them of which an innings was read.
    public var inventedInnings: Int
    /// CPU seconds per page.
    public var cpuSecondsPerPage: Estimate?
    /// Highest resident size of the reader, in bytes.
    public var peakResidentBytes: Int?
}

/// Adds measurements up to the figures of all documents, of each kind and of each layout.
struct ReadingFigureBuilder {
    typealias Reading = (document: StudyDocument, measurement: TrialMeasurement)

    let contender: SettingID
    let bootstrap: ClusterBootstrap

    /// Figures group by group; those of kinds and layouts that do not occur are left out.
    func figures(of readings: [Reading]) -> [ReadingFigures] {
        guard !readings.isEmpty else { return [] }
        let kinds = InputKind.allCases.map(ReadingGroup.kind)
        let layouts = Set(readings.map(\.document.layout)).sorted().map(ReadingGroup.layout)
        return ([.all] + kinds + layouts).compactMap { group in
            let part = readings.filter { group.holds($0.document) }
            return part.first.map { figures(of: part, group, split: $0.document.split) }
        }
    }

    private func figures(of readings: [Reading], _ group: ReadingGroup, split: StudySplit) -> ReadingFigures {
        let counts = readings.reduce(FieldCounts()) { $0 + $1.measurement.score.fields }
        let isNegative = { (reading: Reading) in reading.measurement.score.quality?.inningsPrinted == 0 }
        let cards = readings.filter { !isNegative($0) }
        return ReadingFigures(
            contender: contender, split: split, group: group, documents: readings.count, cards: cards.count,
            fields: FieldFigures(
                field: group.label, right: counts.right, wrong: counts.wrong, missed: counts.missed,
                invented: counts.invented),
            fieldsRight: estimate(readings) { ($0.score.fields.right, $0.score.fields.total) },
            rowsRight: estimate(readings) { ($0.score.rowsRight, $0.score.rows) },
            cardsRight: estimate(cards) { ($0.score.cardRight ? 1 : 0, 1) },
            silentErrors: estimate(readings) { (100 * ($0.score.quality?.silentErrors ?? 0), $0.score.fields.total) },
            corrections: estimate(cards) { ($0.score.quality?.corrections ?? 0, 1) },
            calibrationError: estimate(readings, \.calibrationError), auroc: estimate(readings, \.auroc),
            coverage: estimate(readings, \.coverage),
            inventedInnings: readings.count { isNegative($0) && ($0.measurement.score.quality?.inningsRead ?? 0) > 0 },
            cpuSecondsPerPage: cost(readings),
            peakResidentBytes: readings.compactMap(\.measurement.peakResidentBytes).max())
    }

    /// A draw of these costs a sort of all fields; 500 draws place the ends of an interval well enough.
    private var resampling: ClusterBootstrap {
        ClusterBootstrap(seed: bootstrap.seed, resamples: min(500, bootstrap.resamples), level: bootstrap.level)
    }

    private func cost(_ readings: [Reading]) -> Estimate? {
        estimate(readings.map { ($0.document.id, $0.measurement.cpuSeconds, Double($0.document.pages)) })
    }

    private func estimate(_ readings: [Reading], _ ratio: (TrialMeasurement) -> (Int, Int)) -> Estimate? {
        estimate(
            readings.map { reading in
                let (part, whole) = ratio(reading.measurement)
                return (reading.document.id, Double(part), Double(whole))
            })
    }

    private func estimate(_ shares: [(cluster: String, part: Double, whole: Double)]) -> Estimate? {
        let observations = shares.map { Observation(cluster: $0.cluster, numerator: $0.part, denominator: $0.whole) }
        guard let value = ClusterBootstrap.value(of: observations) else { return nil }
        return Estimate(value, bootstrap.interval(of: observations))
    }

    private func estimate(_ readings: [Reading], _ figure: KeyPath<ConfidenceFigures, Double?>) -> Estimate? {
        let histograms = readings.compactMap(\.measurement.score.quality?.confidences)
        guard let value = ConfidenceFigures(histograms)[keyPath: figure] else { return nil }
        let interval = resampling.interval(clusters: histograms.count) { draw in
            ConfidenceFigures(draw.lazy.map { histograms[$0] })[keyPath: figure]
        }
        return Estimate(value, interval)
    }
}

extension ReadingGroup {
    fileprivate func holds(_ document: StudyDocument) -> Bool {
        switch self {
        case .all: true
        case .kind(let kind): document.kind == kind
        case .layout(let name): document.layout == name
        }
    }
}
