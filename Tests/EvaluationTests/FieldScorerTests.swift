import Evaluation
import Testing

@Suite struct FieldScorerTests {
    private let scorer = FieldScorer()

    @Test func countsFourWays() {
        let truth = card([("Smith", "12", "20", nil), ("Jones", "30", nil, "4")])
        let found = card([("Smith", "12", "21", nil), ("Jones", "30", "8", nil)])
        let score = scorer.score(truth: truth, found: found)
        #expect(score.total == FieldCounts(right: 4, wrong: 1, missed: 1, invented: 1))
        #expect(score.counts[.balls] == FieldCounts(wrong: 1, invented: 1))
        #expect(score.counts[.fours] == FieldCounts(missed: 1))
        #expect(score.rows == 2 && score.rowsRight == 0 && !score.cardRight)
        #expect(score.total.accuracy == 4.0 / 7)
        #expect(score.total.recall == 4.0 / 6)
        #expect(score.total.precision == 4.0 / 6)
    }

    @Test func theTruthItselfIsRight() {
        let truth = card([("Smith", "12", "20", nil), ("Jones", "30", nil, "4")])
        let score = scorer.score(truth: truth, found: truth)
        #expect(score.cardRight && score.rowsRight == 2 && score.rows == 2 && score.rowsFound == 2)
        #expect(score.cells.allSatisfy { $0.outcome == .right })
    }

    @Test func aFailedCardIsMissedWhole() {
        let score = scorer.score(truth: card([("Smith", "12", "20", "1")]), found: nil)
        #expect(score.total == FieldCounts(missed: 4))
        #expect(score.rows == 1 && score.rowsRight == 0 && score.rowsFound == 0)
    }

    @Test func aLostRowCostsItselfAlone() {
        let rows = (0..<6).map { ("Player \($0)", "\($0)", "\($0 + 10)", "\($0 % 3)") }
        let score = scorer.score(truth: card(rows), found: card(Array(rows.dropFirst(2))))
        #expect(score.total == FieldCounts(right: 16, missed: 8))
        #expect(score.rowsRight == 4 && score.rowsFound == 4)
    }

    @Test func anInventedRowCountsLeafByLeaf() {
        let truth = card([("Smith", "12", "20", "1")])
        let found = card([("Extras", "9", nil, nil), ("Smith", "12", "20", "1")])
        let score = scorer.score(truth: truth, found: found)
        #expect(score.total == FieldCounts(right: 4, invented: 2))
        #expect(score.rowsRight == 1 && score.rows == 1 && score.rowsFound == 2)
        #expect(score.cells.last?.path == "innings/0/batting/0/runs")
    }

    @Test func pairingIsByTotalAgreement() {
        // Greedily the first row would take the one that the second row needs more.
        let truth = card([("A", "1", "2", nil), ("B", "1", "2", "3")])
        let found = card([("B", "1", "2", "3"), ("A", "9", "9", nil)])
        let score = scorer.score(truth: truth, found: found)
        #expect(score.total == FieldCounts(right: 5, wrong: 2))
    }

    @Test func inningsArePairedToo() {
        let first = innings(0, [("Smith", "12", "20", "1")], total: "180")
        let second = innings(1, [("Jones", "30", "9", "2")], total: "181")
        let score = scorer.score(
            truth: ScoredCard(innings: [first, second]), found: ScoredCard(innings: [second]))
        #expect(score.total == FieldCounts(right: 5, missed: 5))
        let swapped = scorer.score(
            truth: ScoredCard(innings: [first, second]), found: ScoredCard(innings: [second, first]))
        #expect(swapped.cardRight)
    }

    @Test func derivedValuesAreAsGoodAsNone() {
        let shown = Leaf(path: "innings/0/extras/total", kind: .extras, value: "9")
        let hidden = Leaf(path: "innings/0/total/wickets", kind: .total, value: nil)
        let truth = ScoredCard(innings: [ScoredInnings(leaves: [shown, hidden])])
        let found = ScoredCard(innings: [
            ScoredInnings(leaves: [
                Leaf(path: shown.path, kind: .extras, value: "9", derived: true),
                Leaf(path: hidden.path, kind: .total, value: "7", derived: true),
            ])
        ])
        let score = scorer.score(truth: truth, found: found)
        #expect(score.total == FieldCounts(missed: 1))
        #expect(score.cells.first?.found == "9")
    }

