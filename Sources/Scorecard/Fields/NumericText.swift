/// Numbers as OCR engines spell them inside numeric columns, where a letter can only be a misread digit.
enum NumericText {
    /// A number with the doubt its spelling leaves, 1 for a clean one.
    struct Value<Number> {
        var number: Number
        var doubt: Double
        /// A star behind the number: not out.
        var starred = false
    }

    /// A whole number; nil for dashes, blanks and what is no number.
    static func integer(_ text: String) -> Value<Int>? {
        guard let figure = figure(text, allowsPoint: false), figure.digits.utf8.count <= 4,
            let number = Int(figure.digits)
        else { return nil }
        return Value(number: number, doubt: figure.doubt, starred: figure.starred)
    }

    /// A number with a point; a comma is one too.
    static func decimal(_ text: String) -> Value<Double>? {
        guard let figure = figure(text, allowsPoint: true), figure.digits.utf8.count <= 8,
            let number = Double(figure.digits)
        else { return nil }
        return Value(number: number, doubt: figure.doubt)
    }

    /// Overs as printed, `4` or `3.2`.
    static func overs(_ text: String) -> Value<String>? {
        guard let figure = figure(text, allowsPoint: true), Overs(figure.digits) != nil else { return nil }
        return Value(number: figure.digits, doubt: figure.doubt)
    }

    private struct Figure {
        var digits = ""
        var doubt = 1.0
        var starred = false
    }

    /// Spellings of a lone nought that no letter-for-digit table covers.
    private static let loneNoughts: Set<String> = [
        "ie)", "ie}", "i)", "()", "{)", "(0)", "@", "o)", "(o", "Q", "\u{A9}", "fe)", "ce)", "0)", "(0",
    ]

    private static func figure(_ text: String, allowsPoint: Bool) -> Figure? {
        if isClean(text, allowsPoint: allowsPoint) { return Figure(digits: text) }
        if loneNoughts.contains(text) { return Figure(digits: "0", doubt: 0.6) }
        let scalars = Array(trimmed(text))
        guard !scalars.isEmpty else { return nil }
        var figure = Figure()
        var letters = 0
        for (index, scalar) in scalars.enumerated() {
            if Characters.isDigit(scalar) {
                figure.digits.unicodeScalars.append(scalar)
            } else if scalar == "*" && index == scalars.count - 1 {
                figure.starred = true
            } else if allowsPoint, scalar == "." || scalar == "," || scalar == "\u{B7}", !figure.digits.isEmpty {
                guard !figure.digits.contains(".") else { return nil }
                figure.digits += "."
            } else if let digit = digit(lookingLike: scalar) {
                figure.digits.unicodeScalars.append(digit)
                letters += 1
            } else {
                return nil
            }
        }
        // A lone question mark says that nobody knows.
        guard !figure.digits.isEmpty, letters <= 2, figure.digits != ".", text.contains(where: { $0 != "?" }) else {
            return nil
        }
        if figure.digits.hasSuffix(".") { figure.digits.removeLast() }
        figure.doubt = letters == 0 ? 1 : letters == 1 ? 0.7 : 0.5
        return figure
    }

    /// Whether the text is digits only, with a point between two of them at most: nothing is to be put right in most figures.
    private static func isClean(_ text: String, allowsPoint: Bool) -> Bool {
        var points = 0
        var last: UInt8 = 0x2E
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte) || byte == 0x2E && last != 0x2E else { return false }
            if byte == 0x2E { points += 1 }
            last = byte
        }
        return last != 0x2E && points <= (allowsPoint ? 1 : 0)
    }

    /// Without the specks, quotes and brackets that stand around a number.
    private static func trimmed(_ text: String) -> Substring.UnicodeScalarView {
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, isSpeck(first) || first == "." { scalars.removeFirst() }
        while let last = scalars.last, isSpeck(last) || last == "." || last == "-" { scalars.removeLast() }
        return scalars
    }

    private static func isSpeck(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "\"", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", ",", ":", ";", "(", ")", "[", "]", "{", "}",
            "_", "`", "%", "\u{A3}", "\u{AB}", "\u{BB}":
            true
        default: false
        }
    }

    /// The digit for which an engine writes this letter.
    static func digit(lookingLike scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "O", "o", "Q", "D", "\u{A9}": "0"
        case "l", "I", "i", "|", "!", "]", "[": "1"
        case "Z", "z": "2"
        case "A": "4"
        case "S", "s", "$": "5"
        case "G", "b": "6"
        case "T", "?": "7"
        case "B", "&": "8"
        case "g", "q": "9"
        default: nil
        }
    }

    /// Whether the word can stand in a numeric column: a number, a dash for none, or a question mark.
    static func fits(_ word: PageWord) -> Bool {
        if word.isDash || word.isUnknown { return true }
        if word.key == "dnb" || word.key == "na" || word.key == "n/a" { return true }
        return decimal(word.text) != nil
    }
}
