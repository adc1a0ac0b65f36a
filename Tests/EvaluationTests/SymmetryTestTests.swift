import Evaluation
import Foundation
import Testing

@Suite struct SymmetryTestTests {
    /// Noise of logarithms of ratios, in the shapes that shared machines give it.
    enum Noise: CaseIterable, CustomTestStringConvertible {
        case quiet, normal, heavy, spiked

        var testDescription: String { "\(self)" }

        func draw(_ generator: inout SplitMix64) -> Double {
            switch self {
            case .quiet: 0.005 * Self.normal(&generator)
            case .normal: 0.02 * Self.normal(&generator)
            // Student's t with two degrees of freedom has no variance.
            case .heavy:
                0.01 * Self.normal(&generator)
                    / (-log(Self.uniform(&generator))).squareRoot()
            // One reading in ten is disturbed by up to a fifth, on either side.
            case .spiked:
                0.01 * Self.normal(&generator)
                    + (generator.next(below: 10) == 0 ? 0.4 * (Self.uniform(&generator) - 0.5) : 0)
            }
        }

        static func uniform(_ generator: inout SplitMix64) -> Double {
            (Double(generator.next() >> 11) + 0.5) / Double(1 << 53)
        }

        static func normal(_ generator: inout SplitMix64) -> Double {
            (-2 * log(uniform(&generator))).squareRoot() * cos(2 * .pi * uniform(&generator))
        }
    }

    static let sequences = 2_000
    static let rounds = 40
    static let bound = log(1.025)

    /// Share of sequences in which the evidence ever reaches 1 / alpha, looked at after each round.
    private func share(_ noise: Noise, centre: Double, alpha: Double, above: Bool) -> Double {
        var generator = SplitMix64(seed: 7)
        let hits = (0..<Self.sequences).count { _ in
            var test = SymmetryTest()
            for _ in 0..<Self.rounds {
                test.add(centre + noise.draw(&generator))
                let evidence = above ? test.evidence(above: Self.bound) : test.evidence(below: Self.bound)
                if evidence >= log(1 / alpha) { return true }
            }
            return false
        }
        return Double(hits) / Double(Self.sequences)
    }

    @Test(arguments: Noise.allCases) func sameBuildHardlyEverFails(noise: Noise) {
        #expect(share(noise, centre: 0, alpha: 0.01, above: true) <= 0.01)
    }

    /// The worst case that the promise covers: exactly at the limit. 2,000 draws of a share of 1% stay under 1.7%.
    @Test(arguments: Noise.allCases) func errorRatesHoldAtTheLimitItself(noise: Noise) {
        #expect(share(noise, centre: Self.bound, alpha: 0.01, above: true) < 0.017)
        #expect(share(noise, centre: Self.bound, alpha: 0.01, above: false) < 0.017)
    }

    @Test(arguments: Noise.allCases) func fivePercentIsFoundAndNothingIsPassed(noise: Noise) {
        #expect(share(noise, centre: log(1.05), alpha: 0.0025, above: true) >= 0.9)
        #expect(share(noise, centre: 0, alpha: 0.01, above: false) >= 0.9)
        #expect(share(noise, centre: log(1.05), alpha: 0.01, above: false) <= 0.01)
    }

    @Test func boundsHoldTheCentreAndCloseIn() throws {
        var generator = SplitMix64(seed: 3)
        var test = SymmetryTest()
        #expect(test.centre == nil && test.lowerBound(alpha: 0.01) == nil)
        for _ in 0..<5 { test.add(0.03 + Noise.normal.draw(&generator)) }
        #expect(test.lowerBound(alpha: 0.01) == nil, "five coins cannot fall so that one in a hundred is meant")
        for _ in 0..<25 { test.add(0.03 + Noise.normal.draw(&generator)) }
        let (lower, upper) = try (#require(test.lowerBound(alpha: 0.01)), #require(test.upperBound(alpha: 0.01)))
        #expect(lower < 0.03 && 0.03 < upper)
        #expect(abs(test.evidence(above: lower) - log(100)) < 1e-6)
        let width = upper - lower
        for _ in 0..<70 { test.add(0.03 + Noise.normal.draw(&generator)) }
        #expect(
            try #require(test.upperBound(alpha: 0.01)) - #require(test.lowerBound(alpha: 0.01)) < 0.75 * width)
    }

    @Test func outlierCountsForThreeScales() {
        let near = SymmetryTest([0.01, 0.02, 0.01, 0.02, 0.5])
        let far = SymmetryTest([0.01, 0.02, 0.01, 0.02, 50])
        #expect(abs(near.evidence(above: 0) - far.evidence(above: 0)) < 1e-12)
    }

    @Test func outlookTellsHowManyMore() throws {
        var generator = SplitMix64(seed: 5)
        var test = SymmetryTest((0..<8).map { _ in Noise.normal.draw(&generator) })
        let more = try #require(test.missing(besides: Self.bound, alphaAbove: 0.0025, alphaBelow: 0.01))
        #expect((1...40).contains(more))
        let seen = test.observations
        for _ in 0...(1 + more / seen.count) { for observation in seen { test.add(observation) } }
        #expect(test.evidence(below: Self.bound) >= log(100))
        let atTheLimit = SymmetryTest([0.5, -0.5, 0.5, -0.5, 0.5, -0.5].map { Self.bound + $0 })
        #expect(atTheLimit.missing(besides: Self.bound, alphaAbove: 0.01, alphaBelow: 0.01) == nil)
    }
}

@Suite struct SmallStatisticsTests {
    @Test func slopeIgnoresAJump() throws {
        let line = (0..<10).map { 5 + 2 * Double($0) }
        #expect(Slope.theilSen(line) == 2)
        var disturbed = line
        disturbed[4] = 900
        #expect(Slope.theilSen(disturbed) == 2)
        #expect(Slope.theilSen([1]) == nil)
    }

    /// Clopper and Pearson's own limits, as every table has them.
    @Test func shareHasItsInterval() {
        let none = BinomialShare(0, of: 300).interval()
        #expect(none.lower == 0 && abs(none.upper - 0.01222) < 1e-5)
        let some = BinomialShare(9, of: 10).interval()
        #expect(abs(some.lower - 0.55498) < 1e-5 && abs(some.upper - 0.99747) < 1e-5)
        #expect(BinomialShare(0, of: 0).interval().upper == 1)
    }
}
