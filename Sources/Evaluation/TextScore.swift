/// Edits against the length of the reference, in units of one sort.
public struct EditCount: Codable, Sendable, Hashable {
    /// Insertions, deletions and substitutions.
    public var edits: Int
    /// Units in the reference.
    public var length: Int

    /// Creates a count.
    public init(edits: Int = 0, length: Int = 0) {
        self.edits = edits
        self.length = length
    }

    /// Edits by length, not clipped at 1. Infinite when the reference is empty and the hypothesis is not.
    public var rate: Double {
        if length > 0 { return Double(edits) / Double(length) }
        return edits == 0 ? 0 : .infinity
    }

    /// The sum of two counts.
    public static func + (left: EditCount, right: EditCount) -> EditCount {
        EditCount(edits: left.edits + right.edits, length: left.length + right.length)
    }
}

/// Units of one sort as bags: how often each occurs, wherever it stands.
public struct BagCount: Codable, Sendable, Hashable {
    /// Units that both bags have.
    public var common: Int
    /// Units in the reference.
    public var reference: Int
    /// Units in the hypothesis.
    public var hypothesis: Int

    /// Creates a count.
    public init(common: Int = 0, reference: Int = 0, hypothesis: Int = 0) {
        self.common = common
        self.reference = reference
        self.hypothesis = hypothesis
    }

    /// Counts two bags.
    init(_ reference: [String], _ hypothesis: [String]) {
        var left = Dictionary(reference.map { ($0, 1) }, uniquingKeysWith: +)
        var common = 0
        for unit in hypothesis {
            guard let count = left[unit], count > 0 else { continue }
            left[unit] = count - 1
            common += 1
        }
        self.init(common: common, reference: reference.count, hypothesis: hypothesis.count)
    }

    /// Share of the reference that was found; nil when the reference is empty.
    public var recall: Double? { reference == 0 ? nil : Double(common) / Double(reference) }
    /// Share of what was found that is in the reference; nil when nothing was found.
    public var precision: Double? { hypothesis == 0 ? nil : Double(common) / Double(hypothesis) }
    /// Harmonic mean of recall and precision; nil when both bags are empty.
    public var f1: Double? {
        reference + hypothesis == 0 ? nil : 2 * Double(common) / Double(reference + hypothesis)
    }

    /// The sum of two counts.
    public static func + (left: BagCount, right: BagCount) -> BagCount {
        BagCount(
            common: left.common + right.common, reference: left.reference + right.reference,
            hypothesis: left.hypothesis + right.hypothesis)
    }
}

/// How well a text was read.
public struct TextScore: Codable, Sendable, Hashable {
    /// What was made equal first.
    public var profile: NormalizationProfile
    /// Extended grapheme clusters after NFC: the character error rate.
    public var graphemes: EditCount
    /// Unicode code points, as jiwer counts.
    public var codePoints: EditCount
    /// Words after UAX 29: the word error rate.
    public var words: EditCount
    /// Grapheme clusters when words may stand in any order; what `graphemes` has beyond it is the layout's share.
    public var orderFree: EditCount
    /// Words, whatever their order.
    public var bagOfWords: BagCount
    /// Numbers, whatever their order.
    public var bagOfNumbers: BagCount

    /// Compares what was read with what the page says.
    public init(reference: String, hypothesis: String, profile: NormalizationProfile = .card) {
        self.profile = profile
        let (reference, hypothesis) = (profile.normalize(reference), profile.normalize(hypothesis))
        var table = SymbolTable()
        let (referenceGraphemes, hypothesisGraphemes) =
            (table.graphemes(of: reference), table.graphemes(of: hypothesis))
        let graphemes = EditCount(referenceGraphemes, hypothesisGraphemes)
        self.graphemes = graphemes
        let isPlain =
            reference.utf8.count == referenceGraphemes.count && hypothesis.utf8.count == hypothesisGraphemes.count
        codePoints =
            isPlain
            ? graphemes : EditCount(SymbolTable.codePoints(of: reference), SymbolTable.codePoints(of: hypothesis))
        let (referenceWords, hypothesisWords) = (Words.all(in: reference), Words.all(in: hypothesis))
        words = EditCount(table.words(referenceWords), table.words(hypothesisWords))
        bagOfWords = BagCount(referenceWords, hypothesisWords)
        bagOfNumbers = BagCount(Words.numbers(among: referenceWords), Words.numbers(among: hypothesisWords))
        let free = OrderFreeDistance.between(referenceGraphemes, hypothesisGraphemes)
        orderFree = EditCount(edits: min(free, graphemes.edits), length: graphemes.length)
    }
}

extension EditCount {
    init(_ reference: [UInt32], _ hypothesis: [UInt32]) {
        self.init(edits: EditDistance.between(reference, hypothesis), length: reference.count)
    }
}
