import Recognition
import Scorecard
import Testing

/// What belongs to the name of a side.
@Suite struct SideNamesTests {
    private func card(_ heading: String, head: String = "") -> Scorecard {
        ScorecardReader().read(
            pages: [page(head + "\n" + SmallCard.text.replacing("Hill\n", with: heading + "\n"), source: .textLayer)]
        ).card
    }

    @Test(arguments: [
        ("Welsh Fire (Men)", "Welsh Fire (Men)"), ("HKU Students (UCL)", "HKU Students (UCL)"),
        ("Royal Challengers Bangalore (RCB)", "Royal Challengers Bangalore"), ("Kent (DLS)", "Kent"),
    ])
    func bracketsOfTeamsAndLeaguesBelongToIt(printed: String, name: String) {
        #expect(card(printed + " innings").innings.first?.team == name)
    }

    @Test func theLabelOfATossIsNoPartOfIt() {
        #expect(card("Kent innings", head: "Toss won by Kent who elected to bat").toss == "Kent who elected to bat")
    }
}
