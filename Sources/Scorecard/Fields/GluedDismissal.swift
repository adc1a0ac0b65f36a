/// The letters of a dismissal that an engine ran together with what stands behind them, or took for others.
enum GluedDismissal {
    /// The words as they must have been printed: `lbw b` for `Ibwb`, `c Jha` for `Cjha`, `b C` for `bc`, `run out` for `Tun out`.
    static func parted(_ words: [PageWord]) -> [PageWord] {
        var words = words
        respellFirst(&words)
        if words.count > 1, let letter = words.indices.dropFirst().first(where: { isBowledWithInitial(words, $0) }) {
            words.replaceSubrange(letter...letter, with: split(words[letter], "b"))
        } else if isBowledWithInitial(words, 0) {
            words.replaceSubrange(0...0, with: split(words[0], "b"))
        } else if let last = words.last, isBowledByI(last), !words.contains(where: { $0.text == "b" }) {
            let name = "I" + last.text.dropFirst(2)
            words.replaceSubrange(
                (words.count - 1)..., with: [last.part("b", from: 0, to: 0.2), last.part(name, from: 0.2, to: 1)])
        }
        return withSlashes(withDaggers(words))
    }

    /// `†B.J. Noor` for `)B.J. Noor` behind a catch, `†de Silva` for `tde Silva`.
    private static func withDaggers(_ words: [PageWord]) -> [PageWord] {
        guard words.count > 1, ["c", "ct", "st"].contains(words[0].key) else { return words }
        var words = words
        let (first, rest) = (words[1].text.first, words[1].text.dropFirst())
        if first == "(", rest.first?.isUppercase == true, !words.contains(where: { $0.text.contains(")") }) {
            words[1] = words[1].part("\u{2020}" + rest, from: 0, to: 1)
        }
        if first == ")",
            rest.first?.isUppercase == true
                || first == "t" && words.count > 2 && NameText.particles.contains(String(rest)) && rest.count > 1
                    && words[2].text.first?.isUppercase == true
        {
            words[1] = words[1].part("\u{2020}" + rest, from: 0, to: 1)
        }
        return words
    }

    /// `Campher/Noor` for `Campher /Noor`.
    private static func withSlashes(_ words: [PageWord]) -> [PageWord] {
        var joined: [PageWord] = []
        for word in words {
            if let last = joined.last, last.text.contains(where: \.isLetter),
                word.text.hasPrefix("/") && word.text.count > 1 || last.text.hasSuffix("/") && word.text != "/"
            {
                joined[joined.count - 1] = last.joined(with: word)
            } else {
                joined.append(word)
            }
        }
        return joined
    }

    /// Nobody is called by a letter alone: `c A b Khan` is `c & b Khan`.
    static func withAmpersand(_ words: [PageWord]) -> [PageWord] {
        guard words.count > 3, ["c", "ct"].contains(words[0].key), words[2].text == "b", words[1].text.count == 1 else {
            return words
        }
        var words = words
        words[1] = words[1].part("&", from: 0, to: 1)
        return words
    }

    private static func respellFirst(_ words: inout [PageWord]) {
        guard words.count > 1 else { return }
        let (first, next) = (words[0], words[1])
        if first.key.count == 4, first.key.hasSuffix("bwb") {
            words.replaceSubrange(
                0...0, with: [first.part("lbw", from: 0, to: 0.7), first.part("b", from: 0.75, to: 1)])
        } else if next.key == "out", first.key.hasSuffix("un"), first.key.count == 3 {
            words[0] = first.part(first.text.first == "R" ? "Run" : "run", from: 0, to: 1)
        } else if next.key == "out", first.key == "not", !["not", "Not", "NOT"].contains(first.text) {
            words[0] = first.part("not", from: 0, to: 1)
        } else if ["c]", "ct]", "c)", "ct)"].contains(first.text), next.text.first?.isUppercase == true {
            words.replaceSubrange(
                0...0,
                with: [first.part(String(first.text.dropLast()), from: 0, to: 0.6), first.part("J", from: 0.7, to: 1)])
        } else if misreadCaughtAndBowled.contains(first.key), next.text.first?.isUppercase == true {
            words[0] = first.part("c&b", from: 0, to: 1)
        } else if first.key.hasSuffix("&b"), first.key.hasPrefix("c"), first.key.count == 4 {
            words[0] = first.part("c&b", from: 0, to: 1)
        } else if ["G", "C", "O"].contains(first.text), words.dropFirst(2).contains(where: { $0.text == "b" }) {
            words[0] = first.part("c", from: 0, to: 1)
        } else if first.text.hasPrefix("C"), 3...5 ~= first.text.count, first.text.allSatisfy(\.isUppercase),
            words.dropFirst(2).contains(where: { $0.text == "b" })
        {
            words.replaceSubrange(0...0, with: split(first, "c"))
        } else if isCatch(first), words.dropFirst().contains(where: { $0.text == "b" }) {
            words.replaceSubrange(0...0, with: split(first, "c"))
        }
    }

    /// `Cjha`, `clyer`, `cy`: a catch and a name, as the words behind it show.
    static func isCatch(_ word: PageWord) -> Bool {
        let letters = Array(word.text)
        guard letters.count >= 2, letters[0] == "c" || letters[0] == "C", !known.contains(word.key) else {
            return false
        }
        if letters.count > 3, letters[1] == "l", letters.dropFirst(2).allSatisfy(\.isUppercase) { return true }
        return letters.dropFirst().allSatisfy { $0.isLowercase || $0 == "-" || $0 == "'" }
    }

    static let misreadCaughtAndBowled: Set = ["c\u{E5}b", "ca&b", "c8b", "cgb", "c\u{E4}b"]
    private static let known: Set = ["c", "ct", "cc", "caught", "cand", "candb"]

    /// `bc Drummond`, `dC Drummond`: a letter that looks like a b and an initial, where no b stands alone.
    private static func isBowledWithInitial(_ words: [PageWord], _ index: Int) -> Bool {
        let letters = Array(words[index].text)
        guard letters.count == 2, index + 1 < words.count, words[index + 1].text.first?.isUppercase == true,
            index == 0 || !words.contains(where: { $0.text == "b" })
        else { return false }
        if letters[0] == "b" { return alike.contains(letters[1]) || letters[1].isUppercase }
        return index > 0 && "dh6".contains(letters[0]) && letters[1].isUppercase
    }

    /// `blyer` and `bives`: a b and a name in I, whose second letter is seldom a vowel.
    private static func isBowledByI(_ word: PageWord) -> Bool {
        let letters = Array(word.text)
        return letters.count >= 5 && letters[0] == "b" && "li".contains(letters[1]) && !"aeiou".contains(letters[2])
            && letters.allSatisfy(\.isLowercase)
    }

    /// Small letters that differ from the capital by their height alone.
    private static let alike: Set<Character> = ["c", "k", "o", "p", "s", "u", "v", "w", "x", "y", "z"]

    /// The letter and the rest of the word with a capital.
    private static func split(_ word: PageWord, _ letter: String) -> [PageWord] {
        var name = word.text.dropFirst()
        // A small l at the beginning of a name is an I.
        if name.first == "l", name.dropFirst().first.map({ !"aeiou".contains($0) }) == true {
            name = "I" + name.dropFirst()
        }
        let share = 1 / Double(word.text.count)
        let spelled = name == "sub" ? "sub" : name.prefix(1).uppercased() + name.dropFirst()
        return [word.part(letter, from: 0, to: share), word.part(spelled, from: share, to: 1)]
    }
}
