internal import Recognition

/// A player's name with the marks of captain and keeper taken off.
struct MarkedName {
    var name: String
    var captain = false
    var keeper = false
    /// A star, which marks a captain on some cards and a not out batter on others.
    var starred = false
    /// The words of the name, for its box.
    var words: [PageWord]
}

/// Cleans names of marks, row numbers and specks.
enum NameText {
    /// The name in these words; nil when nothing of a name is left.
    static func marked(_ words: [PageWord]) -> MarkedName? {
        var result = MarkedName(name: "", words: [])
        var pieces: [String] = []
        let clean = bracketsJoined(withoutSpecks(withoutRowNumber(withoutLink(words))))
        for (index, word) in clean.enumerated() {
            var text = word.text
            if word.source == .ocr, index + 1 < clean.count { text = MisreadLetters.withPoints(text) }
            while text.count > 1, text.last == "," || text.last == ";" { text.removeLast() }
            // `C) Scott` for `CJ Scott`
            if word.source == .ocr, index == 0, text.count == 2, text.first?.isUppercase == true, text.last == ")" {
                text = "\(text.prefix(1))J"
            } else if word.source == .ocr, text.count == 3, text.hasSuffix("j)"), text.first?.isUppercase == true {
                text = "\(text.prefix(1))J"
            }
            // A dagger behind the name.
            if text == "t", word.source == .ocr, !pieces.isEmpty { text = "\u{2020}" }
            // `(c)\u{2020}` has one of each.
            let marks = [takeSigns(&text, into: &result), takeBracketMark(&text, into: &result)]
            if marks.contains(true), text.isEmpty { continue }
            text = trimmed(text)
            if word.source == .ocr { text = likelyInitials(text, begins: pieces.isEmpty) }
            if text.isEmpty { continue }
            // `Baker, OJ` and `Baker, Oliver`
            if word.text.last == ",", index + 1 < clean.count, !text.contains("."), !text.contains(","),
                text.count > 2 || isInitials(clean[index + 1])
            {
                text += ","
            }
            pieces.append(text)
            result.words.append(word)
        }
        // Leaders of dots end in one or two; an abbreviation at the end is short.
        if let last = pieces.last, last.hasSuffix("."),
            last.hasSuffix("..") || last.count > 3 && !abbreviations.contains(last)
        {
            let name = last.firstRange(of: "..").map { last[..<$0.lowerBound] } ?? last.dropLast()
            pieces[pieces.count - 1] = String(name)
        }
        // `M. Greenidge è`, where an arrow or a badge stands behind the name.
        if pieces.count > 2, let last = pieces.last, last.count == 1, last.first?.isLowercase == true,
            words.last?.source == .ocr
        {
            pieces.removeLast()
        }
        result.name = pieces.joined(separator: " ")
        guard result.name.unicodeScalars.contains(where: { Characters.isLetter($0) }) else { return nil }
        return result
    }

    /// `O` for `0`, `C` for what looks like one, `HI` for `\u{17E}HI`.
    private static func likelyInitials(_ text: String, begins: Bool) -> String {
        switch text {
        case "l" where begins: return "I"
        case "0": return "O"
        case "\u{20AC}", "\u{A2}", "\u{A9}": return "C"
        default:
            let rest = text.dropFirst()
            // `TŁ` is read as `Tt`; `St` is a saint.
            if 2...3 ~= text.count, text.last == "t", text.dropLast().allSatisfy(\.isUppercase), !saints.contains(text)
            {
                return text.dropLast() + "\u{141}"
            }
            if text.first?.isUppercase == true, rest == "\u{20AC}" || rest == "\u{A2}" { return text.prefix(1) + "C" }
            return text.first?.isLowercase == true && rest.count >= 2 && rest.allSatisfy(\.isUppercase)
                ? String(rest) : text
        }
    }

    /// `(c)`, `(wk)`, alone in a word.
    static func isMark(_ word: PageWord) -> Bool {
        var text = word.text.filter { $0 != "," && $0 != ";" }
        var result = MarkedName(name: "", words: [])
        return text.hasPrefix("(") && text.hasSuffix(")") && takeBracketMark(&text, into: &result) && text.isEmpty
    }

    /// `O`, `OJ`, `O.J.` and the like, a mark behind them.
    static func isInitials(_ word: PageWord) -> Bool {
        let letters = word.text.filter { $0 != "." && $0 != "," && !signs.contains($0) }
        return (1...4).contains(letters.count) && letters.allSatisfy(\.isUppercase)
    }

    /// A name inside a dismissal: `(sub)`, daggers and brackets taken off; nil when empty.
    static func plain(_ words: [PageWord]) -> String? {
        // `sub (Rao)` names the substitute, and is printed so.
        if words.count > 1, WordAgreement.plain(words[0].text).lowercased() == "sub", words[1].text.hasPrefix("("),
            words[words.count - 1].text.hasSuffix(")")
        {
            return ([WordAgreement.plain(words[0].text)] + words.dropFirst().map(\.text)).joined(separator: " ")
        }
        let pieces = words.map { trimmed($0.text.filter { !signs.contains($0) && $0 != "(" && $0 != ")" }) }
        let name = pieces.filter { !$0.isEmpty }.joined(separator: " ")
        return name.unicodeScalars.contains { Characters.isLetter($0) } ? name : nil
    }

    /// Marks of captains, keepers and batters not out.
    static let signs: Set<Character> = ["\u{2020}", "\u{2021}", "*", "+"]

    /// What tells father and son apart behind a name.
    static let generations: Set = ["jun", "jnr", "jr"]

