/// A field's path taken apart: `innings/0/batting/3/runs`.
struct FieldPlace {
    let innings: Int
    /// `batting`, `total`; `team` stands alone.
    let table: Substring
    let row: Int?
    /// The last part of the path.
    let leaf: Substring

    /// Nil for what is about the match.
    init?(_ path: String) {
        var parts: [Substring] = []
        let bytes = path.utf8
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: 0x2F) {
            parts.append(path[start..<end])
            start = bytes.index(after: end)
        }
        parts.append(path[start...])
        guard parts.count > 2, parts[0] == "innings", let innings = Int(parts[1]) else { return nil }
        self.innings = innings
        table = parts[2]
        row = parts.count > 3 ? Int(parts[3]) : nil
        leaf = parts[parts.count - 1]
    }
}
