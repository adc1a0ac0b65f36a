public import Corpus
internal import FoundationEssentials
internal import OCRWire
internal import Recognition
internal import Scorecard

/// A document on the desk: its draft, and what becomes of it.
public actor LabelSession {
    /// What the page sends to be saved.
    struct Submission: Decodable {
        /// The truth as JSON text, so that it is read as strictly as any truth.json.
        var truth: String
        var text: String
        /// Whether the person says that the text is the page's.
        var textIsRight: Bool
        /// Page, x, y, width and height of each cell that still stands for its words.
        var places: [String: [Double]]
    }

    /// What the server says to the page.
    enum Answer: Sendable {
        case accepted(OrderedJSON)
        case refused(String)
    }

    /// What is to be stored with every document.
    public struct Terms: Sendable {
        /// Who agreed, and when; nil when nobody was asked.
        public var consent: String?
        /// The split, or nil to let the match decide.
        public var split: CorpusSplit?
        /// Today, `2026-11-26`.
        public var added: String

        /// Creates terms.
        public init(consent: String?, split: CorpusSplit?, added: String) {
            self.consent = consent
            self.split = split
            self.added = added
        }
    }

    nonisolated let name: String
    nonisolated let drafted: DraftedCard
    private let bytes: [UInt8]
    private let terms: Terms
    private var collection: CardCollection
    /// The entry of the last save.
    public private(set) var saved: CorpusDocument?

    /// Puts a document on the desk.
    ///
    /// - Parameter name: as the page calls it.
    public init(name: String, bytes: [UInt8], drafted: DraftedCard, collection: CardCollection, terms: Terms) {
        self.name = name
        self.bytes = bytes
        self.drafted = drafted
        self.collection = collection
        self.terms = terms
    }

    /// Everything that the page shows.
    nonisolated var draft: OrderedJSON {
        LabelDraft(name: name, drafted: drafted).json
    }

    nonisolated func check(_ truth: [UInt8]) -> Answer {
        do throws(ScorecardJSONError) {
            return .accepted(LawReport(TruthDraft.tidied(try ScorecardJSON.decode(truth))).json)
        } catch {
            return .refused(error.sentence)
        }
    }

    func save(_ body: [UInt8]) -> Answer {
        guard let submission = try? JSONDecoder().decode(Submission.self, from: Data(body)) else {
            return .refused("What the page sent cannot be read; load it again.")
        }
        do {
            let truth = try ScorecardJSON.decode(Array(submission.truth.utf8))
            let entry = try collection.add(card(truth, submission), replacing: true)
            saved = entry
            return .accepted(.object([.init("saved", .text(collection.directory + "/" + entry.folder))]))
        } catch let error as ScorecardJSONError {
            return .refused(error.sentence)
        } catch let error as CorpusError {
            return .refused(error.sentence)
        } catch {
            return .refused("\(error)")
        }
    }

    private func card(_ truth: Scorecard, _ submission: Submission) -> CollectedCard {
        CollectedCard(
            bytes: bytes, format: drafted.document.format, kind: drafted.document.kind,
            pages: drafted.document.pages.count, truth: truth, text: submission.text,
            boxes: CardBoxes(submission.places.compactMapValues(Self.place)), split: terms.split,
            provenance: CardProvenance(
                way: .labelled, consent: terms.consent, added: terms.added, hasDraftText: !submission.textIsRight))
    }

    private static func place(_ numbers: [Double]) -> CardBoxes.Place? {
        guard numbers.count == 5, let page = Int(exactly: numbers[0]), page >= 0 else { return nil }
        return .init(page: page, box: PageBox(x: numbers[1], y: numbers[2], width: numbers[3], height: numbers[4]))
    }
}
