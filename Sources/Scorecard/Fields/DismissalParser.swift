internal import Recognition

/// How a batter was out, as far as the words say.
struct Dismissal {
    var howOut: HowOut?
    var fielder: [PageWord] = []
    var bowler: [PageWord] = []
}

/// Reads dismissals in the usual notations: `c Smith b Jones`, `c & b Jones`, `run out (Smith/Jones)`, `not out`.
enum DismissalParser {
    /// Where in a row's words the dismissal begins, searching from `first`; nil when there is none.
    static func start(in words: [PageWord], from first: Int) -> Int? {
        words.indices.first { $0 >= first && begins(words, at: $0) }
    }

    /// Keys that engines make of `lbw`.
    private static let misreadLegBefore: Set = [
        "ibw", "ilow", "1bw", "ilbw", "libw", "iibw", "llbw", "lbvv", "tbw", "1lbw",
    ]

    /// Whether the word at the beginning of a dismissal is set in small letters or misread, and can be no part of a name.
    static func isPlain(_ word: PageWord) -> Bool {
        if misreadLegBefore.contains(word.key) { return true }
        return word.text == word.key && (word.key.utf8.count > 2 || ["b", "c", "st", "ro", "no"].contains(word.key))
    }

    /// What a word must have beside it to begin a dismissal.
    private enum Start {
        case alone, letter, behindName, beforeFigures, farFromBowler, hitWicket, misreadCatch
        case before([String])
        case beforePrefix([String])
    }

    private static let starts: WordTable<Start> = {
        var starts: [String: Start] = [
            "not": .beforePrefix(["out", "batting"]), "run": .beforePrefix(["out"]),
            "hit": .beforePrefix(["w", "the", "ball"]), "did": .before(["not", "riot", "nat", "hot"]),
            "yet": .before(["to"]),
            "fielder": .before(["catch"]), "keeper": .before(["catch"]),
            "low": .before(["b"]),
            "timed": .before(["out"]), "hw": .hitWicket, "no": .beforeFigures, "ro": .beforeFigures,
            "cc": .farFromBowler, "s": .farFromBowler, "batting": .behindName, "unbeaten": .behindName,
            "e": .misreadCatch, "t": .misreadCatch,
        ]
        let alone = [
            "lbw", "l.b.w", "notout", "runout", "dnb", "didnotbat", "hitwicket", "c&b", "c&", "cand", "candb",
            "stumped", "stpd",
            "caught", "ctw", "ctwk", "bwld", "bwid", "absent", "ret", "ret'd", "retd", "rtd", "retired", "handled",
            "obstructing",
            "obstructed", "obs",
        ]
        for key in misreadLegBefore.union(GluedDismissal.misreadCaughtAndBowled).union(alone) { starts[key] = .alone }
        for key in ["c", "ct", "b", "st", "bowled"] { starts[key] = .letter }
        starts["n/o"] = .beforeFigures
        return WordTable(starts)
    }()

    /// Whether a dismissal begins with this word.
    static func begins(_ words: [PageWord], at index: Int) -> Bool {
        let word = words[index]
        var next: String { index + 1 < words.count ? words[index + 1].key : "" }
        switch starts[word.key] {
        case .alone: return true
        case .letter: return beginsWithLetter(words, at: index)
        case .before(let keys): return keys.contains(next)
        case .beforePrefix(let prefixes): return prefixes.contains { next.hasPrefix($0) }
        case .hitWicket: return index > 0 && word.text == word.key && next == "b"
        case .beforeFigures:
            return index > 0 && (word.text == word.key || word.text == "N/O")
                && words[(index + 1)...].allSatisfy { $0.hasDigit || $0.isDash }
        case .farFromBowler:
            return (word.key != "s" || word.text == "s") && words[(index + 1)...].contains { $0.key == "b" }
        case .behindName:
            guard index > 0 else { return false }
            return index == words.count - 1
                || Int(next) != nil && word.text == word.text.lowercased()
                    && words[index - 1].text.first?.isUppercase == true
        case .misreadCatch:
            // `t Greaves b Khan` alone in its row is a catch; with figures it is a keeper.
            return word.text == word.key && (index > 0 ? word.key == "e" : !words.contains(where: \.hasDigit))
                && words.dropFirst(index + 2).contains { $0.key == "b" }
        case nil: return beginsGlued(words, at: index)
        }
    }