    /// How somebody bowls, behind the names of those at the crease.
    private static let bowlingStyles: Set = [
        "rf", "rfm", "rmf", "rm", "rs", "lf", "lfm", "lmf", "lm", "ob", "lb", "ib", "lbg", "sla", "slc", "slw",
    ]
    private static let saints: Set = ["St", "Mt", "Lt"]
    private static let abbreviations: Set = ["Jnr.", "Snr.", "Esq.", "Rev.", "Capt.", "Col.", "Dr."]

    private static let misreadEleven: Set = ["ll", "1l", "l1", "Il", "lI", "li", "il", "1I", "I1"]

    /// Without a number of the row, `1`, `1.`, `1)`, and the specks before it. Data frames count from 0; an engine's 0 is an O.
    private static func withoutRowNumber(_ words: [PageWord]) -> ArraySlice<PageWord> {
        let number = words.prefix(3).lastIndex { word in
            // `16` can be a 10 misread.
            Int(word.key).map { $0 == 0 ? word.source == .textLayer : 1...(word.source == .ocr ? 19 : 15) ~= $0 }
                ?? (word.source == .ocr && misreadEleven.contains(word.text))
        }
        guard let number, number + 1 < words.count else { return words[...] }
        guard words[..<number].allSatisfy({ $0.key.utf8.count <= 3 && $0.confidence < 0.7 }) else { return words[...] }
        return words[(number + 1)...]
    }

    /// Without `View dismissal` and `View wickets`, links of a site before its names.
    private static func withoutLink(_ words: [PageWord]) -> [PageWord] {
        guard words.count > 2, words[0].key == "view", words[1].key == "dismissal" || words[1].key.hasPrefix("wicket")
        else { return words }
        return Array(words.dropFirst(2))
    }

    /// Without what an engine made of an edge or a stain before the name: `og Yasir Nawaz`.
    private static func withoutSpecks(_ words: ArraySlice<PageWord>) -> ArraySlice<PageWord> {
        let rest = words.drop { word in
            word.source == .ocr && word.confidence < 0.7 && word.text.count <= 2 && !particles.contains(word.text)
                && !word.text.contains { $0.isUppercase || $0.isNumber || signs.contains($0) }
        }
        return rest.first?.text.first?.isUppercase == true ? rest : words
    }

    /// Words of names that are printed small.
    static let particles: Set = [
        "de", "da", "di", "du", "la", "le", "el", "al", "ul", "ur", "e", "y", "af", "av", "t", "van", "von", "der",
        "den", "del", "des", "dos", "ter", "ten", "bin", "ibn", "zu", "zur", "sub", "substitute", "st", "of", "and",
        "the",
    ]

    /// `(c & wk)` in several words becomes one.
    private static func bracketsJoined(_ words: ArraySlice<PageWord>) -> [PageWord] {
        var joined: [PageWord] = []
        for word in words {
            if let last = joined.last, let open = last.text.lastIndex(of: "("), !last.text[open...].contains(")") {
                joined[joined.count - 1] = last.joined(with: word)
            } else {
                joined.append(word)
            }
        }
        return joined
    }

    /// Takes `(c)`, `(wk)`, `(c & wk)` and the sign that OCR makes of the first off the word.
    private static func takeBracketMark(_ text: inout String, into result: inout MarkedName) -> Bool {
        if let sign = text.firstIndex(of: "\u{A9}") {
            text.remove(at: sign)
            result.captain = true
            return true
        }
        guard let open = text.firstIndex(where: { $0 == "(" || $0 == "[" }) else { return false }
        let inside = text[open...].dropFirst().prefix { $0 != ")" && $0 != "]" }.lowercased()
        let marks = inside.split { !$0.isLetter }.map(String.init)
        var captain = false
        var keeper = false
        for mark in marks {
            switch mark {
            case "c", "capt", "captain": captain = true
            case "wk", "w", "k", "wkt", "keeper", "wicketkeeper", "wid", "wik", "vk": keeper = true
            case "cwk", "wkc", "cw": (captain, keeper) = (true, true)
            case let style where bowlingStyles.contains(style): continue
            case "vc", "rp", "ip", "sub", "and", "rhb", "lhb", "pro": continue
            default: return false
            }
        }
        if marks.isEmpty, ["\u{A2}", "\u{20AC}"].contains(inside) { captain = true }
        guard !marks.isEmpty || inside.isEmpty || captain else { return false }
        result.captain = result.captain || captain
        result.keeper = result.keeper || keeper
        text = String(text[..<open])
        return true
    }

    /// Takes daggers and stars off the word.
    private static func takeSigns(_ text: inout String, into result: inout MarkedName) -> Bool {
        guard let first = text.first, let last = text.last, signs.contains(first) || signs.contains(last) else {
            return false
        }
        for character in text where signs.contains(character) {
            if character == "*" { result.starred = true } else { result.keeper = true }
        }
        text.removeAll { signs.contains($0) }
        return true
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, isSpeck(first) || first == "." || first == ")" { scalars.removeFirst() }
        while scalars.count > 1, let first = scalars.first, isQuote(first),
            scalars.dropFirst().first?.properties.isUppercase == true
        {
            scalars.removeFirst()
        }
        while let last = scalars.last, isSpeck(last) || last == "(" { scalars.removeLast() }
        if scalars.count == 5 || scalars.count == 3, scalars.last == ".", scalars.dropLast().last == "." {
            scalars.removeLast()
        }
        if scalars.last == "]", !scalars.contains("[") { scalars.removeLast() }
        return String(scalars)
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2018}" || scalar == "\u{2019}"
    }

    private static func isSpeck(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", ":", "\"", "\u{201C}", "\u{201D}", "-", "\u{2013}", "\u{2014}", "~", "`", "\u{B7}", "\u{2022}",
            "<", ">", "\u{25B8}", "\u{25BA}":
            true
        default: false
        }
    }
}
