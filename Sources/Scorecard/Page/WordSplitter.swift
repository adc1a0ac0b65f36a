internal import Recognition

/// Takes rules and leaders off words and parts words that an engine ran together.
enum WordSplitter {
    /// Appends the word, its parts, or nothing when it is only a ruling line.
    static func append(_ word: PageWord, to words: inout [PageWord]) {
        if word.text.utf8.first == UInt8(ascii: "#"), sheetErrors.contains(word.text) { return }
        var word = word
        if word.source == .ocr {
            if isBar(word) { word.text = "|" }
            if isNarrowOne(word) { word.text = "1" }
            if let initial = initials[word.text] { word.text = initial }
            if isDoubledCapital(word) {
                word.text = String(word.text.prefix(1)).replacing("5", with: "S").replacing("$", with: "S")
            }
            word.text = MisreadLetters.restored(word.text)
            if appendGlued(word, to: &words) { return }
        }
        if let parts = sumParted(word) ?? bracketParted(word) ?? dismissalParted(word) {
            for part in parts { append(part, to: &words) }
        } else if !word.text.isEmpty, isWhole(word.text) {
            words.append(word)
            words[words.count - 1].key = Characters.key(of: word.text)
        } else {
            appendParts(of: word, to: &words)
        }
    }

    /// `Extras` and `17(l-4` for `Extras-17(l-4`: a word for a sum and the figure behind its dash or colon.
    private static func sumParted(_ word: PageWord) -> [PageWord]? {
        // Nearly all words begin with other letters.
        guard let first = word.text.utf8.first, first | 0x20 == UInt8(ascii: "e") || first | 0x20 == UInt8(ascii: "t"),
            let mark = word.text.firstIndex(where: { "-:\u{2013}".contains($0) }), mark != word.text.startIndex,
            let next = word.text[mark...].dropFirst().first, next.isNumber,
            ["extra", "extras", "total"].contains(word.text[..<mark].lowercased())
        else { return nil }
        return [word.part(word.text[..<mark], of: word.text), word.part(word.text[mark...].dropFirst(), of: word.text)]
    }

