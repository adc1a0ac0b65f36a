/// Why bytes are not a JSON value.
public enum JSONError: Error, Hashable, Sendable {
    /// A byte that cannot stand where it stands; the offset counts from 0.
    case unexpectedByte(UInt8, offset: Int)
    case unexpectedEnd
    /// More arrays and objects inside one another than allowed.
    case tooDeep(limit: Int)
    case notUTF8(offset: Int)
    /// An integer with more digits than Python reads.
    case tooManyDigits(limit: Int)

    /// What is wrong, for a log line or an exception.
    public var sentence: String {
        switch self {
        case .unexpectedByte(let byte, let offset):
            "JSON has an unexpected byte 0x\(String(byte, radix: 16)) at offset \(offset)"
        case .unexpectedEnd: "JSON ends too early"
        case .tooDeep(let limit): "JSON is nested more than \(limit) levels deep"
        case .notUTF8(let offset): "JSON is not UTF-8 at offset \(offset)"
        case .tooManyDigits(let limit): "JSON has an integer of more than \(limit) digits"
        }
    }
}

extension JSON {
    /// Levels of arrays and objects that are read; Python itself gives up near 1000.
    public static let deepest = 512

    /// Reads one value that fills the bytes, except for white space around it.
    ///
    /// As Python: `NaN` and the infinities are numbers. Half of a surrogate pair becomes U+FFFD.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        self = try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
            var reader = JSONReader(bytes: buffer)
            return try reader.readDocument()
        }
    }

    /// Reads one value from a text.
    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: Array(text.utf8))
    }
}

/// A recursive reader; recursion is bounded by `JSON.deepest`.
struct JSONReader {
    static let mostDigits = 4300

    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    var depth = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func readDocument() throws(JSONError) -> JSON {
        let value = try readValue()
        skipWhiteSpace()
        if position < bytes.count { throw unexpected() }
        return value
    }

    private mutating func readValue() throws(JSONError) -> JSON {
        skipWhiteSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try readMembers())
        case UInt8(ascii: "["): return .array(try readElements())
        case UInt8(ascii: "\""): return .text(try readText())
        case UInt8(ascii: "t"): return try readWord("true", .bool(true))
        case UInt8(ascii: "f"): return try readWord("false", .bool(false))
        case UInt8(ascii: "n"): return try readWord("null", .null)
        case UInt8(ascii: "N"): return try readWord("NaN", .decimal(.nan))
        case UInt8(ascii: "I"): return try readWord("Infinity", .decimal(.infinity))
        default: return try readNumber()
        }
    }

    private mutating func readElements() throws(JSONError) -> [JSON] {
        try enter()
        var elements: [JSON] = []
        if try !skip(UInt8(ascii: "]")) {
            repeat { elements.append(try readValue()) } while try continues(until: UInt8(ascii: "]"))
        }
        depth -= 1
        return elements
    }

    private mutating func readMembers() throws(JSONError) -> [JSON.Member] {
        try enter()
        var members: [JSON.Member] = []
        if try !skip(UInt8(ascii: "}")) {
            repeat {
                skipWhiteSpace()
                if try peek() != UInt8(ascii: "\"") { throw unexpected() }
                let key = try readText()
                if try !skip(UInt8(ascii: ":")) { throw unexpected() }
                members.append(JSON.Member(key, try readValue()))
            } while try continues(until: UInt8(ascii: "}"))
        }
        depth -= 1
        return members
    }

    /// Steps over the opening bracket.
    private mutating func enter() throws(JSONError) {
        depth += 1
        if depth > JSON.deepest { throw .tooDeep(limit: JSON.deepest) }
        position += 1
    }

    /// True after a comma, false after the closing bracket.
    private mutating func continues(until close: UInt8) throws(JSONError) -> Bool {
        if try skip(UInt8(ascii: ",")) { return true }
        if try skip(close) { return false }
        throw unexpected()
    }

    private mutating func readWord(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        for offset in 0..<word.utf8CodeUnitCount {
            if try peek() != word.utf8Start[offset] { throw unexpected() }
            position += 1
        }
        return value
    }
}

// MARK: Numbers

extension JSONReader {
    private mutating func readNumber() throws(JSONError) -> JSON {
        let start = position
        if try peek() == UInt8(ascii: "-") {
            position += 1
            if try peek() == UInt8(ascii: "I") { return try readWord("Infinity", .decimal(-.infinity)) }
        }
        let leading = try peek()
        let digits = try skipDigits()
        if digits > 1, leading == UInt8(ascii: "0") {
            position -= digits - 1
            throw unexpected()
        }
        let isDecimal = try skipFraction()
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isDecimal { return .decimal(Double(text) ?? .nan) }
        if digits > Self.mostDigits { throw .tooManyDigits(limit: Self.mostDigits) }
        return Int(text).map(JSON.integer) ?? .bigInteger(text)
    }

    private mutating func skipFraction() throws(JSONError) -> Bool {
        var found = false
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            _ = try skipDigits()
            found = true
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            let sign = try peek()
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            _ = try skipDigits()
            found = true
        }
        return found
    }

    /// At least one digit.
    private mutating func skipDigits() throws(JSONError) -> Int {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        if position > start { return position - start }
        throw position < bytes.count ? unexpected() : .unexpectedEnd
    }
}

// MARK: Texts

extension JSONReader {
    private mutating func readText() throws(JSONError) -> String {
        position += 1
        var text = try readPlainRun()
        while try peek() != UInt8(ascii: "\"") {
            text.unicodeScalars.append(try readEscape())
            text += try readPlainRun()
        }
        position += 1
        return text
    }

    /// What needs no unescaping.
    private mutating func readPlainRun() throws(JSONError) -> String {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\"),
            bytes[position] >= 0x20
        {
            position += 1
        }
        if position < bytes.count, bytes[position] < 0x20 { throw unexpected() }
        guard let run = String(validating: bytes[start..<position], as: UTF8.self) else {
            throw .notUTF8(offset: start)
        }
        return run
    }

    private mutating func readEscape() throws(JSONError) -> Unicode.Scalar {
        position += 1
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): return try readUnicode()
        default:
            position -= 1
            throw unexpected()
        }
    }

    private mutating func readUnicode() throws(JSONError) -> Unicode.Scalar {
        let first = try readHexadecimal()
        guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        let behind = position
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return "\u{FFFD}" }
        position += 2
        let second = try readHexadecimal()
        guard UTF16.isTrailSurrogate(second) else {
            position = behind
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func readHexadecimal() throws(JSONError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue else { throw unexpected() }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }
}

// MARK: Bytes

extension JSONReader {
    private func peek() throws(JSONError) -> UInt8 {
        if position < bytes.count { return bytes[position] }
        throw .unexpectedEnd
    }

    private mutating func skip(_ byte: UInt8) throws(JSONError) -> Bool {
        skipWhiteSpace()
        guard try peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipWhiteSpace() {
        while position < bytes.count,
            bytes[position] == 0x20 || bytes[position] == 0x0A || bytes[position] == 0x0D || bytes[position] == 0x09
        {
            position += 1
        }
    }

    private func unexpected() -> JSONError {
        position < bytes.count ? .unexpectedByte(bytes[position], offset: position) : .unexpectedEnd
    }
}
