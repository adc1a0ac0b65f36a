import Recognition
import Scorecard
import Testing

/// Forms in which public sites, programs and sheets print cards.
@Suite struct PublicSourcesTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    private func innings(_ text: String, source: TextSource = .textLayer) throws -> Innings {
        try #require(card(text, source: source).innings.first)
    }

    private static let table = """

        Hill innings
        Batter          Dismissal                R     B
        A Khan          c Smith b Jones         14    12
        B Rao           not out                 16    20
        Extras          (w 2)                    2
        Total           1 wkt (5 overs)         32
        """

    @Test(
        arguments: [
            ("Border League, Mill Lane, 26 May 2013", "Mill Lane", "26 May 2013"),
            ("Border Trophy / Town Council Grounds / 2017-06-09", "Town Council Grounds", "2017-06-09"),
            ("Played at The Vicarage Field on 19/08/2006", "The Vicarage Field", "19/08/2006"),
            (
                "The match was played at Bay Park No. 1 on 21 June 2023. Hill won the toss and elected to bat.",
                "Bay Park No. 1", "21 June 2023"
            ),
            ("Raeburn Reserve 1", "Raeburn Reserve 1", nil),
            ("Played at Aigburth, Liverpool, August 7, 9, 10, 1920.", "Aigburth, Liverpool", "August 7, 9, 10, 1920"),
            ("T20I at Saxton Oval, Nelson, Nov 5 2019", "Saxton Oval, Nelson", "Nov 5 2019"),
            (
                "Venue   Trafalgar Road, Southport on 5th, 6th, 7th July 1972", "Trafalgar Road, Southport",
                "5th, 6th, 7th July 1972"
            ),
            ("City League, Bagh-e-Jinnah, 24 Jun 2021, 16 Ov.", "Bagh-e-Jinnah", "24 Jun 2021"),
            (
                "Ground   S2 Cricket Arena,\n         Hyderabad (Telangana)", "S2 Cricket Arena, Hyderabad (Telangana)",
                nil
            ),
            ("Mill Lane, 31 March \u{2013} 4 April 2016", "Mill Lane", "31 March \u{2013} 4 April 2016"),
            ("Mill Lane, 30 and 31 May 1884", "Mill Lane", "30 and 31 May 1884"),
            ("Date: 2026-08-02, 09:24 AM UTC", nil, "2026-08-02"),
            ("Ground MCA Turf B", "MCA Turf B", nil),
            ("Corporation League Division A, 12 June 2019", nil, "12 June 2019"),
        ] as [(String, String?, String?)])
    func groundsBesideDates(line: String, venue: String?, date: String?) {
        let card = card("Hill v Dale\n\(line)\n" + Self.table)
        #expect(card.venue == venue && card.date == date)
        #expect(card.innings.count == 1)
    }

    @Test func labelsNeedNoColon() {
        let card = card("Match Hill vs Dale\nToss Dale, who chose to field\nResult Hill won by 4 runs\n" + Self.table)
        #expect(card.teams == ["Hill", "Dale"])
        #expect(card.toss == "Dale, who chose to field" && card.result == "Hill won by 4 runs")
    }

    @Test func figuresAtTheRightOfColumnsWhoseHeadersStandAtTheLeft() throws {
        let innings = try innings(
            """
            Hill
            Batsman           How Out           Runs      Balls     4s        6s
            A Khan            b Smith                  0         1
            B Rao             b Jones                 16        20         2         1
            C Lee             run out                  6         9         1
            D Fox             not out                 30        24         3         1
            Extras            w2                       2
            Total             (3 wkts)                54

            Bowling           Overs             Mdns      Runs      Wkts      Econ
            E Smith                         5.1          0        24         1      4.65
            F Jones                           4          1        15         1      3.75
            G Hill                            3          0        13         0      4.33
            """)
        #expect(innings.batting.map(\.runs) == [0, 16, 6, 30] && innings.batting.map(\.balls) == [1, 20, 9, 24])
        #expect(innings.batting.map(\.sixes) == [nil, 1, nil, 1])
        #expect(innings.bowling.map(\.overs) == ["5.1", "4", "3"] && innings.bowling.map(\.wickets) == [1, 1, 0])
    }

    @Test func sheetOfAScorebook() throws {
        let innings = try innings(
            """
            INNINGS OF   Hill CC                      GROUND   Town Ground

            No  BATSMAN            RUNS SCORED            HOW OUT         BOWLER       TOTAL
            1   Baker, OJ    1 4 2 1 1 4 //               ct Cox          Murphy          13
            2   Barlow, G    1 1 //                       bowled          Wright           2
            3   Bird, J      4 4 1                        not out                          9
            4   Hall, S
            BYES             1                                                             1
            WIDES            1 5 1                                                         7
            FALL OF WICKETS                                           TOTAL EXTRAS         8
            TOTAL FOR 2 WICKETS IN 6 OVERS                                                32
            WICKET         1      2
            SCORE         26     31
            BATSMAN OUT   Baker  Barlow
            """)
        #expect(innings.team == "Hill CC")
        #expect(innings.batting.prefix(3).map(\.player) == ["Baker, OJ", "Barlow, G", "Bird, J"])
        #expect(innings.batting.prefix(3).map(\.runs) == [13, 2, 9])
        #expect(innings.batting[0].fielder == "Cox" && innings.batting[0].bowler == "Murphy")
        #expect(innings.batting[1].howOut == .bowled && innings.batting[1].bowler == "Wright")
        #expect(innings.extras == Extras(total: 8, byes: 1, wides: 7))
        #expect(innings.fallOfWickets.map(\.player) == ["Baker", "Barlow"])
    }

    @Test func wicketsInATableOfTheirOwn() throws {
        let falls = try innings(
            Self.table + """

                Fall of wickets
                Wicket     Score     Over     Batter
                1          12        1.3      A Khan
                2          30        4.2      C Lee
                """
        ).fallOfWickets
        #expect(falls.map(\.wicket) == [1, 2] && falls.map(\.runs) == [12, 30])
        #expect(falls.map(\.over) == ["1.3", "4.2"] && falls.map(\.player) == ["A Khan", "C Lee"])
    }

    @Test func captionOfABroadcast() throws {
        let batting = try innings(
            """
            HILL     BATTING
            A KHAN         c SMITH       b JONES        14    12
            B RAO          lbw           b JONES        16    20
            C LEE          not out                      33    41
            EXTRAS   15         OVERS   20              78-2
            """, source: .ocr)
        #expect(batting.total == InningsTotal(runs: 78, wickets: 2, overs: "20") && batting.extras.total == 15)
        let bowling = card(
            """
            DALE    BOWLING
                        OVERS    MDNS    RUNS    WKTS     ECON
            A SMITH         4       0      27       0     6.75
            B JONES         4       1      12       2     3.00
            C FOX           2       0      14       1     7.00
            HILL     124-3                20 OVERS
            """, source: .ocr)
        #expect(bowling.innings.map(\.team) == ["HILL"] && bowling.innings.first?.total.runs == 124)
        #expect(bowling.innings.first?.bowling.map(\.runs) == [27, 12, 14])
    }

    @Test func messageOfAResult() {
        let card = card(
            """
            Hillside CC 140/3 (20) - G Ash 62*(52), T Smith 41 (38); B Cook 2-30
            Stoke CC 130/5 (20) - S Morgan 45* (36); J Hartley 2-32
            Hillside CC won by 10 runs
            """, source: .ocr)
        #expect(card.innings.map(\.team) == ["Hillside CC", "Stoke CC"])
        #expect(card.innings.map(\.total.runs) == [140, 130])
        #expect(
            card.innings.first?.batting.map(\.runs) == [62, 41] && card.innings.first?.batting.map(\.balls) == [52, 38])
    }

    @Test func surnamesBeforeACommaKeepIt() throws {
        let innings = try innings(
            """
            Hill innings
            Batter            How out             R     B
            Allen, Sam        b Smith            14    12
            le Roux, JDS      not out            16    20
            Did not bat: Price, Gareth
            """)
        #expect(innings.batting.map(\.player) == ["Allen, Sam", "le Roux, JDS"])
    }

    /// As Wisden sets both innings of a side.
    @Test func twoInningsInOneTable() throws {
        let card = card(
            """
            HILL CC v DALE CC
            At Mill Lane, 20 May 1964. Dale CC won by 3 wickets.
                              Hill CC
            A. Khan    run out            8 –  c and b Kelly           18
            B. Rao     c Lord b Clarke   43 –  b Jackson               12
            C. Lee     c Lord b Clarke   73 –  c Hartley b Jackson      9
            D. Fox     b Kelly           38 –  not out                 14
            E. Ash     c Kelly b Bailey   2 –  not out                  3
            F. Elm     not out           21
                       B 2, l-b 2         4    B 1, w 2                 3

                                        189    (3 wkts dec.)           59
            Fall of wickets: First innings 1/19 2/82 3/160 4/166 5/189; Second innings 1/35 2/38
            3/45.
            Dale CC bowling: First innings—T.H. Clarke 17–1–72–3; O. Kelly 5–
            0–22–1. Second innings—S. Jackson 8–0–40–2; O. Kelly 9–0–16–1.
            """)
        #expect(card.innings.map(\.team) == ["Hill CC", "Hill CC"] && card.venue == "Mill Lane")
        #expect(card.innings.map(\.batting.count) == [6, 5] && card.innings.map(\.total.runs) == [189, 59])
        #expect(card.innings.first?.extras == Extras(total: 4, byes: 2, legByes: 2))
        #expect(card.innings.last?.batting.first?.howOut == .caughtAndBowled)
        #expect(card.innings.map { $0.fallOfWickets.count } == [5, 3])
        #expect(
            card.innings.first?.bowling.map(\.runs) == [72, 22] && card.innings.last?.bowling.map(\.wickets) == [2, 1])
    }

    @Test func lettersWithAColon() throws {
        let batter = try innings(
            """
            Hill innings
            Batter                                   R     B    4s
            M. Burns   c: C. O'Neill b: A. Zampa    57    83     6
            D. Fox     not out                       4     9     0
            Extras                                   0
            Total                                   61
            """
        ).batting.first
        #expect(batter?.fielder == "C. O'Neill" && batter?.bowler == "A. Zampa")
    }

    @Test func starsOfBattersNotOutAreNoCaptains() throws {
        let batting = try innings(
            """
            Hill innings
            Batter     How out            R     B
            A Khan     c Smith b Jones   14    12
            B Rao*     not out           16    20
            C Lee*     not out            5     6
            """
        ).batting
        #expect(batting.allSatisfy { $0.captain == nil } && batting.map(\.player) == ["A Khan", "B Rao", "C Lee"])
    }

    @Test func aTableEndsUnderItsHeaderPrintedAnew() throws {
        let first = page(
            "Hill Innings\nBatter          Dismissal            R     B\nA Khan          b Jones             14    12\nB Rao           not out             16    20"
        )
        let second = page(
            """
            Batter          Dismissal            R     B
            Extras          (w 2)                2
            Total           1 wkt (5 overs)     32
            """, index: 1)
        let innings = ScorecardReader().read(pages: [first, second]).card.innings
        #expect(innings.count == 1 && innings.first?.total.runs == 32 && innings.first?.extras.wides == 2)
    }

    @Test func columnsOfFieldersAndBowlers() throws {
        let batting = try innings(
            """
            Hill
            Batsman            How Out        Fieldsman       Bowler          Runs    Balls
            Lawson, Brett      Caught         Donnelly, MD    Campbell, R       26       43
            Nguyen, Damien     LBW                            Campbell, R       13       15
            Rowe, Riley        Run Out        Fitz, D                           21       19
            Zampa, Tom         Not Out                                           6        5
            Total                             (3 wickets)                       66
            """
        ).batting
        #expect(batting.map(\.player) == ["Lawson, Brett", "Nguyen, Damien", "Rowe, Riley", "Zampa, Tom"])
        #expect(batting.map(\.fielder) == ["Donnelly, MD", nil, "Fitz, D", nil])
        #expect(batting.map(\.bowler) == ["Campbell, R", "Campbell, R", nil, nil])
    }

    @Test func bowlersWhoseBallsAreCounted() throws {
        let innings = try innings(
            Self.table + """

                Bowler             Balls   0s    R    W    Per 5
                Cal Mills             15    6   18    0     6.00
                Harry Palmer          15    8   12    1     4.00
                """)
        #expect(innings.bowling.map(\.player) == ["Cal Mills", "Harry Palmer"])
        #expect(innings.bowling.map(\.runs) == [18, 12] && innings.bowling.map(\.wickets) == [0, 1])
        #expect(innings.bowling.allSatisfy { $0.overs == nil && $0.maidens == nil && $0.economy == nil })
    }

    @Test func timesOutAreNoSixes() throws {
        let innings = try innings(
            """
            Hill Under 10
            Pair   Batter        Runs   Balls   4s   Times out
            1      Aarav Lamb      15      13    0           2
                   Oscar Jones      1      12    0           1
            2      Amy Sharma      12      15    0           1
                   Poppy Marsh     11      15    2           1
            Extras (w 15, nb 5)    20
            Starting score                  200
            Wickets lost 5 x 5              -25
            Total (8 overs)                 234
            """)
        #expect(innings.team == "Hill Under 10")
        #expect(innings.batting.allSatisfy { $0.sixes == nil })
        #expect(innings.total.runs == 234 && innings.total.wickets == 5)
    }

    @Test func boxOfAnEncyclopaedia() throws {
        let card = card(
            """
            Final
            26 August 2017            Model Town Greens        v        Kings Club
                                      148/2 (20 overs)                  134/3 (20 overs)
                                      Usman Butt 92* (71)               Kamran Butt 39 (47)
                                      Bilal Ahmed 1/15 (4 overs)        Hassan Ahmed 1/20 (4 overs)
                                            Model Town Greens won by 14 runs
            """)
        #expect(card.innings.map(\.team) == ["Model Town Greens", "Kings Club"])
        #expect(card.innings.map(\.total.runs) == [148, 134] && card.teams == ["Model Town Greens", "Kings Club"])
        #expect(card.innings.map { $0.batting.map(\.runs) } == [[92], [39]])
        #expect(card.innings.map { $0.bowling.map(\.player) } == [["Bilal Ahmed"], ["Hassan Ahmed"]])
    }

    @Test func leadersOfACompetitionAreNoCard() {
        let text = """
            Most runs
            #   Player           Team            Inn   Runs      Ave    HS    4s   6s
            1   Craig McKay      Yarra Bend       14    879   109.88    79    33   19
            2   Cameron Hogan    Werribee         15    811   135.17   114    23    6
            3   Brett Hayes      Brunswick        11    745    62.08   102    22    3
            Most wickets
            #   Player           Team              O     M     R    W     Ave    Best
            1   Travis Maher     Balwyn East   101.2    23   477   44    9.11    6/42
            2   Jake Lawson      Brunswick      61.5    18   572   37   16.90    4/27
            3   Hayden Zampa     Yarra Bend    137.0    28   457   36   23.30    7/31
            """
        #expect(card(text).innings.isEmpty)
    }

    @Test func starsOfBattersNotOutBesideACaptain() throws {
        let batting = try innings(
            """
            Hill
            Batter            Dismissal            R     B
            A Khan (c)        c Smith b Jones     14    12
            B Rao*            not out             16    20
            C Lee             not out              6     9
            Total             1 wkt (5 overs)     36
            """
        ).batting
        #expect(batting.map(\.captain) == [true, nil, nil])
    }
}
