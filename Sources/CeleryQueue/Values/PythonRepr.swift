extension JSON {
    /// The value as Python's `repr` prints what `json.loads` makes of it.
    public var pythonRepr: String {
        switch self {
        case .null: "None"
        case .bool(let value): value ? "True" : "False"
        case .integer(let value): String(value)
        case .bigInteger(let digits): digits
        case .decimal(let value): Self.pythonNumber(value, infinity: "inf", notANumber: "nan")
        case .text(let value): value.pythonRepr
        case .array(let values): "[" + values.map(\.pythonRepr).joined(separator: ", ") + "]"
        case .object(let members):
            kombuValue.map(\.pythonRepr)
                ?? "{" + members.map { "\($0.key.pythonRepr): \($0.value.pythonRepr)" }.joined(separator: ", ") + "}"
        }
    }

    /// The elements as Python prints a tuple: `('up-1',)`.
    public static func tupleRepr(_ values: [JSON]) -> String {
        "(" + values.map(\.pythonRepr).joined(separator: ", ") + (values.count == 1 ? ",)" : ")")
    }
}

extension String {
    /// The text as Python's `repr` prints it: single quotes unless only those occur in it; what cannot be printed is
    /// escaped.
    public var pythonRepr: String {
        let quote: Unicode.Scalar = contains("'") && !contains("\"") ? "\"" : "'"
        var output = String(quote)
        for scalar in unicodeScalars {
            switch scalar {
            case quote, "\\": output += "\\" + String(scalar)
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            default: output += scalar.isPythonPrintable ? String(scalar) : scalar.pythonEscape
            }
        }
        return output + String(quote)
    }
}

extension Unicode.Scalar {
    /// As `str.isprintable`: no control, format, separator (but for the blank), surrogate, private or unassigned
    /// character.
    fileprivate var isPythonPrintable: Bool {
        if self == " " { return true }
        return switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }

    fileprivate var pythonEscape: String {
        let (letter, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
        let digits = String(value, radix: 16)
        return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
    }
}

extension KombuValue {
    /// The Python value's `repr`.
    var pythonRepr: String {
        switch self {
        case .dateTime(let value): "datetime.datetime(\(value.isoFormat.pythonRepr))"
        case .date(let text): "datetime.date(\(text.pythonRepr))"
        case .time(let text): "datetime.time(\(text.pythonRepr))"
        case .uuid(let text): "UUID(\(text.pythonRepr))"
        case .decimal(let digits): "Decimal(\(digits.pythonRepr))"
        case .bytes(let bytes): "b" + String(decoding: bytes, as: UTF8.self).pythonRepr
        }
    }
}