    private static func beginsGlued(_ words: [PageWord], at index: Int) -> Bool {
        let word = words[index]
        if index > 0, word.source == .ocr, word.left - words[index - 1].right > 2 * word.height,
            GluedDismissal.isCatch(word)
        {
            return words[index...].dropFirst().contains { $0.text == "b" }
        }
        guard isGluedStart(word) else { return false }
        return index > 0 || word.key.hasPrefix("b") || words.dropFirst().contains { $0.key == "b" }
    }

    /// What stands before the initials of gentlemen.
    private static let titles: Set = ["mr", "mrs", "miss", "dr", "rev", "capt", "col", "major", "lord", "sir", "hon"]

    /// `c`, `b` and `st` begin a dismissal; as capitals they are initials unless the rest reads as one.
    private static func beginsWithLetter(_ words: [PageWord], at index: Int) -> Bool {
        guard index + 1 < words.count else { return false }
        let letter = words[index]
        guard let initial = letter.text.unicodeScalars.first, !letter.text.hasSuffix(")"), initial != "(" else {
            return false
        }
        if initial.properties.isLowercase || letter.text == "Ct" && index > 0 { return true }
        // `King, C. Clark, b. Smith`
        if letter.text == "C.", index > 0, words[index - 1].text.hasSuffix(","), words[index - 1].text.count > 2,
            words[(index + 2)...].prefix(3).contains(where: { ["b", "by"].contains($0.key) })
        {
            return true
        }
        if !initial.properties.isAlphabetic {
            // `\u{2020}B A Fell` is a keeper.
            return !letter.text.contains(where: \.isUppercase) && words[(index + 1)...].contains { $0.key == "b" }
        }
        let rest = words[(index + 1)...]
        switch letter.key {
        case "c", "ct", "st":
            if letter.text == "C.", index > 0,
                titles.contains(words[index - 1].key)
                    || words[index - 1].text.count == 2 && words[index - 1].text.hasSuffix(".")
            {
                return false
            }
            // `A C Baker c Cooper b Rogers`: a name is still to come, or a small c.
            let isNamed = words[..<index].contains { $0.key.utf8.count > 1 }
            guard isNamed, !rest.prefix(while: { !$0.hasDigit && !$0.isDash }).contains(where: { $0.text == "c" })
            else { return false }
            return rest.dropFirst().contains { $0.key == "b" && !$0.text.hasSuffix(".") && $0.text != "B." }
        default: return false
        }
    }

    /// `b.Jones`, `cE Smith`: the letter and the name in one word.
    private static func isGluedStart(_ word: PageWord) -> Bool { mayBeGlued(word) && unglued(word).count > 1 }

