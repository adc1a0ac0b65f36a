import Evaluation
import Testing

@Suite struct ConfidenceSequenceTests {
    private func shuffled(_ values: [Double], seed: UInt64) -> [Double] {
        var (values, generator) = (values, SplitMix64(seed: seed))
        for last in values.indices.dropFirst().reversed() { values.swapAt(last, generator.next(below: last + 1)) }
        return values
    }

    /// A population of differences as a race sees them: mostly nothing, sometimes much.
    private let population = (0..<60).map { [0, 0, 0.02, -0.02, 0.5, -0.4, 0.1, 0, 0.9, -0.1, 0, 0][$0 % 12] }

    /// Looked at after every number, the bounds may fail in one of twenty orders at most.
    @Test func boundsHoldHoweverOftenOneLooks() {
        let mean = population.reduce(0, +) / 60
        let sequence = ConfidenceSequence(alpha: 0.05, bound: 1, sampling: .withoutReplacement(population: 60))
        let failures = (0..<400).count { seed in
            // Rejecting the true mean at any time is a bound that failed at some look.
            sequence.rejects(mean: mean, shuffled(population, seed: UInt64(seed)))
        }
        #expect(failures <= 32, "\(failures) of 400")
    }

    @Test func independentDrawsAreCovered() {
        let sequence = ConfidenceSequence(alpha: 0.05, bound: 1, sampling: .independent)
        let failures = (0..<300).count { seed in
            var generator = SplitMix64(seed: UInt64(seed))
            let numbers = (0..<200).map { _ in generator.next(below: 10) == 0 ? 0.9 : -0.1 }
            return sequence.rejects(mean: 0, numbers)
        }
        #expect(failures <= 25, "\(failures) of 300")
    }

    @Test func wholePopulationLeavesNoDoubt() {
        let sequence = ConfidenceSequence(alpha: 0.01, bound: 1, sampling: .withoutReplacement(population: 60))
        let mean = population.reduce(0, +) / 60
        #expect(abs(sequence.lowerBound(of: population) - mean) < 1e-12)
        #expect(abs(sequence.upperBound(of: population) - mean) < 1e-12)
        // With two numbers to come, the mean can lie at most two sixtieths of the range away.
        let nearly = Array(population.dropLast(2))
        #expect(sequence.upperBound(of: nearly) <= (nearly.reduce(0, +) + 2) / 60 + 1e-6)
    }

    @Test func largeDifferencesShowSoonAndSmallOnesLate() {
        let sequence = ConfidenceSequence(alpha: 0.025, bound: 1, sampling: .withoutReplacement(population: 60))
        let needed = { (difference: Double) in
            (1...60).first { sequence.rejects(mean: 0, Array(repeating: difference, count: $0)) } ?? 61
        }
        #expect(needed(0.8) <= 9)
        #expect((10...25).contains(needed(0.3)))
        #expect((30...55).contains(needed(0.05)))
        #expect(sequence.lowerBound(of: []) == -1)
    }

    @Test func boundsAreSymmetric() {
        let sequence = ConfidenceSequence(alpha: 0.05, bound: 1.2, sampling: .independent)
        let numbers = shuffled(population, seed: 3)
        #expect(abs(sequence.upperBound(of: numbers) + sequence.lowerBound(of: numbers.map { -$0 })) < 1e-9)
        #expect(sequence.lowerBound(of: numbers) < sequence.upperBound(of: numbers))
    }
}
