import Corpus
import Evaluation
import Recognition
import Scorecard
import Testing

@Suite("A card as leaves")
struct ScoredCardTests {
    private let card = Scorecard(
        teams: ["A", "B"],
        innings: [
            Innings(
                team: "A", total: InningsTotal(runs: 10, wickets: 1, overs: "2.3", declared: false),
                extras: Extras(total: 2),
                batting: [
                    BattingEntry(
                        player: "Iyer", captain: true, keeper: false, howOut: .bowled, dismissal: "b †Khan",
                        dismissalAccept: ["b Khan"], bowler: "Khan", runs: 8, strikeRate: 133.33)
                ],
                didNotBat: ["Rao"], bowling: [BowlingEntry(player: "Khan", overs: "2.3", economy: 4)],
                fallOfWickets: [FallOfWicket(wicket: 1, runs: 10)])
        ])

    @Test("Every leaf of the contract is there once, false and null alike nil")
    func leaves() throws {
        let scored = card.scored()
        let innings = try #require(scored.innings.first)
        let paths = scored.heading.map(\.path) + innings.leaves.map(\.path) + innings.didNotBat.map(\.path)
        let rows = [innings.batting, innings.bowling, innings.fallOfWickets].flatMap { $0 }.flatMap(\.leaves)
        #expect(Set(paths + rows.map(\.path)) == Set(card.leaves.map(\.path)))
        #expect(innings.leaves.first { $0.path == "innings/0/total/declared" }?.value == nil)
        #expect(rows.first { $0.path == "innings/0/batting/0/keeper" }?.value == nil)
        #expect(rows.first { $0.path == "innings/0/batting/0/captain" }?.value == "true")
        #expect(rows.first { $0.path == "innings/0/batting/0/dismissal" }?.accepted == ["b Khan"])
    }

    @Test("A card scores full marks against itself, and derived values count for nothing")
    func againstItself() {
        #expect(FieldScorer().score(truth: card.scored(), found: card.scored()).cardRight)
        var found = card
        found.innings[0].extras.byes = 2
        let derived = FieldReading(
            path: "innings/0/extras/byes", raw: "", value: .integer(2), source: .derived, confidence: 1, page: 0,
            box: nil)
        #expect(!FieldScorer().score(truth: card.scored(), found: found.scored()).cardRight)
        #expect(FieldScorer().score(truth: card.scored(), found: found.scored(fields: [derived])).cardRight)
    }

    @Test("Balls are fields: one misread, one missed and one out of nothing are told apart")
    func deliveries() {
        let balls = [
            Delivery(over: 2, ball: 1, batsman: "Iyer", bowler: "Khan", runs: 4),
            Delivery(over: 2, ball: 2, batsman: "Iyer", bowler: "Khan", runs: 0, isWicket: true),
            Delivery(over: 2, ball: 3, bowler: "Khan", runs: 1, extraType: "wd"),
        ]
        var (truth, found) = (card, card)
        truth.deliveries = Array(balls.dropLast())
        found.deliveries = balls
        let score = { FieldScorer().score(truth: truth.scored(), found: found.scored()).counts[.delivery] }
        #expect(score() == FieldCounts(right: 11, invented: 5))
        found.deliveries = [balls[0]]
        found.deliveries?[0].runs = 6
        #expect(score() == FieldCounts(right: 4, wrong: 1, missed: 6))
    }
}
