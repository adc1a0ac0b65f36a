/// The texts of a small XML document by the name of their element: enough for S3's errors and STS's answers.
/// Strict: no DTD, no CDATA, balanced tags, known entities. Nil for everything else. The first of a name wins.
package struct XMLLeaves: Sendable {
    private var texts: [Substring: String] = [:]
    /// The outermost element.
    package private(set) var root: Substring = ""

    static let longest = 64 << 10

    package init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.longest, let text = String(validating: bytes, as: UTF8.self) else {
            return nil
        }
        var rest = text[...]
        var open: [Substring] = []
        repeat {
            guard let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">")
            else { return nil }
            let content = rest[..<start]
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            guard take(tag, after: content, &open) else { return nil }
        } while !open.isEmpty || root.isEmpty
        guard rest.allSatisfy(\.isWhitespace) else { return nil }
    }

    package subscript(_ name: Substring) -> String? { texts[name] }

    private mutating func take(_ tag: Substring, after content: Substring, _ open: inout [Substring]) -> Bool {
        if tag.hasPrefix("?") { return open.isEmpty && root.isEmpty && tag.hasSuffix("?") }
        if tag.hasPrefix("!") { return false }
        if tag.hasPrefix("/") {
            guard let name = open.popLast(), name == tag.dropFirst(), let text = Self.decoded(content)
            else { return false }
            if texts[name] == nil { texts[name] = text }
            return true
        }
        let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
        guard !name.isEmpty, content.allSatisfy(\.isWhitespace), open.count < 16 else { return false }
        if root.isEmpty { root = name } else if open.isEmpty { return false }
        if !tag.hasSuffix("/") { open.append(name) }
        return true
    }

    private static let entities: [Substring: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]

    private static func decoded(_ text: Substring) -> String? {
        var decoded = ""
        var rest = text
        while let start = rest.firstIndex(of: "&") {
            guard let end = rest[start...].firstIndex(of: ";") else { return nil }
            let name = rest[rest.index(after: start)..<end]
            guard let character = entities[name] ?? scalar(name) else { return nil }
            decoded += rest[..<start] + character
            rest = rest[rest.index(after: end)...]
        }
        return decoded + rest
    }

    private static func scalar(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }
}
