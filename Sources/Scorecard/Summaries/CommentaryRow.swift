internal import Recognition

/// A row of a ball-by-ball commentary: `19.6 Hill to Rao, FOUR runs, driven through the covers`.
struct CommentaryRow {
    var delivery: Delivery
    /// Whether its number was read; of one that was not the ball is unknown.
    let isNumbered: Bool

    /// Reads a row; nil when it is none or does not say what came of the ball.
    init?(_ words: [PageWord]) {
        let number = words.prefix(2).firstIndex { Self.ball($0) != nil }
        guard let ball = number.map({ Self.ball(words[$0]) }) ?? Self.unread(words),
            let to = words.firstIndex(where: { $0.key == "to" }), to > (number ?? 0) + 1,
            let comma = words[to...].firstIndex(where: { $0.text.hasSuffix(",") || $0.text.hasSuffix(":") }),
            let bowler = Self.name(Self.withoutMark(words[((number ?? 0) + 1)..<to])),
            let batter = Self.name(words[(to + 1)...comma]),
            let outcome = BallOutcome(words[(comma + 1)...])
        else { return nil }
        isNumbered = number != nil
        delivery = Delivery(
            over: ball.over + 1, ball: min(ball.ball, 6), batsman: batter, bowler: bowler, runs: outcome.runs,
            isWicket: outcome.isWicket, extraType: outcome.extra)
    }

    /// What an engine was unsure of before a name may be the number of a ball.
    private static func unread(_ words: [PageWord]) -> (over: Int, ball: Int)? {
        guard words.count > 3, let first = words.first, first.source == .ocr, first.confidence < 0.6,
            first.text.count <= 4
        else { return nil }
        return (0, 0)
    }

    /// Completed overs and the ball of the next: `19.6`.
    private static func ball(_ word: PageWord) -> (over: Int, ball: Int)? {
        var parts = word.text.split { $0 == "." || $0 == ":" || $0 == "," }
        if parts.count == 1, word.source == .ocr, (2...3).contains(word.text.utf8.count) {
            // `24`: the point was lost.
            parts = [word.text.dropLast(), word.text.suffix(1)]
        }
        guard parts.count == 2, let over = Int(parts[0]), let ball = Int(parts[1]), over < 1000, (1...9).contains(ball),
            over >= 0, parts[1].utf8.count == 1
        else { return nil }
        return (over, ball)
    }

    /// Without the mark of a wicket, which stands before the bowler in a column of its own; `W van Beek` has an initial.
    private static func withoutMark(_ words: ArraySlice<PageWord>) -> ArraySlice<PageWord> {
        let rest = words.drop { $0.hasDigit || $0.key.isEmpty }
        guard rest.count > 2, rest.first?.text == "W", rest.dropFirst().first?.text.first?.isUppercase == true else {
            return rest
        }
        return rest.dropFirst()
    }

    /// A name, figures before it left out.
    private static func name(_ words: ArraySlice<PageWord>) -> String? {
        let words = words.drop { $0.hasDigit || $0.key.isEmpty }
        guard words.count <= 5, let marked = NameText.marked(Array(words)) else { return nil }
        return marked.name
    }
}

/// What a commentary says came of a ball.
struct BallOutcome {
    var runs = 0
    var isWicket = false
    var extra: String?

    /// Reads the words behind `Hill to Rao,`.
    init?(_ words: ArraySlice<PageWord>) {
        // The first clause says it; a wide is often `wide, 1 run`, a no-ball `(no ball) FOUR`.
        var keys: [String] = []
        for word in words.prefix(5) {
            keys.append(word.key)
            if word.text.hasSuffix(",") || word.text.hasSuffix("!") || word.text.hasSuffix(".") { break }
        }
        let text = keys.joined(separator: " ")
        let figure = keys.first.flatMap { Int($0) }
        guard figure ?? 0 <= 8, !keys.isEmpty else { return nil }
        extra = Self.extras.first { text.contains($0.name) }?.mark
        if let extra {
            runs = figure ?? (text.contains("four") ? 4 : 1)
            if extra == "nb", figure == nil, text.contains("four") { runs = 5 }
        } else if ["out", "wicket"].contains(keys[0]) {
            isWicket = true
        } else if text.hasPrefix("no run") || text.hasPrefix("norun") || keys[0] == "dot" {
            runs = 0
        } else if keys[0] == "four" || keys[0] == "six" {
            runs = keys[0] == "four" ? 4 : 6
        } else if let figure, keys.dropFirst().first?.hasPrefix("run") == true {
            runs = figure
        } else if Self.isOneRun(keys) {
            runs = 1
        } else {
            return nil
        }
    }

    /// `Trun`, `i run`: of a single run the word has no s.
    private static func isOneRun(_ keys: [String]) -> Bool {
        keys[0].count == 4 && keys[0].hasSuffix("run") || keys[0].count == 1 && keys.dropFirst().first == "run"
    }

    private static let extras = [
        (name: "wide", mark: "wd"), (name: "no ball", mark: "nb"), (name: "noball", mark: "nb"),
        (name: "leg bye", mark: "lb"), (name: "legbye", mark: "lb"), (name: "bye", mark: "b"),
    ]
}
