internal import Glibc
internal import Recognition

/// What a figure was read as when it was looked at again, as values in its smallest unit.
struct FigureReadings {
    /// Readings that agree.
    private struct Vote {
        let value: Int
        let text: String
        var count = 1
        var confidence: Double
        var mean: Double { confidence / Double(count) }
    }

    /// Bits of the readings together, against a figure that nobody read.
    private static let weight = 4.0
    /// On average, the readings that outvote the first one are so sure.
    private static let certain = 0.5

    /// One reading alone is this sure.
    private static let alone = 0.9

    private var votes: [Vote] = []
    private var total = 0.0

    /// - Parameter target: what the figure is; readings that can be none of its kind do not count.
    init(_ rereadings: [Rereading], of target: RepairCell.Target) {
        for reading in rereadings {
            let text = Self.trimmed(reading.text)
            guard let value = target.value(of: text) else { continue }
            total += 1
            if let index = votes.firstIndex(where: { $0.value == value }) {
                votes[index].count += 1
                votes[index].confidence += reading.confidence
            } else {
                votes.append(Vote(value: value, text: text, confidence: reading.confidence))
            }
        }
    }

    /// Specks beside a figure are read as points.
    private static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while rest.last == "." { rest.removeLast() }
        while rest.first == "." { rest.removeFirst() }
        return String(rest)
    }

    /// The value on which more readings agree than on all others; nil where they are unsure or fewer than two.
    var agreed: Int? {
        votes.first { $0.count > 1 && Double($0.count) * 2 > total && $0.mean > Self.certain }?.value
    }

    /// The value that the only reading says, of what was no figure before; nil where it is not sure.
    var only: Int? { votes.count == 1 && votes[0].mean > Self.alone ? votes[0].value : nil }

    /// How the value was read; nil when it was not.
    func reading(of value: Int) -> Rereading? {
        votes.first { $0.value == value }.map { Rereading(text: $0.text, confidence: $0.mean) }
    }

    /// What it costs, in bits, to take a value that was read for the figure; nil of one that was not.
    func cost(of value: Int) -> Double? {
        votes.first { $0.value == value }.map { 1 - 1.5 * log2(max($0.confidence / total, 0.05)) }
    }

    /// What it costs, in bits, that the readings which say so are wrong.
    func cost(against value: Int) -> Double {
        votes.first { $0.value == value }.map { Self.weight * $0.confidence / total } ?? 0
    }
}

extension RepairCell.Target {
    /// The value that a text without specks stands for; nil when it cannot stand here.
    fileprivate func value(of text: String) -> Int? {
        switch self {
        case .whole: return text.utf8.count <= 4 ? Int(text) : nil
        case .overs: return Overs(text).flatMap { $0.isLegal ? $0.totalBalls : nil }
        case .ratio(_, let decimals):
            // Without its point nobody knows what it is.
            guard decimals == 0 || (1...decimals).contains(Decimals.count(text)), text.utf8.count <= 8 else {
                return nil
            }
            return Double(text).map { Int(($0 * Decimals.scale(decimals)).rounded()) }
        }
    }
}
