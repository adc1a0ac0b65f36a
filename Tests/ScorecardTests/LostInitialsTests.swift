import Recognition
import Testing

@testable import Scorecard

/// Initials that an engine ran into a name, lost, or set apart.
struct LostInitialsTests {
    @Test("An initial T run into a surname is no keeper's dagger where every name has initials")
    func restoresGluedT() {
        var card = Self.card(["J Smith", "A Khan", "P Rao", "K Lal", "M Dias", "S Roy", "\u{2020}Alam"])
        card.innings[0].batting[6].keeper = Read(true, Self.evidence("\u{2020}Alam"))
        LostInitials.settle(&card)
        #expect(card.innings[0].batting[6].player?.value == "T Alam")
        #expect(card.innings[0].batting[6].keeper == nil)
    }

    @Test("A keeper in brackets stays one")
    func keepsBracketedKeeper() {
        var card = Self.card(["J Smith", "A Khan", "P Rao", "K Lal", "M Dias", "S Roy", "\u{2020}Alam"])
        card.innings[0].batting[6].keeper = Read(true, Self.evidence("\u{2020}Alam (wk)"))
        LostInitials.settle(&card)
        #expect(card.innings[0].batting[6].keeper?.value == true)
    }

    @Test("A dagger stays one where names have no initials")
    func keepsDagger() {
        var card = Self.card(["Smith", "Khan", "Rao", "Lal", "Dias", "Roy", "\u{2020}Alam"])
        LostInitials.settle(&card)
        #expect(card.innings[0].batting[6].player?.value == "Alam")
    }

    @Test("An l between an initial and a consonant is the I of a surname; a name in l stays")
    func partsInitial() {
        var card = Self.card([
            "J Smith", "A Khan", "P Rao", "K Lal", "M Dias", "S Roy", "B Cox", "D Hall", "Elves", "Slater",
        ])
        LostInitials.settle(&card)
        #expect(card.innings[0].batting.suffix(2).map { $0.player?.value } == ["E Ives", "Slater"])
    }

    @Test("A lost initial is taken from the one mention that has it")
    func takesOtherMention() {
        var card = Self.card(["J Smith", "A Khan", "P Rao", "K Lal", "M Dias", "S Roy", "Nawaz"])
        card.innings[0].fallOfWickets = [DraftWicket(player: Read("I Nawaz", Self.evidence("(I Nawaz,")))]
        LostInitials.settle(&card)
        #expect(card.innings[0].batting[6].player?.value == "I Nawaz")
    }

    @Test("Points are put back into initials, and gaps between them closed where the card has none")
    func dotsInitials() {
        var style = InitialStyle()
        for name in ["P.L.T. Rao", "N.V. Lal", "M.S. Roy"] { style.count(name) }
        #expect(style.applied(to: "PL.T. Rao") == "P.L.T. Rao")
        #expect(style.applied(to: "P. L.T. Rao") == "P.L.T. Rao")
        #expect(style.applied(to: "P. van Rao") == "P. van Rao")
    }

    private static func card(_ names: [String]) -> DraftCard {
        var innings = DraftInnings()
        innings.batting = names.map { raw in
            DraftBatter(player: Read(raw.filter { $0 != "\u{2020}" }, evidence(raw)))
        }
        var card = DraftCard()
        card.innings = [innings]
        return card
    }

    private static func evidence(_ raw: String) -> Evidence {
        var evidence = Evidence.derived(page: 0, confidence: 0.9)
        evidence.raw = raw
        return evidence
    }
}
