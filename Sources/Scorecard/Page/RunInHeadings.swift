internal import Recognition

/// Sides within running text that a mark ends, `KENT. A Lee, c Fox`, `Kent.\u{2014}A Lee, c Fox`.
extension RunInText {
    /// The index behind a side in capitals within the text, `Total 250. KENT. A Lee, c Fox, b Hill 26`; nil when none is here.
    func capitalsEnd(at index: Int) -> Int? {
        let side = words[index...].prefix(3).prefix {
            $0.text.filter(\.isLetter).count > 2 && $0.text == $0.text.uppercased()
        }
        guard
            let end = side.firstIndex(where: { $0.text.hasSuffix(".") && !$0.text.dropLast().contains(".") }).map({
                $0 + 1
            }),
            !words[index..<end].contains(where: \.hasDigit), keyword(at: index) == nil, end < words.count,
            index == 0 || words[index - 1].hasDigit || !(words[index - 1].text.last?.isLetter ?? false)
        else { return nil }
        return batterLength(Array(words[end...].prefix(16))) != nil ? end : nil
    }

    /// The index behind a side that a dash ends, `Kent.\u{2014}A. Lee, c Fox, b Hill 26`, as papers of old set it; nil when none is here.
    func dashEnd(at index: Int) -> Int? {
        guard
            index == 0 || rowStarts.contains(index) || words[index - 1].hasDigit
                || ".)".contains(words[index - 1].text.last ?? " "),
            let dash = words[index...].prefix(7).firstIndex(where: Self.endsInDash),
            dash > index || words[dash].key.count > 2,
            words[index...dash].allSatisfy({
                !$0.hasDigit && ($0.text.first?.isUppercase == true || $0.isDash || ["and", "&"].contains($0.text))
            }), words[index].text.first?.isUppercase == true, keyword(at: index) == nil, dash + 1 < words.count
        else { return nil }
        return batterLength(Array(words[(dash + 1)...].prefix(16))) != nil ? dash + 1 : nil
    }

    private static func endsInDash(_ word: PageWord) -> Bool {
        word.text.hasSuffix("\u{2014}") || word.text.hasSuffix(".-") || word.text.hasSuffix(":-")
    }

    /// `Kent.\u{2014}` and `A.` for `Kent.\u{2014}A.`
    static func partedFromDash(_ word: PageWord) -> [PageWord] {
        guard let dash = word.text.firstIndex(of: "\u{2014}") else { return [word] }
        let rest = word.text[dash...].dropFirst()
        guard rest.first?.isUppercase == true else { return [word] }
        return [word.part(word.text[...dash], of: word.text), word.part(rest, of: word.text)]
    }

    /// `KENT\u{2014}Second` before `innings` as two words.
    static func partedFromOrdinal(_ word: PageWord) -> [PageWord] {
        guard
            let dash = word.text.unicodeScalars.firstIndex(where: { $0 == "\u{2014}" || $0 == "\u{2013}" || $0 == "-" })
        else { return [word] }
        let (side, ordinal) = (word.text[...dash], word.text[dash...].dropFirst())
        guard side.count > 2, InningsHeading.ordinals.contains(ordinal.lowercased()) else { return [word] }
        return [word.part(side, of: word.text), word.part(ordinal, of: word.text)]
    }
}
