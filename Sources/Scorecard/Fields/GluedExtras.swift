internal import Recognition

/// Extras whose white space an engine lost: `bOlb1w4nbO` is b 0, lb 1, w 4, nb 0.
enum GluedExtras {
    /// The words of extras with spaces put back where only one way of reading them is complete.
    static func separated(_ words: [PageWord]) -> [PageWord] {
        let words = words.map(withNought)
        if let whole = decoded(words) ?? separatedAsOne(words) { return whole }
        return words.flatMap { word -> [PageWord] in
            guard word.text.utf8.count >= 4, let pieces = pieces(of: word.text) else { return [word] }
            let share = 1 / Double(pieces.count)
            return pieces.enumerated().map { index, piece in
                word.part(piece, from: Double(index) * share, to: Double(index + 1) * share)
            }
        }
    }

    /// The words as an engine misread them, where their parts make no sum as they stand.
    private static func decoded(_ words: [PageWord]) -> [PageWord]? {
        guard words.count >= 2, words[0].source == .ocr,
            !isClosed(words) || words.contains(where: { isGlued($0) || hasDoubtfulOne($0) })
        else { return nil }
        for (sum, rest) in [(words[words.count - 1], words.dropLast()), (words[0], words.dropFirst())] {
            guard let total = NumericText.integer(sum.text)?.number, let first = rest.first,
                let pieces = ExtrasDecoder.pieces(
                    of: rest.map(\.text).joined(), total: total, figureFirst: rest.contains(where: startsWithFigure))
            else { continue }
            return pieces.map { first.part($0, from: 0, to: 1) } + [sum]
        }
        return nil
    }

    /// `b0` for `bO`
    private static func withNought(_ word: PageWord) -> PageWord {
        guard word.source == .ocr, word.key.last == "o", parts.contains(String(word.text.prefix(word.key.count - 1)))
        else {
            return word
        }
        return word.part(word.text.replacing("O", with: "0").replacing("o", with: "0"), from: 0, to: 1)
    }

    /// `9w`
    private static func startsWithFigure(_ word: PageWord) -> Bool {
        let kinds = Tokenizer.tokens([word]).map(\.kind).filter { $0 != .mark }
        return kinds == [.number, .letters]
    }

    /// `1b 4` may be four leg byes.
    private static func hasDoubtfulOne(_ word: PageWord) -> Bool { word.text.contains("1b") }

    private static func isClosed(_ words: [PageWord]) -> Bool {
        let extras = ExtrasParser.parse(words)
        let parts = [extras.byes, extras.legByes, extras.wides, extras.noBalls, extras.penalty].compactMap { $0?.value }
        return !parts.isEmpty && parts.reduce(0, +) == extras.total?.value
    }

    /// The words before the sum, where they read as one text only: `bOlb 8w12nb1`.
    private static func separatedAsOne(_ words: [PageWord]) -> [PageWord]? {
        guard words.count >= 3, let first = words.first, words[..<(words.count - 1)].contains(where: isGlued) else {
            return nil
        }
        let text = words.dropLast().map(\.text).joined()
        guard let pieces = pieces(of: text) else { return nil }
        return pieces.map { first.part($0, from: 0, to: 1) } + [words[words.count - 1]]
    }

    /// Letters, figures and letters again in one word.
    private static func isGlued(_ word: PageWord) -> Bool {
        Tokenizer.tokens([word]).count { $0.kind == .letters } >= 2 && word.hasDigit
    }

    private static let parts = ["nb", "lb", "Ib", "1b", "wd", "w", "b", "p"]

    /// Parts and figures in turn, at least two of each; nil when the text does not read so to its end.
    private static func pieces(of text: String) -> [String]? {
        let inner = text.filter { !"(),.;[]".contains($0) }
        guard let found = read(Substring(inner)), found.count >= 4 else { return nil }
        return found
    }

    private static func read(_ text: Substring) -> [String]? {
        if text.isEmpty { return [] }
        for part in parts where text.hasPrefix(part) {
            let rest = text.dropFirst(part.count)
            // Short figures first: the `l` of `lb` would pass for a one.
            for length in 1...3 where rest.count >= length {
                guard let digits = digits(rest.prefix(length)) else { break }
                if let tail = read(rest.dropFirst(length)) {
                    return [part == "Ib" || part == "1b" ? "lb" : part, digits] + tail
                }
            }
        }
        return nil
    }

    private static func digits(_ text: Substring) -> String? {
        var digits = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.append(scalar)
            case "O", "o", "Q": digits.append("0")
            case "l", "I", "i": digits.append("1")
            default: return nil
            }
        }
        return String(digits)
    }
}
