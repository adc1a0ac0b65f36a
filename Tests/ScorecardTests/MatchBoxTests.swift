import Recognition
import Scorecard
import Testing

/// Boxes of a match with the sides beside each other, and messages that set a picture before each side.
@Suite struct MatchBoxTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    @Test func aTestHasTwoPairsOfInnings() throws {
        let card = card(
            """
                                      2nd Test
            7\u{2013}10 July 2023                  Hill CC    v    Dale CC
            Scorecard
                                  339/9d (67 overs)         185 (36.2 overs)
                             Jack Davies 51* (73)           Robert O'Brien 47 (68)
                            Liam Robinson 4/25 (18          Joe Lamb 5/47 (9.2 overs)
                                         overs)
                                  163/4d (34 overs)         161 (34.4 overs)
                            Charlie Brown 56* (70)          Liam Robinson 36* (30)
                         Robert O'Brien 2/23 (7 overs)      Robert Edwards 10/4 (6 overs)
                                  Hill CC won by 156 runs
                                   The Vicarage Field
                              Umpires: Ben Moor and Rob Fell
            """)
        #expect(card.teams == ["Hill CC", "Dale CC"] && card.date == "7\u{2013}10 July 2023")
        #expect(card.innings.map(\.team) == ["Hill CC", "Dale CC", "Hill CC", "Dale CC"])
        #expect(card.innings.map(\.total.runs) == [339, 185, 163, 161])
        #expect(card.innings.map(\.total.declared) == [true, nil, true, nil])
        #expect(card.innings.flatMap(\.batting).map(\.runs) == [51, 47, 56, 36])
        #expect(card.innings.flatMap(\.bowling).map(\.overs) == ["18", "9.2", "7", "6"])
        #expect(card.innings.flatMap(\.bowling).map(\.player).last == "Robert Edwards")
        #expect(card.venue == "The Vicarage Field" && card.result == "Hill CC won by 156 runs")
    }

    @Test func aPictureIsNoPartOfASide() {
        let card = card(
            """
            7 \u{201C} Powai Lakers
            162/4 (20 overs)
            S Reddy 49 (33)
            M Shah 44* (28)
            R Das 2/13 (3)
            Y \u{201D} Shivaji Gymkhana
            110/8 (20 overs)
            K Chopra 31 (26)
            K Mishra 2/15 (3)
            Powai Lakers won by 52 runs
            """, source: .ocr)
        #expect(card.innings.map(\.team) == ["Powai Lakers", "Shivaji Gymkhana"])
        #expect(card.innings.map(\.total.runs) == [162, 110])
        #expect(card.innings.first?.batting.map(\.runs) == [49, 44])
    }
}
