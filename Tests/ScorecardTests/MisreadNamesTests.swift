import Recognition
import Scorecard
import Testing

/// Names with letters that an engine took for others, as scans and photographs gave them.
@Suite struct MisreadNamesTests {
    private func innings(_ text: String, doubtful: Set<String> = []) throws -> Innings {
        let page = page(text, source: .ocr, doubtful: doubtful)
        return try #require(ScorecardReader().read(pages: [page]).card.innings.first)
    }

    /// A card of these batters and dismissals, with the lines below it.
    private func card(_ rows: [(String, String)], below: String = "") -> String {
        let batting = rows.enumerated().map { index, row in
            row.0.padding(to: 24) + row.1.padding(to: 36) + "\(index + 10)   \(index + 20)"
        }
        return
            (["Byron Bay innings", "Batter".padding(to: 60) + "R    B"] + batting
            + ["Extras".padding(to: 60) + "0", below]).joined(separator: "\n")
    }

    @Test(arguments: [
        ("tO Ashworth", "O Ashworth"), ("ĦtRA Kami", "RA Kami"), ("Rohan lyer", "Rohan Iyer"),
        ("Tj Visée", "TJ Visée"), ("O Clarke-jJones", "O Clarke-Jones"), ("Kusal Chandima!", "Kusal Chandimal"),
        ("J] Siddiqui", "J Siddiqui"), ("L le Roux", "L le Roux"), ("AliH", "Ali H"),
        ("C Mcllwraith-Ross", "C McIlwraith-Ross"), ("Liam Mcclenaghan", "Liam McClenaghan"),
        ("§ Bjarnason", "S Bjarnason"),
        ("L$ Zulfiqar", "LS Zulfiqar"), ("Fionn O'8rien", "Fionn O'Brien"), ("tukasz Dvořák", "Łukasz Dvořák"),
        ("Zahid Għani", "Zahid Ghani"), ("ish Taylor", "Ish Taylor"), ("Eoin 0 Briain", "Eoin O Briain"),
        ("*tT J Goud", "T J Goud"), ("l Ravindra", "I Ravindra"), ("£ Wagner", "Ł Wagner"), ("Zj) Roy", "ZJ Roy"),
        ("T€ Nao", "TC Nao"), ("Tt Žuk", "TŁ Žuk"), ("St Clair", "St Clair"), ("OOmarzai", "Omarzai"),
        ("|. Watt", "I. Watt"),
        ("tl J Zafar", "I J Zafar"), ("G PÞ Noor", "G Þ Noor"),
        ("Harry lllingworth", "Harry Illingworth"), ("tjames Kilner", "James Kilner"), ("İGB Scholtz", "GB Scholtz"),
        ("O Clarke-jones", "O Clarke-Jones"),
    ])
    func isPutRight(_ read: String, _ printed: String) throws {
        let batting = try innings(card([(read, "b Khan"), ("A Bird", "not out")])).batting
        #expect(batting.first?.player == printed)
    }

    @Test(arguments: [
        ("č Root b Khan", "c Root b Khan", HowOut.caught), ("lbw 0 Khan", "lbw b Khan", .lbw),
        ("c å b Khan", "c & b Khan", .caughtAndBowled), ("c Root bd Khan", "c Root b Khan", .caught),
        ("low b Khan", "lbw b Khan", .lbw), ("notout", "not out", .notOut),
        ("c & bde Leede", "c & b de Leede", .caughtAndBowled),
        ("run out (Root/lftikhar)", "run out (Root/Iftikhar)", .runOut),
        ("tbw b Khan", "lbw b Khan", .lbw), ("c Root blyer", "c Root b Iyer", .caught),
        ("čt Root b Khan", "ct Root b Khan", .caught),
        ("nọt out", "not out", .notOut), ("did riot bat", "did not bat", .didNotBat),
        ("cåb Khan", "c&b Khan", .caughtAndBowled),
        ("c (Root b Khan", "c †Root b Khan", .caught), ("ct] Root b Khan", "ct J Root b Khan", .caught),
        ("lbw bG. Khan", "lbw b G. Khan", .lbw), ("cS. Root b Khan", "c S. Root b Khan", .caught),
        ("run out (Root/Rao))", "run out (Root/Rao)", .runOut),
        ("run out (SA Roy/T) Rao)", "run out (SA Roy/TJ Rao)", .runOut),
    ])
    func dismissalIsPutRight(_ read: String, _ printed: String, _ way: HowOut) throws {
        let batting = try innings(card([("T Root", read), ("A Bird", "not out")])).batting
        #expect(batting.first?.dismissal == printed && batting.first?.howOut == way)
    }

