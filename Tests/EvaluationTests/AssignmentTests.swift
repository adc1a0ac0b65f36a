import Evaluation
import Testing

@Suite struct AssignmentTests {
    @Test func pairsByTotalAndNotGreedily() {
        #expect(Assignment.leastCost([[1, 2], [1, 9]]) == [1, 0])
    }

    @Test func leavesOverWhatHasNoPartner() {
        #expect(Assignment.leastCost([[5, 1, 7]]) == [1])
        #expect(Assignment.leastCost([[5], [1], [7]]) == [nil, 0, nil])
        #expect(Assignment.leastCost([]) == [])
        #expect(Assignment.leastCost([[], []]) == [nil, nil])
    }

    @Test func isNeverDearerThanEveryOtherWay() {
        var generator = SplitMix64(seed: 5)
        for _ in 0..<400 {
            let (rows, columns) = (1 + generator.next(below: 6), 1 + generator.next(below: 6))
            let costs = (0..<rows).map { _ in (0..<columns).map { _ in generator.next(below: 40) - 20 } }
            let pairs = Assignment.leastCost(costs)
            let chosen = pairs.compactMap { $0 }
            #expect(chosen.count == min(rows, columns) && Set(chosen).count == chosen.count)
            let cost = zip(costs, pairs).reduce(0) { sum, pair in sum + (pair.1.map { pair.0[$0] } ?? 0) }
            #expect(cost == Naive.leastCost(costs))
        }
    }
}
