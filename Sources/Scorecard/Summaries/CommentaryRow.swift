internal import Recognition

/// A row of a ball-by-ball commentary: `19.6 Hill to Rao, FOUR runs, driven through the covers`.
struct CommentaryRow {
    var delivery: Delivery
    /// Whether its number was read; of one that was not the ball is unknown.
    let isNumbered: Bool

    /// Reads a row; nil when it is none or does not say what came of the ball.
    ///
    /// - Parameter below: the rows that follow, where a sentence goes on.
    init?(_ words: [PageWord], below: ArraySlice<VisualRow>) {
        if let row = CommentaryRow(listed: words, below: below) ?? CommentaryRow(bracketed: words)
            ?? CommentaryRow(told: words, below: below)
        {
            self = row
        } else {
            return nil
        }
    }

    /// `19.6 Hill to Rao, FOUR runs`: a comma parts what came of the ball, or a bracket says it behind the story.
    private init?(listed words: [PageWord], below: ArraySlice<VisualRow>) {
        let number = words.prefix(2).firstIndex { Self.ball($0) != nil }
        guard let ball = number.map({ Self.ball(words[$0]) }) ?? Self.unread(words),
            let to = words.firstIndex(where: { $0.key == "to" }), to > (number ?? 0) + 1,
            let comma = words[to...].firstIndex(where: { $0.text.hasSuffix(",") || $0.text.hasSuffix(":") }),
            let bowler = Self.name(Self.withoutMark(words[((number ?? 0) + 1)..<to])),
            let batter = Self.name(words[(to + 1)...comma]),
            let outcome = BallOutcome(words[(comma + 1)...])
                ?? BallOutcome(closing: words[(comma + 1)...] + Self.sentences(below))
        else { return nil }
        isNumbered = number != nil
        delivery = Delivery(
            over: ball.over + 1, ball: min(ball.ball, 6), batsman: batter, bowler: bowler, runs: outcome.runs,
            isWicket: outcome.isWicket, extraType: outcome.extra)
    }

    /// `9.3 overs (6 Runs) SIX! Hill stands and applauds`: nobody is named for sure.
    private init?(bracketed words: [PageWord]) {
        guard words.count >= 4, let ball = Self.pointed(words[0]), words[1].key.hasPrefix("ov"),
            words[2].text.hasPrefix("("), words[3].key.hasPrefix("run"), let runs = Int(words[2].key), runs <= 8
        else { return nil }
        isNumbered = true
        let call = BallOutcome(calls: words[4...].prefix(2))
        delivery = Delivery(
            over: ball.over + 1, ball: min(ball.ball, 6), runs: runs, isWicket: call?.isWicket == true,
            extraType: call?.extra)
    }

    /// `5.6 FOUR! Lee Hill to Jay Rao. Short of a length, pulled for 4 runs.`: the sentence says it, in this row or below.
    private init?(told words: [PageWord], below: ArraySlice<VisualRow>) {
        guard let ball = words.first.flatMap(Self.pointed) else { return nil }
        let calls = words.dropFirst().prefix { $0.text.hasSuffix("!") }
        let rest = words[calls.endIndex...]
        guard let to = rest.prefix(6).firstIndex(where: { $0.key == "to" }), to > rest.startIndex,
            let stop = rest[to...].prefix(6).firstIndex(where: { $0.text.hasSuffix(".") && $0.key.count > 2 }),
            let bowler = Self.name(rest[..<to]), let batter = Self.name(rest[(to + 1)...stop]),
            let outcome = BallOutcome(calls: calls)
                ?? BallOutcome(told: rest[(stop + 1)...] + Self.sentences(below))
        else { return nil }
        isNumbered = true
        delivery = Delivery(
            over: ball.over + 1, ball: min(ball.ball, 6), batsman: batter, bowler: bowler, runs: outcome.runs,
            isWicket: outcome.isWicket, extraType: outcome.extra)
    }

    /// The words of a ball's story up to the next ball.
    private static func sentences(_ rows: ArraySlice<VisualRow>) -> [PageWord] {
        rows.prefix(3).prefix { pointed($0.words[0]) == nil }.flatMap(\.words)
    }

    /// The number of a ball whose point was read.
    private static func pointed(_ word: PageWord) -> (over: Int, ball: Int)? {
        word.text.contains(".") ? ball(word) : nil
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
        guard word.hasDigit else { return nil }
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
