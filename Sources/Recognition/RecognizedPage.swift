/// A rectangle in fractions (0 to 1) of the upright original page, from its top left corner.
public struct PageBox: Codable, Sendable, Hashable {
    /// Distance of the left edge from the page's left edge.
    public var x: Double
    /// Distance of the top edge from the page's top edge.
    public var y: Double
    /// Width of the box.
    public var width: Double
    /// Height of the box.
    public var height: Double

    /// Creates a box from its top left corner and its size.
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The right edge.
    public var maxX: Double { x + width }
    /// The bottom edge.
    public var maxY: Double { y + height }
    /// The horizontal middle.
    public var midX: Double { x + width / 2 }
    /// The vertical middle.
    public var midY: Double { y + height / 2 }

    /// The smallest box that holds both.
    public func union(_ other: PageBox) -> PageBox {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return PageBox(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }
}

/// What else a symbol might have been (`tesseract::ChoiceIterator`).
public struct SymbolAlternative: Codable, Sendable, Hashable {
    /// One grapheme as the engine would spell it.
    public var text: String
    /// The engine's confidence, 0 to 1.
    public var confidence: Double

    /// Creates an alternative.
    public init(text: String, confidence: Double) {
        self.text = text
        self.confidence = confidence
    }
}

/// One recognised symbol (`RIL_SYMBOL`), present only where alternatives were asked for.
public struct RecognizedSymbol: Codable, Sendable, Hashable {
    /// One grapheme.
    public var text: String
    /// The engine's confidence, 0 to 1.
    public var confidence: Double
    /// Other readings, the likeliest first, without `text` itself.
    public var alternatives: [SymbolAlternative]

    /// Creates a symbol.
    public init(text: String, confidence: Double, alternatives: [SymbolAlternative] = []) {
        self.text = text
        self.confidence = confidence
        self.alternatives = alternatives
    }
}

/// What a figure was read as when it was looked at again, by itself.
public struct Rereading: Codable, Sendable, Hashable {
    /// Digits, with a point or without.
    public var text: String
    /// The engine's confidence, 0 to 1.
    public var confidence: Double

    /// Creates a reading.
    public init(text: String, confidence: Double) {
        self.text = text
        self.confidence = confidence
    }
}

/// One word with its place (`RIL_WORD`, or a text box of poppler's `text_list`).
public struct RecognizedWord: Codable, Sendable, Hashable {
    /// The word, without white space.
    public var text: String
    /// Where it stands.
    public var box: PageBox
    /// Where it stands when the lines of the page are made level; nil where that is `box`.
    public var level: PageBox?
    /// 0 to 1; a text layer's words have 1.
    public var confidence: Double
    /// Its symbols, empty unless alternatives were asked for.
    public var symbols: [RecognizedSymbol]
    /// What a figure that was doubted was read as again, each time at another size; empty for all others.
    public var rereadings: [Rereading]

    /// Creates a word.
    public init(
        text: String, box: PageBox, level: PageBox? = nil, confidence: Double, symbols: [RecognizedSymbol] = [],
        rereadings: [Rereading] = []
    ) {
        self.text = text
        self.box = box
        self.level = level
        self.confidence = confidence
        self.symbols = symbols
        self.rereadings = rereadings
    }
}

/// Words on one base line, left to right (`RIL_TEXTLINE`).
public struct RecognizedLine: Codable, Sendable, Hashable {
    /// The words, never empty.
    public var words: [RecognizedWord]

    /// Creates a line.
    public init(words: [RecognizedWord]) {
        self.words = words
    }

    /// The words joined by single spaces.
    public var text: String { words.map(\.text).joined(separator: " ") }
}

/// Lines that the engine took for one block (`RIL_BLOCK`).
public struct RecognizedBlock: Codable, Sendable, Hashable {
    /// The lines in reading order, never empty.
    public var lines: [RecognizedLine]

    /// Creates a block.
    public init(lines: [RecognizedLine]) {
        self.lines = lines
    }
}

/// Where the words of a page came from.
public enum TextSource: String, Codable, Sendable, Hashable {
    case textLayer
    case ocr
}

/// One page as it was read.
public struct RecognizedPage: Codable, Sendable, Hashable {
    /// Number of the page in its document, from 0.
    public var index: Int
    /// Size of the upright page in pixels before preparation; for a text layer in points.
    public var width: Int
    /// See `width`.
    public var height: Int
    /// Text layer or OCR.
    public var source: TextSource
    /// What was read, in the engine's reading order.
    public var blocks: [RecognizedBlock]

    /// Creates a page.
    public init(index: Int, width: Int, height: Int, source: TextSource, blocks: [RecognizedBlock]) {
        self.index = index
        self.width = width
        self.height = height
        self.source = source
        self.blocks = blocks
    }

    /// All lines in reading order.
    public var lines: [RecognizedLine] { blocks.flatMap(\.lines) }
    /// All words in reading order.
    public var words: [RecognizedWord] { lines.flatMap(\.words) }
    /// Lines ended by line feeds, blocks parted by an empty line.
    public var text: String {
        blocks.map { block in block.lines.map { $0.text + "\n" }.joined() }.joined(separator: "\n")
    }
}