    @Test func sidesAreSpeltAlikeThroughoutTheCard() {
        let text = """
            Toss; St Albans Wormen, elected tọ bat
            St Albans Women v Chittagong Women
            St Albans Women won by 54 runs

            I St Albans Women Innings
            Batter                R    B
            A Bird   not out    18   19

            Chittagong women Super Over
            Batter                R    B
            M Rao    not out    18   19
            """
        let card = ScorecardReader().read(pages: [page(text, source: .ocr)]).card
        #expect(card.toss == "St Albans Women, elected to bat")
        #expect(card.innings.map(\.team) == ["St Albans Women", "Chittagong Women"])
    }

    @Test func theLetterOfASideIsACapitalAsThoseOfTheNames() throws {
        let rows = [("A Bird", "b Khan"), ("T Root", "not out"), ("Jim Noor", "b Khan"), ("Sam Hill", "b Khan")]
        let text = card(rows).replacing("Byron Bay innings", with: "Saffron walden innings")
        let read = ScorecardReader().read(pages: [page(text, source: .ocr)]).card
        #expect(read.innings.first?.team == "Saffron Walden")
    }

    @Test func aColonInTheOversOfAFallIsAPoint() throws {
        let rows = [("A Bird", "b Khan"), ("T Root", "not out")]
        let falls = try innings(card(rows, below: "Fall of wickets: 1-21 (Bird, 23:1 ov)")).fallOfWickets
        #expect(falls.map(\.over) == ["23.1"])
    }

    @Test func whatABracketOfResultsHoldsIsNoSide() {
        let text = """
            Kent v Essex
            Kent 153/6 (20 ov)
            Lee 39 (26), Fox 29* (25), Ann Hill 4-3/29
            Essex 96 all out (15.3 0V)
            Ives 18 (10), Noor 17 (10), Ray 4-3/22
            Wales v Devon
            Wales 1779 (30 ov)
            Akhtar 39 (24), Waseem 36 (29), Bull 8-4/63
            Devon 138/6 (20 gv)
            Hend 104* (89), Ngidi 28 (34), Butt 8-2/66
            Surrey v Sussex
            Surrey 168/6 (20 ov)
            Wain 53* (37), Noori 3-1/19
            Sussex 155/6 (20 ov)
            Flan 46 (36), Ives 4-2/14
            """
        let read = ScorecardReader().read(pages: [page(text, source: .ocr)]).card
        #expect(read.innings.map(\.team) == ["Kent", "Essex", "Wales", "Devon", "Surrey", "Sussex"])
        #expect(read.innings.map(\.total.runs) == [153, 96, 177, 138, 168, 155])
        #expect(read.innings.map(\.total.overs) == ["20", "15.3", "30", "20", "20", "20"])
        #expect(read.innings[1].batting.map(\.player) == ["Ives", "Noor"])
    }

    @Test func whatATextLayerSaysStays() throws {
        let page = page(card([("Rohan lyer", "b Khan"), ("A Bird", "not out")]))
        #expect(ScorecardReader().read(pages: [page]).card.innings.first?.batting.first?.player == "Rohan lyer")
    }

    @Test func anInitialGluedToItsNameIsPartedWhereTheOthersAre() throws {
        let rows = [("R Bird", "b Khan"), ("S Noor", "b Khan"), ("T Root", "b Khan"), ("RAiree", "not out")]
        #expect(try innings(card(rows)).batting.map(\.player) == ["R Bird", "S Noor", "T Root", "R Airee"])
    }

    @Test func aStainBeforeANameIsNoPartOfIt() throws {
        let rows = [("og Yasir Nawaz", "b Khan"), ("de Leede", "not out")]
        let batting = try innings(card(rows), doubtful: ["og", "de"]).batting
        #expect(batting.map(\.player) == ["Yasir Nawaz", "de Leede"])
    }

    @Test func accentsAreTakenFromWhereTheyWereRead() throws {
        let rows = [
            ("Søren García", "b Khan"), ("A Bird", "c Garcia b Noor"), ("Tom Root", "lbw b García"),
            ("J Ives", "not out"),
        ]
        let batting = try innings(card(rows)).batting
        #expect(batting[1].fielder == "García" || batting[1].fielder == "Garcia")
        #expect(batting[1].dismissal == "c \(batting[1].fielder ?? "") b Noor")
    }

    @Test func aDoubtfulLetterGivesWayToWhatIsReadMoreOften() throws {
        let rows = [
            ("A Bird", "b Klein"), ("Tom Root", "lbw b Klein"), ("J Ives", "c Noor b Kein"), ("M Hassan", "not out"),
        ]
        #expect(try innings(card(rows), doubtful: ["Kein"]).batting[2].bowler == "Klein")
        #expect(try innings(card(rows)).batting[2].bowler == "Kein", "two players may be called nearly the same")
    }

