import Recognition
import Scorecard
import Testing

/// What a picture adds to a page or takes from it: edges, numbers of rows, strokes of a pen, letters run together.
@Suite struct MisreadPagesTests {
    private func innings(_ text: String, doubtful: Set<String> = []) throws -> Innings {
        try #require(
            ScorecardReader().read(pages: [page(text, source: .ocr, doubtful: doubtful)]).card.innings.first)
    }

    private static let head = "Hill innings\nBatter                                  R    B\n"

    @Test(
        arguments: [
            ("Ibwb Kemp", "lbw b Kemp", HowOut.lbw, nil, "Kemp"),
            ("bc Drummond", "b C Drummond", .bowled, nil, "C Drummond"),
            ("Cjha b RP Noor", "c Jha b RP Noor", .caught, "Jha", "RP Noor"),
            ("clyer b Noor", "c Iyer b Noor", .caught, "Iyer", "Noor"),
            ("c A b Noor", "c & b Noor", .caughtAndBowled, nil, "Noor"),
            ("Tun out", "run out", .runOut, nil, nil),
            ("G Jha b Noor", "c Jha b Noor", .caught, "Jha", "Noor"),
            ("c t'Rahman b Noor", "c †Rahman b Noor", .caught, "Rahman", "Noor"),
        ] as [(String, String, HowOut, String?, String?)])
    func lettersOfDismissalsRunTogether(read: String, printed: String, how: HowOut, fielder: String?, bowler: String?)
        throws
    {
        let rows = ["A Khan", "B Rao", "C Lee", "D Fox"].map {
            $0.padding(to: 16) + "b Noor".padding(to: 24) + "12   15"
        }
        let row = "E Hill".padding(to: 16) + read.padding(to: 24) + "12   15"
        let batting = try innings(Self.head + (rows + [row]).joined(separator: "\n") + "\nExtras   0\nTotal   60")
            .batting
        let batter = try #require(batting.last)
        #expect(batter.player == "E Hill" && batter.dismissal == printed && batter.howOut == how)
        #expect(batter.fielder == fielder && batter.bowler == bowler)
    }

    @Test func initialsBehindRowNumbersAreNoDismissals() throws {
        let batting = try innings(
            """
            Hill innings
            No  Batsman               How out        Bowler         Runs
            1   G Fairbrother         ct Pretorius   b Rabada         49
            2   C T Barraclough       lbw            b Erasmus        29
            Z   B N Stirling          ct Rahman      b Rabada         20
            4   C E Balbirnie         Not out                         13
            5   S Butt                run out                         12
            """, doubtful: ["Z"]
        ).batting
        #expect(
            batting.map(\.player) == ["G Fairbrother", "C T Barraclough", "B N Stirling", "C E Balbirnie", "S Butt"])
        #expect(batting.map(\.howOut) == [.caught, .lbw, .caught, .notOut, .runOut])
    }

    @Test func rowsThatLookLikeHeadersAndInitialsThatAreNone() throws {
        let innings = try innings(
            """
            Hill innings
            F. Mac an Tàilleir   b R.S. Smit               31
            R.G. MacLeod         c Erasmus b R.S. Smit      4
            F. O'Neil            not out                   15
            P Ó Briain           c Lee b MC Noor            7
            L Ó Briain           c Lee b MC Noor            7
            Extras                                          0
            Total                                          64
            """)
        #expect(innings.batting.map(\.runs) == [31, 4, 15, 7, 7])
        #expect(innings.batting.last?.bowler == "MC Noor")
    }

    @Test func ballsWhoseNumberWasMisread() {
        let reading = ScorecardReader().read(pages: [
            page(
                """
                Hill 28/2 (3.0 ov)
                2.1 Joseph to Khan, no run
                2,2 Joseph to Khan, Trun
                2.3 Joseph to Rao, FOUR runs
                aaa Joseph to Rao, OUT
                2.5 Joseph to Lee, 2 runs
                """, source: .ocr, doubtful: ["aaa"])
        ])
        #expect(reading.deliveries.map(\.ball) == [1, 2, 3, 4, 5])
        #expect(reading.deliveries.map(\.runs) == [0, 1, 4, 0, 2] && reading.deliveries[3].isWicket)
    }

    @Test(arguments: [
        ("(ib 9w 1nb)   17", Extras(total: 17, legByes: 7, wides: 9, noBalls: 1)),
        ("(tib 5w 1nb)   7", Extras(total: 7, legByes: 1, wides: 5, noBalls: 1)),
        ("b2ibb0w5nb2   9", Extras(total: 9, byes: 2, legByes: 0, wides: 5, noBalls: 2)),
        ("(Sw)   5", Extras(total: 5, wides: 5)),
    ])
    func extrasWithAFigureUnread(text: String, extras: Extras) throws {
        let row = "A Khan          b Noor                  12   15\n"
        #expect(
            try innings(Self.head + row + row.replacing("A Khan", with: "B Lee ") + "Extras  " + text).extras == extras)
    }

    @Test func aDaggerBehindANameIsNoLetter() throws {
        let batting = try innings(
            Self.head + """
                A Guptat        b Noor                  12   15
                B Rao           c Gupta b Noor          16   20
                Extras                                   0
                """
        ).batting
        #expect(batting[0].player == "A Gupta" && batting[0].keeper == true)
    }

    @Test func severalMisreadDigitsOfARateFollowFromTheOthers() throws {
        let bowling = try innings(
            Self.head + """
                A Khan          b Smith                 12   15
                B Rao           not out                 16   20
                Bowler          O    M    R    W    Econ
                C Smith       4.0    0   21    1    9.29
                D Jones       3.0    0   12    0    4.00
                """
        ).bowling
        #expect(bowling.first?.economy == 5.25)
    }
}
