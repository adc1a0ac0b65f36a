internal import Recognition

/// The balls that a page shows one by one, in the order in which they were bowled, and the rows that show none.
struct BallPage {
    private(set) var deliveries: [Delivery] = []
    private(set) var otherRows: [VisualRow] = []

    /// Tells the rows of balls from the others; a single such row is a sentence and no record.
    init(_ rows: [VisualRow]) {
        var strips = 0
        var unnumbered: [Int] = []
        for (index, row) in rows.enumerated() {
            if let ball = CommentaryRow(row.words, below: rows[(index + 1)...]) {
                if !ball.isNumbered { unnumbered.append(deliveries.count) }
                deliveries.append(ball.delivery)
            } else if let strip = OverStrip(row.words) {
                deliveries += strip.deliveries
                strips += 1
            } else {
                otherRows.append(row)
            }
        }
        number(unnumbered)
        guard deliveries.count > 1 else {
            deliveries = []
            otherRows = rows
            return
        }
        orderAsBowled(strips: strips)
        settleNames()
        if rows.contains(where: { $0.words.contains { $0.source == .ocr } }) { settleLoneSpellings() }
    }

    /// Gives a player whom one ball alone names so the spelling of several others that differs in one letter.
    private mutating func settleLoneSpellings() {
        let counts = Dictionary(deliveries.flatMap { [($0.bowler, 1), ($0.batsman, 1)] }, uniquingKeysWith: +)
        let common = counts.filter { $0.value >= Self.several }.keys
        func settled(_ name: String) -> String {
            guard counts[name] == 1, name.utf8.count >= 5 else { return name }
            let others = common.filter { SectionKeywords.isOneEditApart(name.utf8, $0.utf8) || Self.areAlike(name, $0) }
            return others.count == 1 ? others[0] : name
        }
        respell(settled)
    }

    private mutating func respell(_ settled: (String) -> String) {
        for index in deliveries.indices {
            deliveries[index].bowler = settled(deliveries[index].bowler)
            deliveries[index].batsman = settled(deliveries[index].batsman)
        }
    }

    private static let several = 3

    /// Whether two names differ in one letter of any alphabet.
    private static func areAlike(_ one: String, _ other: String) -> Bool {
        one.count == other.count && zip(one, other).count { $0 != $1 } == 1
    }

    /// Gives each player the spelling that most of the balls have: `Aaron:Kenjige` is Aaron Kenjige.
    private mutating func settleNames() {
        var counts: [String: [String: Int]] = [:]
        for name in deliveries.flatMap({ [$0.bowler, $0.batsman] }) {
            counts[Self.letters(of: name), default: [:]][name, default: 0] += 1
        }
        func settled(_ name: String) -> String {
            counts[Self.letters(of: name)]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? name
        }
        respell(settled)
    }

    private static func letters(of name: String) -> String { name.lowercased().filter(\.isLetter) }

    /// Gives balls without a number the one that is missing between their neighbours, and drops the others.
    private mutating func number(_ unnumbered: [Int]) {
        for index in unnumbered.reversed() {
            guard index > 0, index + 1 < deliveries.count, !unnumbered.contains(index + 1),
                let (over, ball) = Self.between(deliveries[index - 1], deliveries[index + 1])
            else {
                deliveries.remove(at: index)
                continue
            }
            deliveries[index].over = over
            deliveries[index].ball = ball
        }
    }

    /// The one ball between two others, in overs of six.
    private static func between(_ one: Delivery, _ other: Delivery) -> (over: Int, ball: Int)? {
        let (first, second) = (6 * one.over + one.ball, 6 * other.over + other.ball)
        guard (first - second).magnitude == 2 else { return nil }
        let middle = (first + second) / 2 - 1
        return (middle / 6, middle % 6 + 1)
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
