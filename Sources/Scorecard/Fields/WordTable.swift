/// A dictionary of words in which most of a page's words are sought in vain: a word's first byte and length say so for nearly
/// all of them, and no hash is made.
struct WordTable<Value: Sendable>: Sendable {
    private let values: [String: Value]
    /// By first byte, the lengths of words in bytes, a bit each; all from 63 bytes on share one.
    private var lengths: [UInt64]

    init(_ values: [String: Value]) {
        self.values = values
        lengths = Array(repeating: 0, count: 256)
        for word in values.keys { lengths[Self.row(word)] |= Self.bit(word) }
    }

    subscript(word: String) -> Value? { lengths[Self.row(word)] & Self.bit(word) == 0 ? nil : values[word] }

    private static func row(_ word: String) -> Int { Int(word.utf8.first ?? 0) }

    private static func bit(_ word: String) -> UInt64 { 1 << UInt64(min(word.utf8.count, 63)) }
}
