import Foundation
import Recognition
import Scorecard
import Testing

/// Ways of setting scores that the thirteenth collection of pages taught.
@Suite struct ThirteenthCollectionTests {
    private func card(_ text: String) -> Scorecard { ScorecardReader().read(pages: [page(text)]).card }

    @Test func twoSidesAboveTheirScores() {
        let read = card(
            """
            Saturday 22nd June 2002 | League Division 5A
            Old Hill 3rd XI                           Dale Vale 2nd XI
              234 - 9                                   156 all out
            Dale Vale lose by 78 runs
            """)
        #expect(read.innings.map(\.team) == ["Old Hill 3rd XI", "Dale Vale 2nd XI"])
        #expect(read.innings.map(\.total.runs) == [234, 156] && read.innings.map(\.total.wickets) == [9, 10])
    }

    private let agency = """
        LEEDS (AP) - Scoreboard on Saturday in the second one-day international between Kent and
        Essex at Garden Park:
        Kent
        Tom Root c Fox b Lee 120
        Jim Bird b Lee 42
        Alf Hill run out (Short/Lee) 26
        Sam Noor not out 8
        Extras: (5lb, 5w) 10
        TOTAL: (for 3 wickets) 206
        Overs: 50.
        Fall of wickets: 1-63, 2-113, 3-179.
        """

    @Test func theGroundOfALeadIsNoSide() {
        let read = card(agency + "\nDid not bat: Mark Wood\nBowling: Ian Fox 10-0-64-0, Bob Lee 8-0-56-2.")
        #expect(read.innings.first?.team == "Kent" && read.innings.first?.didNotBat == ["Mark Wood"])
        #expect(read.venue == "Garden Park")
    }

