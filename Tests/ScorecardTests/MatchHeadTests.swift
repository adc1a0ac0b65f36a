import Recognition
import Scorecard
import Testing

/// What stands above and below the tables: the kind of match in a title, grounds, days, sides.
@Suite struct MatchHeadTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    private static let table = "\n" + SmallCard.text

    @Test(
        arguments: [
            ("T20I at Mill Oval, Leeds, Nov 5 2019", "T20I"),
            ("West Dale in Hill\n1st Test / Day 1 of 5 / Mill Lane", "Test"),
            ("Match number TEST No. 2402", "TEST"), ("2nd test: Dale-Hill scoreboard", "test"),
            ("Scoreboard: Hill vs. Dale, Second Test, Day One", "Test"),
        ])
    func titlesSayTheKindOfMatch(title: String, kind: String) {
        #expect(card(title + "\n" + Self.table).matchType == kind)
    }

    @Test(
        arguments: [
            (
                "Hill and Dale - 1st XI vs Moor CC - Sunday 1st XI",
                ["Hill and Dale - 1st XI", "Moor CC - Sunday 1st XI"]
            ),
            ("Hill CC - Under 15 v Dale CC - Women 2nd XI", ["Hill CC - Under 15", "Dale CC - Women 2nd XI"]),
        ])
    func whatAClubCallsItsElevenBelongsToItsName(title: String, teams: [String]) {
        #expect(card(title + "\n" + Self.table).teams == teams)
    }

    @Test func aNumberOfInningsOrATestAlongTheWayIsNoKindOfMatch() {
        #expect(card("Hill 1st innings\nThe pitch was a test of patience\n" + Self.table).matchType == nil)
    }

    @Test func theGroundBehindTheKindOfMatchKeepsItsTown() {
        let card = card("1st T201, Harare Sports Club, Harare, 11 Dec, 2024\n" + Self.table, source: .ocr)
        #expect(card.venue == "Harare Sports Club, Harare" && card.date == "11 Dec, 2024" && card.matchType == "T20I")
    }

    @Test func daysOfPlayOutrankThoseOfThePaper() {
        let card = card(
            "JULY 26, 1900. CRICKET : A WEEKLY RECORD OF THE GAME. 295\n"
                + "Played at Birmingham on July 19, 20 and 21. Hill won by nine wickets.\n" + Self.table)
        #expect(card.venue == "Birmingham" && card.date == "July 19, 20 and 21")
        #expect(card.result == "Hill won by nine wickets")
    }

    @Test func theMonthBehindASideIsNoPartOfItsName() {
        #expect(card("Hill v Dale May 1964\n" + Self.table).teams == ["Hill", "Dale"])
    }

    @Test func aResultWhoseFigureStandsApartIsWhole() {
        #expect(card("Dale v Hill\nHill won by   9 wickets\n" + Self.table).result == "Hill won by 9 wickets")
    }

    /// The large letters of a title are what an engine reads worst.
    @Test func sidesOfATitleThatCannotBeReadAreThoseAboveTheInnings() {
        let card = card("une in V oO om\n" + Self.table + Self.table.replacing("Hill", with: "Dale"), source: .ocr)
        #expect(card.teams == ["Hill", "Dale"])
    }

    @Test(arguments: ["Coastal Premier League", "Midland Combined Counties"])
    func theGroundStandsAboveTheDays(competition: String) {
        let head = "Kent U19 v Essex U19\n\(competition)\nCentral Broughton\n20 November 2005\nMatch drawn\n"
        let card = ScorecardReader().read(pages: [page(head + SmallCard.text)]).card
        #expect(card.venue == "Central Broughton" && card.date == "20 November 2005")
    }

    @Test func aRoundAboveTheDaysIsNoGround() {
        let head = "Kent U19 v Essex U19\nCoastal Premier League\nSemi Final\n20 November 2005\n"
        #expect(ScorecardReader().read(pages: [page(head + SmallCard.text)]).card.venue == nil)
    }

    @Test func oversStandBeforeTheRateOfATotal() throws {
        let printed = "Total      20.0 (RR: 7.25)   145/6"
        let card = card(Self.table.replacing("Total      1 wkt (6.2 ov)    40", with: printed))
        let total = try #require(card.innings.first?.total)
        #expect(total.runs == 145 && total.wickets == 6 && total.overs == "20.0")
    }

    @Test func twoBowlersBelowATotalAreBowling() throws {
        let card = card(
            """
            Ross County - All Out 0
            Elgin
            T Manley       b Oliver       28
            B Woolfson     b Hendry        0
            J Wright       b Nevin        43
            J Leithead     not out        36
            Extras                        12
            Total (3 wkts dec)           119
            Hendry         15   0   53   1
            Nevin          11   2   42   1
            Oliver          4   1   18   1
            Ross County
            B Kenny        b Woolfson      0
            G Sheils       b Murray        0
            J Hendry       b Woolfson      0
            S Bull         not out         0
            Extras                         0
            Total                          0
            Woolfson        2   2    0   5
            Murray          2   2    0   4
            """)
        #expect(
            card.innings.map { $0.bowling.map(\.player) } == [["Hendry", "Nevin", "Oliver"], ["Woolfson", "Murray"]])
        #expect(card.innings.last?.bowling.map(\.wickets) == [5, 4])
    }
}
