package import Evaluation

/// Draws from a seeded sequence. Spelt out here: what the standard library makes of a generator may change with it,
/// and the same seed must give the same corpus.
extension SplitMix64 {
    /// A number from 0 up to but not including 1.
    package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    package mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * fraction() }

    package mutating func integer(_ low: Int, _ high: Int) -> Int { low + next(below: high - low + 1) }

    package mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

    /// A sum of uniform draws is as normal as damage to a page needs.
    package mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + fraction() } }

    package mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(below: elements.count)] }

    /// An index, each as likely as its weight says.
    package mutating func index(weights: [Double]) -> Int {
        var rest = fraction() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return index }
        }
        return weights.count - 1
    }

    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, next(below: last + 1))
        }
        return elements
    }

    /// A sequence of its own, so that drawing more in one part of a card leaves the others as they were.
    package mutating func fork() -> SplitMix64 { SplitMix64(seed: next()) }
}
