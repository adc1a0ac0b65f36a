/// What running text says of a batter's runs in brackets behind them: `48 (64)`, `48 (64b, 4x4, 1x6)`.
struct BracketedHits {
    /// Whether a page writes four fours and a six as `4x4, 1x6` or as `4x4, 6x1`.
    enum Order {
        case countFirst, strokeFirst

        /// The order that most of these words show; a four or a six on one side alone tells.
        init(of words: [PageWord]) {
            let pairs = words.compactMap { BracketedHits.pair(in: $0.text) }
            let countFirst = pairs.count { !isStroke($0.left) && isStroke($0.right) }
            let strokeFirst = pairs.count { isStroke($0.left) && !isStroke($0.right) }
            self = strokeFirst > countFirst ? .strokeFirst : .countFirst
            func isStroke(_ figure: Substring) -> Bool { figure == "4" || figure == "6" }
        }
    }

    private(set) var balls: PageWord?
    private(set) var fours: PageWord?
    private(set) var sixes: PageWord?
    /// Words of the bracket; 0 when none stands there.
    private(set) var count = 0

    /// The figures as cells of a table, balls, fours and sixes.
    var cells: [[PageWord]] { [balls, fours, sixes].map { $0.map { [$0] } ?? [] } }

    /// Reads the bracket that these words begin with.
    init(_ words: ArraySlice<PageWord>, order: Order) {
        guard words.first?.text.hasPrefix("(") == true,
            let end = words.prefix(4).firstIndex(where: { $0.text.contains(")") })
        else { return }
        for word in words[words.startIndex...end] where !take(word, order) { return }
        count = end + 1 - words.startIndex
        takeCounted(words[(end + 1)...])
    }

    /// `4 '4s' 1 '6s'` behind the bracket.
    private mutating func takeCounted(_ words: ArraySlice<PageWord>) {
        for index in [0, 2] where words.count > index + 1 {
            let (figure, unit) = (words[words.startIndex + index], words[words.startIndex + index + 1])
            guard Int(figure.text) != nil, figure.text.utf8.count <= 2 else { return }
            switch unit.text.lowercased().filter({ $0.isLetter || $0.isNumber }) {
            case "4s": fours = figure
            case "6s": sixes = figure
            default: return
            }
            count += 2
        }
    }

    /// The figures on both sides of the sign in `4x4,`; nil where there is none.
    private static func pair(in text: String) -> (left: Substring, right: Substring)? {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        let sides = text.drop { $0 == "(" }.lowercased().split(omittingEmptySubsequences: false) {
            $0 == "x" || $0 == "\u{D7}"
        }
        guard sides.count == 2, let left = sides.first, let right = sides.last?.prefix(while: \.isNumber),
            (1...2).contains(left.count), (1...2).contains(right.count), left.allSatisfy(\.isNumber)
        else { return nil }
        return (left[...], right)
    }

    private mutating func take(_ word: PageWord, _ order: Order) -> Bool {
        if let (left, right) = Self.pair(in: word.text) {
            let (strokes, stroke) = order == .countFirst ? (left, right) : (right, left)
            let cell = word.part(String(strokes), from: 0, to: 1)
            switch stroke {
            case "4": fours = cell
            case "6": sixes = cell
            default: return false
            }
            return true
        }
        let text = word.text.lowercased().filter { !"(),;.".contains($0) }
        guard balls == nil else { return text == "balls" || text == "b" }
        let digits = text.last == "b" ? text.dropLast() : text[...]
        guard (1...3).contains(digits.count), digits.allSatisfy(\.isNumber) else { return false }
        balls = word.part(String(digits), from: 0, to: 1)
        return true
    }
}
