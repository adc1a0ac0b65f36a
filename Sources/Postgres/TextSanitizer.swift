/// Makes text fit for a row: what PostgreSQL refuses, or stores and then cannot read, does not get past it.
public enum TextSanitizer {
    /// Longest error message, in Unicode scalars.
    public static let errorMessageLimit = 2_000

    /// Drops NUL and cuts what is too long, with an ellipsis as its last scalar.
    public static func text(_ text: String, limit: Int = errorMessageLimit) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.lazy.filter { $0 != "\0" }.prefix(limit + 1))
        guard scalars.count > limit else { return String(scalars) }
        var shortened = String.UnicodeScalarView(scalars.prefix(max(0, limit - 1)))
        shortened.append("\u{2026}")
        return String(shortened)
    }

    /// The same for bytes; what is not UTF-8 becomes U+FFFD.
    public static func text(bytes: some Collection<UInt8>, limit: Int = errorMessageLimit) -> String {
        text(String(decoding: bytes, as: UTF8.self), limit: limit)
    }

    /// Cleans JSON text: NUL and `\u0000` are dropped, an escaped half of a surrogate pair and an unknown escape become
    /// `\ufffd`, a raw control character in a string is escaped, NaN and the infinities become null. Valid JSON without
    /// `\u0000` and halves comes back as it is.
    public static func json(_ text: String) -> String {
        var cleaner = JSONCleaner(text.utf8.filter { $0 != 0 })
        return cleaner.cleaned()
    }

    /// The same for bytes; what is not UTF-8 becomes U+FFFD.
    public static func json(bytes: some Collection<UInt8>) -> String {
        json(String(decoding: bytes, as: UTF8.self))
    }
}

/// One pass over the bytes of a JSON text that holds no NUL.
private struct JSONCleaner {
    private let input: [UInt8]
    private var index = 0
    private var output: [UInt8] = []

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let escapes = Set("\"\\/bfnrt".utf8)
    private static let replacement = Array("\\ufffd".utf8)
    private static let numbersOfPython = ["NaN", "Infinity", "-Infinity"].map { Array($0.utf8) }

    init(_ input: [UInt8]) {
        self.input = input
        output.reserveCapacity(input.count)
    }

    mutating func cleaned() -> String {
        while index < input.count {
            if input[index] == Self.quote {
                copy(1)
                string()
            } else if let name = Self.numbersOfPython.first(where: { input[index...].starts(with: $0) }) {
                output += Array("null".utf8)
                index += name.count
            } else {
                copy(1)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The rest of a string, its closing quote included.
    private mutating func string() {
        while index < input.count {
            switch input[index] {
            case Self.quote: return copy(1)
            case Self.backslash: escape()
            case let byte where byte < 0x20:
                output += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
                index += 1
            default: copy(1)
            }
        }
    }

    private mutating func escape() {
        guard index + 1 < input.count else {
            index += 1
            return
        }
        if Self.escapes.contains(input[index + 1]) { return copy(2) }
        guard let unit = codeUnit(at: index) else { return replace(2) }
        switch unit {
        case 0: index += 6
        case 0xD800..<0xDC00:
            if let next = codeUnit(at: index + 6), (0xDC00..<0xE000).contains(next) {
                copy(12)
            } else {
                replace(6)
            }
        case 0xDC00..<0xE000: replace(6)
        default: copy(6)
        }
    }

    /// The value of a `\uXXXX` that begins at this place.
    private func codeUnit(at place: Int) -> UInt16? {
        guard place + 6 <= input.count, input[place] == Self.backslash,
            input[place + 1] == UInt8(ascii: "u")
        else {
            return nil
        }
        let digits = input[(place + 2)..<(place + 6)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private mutating func copy(_ count: Int) {
        output += input[index..<(index + count)]
        index += count
    }

    private mutating func replace(_ count: Int) {
        output += Self.replacement
        index += count
    }
}
