import Evaluation
import Foundation
import Testing

@Suite struct ConfidenceTests {
    private func histogram(_ values: [(Double, Bool)]) -> ConfidenceHistogram {
        var histogram = ConfidenceHistogram()
        for (confidence, isRight) in values { histogram.add(confidence: confidence, isRight: isRight) }
        return histogram
    }

    @Test func aHistogramIsKeptAsThreesOfWholeNumbers() throws {
        let values = histogram([(0.5, true), (0.25, false), (0.5, false), (0.5001, true), (2, true)])
        let data = try JSONEncoder().encode(values)
        #expect(String(decoding: data, as: UTF8.self) == "[250,0,1,500,2,1,1000,1,0]")
        #expect(try JSONDecoder().decode(ConfidenceHistogram.self, from: data) == values)
    }

    @Test(arguments: ["[1,2]", "[1001,1,1]", "[5,-1,1]", "{}"]) func whatIsNoHistogramIsRefused(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ConfidenceHistogram.self, from: Data(json.utf8))
        }
    }

    @Test func whatSaysNineInTenAndIsSoHasNoError() throws {
        let values = (0..<100).map { (0.9, $0 % 10 != 0) }
        let figures = ConfidenceFigures([histogram(values)])
        let error = try #require(figures.calibrationError)
        #expect(error < 1e-9)
        #expect(figures.auroc == 0.5)
        #expect(figures.coverage == 0)
    }

    @Test func theErrorIsTheMeanDistanceOfTheBins() throws {
        // Two bins of equal mass, each 0.2 too sure.
        let values = (0..<100).map { (0.4, $0 % 10 < 2) } + (0..<100).map { (0.8, $0 % 10 < 6) }
        let error = try #require(ConfidenceFigures([histogram(values)]).calibrationError)
        #expect(abs(error - 0.2) < 1e-9)
    }

    @Test func orderMakesTheArea() throws {
        let figures = ConfidenceFigures([histogram([(0.9, true), (0.8, false), (0.7, true), (0.1, false)])])
        #expect(figures.auroc == 0.75)
        #expect(ConfidenceFigures([histogram([(0.9, true)])]).auroc == nil)
    }

    @Test func coverageReachesBeyondAnErrorAmongManyRight() {
        let sure = (0..<199).map { _ in (0.99, true) } + [(0.95, false)]
        #expect(ConfidenceFigures([histogram(sure + [(0.5, false), (0.4, false)])]).coverage == 201.0 / 202)
        #expect(ConfidenceFigures([histogram([(0.99, false), (0.5, true)])]).coverage == 0)
        #expect(ConfidenceFigures([]).coverage == nil)
    }

    @Test func theFiguresAreThoseOfAllTogether() {
        let (one, other) = ([(0.9, true), (0.2, false)], [(0.3, true), (0.6, false)])
        #expect(ConfidenceFigures([histogram(one), histogram(other)]) == ConfidenceFigures([histogram(one + other)]))
    }

    @Test func fieldsAreJoinedByTheirPathInTheCardAsRead() {
        let leaf = { (path: String, value: String?) in Leaf(path: path, kind: .runs, value: value) }
        let score = FieldScorer().score(
            truth: ScoredCard(innings: [
                ScoredInnings(batting: [ScoredRow(leaves: [leaf("innings/0/batting/0/runs", "12")])])
            ]),
            found: ScoredCard(innings: [
                ScoredInnings(batting: [
                    ScoredRow(leaves: [leaf("innings/0/batting/0/runs", "7")]),
                    ScoredRow(leaves: [leaf("innings/0/batting/1/runs", "12")]),
                ])
            ]))
        let stated = { (confidence: Double, isWarned: Bool) in
            StatedConfidence(confidence: confidence, isWarned: isWarned)
        }
        let quality = ReadingQuality(
            score: score,
            stated: [
                "innings/0/batting/0/runs": stated(0.95, false), "innings/0/batting/1/runs": stated(0.6, false),
            ], inningsPrinted: 1, inningsRead: 1)
        #expect(quality.confidences == histogram([(0.6, true), (0.95, false)]))
        #expect(quality.silentErrors == 1 && quality.corrections == 1)
        let warned = ReadingQuality(
            score: score, stated: ["innings/0/batting/0/runs": stated(0.95, true)], inningsPrinted: 1, inningsRead: 1)
        #expect(warned.silentErrors == 0)
    }

    @Test func whatWasWorkedOutRightlyNeedsNoCorrection() {
        let truth = ScoredCard(heading: [Leaf(path: "a", kind: .extras, value: "4")])
        let corrections = ["4", "5"].map { value in
            let found = ScoredCard(heading: [Leaf(path: "a", kind: .extras, value: value, derived: true)])
            return ReadingQuality(
                score: FieldScorer().score(truth: truth, found: found), stated: [:], inningsPrinted: 0, inningsRead: 0
            ).corrections
        }
        #expect(corrections == [0, 1])
    }

    @Test func anIntervalOfAnyFigureHoldsIt() throws {
        let values = (0..<50).map { Double($0 % 5) }
        let interval = try #require(
            ClusterBootstrap(seed: 3).interval(clusters: 50) { draw in
                draw.reduce(0) { $0 + values[$1] } / Double(draw.count)
            })
        #expect(interval.lower < 2 && interval.upper > 2 && interval.upper - interval.lower < 1)
        #expect(ClusterBootstrap(seed: 3).interval(clusters: 1) { _ in 1 } == nil)
    }
}

@Suite struct LogisticFitTests {
    private func samples(_ weights: [Double], count: Int) -> [LogisticFit.Sample] {
        var generator = SplitMix64(seed: 7)
        return (0..<count).map { _ in
            let value = Double(generator.next(below: 2_001)) / 500 - 2
            let odds = weights[0] + weights[1] * value
            let isRight = Double(generator.next(below: 1_000_000)) / 1e6 < 1 / (1 + exp(-odds))
            return LogisticFit.Sample(values: [1, value], isRight: isRight)
        }
    }

    @Test func findsTheWeightsBehindTheSamples() {
        let found = LogisticFit().weights(of: samples([0.5, -1.5], count: 20_000))
        #expect(abs(found[0] - 0.5) < 0.1 && abs(found[1] + 1.5) < 0.1)
    }

    @Test func aWeightThatMayNotBeNegativeIsLeftOut() {
        let found = LogisticFit().weights(of: samples([0.5, -1.5], count: 2_000), nonNegative: [1])
        #expect(found[1] == 0)
        let other = LogisticFit().weights(of: samples([0.5, 1.5], count: 2_000), nonPositive: [1])
        #expect(other[1] == 0)
    }

    @Test func samplesThatAllAgreeStayFinite() {
        let found = LogisticFit().weights(
            of: (0..<300).map { LogisticFit.Sample(values: [1, Double($0 % 7)], isRight: true) })
        #expect(found.allSatisfy { $0.isFinite })
        #expect(1 / (1 + exp(-found[0])) > 0.9)
        #expect(LogisticFit().weights(of: []).isEmpty)
    }
}
