/// Finds where text stops being JSON; Foundation's parser knows and does not say.
struct JSONFault {
    private let bytes: [UInt8]
    private var position = 0
    private static let depthLimit = 512

    /// `line 3, column 17`; nil when the bytes are JSON.
    static func place(in bytes: [UInt8]) -> String? {
        var scan = JSONFault(bytes: bytes)
        if scan.value(depth: 0) {
            scan.skipSpace()
            if scan.position == bytes.count { return nil }
        }
        let before = bytes[..<min(scan.position, bytes.count)]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
        return scan.position >= bytes.count ? "it ends in line \(line)" : "line \(line), column \(column)"
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard current == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) -> Bool {
        skipSpace()
        guard depth < Self.depthLimit, let byte = current else { return false }
        switch byte {
        case UInt8(ascii: "{"):
            return list(closing: "}") { scan in
                scan.skipSpace()
                return scan.string() && scan.take(":") && scan.value(depth: depth + 1)
            }
        case UInt8(ascii: "["): return list(closing: "]") { $0.value(depth: depth + 1) }
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    private mutating func list(closing: Unicode.Scalar, element: (inout JSONFault) -> Bool) -> Bool {
        position += 1
        if take(closing) { return true }
        repeat {
            guard element(&self) else { return false }
        } while take(",")
        return take(closing)
    }

    private mutating func string() -> Bool {
        guard current == UInt8(ascii: "\"") else { return false }
        position += 1
        while let byte = current, byte >= 0x20 {
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") { return true }
        }
        return false
    }

    private mutating func word(_ word: StaticString) -> Bool {
        for index in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[index] else { return false }
            position += 1
        }
        return true
    }

    private mutating func number() -> Bool {
        let start = position
        while let byte = current, "+-.0123456789eE".utf8.contains(byte) { position += 1 }
        return position > start
    }
}
