import Recognition
import Scorecard
import Testing

/// Names of dismissals and falls that an engine misread, held against the lists that they must stand on.
@Suite struct SquadAgreementTests {
    private func innings(
        caught: String = "c Bird b Klein", fall: String = "Hanrahan", bowler: String = "H Klein"
    ) throws -> Innings {
        let text = """
            Byron Bay innings
            Batter                                                      R    B
            S Hanrahan              \(caught.padding(to: 36))18   20
            T Noor                  lbw b Klein                         12   19
            J Ives                  not out                             40   51
            Fall of wickets: 1-21 (\(fall), 4.2 ov), 2-55 (Noor, 9.1 ov)
            Bowler                  O    M    R    W
            \(bowler.padding(to: 24))5    0    30   2
            A Kelin-Ross            5    0    40   0

            Nhill innings
            Batter                                                      R    B
            A Bird                  b Noor                              10   20
            H Klein                 not out                             12   19
            A Kelin-Ross            not out                             40   51
            Did not bat: B One, C Two, D Three, E Four, F Five, G Six, H Seven, I Eight
            """
        return try #require(ScorecardReader().read(pages: [page(text, source: .ocr)]).card.innings.first)
    }

    @Test(arguments: ["Kein", "Klien"])
    func whoBowledStandsInTheBowling(_ read: String) throws {
        let batter = try innings(caught: "c Bird b \(read)").batting[0]
        #expect(batter.bowler == (read == "Klien" ? "Klien" : "Klein"), "two letters may be another's")
        #expect(batter.dismissal == "c Bird b \(batter.bowler ?? "")")
    }

    @Test func whoCaughtStandsAmongTheEleven() throws {
        #expect(try innings(caught: "c Bjrd b Klein").batting[0].dismissal == "c Bird b Klein")
    }

    @Test func whoseWicketFellStandsInTheBatting() throws {
        #expect(try innings(fall: "Hanrahamn").fallOfWickets.first?.player == "Hanrahan")
    }

    @Test func aNameThatIsListedStays() throws {
        #expect(try innings(caught: "c Bird b Kelin-Ross").batting[0].bowler == "Kelin-Ross")
    }

    @Test func pointsThatAllInitialsHaveAreNotLost() throws {
        let names = [
            "A.B. Bird", "C. Noor", "D. Ives", "E. Klein", "F.G. Hill", "H. Lee", "I. Fox", "J. Kay", "K. Dee", "L. Mu",
        ]
        let rows = (names + ["P Roy"]).map { $0.padding(to: 24) + "not out".padding(to: 36) + "18   20" }
        let text = (["Byron Bay innings", "Batter".padding(to: 60) + "R    B"] + rows).joined(separator: "\n")
        let innings = try #require(ScorecardReader().read(pages: [page(text, source: .ocr)]).card.innings.first)
        #expect(innings.batting.last?.player == "P. Roy")
    }
}
