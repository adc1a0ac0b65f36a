internal import Corpus
internal import Evaluation
public import Foundation
internal import OCRPool
internal import OCRWire
public import Recognition
internal import Scorecard

/// What a report shows of a study beside its figures: the pages read worst, as pictures, and how often each digit is
/// printed. Kept as `exhibits.json` beside `result.json`, apart from it because it holds pictures.
public struct StudyExhibits: Codable, Sendable, Equatable {
    /// The setting that read the pages.
    public var setting: SettingID
    /// The split that they are of.
    public var split: StudySplit
    /// How often each digit, 0 to 9, stands in the numbers of the split's truth.
    public var printedDigits: [Int]
    /// The pages, the worst first.
    public var pages: [PageExhibit]

    /// Creates exhibits.
    public init(setting: SettingID, split: StudySplit, printedDigits: [Int], pages: [PageExhibit]) {
        self.setting = setting
        self.split = split
        self.printedDigits = printedDigits
        self.pages = pages
    }
}

/// A page with the cells that were not read as printed.
public struct PageExhibit: Codable, Sendable, Equatable {
    /// Identifier of the document.
    public var document: String
    /// Layout of the card.
    public var layout: String
    /// Kind of input.
    public var kind: InputKind
    /// Whether it is a card of real people, which is shown to nobody who did not ask for it.
    public var isPersonal: Bool
    /// Number of the page shown, from 0.
    public var page: Int
    /// Size of the picture's page: the cells' boxes are fractions of it. In pixels.
    public var width: Int
    /// See `width`.
    public var height: Int
    /// The page as a reader drew it, grey.
    public var jpeg: Data
    /// Fields of the document read as printed.
    public var fieldsRight: Int
    /// Fields counted.
    public var fieldsTotal: Int
    /// What was not right, those with a place first.
    public var cells: [CellError]

    /// Creates an exhibit.
    public init(
        document: String, layout: String, kind: InputKind, isPersonal: Bool, page: Int, width: Int, height: Int,
        jpeg: Data, fieldsRight: Int, fieldsTotal: Int, cells: [CellError]
    ) {
        self.document = document
        self.layout = layout
        self.kind = kind
        self.isPersonal = isPersonal
        self.page = page
        self.width = width
        self.height = height
        self.jpeg = jpeg
        self.fieldsRight = fieldsRight
        self.fieldsTotal = fieldsTotal
        self.cells = cells
    }
}

extension StudyResult {
    /// The documents that a setting read worst on a split, each layout once, the worst first.
    package func worstDocuments(of setting: SettingID, on split: StudySplit, most: Int) -> [PageRow] {
        let share = { (page: PageRow) in Double(page.fieldsRight) / Double(max(1, page.fieldsTotal)) }
        var layouts = Set<String>()
        return Array(
            pages.filter { $0.setting == setting && $0.split == split && $0.fieldsRight < $0.fieldsTotal }
                .sorted { (share($0), $0.document) < (share($1), $1.document) }
                .filter { layouts.insert($0.layout).inserted }.prefix(most))
    }
}

extension PoolExecutor {
    /// Pixels of a picture's longer side: cells can be read, and six pages stay under a megabyte or so.
    private static let longestSide = 1_000

    /// Reads the worst pages of a finished study again, drawn. A page that cannot be read or drawn is left out.
    ///
    /// - Parameters:
    ///   - withCrops: show cards of real people too.
    ///   - most: documents at most.
    public func exhibits(
        of result: StudyResult, split: StudySplit, withCrops: Bool = false, most: Int = 6
    ) async throws(TuningError) -> StudyExhibits {
        let winner = result.decision.winner
        let documents = Set(result.pages.filter { $0.split == split && $0.setting == winner }.map(\.document))
        var exhibits = StudyExhibits(
            setting: winner, split: split, printedDigits: try printedDigits(documents), pages: [])
        guard let setting = result.setting(winner) else { return exhibits }
        let plan = ReadPlan.byKind(setting.profiles ?? [RecognitionProfile(settings: setting.settings)])
        for row in result.worstDocuments(of: winner, on: split, most: most) {
            guard let own = plan.settings(for: row.kind).first else { continue }
            if let page = try await exhibit(row, own, withCrops: withCrops) { exhibits.pages.append(page) }
        }
        return exhibits
    }

    private func printedDigits(_ documents: Set<String>) throws(TuningError) -> [Int] {
        var counts = [Int](repeating: 0, count: 10)
        for id in documents {
            for value in try truth(of: StudyDocument(row: id)).numbers {
                for digit in value.utf8 where (0x30...0x39).contains(digit) { counts[Int(digit) - 0x30] += 1 }
            }
        }
        return counts
    }

    private func exhibit(
        _ row: PageRow, _ setting: RecognitionSettings, withCrops: Bool
    ) async throws(TuningError) -> PageExhibit? {
        let document = StudyDocument(row: row.document)
        guard let entry = self.document(row.document), entry.mayShowPixels(withCrops: withCrops) else { return nil }
        let (truth, bytes) = (try truth(of: document), try bytes(of: document))
        let answer: ReadAnswer
        do throws(PoolError) {
            answer = try await draw(bytes, setting, PictureOrder(dpi: 110, longestSide: Self.longestSide))
        } catch {
            guard error.blamesDocument else { throw .reader(error.description) }
            return nil
        }
        guard case .success(let read)? = answer.results.first else { return nil }
        let measurement = truth.score(read, repairs: true)
        let cells = measurement.score.errors.map { CellError($0, place: measurement.places[$0.path]) }
        let page = Self.page(with: cells)
        guard let picture = answer.pictures.first(where: { $0.page == page }),
            let size = read.pages.first(where: { $0.index == page }), size.width > 0, size.height > 0
        else { return nil }
        let scale = Double(Self.longestSide) / Double(max(size.width, size.height))
        return PageExhibit(
            document: row.document, layout: row.layout, kind: row.kind, isPersonal: entry.isPersonal, page: page,
            width: Int(Double(size.width) * scale), height: Int(Double(size.height) * scale),
            jpeg: Data(picture.jpeg), fieldsRight: measurement.score.fields.right,
            fieldsTotal: measurement.score.fields.total,
            cells: cells.filter { $0.place != nil } + cells.filter { $0.place == nil })
    }

    /// The page on which most of the cells stand.
    private static func page(with cells: [CellError]) -> Int {
        let counts = Dictionary(grouping: cells.compactMap(\.place?.page)) { $0 }.mapValues(\.count)
        return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    }
}

extension StudyDocument {
    /// A document of which only the identifier matters.
    fileprivate init(row id: String) { self.init(id: id, split: .validation, kind: .screen, layout: "") }
}
