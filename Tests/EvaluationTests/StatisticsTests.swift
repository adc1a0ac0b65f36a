import Evaluation
import Testing

@Suite struct StatisticsTests {
    @Test func splitMixGivesItsPublishedNumbers() {
        var generator = SplitMix64(seed: 1_234_567)
        #expect(generator.next() == 6_457_827_717_110_365_317)
        #expect(generator.next() == 3_203_168_211_198_807_973)
        #expect(generator.next() == 9_817_491_932_198_370_423)
        #expect((0..<1_000).allSatisfy { _ in (0..<7).contains(generator.next(below: 7)) })
    }

    @Test func percentilesInterpolate() {
        #expect(Percentile.value(0.5, of: [4, 1, 3, 2]) == 2.5)
        #expect(Percentile.value(0, of: [4, 1]) == 1)
        #expect(Percentile.value(1, of: [4, 1]) == 4)
        #expect(Percentile.value(0.9, of: []) == nil)
    }

    @Test func oneDocumentHasNoInterval() {
        let pages = (0..<10).map { Observation(cluster: "a", numerator: Double($0)) }
        let bootstrap = ClusterBootstrap(seed: 1)
        #expect(ClusterBootstrap.value(of: pages) == 4.5)
        #expect(bootstrap.interval(of: pages) == nil)
        #expect(bootstrap.interval(of: []) == nil)
        #expect(ClusterBootstrap.value(of: []) == nil)
    }

    @Test func theSameSeedGivesTheSameInterval() {
        let observations = sample(seed: 4, count: 30, mean: 0.5)
        let interval = ClusterBootstrap(seed: 9).interval(of: observations)
        #expect(interval == ClusterBootstrap(seed: 9).interval(of: observations.shuffled()))
        #expect(interval != ClusterBootstrap(seed: 10).interval(of: observations))
    }

    @Test func intervalsOfAMeanCoverIt() throws {
        var covered = 0
        for seed in 0..<120 {
            let observations = sample(seed: UInt64(seed), count: 40, mean: 0.5)
            let interval = try #require(ClusterBootstrap(seed: 1, resamples: 300).interval(of: observations))
            covered += interval.lower <= 0.5 && 0.5 <= interval.upper ? 1 : 0
        }
        #expect((104...120).contains(covered))
    }

    @Test func pairingRemovesWhatBothShare() throws {
        let first = sample(seed: 2, count: 30, mean: 0.5)
        let second = first.map {
            Observation(cluster: $0.cluster, numerator: $0.numerator - 0.01, denominator: $0.denominator)
        }
        let bootstrap = ClusterBootstrap(seed: 3)
        let difference = try #require(bootstrap.interval(ofDifference: first, second))
        #expect(abs(difference.lower - 0.01) < 1e-9 && abs(difference.upper - 0.01) < 1e-9)
        let single = try #require(bootstrap.interval(of: first))
        #expect(single.upper - single.lower > 0.1)
        let ratio = try #require(bootstrap.interval(ofRatio: first, first))
        #expect(ratio.lower == 1 && ratio.upper == 1)
    }

    @Test func strataAreWeighted() throws {
        let observations = [
            Observation(cluster: "a", stratum: "text", numerator: 10, denominator: 10),
            Observation(cluster: "b", stratum: "text", numerator: 10, denominator: 10),
            Observation(cluster: "c", stratum: "photo", numerator: 0, denominator: 1_000),
            Observation(cluster: "d", stratum: "photo", numerator: 0, denominator: 1_000),
        ]
        let weights = ["text": 3.0, "photo": 1.0]
        #expect(ClusterBootstrap.value(of: observations, weights: weights) == 0.75)
        #expect(ClusterBootstrap.value(of: observations, weights: ["text": 1]) == 1)
        #expect(ClusterBootstrap.value(of: observations, weights: ["text": 1, "scan": 1]) == nil)
        let interval = try #require(ClusterBootstrap(seed: 1).interval(of: observations, weights: weights))
        #expect(interval.lower == 0.75 && interval.upper == 0.75)
        let lonely = Array(observations.dropLast())
        #expect(ClusterBootstrap(seed: 1).interval(of: lonely, weights: weights) == nil)
    }

    private func sample(seed: UInt64, count: Int, mean: Double) -> [Observation] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map {
            let noise = Double(generator.next(below: 10_001)) / 10_000 - 0.5
            return Observation(cluster: "document \($0)", numerator: mean + noise)
        }
    }
}
