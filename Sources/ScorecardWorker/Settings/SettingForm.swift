internal import Scorecard

/// How the text of a setting is read and printed, and what is allowed.
struct SettingForm<Value: Sendable>: Sendable {
    /// Completes "it takes ...".
    var allowed: String
    var unit: String?
    var isToggle = false
    var isSecret = false
    var read: @Sendable (String) throws(SettingFault) -> Value
    var show: @Sendable (Value) -> OrderedJSON
}

/// Why a text is no value of its form; nil where `allowed` says all there is to say. Never holds the text itself.
struct SettingFault: Error {
    var reason: String?
}

extension SettingForm {
    /// From a function that says nil for what is not allowed.
    init(
        _ allowed: String, unit: String? = nil, read: @escaping @Sendable (String) -> Value?,
        show: @escaping @Sendable (Value) -> OrderedJSON
    ) {
        self.allowed = allowed
        self.unit = unit
        self.show = show
        self.read = { (text: String) throws(SettingFault) -> Value in
            guard let value = read(text) else { throw SettingFault(reason: nil) }
            return value
        }
    }
}

// MARK: Numbers

extension SettingForm<Int> {
    static func whole(_ range: ClosedRange<Int>, unit: String? = nil, zero: String? = nil) -> Self {
        Self(
            Self.words("a whole number", range, zero: zero), unit: unit,
            read: { text in Int(text).flatMap { Self.accepts($0, range, zero: zero) ? $0 : nil } },
            show: { .integer($0) })
    }

    /// Bytes; a bare number counts units, and a suffix (K, M, G, KiB, MiB, GiB) says its own.
    static func memory(_ unit: MemoryUnit, _ range: ClosedRange<Int>, zero: String? = nil) -> Self {
        let words = Self.words(
            "\(unit.rawValue) or a size like 400MiB", range.lowerBound / unit.bytes...range.upperBound / unit.bytes,
            zero: zero)
        return Self(
            words, unit: unit.rawValue,
            read: { text in
                MemoryUnit.bytes(text, bare: unit).flatMap { Self.accepts($0, range, zero: zero) ? $0 : nil }
            },
            show: { .integer($0 / unit.bytes) })
    }

    private static func accepts(_ value: Int, _ range: ClosedRange<Int>, zero: String?) -> Bool {
        range.contains(value) || value == 0 && zero != nil
    }

    private static func words(_ what: String, _ range: ClosedRange<Int>, zero: String?) -> String {
        "\(what) from \(range.lowerBound) to \(range.upperBound)" + (zero.map { ", or 0 \($0)" } ?? "")
    }
}

/// Units of memory, as Celery's options and ours count.
enum MemoryUnit: String {
    case bytes
    case kibibytes = "KiB"
    case mebibytes = "MiB"

    var bytes: Int {
        switch self {
        case .bytes: 1
        case .kibibytes: 1 << 10
        case .mebibytes: 1 << 20
        }
    }

    static func bytes(_ text: String, bare: MemoryUnit) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), let scale = scale(text.dropFirst(digits.count), bare: bare) else { return nil }
        let (bytes, hasOverflown) = count.multipliedReportingOverflow(by: scale)
        return hasOverflown ? nil : bytes
    }

    private static func scale(_ suffix: Substring, bare: MemoryUnit) -> Int? {
        switch suffix.drop(while: { $0 == " " }).lowercased() {
        case "": bare.bytes
        case "b": 1
        case "k", "kib": 1 << 10
        case "m", "mib": 1 << 20
        case "g", "gib": 1 << 30
        default: nil
        }
    }
}

extension SettingForm<Duration> {
    static func seconds(_ range: ClosedRange<Double>, zero: String? = nil) -> Self {
        let isAllowed = { @Sendable (value: Double) in range.contains(value) || value == 0 && zero != nil }
        return Self(
            "seconds from \(range.lowerBound.plain) to \(range.upperBound.plain)" + (zero.map { ", or 0 \($0)" } ?? ""),
            unit: "s",
            read: { text in Double(text).flatMap { isAllowed($0) ? .seconds($0) : nil } },
            show: { .number($0.inSeconds) })
    }
}

