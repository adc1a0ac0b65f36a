import Foundation
import Recognition
import Scorecard
import Testing

/// Ways of setting scores that the fourteenth collection of pages taught.
@Suite struct FourteenthCollectionTests {
    private func card(_ text: String) -> Scorecard { ScorecardReader().read(pages: [page(text)]).card }

    private func innings(_ title: String, bowlers: [String]) -> [String] {
        let batters = ["A Lee", "B Fox", "C Hay", "D Low"].map { ("\($0)    c Wray b \(bowlers[0])", 12) }
        let rows =
            batters + [("E Rowe    not out", 20), ("Extras    (b 1)", 1), ("Total     (4 wickets, 20 overs)", 69)]
        let analyses = bowlers.map { $0.padding(to: 16) + "10   0   34    2" }
        return ["\(title) innings"] + rows.map { $0.0.padding(to: 34) + String($0.1) }
            + ["Bowling         O    M    R    W"] + analyses
    }

    @Test func aThirdInningsBelowTwoColumns() throws {
        let (left, right) = (
            innings("Kent 1st", bowlers: ["Ives", "Jagoe"]), innings("Essex 1st", bowlers: ["Mann", "Hourn"])
        )
        let columns = zip(left, right).map { $0.padding(to: 44) + $1 }
        let foot = innings("Kent 2nd", bowlers: ["Mann", "Hourn"]).map { String(repeating: " ", count: 22) + $0 }
        let read = card((["Kent v Essex"] + columns + foot).joined(separator: "\n"))
        #expect(read.innings.map(\.team) == ["Kent", "Essex", "Kent"])
        #expect(read.innings.allSatisfy { $0.batting.count == 5 && $0.total.runs == 69 })
        #expect(
            read.innings.map { $0.bowling.map(\.player) } == [
                ["Ives", "Jagoe"], ["Mann", "Hourn"], ["Mann", "Hourn"],
            ])
    }

    @Test func aNameALetterFromAKeywordIsABowler() {
        let read = card(SmallCard.text.replacing("T Jones ", with: "Hourn   ").replacing("b Jones", with: "b Hourn"))
        #expect(read.innings.first?.bowling.map(\.player) == ["Hourn", "P Smith"])
    }

    private func head(_ lines: String) -> Scorecard { card(lines + "\n" + SmallCard.text) }

    @Test func groundsAndDaysInHeads() {
        let two = head("Hill v Dale\nVenue The Green, Ashton on 31st December 1979, 1st January 1980 (3-day match)")
        #expect(two.venue == "The Green, Ashton" && two.date == "31st December 1979, 1st January 1980")
        #expect(two.matchType == "3-day match")
        let long = head("Hill v Dale\nNorth Marine Road Ground, Seatown\n8,9 September 1954 (3-day match)")
        #expect(long.venue == "North Marine Road Ground, Seatown")
        let dashes = head("World Trophy 2023 - ODI - Nov 19, 2023 - Park Lane Stadium, Ashton")
        #expect(dashes.matchType == "ODI" && dashes.venue == "Park Lane Stadium, Ashton")
    }

    @Test func aTestIsNamedRatherThanItsDays() {
        #expect(head("Test # 328 (328/155)\nHill v Dale\n22,23,26 December 1950 (6-day match)").matchType == "Test")
        let sent = card(
            """
            LEEDS, Nov 22 Scoreboard at close of play on the second day of the first Ashes test between Hill and Dale:
            """ + "\n" + SmallCard.text)
        #expect(sent.matchType == "test")
    }

    @Test func neitherPapersNorRemarksDateAMatch() {
        #expect(head("April 21, 1910.     CRICKET: A WEEKLY RECORD OF THE GAME.     77").date == nil)
        #expect(head("Posted by Tom on August 11, 2006 at 7:06 am").date == nil)
    }

    @Test func whatStandsBesideSidesAndResults() {
        let read = head("Hill 218/5 (20) vs Dale 191/7 (20)\nHill won by 27 runs (2h ago)")
        #expect(read.teams == ["Hill", "Dale"] && read.result == "Hill won by 27 runs")
        #expect(head("OLD HILL COLLEGE\nv. DALE SCHOOL.").teams == ["OLD HILL COLLEGE", "DALE SCHOOL"])
    }

    @Test func anInningsToldAboveTheOneThatIsSet() throws {
        let read = card(
            """
            Hill 1st Innings 326 (Ann Masood 156, Bob Azam 69; S Broad 3-
            54, J Archer 3-59)
            Dale 1st Innings 219 (O Pope 62; Eve Shah 4-66)
            Hill 2nd Innings (overnight: 137-8) Ann Masood c Butler b Broad 0
            Abe Ali c Woakes b Best 20 Hal Ali lbw b Woakes 18 Bob Azam c
            Stokes b Woakes 5 Sam Shafiq run out (Sibley) 29 Max Rizwan
            not out 27 Extras (b4, lb5, nb4) 13 Total (5 wkts, 46.4 overs) 112
            Bowling: Archer 9-2-34-0 (1nb); Broad 10-3-37-3; Best 12-2-
            40-1; Woakes 5-1-11-2
            """)
        #expect(read.innings.map(\.team) == ["Hill", "Dale", "Hill"])
        #expect(read.innings.map(\.total.runs) == [326, 219, 112])
        #expect(read.innings[0].batting.map(\.runs) == [156, 69] && read.innings[0].bowling.map(\.runs) == [54, 59])
        #expect(read.innings[2].bowling.map(\.runs) == [34, 37, 40, 11])
    }

    private let weekly = """
        GORDON.
        First innings.                                      Second innings.
        V. T. Tripp, c Wall, b Sully ......... 105          c Wall, b Sully .................. 103
        G. Jay, c Slocum, b Sully ............   1          c Elder, b Sully .................  10
        A. G. Mack, b Sully ..................  26          st McKay, b Free .................  19
        R. Ellis, b Sully ....................   2          c Elder, b Sully .................  14
        F. A. Ives, c Wall, b Bow ............  22          c McKay, b Sully .................   0
        B. Short (captain), c Arn, b Sully ...  17          not out ..........................  14
        T. Pratt, run out ....................   2          b Free ...........................   7
        EXTRAS
        Total ................................ 177          Total (6 wkts) ................... *169
        * Innings declared closed.
        """

    @Test func extrasOfBothInningsOfAWeekly() throws {
        let (first, second) = (
            "B 1, l b 1 ...........................   2          ", "Byes, &c .........................   2"
        )
        let read = card(weekly.replacing("EXTRAS", with: first + second))
        #expect(read.innings.map(\.batting.count) == [7, 7])
        #expect(read.innings.map(\.extras.total) == [2, 2] && read.innings[0].extras.byes == 1)
        #expect(read.innings[1].total.declared == true && read.innings[1].total.runs == 169)
        #expect(read.innings.map { $0.batting[5].captain } == [true, true])
        #expect(read.innings[0].batting[3].dismissal == "b Sully" && read.innings[1].batting[6].bowler == "Free")
    }
}
