import Foundation
import Recognition
import Scorecard
import Testing

/// What bulletins, forums and papers of a twelfth collection had that none before them had.
@Suite struct TwelfthCollectionTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    @Test func theFirstOfTwoInningsStandsBehindADash() throws {
        let innings = card(
            """
            Southerns \u{2013} 144 and 230 all out in 73.5 overs (Brian Moyo 65, Brad Evans 29; Ainsley Ndlovu 3/40)
            Northerns \u{2013} 476-8 declared in 199.5 overs (Don Tiri 100*, Tim Maru 98; Tapi Mufu 3-
            129, Tony Muny 1/31)
            Northerns won by an innings and 102 runs
            """
        ).innings
        #expect(innings.map(\.team) == ["Southerns", "Southerns", "Northerns"])
        #expect(innings.map(\.total.runs) == [144, 230, 476])
        #expect(innings.map(\.batting.count) == [0, 2, 2] && innings.map(\.bowling.count) == [0, 1, 2])
        #expect(innings[2].bowling.map(\.wickets) == [3, 1] && innings[2].bowling.map(\.runs) == [129, 31])
    }

    @Test func aBriefTellsWhoWasNotOutBeforeTheRunsAndWhoRetired() throws {
        let innings = card(
            """
            Kent 238/ 8 (A Ahmed 40, F Reza 50, Khal Mashud n.o 48; Rains 2/51) beat
            Essex 175 in 44.4 ovs (V Sib 33, S Mats 26 retired; S Hoss 3/41)
            """
        ).innings
        #expect(innings.map(\.total.runs) == [238, 175] && innings.first?.total.wickets == 8)
        #expect(innings.first?.batting.map(\.howOut) == [nil, nil, .notOut])
        #expect(innings.first?.batting.last?.player == "Khal Mashud")
        #expect(innings.last?.batting.map(\.howOut) == [nil, .retiredHurt])
    }

    @Test func bowlersOfOldHaveWicketsAlone() {
        let innings = card(
            """
            Kent 166 (J Minsh 60, T Patten 38; T Brett 5w) & 69 (J Miller 23; T Brett 2w, R Nyren 2w)
            Essex 403 (J Aylw 167, T Suet 46; J Wood 5w, E Stev 3w)
            """
        ).innings
        #expect(innings.map { $0.bowling.map(\.wickets) } == [[5], [2, 2], [5, 3]])
        #expect(innings.allSatisfy { $0.bowling.allSatisfy { $0.runs == nil } })
    }

    @Test func aSentenceOfAResultHasBothScores() {
        let innings = card(
            """
            At HKCC: Old Saracens 7/182 from 35 overs lost to Gap Ramblers 4/184 from 34.2 overs by six
            wickets.
            """
        ).innings
        #expect(innings.map(\.team) == ["Old Saracens", "Gap Ramblers"])
        #expect(innings.map(\.total.runs) == [182, 184] && innings.map(\.total.wickets) == [7, 4])
        let bracketed = card("The Village (194 for 7) beat South Bank (75 all out)\nby 119 runs").innings
        #expect(bracketed.map(\.team) == ["The Village", "South Bank"])
        #expect(bracketed.map(\.total.runs) == [194, 75] && bracketed.map(\.total.wickets) == [7, 10])
    }

    @Test func aScoreOvernightIsNotTheLast() {
        let innings = card(
            """
            Wesley - 175 and 96 for 2 at stumps (S Nada 33, S Rupa 35; R Fern 2 for 24)
            St. Sebastian's 101 for 3 overnight 278 (R Fern 56, D Coor 41; C Karu 5 for 101)
            """
        ).innings
        #expect(innings.map(\.total.runs) == [175, 96, 278] && innings.map(\.batting.count) == [0, 2, 2])
    }

    @Test func dashesPartPlayersAndRuns() {
        let innings = card(
            """
            Brief Scores: Somani School, 35 all out (Parth- 7; Moin Khan- 7/10, Farhan Shaikh- 3/6)
            Rizvi High School, 39/0 in 3.3 overs (Saad
            Sheikh-22, Faizan Rabani-10)
            """
        ).innings
        #expect(innings.map { $0.batting.map(\.runs) } == [[7], [22, 10]])
        #expect(innings.last?.batting.map(\.player) == ["Saad Sheikh", "Faizan Rabani"])
    }

    @Test func theFootTellsTheOtherSidesScore() {
        let innings = card(SmallCard.text.components(separatedBy: "Bowler")[0] + "Moor Women 127 - 4 (19.4 Overs)")
            .innings
        #expect(innings.map(\.team) == ["Hill", "Moor Women"] && innings.last?.total.runs == 127)
        #expect(innings.last?.total.wickets == 4 && innings.last?.total.overs == "19.4")
    }

    @Test func namesStandAboveTheFallsOfAGrid() throws {
        let falls = try #require(
            card(
                SmallCard.text + """

                    Fall of Wickets
                    N Kelly              H Nicholls
                    1-13, Over 2.6       2-91, Over 17.1
                    R Marlu              T Seifert
                    3-103, Over 20.2     4-164, Over 31.1
                    """
            ).innings.first
        ).fallOfWickets
        #expect(falls.map(\.player) == ["N Kelly", "H Nicholls", "R Marlu", "T Seifert"])
        #expect(falls.map(\.runs) == [13, 91, 103, 164] && falls.map(\.over) == ["2.6", "17.1", "20.2", "31.1"])
    }

    @Test func aPaperOfOldSetsADashBehindEachSide() {
        let innings = card(
            """
            They lost Greenwood in the second over, but Carlin and Tibbles played out time.
            Mexborough.\u{2014} W. B. Broadhead, c Carlin, b Palmer, 27; L. Burkinshaw, c Robinson, b
            Palmer, 25; B. Senior, c Clarkson, b Palmer, 25; C. Kilner, not out, 30; D. Brown, b
            Palmer, 6; T. Ambler, c Tibbles, b Robinson, 34; extras, 2; total (for 5 wickets, declared), 149.
            Denaby and Cadeby \u{2014}T. Greenwood, c Copeland, b Ambler, 1; F. Tibbles, not out, 18; R.
            Carlin, not out, 27; extras, 12; total (for 1 wicket),
            58.
            """
        ).innings
        #expect(innings.map(\.team) == ["Mexborough", "Denaby and Cadeby"])
        #expect(innings.map(\.batting.count) == [6, 3] && innings.map(\.total.runs) == [149, 58])
        #expect(innings.map(\.extras.total) == [2, 12] && innings.first?.total.declared == true)
    }

    @Test func aTownBehindACommaBelongsToASide() {
        let card = card(
            """
            At Gampaha (Match drawn) Bandara MMV,
            Gampaha: 184/2 declared (Dinu Hetti 81, Nidu Jaya 93 n.o, L. Dhan 2/24)
            St. Anne's, Kurunegala: 41/0 (Poor Nana 38 n.o)
            """)
        #expect(card.innings.map(\.team) == ["Bandara MMV, Gampaha", "St. Anne's, Kurunegala"])
    }

    @Test func nobodyKnowsWhoCaughtAndBowled() throws {
        let batting = try #require(
            card(
                """
                Kent Innings
                Batsman           Fieldsman    Bowler        Runs   Balls
                J Lee             c ?          b ?             12      30
                K Moss                         b ?              7       9
                T Rowe            c +W Turvey  b A Hill        22      31
                Extras                                          4
                Total             3 wkts                       45
                """
            ).innings.first
        ).batting
        #expect(batting.map(\.dismissal) == ["c ? b ?", "b ?", "c +W Turvey b A Hill"])
        #expect(batting.map(\.bowler) == [nil, nil, "A Hill"] && batting.map(\.howOut) == [.caught, .bowled, .caught])
    }

    @Test func aGroundStandsBetweenTheKindOfMatchAndTheDay() {
        #expect(
            card("Kent v Essex\nT20\nCentral Broughton\n2011-04-13\n" + SmallCard.text).venue == "Central Broughton")
        #expect(card("Kent v Essex\nT20\nNorthern League\n2011-04-13\n" + SmallCard.text).venue == nil)
    }
}
