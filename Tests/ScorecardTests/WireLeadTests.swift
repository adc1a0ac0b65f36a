import Recognition
import Scorecard
import Testing

/// What agencies, blogs and sites say above a scoreboard: the sides, the ground, the result.
@Suite struct WireLeadTests {
    private func card(_ text: String) -> Scorecard { ScorecardReader().read(pages: [page(text)]).card }

    private static let board = """
        Hill 1st innings
        A. Webb c Fox b Rowe 15
        C. Pike b Fox 45
        N. Wray lbw b Fox 3
        B. Edge not out 20
        T. Moor not out 2
        Extras (lb-5) 5
        Total (3 wickets, 30 overs) 90
        """

    @Test(
        arguments: [
            (
                "LEEDS, Nov 22 Scoreboard at close of play on\nthe second day of the first test between Dale and\n"
                    + "Hill at the Park on Friday:", "Park"
            ),
            (
                "Oct 20 (Wire) - Scoreboard at stumps on the first day in the first Test between Dale and Hill on\n"
                    + "Thursday in Leeds, England", "Leeds, England"
            ),
            (
                "Scores at close of play on the first day of the\nsecond Test between Dale and Hill\n"
                    + "at Old Mill Street on Friday:", "Old Mill Street"
            ),
            (
                "Completed scoreboard in the first one-day international between Dale and Hill at Mill\nBridge "
                    + "on Thursday:", "Mill Bridge"
            ),
            (
                "Scoreboard at lunch Monday on the fourth day of the second\ncricket test between Dale and the Hill at\n"
                    + "Mill Park:", "Mill Park"
            ),
            (
                "Scoreboard at stumps on the first day of the second Test between Dale and\nHill at the Old Mill National "
                    + "Stadium (OMNS) in Leeds on Thursday:", "Old Mill National Stadium (OMNS) in Leeds"
            ),
        ])
    func sentenceAboveABoardNamesSidesAndGround(lead: String, venue: String) {
        let card = card(lead + "\n" + Self.board)
        #expect(card.teams == ["Dale", "Hill"] && card.innings.map(\.team) == ["Hill"])
        #expect(card.venue == venue)
    }

    @Test func theSentenceSaysTheKindOfMatch() {
        let lead = "scoreboard in the first one-day international between Dale and Hill at Mill Bridge on Thursday:"
        #expect(card(lead + "\n" + Self.board).matchType == "one-day international")
        let title = "Cricket: Dale v Hill 1st ODI Scoreboard\nCompleted "
        #expect(card(title + lead + "\n" + Self.board).matchType == "ODI")
    }

    @Test func resultStandsBetweenTheSentenceAndTheBoard() throws {
        let card = card(
            """
            Aug 15 (Wire) - Scoreboard at close of play on the first day of match 21 between
            Hill Rovers Men and Dale Park Men on Tuesday at Leeds, England Hill
            Rovers Men win by 2 runs
            """ + "\n" + Self.board.replacing("Hill 1st", with: "Hill Rovers Men 1st"))
        #expect(card.result == "Hill Rovers Men win by 2 runs" && card.venue == "Leeds, England")
        #expect(card.teams == ["Hill Rovers Men", "Dale Park Men"])
    }

    @Test(
        arguments: [
            "Cricket: Dale V Hill 2nd Test Scoreboard", "Dale v. Hill Scoreboard",
            "Dale vs Hill 1st Test: Day 1 live scores",
            "Site News \u{BB} Scorecard of Dale Vs Hill, 1st ODI at Leeds", "DAY 1: Dale v Hill One-Off Test Scorecard",
        ])
    func titlesGoOnBehindTheSides(title: String) {
        let card = card(title + "\n" + Self.board)
        #expect(card.teams == ["Dale", "Hill"])
    }

    @Test func labelsOfABlogHaveSpacesBeforeTheirColons() {
        let card = card(
            """
            Scorecard of Dale Vs Hill, 1st ODI at Leeds (May 23-24, 1996)
            Venue : Mill Lane, Leeds
            Match Result : Match abandoned due to rain
            """ + "\n" + Self.board)
        #expect(card.venue == "Mill Lane, Leeds" && card.date == "May 23-24, 1996")
        #expect(card.result == "Match abandoned due to rain")
    }

    @Test func resultOfTheCardCountsMoreThanAHeadline() {
        let card = card("Hill win by 2 wickets\nHill won by 2 wickets\n" + Self.board)
        #expect(card.result == "Hill won by 2 wickets")
    }
}
