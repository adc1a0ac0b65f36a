import Recognition
import Scorecard
import Testing

/// Falls of all innings in columns with the bowling of both sides beside them, at the foot of a match in an annual.
@Suite struct MatchFootTests {
    private static let first = """
        HILL CC First Innings
                                             R    M    B    6   4
        W.D. Boult      c Fox b Lee         16   36   22    0   1
        M. Horne        not out             45   82   57    2   3
        Extras          (lb 2)               2
        TOTAL           (12.5 overs)        63
        DALE CC First Innings
                                             R    M    B    6   4
        J.K. Lee        b Horne             10   34   23    0   1
        T. Fox          c Boult b Horne      9   22   14    0   1
        Extras          (b 1)                1
        TOTAL           (11 overs)          20
        """
    private static let second = """
        HILL CC Second Innings
                                             R    M    B    6   4
        W.D. Boult      b Fox                7    9    8    0   1
        M. Horne        not out              4    6    5    0   0
        TOTAL           (3 overs)           11
        DALE CC Second Innings
                                             R    M    B    6   4
        J.K. Lee        lbw b Boult          1    4    3    0   0
        T. Fox          not out             12   22   14    0   1
        TOTAL           (6 overs)           13
        """
    private static let foot = """
        FALL OF WICKETS              Dale CC                                    Hill CC
               HC   DC   HC   DC                   O  M   R  W    O  M   R  W               O  M   R  W    O  M   R  W
        Wkt   1st  1st  2nd  2nd     J.K. Lee      6  1  30  1    2  0   5  0    M. Horne    6  0  12  2    3  0   6  0
        1st    12    4    8    3     T. Fox     6.5  0  31  0    1  0   6  1    W.D. Boult  5  1   7  0    3  1   7  1
        2nd    40   20         9     P. Ray        1  0   2  0
        3rd    63
        """

    private func innings(_ lines: String..., source: TextSource = .textLayer) -> [Innings] {
        ScorecardReader().read(pages: [page(lines.joined(separator: "\n"), source: source)]).card.innings
    }

    @Test func eachInningsHasItsFallsAndTheBowlingAgainstIt() {
        let innings = innings("HILL CC v DALE CC", Self.first, Self.second, Self.foot)
        #expect(innings.map(\.team) == ["HILL CC", "DALE CC", "HILL CC", "DALE CC"])
        #expect(innings.map { $0.fallOfWickets.map(\.runs) } == [[12, 40, 63], [4, 20], [8], [3, 9]])
        #expect(
            innings.map { $0.bowling.map(\.player) } == [
                ["J.K. Lee", "T. Fox", "P. Ray"], ["M. Horne", "W.D. Boult"], ["J.K. Lee", "T. Fox"],
                ["M. Horne", "W.D. Boult"],
            ])
        #expect(innings.map { $0.bowling.map(\.runs) } == [[30, 31, 2], [12, 7], [5, 6], [6, 7]])
        #expect(innings.map { $0.batting.count } == [2, 2, 2, 2])
    }

    /// A match of one innings each, whose columns are headed by the letters of the sides alone.
    @Test func aMatchOfOneInningsHasTwoColumns() {
        let foot = """
            FALL OF WICKETS     Dale CC                         Hill CC
            Wkt   HC   DC                   O  M   R  W                    O  M   R  W
            1st   12    4     J.K. Lee      6  1  30  1     M. Horne       6  0  12  2
            2nd   40   20     T. Fox      6.5  0  31  0     W.D. Boult     5  1   7  0
            3rd   63
            """
        let innings = innings("HILL CC v DALE CC", Self.first, foot, "Umpires: A Moss, B Ash")
        #expect(innings.map { $0.fallOfWickets.map(\.runs) } == [[12, 40, 63], [4, 20]])
        #expect(innings.map { $0.bowling.map(\.runs) } == [[30, 31], [12, 7]])
    }

    /// Figures whose heads were lost are minutes and balls, not a rate, where no rate is what they make.
    @Test func minutesAndBallsAreNoRate() throws {
        let innings = innings(
            """
            HILL CC First Innings
            W.D. Boult      c Fox b Lee         16   36   22
            M. Horne        b Ray               45   82   57
            C. Dey          lbw b Lee            8   12    9
            K. Roy          not out             20   41   33
            TOTAL           (12.5 overs)        63
            """)
        let batting = try #require(innings.first?.batting)
        #expect(batting.map(\.minutes) == [36, 82, 12, 41])
        #expect(batting.map(\.balls) == [22, 57, 9, 33])
        #expect(batting.allSatisfy { $0.strikeRate == nil })
    }
}
