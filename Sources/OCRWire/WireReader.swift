/// Takes values from bytes that may be hostile: every count, range and text is checked, and nothing is reserved
/// on the word of a count.
package struct WireReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// Bytes not yet taken.
    package var remaining: Int { bytes.endIndex - position }

    /// Refuses bytes after the message.
    package func finish() throws(WireError) {
        guard remaining == 0 else { throw .trailingBytes(remaining) }
    }

    package mutating func byte() throws(WireError) -> UInt8 {
        guard position < bytes.endIndex else { throw .truncated }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func bool() throws(WireError) -> Bool {
        let value = try byte()
        guard value <= 1 else { throw .unknownCase(of: "Bool", value: Int(value)) }
        return value == 1
    }

    package mutating func unsigned() throws(WireError) -> UInt64 {
        var result: UInt64 = 0
        for shift in stride(from: UInt64(0), through: 63, by: 7) {
            let next = try byte()
            guard shift < 63 || next <= 1 else { throw .outOfRange("number") }
            result |= UInt64(next & 0x7F) << shift
            guard next & 0x80 == 0 else { continue }
            guard next != 0 || shift == 0 else { throw .notCanonical("number") }
            return result
        }
        throw .outOfRange("number")
    }

    package mutating func integer(
        in range: ClosedRange<Int> = WireBounds.cardNumbers, _ what: String = "number"
    ) throws(WireError) -> Int {
        let raw = try unsigned()
        let value = Int(truncatingIfNeeded: raw >> 1) ^ -Int(truncatingIfNeeded: raw & 1)
        guard range.contains(value) else { throw .outOfRange(what) }
        return value
    }

    package mutating func decimal(
        in range: ClosedRange<Double> = WireBounds.finite, _ what: String = "decimal"
    ) throws(WireError) -> Double {
        let value = Double(bitPattern: try fixed())
        guard range.contains(value) else { throw .outOfRange(what) }
        return value
    }

    package mutating func fixed<Number: FixedWidthInteger & BitwiseCopyable>(
        as type: Number.Type = Number.self
    ) throws(WireError) -> Number {
        let size = MemoryLayout<Number>.size
        guard remaining >= size else { throw .truncated }
        let offset = position - bytes.startIndex
        position += size
        return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: type)) }
    }

    package mutating func text() throws(WireError) -> String {
        let count = try count(atMost: WireBounds.textBytes, of: "bytes of text")
        guard count <= remaining else { throw .truncated }
        defer { position += count }
        guard let text = String(validating: bytes[position..<(position + count)], as: UTF8.self) else {
            throw .invalidText
        }
        return text
    }

    package mutating func blob(atMost limit: Int) throws(WireError) -> [UInt8] {
        let count = try count(atMost: limit, of: "bytes")
        guard count <= remaining else { throw .truncated }
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    package mutating func choice<Value: RawRepresentable>(
        _ type: Value.Type = Value.self
    ) throws(WireError) -> Value where Value.RawValue == Int {
        let raw = try integer()
        guard let value = Value(rawValue: raw) else { throw .unknownCase(of: "\(type)", value: raw) }
        return value
    }

    package mutating func choice<Value: RawRepresentable>(
        _ type: Value.Type = Value.self
    ) throws(WireError) -> Value where Value.RawValue == String {
        let raw = try text()
        guard let value = Value(rawValue: raw) else { throw .unknownCase(of: "\(type)", value: raw.utf8.count) }
        return value
    }

    package mutating func value<Value: WireValue>(_ type: Value.Type = Value.self) throws(WireError) -> Value {
        try Value(from: &self)
    }

    package mutating func optional<Value: WireValue>(_ type: Value.Type = Value.self) throws(WireError) -> Value? {
        try bool() ? try Value(from: &self) : nil
    }

    package mutating func list<Value: WireValue>(_ type: Value.Type = Value.self) throws(WireError) -> [Value] {
        var values: [Value] = []
        for _ in 0..<(try count(atMost: WireBounds.listCount, of: "values in a list")) {
            values.append(try Value(from: &self))
        }
        return values
    }

    /// A list that our types promise is never empty; a hostile one would cost memory without bytes.
    package mutating func nonEmptyList<Value: WireValue>(
        _ type: Value.Type = Value.self
    ) throws(WireError) -> [Value] {
        let values = try list(type)
        guard !values.isEmpty else { throw .outOfRange("empty list") }
        return values
    }

    private mutating func count(atMost limit: Int, of what: String) throws(WireError) -> Int {
        let raw = try unsigned()
        guard raw <= UInt64(limit) else {
            throw .tooLong(what: what, found: Int(clamping: raw), allowed: limit)
        }
        return Int(raw)
    }
}
