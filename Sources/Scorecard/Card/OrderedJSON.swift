/// A JSON value whose object members keep their order, and its writer.
public indirect enum OrderedJSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case decimal(Double)
    case text(String)
    case array([OrderedJSON])
    case object([Member])

    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// Name of the member.
        public var key: String
        /// Value of the member.
        public var value: OrderedJSON

        /// Creates a member.
        public init(_ key: String, _ value: OrderedJSON) {
            self.key = key
            self.value = value
        }
    }

    /// How white space is laid out.
    public enum Layout: Sendable, Hashable {
        /// One line without any white space.
        case compact
        /// Two spaces a level and a line feed at the end.
        case pretty
    }

    /// The value as JSON in UTF-8; no control character, NUL or lone surrogate gets out.
    public func encoded(_ layout: Layout = .compact) -> String {
        var output = ""
        write(to: &output, indent: layout == .pretty ? 0 : nil)
        if layout == .pretty { output += "\n" }
        return output
    }

    private func write(to output: inout String, indent: Int?) {
        switch self {
        case .null: output += "null"
        case .bool(let value): output += value ? "true" : "false"
        case .integer(let value): output += String(value)
        case .decimal(let value): output += Self.pythonDescription(value)
        case .text(let value): Self.write(value, to: &output)
        case .array(let values):
            Self.writeList(values, between: ("[", "]"), to: &output, indent: indent) { value, output, inner in
                value.write(to: &output, indent: inner)
            }
        case .object(let members):
            Self.writeList(members, between: ("{", "}"), to: &output, indent: indent) { member, output, inner in
                Self.write(member.key, to: &output)
                output += inner == nil ? ":" : ": "
                member.value.write(to: &output, indent: inner)
            }
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], between brackets: (String, String), to output: inout String, indent: Int?,
        _ writeElement: (Element, inout String, Int?) -> Void
    ) {
        output += brackets.0
        let inner = indent.map { $0 + 2 }
        for (index, element) in elements.enumerated() {
            if index > 0 { output += "," }
            writeBreak(inner, to: &output)
            writeElement(element, &output, inner)
        }
        if !elements.isEmpty { writeBreak(indent, to: &output) }
        output += brackets.1
    }

    private static func writeBreak(_ indent: Int?, to output: inout String) {
        guard let indent else { return }
        output += "\n" + String(repeating: " ", count: indent)
    }

    /// A number as Python's `repr` prints it: the shortest digits that read back, always with a point or an exponent.
    /// JSON has no infinities; a number that is none becomes null.
    static func pythonDescription(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        return value.description
    }

    private static func write(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\0": continue
            case "\u{01}"..."\u{1F}", "\u{7F}"..."\u{9F}": output += escape(scalar.value)
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }

    private static func escape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension OrderedJSON {
    /// Text, or null.
    package static func optional(_ value: String?) -> OrderedJSON { value.map(OrderedJSON.text) ?? .null }
    /// An integer, or null.
    package static func optional(_ value: Int?) -> OrderedJSON { value.map(OrderedJSON.integer) ?? .null }
    /// A decimal number, or null.
    package static func optional(_ value: Double?) -> OrderedJSON { value.map(OrderedJSON.decimal) ?? .null }
    /// A truth value, or null.
    package static func optional(_ value: Bool?) -> OrderedJSON { value.map(OrderedJSON.bool) ?? .null }

    /// An object whose members are written in this order.
    package static func members(_ members: KeyValuePairs<String, OrderedJSON>) -> OrderedJSON {
        .object(members.map { Member($0.key, $0.value) })
    }

    /// A leaf as JSON.
    package init(_ leaf: LeafValue) {
        switch leaf {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .integer(value)
        case .decimal(let value): self = .decimal(value)
        case .text(let value): self = .text(value)
        }
    }

    /// The value as a leaf; nil for arrays and objects.
    var leaf: LeafValue? {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .integer(let value): .integer(value)
        case .decimal(let value): .decimal(value)
        case .text(let value): .text(value)
        case .array, .object: nil
        }
    }
}
