/// Reads totals in the usual notations: `184/6 (20 ov)`, `184 for 6 (20 overs)`, `all out`, `250/7 dec`.
struct TotalParser {
    private let words: [PageWord]
    private let tokens: [Token]
    private let isOfSide: Bool
    private var used: Set<Int> = []
    private var total = DraftTotal()

    /// The total in these words, a keyword before it or not.
    /// - Parameter isOfSide: whether the words can be nothing but the score of a side: elsewhere `43 (47)` are a batter's balls.
    static func parse(_ words: [PageWord], isOfSide: Bool = false) -> DraftTotal {
        // `4 voor 149` in Dutch
        let english = words.map { $0.key == "voor" ? $0.part("for", from: 0, to: 1) : $0 }
        var parser = TotalParser(english, isOfSide: isOfSide)
        parser.readOvers()
        parser.readOutcome()
        parser.skipRates()
        parser.readScore()
        return parser.total
    }

    private init(_ words: [PageWord], isOfSide: Bool) {
        self.words = words
        self.isOfSide = isOfSide
        tokens = Tokenizer.tokens(words)
    }

    private func read<Value>(_ value: Value, _ range: ClosedRange<Int>, doubt: Double = 1) -> Read<Value>? {
        Read(value, from: words.words(of: tokens[range]), doubt: doubt)
    }

    private func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

    /// `20 ov`, `(20 overs)`, `Overs: 20`, `20.3 Ov`.
    private mutating func readOvers() {
        for index in tokens.indices where Self.overWords.contains(tokens[index].text) {
            // `146 Overs: 53`
            let isLabel =
                text(index + 1) == ":" && tokens.indices.contains(index + 2) && tokens[index + 2].kind == .number
            if index > 0, tokens[index - 1].kind == .number, !isLabel {
                take(oversAt: index - 1, through: index)
            } else {
                let behind = text(index + 1) == ":" || text(index + 1) == "." ? index + 2 : index + 1
                if tokens.indices.contains(behind), tokens[behind].kind == .number {
                    take(oversAt: behind, through: behind)
                }
            }
            used.insert(index)
            if total.overs != nil { return }
        }
    }

    private mutating func take(oversAt number: Int, through last: Int) {
        let printed = tokens[number].text
        // `9.2 an over` and `(50 overs maximum)` are no overs bowled.
        let behind = text(max(number, last) + 1)
        guard Overs(printed) != nil, !used.contains(number), behind != "max", behind != "maximum", behind != "match"
        else { return }
        used.formUnion([number, last])
        total.overs = Read(printed, from: [words[tokens[number].word]])
    }

    private static let overWords: Set<String> = ["ov", "ovs", "over", "overs", "o", "ovrs"]

    /// `all out`, `6 wickets`, `for 6 wickets`, `dec`.
    private mutating func readOutcome() {
        for index in tokens.indices {
            switch tokens[index].text {
            case "allout", "ao": total.wickets = read(10, index...index)
            case "all" where Self.isOut(text(index + 1)): total.wickets = read(10, index...(index + 1))
            case "out" where index == 0 && tokens.count > 1 && tokens[1].integer != nil:
                total.wickets = read(10, index...index)
            case "without" where text(index + 1) == "loss": total.wickets = read(0, index...(index + 1))
            case "dec", "decl", "declared", "d": total.declared = read(true, index...index)
            case "wickets", "wicket", "wkts", "wkt", "wks", "w", "g\u{E6}rder", "guichets":
                guard index > 0,
                    let wickets = tokens[index - 1].integer ?? Self.numbers.firstIndex(of: tokens[index - 1].text),
                    wickets <= 10
                else { continue }
                used.insert(index - 1)
                total.wickets = total.wickets ?? read(wickets, (index - 1)...index)
            default: continue
            }
        }
    }

    /// Wickets in words: `for five wkts.`
    static let numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

    /// Whether a figure is followed by its unit: `180 20.0 overs`.
    static func isOvers(_ word: PageWord, in words: [PageWord]) -> Bool {
        words.first { $0.left > word.left }.map { overWords.contains($0.key) } ?? false
    }

    /// `out`, a letter misread or not.
    static func isOut(_ key: String) -> Bool {
        key.hasPrefix("out") || key.count == 3 && (key.hasPrefix("ou") || key.hasSuffix("ut"))
    }

    /// Run rates, minutes and targets are figures too.
    private mutating func skipRates() {
        for index in tokens.indices where tokens[index].kind == .letters {
            switch tokens[index].text {
            case "rr", "rate", "crr", "target":
                let behind = tokens[(index + 1)...].prefix(3).firstIndex { $0.kind == .number }
                if let behind { used.insert(behind) } else if index > 0 { used.insert(index - 1) }
                takeOvers(beforeRate: index)
            case "rpo", "an", "per", "mins", "minutes", "min", "balls", "runs":
                if index > 0, tokens[index - 1].kind == .number,
                    tokens[index].text != "runs" || text(index + 1) == "per"
                {
                    used.insert(index - 1)
                }
            default: continue
            }
        }
    }

