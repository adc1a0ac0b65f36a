/// Pieces of lines that stand beside one another, as rows from top to bottom.
struct TextRows {
    /// The pieces of each row, from left to right.
    let rows: [[PixelBox]]

    /// Puts pieces into rows; a piece belongs to the row whose nearest piece shares most of its height.
    init(_ segments: TextSegments) {
        var rows: [[PixelBox]] = []
        for box in segments.boxes.sorted(by: { $0.x < $1.x }) {
            let shares = rows.map { Self.shared($0[$0.count - 1], box) }
            if let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] > 0.5 {
                rows[best].append(box)
            } else {
                rows.append([box])
            }
        }
        self.rows = rows.sorted { Self.top($0) < Self.top($1) }
    }

    /// Height that two pieces share, as a fraction of the lower one's.
    private static func shared(_ one: PixelBox, _ other: PixelBox) -> Double {
        let shared = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
        return Double(shared) / Double(max(min(one.height, other.height), 1))
    }

    private static func top(_ row: [PixelBox]) -> Int32 { row.map(\.y).min() ?? 0 }
}
