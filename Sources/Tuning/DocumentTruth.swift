internal import Corpus
internal import Evaluation
internal import OCRWire
internal import Recognition
internal import Scorecard

/// What a document says, and how readings are held against it.
struct DocumentTruth {
    private let card: ScoredCard
    /// Nil where the text is a draft of a reader's, which would favour the reader that drafted it.
    private let text: String?

    init(of document: CorpusDocument, in corpus: Corpus) throws(CorpusError) {
        card = try corpus.truth(of: document).scored(fields: nil)
        text = document.provenance?.hasDraftText == true ? nil : try corpus.truthText(of: document)
    }

    /// The values of the card that are numbers.
    var numbers: [String] {
        let innings = card.innings.flatMap { innings in
            innings.leaves + (innings.batting + innings.bowling + innings.fallOfWickets).flatMap(\.leaves)
        }
        return (card.heading + innings).compactMap(\.value).filter { value in
            value.contains(where: \.isNumber) && value.allSatisfy { $0.isNumber || ".-/*".contains($0) }
        }
    }

    /// Without a reference a page counts nothing.
    private func textScore(_ found: String) -> TextScore {
        TextScore(reference: text ?? "", hypothesis: text == nil ? "" : found)
    }

    func score(_ result: ReadResult, repairs: Bool) -> TrialMeasurement {
        switch result {
        case .success(let document): score(document, repairs: repairs)
        case .failure(.infeasibleSettings(let reason)): score(.infeasible(reason))
        case .failure(let failure): score(.failed(failure.sentence))
        }
    }

    func score(_ document: ReadDocument, repairs: Bool) -> TrialMeasurement {
        let reading = repairs ? document.reading : ScorecardReader(repairs: false).read(pages: document.pages)
        return score(reading, pages: document.pages, cost: document.cost.total)
    }

    func score(_ reading: ScorecardReading, pages: [RecognizedPage], cost: ReadCost.Stage) -> TrialMeasurement {
        let text = pages.map(\.text).joined(separator: "\u{0C}\n")
        let score = fieldScore(of: reading)
        let hard = reading.checks.filter { !$0.soft }
        let stated = reading.stated
        let quality = ReadingQuality(
            score: score, stated: stated, inningsPrinted: card.innings.count, inningsRead: reading.card.innings.count)
        var measurement = TrialMeasurement(
            text: text, fields: reading.values,
            score: DocumentScore(
                text: textScore(text), card: score,
                closes: !hard.isEmpty && hard.allSatisfy(\.holds), quality: quality),
            cpuSeconds: cost.cpu, wallSeconds: cost.wall)
        measurement.places = CellPlaces(reading, pages: pages, stated: stated).places(of: measurement.score.errors)
        return measurement
    }

    /// The fields of a reading compared with the truth.
    func fieldScore(of reading: ScorecardReading) -> CardScore {
        FieldScorer().score(truth: card, found: reading.cardWithBalls.scored(fields: reading.fields))
    }

    /// Nothing was read: every field is missed and the text is empty.
    func score(_ ending: TrialMeasurement.Ending) -> TrialMeasurement {
        let card = FieldScorer().score(truth: card, found: nil)
        let quality = ReadingQuality(
            score: card, stated: [:], inningsPrinted: self.card.innings.count, inningsRead: 0)
        let score = DocumentScore(
            text: textScore(""), card: card, closes: false, quality: quality)
        return TrialMeasurement(ending: ending, text: "", score: score, cpuSeconds: 0, wallSeconds: 0)
    }
}

/// Finds where cells that are not right stand.
private struct CellPlaces {
    private let fields: [String: FieldReading]
    private let rows: [Substring: [FieldReading]]
    private let pages: [Int: RecognizedPage]
    private let stated: [String: StatedConfidence]

    init(_ reading: ScorecardReading, pages: [RecognizedPage], stated: [String: StatedConfidence]) {
        fields = Dictionary(reading.fields.map { ($0.path, $0) }) { first, _ in first }
        rows = Dictionary(grouping: reading.fields) { Self.row($0.path) }
        self.pages = Dictionary(pages.map { ($0.index, $0) }) { first, _ in first }
        self.stated = stated
    }

    func places(of cells: [CellOutcome]) -> [String: CellPlace] {
        var places: [String: CellPlace] = [:]
        for cell in cells { places[cell.path] = place(of: cell) }
        return places
    }

    /// The box of the field, or of what was read of its row.
    private func place(of cell: CellOutcome) -> CellPlace? {
        guard let path = cell.foundPath else { return nil }
        let own = fields[path].flatMap { $0.box == nil ? nil : $0 }
        let sources = own.map { [$0] } ?? rows[Self.row(path)] ?? []
        guard let first = sources.first(where: { $0.box != nil }), let page = pages[first.page], var box = first.box
        else { return nil }
        for other in sources where other.page == first.page { if let next = other.box { box = box.union(next) } }
        let said = cell.outcome == .missed ? nil : stated[path]
        return CellPlace(
            page: first.page, width: page.width, height: page.height, box: box, confidence: said?.confidence,
            isSilent: said?.isSilent ?? false)
    }

    private static func row(_ path: String) -> Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
}

extension ScorecardReading {
    /// What the reading says of its fields, by path.
    fileprivate var stated: [String: StatedConfidence] {
        Dictionary(
            fields.map { ($0.path, StatedConfidence(confidence: $0.confidence, isWarned: isWarned($0.path))) }
        ) { first, _ in first }
    }

    /// The card as a truth would have it.
    fileprivate var cardWithBalls: Scorecard {
        var card = card
        card.deliveries = deliveries
        return card
    }

    /// Every value by its path.
    fileprivate var values: [String: String] {
        var values: [String: String] = [:]
        for leaf in card.leaves { values[leaf.path] = leaf.value.text }
        for leaf in cardWithBalls.scored().deliveries.flatMap(\.leaves) { values[leaf.path] = leaf.value }
        return values
    }
}

extension LeafValue {
    fileprivate var text: String? {
        switch self {
        case .null: nil
        case .bool(let flag): String(flag)
        case .integer(let number): String(number)
        case .decimal(let number): String(number)
        case .text(let text): text
        }
    }
}
