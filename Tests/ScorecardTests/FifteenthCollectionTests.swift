import Foundation
import Recognition
import Scorecard
import Testing

/// Ways of setting scores that the fifteenth collection of pages taught.
@Suite struct FifteenthCollectionTests {
    private func card(_ text: String) -> Scorecard { ScorecardReader().read(pages: [page(text)]).card }

    private let clipping = """
        HILL v DALE
        Hill—First Innings.
        Ewert, lbw b Brooker            1
        Heley, b Keane                  6
        Mitchell, b Keane               2
        Matthews, c Dowling b Matthews 13
        Musgrave, l.b.w. Keane         17
        Godsalve, not out               5
        Byes                            3
        Leg-byes                        2
        Wide                            1
        Total for five wickets         50
        Bowling: Sims 0/22, Rogers 0/8, Keane
        4/16, Parker 1/34.
        """

    @Test func dismissalsThatBeginBeforeTheirColumn() throws {
        let innings = try #require(card(clipping).innings.first)
        #expect(innings.batting.map(\.player) == ["Ewert", "Heley", "Mitchell", "Matthews", "Musgrave", "Godsalve"])
        #expect(innings.batting[0].howOut == .lbw && innings.batting[0].dismissal == "lbw b Brooker")
        #expect(innings.batting[4].howOut == .lbw && innings.batting[4].dismissal == "l.b.w. Keane")
    }

    @Test func extrasByKindAndAnalysesOverTwoLines() throws {
        let innings = try #require(card(clipping).innings.first)
        #expect(innings.extras.byes == 3 && innings.extras.legByes == 2 && innings.extras.wides == 1)
        #expect(innings.bowling.map(\.player) == ["Sims", "Rogers", "Keane", "Parker"])
        #expect(innings.bowling.map(\.wickets) == [0, 0, 4, 1] && innings.bowling.map(\.runs) == [22, 8, 16, 34])
    }

    @Test func marksOfAFielderAreNoName() throws {
        let innings = try #require(
            card(
                SmallCard.text.replacing("b Jones  ", with: "c Cross (W) & b Jones")
                    .replacing("A Khan     ", with: "A Khan  ")
            ).innings.first)
        #expect(innings.batting.first?.fielder == "Cross" && innings.batting.first?.bowler == "Jones")
    }

    @Test func fallsByNumberBesideTheBowling() throws {
        let innings = try #require(
            card(
                SmallCard.text.replacing("B Rao      not out", with: "B Rao      b Smith")
                    .replacing("R    W   Econ", with: "R    W   Econ     Fall of wickets")
                    .replacing("1   6.67", with: "1   6.67     1   Ann Khan       21")
                    .replacing("0   5.10", with: "0   5.10     2   Bob Rao        37")
            ).innings.first)
        #expect(innings.fallOfWickets.map(\.runs) == [21, 37])
        #expect(innings.fallOfWickets.map(\.player) == ["Ann Khan", "Bob Rao"])
        #expect(innings.bowling.map(\.runs) == [20, 17])
    }

    @Test func oversWithoutAPointAmongOthers() throws {
        let innings = try #require(
            card(SmallCard.text + "\nFall of wickets: 1-21 (Khan, 3.4), 2-37 (Rao, 6)").innings.first)
        #expect(innings.fallOfWickets.map(\.over) == ["3.4", "6"])
    }

    @Test func bothScoresAboveOneTable() {
        let scores = """
            Dale                               Hill
            129/9 (20.0 ov) - R/R 6.45         40/1 (6.2 ov) - R/R 6.31
            """
        let read = card(scores + "\n" + SmallCard.text.split(separator: "\n").dropFirst().joined(separator: "\n"))
        #expect(read.innings.map(\.team) == ["Dale", "Hill"] && read.innings.map(\.total.runs) == [129, 40])
        #expect(read.innings.map(\.batting.count) == [0, 3])
    }

    @Test func namesOfSidesAndPlayersWithPoints() throws {
        let read = card(
            """
            M.C.C. v. DALE
            M.C.C. FIRST INNINGS
            Dipper, c Lowry b Cromb        21
            Sinfield, c Lowry b Cromb      19
            Neale, c Cromb b Blunt          8
            Dacre, c and b Blunt            5
            Stephens, not out              13
            Extras                          3
            Total                          69
            Did not bat: P. H. Vill, Surgeon Young, Capt. Massey, Lieut. Knox, and J. Shea.
            """)
        let innings = try #require(read.innings.first)
        #expect(innings.team == "M.C.C." && read.teams.first == "M.C.C.")
        #expect(innings.didNotBat == ["P. H. Vill", "Surgeon Young", "Capt. Massey", "Lieut. Knox", "J. Shea"])
    }

    @Test func singleInningsMatchesAndGroundsWithRoads() {
        let archive = card(
            "Hill v Dale\nVenue The Green, Ashton on 10th, 11th May 1954 (timeless single innings match)\n"
                + SmallCard.text)
        #expect(archive.matchType == "timeless single innings match" && archive.venue == "The Green, Ashton")
        #expect(
            card("Hill v Dale\nCounty Ground, New Road, Ashton\n" + SmallCard.text).venue
                == "County Ground, New Road, Ashton")
    }

    @Test func aMessageIsOfTheDayOfItsOwnLine() {
        let sent = card(
            """
            By Reuters 28 February 2024
            Feb 27 (OPTA) - Scoreboard at stumps on the first day of the final between Hill and Dale on Tuesday at Leeds:
            """ + "\n" + SmallCard.text)
        #expect(sent.date == "Feb 27")
    }

    @Test func aClubsOwnTossAndResult() {
        let club = card("Opposition Dale\nToss Won\nResult Lost\n" + SmallCard.text)
        #expect(club.toss == "Won" && club.result == "Lost")
    }

    private let annual = """
        M.C.C. v DALE
        M.C.C.
        1  A. Tripp     c Wall b Sully     12    c Wall b Sully     30
        2  B. Jay       b Sully            20    b Free             14
        3  C. Mack      b Free             26    st Kay b Free      19
        4  D. Ellis     c Wall b Free       2    b Sully            14
        5  E. Ives      b Free             22    c Kay b Sully       6
        6  F. Short     not out             7    not out             4
        Extras                              2                        2
        Total                              91                       89
        FoW (1): 1-10, 2-28, 3- , 4- , 5-89
        FoW (2): 1- ,2- , 3-45, 4- , 5-80
        """

    /// Nobody noted when the others fell.
    @Test func fallsThatAnAnnualLeavesOut() throws {
        let read = ScorecardReader().read(pages: [page(annual, source: .ocr)]).card
        #expect(read.innings.map { $0.fallOfWickets.map(\.wicket) } == [[1, 2, 5], [3, 5]])
        #expect(read.innings.map { $0.fallOfWickets.map(\.runs) } == [[10, 28, 89], [45, 80]])
    }
}