    @Test func otherSpellingsMayBeAccepted() {
        let path = "innings/0/batting/0/dismissal"
        let truth = row(Leaf(path: path, kind: .dismissal, value: "c & b Lee", accepted: ["c and b Lee"]))
        let found = row(Leaf(path: path, kind: .dismissal, value: "c  and b Lee"))
        #expect(scorer.score(truth: truth, found: found).cardRight)
    }

    @Test func valuesAreNormalisedAndEmptyIsNone() {
        let path = "innings/0/batting/0/player"
        let truth = row(Leaf(path: path, kind: .name, value: "O\u{2019}Brien"))
        #expect(scorer.score(truth: truth, found: row(Leaf(path: path, kind: .name, value: "O'Brien "))).cardRight)
        let empty = scorer.score(truth: truth, found: row(Leaf(path: path, kind: .name, value: " ")))
        #expect(empty.total == FieldCounts(missed: 1))
        #expect(
            scorer.score(truth: truth, found: row(Leaf(path: path, kind: .name, value: "o'brien"))).total.wrong == 1)
    }

    @Test func headingsAreComparedByPath() {
        let truth = ScoredCard(heading: [heading("teams/0", "Lions"), heading("teams/1", "Tigers")])
        let found = ScoredCard(heading: [heading("teams/0", "Tigers"), heading("venue", "Oval")])
        let score = scorer.score(truth: truth, found: found)
        #expect(score.total == FieldCounts(wrong: 1, missed: 1, invented: 1))
    }

    @Test func didNotBatHasNoOrder() {
        let names = ["Khan", "Lee", "Rao"]
        func card(_ names: [String]) -> ScoredCard {
            let leaves = names.enumerated().map {
                Leaf(path: "innings/0/did_not_bat/\($0)", kind: .name, value: $1)
            }
            return ScoredCard(innings: [ScoredInnings(didNotBat: leaves)])
        }
        let score = scorer.score(truth: card(names), found: card(["Rao", "Khan"]))
        #expect(score.total == FieldCounts(right: 2, missed: 1))
        #expect(score.cells.first { $0.outcome == .missed }?.path == "innings/0/did_not_bat/1")
    }

    @Test func summariesAddUp() {
        let truth = card([("Smith", "12", "20", "1")])
        let summary = FieldSummary([
            scorer.score(truth: truth, found: truth), scorer.score(truth: truth, found: nil),
        ])
        #expect(summary.total.accuracy == 0.5)
        #expect(summary.cards == 2 && summary.cardsRight == 1 && summary.cardAccuracy == 0.5)
        #expect(summary.rowAccuracy == 0.5)
        #expect(FieldSummary().total.accuracy == nil && FieldSummary().rowAccuracy == nil)
    }

    private typealias Batter = (name: String?, runs: String?, balls: String?, fours: String?)

    private func card(_ rows: [Batter]) -> ScoredCard { ScoredCard(innings: [innings(0, rows)]) }

    private func innings(_ number: Int, _ rows: [Batter], total: String? = nil) -> ScoredInnings {
        let path = "innings/\(number)"
        let batting = rows.enumerated().map { index, batter in
            ScoredRow(leaves: [
                Leaf(path: "\(path)/batting/\(index)/player", kind: .name, value: batter.name),
                Leaf(path: "\(path)/batting/\(index)/runs", kind: .runs, value: batter.runs),
                Leaf(path: "\(path)/batting/\(index)/balls", kind: .balls, value: batter.balls),
                Leaf(path: "\(path)/batting/\(index)/fours", kind: .fours, value: batter.fours),
            ])
        }
        return ScoredInnings(leaves: [Leaf(path: "\(path)/total/runs", kind: .total, value: total)], batting: batting)
    }

    private func row(_ leaf: Leaf) -> ScoredCard {
        ScoredCard(innings: [ScoredInnings(batting: [ScoredRow(leaves: [leaf])])])
    }

    private func heading(_ path: String, _ value: String) -> Leaf { Leaf(path: path, kind: .heading, value: value) }
}
