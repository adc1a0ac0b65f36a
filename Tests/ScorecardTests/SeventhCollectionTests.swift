import Recognition
import Scorecard
import Testing

/// What the seventh collection of public pages taught: heads of a blog, grounds on a line of their own, bowlers of sides that bat twice.
@Suite struct SeventhCollectionTests {
    private func card(_ text: String) -> Scorecard { ScorecardReader().read(pages: [page(text)]).card }

    /// A card below this head.
    private func card(below head: String) -> Scorecard {
        card(
            head + """


                Durham innings
                JJB Lewis      lbw b Archer       38
                PD Collingwood b Bates            49
                MA Roseberry   not out            22
                Extras         (lb 1)              1
                Total          (2 wickets, 40 overs) 110
                """)
    }

    /// `INNINGS` above runs with their balls in brackets, and the rates behind how they were out.
    @Test func inningsAreRunsAndDismissalsStandBeforeTheRates() throws {
        let card = card(
            """
            Bangladesh 160-3 (20.0 ov)
            BATSMAN        INNINGS    MODE OF DISMISSAL            SR
            Tamim          16 (29)    c de Kock (wk) b Morris      55.17
            Soumya         42 (30)    b Tahir                      140
            Shakib         75 (44)    c Duminy b Tahir             170.45
            Rahim (wk)     18 (13)    not out                      138.46
            Mithun         1 (4)      not out                      25
            BOWLER      O     R    W    ECO
            Ngidi       4     34   0    8.5
            Tahir       10    57   2    5.7
            """)
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.player) == ["Tamim", "Soumya", "Shakib", "Rahim", "Mithun"])
        #expect(
            innings.batting.map(\.runs) == [16, 42, 75, 18, 1] && innings.batting.map(\.balls) == [29, 30, 44, 13, 4])
        #expect(innings.batting.map(\.strikeRate) == [55.17, 140, 170.45, 138.46, 25])
        #expect(innings.batting.map(\.bowler) == ["Morris", "Tahir", "Tahir", nil, nil])
    }

    /// A line each for the sides, the ground and the days; the format is that of the file.
    @Test func theGroundStandsBetweenTheSidesAndTheDays() {
        let card = card(
            below: """
                Format: CricInfo Version 2
                Benson & Hedges Cup, 1997
                Nottinghamshire v Durham
                Trent Bridge, Nottingham
                28,29 April 1997 (2-day match)
                Result: Nottinghamshire won by 5 wickets
                Toss: Durham
                """)
        #expect(card.venue == "Trent Bridge, Nottingham" && card.date == "28,29 April 1997")
        #expect(card.matchType == "2-day match")
    }

    @Test func aGroundAndItsTownStandBeforeTheDays() {
        #expect(
            card(below: "England v Australia\nTrent Bridge, Nottingham, 25 - 28 August 2005").venue
                == "Trent Bridge, Nottingham")
        #expect(card(below: "Cork v Clontarf\nCity League, Mill Lane, 24 June 2021").venue == "Mill Lane")
    }

    /// A bowler whose name is a letter from the head of the table.
    @Test func boilingIsABowler() throws {
        let card = card(
            """
            Nottinghamshire innings
            MP Dowman     c Speight b Killeen     16
            RT Robinson   c Speight b Betts       10
            GF Archer     not out                111
            P Johnson     b Boiling               21
            Total         (3 wickets, 49.3 overs) 163
            Bowling       O     M    R    W
            Brown         8.3   0    38   0
            Betts         9     3    44   1
            Boiling       9     0    40   1
            Killeen       10    0    41   1
            """)
        #expect(try #require(card.innings.first).bowling.map(\.player) == ["Brown", "Betts", "Boiling", "Killeen"])
    }

    /// The bowlers of the first innings conceded by chance what the second would explain, too.
    @Test func tablesOfTheSameBowlersStayWithTheInningsAboveThem() throws {
        let side = { (title: String, runs: [Int], extras: Int, bowling: [Int]) in
            """
            \(title)
            G Cook       b Agnew       \(runs[0])
            W Larkins    b Steele      \(runs[1])
            A Lamb       not out       \(runs[2])
            Extras       (lb \(extras))        \(extras)
            Total        (2 wickets, 40 overs)   \(runs.reduce(extras, +))
            Bowling      O     M    R    W
            Agnew        20    1    \(bowling[0])   1
            Steele       20    2    \(bowling[1])   1

            """
        }
        // 99 of the bowlers and 6 leg byes make the second total of 105.
        let text =
            side("Kent 1st innings", [40, 50, 8], 2, [60, 39]) + side("Surrey 1st innings", [10, 20, 30], 3, [25, 35])
            + side("Kent 2nd innings", [30, 40, 29], 6, [50, 48])
        let innings = card(text).innings
        #expect(innings.map { $0.bowling.map(\.runs) } == [[60, 39], [25, 35], [50, 48]])
    }

    /// Two tables side by side, of the heads of one of which an engine lost a letter.
    @Test func aHeadThatWasLostCostsNoTable() throws {
        let card = card(
            """
            KENT                                        SURREY
                                       R        B                            R    M    B
            A Cook     c Dale b Pope  48  102  65      D Dale    b Cook      46  10   88
            B Hill     lbw b Pope     10    1  12      E Pope    not out     13  13   19
            C Ives     not out        21   50  34      F Shaw    c Hill b Cook 7  20  11
            """)
        #expect(
            card.innings.map { $0.batting.map(\.player) } == [
                ["A Cook", "B Hill", "C Ives"], ["D Dale", "E Pope", "F Shaw"],
            ])
        #expect(card.innings.map { $0.batting.map(\.runs) } == [[48, 10, 21], [46, 13, 7]])
    }

    /// Columns of a page photographed from a corner lean, its words level and at their places on the page.
    @Test(arguments: [0, 0.35, -0.25]) func columnsThatLeanAreColumns(lean: Double) throws {
        let rows = (0..<11).map { row in
            "\(["Ann", "Bo", "Cy", "Di", "Ed", "Fay", "Gus", "Hal", "Ida", "Jo", "Kit"][row]) Adams   b Jones   \(10 + row)   \(12 + row)   \(row)   1"
        }
        var leaning = page(
            "Hill\nBatter      How out   R    B    4s   6s\n" + rows.joined(separator: "\n") + "\n\n\n\n", source: .ocr)
        for block in leaning.blocks.indices {
            for line in leaning.blocks[block].lines.indices {
                for word in leaning.blocks[block].lines[line].words.indices {
                    let box = leaning.blocks[block].lines[line].words[word].box
                    leaning.blocks[block].lines[line].words[word].level = box
                    let shift = lean * (box.midY - 0.5) * (1.2 - box.midX)
                    leaning.blocks[block].lines[line].words[word].level?.x += shift
                }
            }
        }
        let innings = try #require(ScorecardReader().read(pages: [leaning]).card.innings.first)
        #expect(innings.batting.map(\.runs) == (0..<11).map { 10 + $0 })
        #expect(innings.batting.map(\.balls) == (0..<11).map { 12 + $0 })
        #expect(innings.batting.map(\.fours) == (0..<11).map { $0 })
    }
}