extension Duration {
    /// The same as a number.
    var inSeconds: Double { self / .seconds(1) }
}

extension Double {
    /// Without `.0` behind a whole number.
    var plain: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self) }
}

extension OrderedJSON {
    static func number(_ value: Double) -> OrderedJSON {
        value == value.rounded() && abs(value) < 1e15 ? .integer(Int(value)) : .decimal(value)
    }
}

// MARK: Words

extension SettingForm<String> {
    static let text = Self("a text", read: { $0 }, show: { .text($0) })
    static let path = Self("a path", read: { $0 }, show: { .text($0) })

    /// A text with Celery's expansions.
    static let format = Self(
        allowed: "a text with %h, %n, %d, %p, %i or %I",
        read: { (text: String) throws(SettingFault) -> String in
            guard let unknown = NodeName.unknownExpansion(in: text) else { return text }
            throw SettingFault(reason: "there is no expansion %\(unknown)")
        }, show: { .text($0) })
}

extension SettingForm<[String]> {
    static let list = Self(
        "names with commas between them",
        read: { text in
            let names = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0.trimmed) }
            let isFine = Set(names).count == names.count && !names.contains { $0.isEmpty || !$0.isPrintable }
            return isFine ? names : nil
        }, show: { .array($0.map { .text($0) }) })
}

extension SettingForm<Bool> {
    static let truth = Self(
        "1, true, yes, on, 0, false, no or off", read: truth(of:), show: { .bool($0) })
    /// As a flag it takes no value.
    static let toggle: Self = {
        var form = truth
        form.isToggle = true
        return form
    }()

    private static let yes: Set = ["1", "true", "yes", "on"]
    private static let no: Set = ["0", "false", "no", "off"]

    @Sendable private static func truth(of text: String) -> Bool? {
        let word = text.lowercased()
        return yes.contains(word) ? true : no.contains(word) ? false : nil
    }
}

extension SettingForm where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the values, in any case.
    static func choice(_ synonyms: [String: Value] = [:]) -> Self {
        Self(
            "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "),
            read: { text in
                let word = text.lowercased()
                return Value.allCases.first { $0.rawValue.lowercased() == word } ?? synonyms[word]
            }, show: { .text($0.rawValue) })
    }
}

// MARK: Secrets

extension SettingForm<Secret> {
    static let secret = masked("a text", read: { Secret($0) })

    /// A URL that may hold a password.
    static func url(_ schemes: [String]) -> Self {
        var form = masked("a URL that begins with " + ListFormat.or(schemes.map { $0 + "://" })) { _ in nil }
        form.read = { (text: String) throws(SettingFault) -> Secret in
            let scheme = text.firstRange(of: "://").map { text[..<$0.lowerBound].lowercased() }
            if scheme?.hasPrefix("sentinel") == true {
                throw SettingFault(reason: "sentinels are not supported, name the primary itself")
            }
            guard let scheme, schemes.contains(scheme), text.isPrintable else { throw SettingFault(reason: nil) }
            return Secret(text, isURL: true)
        }
        return form
    }

    private static func masked(_ allowed: String, read: @escaping @Sendable (String) -> Secret?) -> Self {
        var form = Self(allowed, read: read, show: { .text($0.description) })
        form.isSecret = true
        return form
    }
}

enum ListFormat {
    /// `a, b or c`.
    static func or(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension StringProtocol {
    var trimmed: SubSequence {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start[start.endIndex...] }
        return start[...last]
    }

    /// No control character in it.
    var isPrintable: Bool { !unicodeScalars.contains { $0.properties.generalCategory == .control } }

    /// What may stand in a message: control characters become `?`, and at most 80 characters.
    var quotable: String {
        let text = String(
            String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
        return text.count > 80 ? text.prefix(80) + "..." : text
    }
}
