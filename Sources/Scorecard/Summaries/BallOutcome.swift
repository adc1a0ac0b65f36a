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
        // `1 run, OUT`: run out at the second.
        if words.dropFirst(keys.count).first.map({ $0.text.hasPrefix("OUT") }) == true { isWicket = true }
    }

    /// `Trun`, `i run`: of a single run the word has no s.
    private static func isOneRun(_ keys: [String]) -> Bool {
        keys[0].count == 4 && keys[0].hasSuffix("run") || keys[0].count == 1 && keys.dropFirst().first == "run"
    }

    /// Reads what is called out before the story, `FOUR!`; nil where that is nothing.
    init?(calls words: ArraySlice<PageWord>) {
        let called = words.prefix { $0.text.hasSuffix("!") || $0.key == "no" }.map(\.key).joined(separator: " ")
        switch called {
        case "four": runs = 4
        case "six": runs = 6
        case "out", "wicket": isWicket = true
        case "wide": (runs, extra) = (1, "wd")
        case "no ball", "noball": (runs, extra) = (1, "nb")
        default: return nil
        }
    }

    /// Reads the bracket behind a story, `driven past mid-on. Lovely shot. (4)`; nil where none closes it.
    init?(closing words: ArraySlice<PageWord>) {
        let brackets = words.filter { $0.text.count == 3 && $0.text.hasPrefix("(") && $0.text.hasSuffix(")") }
        guard let call = brackets.map(\.key).first(where: { $0 == "w" || Int($0).map { $0 <= 8 } == true }) else {
            return nil
        }
        isWicket = call == "w"
        runs = Int(call) ?? 0
    }

    /// Reads the runs that a sentence tells, `worked to mid on for no runs`; nil where it tells none.
    init?(told words: ArraySlice<PageWord>) {
        let keys = words.map(\.key)
        let told = keys.indices.dropLast(2).lazy.compactMap { index -> Int? in
            guard keys[index] == "for", keys[index + 2].hasPrefix("run") else { return nil }
            return keys[index + 1] == "no" ? 0 : Int(keys[index + 1])
        }.first
        guard let told, told <= 8 else { return nil }
        runs = told
    }

    private static let extras = [
        (name: "wide", mark: "wd"), (name: "no ball", mark: "nb"), (name: "noball", mark: "nb"),
        (name: "leg bye", mark: "lb"), (name: "legbye", mark: "lb"), (name: "bye", mark: "b"),
    ]
}
