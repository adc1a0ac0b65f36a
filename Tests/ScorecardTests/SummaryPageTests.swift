import Recognition
import Scorecard
import Testing

/// Pages without batting tables: results, captions of a broadcast, commentaries, over strips.
@Suite struct SummaryPageTests {
    private func read(_ text: String, source: TextSource = .textLayer) -> ScorecardReading {
        ScorecardReader().read(pages: [page(text, source: source)])
    }

    @Test func resultsOfADayHaveTheirBestFigures() throws {
        let card = read(
            """
            Border League Division One
            8 August 2010

            Hill CC v Dale CC
            Hill CC                            149/8    (20 ov)
              Green 63 (31), Verity 21* (18), Airee 20 (32), Nuwan Deon
              4-2/23
            Dale CC                          138 all out (16.5 ov)
              Curtly Lewis 29 (20), Ramdin 24 (18), Dewhurst 4-4/22
            Hill CC won by 11 runs

            Moor v Fell
            Moor                               133/10   (23 ov)
              Scholtz 32 (38); Ghani 30, Ervine 3-24
            Fell                               137/3    (15.1 ov)
            Fell won by 7 wickets
            """
        ).card
        #expect(card.teams == ["Hill CC", "Dale CC", "Moor", "Fell"])
        #expect(card.result == "Hill CC won by 11 runs" && card.date == "8 August 2010")
        #expect(card.innings.map(\.team) == ["Hill CC", "Dale CC", "Moor", "Fell"])
        #expect(card.innings.map(\.total.runs) == [149, 138, 133, 137])
        #expect(card.innings.map(\.total.wickets) == [8, 10, 10, 3])
        #expect(card.innings.map(\.total.overs) == ["20", "16.5", "23", "15.1"])
        let first = try #require(card.innings.first)
        #expect(first.batting.map(\.player) == ["Green", "Verity", "Airee"])
        #expect(first.batting.map(\.balls) == [31, 18, 32] && first.batting[1].howOut == .notOut)
        #expect(first.bowling.map(\.player) == ["Nuwan Deon"] && first.bowling[0].overs == "4")
        #expect(first.bowling[0].wickets == 2 && first.bowling[0].runs == 23)
        #expect(card.innings[2].bowling.map(\.wickets) == [3] && card.innings[2].bowling[0].runs == 24)
    }

    @Test func captionsSetBattersBesideBowlers() throws {
        let card = read(
            """
            City and Suburban Cup
            HILL U19                                 236/8    35 OVERS
            QURESHI        55   (41)     GERHARD DU PREEZ   3/39   (7)
            PERERA         46*  (41)     GILCHRIST          3144   (7)
            FERNANDO       26   (26)
            DALE U19                 ALL OUT          193   34.2 OVERS
            WAGNER         57   (57)     QURESHI             219  (2.2)
            HILL U19 won by 43 runs
            """, source: .ocr
        ).card
        #expect(card.innings.map(\.team) == ["HILL U19", "DALE U19"])
        #expect(card.innings[1].total.wickets == 10 && card.innings[1].total.overs == "34.2")
        #expect(card.innings[0].batting.map(\.runs) == [55, 46, 26])
        // A slash between figures is often read as a 1.
        #expect(card.innings[0].bowling.map(\.runs) == [39, 44] && card.innings[0].bowling[1].wickets == 3)
        #expect(card.innings[1].bowling.first?.wickets == 2 && card.innings[1].bowling.first?.runs == 9)
        #expect(card.matchType == nil)
    }

    @Test func aCommentaryGivesItsBallsInTheOrderTheyWereBowled() throws {
        let reading = read(
            """
            Hill v Dale
            Dale 74/6 (11.0 ov)
            10.2   Pathum Hanrahan to Gericke, FOUR, beaten outside off
            10.1   Pathum Hanrahan to Mthembu, 1 leg bye, a full toss at
                   84.2 kph, on the pads
            9.6    Kowalski to Gericke, OUT!, short of a length
            9.6    Kowalski to Gericke, 2 wides
            9.5    Kowalski to Gericke, no run, 138 kph
            """)
        let balls = reading.deliveries
        #expect(balls.map(\.over) == [10, 10, 10, 11, 11] && balls.map(\.ball) == [5, 6, 6, 1, 2])
        #expect(balls.map(\.runs) == [0, 2, 0, 1, 4])
        #expect(balls.map(\.extraType) == [nil, "wd", nil, "lb", nil] && balls.map(\.isWicket)[2])
        #expect(balls.last?.bowler == "Pathum Hanrahan" && balls.last?.batsman == "Gericke")
        #expect(reading.card.innings.map(\.total.runs) == [74] && reading.card.toss == nil)
        #expect(reading.card.innings[0].batting.isEmpty && reading.card.innings[0].bowling.isEmpty)
    }

