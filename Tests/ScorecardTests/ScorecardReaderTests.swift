import Recognition
import Scorecard
import Testing

@Suite struct ScorecardReaderTests {
    private func read(_ text: String) -> ScorecardReading { ScorecardReader().read(pages: [page(text)]) }

    @Test func gridOfWickets() throws {
        let reading = read(
            """
            Hill 1st XI
            BATSMAN          HOW OUT           BOWLER        RUNS   BALLS
            A Khan           c Smith           b Jones         14      12
            B Rao            not out                           16      20
            C Lee            not out                            0       1
            EXTRAS           b 1 lb 2 w 3 nb 2                  8
            TOTAL            for 1 wkts                        38

            WICKET    1    2    3    4    5    6    7    8    9    10
            SCORE     20
            """)
        let innings = try #require(reading.card.innings.first)
        #expect(innings.team == "Hill 1st XI")
        #expect(innings.batting.map(\.player) == ["A Khan", "B Rao", "C Lee"])
        #expect(innings.fallOfWickets == [FallOfWicket(wicket: 1, runs: 20)])
    }

    @Test func gridWhoseFirstScoreGoesOnWithTheCount() throws {
        let reading = read(
            """
            BATSMAN          HOW OUT           BOWLER        RUNS   BALLS
            A Khan           c Smith           b Jones         14      12
            B Rao            b Smith                           16      20
            C Lee            not out                            0       1
            TOTAL            for 2 wkts                        38

            WICKET    1    2    3    4    5    6    7    8    9    10
            SCORE    11   12
            """)
        #expect(reading.card.innings.first?.fallOfWickets.map(\.runs) == [11, 12])
    }

    @Test func footersAreNoBowlers() {
        let reading = read(
            """
            BATSMAN          HOW OUT           BOWLER        RUNS   BALLS
            A Khan           c Smith           b Jones         14      12
            B Rao            not out                           16      20
            BOWLER           O      M      R      W
            T Jones          3      0     20      1
            Scored live      page   1      of     1
            """)
        #expect(reading.card.innings.first?.bowling.map(\.player) == ["T Jones"])
    }
}