    /// What nearly no word is.
    private static func mayBeGlued(_ word: PageWord) -> Bool {
        switch word.text.utf8.first {
        case UInt8(ascii: "&"), UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "s"): true
        case nil: false
        default: word.key.hasSuffix("sub")
        }
    }

    /// What stands glued before a name.
    private static let gluedLetters = [["&", "b"], ["st"], ["ct"], ["c"], ["b"]]

    /// Reads the words of a dismissal.
    static func parse(_ words: [PageWord]) -> Dismissal {
        let words = words.flatMap(unglued)
        guard let first = words.first else { return Dismissal() }
        let keys = words.map(\.key)
        let next = keys.count > 1 ? keys[1] : ""
        switch first.key {
        case "notout", "no", "n/o": return Dismissal(howOut: .notOut)
        case "not", "batting", "unbeaten": return Dismissal(howOut: .notOut)
        case "dnb", "didnotbat", "did", "yet": return Dismissal(howOut: .didNotBat)
        // `Fielder Catch Lee bowled Fox`
        case "fielder", "keeper": return fielded(.caught, Array(words.dropFirst()))
        case "absent", "abs": return Dismissal(howOut: .absent)
        case "timed": return Dismissal(howOut: .timedOut)
        case "handled": return Dismissal(howOut: .handledTheBall)
        case "obstructing", "obstructed", "obs": return Dismissal(howOut: .obstructingTheField)
        case "ret", "ret'd", "retd", "rtd", "retired": return retired(keys)
        case "run", "runout", "r/o", "ro": return runOut(words, from: first.key == "run" ? 2 : 1)
        case "lbw", "leg",
            _ where misreadLegBefore.contains(first.key):
            return bowlers(.lbw, words, from: 1)
        case "hit", "hw", "hitwicket":
            if keys.contains("twice") { return Dismissal(howOut: .hitTheBallTwice) }
            return bowlers(.hitWicket, words, from: 1)
        case "st", "std", "stpd", "stumped", "s": return fielded(.stumped, words)
        case "c&b", "c&", "cand", "candb": return caughtAndBowled(words, from: 1)
        case "ctw", "ctwk": return fielded(.caught, words)
        case "c", "cc", "ct", "caught":
            if next == "&b" { return caughtAndBowled(words, from: 2) }
            if next == "&" || next == "and" || words.dropFirst().first?.text == "&" {
                return caughtAndBowled(words, from: 3)
            }
            return fielded(.caught, words)
        case "b", "bowled", "bwd", "bwld", "bwid": return bowlers(.bowled, words, from: 0)
        default: return Dismissal()
        }
    }

    /// `b.Jones` becomes `b` and `Jones`, `cE` becomes `c` and `E`, `&bJones` becomes `&`, `b` and `Jones`.
    private static func unglued(_ word: PageWord) -> [PageWord] {
        guard mayBeGlued(word) else { return [word] }
        for letters in gluedLetters {
            let prefix = letters.joined()
            let text = word.key == prefix + "sub" ? word.key : word.text
            guard text.hasPrefix(prefix) else { continue }
            let rest = text.dropFirst(prefix.count)
            let name = rest.first == "." ? rest.dropFirst() : rest
            guard let first = name.unicodeScalars.first,
                first.properties.isUppercase || first == "\u{2020}"
                    || prefix == "b" && name.count > 1 && NameText.particles.contains(String(name))
                    || letters[0] != "b" && name.hasPrefix("sub")
            else { continue }
            let share = Double(prefix.count) / Double(word.text.count)
            let parts = letters.map { word.part($0, from: 0, to: share) }
            return parts + [word.part(String(name), from: share, to: 1)]
        }
        return [word]
    }

    /// The words as they must have been printed: what OCR ran together parted, `Ibw` and signs for letters put right.
    static func respelled(_ words: [PageWord]) -> [PageWord] {
        guard words.first?.source == .ocr else { return words }
        var words = words
        // A speck or a rule before it.
        while words.count > 2, let first = words.first, first.text.count == 1, "'\u{2018}`.,:|".contains(first.text) {
            words.removeFirst()
        }
        // What an engine makes of leaders.
        while words.count > 1, let last = words.last, last.key.isEmpty, !last.text.contains(")") { words.removeLast() }
        // And of the line between two columns.
        if words.count > 2, ["i", "l"].contains(words[words.count - 1].key), words[words.count - 2].key == "out" {
            words.removeLast()
        }
        if let mark = words[0].text.first, "'\u{2018}\u{2019}`.".contains(mark),
            ["c", "b", "st", "lbw", "not", "run"].contains(String(words[0].text.dropFirst()))
        {
            words[0] = words[0].part(String(words[0].text.dropFirst()), from: 0.2, to: 1)
        }
        if ["e", "t", "&"].contains(words[0].text) { words[0] = words[0].part("c", from: 0, to: 1) }
        words = GluedDismissal.parted(words)
        if words.count >= 2, words[0].key == "low", words[1].key == "b" {
            words[0] = words[0].part("lbw", from: 0, to: 1)
        }
        if words.count >= 2, misreadBowled.contains(words[0].text), words[1].text.first?.isUppercase == true {
            words[0] = words[0].part("b", from: 0, to: 1)
        }
        // `c å b Noor`
        if words.count > 3, words[0].key == "c", words[1].text.lowercased() == "\u{E5}", words[2].key == "b" {
            words[1] = words[1].part("&", from: 0, to: 1)
        }
        return GluedDismissal.withAmpersand(withBowler(withPhrase(balanced(words).flatMap(respelled))))
    }

    /// `run out (Rao)` for `run out (Rao))`, `(Iyer/TJ Rao)` for `(Iyer/T) Rao)`
    private static func balanced(_ words: [PageWord]) -> [PageWord] {
        var words = words
        let signs = words.flatMap(\.text)
        guard let index = words.lastIndex(where: { $0.text.hasSuffix(")") }),
            signs.count(where: { $0 == ")" }) > signs.count(where: { $0 == "(" })
        else { return words }
        let inner = words[..<index].firstIndex {
            $0.text.hasSuffix(")") && $0.text.dropLast().last?.isUppercase == true
        }
        let word = words[inner ?? index]
        words[inner ?? index] = word.part(word.text.dropLast() + (inner == nil ? "" : "J"), from: 0, to: 1)
        return words
    }

    /// `not out` for `not oul`, `did not bat` for `did not bhat`: nothing else begins so.
    private static func withPhrase(_ words: [PageWord]) -> [PageWord] {
        // `did riot bat`
        if words.count == 3, words[0].key == "did", words[2].key == "bat", words[1].key != "not" {
            return [words[0], words[1].part("not", from: 0, to: 1), words[2]]
        }
        guard
            let phrase = [["did", "not", "bat"], ["not", "out"], ["run", "out"]].first(where: { phrase in
                phrase.dropLast().elementsEqual(words.prefix(phrase.count - 1).map(\.text))
            }), words.count >= phrase.count
        else { return words }
        let last = words[phrase.count - 1]
        guard last.text != phrase.last, SectionKeywords.isOneEditApart(last.key.utf8, phrase[phrase.count - 1].utf8)
        else {
            return words
        }
        var words = words
        words[phrase.count - 1] = last.part(phrase[phrase.count - 1], from: 0, to: 1)
        return words
    }

    /// What engines make of a `b` that stands alone.
    private static let misreadBowled: Set = ["d", "h", "t", "6", "0", "bh", "hb", "bd", "db", "lb", "ob"]

    /// A bowler had a hand in it: without a `b` a lone sign that looks like one is it.
    private static func withBowler(_ words: [PageWord]) -> [PageWord] {
        let ways = ["c", "ct", "st", "caught", "stumped", "lbw"]
        guard let first = words.first, ways.contains(first.key),
            !words.contains(where: { ["b", "&", "and"].contains($0.key) || $0.text == "&" }),
            let index = words.indices.dropFirst(first.key == "lbw" ? 1 : 2).dropLast().first(where: {
                misreadBowled.contains(words[$0].text)
            })
        else { return words }
        var words = words
        words[index] = words[index].part("b", from: 0, to: 1)
        return words
    }

    private static func respelled(_ word: PageWord) -> [PageWord] {
        switch word.text {
        case "|bw", "Lbw",
            _ where misreadLegBefore.contains(word.key):
            return [word.part(word.text.hasSuffix(".") ? "l.b.w." : "lbw", from: 0, to: 1)]
        case "\u{A2}", "\u{A9}", "\u{20AC}", "Cc", "cc", "c\u{20AC}", "c\u{A2}": return [word.part("c", from: 0, to: 1)]
        // Set with spaces, as its width tells.
        case "c&b" where word.width > 2.65 * word.height:
            return [
                word.part("c", from: 0, to: 0.2), word.part("&", from: 0.3, to: 0.7), word.part("b", from: 0.8, to: 1),
            ]
        case "notout", "not.out": return [word.part("not", from: 0, to: 0.5), word.part("out", from: 0.5, to: 1)]
        case "&b": return [word.part("&", from: 0, to: 0.5), word.part("b", from: 0.5, to: 1)]
        case "c&": return [word.part("c", from: 0, to: 0.4), word.part("&", from: 0.5, to: 1)]
        case "cand": return [word.part("c", from: 0, to: 0.3), word.part("and", from: 0.3, to: 1)]
        case "candb":
            return [word.part("c", from: 0, to: 0.2), word.part("and", from: 0.2, to: 0.8)]
                + [word.part("b", from: 0.8, to: 1)]
        default:
            if let marked = daggered(word.text) { return [word.part(marked, from: 0, to: 1)] }
            return word.text.contains(".") && !hasGluedInitials(word.text) ? [word] : unglued(word)
        }
    }

    /// `bG.` and `cJ.P.`
    private static func hasGluedInitials(_ text: String) -> Bool {
        let letters = text.dropFirst()
        return text.first.map { "bc".contains($0) } == true && letters.count.isMultiple(of: 2)
            && letters.enumerated().allSatisfy { $0.isMultiple(of: 2) ? $1.isUppercase : $1 == "." }
    }

    /// `Short/\u{2020}Moores` for `Short/tMoores`
    private static func daggered(_ text: String) -> String? {
        guard let stroke = text.firstRange(of: "/t"), text[stroke.upperBound...].first?.isUppercase == true else {
            return nil
        }
        return text[..<stroke.lowerBound] + "/\u{2020}" + text[stroke.upperBound...]
    }

    private static func retired(_ keys: [String]) -> Dismissal {
        let rest = keys.dropFirst()
        if rest.contains("not") || rest.contains("notout") { return Dismissal(howOut: .retiredNotOut) }
        if rest.contains("hurt") || rest.contains("ill") || rest.contains("injured") {
            return Dismissal(howOut: .retiredHurt)
        }
        if rest.contains("out") { return Dismissal(howOut: .retiredOut) }
        // The bare word is said of a batter who was hurt and of one who made room; the card does not say which.
        return Dismissal(howOut: rest.isEmpty ? .retiredHurt : nil)
    }

    private static func runOut(_ words: [PageWord], from start: Int) -> Dismissal {
        let fielders = words.dropFirst(start).filter { !$0.key.isEmpty && $0.key != "by" }
        return Dismissal(howOut: .runOut, fielder: Array(fielders))
    }

    private static func bowlers(_ howOut: HowOut, _ words: [PageWord], from start: Int) -> Dismissal {
        guard let mark = bowlerMark(in: words, from: start) else {
            // Cards with a column for the bowler print `lbw` and the name.
            return Dismissal(howOut: howOut, bowler: howOut == .lbw ? Array(words.dropFirst(start)) : [])
        }
        return Dismissal(howOut: howOut, bowler: Array(words[(mark + 1)...]))
    }

    private static func caughtAndBowled(_ words: [PageWord], from start: Int) -> Dismissal {
        var rest = words.dropFirst(start)
        // `B.` is an initial.
        if rest.first?.text == "b" { rest = rest.dropFirst() }
        return Dismissal(howOut: .caughtAndBowled, bowler: Array(rest))
    }

    private static func fielded(_ howOut: HowOut, _ words: [PageWord]) -> Dismissal {
        guard let mark = bowlerMark(in: words, from: 1) else {
            return Dismissal(howOut: howOut, fielder: Array(words.dropFirst()))
        }
        return Dismissal(
            howOut: howOut, fielder: withoutMarks(words[1..<mark]), bowler: Array(words[(mark + 1)...]))
    }

    /// `Cross` in `c Cross (W) & b Watt`
    private static func withoutMarks(_ fielder: ArraySlice<PageWord>) -> [PageWord] {
        var fielder = fielder
        while fielder.count > 1, let last = fielder.last, fielderMarks.contains(last.text) { fielder.removeLast() }
        return Array(fielder)
    }

    private static let fielderMarks: Set = ["&", "and", "(W)", "(w)", "(wk)", "(WK)", "(c)", "(C)"]

    /// The `b` before the bowler: the last small one, as fielders have initials too.
    private static func bowlerMark(in words: [PageWord], from start: Int) -> Int? {
        let range = words.indices.dropFirst(start).dropLast()
        let small = range.last { ["b", "b.", "b:", "by"].contains(words[$0].text) || words[$0].key == "bowled" }
        if let small { return small }
        if let capital = range.last(where: { words[$0].text == "B" }) { return capital }
        return range.last { words[$0].key == "h" || words[$0].key == "6" || words[$0].key == "bwd" }
    }
}
