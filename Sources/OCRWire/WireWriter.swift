/// A value that has one spelling on the wire.
package protocol WireValue {
    /// Appends the value. Throws what `init(from:)` would refuse, so that a child learns of it before its parent.
    func write(to writer: inout WireWriter) throws(WireError)
    /// Takes the value from the front of what is left.
    init(from reader: inout WireReader) throws(WireError)
}

/// Bounds that hold on both sides.
package enum WireBounds {
    static let textBytes = 1 << 20
    static let listCount = 100_000
    static let cardNumbers = -1_000_000_000...1_000_000_000
    static let sizes = 0...(1 << 48)
    /// A box may leave the page a little: deskewing turns corners out of it.
    static let coordinates = -1.0...2.0
    static let pageIndexes = 0...100_000
    static let pageSides = 0...1_000_000
    static let pictureSides = 16...16_000
    static let fractions = 0.0...1.0
    static let finite = -1e15...1e15
}

/// Appends values to bytes: integers as LEB128, decimals as IEEE 754 in eight bytes, texts and lists with their count.
package struct WireWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []

    package init(reservingCapacity capacity: Int = 256) {
        bytes.reserveCapacity(capacity)
    }

    package mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    package mutating func bool(_ value: Bool) {
        bytes.append(value ? 1 : 0)
    }

    package mutating func unsigned(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    package mutating func integer(
        _ value: Int, in range: ClosedRange<Int> = WireBounds.cardNumbers, _ what: String = "number"
    ) throws(WireError) {
        guard range.contains(value) else { throw .outOfRange(what) }
        unsigned(UInt64(bitPattern: Int64((value << 1) ^ (value >> (Int.bitWidth - 1)))))
    }

    package mutating func decimal(
        _ value: Double, in range: ClosedRange<Double> = WireBounds.finite, _ what: String = "decimal"
    ) throws(WireError) {
        guard range.contains(value) else { throw .outOfRange(what) }
        fixed(value.bitPattern)
    }

    package mutating func fixed<Number: FixedWidthInteger>(_ value: Number) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func text(_ value: String) throws(WireError) {
        let count = value.utf8.count
        guard count <= WireBounds.textBytes else {
            throw .tooLong(what: "bytes of text", found: count, allowed: WireBounds.textBytes)
        }
        unsigned(UInt64(count))
        bytes.append(contentsOf: value.utf8)
    }

    package mutating func blob(_ value: [UInt8], atMost limit: Int) throws(WireError) {
        guard value.count <= limit else { throw .tooLong(what: "bytes", found: value.count, allowed: limit) }
        unsigned(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    package mutating func choice<Value: RawRepresentable>(_ value: Value) throws(WireError)
    where Value.RawValue == Int {
        try integer(value.rawValue)
    }

    package mutating func choice<Value: RawRepresentable>(_ value: Value) throws(WireError)
    where Value.RawValue == String {
        try text(value.rawValue)
    }

    package mutating func value(_ value: some WireValue) throws(WireError) {
        try value.write(to: &self)
    }

    package mutating func optional<Value: WireValue>(_ value: Value?) throws(WireError) {
        bool(value != nil)
        if let value { try value.write(to: &self) }
    }

    package mutating func list(_ values: [some WireValue]) throws(WireError) {
        guard values.count <= WireBounds.listCount else {
            throw .tooLong(what: "values in a list", found: values.count, allowed: WireBounds.listCount)
        }
        unsigned(UInt64(values.count))
        for value in values { try value.write(to: &self) }
    }
    /// See `WireReader.nonEmptyList`.
    package mutating func nonEmptyList(_ values: [some WireValue]) throws(WireError) {
        guard !values.isEmpty else { throw .outOfRange("empty list") }
        try list(values)
    }
}

extension Int: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) { try writer.integer(self) }
    package init(from reader: inout WireReader) throws(WireError) { self = try reader.integer() }
}

extension Bool: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) { writer.bool(self) }
    package init(from reader: inout WireReader) throws(WireError) { self = try reader.bool() }
}

extension Double: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) { try writer.decimal(self) }
    package init(from reader: inout WireReader) throws(WireError) { self = try reader.decimal() }
}

extension String: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) { try writer.text(self) }
    package init(from reader: inout WireReader) throws(WireError) { self = try reader.text() }
}