    /// `Lee]` and `2-64` for `Lee]2-64`, `7nb]` and `234` for `7nb]234`, `(Batting)` and `286` for `(Batting):286`: no blank
    /// behind a bracket.
    private static func bracketParted(_ word: PageWord) -> [PageWord]? {
        guard let close = word.text.utf8.lastIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: ")") }),
            word.text[..<close].contains(where: \.isLetter)
        else { return nil }
        let behind = word.text[close...].dropFirst()
        let rest = behind.drop { $0 == ":" }
        let score = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard (word.text[close] == "]" || rest != behind ? 1...2 : 2...2).contains(score.count),
            score.allSatisfy({ Int($0) != nil })
        else { return nil }
        return [word.part(word.text[...close], of: word.text), word.part(rest, of: word.text)]
    }

    /// `Curtis,` and `c` for `Curtis,c`, `Browne,` and `bCosens` for `Browne,bCosens`: no blank behind the comma or the point.
    private static func dismissalParted(_ word: PageWord) -> [PageWord]? {
        let text = word.text
        let isMark = { (sign: Character) in sign == "," || sign == "." }
        guard let mark = text.dropLast().lastIndex(where: isMark), mark != text.startIndex,
            text[text.index(before: mark)].isLowercase, text.distance(from: text.startIndex, to: mark) >= 3
        else { return nil }
        let rest = text[mark...].dropFirst()
        let letters = rest.prefix(while: \.isLowercase)
        guard letters == "c" || letters == "b" || letters == "st",
            rest.count == letters.count || rest.dropFirst(letters.count).first?.isUppercase == true
        else { return nil }
        return [word.part(text[...mark], of: text), word.part(rest, of: text)]
    }

    /// What spreadsheets print in cells that cannot be worked out, an average without dismissals for example.
    private static let sheetErrors: Set = [
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#####", "####", "###",
    ]

    /// A piece of a ruling line or an I, read as an unsure letter that is far narrower than any other.
    private static func isBar(_ word: PageWord) -> Bool {
        guard word.width < 0.25 * word.height else { return false }
        return word.confidence < 0.6 && ["I", "l", "i", "J", "|", "!", "]", "["].contains(word.text)
            || word.confidence < 0.8 && ["{", "}"].contains(word.text)
    }

    /// An I that was taken for a ruling line.
    private static let initials = WordTable(["|.": "I.", "|I": "I", "I|": "I"])

    /// A one with a foot is read as `ell` or `elt`, in a box that is too narrow for three letters.
    private static func isNarrowOne(_ word: PageWord) -> Bool {
        guard (2...3).contains(word.text.utf8.count) else { return false }
        if word.width < 0.5 * word.height { return word.text.allSatisfy { "aelti1IZz".contains($0) } }
        return word.width < 0.75 * word.height && word.text.contains("l")
            && word.text.allSatisfy { "aelti1".contains($0) }
    }

    /// A capital that an engine read twice, in a box that is too narrow for two: `SS`, `S$`, `S5`.
    private static func isDoubledCapital(_ word: PageWord) -> Bool {
        guard word.width < 0.9 * word.height, word.text.count == 2, let first = word.text.first,
            let last = word.text.last
        else { return false }
        if "S$5".contains(first), "S$5s".contains(last) { return word.text != "55" }
        // Clubs are `CC`, and two initials may be as narrow as `JJ`.
        return first.isUppercase && first == last && first != "I" && first != "C" && first != "J"
    }

    /// A dagger is read as a T before a name, `c` as a cent sign at the name behind it.
    private static func appendGlued(_ word: PageWord, to words: inout [PageWord]) -> Bool {
        guard let first = word.text.unicodeScalars.first, first == "T" || first == "\u{A2}" else { return false }
        let scalars = Array(word.text.unicodeScalars.prefix(3))
        guard scalars.count == 3, scalars[1].properties.isUppercase,
            scalars[2].properties.isLowercase || scalars[2] == "."
        else { return false }
        let name = String(word.text.unicodeScalars.dropFirst())
        let share = 1 / Double(word.text.unicodeScalars.count)
        switch scalars[0] {
        case "T": words.append(word.part("\u{2020}" + name, from: 0, to: 1))
        case "\u{A2}":
            words.append(word.part("c", from: 0, to: share))
            words.append(word.part(name, from: share, to: 1))
        default: return false
        }
        return true
    }

    /// Whether nothing in the word can be a rule or a leader, as in nearly all words.
    private static func isWhole(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) && byte < 0x7B || (0x30...0x39).contains(byte) || byte == 0x28
                || byte == 0x29 || byte == 0x27 || byte == 0x2F
        }
    }

    private static func appendParts(of word: PageWord, to words: inout [PageWord]) {
        // No rule stands before a b: `|b 8` are leg byes, `|bw` is leg before.
        let hasBar = word.text.utf8.contains(0x7C)
        let scalars = Array((hasBar ? word.text.replacing("|b", with: "lb") : word.text).unicodeScalars)
        if isMisreadLeader(scalars) || scalars == ["."] { return }
        if scalars == ["|"] {
            // A ruling line or an initial I; its neighbours will tell.
            words.append(word)
            return
        }
        var start = 0
        var pieces: [(start: Int, end: Int)] = []
        var index = 0
        while index < scalars.count {
            let length = breakLength(scalars, at: index)
            if length > 0 {
                // The dash of `Kent.\u{2014}` tells a side from the end of a sentence.
                let isSide = scalars[index] == "\u{2014}" && index > 0 && scalars[index - 1] == "."
                if start < index { pieces.append((start, isSide ? index + 1 : index)) }
                start = index + length
                index = start
            } else {
                index += 1
            }
        }
        if start < scalars.count { pieces.append((start, scalars.count)) }
        let count = Double(max(scalars.count, 1))
        for piece in pieces {
            let text = text(scalars[piece.start..<piece.end])
            words.append(word.part(text, from: Double(piece.start) / count, to: Double(piece.end) / count))
        }
    }

    /// How many scalars from here on are a rule or a leader of at least three dots; 0 when none.
    private static func breakLength(_ scalars: [Unicode.Scalar], at index: Int) -> Int {
        let scalar = scalars[index]
        if Characters.isRule(scalar) || isSpace(scalar) { return 1 }
        // `WICKETS.\u{2014}Kent` are two words.
        if scalar == "\u{2014}", index > 0, scalars[index - 1] == "." || scalars[index - 1] == ":" { return 1 }
        guard isLeader(scalar) else { return 0 }
        var end = index
        while end < scalars.count, isLeader(scalars[end]) { end += 1 }
        return end - index >= 3 || scalar == "\u{2026}" ? end - index : 0
    }

    /// A leader of dots in which the engine saw a letter or a digit here and there.
    private static func isMisreadLeader(_ scalars: [Unicode.Scalar]) -> Bool {
        guard scalars.count >= 5 else { return false }
        let dots = scalars.count { isLeader($0) || $0 == "," || $0 == ":" || $0 == "-" || $0 == ";" }
        // Initials have as many dots, `H.K.J.`, and leg before, `1.b.w.,`.
        return dots * 2 > scalars.count && !scalars.contains { $0.properties.isUppercase || $0 == "w" }
    }

    private static func isLeader(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "\u{2026}" || scalar == "\u{B7}"
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || !scalar.isASCII && scalar.properties.isWhitespace
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        for scalar in scalars { text.unicodeScalars.append(scalar) }
        return text
    }
}
