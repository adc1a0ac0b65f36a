/// What user data may do to a line of the log: nothing.
enum LogText {
    /// On one line, with everything escaped that could move a terminal's cursor or turn its text around.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var line = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": line += "\\n"
            case "\r": line += "\\r"
            case "\t": line += "\\t"
            case _ where scalar.isTreacherous: line += "\\u{\(String(scalar.value, radix: 16))}"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    /// The same for JSON that is otherwise complete: such characters only stand inside its strings.
    static func escaped(json: String) -> String {
        if json.utf8.allSatisfy({ $0 < 0x80 }) { return json }
        var line = ""
        for scalar in json.unicodeScalars {
            guard scalar.isTreacherous else {
                line.unicodeScalars.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return line
    }

    /// At most so many bytes of UTF-8, the last of them an ellipsis where something was cut off.
    static func cut(_ text: String, toBytes limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: max(0, limit - ellipsis.utf8.count))
        while end > text.startIndex, UTF8.isContinuation(text.utf8[end]) { end = text.utf8.index(before: end) }
        return text[..<end] + ellipsis
    }

    private static let ellipsis = "\u{2026}"

    /// The last line of defence: passwords of URLs, signatures and tokens become stars. It takes too much rather than
    /// too little, always up to the next white space or `&`.
    static func masked(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "=")) || text.contains("://") else { return text }
        var result = ""
        var rest = text[...]
        while !rest.isEmpty {
            let gap = rest.prefix { $0.isWhitespace }
            let word = rest[gap.endIndex...].prefix { !$0.isWhitespace }
            result += gap + masked(word: word)
            rest = rest[word.endIndex...]
        }
        return result
    }

    private static func masked(word: Substring) -> String {
        guard let mark = word.firstRange(of: "://") else { return masked(pairs: word) }
        let address = Mask.masked(address: word[mark.upperBound...])
        return masked(pairs: word[..<mark.upperBound] + address)
    }

    /// `a=1&X-Amz-Signature=***&b=2`.
    private static func masked(pairs word: some StringProtocol) -> String {
        word.split(separator: "&", omittingEmptySubsequences: false).map { part in
            var seen = part.startIndex
            while let equals = part[seen...].firstIndex(of: "=") {
                let name = part[seen..<equals].suffix(while: { $0.isLetter || $0.isNumber || "-_%.".contains($0) })
                seen = part.index(after: equals)
                if isSecret(name) { return part[..<seen] + Mask.stars }
            }
            return String(part)
        }.joined(separator: "&")
    }

    /// Fewer names than `Mask.isSecret`: a key may be that of an object or of Redis.
    static func isSecret(_ name: some StringProtocol) -> Bool {
        let name = name.lowercased()
        return ["signature", "credential", "token", "password", "passwd", "secret", "accesskey"].contains {
            name.contains($0)
        }
    }
}

extension Unicode.Scalar {
    /// Characters that are not seen but do something: C0, C1, separators of lines, direction of text.
    fileprivate var isTreacherous: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}

extension StringProtocol {
    /// The end of the text for which a condition holds.
    fileprivate func suffix(while holds: (Character) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