    @Test func analysesBelowTheFallsWithoutALabel() throws {
        let innings = try #require(
            card(agency + "\nIan Fox 10-0-64-0 (1w), Bob Lee 8-0-56-2, Max Ives 9-0-40-0,\nJoe Dean, 8-0-42-0 (1w)")
                .innings.first)
        #expect(innings.bowling.map(\.player) == ["Ian Fox", "Bob Lee", "Max Ives", "Joe Dean"])
        #expect(innings.fallOfWickets.map(\.runs) == [63, 113, 179])
    }

    @Test func whatIsToldAboveBriefScoresIsNoBrief() {
        let read = card(
            """
            Essex could muster only 111 for 5 in 20 overs in the face of tight bowling by Ann Smale
            Smale 3 for 19 and Eve Stone 2 for 17, but they fell short of the required run rate.
            CHIEF SCORES:
            Kent Women: 146 in 19.3 overs (Jo Groves 57, Hal Gill 4/20)
            Essex Women: 111/5 in 20 overs (Jo Rosa 41 n.o, Ann Smale 3/19)
            """)
        #expect(read.teams == ["Kent Women", "Essex Women"] && read.innings.map(\.total.runs) == [146, 111])
    }

    @Test func aHeadlineIsNoInningsOfItsOwn() {
        let read = card(
            """
            Visitors make early breakthroughs, Kent 14/2

            Kent College 14/2 in 5 overs (U Weeks 1* O Pola 7, A Fern 1/9, N Dare 1/4)
            """)
        #expect(read.innings.map(\.team) == ["Kent College"] && read.innings.first?.batting.map(\.runs) == [1, 7])
    }

    @Test func whoBeatAndWhoLostNoWicket() {
        let read = card(
            """
            Brief scores: Kent XI 242/9 in 50 ovs (Drew 51; Raman 4/50) bt Essex XI
            231 in 49.3 ovs (Jake 86; Natal 3/46). Kent 320 in 120.5 ovs (Ash 72; Irfan 3/90)
            vs Wales 33 for no loss in 14 ovs (Sumit 27 batting).
            """)
        #expect(read.innings.map(\.team) == ["Kent XI", "Essex XI", "Kent", "Wales"])
        #expect(read.innings.map(\.total.overs) == ["50", "49.3", "120.5", "14"])
        #expect(read.innings.last?.batting.first?.howOut == .notOut && read.innings.last?.total.wickets == 0)
    }

    @Test func aBracketClosedOnceTooOften() {
        let read = card(
            """
            Kent 167 (A Dulan 34; D Vimuk 5 for 61, K Kemi 2 for 46) and 180 for 9 declared (P Sank 59; V Kula 4 for 54) K Kemi 3 for 48)
            Essex 195 (L Upend 61; J Jaya 4 for 47) and 68 for 4 (G Hett 2 for 10)
            """)
        #expect(read.innings.map(\.team) == ["Kent", "Kent", "Essex", "Essex"])
        #expect(read.innings.count == 4 && read.innings[1].bowling.map(\.runs) == [54, 48])
    }

    @Test func aLabelBesideTwoLines() {
        let rows = [
            "                Old School Playing Fields, Leeds on 26th May", "Venue", "                1956",
            "Result          Kent won by 44 runs",
        ]
        var lines = page(rows.joined(separator: "\n") + "\n" + SmallCard.text)
        // The label stands between the lines.
        let pitch = lines.blocks[0].lines[1].words[0].box.y / 1.15
        for (row, y) in [(0, 0.15 * pitch), (1, 0.75 * pitch), (2, 1.35 * pitch)] {
            for word in lines.blocks[0].lines[row].words.indices { lines.blocks[0].lines[row].words[word].box.y = y }
        }
        let read = ScorecardReader().read(pages: [lines]).card
        #expect(read.venue == "Old School Playing Fields, Leeds" && read.date == "26th May 1956")
    }

    @Test func aDateInBrackets() {
        #expect(card("Hit or Miss CC (22/05/2022)\n" + SmallCard.text).date == "22/05/2022")
    }

    @Test func anInningsOfOneSideAndTwoOfTheOther() throws {
        let read = card(
            """
            KENT v ESSEX
            ESSEX
            1 J.Robert    not out                                                     331
            2 S.Brown     b Palmer                                                      3
            3 J.Dewes     b Perks                                                      45
            4 F.Mann      c Bird b Palmer                                              65
                          (3 wickets, declared)                                       444
            FoW (1): 1-13, 2-125, 3-274
            KENT
            1 D.Kenyon    c Robert b Sims              32       hit wkt b Robins       23
            2 E.Cooper    c Robins b Allen             10       b Young                68
            3 C.Palmer    st Compton b Young           13       lbw b Young            40
            4 R.Bird      not out                      44       b Sharp                 4
            5 R.Jenkins   lbw b Robins                  8       c Compton b Sims       27
            6 R.Perks     c Robins b Sims              28       lbw b Gray              0
                                                      135                             162
            FoW (1): 1-18, 2-39, 3-63, 4-80, 5-135
            FoW (2): 1-54, 2-115, 3-120, 4-166, 5-166, 6-162
            Kent Bowling                              O      M       R      W
            Perks                                     24     7      192     1
            Palmer                                    30     8      252     2
            Essex Bowling          O   M   R   W         O    M    R   W
            Allen                  7   0   26  1         11   1    34  0
            Young                 12   4   48  1         56  26    75  2
            Sims                  19   3   54  2         39   5    53  1
            """)
        #expect(read.innings.count == 3)
        let first = try #require(read.innings.first)
        #expect(first.bowling.map(\.player) == ["Perks", "Palmer"] && first.bowling.map(\.runs) == [192, 252])
        #expect(read.innings.last?.bowling.map(\.runs) == [34, 75, 53])
    }

    @Test func careersBesideTheScoresOfAMatchInProgress() throws {
        let read = card(
            """
            Kent 338/8 (50.0 ov)
            Kent RR 6.76
            Last 5 ovs 51/3 RR 10.20
            Batsmen              Runs   B   4s   6s   SR       This bowler   Last 5 ovs   Mat   Runs   HS   Ave
            *Graham Swan (rhb)   15     9   0    1    166.66   8 (6b)        15 (9b)      46    314    34   13.08
            Ajay Shah (rhb)      6      2   0    1    300.00   6 (2b)        6 (2b)       10    38     9    7.60
            Bowlers              O      M   R    W    Econ     Os   4s   6s   This spell   Mat   Wkts   BBI    Econ
            *Munir Patel (rmf)   10.0   0   70   2    7.00     20   5    1    2-0-17-1     56    71     4/29   4.83
            Piyush Chand (lb)    10.0   0   71   2    7.10     22   5    3    1-0-15-1     23    30     4/23   5.05
            Current partnership 13 runs, 1.0 overs, RR: 13.00 (Swan 6, Shah 6)
            Umpire reviews remaining Kent 1 (0 successful, 1 unsuccessful); Essex 1 (0 successful, 1 unsuccessful)
            """)
        let innings = try #require(read.innings.first)
        #expect(read.innings.count == 1 && innings.team == "Kent" && innings.total.runs == 338)
        #expect(
            innings.batting.map(\.player) == ["Graham Swan", "Ajay Shah"] && innings.batting.map(\.balls) == [9, 2])
        #expect(innings.bowling.map(\.player) == ["Munir Patel", "Piyush Chand"])
        #expect(innings.bowling.map(\.runs) == [70, 71] && innings.bowling.map(\.economy) == [7, 7.1])
    }
}