    /// A ball's story tells what came of it, in its row, below, or called out before the names.
    @Test func aSentenceTellsWhatCameOfABall() {
        let reading = read(
            """
            Hill v Dale
            Dale 41-2 (6.0 ov)
            5.6 FOUR! Pat Lumley to Kusal Rao. Off cutter, down leg side on the back foot, top edge in the air
                past fine leg for 4 runs.
            5.5 Pat Lumley to Amir Fern. Back of a length, outside off stump, pulling, to
                deep mid wicket for 1 run, fielded by Dermot.
            5.4 Pat Lumley to Amir Fern. Back of a length, defending, to mid on for no runs, fielded by Warne.
            5.3 OUT! Pat Lumley to Jay Wood. Caught behind.
            """)
        #expect(reading.deliveries.map(\.ball) == [3, 4, 5, 6] && reading.deliveries.map(\.runs) == [0, 0, 1, 4])
        #expect(reading.deliveries.map(\.isWicket) == [true, false, false, false])
        #expect(reading.deliveries.map(\.batsman) == ["Jay Wood", "Amir Fern", "Amir Fern", "Kusal Rao"])
        #expect(reading.deliveries.allSatisfy { $0.over == 6 && $0.bowler == "Pat Lumley" })
    }

    @Test func runsInBracketsBehindTheNumberOfABall() {
        let reading = read(
            """
            Hill v Dale, ball by ball
            9.3 overs (6 Runs) SIX! Rahul applauds that shot. Fullish ball, Poore
            launches it over wide long on for a maximum.
            9.2 overs (2 Runs) WIDE! Down the leg side, the keeper misses it.
            9.1 overs (0 Run) OUT! Good length, Gale has holed out.
            8.6 overs (1 Run) Clipped to leg for one.
            """)
        #expect(reading.deliveries.map(\.over) == [9, 10, 10, 10] && reading.deliveries.map(\.runs) == [1, 0, 2, 6])
        #expect(reading.deliveries.map(\.extraType) == [nil, nil, "wd", nil])
        #expect(reading.deliveries.map(\.isWicket) == [false, true, false, false])
        #expect(reading.card.innings.isEmpty)
    }

    @Test func anOverInOneWord() {
        let reading = read(
            """
            Hill v Dale
            Over 48.2 Dinda 3-4
            289-4 - Ervine slaps three through the on-side.
            Over 48 Jadeja 1-1-W-4-4lb-1
            282-4 - One final roll of the dice.
            """)
        #expect(reading.deliveries.map(\.over) == [48, 48, 48, 48, 48, 48, 49, 49])
        #expect(reading.deliveries.map(\.runs) == [1, 1, 0, 4, 4, 1, 3, 4])
        #expect(reading.deliveries[2].isWicket && reading.deliveries[4].extraType == "lb")
        #expect(reading.deliveries.last?.bowler == "Dinda")
    }

    @Test func ballsBelowACard() {
        let reading = read(
            SmallCard.text + """

                6.2 Smith to Rao, 1 run, OUT, short of his ground
                6.1 Smith to Rao, FOUR runs
                5.6 Jones to Lee, no run
                """)
        #expect(reading.card.innings.first?.total.runs == 40)
        #expect(reading.deliveries.map(\.runs) == [0, 4, 1] && reading.deliveries.last?.isWicket == true)
    }

    @Test func aBracketBehindTheStorySaysWhatCameOfABall() {
        let balls = read(
            """
            0.1 Tom Fox to Ian de Rowe, EDGED AND DROPPED! A simple
            chance and he fluffs it! Single. (1)
            0.2 Tom Fox to Carl Pike, Good length delivery on the stumps, the batsman
            just leans forward. Lovely shot. (4)
            0.3 Tom Fox to Carl Pike, Bowled him, clean as a whistle. (W)
            End of over 1
            """
        ).deliveries
        #expect(balls.map(\.runs) == [1, 4, 0] && balls.map(\.isWicket) == [false, false, true])
        #expect(balls.map(\.batsman) == ["Ian de Rowe", "Carl Pike", "Carl Pike"])
    }

    @Test func aBallGivesItsBowlerTheSpellingOfTheOthers() {
        let balls = ["Ahmadzai", "Ahrmadzai", "Ahmadzai", "Ahmadzai"].enumerated().map { ball, bowler in
            "20.\(ball + 1) \(bowler) to Kaia, no run"
        }
        let text = balls.joined(separator: "\n")
        #expect(Set(read(text, source: .ocr).deliveries.map(\.bowler)) == ["Ahmadzai"])
        #expect(Set(read(text).deliveries.map(\.bowler)).count == 2)
    }

    @Test func aDashMayPartANameFromItsRuns() throws {
        let card = read(
            """
            Hill v Dale
            Hill 250/7 (50 ov)
            Lister-38 (37), Tom Hill 21 (20)
            Dale 240 all out (49 ov)
            Rao 60 (71)
            Hill won by 10 runs
            """
        ).card
        let rows = try #require(card.innings.first).batting
        #expect(rows.map(\.player) == ["Lister", "Tom Hill"] && rows.map(\.runs) == [38, 21])
    }