    /// `20.0 (RR: 7.25) 145/6`
    private mutating func takeOvers(beforeRate rate: Int) {
        guard total.overs == nil, rate > 1, text(rate - 1) == "(", tokens[rate - 2].text.contains(".") else { return }
        take(oversAt: rate - 2, through: rate - 2)
    }

    /// `184/6`, `184-6`, `184 for 6`, or the one figure that is left.
    private mutating func readScore() {
        for index in tokens.indices where isDate(index) { used.formUnion(index...(index + 4)) }
        for index in tokens.indices {
            guard let runs = tokens[index].integer, !used.contains(index) else { continue }
            let between = index + 1
            guard tokens.indices.contains(index + 2), let wickets = tokens[index + 2].integer, wickets <= 10,
                tokens[between].isSeparator || tokens[between].text == "for" || tokens[between].text == "wickets",
                !tokens[index + 2].text.contains("."), !isSeason(runs, tokens[index + 2].text)
            else { continue }
            // `7 for 250 dec`: the Australian order has the wickets first.
            total.runs = read(runs, index...index)
            total.wickets = read(wickets, (index + 2)...(index + 2))
            used.formUnion([index, index + 2])
            readBareOvers(behind: index + 2)
            return
        }
        readAustralianScore()
    }

    /// `2008-04-18`
    private func isDate(_ index: Int) -> Bool {
        guard tokens[index].text.count == 4, tokens[index].integer != nil, tokens.indices.contains(index + 4),
            tokens[index + 1].isSeparator, tokens[index + 3].isSeparator
        else { return false }
        return tokens[index].word == tokens[index + 4].word && tokens[index + 4].integer != nil
    }

    /// `2007/08`
    private func isSeason(_ year: Int, _ next: String) -> Bool {
        (1850...2100).contains(year) && next.count == 2 && Int(next) == (year + 1) % 100
    }

    /// `241/8 50.0`, `241/8 (50.0)`: overs without a word for them, one place behind the point.
    private mutating func readBareOvers(behind score: Int) {
        guard total.overs == nil,
            let index = tokens.indices.first(where: { $0 > score && tokens[$0].kind != .mark }), !used.contains(index),
            tokens[index].kind == .number, tokens[index].text.suffix(2).first == ".",
            Overs(tokens[index].text) != nil
        else { return }
        used.insert(index)
        total.overs = Read(tokens[index].text, from: [words[tokens[index].word]])
    }

    /// `6/184`, `7 for 250`: wickets first.
    private mutating func readAustralianScore() {
        for index in tokens.indices {
            guard let wickets = tokens[index].integer, wickets <= 10, !used.contains(index),
                tokens.indices.contains(index + 2), let runs = tokens[index + 2].integer, runs > 10,
                tokens[index + 1].isSeparator || tokens[index + 1].text == "for"
            else { continue }
            total.runs = read(runs, (index + 2)...(index + 2))
            total.wickets = read(wickets, index...index)
            return
        }
        readLoneFigures()
    }

    private mutating func readLoneFigures() {
        let free = tokens.indices.filter { !used.contains($0) && tokens[$0].integer != nil }
        if total.wickets == nil,
            let index = free.first(where: { text($0 - 1) == "for" && (tokens[$0].integer ?? 11) <= 10 }),
            let wickets = tokens[index].integer
        {
            total.wickets = read(wickets, index...index)
            used.insert(index)
        }
        if readBracketedOvers(free) { return }
        guard let index = free.last(where: { !used.contains($0) }), let runs = tokens[index].integer else { return }
        total.runs = read(runs, index...index)
    }

    /// `305 (49.1)` and `243 (47)`, where nothing but the overs fits: more than wickets, and no rate.
    private mutating func readBracketedOvers(_ free: [Int]) -> Bool {
        guard total.overs == nil,
            let index = free.first(where: { text($0 + 1) == "(" && text($0 + 3) == ")" && !used.contains($0) }),
            let runs = tokens[index].integer, let overs = Overs(tokens[index + 2].text),
            isOfSide && overs.completed > 10 || overs.balls > 0,
            overs.completed <= 100, runs > overs.completed, overs.totalBalls * 5 >= runs * 2
        else { return false }
        total.runs = read(runs, index...index)
        total.overs = Read(tokens[index + 2].text, from: [words[tokens[index + 2].word]])
        return true
    }
}
