import Recognition
import Scorecard
import Testing

/// Initials that an engine ran into a name, lost, or set apart.
@Suite struct LostInitialsTests {
    private static let initialed = ["J Smith", "A Khan", "P Rao", "K Lal", "M Dias", "S Roy", "B Cox", "D Hall"]

    private func batting(_ names: [String], falls: String = "") throws -> [BattingEntry] {
        let rows = names.enumerated().map { index, name in
            name.padding(to: 20) + "b Chapman".padding(to: 20) + "\(index + 10)   \(index + 20)"
        }
        let text =
            (["Perth innings", "Batter                                  R    B"] + rows + [falls])
            .joined(separator: "\n")
        return try #require(ScorecardReader().read(pages: [page(text, source: .ocr)]).card.innings.first).batting
    }

    @Test func aDaggerBeforeAnInitiallessNameIsATWhereAllOthersHaveInitials() throws {
        let last = try #require(try batting(Self.initialed + ["\u{2020}Alam"]).last)
        #expect(last.player == "T Alam" && last.keeper == nil)
    }

    @Test func aKeeperInBracketsStaysOne() throws {
        let last = try #require(try batting(Self.initialed + ["\u{2020}Alam (wk)"]).last)
        #expect(last.player == "T Alam" && last.keeper == true)
    }

    @Test func aDaggerStaysOneWhereNamesHaveNoInitials() throws {
        let last = try #require(try batting(["Smith", "Khan", "Rao", "Lal", "Dias", "Roy", "\u{2020}Alam"]).last)
        #expect(last.player == "Alam" && last.keeper == true)
    }

    @Test func anLBetweenAnInitialAndAConsonantIsTheIOfASurname() throws {
        let names = try batting(Self.initialed + ["Elves", "Slater"]).suffix(2).map(\.player)
        #expect(names == ["E Ives", "Slater"])
    }

    @Test func aLostInitialIsTakenFromTheOneMentionThatHasIt() throws {
        let falls = "Fall of wickets: 1-12 (J Smith, 2.1 ov), 2-40 (I Nawaz, 7,3 ov), 3-60 (A Khan, 9.1 ov)"
        let last = try #require(try batting(Self.initialed + ["Nawaz"], falls: falls).last)
        #expect(last.player == "I Nawaz")
    }

    @Test func pointsAndGapsAmongInitialsFollowTheCard() throws {
        let names = try batting(["P.L.T. Rao", "N.V. Lal", "M.S. Roy", "PL.T. Dias", "K. L.T. Khan", "P. van Rao"])
            .map(\.player)
        #expect(names.suffix(3) == ["P.L.T. Dias", "K.L.T. Khan", "P. van Rao"])
    }
}
