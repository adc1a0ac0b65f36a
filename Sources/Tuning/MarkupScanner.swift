/// Takes HTML or XML apart into tags and text, forgivingly and in one pass. Comments, declarations and instructions are
/// passed over, so that no document type and no entity of its own is ever looked at.
struct MarkupScanner {
    struct Tag {
        var element: Substring
        var attributes: [String: String] = [:]
        /// Ends in `/>`.
        var isClosed = false
    }

    enum Piece {
        case start(Tag)
        case end(Substring)
        case text(Substring)
    }

    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    /// The next tag or text; nil at the end.
    mutating func next() -> Piece? {
        while let first = rest.first {
            guard first == "<" else {
                let end = rest.firstIndex(of: "<") ?? rest.endIndex
                defer { rest = rest[end...] }
                return .text(rest[..<end])
            }
            if rest.hasPrefix("<!--") {
                skip(past: "-->")
            } else if rest.hasPrefix("<!") || rest.hasPrefix("<?") {
                skipDeclaration()
            } else if let piece = tag() {
                return piece
            }
        }
        return nil
    }

    private mutating func skip(past end: String) {
        while !rest.isEmpty, !rest.hasPrefix(end) { rest = rest.dropFirst() }
        rest = rest.dropFirst(end.count)
    }

    /// A document type may hold declarations of its own in brackets.
    private mutating func skipDeclaration() {
        var depth = 0
        while let character = rest.popFirst() {
            if character == "[" { depth += 1 }
            if character == "]" { depth -= 1 }
            if character == ">", depth <= 0 { return }
        }
    }

    /// A sign that begins no tag is passed over.
    private mutating func tag() -> Piece? {
        rest = rest.dropFirst()
        let isEnd = rest.first == "/"
        if isEnd { rest = rest.dropFirst() }
        let element = take { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" }
        guard !element.isEmpty else { return nil }
        var tag = Tag(element: element)
        while let character = rest.first, character != ">" {
            if character.isWhitespace || character == "/" {
                tag.isClosed = character == "/"
                rest = rest.dropFirst()
            } else {
                readAttribute(into: &tag)
            }
        }
        rest = rest.dropFirst()
        return isEnd ? .end(element) : .start(tag)
    }

    private mutating func readAttribute(into tag: inout Tag) {
        let name = take { !$0.isWhitespace && $0 != "=" && $0 != ">" && $0 != "/" }
        guard rest.first == "=" else {
            if name.isEmpty { rest = rest.dropFirst() }
            return
        }
        rest = rest.dropFirst()
        tag.isClosed = false
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            tag.attributes[name.lowercased()] = Self.decoded(take { !$0.isWhitespace && $0 != ">" })
            return
        }
        rest = rest.dropFirst()
        tag.attributes[name.lowercased()] = Self.decoded(take { $0 != quote })
        rest = rest.dropFirst()
    }

    private mutating func take(_ belongs: (Character) -> Bool) -> Substring {
        let taken = rest.prefix(while: belongs)
        rest = rest[taken.endIndex...]
        return taken
    }

    private static let entities: [Substring: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
    ]

    /// Text with its entities replaced; one that is not known stays as it is.
    static func decoded(_ text: Substring) -> String {
        var decoded = ""
        var rest = text
        while let start = rest.firstIndex(of: "&") {
            decoded += rest[..<start]
            rest = rest[start...]
            let name = rest.dropFirst().prefix(10).prefix { $0 != ";" }
            if rest[name.endIndex...].first == ";", let meaning = entities[name] ?? scalar(name) {
                decoded += meaning
                rest = rest[name.endIndex...].dropFirst()
            } else {
                decoded += "&"
                rest = rest.dropFirst()
            }
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
