extension JSON {
    /// The value as Python's `json.dumps` writes it: one line of ASCII with a blank after each comma and colon.
    public var encoded: String { String(decoding: encodedBytes, as: UTF8.self) }

    /// The same as bytes.
    public var encodedBytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .null: output.append(ascii: "null")
        case .bool(let value): output.append(ascii: value ? "true" : "false")
        case .integer(let value): output.append(ascii: String(value))
        case .bigInteger(let digits): output.append(ascii: digits)
        case .decimal(let value):
            output.append(ascii: Self.pythonNumber(value, infinity: "Infinity", notANumber: "NaN"))
        case .text(let value): Self.write(value, to: &output)
        case .array(let values): Self.write(values, to: &output)
        case .object(let members): Self.write(members, to: &output)
        }
    }

    private static func write(_ values: [JSON], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { output.append(ascii: ", ") }
            value.write(to: &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    private static func write(_ members: [Member], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { output.append(ascii: ", ") }
            write(member.key, to: &output)
            output.append(ascii: ": ")
            member.value.write(to: &output)
        }
        output.append(UInt8(ascii: "}"))
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy(isPlain) {
            output.append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { write(scalar, to: &output) }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func write(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        switch scalar {
        case "\"": output.append(ascii: "\\\"")
        case "\\": output.append(ascii: "\\\\")
        case "\n": output.append(ascii: "\\n")
        case "\r": output.append(ascii: "\\r")
        case "\t": output.append(ascii: "\\t")
        case "\u{8}": output.append(ascii: "\\b")
        case "\u{C}": output.append(ascii: "\\f")
        case " "..."~": output.append(UInt8(truncatingIfNeeded: scalar.value))
        default: for unit in String(scalar).utf16 { writeEscape(unit, to: &output) }
        }
    }

    private static func writeEscape(_ unit: UInt16, to output: inout [UInt8]) {
        let digits = String(unit, radix: 16)
        output.append(ascii: "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }

    /// A number as Python's `repr` prints it: the fewest digits that read back, always with a point or an exponent.
    static func pythonNumber(_ value: Double, infinity: String, notANumber: String) -> String {
        if value.isNaN { return notANumber }
        if value.isInfinite { return value < 0 ? "-" + infinity : infinity }
        return value.description
    }
}

extension [UInt8] {
    /// Appends a text that is known to be ASCII.
    fileprivate mutating func append(ascii text: String) {
        append(contentsOf: text.utf8)
    }
}
