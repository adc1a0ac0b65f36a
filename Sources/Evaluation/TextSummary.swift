/// Rates of many pages together. A page whose reference is empty has no rate; it is counted apart.
public struct RateSummary: Codable, Sendable, Hashable {
    /// Edits and lengths of the pages that have a reference.
    public private(set) var total = EditCount()
    /// Pages that have a reference.
    public private(set) var pages = 0
    /// Pages whose reference is empty.
    public private(set) var emptyPages = 0
    /// What was read on pages whose reference is empty.
    public private(set) var editsOnEmptyPages = 0
    private var sumOfRates = 0.0

    /// A summary of no pages.
    public init() {}

    /// Adds a page.
    public mutating func add(_ page: EditCount) {
        guard page.length > 0 else {
            emptyPages += 1
            editsOnEmptyPages += page.edits
            return
        }
        total = total + page
        pages += 1
        sumOfRates += page.rate
    }

    /// Sum of edits by sum of lengths; nil without pages.
    public var micro: Double? { pages == 0 ? nil : total.rate }
    /// Mean of the pages' rates; nil without pages.
    public var macro: Double? { pages == 0 ? nil : sumOfRates / Double(pages) }
}

/// Text scores of many pages together.
public struct TextSummary: Codable, Sendable, Hashable {
    /// Character error rate.
    public private(set) var graphemes = RateSummary()
    /// The same in code points.
    public private(set) var codePoints = RateSummary()
    /// Word error rate.
    public private(set) var words = RateSummary()
    /// Character error rate when words may stand in any order.
    public private(set) var orderFree = RateSummary()
    /// Words as bags.
    public private(set) var bagOfWords = BagCount()
    /// Numbers as bags.
    public private(set) var bagOfNumbers = BagCount()

    /// A summary of no pages.
    public init() {}

    /// A summary of these pages.
    public init(_ pages: some Sequence<TextScore>) {
        for page in pages { add(page) }
    }

    /// Adds a page.
    public mutating func add(_ page: TextScore) {
        graphemes.add(page.graphemes)
        codePoints.add(page.codePoints)
        words.add(page.words)
        orderFree.add(page.orderFree)
        bagOfWords = bagOfWords + page.bagOfWords
        bagOfNumbers = bagOfNumbers + page.bagOfNumbers
    }
}
