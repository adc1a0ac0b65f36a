extension JSON {
    /// Characters that Celery keeps of arguments and results in headers and events.
    public static let safeReprLength = 1024

    /// The value as Celery's `saferepr` prints it, cut near `limit` characters.
    ///
    /// Unlike `repr` it escapes nothing but single quotes and stops three levels deep.
    public func safeRepr(limit: Int = safeReprLength) -> String {
        var writer = SafeReprWriter(remaining: limit)
        writer.write(self)
        return writer.output
    }

    /// The elements as `saferepr` prints a tuple.
    public static func safeTupleRepr(_ values: [JSON], limit: Int = safeReprLength) -> String {
        var writer = SafeReprWriter(remaining: limit)
        writer.write(values, open: "(", close: values.count == 1 ? ",)" : ")")
        return writer.output
    }
}

private struct SafeReprWriter {
    static let levels = 3

    var output = ""
    var remaining: Int
    var level = 0
    var isCut = false

    mutating func write(_ value: JSON) {
        switch value {
        case .text(let text): put(Self.quoted(text, limit: remaining))
        case .array(let values): write(values, open: "[", close: "]")
        case .object(let members): write(members, as: value)
        case .null, .bool, .integer, .bigInteger, .decimal: put(Self.truncated(value.pythonRepr, remaining))
        }
    }

    mutating func write(_ values: [JSON], open: String, close: String) {
        guard enter(open, close) else { return }
        for (index, value) in values.enumerated() where !isCut {
            if index > 0 { put(", ") }
            write(value)
        }
        leave(close)
    }

    private mutating func write(_ members: [JSON.Member], as value: JSON) {
        if let wrapped = value.kombuValue { return put(Self.truncated(wrapped.pythonRepr, remaining)) }
        guard enter("{", "}") else { return }
        for (index, member) in members.enumerated() where !isCut {
            if index > 0 { put(", ") }
            put(JSON.text(member.key).safeRepr(limit: max(1, remaining)))
            put(": ")
            write(member.value)
        }
        leave("}")
    }

    private mutating func enter(_ open: String, _ close: String) -> Bool {
        if level >= Self.levels {
            put(open + "..." + close)
            return false
        }
        put(open)
        if isCut { return false }
        level += 1
        return true
    }

    private mutating func leave(_ close: String) {
        level -= 1
        output += close
        if remaining > 0 { remaining -= close.count }
    }

    /// One token; the first that finds no room left is replaced by the sign that something is missing.
    private mutating func put(_ token: String) {
        if isCut { return }
        if remaining <= 0 {
            isCut = true
            output += ", ..."
        } else {
            output += token
            remaining -= token.unicodeScalars.count
        }
    }

    private static func quoted(_ text: String, limit: Int) -> String {
        "'" + truncated(text, limit).replacing("'", with: "\\'") + "'"
    }

    private static func truncated(_ text: String, _ limit: Int) -> String {
        // Python counts code points and cuts at the last blank.
        guard limit > 0, text.unicodeScalars.count >= limit else { return text }
        let kept = text.unicodeScalars.prefix(limit)
        let end = kept.lastIndex(of: " ") ?? kept.endIndex
        return String(kept[..<end]) + "..."
    }
}
