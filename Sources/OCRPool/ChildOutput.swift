/// The end of what a reader prints, kept for the error that may follow.
package struct ChildOutput: Sendable {
    static let limit = 4096
    private(set) var bytes: [UInt8] = []

    package init() {}

    /// Adds what was printed and keeps the last 4 KB.
    package mutating func append(_ new: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: new.suffix(Self.limit))
        bytes.removeFirst(max(0, bytes.count - Self.limit))
    }

    /// Forgets everything: a new document begins.
    package mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// On one line, with everything escaped that could move a terminal's cursor or turn its text around.
    package var line: String {
        var line = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.properties.generalCategory {
            case _ where scalar == "\n": line += "\\n"
            case _ where scalar == "\\": line += "\\\\"
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                line += "\\u{\(String(scalar.value, radix: 16))}"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }
}
