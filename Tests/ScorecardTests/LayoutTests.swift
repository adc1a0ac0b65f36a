import Recognition
import Scorecard
import Testing

/// Cards in the layouts that scorers use, each set as a terminal would show it.
@Suite struct LayoutTests {
    private func innings(_ text: String) throws -> Innings {
        try #require(ScorecardReader().read(pages: [page(text)]).card.innings.first)
    }

    @Test func headersThatWereRunTogether() throws {
        let first = try innings(
            """
            Hill CC Innings
            Batter                                   RB  4s   6s      SR
            A Khan            c & b Jones           14 12      2    1  116.67
            B Rao             not out               16 20      1    0   80.00
            C Lee             b Jones                0  1      0    0    0.00
            Extras            8
            """)
        #expect(first.batting.map(\.runs) == [14, 16, 0])
        #expect(first.batting.map(\.balls) == [12, 20, 1])
    }

    @Test func webPage() throws {
        let reading = ScorecardReader().read(pages: [
            page(
                """
                Hill CC vs Dale CC, 3rd Match                       12 Jun 2024
                Hill CC won by 8 runs
                Toss: Dale CC, elected to field

                Hill CC Innings                                38-1 (5 Ov)
                Batter                                   R    B   4s   6s      SR
                A Khan (c)        c & b Jones           14   12    2    1  116.67
                B Rao (wk)        not out               16   20    1    0   80.00
                Extras            8 (b 1, lb 2, w 3, nb 2)
                Total             38 (1 wkts, 5 Ov)
                Did not Bat       C Lee, D O'Neill, E van der Berg
                Fall of Wickets
                20-1 (A Khan, 2.6)
                Bowler                        O    M    R    W   NB   WD   ECO
                T Jones                       3    0   20    1    2    3   6.67
                P Smith                       2    0   15    0    0    0   7.50

                Dale CC Innings                                30-2 (5 Ov)
                Batter                                   R    B   4s   6s      SR
                T Jones           lbw b Khan            10   12    1    0   83.33
                P Smith           run out (Rao/Lee)      9   10    1    0   90.00
                Q Brown           not out                8    8    0    0  100.00
                Extras            3 (w 3)
                Total             30 (2 wkts, 5 Ov)
                Bowler                        O    M    R    W   NB   WD   ECO
                A Khan                        3    0   20    1    0    3   6.67
                B Rao                         2    0   10    0    0    0   5.00
                """)
        ])
        let card = reading.card
        #expect(card.teams == ["Hill CC", "Dale CC"])
        #expect(card.result == "Hill CC won by 8 runs")
        #expect(card.toss == "Dale CC, elected to field")
        #expect(card.date == "12 Jun 2024")
        #expect(card.innings.map(\.team) == ["Hill CC", "Dale CC"])
        let first = try #require(card.innings.first)
        #expect(first.total == InningsTotal(runs: 38, wickets: 1, overs: "5"))
        #expect(first.extras == Extras(total: 8, byes: 1, legByes: 2, wides: 3, noBalls: 2))
        #expect(
            first.batting.first
                == BattingEntry(
                    player: "A Khan", captain: true, howOut: .caughtAndBowled, dismissal: "c & b Jones",
                    bowler: "Jones", runs: 14, balls: 12, fours: 2, sixes: 1, strikeRate: 116.67))
        #expect(first.batting.last?.keeper == true)
        #expect(first.didNotBat == ["C Lee", "D O'Neill", "E van der Berg"])
        #expect(first.fallOfWickets == [FallOfWicket(wicket: 1, runs: 20, player: "A Khan", over: "2.6")])
        #expect(
            first.bowling.first
                == BowlingEntry(
                    player: "T Jones", overs: "3", maidens: 0, runs: 20, wickets: 1, wides: 3, noBalls: 2, economy: 6.67
                ))
        #expect(card.innings.last?.batting.map(\.fielder) == [nil, "Rao/Lee", nil])
        #expect(reading.checks.filter { !$0.holds && !$0.soft }.isEmpty)
        #expect(reading.confidence > 0.9)
    }

    @Test func dismissalUnderTheName() throws {
        let innings = try innings(
            """
            BATTING                R     B    4s    6s       SR
            A Khan*               14    12     2     1   116.67
            c Smith b Jones
            B Rao                 16    20     1     0    80.00
            not out
            C Lee                  0     1     0     0     0.00
            not out
            Extras (lb 2, w 4)     6
            Total                 36/1 (5.2 overs)
            """)
        #expect(innings.batting.map(\.player) == ["A Khan", "B Rao", "C Lee"])
        #expect(innings.batting.map(\.howOut) == [.caught, .notOut, .notOut])
        #expect(innings.batting[0].fielder == "Smith")
        #expect(innings.batting.map(\.captain) == [true, nil, nil])
        #expect(innings.total == InningsTotal(runs: 36, wickets: 1, overs: "5.2"))
        #expect(innings.extras == Extras(total: 6, legByes: 2, wides: 4))
    }

    @Test func figuresBetweenTwoLines() throws {
        let innings = try innings(
            """
            BATTING                R     B    4s    6s       SR
            A Khan
                                  14    12     2     1   116.67
            c Smith b Jones
            B Rao
                                  16    20     1     0    80.00
            not out
            C Lee
                                   0     1     0     0     0.00
            not out
            """)
        #expect(innings.batting.map(\.player) == ["A Khan", "B Rao", "C Lee"])
        #expect(innings.batting.map(\.dismissal) == ["c Smith b Jones", "not out", "not out"])
        #expect(innings.batting.map(\.runs) == [14, 16, 0])
    }

    @Test func typedCardWithoutHeaders() throws {
        let innings = try innings(
            """
            HILL - First Innings
            *J. B. Hobson     c Oldham b Gregson ........ 45
            H. Sutton         b Macdonald ............... 12
            †F. E. Woods      lbw b Gregson .............  3
            W. Rhodes         st Carter b Mailer ........  0
            C. Parker         not out ................... 20
            A. Mead           run out ...................  1
                              B 4, l-b 2 ................  6
            Total (5 wkts) .............................. 87

            BOWLING
            Gregson           20     3    41     2
            Macdonald         12     1    30     1
            Mailer             8     0    10     1
            """)
        #expect(innings.batting.map(\.runs) == [45, 12, 3, 0, 20, 1])
        #expect(innings.batting.map(\.player).first == "J. B. Hobson")
        #expect(innings.batting.map(\.captain).first == true)
        #expect(innings.batting.map(\.keeper)[2] == true)
        #expect(innings.batting.map(\.howOut) == [.caught, .bowled, .lbw, .stumped, .notOut, .runOut])
        #expect(innings.total == InningsTotal(runs: 87, wickets: 5))
        #expect(innings.bowling.map(\.wickets) == [2, 1, 1])
        #expect(innings.bowling.map(\.overs) == ["20", "12", "8"])
    }

    @Test func twoInningsSideBySide() {
        let card = ScorecardReader().read(pages: [
            page(
                """
                Hill                                            Dale
                Batsman      How out         R    B             Batsman      How out         R    B
                A Khan       b Jones        14   12             T Jones      lbw b Khan     10   12
                B Rao        not out        16   20             P Smith      not out         9   10
                C Lee        not out         4    6             Q Brown      not out         8    8
                Extras       (w 3)           3                  Extras       (b 1)           1
                Total        1 wkt          37                  Total        1 wkt          28
                Bowler       O    M    R    W                   Bowler       O    M    R    W
                T Jones      3    0   20    1                   A Khan       3    0   17    1
                P Smith      3    0   17    0                   B Rao        2    0   10    0
                """)
        ]).card
        #expect(card.innings.map(\.team) == ["Hill", "Dale"])
        #expect(card.innings.map { $0.batting.map(\.runs) } == [[14, 16, 4], [10, 9, 8]])
        #expect(card.innings.map { $0.bowling.map(\.player) } == [["T Jones", "P Smith"], ["A Khan", "B Rao"]])
        #expect(card.innings.map(\.total.runs) == [37, 28])
    }

    @Test func columnsInAnyOrder() throws {
        let innings = try innings(
            """
            Name            Mins   Balls   Fours   Sixes   Runs   How Out
            A Khan            20      12       2       1     14   c Smith b Jones
            B Rao             31      20       1       0     16   not out
            C Lee              2       1       -       -      -   not out
            """)
        #expect(innings.batting.map(\.runs) == [14, 16, nil])
        #expect(innings.batting.map(\.balls) == [12, 20, 1])
        #expect(innings.batting.map(\.minutes) == [20, 31, 2])
        #expect(innings.batting.map(\.sixes) == [1, 0, nil])
        #expect(innings.batting.map(\.howOut) == [.caught, .notOut, .notOut])
    }

    @Test func notesAndPartsOfExtrasOnRowsOfTheirOwn() throws {
        let innings = try innings(
            """
            Batsman                How out              Runs
            1 A Khan               hit wicket b Jones     14
            2 B Rao                retired hurt           16
            3 C Lee                absent hurt
            4 D Ali                c sub (Hill) b Jones   30
            Byes                                           4
            Leg byes                                       2
            Wides                                          7
            No balls                                       1
            Total                  for 2 wickets declared 74
            Overs 12.3
            """)
        #expect(innings.batting.map(\.player) == ["A Khan", "B Rao", "C Lee", "D Ali"])
        #expect(innings.batting.map(\.howOut) == [.hitWicket, .retiredHurt, .absent, .caught])
        #expect(innings.extras.byes == 4)
        #expect(innings.extras.legByes == 2)
        #expect(innings.extras.wides == 7)
        #expect(innings.extras.noBalls == 1)
        #expect(innings.total.runs == 74)
        #expect(innings.total.wickets == 2)
        #expect(innings.total.declared == true)
    }

    @Test func newspaperWithAnalysesInLine() throws {
        let innings = try innings(
            """
            SURREY
            First Innings
            R J Burns c Jones b Abbott                 45
            D P Sibley lbw b Abbott                     0
            B T Foakes not out                        120
            O J Pope b Dawson                          61
            Extras (b4, lb6, nb2)                      12
            Total (3 wkts, 70 overs)                  238
            Fall: 1-2, 2-80, 3-200.
            To bat: T K Curran, S M Curran, J Clark.
            Bowling: Abbott 20-5-60-2; Edwards 20-4-70-0;
            Dawson 30-6-98-1.
            """)
        #expect(innings.batting.map(\.runs) == [45, 0, 120, 61])
        #expect(innings.extras == Extras(total: 12, byes: 4, legByes: 6, noBalls: 2))
        #expect(innings.total == InningsTotal(runs: 238, wickets: 3, overs: "70"))
        #expect(innings.fallOfWickets.map(\.runs) == [2, 80, 200])
        #expect(innings.didNotBat == ["T K Curran", "S M Curran", "J Clark"])
        #expect(innings.bowling.map(\.player) == ["Abbott", "Edwards", "Dawson"])
        #expect(innings.bowling.last == BowlingEntry(player: "Dawson", overs: "30", maidens: 6, runs: 98, wickets: 1))
    }

    @Test func leagueSiteWithABowlerColumn() throws {
        let reading = ScorecardReader().read(pages: [
            page(
                """
                Woolley Miners CC - 1st XI   vs   Doncaster Town CC - 1st XI
                Sat 05 May 2018                                   Won by 5 wickets
                Doncaster Town CC - 1st XI Batting
                Batsman                                                        Runs   Balls   4's   6's       SR
                Luke Townsend          b      Oliver Jackson                     12      30     2     0     40.0
                James Stuart *         ct     Azeem Rafiq     b  Bilal Anjam     56      80     7     1     70.0
                Bradley Marsden +      lbw    Azeem Rafiq                         0       4     0     0      0.0
                Jack Ward              not out                                   22      31     2     0     71.0
                Michael Carrington     did not bat
                Byes: 1b  Leg byes: 4lb  Wides: 9w  No balls: 2nb  Penalties: 0pen  Total: 16
                TOTAL :                for 3 wickets in 25.0 overs              106
                """)
        ])
        let innings = try #require(reading.card.innings.first)
        #expect(reading.card.teams == ["Woolley Miners CC - 1st XI", "Doncaster Town CC - 1st XI"])
        #expect(reading.card.result == "Won by 5 wickets")
        #expect(innings.team == "Doncaster Town CC - 1st XI")
        #expect(innings.batting.map(\.bowler) == ["Oliver Jackson", "Bilal Anjam", "Azeem Rafiq", nil, nil])
        #expect(innings.batting.map(\.captain) == [nil, true, nil, nil, nil])
        #expect(innings.batting.map(\.keeper) == [nil, nil, true, nil, nil])
        #expect(innings.batting.last?.howOut == .didNotBat)
        #expect(innings.batting.last?.runs == nil)
        #expect(innings.extras == Extras(total: 16, byes: 1, legByes: 4, wides: 9, noBalls: 2, penalty: 0))
        #expect(innings.total == InningsTotal(runs: 106, wickets: 3, overs: "25.0"))
    }

    @Test func continuesOverAPageBreak() throws {
        let first = page(
            """
            Hill Innings
            Batter          Dismissal            R     B
            A Khan          c Smith b Jones     14    12
            B Rao           b Jones             16    20
            C Lee           lbw b Smith          7     9
            """)
        let second = page(
            """
            Batter          Dismissal            R     B
            D Ali           not out             22    18
            E Fox           not out              1     4
            Extras          (w 2)                2
            Total           3 wkts (10 overs)   62
            """, index: 1)
        let card = ScorecardReader().read(pages: [first, second]).card
        #expect(card.innings.count == 1)
        #expect(card.innings.first?.batting.map(\.runs) == [14, 16, 7, 22, 1])
        #expect(card.innings.first?.total.runs == 62)
    }
}

