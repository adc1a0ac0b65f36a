internal import Recognition

/// A word of a page on level ground: its place in pixels after the page's slope is taken out.
struct PageWord {
    var text: String
    /// The word in lower case, letters, digits and inner `/&'` only: what keyword lists are searched for.
    var key: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var confidence: Double
    var page: Int
    var box: PageBox
    var source: TextSource
    /// What the whole word was read as when it was looked at again.
    var rereadings: [Rereading] = []

    var midX: Double { (left + right) / 2 }
    var midY: Double { (top + bottom) / 2 }
    var height: Double { bottom - top }
    var width: Double { right - left }

    /// Whether the word has a digit.
    var hasDigit: Bool { text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }
    /// Whether the word is a dash, a dot or the like: an empty cell as cards print it.
    var isDash: Bool { key.isEmpty && text.unicodeScalars.allSatisfy(Characters.dashes.contains) }

    /// Whether the word is a question mark: a figure that nobody knows.
    var isUnknown: Bool { text == "?" }

    /// The word and the next one as one.
    func joined(with next: PageWord) -> PageWord {
        var word = self
        word.text += next.text
        word.key = Characters.key(of: word.text)
        word.right = next.right
        word.rereadings = []
        word.box = box.union(next.box)
        return word
    }

    /// A part of the word's own text.
    func part(_ piece: Substring, of whole: String) -> PageWord {
        let length = Double(max(whole.count, 1))
        let start = Double(whole.distance(from: whole.startIndex, to: piece.startIndex))
        return part(String(piece), from: start / length, to: (start + Double(piece.count)) / length)
    }

    /// The same word with another text that stands in the part of it from `start` to `end` (fractions of its width).
    func part(_ text: String, from start: Double, to end: Double) -> PageWord {
        var word = self
        word.text = text
        word.key = Characters.key(of: text)
        word.left = left + width * start
        word.right = left + width * end
        word.box.x = box.x + box.width * start
        word.box.width = box.width * (end - start)
        if end - start < 1 { word.rereadings = [] }
        return word
    }
}

/// Sets of characters that cards and OCR engines use.
enum Characters {
    static let dashes: Set<Unicode.Scalar> = [
        "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "~", ".", "\u{B7}", "_", "*",
    ]
    /// Marks that stand between two figures of a score: `184/6`, `184-6`.
    static let scoreSeparators: Set<Unicode.Scalar> = [
        "-", "/", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
    ]
    /// Ruling lines read as text.
    static func isRule(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "\u{A6}", "_", "=", "\u{2500}"..."\u{259F}": true
        default: false
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    /// Lower case, letters and digits and inner `/&'` only.
    static func key(of text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var key = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "/", "&", "'": key.append(scalar)
            case "A"..."Z": key.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            case "\u{2019}", "\u{2018}": key.append("'")
            // A small c is often read as a sign that looks like one.
            case "\u{A2}", "\u{A9}", "\u{20AC}": key.append("c")
            case "\u{131}": key.append("i")
            case "#"..."@", " "..."\"", "["..."`", "{"..."\u{BF}": continue
            default:
                if isLetter(scalar) {
                    key.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
                }
            }
        }
        while let last = key.last, last == "/" || last == "'" || last == "&", key.count > 1 { key.removeLast() }
        while let first = key.first, first == "/" || first == "'", key.count > 1 { key.removeFirst() }
        return String(key)
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

    /// Whether the scalar is alphabetic; most are ASCII, and those need no look into Unicode's tables.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return scalar.properties.isAlphabetic }
        return (0x61...0x7A).contains(scalar.value | 0x20)
    }
}

/// Where a value was read: the words behind one leaf.
struct Evidence: Hashable {
    var raw: String
    var confidence: Double
    var page: Int
    var box: PageBox?
    var source: TextSource
    /// What its one word was read as when it was looked at again.
    var rereadings: [Rereading] = []

    /// The words of one leaf; nil when there are none.
    init?(_ words: some Collection<PageWord>) {
        guard let first = words.first else { return nil }
        raw = words.map(\.text).joined(separator: " ")
        confidence = words.reduce(1) { min($0, $1.confidence) }
        page = first.page
        box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
        source = first.source
        rereadings = words.count == 1 ? first.rereadings : []
    }

    /// Nothing on the page: the value follows from others.
    static func derived(page: Int, confidence: Double) -> Evidence {
        Evidence(raw: "", confidence: confidence, page: page, box: nil, source: .ocr)
    }

    private init(raw: String, confidence: Double, page: Int, box: PageBox?, source: TextSource) {
        self.raw = raw
        self.confidence = confidence
        self.page = page
        self.box = box
        self.source = source
    }
}

/// A value with the words it was read from.
struct Read<Value: Hashable>: Hashable {
    var value: Value
    var evidence: Evidence
    var source: FieldSource

    init(_ value: Value, _ evidence: Evidence, source: FieldSource = .read) {
        self.value = value
        self.evidence = evidence
        self.source = source
    }

    /// A value read from these words, less sure by `doubt`; nil when there are no words.
    init?(_ value: Value, from words: some Collection<PageWord>, doubt: Double = 1, source: FieldSource = .read) {
        guard var evidence = Evidence(words) else { return nil }
        evidence.confidence *= doubt
        self.init(value, evidence, source: source)
    }
}
