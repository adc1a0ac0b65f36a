/// Whether one figure can have been read as another.
enum DigitConfusion {
    /// Whether the words can be a misreading of the figure: one digit changed, lost or put in, or no digits at all.
    static func canBe(_ raw: String, _ figure: String) -> Bool {
        let read = digits(raw)
        let meant = digits(figure)
        if read.isEmpty { return true }
        if read == meant { return true }
        if read.count == meant.count { return zip(read, meant).count { $0 != $1 } == 1 }
        guard (read.count - meant.count).magnitude == 1, min(read.count, meant.count) >= 1 else { return false }
        let (long, short) = read.count > meant.count ? (read, meant) : (meant, read)
        return long.indices.contains { skipped in
            var rest = long
            rest.remove(at: skipped)
            return rest == short
        }
    }

    /// The digits of a text, letters that stand for digits among them.
    private static func digits(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.compactMap { Characters.isDigit($0) ? $0 : NumericText.digit(lookingLike: $0) }
    }
}
