/// The balls that a page shows one by one, in the order in which they were bowled, and the rows that show none.
struct BallPage {
    private(set) var deliveries: [Delivery] = []
    private(set) var otherRows: [VisualRow] = []

    /// Tells the rows of balls from the others; a single such row is a sentence and no record.
    init(_ rows: [VisualRow]) {
        var strips = 0
        for row in rows {
            if let ball = CommentaryRow(row.words)?.delivery {
                deliveries.append(ball)
            } else if let strip = OverStrip(row.words) {
                deliveries += strip.deliveries
                strips += 1
            } else {
                otherRows.append(row)
            }
        }
        guard deliveries.count > 1 else {
            deliveries = []
            otherRows = rows
            return
        }
        orderAsBowled(strips: strips)
    }

    /// Commentaries have the newest ball first.
    private mutating func orderAsBowled(strips: Int) {
        guard let first = deliveries.first, let last = deliveries.last,
            (first.over, first.ball) > (last.over, last.ball)
        else { return }
        if strips == 0 {
            deliveries.reverse()
        } else {
            let overs = Dictionary(grouping: deliveries, by: \.over)
            deliveries = overs.keys.sorted().flatMap { overs[$0] ?? [] }
        }
    }
}
