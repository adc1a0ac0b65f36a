import Evaluation
import Testing

@Suite struct FinitePopulationSequenceTests {
    /// What a good setting loses on 60 documents: mostly nothing, much on a few; another loses a little more on some.
    private let reference = (0..<60).map { [0, 0, 0.01, 0, 0.02, 0, 0, 0.6, 0, 0.01][$0 % 20 == 7 ? 7 : $0 % 7] }
    private var losses: [Double] { reference.enumerated().map { $1 + [0, 0.03, 0, 0.08][$0 % 4] } }

    private func shuffled(seed: UInt64) -> [Int] {
        var (indices, generator) = (Array(0..<60), SplitMix64(seed: seed))
        for last in indices.indices.dropFirst().reversed() { indices.swapAt(last, generator.next(below: last + 1)) }
        return indices
    }

    /// An order as a race makes it: ten at random, then those that cost nothing and the three worst of the reference, then
    /// the rest at random. Every fourth document costs nothing.
    private func rearranged(seed: UInt64) -> (sequence: FinitePopulationSequence, numbers: [Double]) {
        let order = shuffled(seed: seed)
        let (first, rest) = (order.prefix(10), order.dropFirst(10))
        let apart = rest.filter { $0 % 4 == 0 }
        let taken = rest.filter { $0 % 4 != 0 }.sorted { (reference[$0], $1) > (reference[$1], $0) }.prefix(3)
        let members = first + apart + taken + rest.filter { $0 % 4 != 0 && !taken.contains($0) }
        let selections = members.map { member -> FinitePopulationSequence.Selection in
            member % 4 == 0 ? .apart : taken.contains(member) ? .taken : .drawn
        }
        var sequence = FinitePopulationSequence(selections, bound: 1)
        sequence.assist(by: members.map { reference[$0] }, from: 10 + apart.count + 3)
        return (sequence, members.map { losses[$0] })
    }

    @Test func boundsHoldHoweverOftenOneLooks() {
        let mean = losses.reduce(0, +) / 60
        let failures = (0..<400).count { seed in
            let (sequence, numbers) = rearranged(seed: UInt64(seed))
            return sequence.rejects(mean: mean, numbers, alpha: 0.05)
        }
        #expect(failures <= 32, "\(failures) of 400")
    }

    @Test func whatIsLostForGoodIsNoMatterOfChance() {
        let sequence = FinitePopulationSequence(Array(repeating: .drawn, count: 60), bound: 1)
        // Three sixtieths are lost for certain.
        #expect(sequence.evidence(against: 0.0499, [1, 1, 1]) == .infinity)
        #expect(sequence.rejects(mean: 0.02, [1, 1, 1], alpha: 0.001))
        #expect(!sequence.rejects(mean: 0.06, [1], alpha: 0.01))
        #expect(sequence.lowerBound(of: [], alpha: 0.01) == 0)
        #expect(abs(sequence.lowerBound(of: losses, alpha: 0.01) - losses.reduce(0, +) / 60) < 1e-12)
        let (part, all) = (Array(losses.prefix(30)), losses.reduce(0, +) / 60)
        #expect(sequence.lowerBound(of: part, alpha: 0.01) >= part.reduce(0, +) / 60 - 1e-6)
        #expect(sequence.lowerBound(of: part, alpha: 0.01) < all)
    }

    @Test func whatIsKnownOfTheRestHelps() {
        let bound = { (isAssisted: Bool) in
            (0..<20).map { seed -> Double in
                let (assisted, numbers) = rearranged(seed: UInt64(seed))
                let selections = [FinitePopulationSequence.Selection](repeating: .drawn, count: 60)
                let sequence = isAssisted ? assisted : FinitePopulationSequence(selections, bound: 1)
                return sequence.lowerBound(of: Array(numbers.prefix(45)), alpha: 0.02)
            }.reduce(0, +) / 20
        }
        #expect(bound(true) > bound(false))
        #expect(bound(true) < losses.reduce(0, +) / 60)
    }
}
