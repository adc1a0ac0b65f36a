/// A JSON value as Celery's Python clients write and read it.
///
/// Foundation's JSON types lose the order of members, which shows in `argsrepr` and in every re-encoded message, and
/// the digits of large integers; so the room has its own value.
public enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    /// An integer beyond 64 bits, as its digits.
    case bigInteger(String)
    /// May be infinite or not a number: Python writes and reads `Infinity`, `-Infinity` and `NaN`.
    case decimal(Double)
    case text(String)
    case array([JSON])
    case object([Member])

    /// One member of an object. Members keep their order; of two with the same name the last one counts.
    public struct Member: Sendable, Hashable {
        /// Name of the member.
        public var key: String
        /// Value of the member.
        public var value: JSON

        /// Creates a member.
        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }
}

// MARK: Parts

extension JSON {
    /// The truth value, if it is one.
    public var asBool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The integer, if it is one that fits.
    public var asInteger: Int? { if case .integer(let value) = self { value } else { nil } }
    /// The text, if it is one.
    public var asText: String? { if case .text(let value) = self { value } else { nil } }
    /// The elements, if it is an array.
    public var asArray: [JSON]? { if case .array(let values) = self { values } else { nil } }
    /// The members, if it is an object.
    public var asObject: [Member]? { if case .object(let members) = self { members } else { nil } }
    /// Whether it is null.
    public var isNull: Bool { self == .null }

    /// The number as a decimal, if it is one.
    public var asDecimal: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .bigInteger(let digits): Double(digits)
        case .decimal(let value): value
        case .null, .bool, .text, .array, .object: nil
        }
    }

    /// Whether Python takes the value for true.
    public var isTruthy: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .integer(let value): value != 0
        case .bigInteger: true
        case .decimal(let value): value != 0
        case .text(let value): !value.isEmpty
        case .array(let values): !values.isEmpty
        case .object(let members): !members.isEmpty
        }
    }

    /// The value of a member; setting nil removes it, setting a new one appends it. Setting does nothing unless this
    /// is an object.
    public subscript(key: String) -> JSON? {
        get { asObject?.last { $0.key == key }?.value }
        set {
            guard case .object(var members) = self else { return }
            self = .null
            if let newValue, let index = members.lastIndex(where: { $0.key == key }) {
                members[index].value = newValue
            } else if let newValue {
                members.append(Member(key, newValue))
            } else {
                members.removeAll { $0.key == key }
            }
            self = .object(members)
        }
    }
}

// MARK: Literals

extension JSON: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// Creates a truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Creates an integer.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// Creates a decimal.
    public init(floatLiteral value: Double) { self = .decimal(value) }
    /// Creates a text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// Creates an array.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// Creates an object with its members in this order.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}

extension JSON {
    /// A text, or null.
    public init(_ value: String?) { self = value.map(JSON.text) ?? .null }
    /// An integer, or null.
    public init(_ value: Int?) { self = value.map(JSON.integer) ?? .null }
    /// A decimal, or null.
    public init(_ value: Double?) { self = value.map(JSON.decimal) ?? .null }
    /// A truth value, or null.
    public init(_ value: Bool?) { self = value.map(JSON.bool) ?? .null }
    /// An array of texts.
    public init(_ values: [String]) { self = .array(values.map(JSON.text)) }
    /// An array of integers.
    public init(_ values: [Int]) { self = .array(values.map(JSON.integer)) }

    /// A number of seconds as Python configuration writes it: without a fraction an integer.
    public init(seconds: Double?) {
        guard let seconds else {
            self = .null
            return
        }
        self = Int(exactly: seconds).map(JSON.integer) ?? .decimal(seconds)
    }
}
