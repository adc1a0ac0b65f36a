/// A row that shows an over ball by ball: `Over 5  Hill  . 1 4 W 2wd . 1  8 runs  45/2`.
struct OverStrip {
    var deliveries: [Delivery] = []

    private struct Sign {
        var word: PageWord
        var runs: Int
        var isWicket: Bool
        var extra: String?
        var isLegal: Bool { extra != "wd" && extra != "nb" }
    }

    /// Reads a row; nil when it is none.
    init?(_ words: [PageWord]) {
        if let (over, bowler, balls) = Self.dashed(words) {
            add(balls, over: over, bowler: bowler)
            return
        }
        guard words.count >= 4, let (over, count) = Self.number(words), (1...999).contains(over) else { return nil }
        let body = Array(words.dropFirst(count))
        let end = body.firstIndex { $0.key.hasPrefix("run") } ?? body.count
        guard end > 1, end < body.count, let runs = NumericText.integer(body[end - 1].text)?.number else { return nil }
        let signs = Array(
            body[..<(end - 1)].reversed().map(Self.sign).prefix { $0 != nil }.compactMap { $0 }.reversed())
        let name = body[..<(end - 1 - signs.count)]
        let balls = Self.withDots(signs)
        guard !balls.isEmpty, name.count <= 5, balls.reduce(0, { $0 + $1.runs }) == runs else { return nil }
        add(balls, over: over, bowler: NameText.marked(Array(name))?.name ?? "")
    }

    private mutating func add(_ balls: [Sign], over: Int, bowler: String) {
        var legal = 0
        for sign in balls {
            deliveries.append(
                Delivery(
                    over: over, ball: min(legal + 1, 6), bowler: bowler, runs: sign.runs, isWicket: sign.isWicket,
                    extraType: sign.extra))
            if sign.isLegal { legal += 1 }
        }
    }

    /// `Over 48 Hill 1-1-4lb-W-4-1`, and `Over 48.2 Hill 3-4` of one that has just begun; nil where the balls are not as many.
    private static func dashed(_ words: [PageWord]) -> (over: Int, bowler: String, balls: [Sign])? {
        guard (4...7).contains(words.count), words[0].key == "over" || words[0].key == "ov",
            let strip = words.last, let over = Double(words[1].text), (1..<1000).contains(over),
            let bowler = NameText.marked(Array(words[2..<(words.count - 1)]))?.name
        else { return nil }
        let pieces = strip.text.split { "-\u{2013}".contains($0) }.map { strip.part($0, of: strip.text) }
        let balls = pieces.compactMap(sign)
        let begun = Int((over * 10).rounded()) % 10
        guard balls.count == pieces.count, balls.count >= 2, balls.count(where: \.isLegal) == (begun == 0 ? 6 : begun)
        else { return nil }
        return (begun == 0 ? Int(over) : Int(over) + 1, bowler, balls)
    }

    /// `Over 5` or `Over5`, and how many words it takes.
    private static func number(_ words: [PageWord]) -> (over: Int, count: Int)? {
        let key = words[0].key
        if key == "over" || key == "ov" { return NumericText.integer(words[1].text).map { ($0.number, 2) } }
        return key.hasPrefix("over") ? Int(key.dropFirst(4)).map { ($0, 1) } : nil
    }

    /// `.`, `4`, `W`, `2wd`, `lb`.
    private static func sign(_ word: PageWord) -> Sign? {
        if word.isDash || word.text == "\u{2022}" { return Sign(word: word, runs: 0, isWicket: false) }
        let tokens = Tokenizer.tokens([word])
        guard tokens.count <= 2, let last = tokens.last else { return nil }
        let figure = tokens.first?.integer
        guard figure ?? 1 <= 8, tokens.count == 1 || figure != nil else { return nil }
        if last.kind == .number {
            return tokens.count == 1 ? Sign(word: word, runs: figure ?? 0, isWicket: false) : nil
        }
        switch last.text {
        case "w": return tokens.count == 1 ? Sign(word: word, runs: 0, isWicket: true) : nil
        case "wd", "nb", "lb", "b": return Sign(word: word, runs: figure ?? 1, isWicket: false, extra: last.text)
        case "o": return Sign(word: word, runs: 0, isWicket: false)
        default: return nil
        }
    }

    /// Balls stand at even distances: where one is left out, a dot was too small to be read.
    private static func withDots(_ signs: [Sign]) -> [Sign] {
        let gaps = zip(signs, signs.dropFirst()).map { $1.word.midX - $0.word.midX }
        guard let pitch = gaps.min(), pitch > 0 else { return signs }
        var all: [Sign] = []
        for sign in signs {
            if let last = all.last {
                // Bounded before it is made an Int: a hostile page may set two signs a hair's breadth apart.
                let steps = min(max(((sign.word.midX - last.word.midX) / pitch).rounded(), 1), 7)
                for _ in 1..<Int(steps) { all.append(Sign(word: last.word, runs: 0, isWicket: false)) }
            }
            all.append(sign)
        }
        return all
    }
}
