import FoundationEssentials
import Scorecard
import Testing

/// A small card that uses every kind of leaf.
func sampleCard() -> Scorecard {
    Scorecard(
        teams: ["Ādamstown CC", "O\u{2019}Neill XI"], result: "Ādamstown CC won by 3 runs",
        innings: [
            Innings(
                team: "Ādamstown CC", total: InningsTotal(runs: 20, wickets: 1, overs: "2.0"),
                extras: Extras(total: 2, wides: 2),
                batting: [
                    BattingEntry(
                        player: "A Khan", captain: true, howOut: .caught, dismissal: "c Smith b Jones",
                        fielder: "Smith", bowler: "Jones", runs: 18, balls: 9, fours: 3, sixes: 1, strikeRate: 200)
                ],
                didNotBat: ["B Rao"],
                bowling: [BowlingEntry(player: "Jones", overs: "2", maidens: 0, runs: 20, wickets: 1, economy: 10)],
                fallOfWickets: [FallOfWicket(wicket: 1, runs: 20, player: "A Khan", over: "1.6")])
        ])
}

@Suite struct ScorecardJSONTests {
    @Test func roundTrip() throws {
        let card = sampleCard()
        #expect(try ScorecardJSON.decode(Array(ScorecardJSON.encode(card).utf8)) == card)
        #expect(try ScorecardJSON.decode(Array(ScorecardJSON.encode(card, layout: .compact).utf8)) == card)
    }

    @Test func prettyFormKeepsTheContractsOrder() {
        let text = ScorecardJSON.encode(sampleCard())
        #expect(text.hasPrefix("{\n  \"schema\": 1,\n  \"teams\": [\n    \"Ādamstown CC\",\n"))
        #expect(text.contains("\"strike_rate\": 200.0"))
        #expect(text.contains("\"fall_of_wickets\": [\n"))
        #expect(text.hasSuffix("]\n}\n"))
    }

    @Test func numbersAsPythonPrintsThem() {
        let values: [OrderedJSON] = [
            .decimal(20), .decimal(133.33), .decimal(0.1), .integer(7), .decimal(.nan), .array([]), .object([]),
        ]
        #expect(OrderedJSON.array(values).encoded() == "[20.0,133.33,0.1,7,null,[],{}]")
    }

    @Test func noControlCharacterGetsOut() {
        let text = OrderedJSON.text("a\u{0}b\u{1}\n\u{1B}\u{7F}\u{9F}\"\\é\u{1F600}").encoded()
        #expect(text == "\"ab\\u0001\\n\\u001b\\u007f\\u009f\\\"\\\\é\u{1F600}\"")
    }

    @Test func strictErrors() {
        func error(_ text: String) -> ScorecardJSONError? {
            do throws(ScorecardJSONError) {
                _ = try ScorecardJSON.decode(Array(text.utf8))
                return nil
            } catch {
                return error
            }
        }
        let good = ScorecardJSON.encode(sampleCard(), layout: .compact)
        #expect(error(good) == nil)
        #expect(
            error(good.replacing("\"fours\"", with: "\"four\"")) == .unknownKey(path: "innings/0/batting/0/four"))
        #expect(error(good.replacing("\"schema\":1", with: "\"schema\":2")) == .unsupportedSchema(2))
        if case .wrongValue(let path, _) = error(good.replacing("\"runs\":18", with: "\"runs\":\"18\"")) {
            #expect(path == "innings/0/batting/0/runs")
        } else {
            Issue.record("a text where a number belongs must be an error")
        }
        if case .wrongValue(let path, _) = error(good.replacing("\"did_not_bat\":[\"B Rao\"],", with: "")) {
            #expect(path == "innings/0/did_not_bat")
        } else {
            Issue.record("a missing list must be an error")
        }
        if case .malformed = error("{\"schema\":") {} else { Issue.record("half a file must be malformed") }
    }

    @Test func leavesComeInTheContractsOrder() {
        let leaves = sampleCard().leaves
        #expect(leaves.first == CardLeaf(path: "teams/0", value: .text("Ādamstown CC")))
        #expect(leaves.contains(CardLeaf(path: "innings/0/batting/0/strike_rate", value: .decimal(200))))
        #expect(leaves.contains(CardLeaf(path: "innings/0/batting/0/minutes", value: .null)))
        #expect(leaves.last == CardLeaf(path: "innings/0/fall_of_wickets/0/over", value: .text("1.6")))
        #expect(Set(leaves.map(\.path)).count == leaves.count)
    }
}