/// Pages that look like cards and are none.
@Suite struct NoCardTests {
    @Test(arguments: [
        "",
        """
        League Table
        Team            P    W    L    T   NR   Pts     NRR
        Hill CC        10    7    2    0    1    15   0.812
        Dale CC        10    6    3    0    1    13   0.411
        Fell CC        10    1    9    0    0     2  -1.322
        """,
        """
        Batting averages
        Player          Mat  Inns  NO  Runs   HS    Ave     BF     SR  100  50   4s   6s
        A Khan           10    10   2   412  101  51.50    390 105.64    1   3   40   12
        B Rao            10     9   1   301   88  37.62    333  90.39    0   2   28    4
        """,
        """
        Fixtures
        Saturday 12 June   Hill CC v Dale CC    1:00 pm
        Sunday 13 June     Fell CC v Moor CC    1:00 pm
        """,
        """
        Khan made 45 runs off 30 balls with 4 fours and 2 sixes, and Jones took 3 wickets for 20 runs in 4 overs.
        The menu of the tea room: scones 3, tea 2, sandwiches 5.
        """,
    ])
    func noInnings(text: String) {
        let reading = ScorecardReader().read(pages: [page(text)])
        #expect(reading.card.innings.isEmpty)
        #expect(reading.fields.isEmpty)
        #expect(reading.confidence == 0)
        #expect(reading.warnings.count == 1)
    }

    @Test func noPages() {
        #expect(ScorecardReader().read(pages: []).card == Scorecard())
    }

    /// `MR` above figures are two columns that ran together; here they are initials.
    @Test func initialsAreNoHeader() throws {
        let card = ScorecardReader().read(pages: [
            page(
                """
                Player              How Out             Runs   Balls   4s   6s     S/R
                Silva D             ct Moor b Fell        15      15    1         100.00
                Perera MR (c)       b Moor                 1       4               25.00
                Khan H              ct Fell b Moor        44      44    5         100.00
                Das V               not out                8       6    1         133.33
                Extras              (w 2)                  2
                Total               3 wkts                70
                """, source: .ocr)
        ]).card
        #expect(card.innings.count == 1 && card.innings.first?.total.runs == 70)
        #expect(card.innings.first?.batting.map(\.player) == ["Silva D", "Perera MR", "Khan H", "Das V"])
    }
}
