/// Letters that engines make up in names: accents of languages that hardly any card is in, one letter read twice, with and without
/// an accent, and digits.
struct UnlikelyLetters {
    private static let rare = Set("ħĦġĠċĊđĐẹẸọỌạịụėĖŝŜşŞ")
    /// A card on which so many words have such a letter for sure is in its language.
    private static let enough = 3
    /// Below this a letter may have been read twice.
    private static let doubtful = 0.7

    private var sure: [Character: Int] = [:]
    private var hasEth = false

    /// Takes a word into account that was read with this confidence.
    mutating func count(_ word: Substring, confidence: Double) {
        guard !word.utf8.allSatisfy({ $0 < 0x80 }), confidence >= 0.9 else { return }
        for letter in Set(word) where Self.rare.contains(letter) { sure[letter, default: 0] += 1 }
        hasEth = hasEth || word.contains("ð")
    }

    /// The word with likelier letters.
    func restored(_ word: Substring, _ confidence: Double) -> String {
        // Most words have nothing but plain letters.
        if word.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) { return String(word) }
        var letters = word.replacing("\u{F6}sson", with: "\u{F0}sson").map(likelier)
        Self.restoreEths(&letters)
        if confidence < Self.doubtful { Self.joinDoubles(&letters) }
        if letters.count(where: \.isLetter) >= 3 {
            for index in letters.indices where letters[index].isASCII && letters[index].isNumber {
                letters[index] = Self.letter(for: letters[index], begins: index == 0 || !letters[index - 1].isLetter)
            }
        }
        return String(letters)
    }

    private func likelier(_ letter: Character) -> Character {
        guard Self.rare.contains(letter), sure[letter, default: 0] < Self.enough else { return letter }
        if letter == "đ", hasEth { return "ð" }
        return WordAgreement.plain(String(letter)).first ?? letter
    }

    /// `Sigurğsson` is Sigurðsson: the Turkish letter stands behind vowels and before them.
    private static func restoreEths(_ letters: inout [Character]) {
        for index in letters.indices where letters[index] == "\u{11F}" {
            let neighbours = letters[max(index - 1, 0)...min(index + 1, letters.count - 1)]
            if neighbours.contains(where: { $0 != "\u{11F}" && !"aeiou\u{131}\u{F6}\u{FC}".contains($0) }) {
                letters[index] = "\u{F0}"
            }
        }
    }

    /// `Håàq` is Haq.
    private static func joinDoubles(_ letters: inout [Character]) {
        for index in letters.indices.dropLast().reversed() {
            let (one, other) = (letters[index], letters[index + 1])
            guard !one.isASCII || !other.isASCII, one.isLetter, other.isLetter else { continue }
            let (first, second) = (WordAgreement.plain(String(one)), WordAgreement.plain(String(other)))
            if first.lowercased() == second.lowercased(), let plain = first.first {
                letters.replaceSubrange(index...(index + 1), with: [plain])
            }
        }
    }

    /// What a digit in a name must be; a word begins with a capital.
    private static func letter(for digit: Character, begins: Bool) -> Character {
        switch digit {
        case "0": begins ? "O" : "o"
        case "1": begins ? "I" : "l"
        case "5": begins ? "S" : "s"
        case "6": begins ? "G" : "b"
        case "8": "B"
        default: digit
        }
    }
}