    @Test func aKeywordIsFoundBehindAStainAndWithAMisreadLetter() throws {
        let rows = [("A Bird", "b Khan"), ("T Root", "not out")]
        let below = "HT Fali of wickets: 1-21, 2-55\n1 Did not bat: R Mondal, C Nurse"
        let innings = try innings(card(rows, below: below), doubtful: ["HT", "1"])
        #expect(innings.fallOfWickets.map(\.runs) == [21, 55])
        #expect(innings.didNotBat == ["R Mondal", "C Nurse"])
    }

    @Test func aGridOfWicketsMayLackANumber() throws {
        let below = """
            Wicket    1    2    3         5
            Score    12   27   48   75   99
            """
        let wickets = try innings(card([("A Bird", "b Khan"), ("T Root", "not out")], below: below)).fallOfWickets
        #expect(wickets.map(\.wicket) == [1, 2, 3, 4, 5] && wickets.map(\.runs) == [12, 27, 48, 75, 99])
    }

    @Test func aHeaderThatIsReadTwiceIsNoBatter() throws {
        let text = card([("Batters", ""), ("A Bird", "b Khan"), ("T Root", "not out")])
        #expect(try innings(text).batting.map(\.player) == ["A Bird", "T Root"])
    }

    @Test func theCOfMacIsReadAsAnE() throws {
        let card = ScorecardReader().read(pages: [
            page(
                """
                Hill CC Innings
                Batter           How out                  Runs   Balls
                †MeDonald        c MeLean b Mead            12      20
                B. Hill          not out                    33      41
                T. Jones         lbw b MeLean                4      11
                Total            (2 wickets, 20 overs)      49
                """, source: .ocr)
        ]).card
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.player) == ["McDonald", "B. Hill", "T. Jones"])
        #expect(innings.batting[0].keeper == true && innings.batting[0].fielder == "McLean")
        #expect(innings.batting[0].bowler == "Mead" && innings.batting[2].bowler == "McLean")
    }

    @Test func initialsThatAListGluesStaySo() throws {
        let rows = [("T. Iqbal", "b Best"), ("I. Kayes", "b Best"), ("J. Hall", "b Roach"), ("R. Hasan", "not out")]
        let below = "Did not bat: T.Dowlin, F.Reifer, D.Bernard, C.Walton, D.Sammy, N.Miller"
        #expect(
            try innings(card(rows, below: below)).didNotBat == [
                "T.Dowlin", "F.Reifer", "D.Bernard", "C.Walton", "D.Sammy", "N.Miller",
            ])
    }

    @Test func misreadLettersOfCatchesBelowTheNames() throws {
        let ways = [
            "c Fox b Khan", "CAAM Lee b Khan", "b Khan", "c Lee t Khan", "lbw b Khan", "& Lee b Khan", "c Hall b Khan",
            "not out",
        ]
        let rows = ways.enumerated().map {
            "\("ABCDEFGH".map(String.init)[$0]) Moor          12    20     1    0\n\($1)"
        }
        let text =
            "Hill Innings\nBATTING          R     B    4s   6s\n" + rows.joined(separator: "\n")
            + "\nExtras           4\nTotal  (7 wickets, 20 overs)   100"
        let batters = try innings(text).batting
        #expect(batters.map(\.dismissal)[1] == "c AAM Lee b Khan")
        #expect(batters.map(\.dismissal)[3] == "c Lee b Khan" && batters.map(\.dismissal)[5] == "c Lee b Khan")
    }

    @Test func lettersOfNamesThatNobodyHas() throws {
        let text = card([
            ("*\u{17E}HI Bird", "c& b Khan"), ("M \u{20AC} Root", "'c Lee b Khan"), ("T Ward", "run out (Fox/ A Lee)"),
            ("R \u{17C}uk", "c lee b Khan"), ("J Hall jun", "not out"),
        ])
        let rows = try innings(text).batting
        #expect(rows.map(\.player) == ["HI Bird", "M C Root", "T Ward", "R \u{17B}uk", "J Hall jun"])
        #expect(rows.map(\.dismissal).prefix(3) == ["c & b Khan", "c Lee b Khan", "run out (Fox/A Lee)"])
        #expect(rows[0].howOut == .caughtAndBowled)
    }

    @Test func pointsReadAsCommasAndLettersReadAgain() throws {
        let text = card([
            ("M, Uddin", "b Khan"), ("T,M.,R, Alam", "b Khan"), ("A. Das", "b Khan"), ("F. Seeelaar", "b Khan"),
            ("*\u{17E}Karthik", "not out I"),
        ])
        let rows = try innings(text).batting
        #expect(rows.map(\.player) == ["M. Uddin", "T.M.R. Alam", "A. Das", "F. Seelaar", "Karthik"])
        #expect(rows[4].dismissal == "not out")
    }
}