    @Test func anInitialIsNoMarkOfAWicketAndSignsInNamesAreMisread() {
        let text = """
            Napier CC v Worcester CC
            Worcester CC 11/4 (3.0 ov)
            2.1 W Aaron Kenjige to W van Beek, OUT, bowled him
            1.6 Aaron:Kenjige to Lister, no run
            1.5 W van Beek to Lister, 1 run
            1.4 Aaron Kenjige to W van Beek, no run
            """
        let balls = ScorecardReader().read(pages: [page(text, source: .ocr)]).deliveries
        #expect(balls.map(\.bowler) == ["Aaron Kenjige", "W van Beek", "Aaron Kenjige", "Aaron Kenjige"])
        #expect(balls.map(\.batsman) == ["W van Beek", "Lister", "Lister", "W van Beek"])
    }

    @Test func aLostPointLosesNoBall() {
        let text = """
            Napier CC v Worcester CC
            Worcester CC 11/4 (3.0 ov)
            2.2 Rahman to Lister, no run
            2:1 Rahman to Lister, 1 run, beaten outside off
            16 Rao to Lister, no run
            """
        let reading = ScorecardReader().read(pages: [page(text, source: .ocr)])
        #expect(reading.deliveries.map(\.over) == [2, 3, 3] && reading.deliveries.map(\.ball) == [6, 1, 2])
    }

    @Test func sidesWhoseCaptionsLostALetterAreAllOut() throws {
        let text = """
            BALMORAL PARK CLUB ALL OUI 141 17 OVERS
            ARYAN FAROOQ   65 (30)    RANGI SMITH    3-17 (3)
            EAST GRINSTEAD CC OUT 140 16.4 OVERS
            JOSEPH KING    53 (34)    BASIL NASEER   1-25 (4)
            """
        let innings = ScorecardReader().read(pages: [page(text, source: .ocr)]).card.innings
        #expect(innings.map(\.total.wickets) == [10, 10] && innings.map(\.total.runs) == [141, 140])
    }

    @Test func anOverStripGivesItsBalls() {
        let balls = read(
            """
            Hill v Dale
            Dale 31/2 (4.0 ov)
            Over 3   T Brown    .   1   4   W   2wd   .   1     8 runs   20/2
            Over4    B Rao      1   1   .   1nb  6   1   1     11 runs   31/2
            """
        ).deliveries
        #expect(balls.map(\.over) == [3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4])
        #expect(balls.map(\.ball) == [1, 2, 3, 4, 5, 5, 6, 1, 2, 3, 4, 4, 5, 6])
        #expect(balls.map(\.runs).reduce(0, +) == 19 && balls.count { $0.isWicket } == 1)
        #expect(balls.first?.bowler == "T Brown" && balls.last?.bowler == "B Rao")
    }

    @Test(
        arguments: [
            "Fixtures\nSat 4 May   Hill v Dale   14:30\nSun 5 May   Moor v Fell   11:00",
            "Team     P   W   L   Pts   NRR\nHill     10  7   3   14   +0.512\nDale     10  6   4   12   -0.044",
            "Player            Team   Pts\nR Rao             Hill   57 (41)\nT Brown           Dale   3/39",
            "Soup of the day 4.50\nFish and chips 12/50\nSpecials until 20 ov",
        ])
    func pagesWithoutScoresGiveNoInnings(text: String) {
        let reading = read(text)
        #expect(reading.card.innings.isEmpty && reading.deliveries.isEmpty, "\(reading.card)")
    }

    @Test func figuresTooLongForACardTrapNothing() {
        let reading = read(
            """
            Hill v Dale
            Hill                     149/8    (20 ov)
              Green 911 (9223372036854775807), Verity 9223372036854775807-3/46, Airee 20 (9223372036854775807)
            Over 3   T Brown    1   9223372036854775807 runs   20/2
            """, source: .ocr)
        #expect(reading.card.innings.first?.batting.allSatisfy { $0.balls == nil } == true)
    }

    /// A picture for sharing: each side's score above its batters and the bowlers against it, the sides beside each other.
    @Test func sidesStandBesideEachOther() throws {
        let text = """
            FULL TIME
            Hill Plains            131/5 (20)     Port Dale             133/3 (17.2)
            B McKenzie               5     9      D Murray                25     18
            T Barnes                38    33      L Moor                  21*    28
            M Rowe                  54*   47      T Kelly                 12*    15
            EXTRAS 4                              EXTRAS 12
            Port Dale BOWLING                     Hill Plains BOWLING
            B Nguyen              1/31   (4)      A Campbell            0/23    (4)
            D O'Neill             1/27   (4)      J Hayes               2/43    (4)

                         Port Dale won by 7 wickets
            """
        let card = ScorecardReader().read(pages: [page(text)]).card
        #expect(
            card.innings.map(\.team) == ["Hill Plains", "Port Dale"] && card.innings.map(\.total.runs) == [131, 133])
        #expect(card.innings.map { $0.batting.map(\.runs) } == [[5, 38, 54], [25, 21, 12]])
        #expect(card.innings.map { $0.batting.map(\.balls) } == [[9, 33, 47], [18, 28, 15]])
        #expect(card.innings.map { $0.bowling.map(\.runs) } == [[31, 27], [23, 43]])
        #expect(card.innings.map(\.extras.total) == [4, 12] && card.result == "Port Dale won by 7 wickets")
    }
}
