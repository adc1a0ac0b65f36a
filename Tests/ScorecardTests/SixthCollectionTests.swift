import Recognition
import Scorecard
import Testing

/// What the sixth collection of public pages taught: figures that run on, say what they are or stand beside their column.
@Suite struct SixthCollectionTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    /// A blog's bowling: figures a space behind the names, what was given away in brackets behind them.
    @Test func analysesThatRunOnWithExtrasBehind() throws {
        let card = card(
            """
            Tasmania 1st innings
            DF Hills c Harris b Cook 2
            J Cox b Howard 32
            MJ Di Venuto c Elliott b Fleming 89
            RT Ponting c Berry b Cook 42
            Extras (lb 6, w 6, nb 4) 16
            Total (4 wickets, 49.1 overs) 181
            Bowling O M R W
            Cook 29 6 114 4 (1nb, 4w)
            Fleming 39 10 96 2
            Harvey 21 6 72 0 (1nb)
            McCooke 33.1 11 65 2
            """)
        let bowling = try #require(card.innings.first).bowling
        #expect(bowling.map(\.player) == ["Cook", "Fleming", "Harvey", "McCooke"])
        #expect(bowling.map(\.overs) == ["29", "39", "21", "33.1"] && bowling.map(\.wickets) == [4, 2, 0, 2])
        #expect(bowling.map(\.wides) == [4, nil, nil, nil] && bowling.map(\.noBalls) == [1, nil, 1, nil])
    }

    /// A blog's batting in words, and its bowlers one below the other.
    @Test func figuresThatSayWhatTheyAre() throws {
        let card = card(
            """
            India innings (23 overs maximum)
            Parthiv Patel c Kieswetter b Anderson 28 runs 18 balls 3 4s 2 6s
            Rahane c & b Swann 54 runs 47 balls 5 4s 1 six
            Kohli c Bell b Swann 9 runs 9 balls
            Dhoni c Bell b Bresnan 6 runs 5 balls 1 four
            Ashwin run out 1 run 1 ball
            Praveen Kumar not out 0
            Extras (lb 2, w 4) 6
            Total (23 overs) 104/5
            Bowling
            Bresnan 4 ov 43/1
            Anderson 3 ov 11/1
            Swann 5 ov 33/2
            """)
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.runs) == [28, 54, 9, 6, 1, 0])
        #expect(innings.batting.map(\.balls) == [18, 47, 9, 5, 1, nil])
        #expect(innings.batting.map(\.fours) == [3, 5, nil, 1, nil, nil])
        #expect(innings.batting.map(\.sixes) == [2, 1, nil, nil, nil, nil])
        #expect(innings.total.runs == 104 && innings.extras.total == 6)
        #expect(innings.bowling.map(\.player) == ["Bresnan", "Anderson", "Swann"])
        #expect(innings.bowling.map(\.overs) == ["4", "3", "5"] && innings.bowling.map(\.runs) == [43, 11, 33])
    }

    /// Runs and balls before the batters, analyses before the bowlers, no blank behind a bracket.
    @Test func figuresBeforeNames() throws {
        let card = card(
            """
            Bermuda innings
            ..06 [21] Terry Fray c Patel b Ngoche
            ..28 [66] Ras Burrows c Patel b Obuya
            ..20 [46] Zeri Tomlin lbw Ngoche
            ..47 [54] Kamau Lever st Karim b Obuya
            ..07 [03] Steven Brem not out
            Fall of the wickets: 1-21 [Fray]2-64 [Tomlin]3-76 [Burrows]
            Kenya bowlers
            5.0-0-37-1 Emmanuel Bundi
            10.-4-39-2 Shem Ngoche
            10.-0-27-2 Collins Obuya
            """)
        let innings = try #require(card.innings.first)
        #expect(
            innings.batting.map(\.runs) == [6, 28, 20, 47, 7] && innings.batting.map(\.balls) == [21, 66, 46, 54, 3])
        #expect(innings.bowling.map(\.player) == ["Emmanuel Bundi", "Shem Ngoche", "Collins Obuya"])
        #expect(innings.bowling.map(\.runs) == [37, 39, 27] && innings.bowling.map(\.overs) == ["5.0", "10", "10"])
        #expect(innings.fallOfWickets.map(\.player) == ["Fray", "Tomlin", "Burrows"])
    }

    /// Reports of a league that end with its results.
    @Test func resultsOfBothSidesWithoutPlayers() throws {
        let card = card(
            """
            Saracens batted first and were well placed when the rain came to the ground.
            At the Park: Park Saracens 5/181 from 35 overs beat Park Tartars 8/140 from 31 overs by superior run-rate.
            The other match was closer than anybody had thought before it.
            At the Oval: Jing Sun 7/226 from 35 overs beat Gap Ramblers 7/207 from 35 overs by 19 runs.
            """)
        #expect(card.innings.map(\.team) == ["Park Saracens", "Park Tartars", "Jing Sun", "Gap Ramblers"])
        #expect(card.innings.map(\.total.runs) == [181, 140, 226, 207])
        #expect(card.innings.map(\.total.overs) == ["35", "31", "35", "35"])
        let story = self.card("Smith was out for 34 and Lee made 25 as Kent 181 were chased by Essex 140 in the end.")
        #expect(story.innings.isEmpty)
    }

    /// A program's first line.
    @Test func labelsOneBehindTheOther() throws {
        let card = card(
            """
            South Africa vs Australia. Venue: Joburg. Date: 2006-03-12. Type of Match: League
            Batter               Dismissal             R    B
            A Lee                c Fox b Hall         40   52
            B Ives               b Hall               11   20
            C Moss               not out               7    9
            """)
        #expect(card.teams == ["South Africa", "Australia"] && card.venue == "Joburg" && card.date == "2006-03-12")
        #expect(card.matchType == "League")
    }

    /// A paper of 1879.
    @Test func strokesAreNoPartOfNames() throws {
        let card = card(
            """
            Canterbury First Innings.
            C. Corfe, b McNeil                                  1
            D. Ashby, 3,3,2,4,4,3,6, c Crawshaw, b McNeil      25
            W. Neilson, 3,2,1, c Clark, b McNeil                6
            T. Fowler, 1,1,4,1,1,1,1,1,1, run out              12
            E. Frith, not out                                   4
            Byes                                                2
            Total                                              50
            """)
        let batting = try #require(card.innings.first).batting
        #expect(batting.map(\.player) == ["C. Corfe", "D. Ashby", "W. Neilson", "T. Fowler", "E. Frith"])
        #expect(batting.map(\.runs) == [1, 25, 6, 12, 4])
    }

    /// An archive's table in a photograph: heads at the left edge of columns whose figures end at their right edge.
    @Test func figuresNearerToTheNextHead() throws {
        let card = card(
            """
            Kent innings                          Runs     Balls    Mins   4s   6s
            A Lee            c Fox b Hall             44
            B Ives           b Hall                    2
            C Moss           b Hall                   12
            D Page           run out                   2
            E Rowe           not out                      3
            Essex bowling          Overs   Mdns    Runs    Wkts    Wides   No-Balls
            Hall                   6           0       20       2
            Ford                   7           0       35       0
            Bamber                 8           0       24       1
            """, source: .ocr)
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.runs) == [44, 2, 12, 2, 3] && innings.batting.allSatisfy { $0.balls == nil })
        #expect(innings.bowling.map(\.maidens) == [0, 0, 0] && innings.bowling.map(\.wickets) == [2, 0, 1])
    }

    /// Bowlers by surname beside batters with initials: nothing of their names is lost.
    @Test func bowlersBySurnameKeepTheirNames() throws {
        let card = card(
            """
            Kent innings                              Runs
            JW Carter        b Pitman                   21
            G Ledger         b Gidley                    0
            DJ Harrop        run out                    78
            B Cromack        lbw b Wells                42
            Essex bowling          Overs   Mdns    Runs    Wkts    S-Rate    Econ
            Gidley                     6      0      33       1     36.00    5.50
            Pitman                     6      2      18       1     36.00    3.00
            PA Munden                  5      0      35       0         -    7.00
            Wells                      6      0      34       1     36.00    5.67
            Essex innings                             Runs
            PA Munden        c Harrop b Rose            44
            BD Wells         not out                    15
            R Pitman         b Sanders                   3
            B Gidley         b Sanders                   2
            """, source: .ocr)
        let bowling = try #require(card.innings.first).bowling
        #expect(bowling.map(\.player) == ["Gidley", "Pitman", "PA Munden", "Wells"])
        #expect(bowling.map(\.economy) == [5.5, 3, 7, 5.67])
    }
}
