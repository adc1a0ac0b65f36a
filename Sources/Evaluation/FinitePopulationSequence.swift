/// Lower bounds for the mean of a finite population of numbers that are not negative, read one after another without
/// replacement; they hold all at once, after every number. By `Wager` (Waudby-Smith and Ramdas, "Confidence sequences for
/// sampling without replacement", NeurIPS 2020), with a number known beforehand for every member in the manner of the
/// difference estimator of survey sampling (Särndal, Swensson and Wretman, "Model Assisted Survey Sampling", 1992, section
/// 6.3): how far a member's number lies from what is known of it varies less than the number itself.
///
/// Only members that are drawn at random are wagered on. Others may be read in any order that does not depend on numbers
/// not yet read; those that are unread count as 0, the least that they can be.
public struct FinitePopulationSequence: Sendable {
    /// How a member comes to be read.
    public enum Selection: Sendable, Hashable {
        /// Each as likely as any other that is drawn and not yet read, and any that is `taken` from among them later.
        case drawn
        /// Picked from among those that would have been drawn.
        case taken
        /// Never one of those that are drawn.
        case apart
    }

    private let selections: [Selection]
    private let bound: Double
    /// Members at this position and later that are or would have been drawn.
    private let remaining: [Int]
    private var auxiliary: Auxiliary?

    /// What is known beforehand, and its sum and maximum over the drawn at each position and later.
    private struct Auxiliary: Sendable {
        let begin: Int
        let values: [Double]
        let sums: [Double]
        let maxima: [Double]
    }

    /// Creates a sequence.
    ///
    /// - Parameters:
    ///   - selections: the members in the order in which they are read.
    ///   - bound: about how large a number can be.
    public init(_ selections: [Selection], bound: Double) {
        self.selections = selections
        self.bound = bound
        remaining = Self.fromEnd(selections, 0) { $0 + ($1 == .apart ? 0 : 1) }
    }

    /// Holds numbers from a position on against what is known of them; all members that are `taken` must come before it.
    public mutating func assist(by values: [Double], from begin: Int) {
        let drawn = zip(values, selections).map { $1 == .drawn ? $0 : 0 }
        auxiliary = Auxiliary(
            begin: begin, values: values, sums: Self.fromEnd(drawn, 0, +), maxima: Self.fromEnd(drawn, 0, max))
    }

    private static func fromEnd<Element, Result>(
        _ elements: [Element], _ start: Result, _ next: (Result, Element) -> Result
    ) -> [Result] {
        var results: [Result] = []
        for element in elements.reversed() { results.append(next(results.last ?? start, element)) }
        return results.reversed()
    }

    /// Evidence against "the mean is at most so much": has ever reached `1 / a` with a chance of at most `a` where that holds.
    ///
    /// - Parameter numbers: those of the first members.
    public func evidence(against mean: Double, _ numbers: [Double]) -> Double {
        var (plain, assisted) = (Wager(bound: bound), Wager(bound: bound))
        let whole = mean * Double(selections.count)
        var (sum, evidence) = (0.0, 1.0)
        for (position, number) in numbers.enumerated() {
            if selections[position] == .drawn {
                let plainMean = (whole - sum) / Double(remaining[position])
                plain.observe(number, mean: plainMean, least: 0)
                let known = known(at: position)
                assisted.observe(number - known.value, mean: plainMean - known.mean, least: -known.maximum)
                evidence = max(evidence, (plain.fortune + assisted.fortune) / 2)
            }
            sum += number
            if sum > whole + 1e-9 * bound { return .infinity }
        }
        return evidence
    }

    /// What is known of a member, with mean and maximum over all that are still to be drawn; nothing before anything is used.
    private func known(at position: Int) -> (value: Double, mean: Double, maximum: Double) {
        guard let auxiliary, position >= auxiliary.begin else { return (0, 0, 0) }
        return (
            auxiliary.values[position], auxiliary.sums[position] / Double(remaining[position]),
            auxiliary.maxima[position]
        )
    }

    /// Whether a mean of at most `mean` is ruled out at this chance of error.
    public func rejects(mean: Double, _ numbers: [Double], alpha: Double) -> Bool {
        evidence(against: mean, numbers) * alpha >= 1
    }

    /// The lower bound after these numbers; the mean itself once all are known.
    public func lowerBound(of numbers: [Double], alpha: Double) -> Double {
        guard numbers.count < selections.count else {
            return numbers.reduce(0, +) / Double(max(1, numbers.count))
        }
        return ConfidenceSequence.largest(from: 0, to: numbers.max() ?? 0) { rejects(mean: $0, numbers, alpha: alpha) }
    }
}
