import Recognition
import Scorecard
import Testing

/// What the eighth collection of public pages taught: tables that say the side in each row, falls of wickets in more shapes, figures
/// that nobody knows.
@Suite struct EighthCollectionTests {
    private func card(_ text: String) -> Scorecard { ScorecardReader().read(pages: [page(text)]).card }

    private func falls(_ innings: Innings?) -> [String] {
        (innings?.fallOfWickets ?? []).map {
            "\($0.wicket ?? 0)-\($0.runs ?? 0) \($0.player ?? "-") \($0.over ?? "-")"
        }
    }

    /// A data frame with the batters of both sides, each row with its innings and its side.
    @Test func sidesOfRowsAreInnings() throws {
        let card = card(
            """
                Innings   Team              Batsman      Dismissal            Runs   Balls   4s   6s
            0   1         Punjab Kings      P Arya       c Stubbs b Rahman    6      9       1    0
            1   1         Punjab Kings      P Singh      b Nigam              28     18      4    1
            2   1         Punjab Kings      M Stoinis    not out              44     16      3    4
            3   2         Delhi Capitals    KL Rahul     c Singh b Jansen     35     21      6    1
            4   2         Delhi Capitals    K Nair       b Brar               44     27      5    2
            5   2         Delhi Capitals    S Rizvi      not out              58     25      3    5
            """)
        #expect(card.innings.map(\.team) == ["Punjab Kings", "Delhi Capitals"])
        #expect(card.innings.map { $0.batting.map(\.runs) } == [[6, 28, 44], [35, 44, 58]])
        #expect(card.innings.last?.batting.map(\.player) == ["KL Rahul", "K Nair", "S Rizvi"])
        #expect(card.innings.first?.batting.map(\.bowler) == ["Rahman", "Nigam", nil])
    }

    private let batting = """
        England
                                                   R     B    4s
        Crawley      c Malan b Philander          66   112    11
        Sibley       b Hendricks                  44    93     7
        Wood         not out                      35    39     2
        Extras                                     5

        """

    /// The over stands in brackets before the player, and the title is on the page before.
    @Test func fallsSayTheOverFirstAndGoOnOverleaf() throws {
        let first = page(
            batting + """
                             O      M     R    W   Econ
                Philander  20.0     2    50    2   2.50
                Hendricks  23.0     3   111    1   4.83
                Fall of wickets
                107-1 (32.4 ovs) Sibley
                116-2 (35.1 ovs) Crawley
                """)
        let second = page("150-3 (42.2 ovs) Denly\n157-4 (45.1 ovs) van der Dussen", index: 1)
        let card = ScorecardReader().read(pages: [first, second]).card
        #expect(
            falls(card.innings.first) == [
                "1-107 Sibley 32.4", "2-116 Crawley 35.1", "3-150 Denly 42.2", "4-157 van der Dussen 45.1",
            ])
    }

    /// Rows below the title whose scores are not numbered.
    @Test func scoresBeforeNamesAreCounted() {
        let card = card(
            batting + """
                Fall of wicket
                 77  Rahane
                 90  Gambhir
                103  I Sharma
                """)
        #expect(falls(card.innings.first) == ["1-77 Rahane -", "2-90 Gambhir -", "3-103 I Sharma -"])
    }

    /// A table of scores beside the bowlers whose head says what falls.
    @Test func fallsStandBesideTheBowlersUnderTheirTitle() {
        let card = card(
            batting + """
                Bowler       Overs   Maidens   Runs   Wickets   Econ     Fall of Wicket        Batsman
                Philander    20.0    2         50     2         2.50     56-1 (20.4 ovs)       Crawley
                Nortje       24.0    1         110    5         4.58     75-2 (25.1 ovs)       Denly
                Paterson     20.2    3         86     2         4.23     92-3 (35.3 ovs)       Sibley
                                                                         136-4 (41.3 ovs)      du Plessis
                """)
        #expect(
            falls(card.innings.first) == [
                "1-56 Crawley 20.4", "2-75 Denly 25.1", "3-92 Sibley 35.3", "4-136 du Plessis 41.3",
            ])
        #expect(card.innings.first?.bowling.map(\.wickets) == [2, 5, 2])
    }

    /// Falls without a title below the bowlers.
    @Test func fallsBelowTheBowlersNeedNoTitle() {
        let card = card(
            batting + """
                Bowler       Overs   Maidens   Runs   Wickets
                Kaleemullah  4       0         30     1
                Bilal Khan   4       0         28     1
                1-35 (Steven Taylor, 4.2 overs)
                2-52 (Monank Patel, 7.1 overs)
                """)
        #expect(falls(card.innings.first) == ["1-35 Steven Taylor 4.2", "2-52 Monank Patel 7.1"])
    }

    /// A notebook's prompts beside its cells, and rows numbered from 0.
    @Test func promptsAreNoText() {
        let card = card(
            """
            In [2]:   card.batting
            Out[2]:       batter          dismissal        runs   balls
                      0   Ryan Pringle    c Hill b Fox     33     38
                      1   Teja Dutt       b Fox            0      9
                      2   Max Jansen      not out          12     20
            In [3]:   card.falls
            Out[3]:       wicket    score    batter         over
                      0   1         5        Teja Dutt      2.3
                      1   2         85       Ryan Pringle   12.3
            In [4]:   card(match, 2)
            """)
        #expect(card.innings.first?.batting.map(\.player) == ["Ryan Pringle", "Teja Dutt", "Max Jansen"])
        #expect(falls(card.innings.first) == ["1-5 Teja Dutt 2.3", "2-85 Ryan Pringle 12.3"])
    }

    /// Question marks of an archive are no sevens, shares of the total no rates, and professionals are named without their mark.
    @Test func whatNobodyKnowsIsNoFigure() throws {
        let card = card(
            """
            Burnley                            R     B    4s   6s   SR      %
            TA Wardall (Pro)   b Bullen       16     ?    0    0            12.5%
            W Hall             b Stevens      27     ?    0    0            21.0%
            E Stevens          not out        60     ?    0    0            46.8%
            Extras                             2
            Burnley bowling    O     M     R    W
            Brett              ?     ?     ?    5
            """)
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.player) == ["TA Wardall", "W Hall", "E Stevens"])
        #expect(innings.batting.allSatisfy { $0.balls == nil && $0.strikeRate == nil })
        let bowler = try #require(card.innings.flatMap(\.bowling).first)
        #expect(bowler.player == "Brett" && bowler.wickets == 5 && bowler.overs == nil && bowler.runs == nil)
    }

    /// Titles say the year or the kind of page before the sides, or the first letters of their names alone.
    @Test func titlesNameTheSides() {
        let below = """


            Chennai Super Kings innings
            RD Gaikwad    b Yadav      28
            MS Dhoni      not out      50
            Total         (1 wicket)   80

            Kolkata Knight Riders innings
            AM Rahane     b Santner    44
            N Rana        not out      21
            Total         (1 wicket)   70
            """
        let sides = ["Chennai Super Kings", "Kolkata Knight Riders"]
        #expect(card("CSK vs KKR" + below).teams == sides)
        let titled = "Chennai Super Kings vs Kolkata Knight Riders" + below
        for before in ["2022 ", "T20 ", "Cricket Scorecard "] { #expect(card(before + titled).teams == sides) }
    }
}
