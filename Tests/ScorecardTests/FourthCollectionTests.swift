import Recognition
import Scorecard
import Testing

/// What the fourth collection of public pages (reports/collected-pages.md) taught: college papers, sites, blogs, forums, exports.
@Suite struct FourthCollectionTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    /// A college paper of 1884: capitals for a catch, commas before the runs, a sum without a word for it.
    @Test func linesOfACollegePaper() throws {
        let card = card(
            """
            The game, being a one day's match, was decided on the score of the first inning,
            to be played. The following is the score for the first inning:
            HARVARD
            H. L. Clark, b. Hubbard, 0
            C. W. Smith, C. Hubbard, b. Bixby, 48
            H. A. Taylor, C. Hubbard, by Bixby, 2
            C. G. Parker, b. Hubbard, 1
            M. H. Clyde run out, 16
            Eben Sutton not out, 8
            Extras, 4
            79
            """)
        let innings = try #require(card.innings.first)
        #expect(innings.team == "HARVARD" && innings.total.runs == 79 && card.date == nil)
        #expect(innings.batting.map(\.runs) == [0, 48, 2, 1, 16, 8])
        #expect(innings.batting[1].player == "C. W. Smith" && innings.batting[1].dismissal == "C. Hubbard, b. Bixby")
        #expect(innings.batting[2].fielder == "Hubbard" && innings.batting[2].bowler == "Bixby")
    }

    /// An archive's text: sides in capitals within the lines.
    @Test func sidesInCapitalsWithinTheLines() {
        let card = card(
            """
            Scores: \u{2014} CARDIFF. J. H. Brain, st Thissen, b Creber 23 J. Clarke, c Bush, b Will 17 R. Lowe, b
            Will 5 P. F. Bush, b Creber 32 H. B. Letch, c and b Will 15 D. Smith, b Ellis 40
            Extras 29 Total. 161 SWANSEA. Bancroft, b S. Lowe 7 H. T. Thomas, b S. Lowe 31 E. W.
            Jones, c Clarke, b S. Lowe 9 A. Sweet, b Smith 12 D. This, c Clarke, b Lowe 27 Creber, b
            Colley 6 Extras. 2 Total. 94
            """)
        #expect(card.innings.map(\.team) == ["CARDIFF", "SWANSEA"] && card.innings.map(\.total.runs) == [161, 94])
        #expect(card.innings.first?.batting.map(\.runs) == [23, 17, 5, 32, 15, 40])
        #expect(
            card.innings.last?.batting.map(\.player) == [
                "Bancroft", "H. T. Thomas", "E. W. Jones", "A. Sweet", "D. This", "Creber",
            ])
    }

    /// A news site that prints runs and balls before the names.
    @Test func runsBeforeTheNames() throws {
        let card = card(
            """
            Somerset Cricket Club 1st Inning
            ..60 (86) Terry Fray c Nzari Paynter b Del Rawlins
            ..46 (56) Kamau Lever c Zeko Burgess b Jon Smith
            ..04 (08) Alex Dore c Sinclair Smith b Zeko Burgess
            ..00 (01) Zeri Tomlin LBW Zeko Burgess
            ..29 (32) Derrick Brang Not Out
            ..09 Extras (4b-2lb-3nb)
            148 Total for 4 after 30.3 overs
            """)
        let innings = try #require(card.innings.first)
        #expect(innings.team == "Somerset Cricket Club" && innings.total.runs == 148)
        #expect(
            innings.batting.map(\.runs) == [60, 46, 4, 0, 29] && innings.batting.map(\.balls) == [86, 56, 8, 1, 32])
        #expect(innings.batting[0].player == "Terry Fray" && innings.batting[0].bowler == "Del Rawlins")
        #expect(innings.extras.total == 9 && innings.extras.legByes == 2)
    }

    /// A sheet pasted without headings: batters, bowlers, falls, nothing between them but a blank row.
    @Test func sheetWithoutHeadings() throws {
        let card = card(
            """
            Malan      c Stokes        b S Curran     84   288   367   3   0   29.17
            Elgar      c Buttler       b Denly        34    78   115   2   0   43.59
            Hamza      c Buttler       b Anderson     18    59   102   1   0   30.51
            Maharaj    lbw             b Anderson      2    17    24   0   0   11.76
            Rabada     not out                         3    11    18   0   0   27.27

            Anderson   18.0             9             23     2  1.28
            Broad      23.0             8             37     1  1.61
            Bess       33.0            14             57     1  1.73

            71-1       (28.6 ovs)      Elgar
            123-2      (54.2 ovs)      Hamza
            """)
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.runs) == [84, 34, 18, 2, 3])
        #expect(innings.bowling.map(\.player) == ["Anderson", "Broad", "Bess"])
        #expect(
            innings.bowling.map(\.wickets) == [2, 1, 1] && innings.bowling.map(\.overs) == ["18.0", "23.0", "33.0"])
        #expect(innings.fallOfWickets.map(\.runs) == [71, 123])
    }

    /// An export of a league's program: a title that ends in the fall of wickets, who was out before each score.
    @Test func fallsBelowATitleWithASide() throws {
        let card = card(
            """
            BatsMan          How Out    Fielder      Bowler       Runs   Balls  Fours  Sixers
            Usman Ayub       ct         Jay R        Jay R           0       3      0       0
            Raj Puta         b                       Yaqzaan R       4       6      1       0
            Ajay Kamath      st         Ash B        Abhi S         40      57      8       0
            Kent CC Bowling
            Bowler           Overs      Madiens      Runs         Wickets
            Jay Ram            6.0            0        16               1
            Yaqzaan R          5.0            1        19               1
            Abhi S             4.0            0        23               1
            Charlie Bears Saturday Fall of Wickets
            USMAN A          1-1        Over 0.3
            Raj P            2-6        Over 1.6
            Ajay Kam         3-45       Over 18.1
            """)
        let falls = try #require(card.innings.first).fallOfWickets
        #expect(falls.map(\.wicket) == [1, 2, 3] && falls.map(\.runs) == [1, 6, 45])
        #expect(
            falls.map(\.player) == ["USMAN A", "Raj P", "Ajay Kam"] && falls.map(\.over) == ["0.3", "1.6", "18.1"])
    }

    /// Briefs of a school's match on a telephone: lists that the ends of lines part anywhere.
    @Test func briefsBehindDashesAndColons() {
        let card = card(
            """
            Prince of Wales College - 305/8 declared in 65
            overs: Dilan Madura 143, Thilan Nimesh 78, Pavith
            Rathna 2/78, Dellon Peiris 2/55.
            St Thomas College - 138 all out in 54.4 overs:
            Ishan Perera 44, Kalana Perera 34, Savin Peiris
            2/16, Avin Fernando 2/19.
            """)
        #expect(card.innings.map(\.total.runs) == [305, 138] && card.innings.map(\.total.overs) == ["65", "54.4"])
        #expect(card.innings.map(\.team) == ["Prince of Wales College", "St Thomas College"])
        #expect(
            card.innings.first?.batting.map(\.runs) == [143, 78] && card.innings.last?.bowling.map(\.runs) == [16, 19])
        #expect(card.innings.first?.bowling.map(\.player) == ["Pavith Rathna", "Dellon Peiris"])
    }

    /// Scores with what each side's best did below them, and of a match in progress parted by a semicolon.
    @Test func scoresAboveTheBestFigures() {
        let blog = card(
            """
            RUACC 206-6 (40 overs)
            Ward 56, Eagle 29
            Sixpenny Hand 100-9 (all out, 27.3 overs)
            Stewart 3-14, Withers 3-19
            RUACC won by 106 runs
            """)
        #expect(blog.innings.map(\.total.runs) == [206, 100] && blog.innings.map(\.total.overs) == ["40", "27.3"])
        #expect(
            blog.innings.first?.batting.map(\.runs) == [56, 29] && blog.innings.last?.bowling.map(\.wickets) == [3, 3])
        let forum = card(
            """
            Group B: Bengal v Orissa at Siliguri - Dec 9-12, 2007
            Bengal 107; Orissa 49/3
            RR Parida 15* P Jaya 12*
            A Dinda 1-0-3-0 SS Sarkar 2-1-4-0
            """)
        #expect(forum.innings.map(\.team) == ["Bengal", "Orissa"] && forum.innings.map(\.total.runs) == [107, 49])
        #expect(forum.innings.last?.batting.map(\.runs) == [15, 12] && forum.innings.last?.bowling.count == 2)
    }
}
