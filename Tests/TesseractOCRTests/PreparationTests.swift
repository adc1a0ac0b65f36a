import Recognition
import TesseractOCR
import Testing

/// Pages whose ground is not what it seems.
@Suite struct PreparationTests {
    private func text(_ name: String, textModels: [String]? = nil) throws -> String {
        let settings = RecognitionSettings(
            textModels: textModels,
            preparation: PagePreparation(
                invertDarkPages: true, normalizeBackground: true, deskew: true, removeRules: true),
            invertDoubtfulLines: false, lines: .ink, secondLook: .doubtful)
        return try recognize(name, settings: settings).flatMap(\.words).map(\.text).joined(separator: " ")
    }

    /// A caption whose bands are as light as the threshold for rules.
    @Test func lettersOnTintedBandsAreNoRules() throws {
        let text = try text("tinted-bands.png")
        for part in ["149/7", "20 OVERS", "TRENT CC", "KARUNARATNE 50"] { #expect(text.contains(part), "\(text)") }
    }

    /// A sheet in poor light whose only bright letters stand on two dark bands.
    @Test func aDimSheetWithDarkBandsIsNoDarkPage() throws {
        let text = try text("dim-sheet.jpg")
        for part in ["Karthik Tendolkar", "Did not bat", "Sikandar Muzarabani"] {
            #expect(text.contains(part), "\(text)")
        }
    }

    /// A photograph of a lit screen that is mostly the dark table around it.
    @Test func paperOnADarkTableIsNoDarkPage() throws {
        let text = try text("lit-screen-on-a-dark-table.jpg")
        for part in ["Negombo SC", "Asanka Liyanage", "Wickramasinghe"] { #expect(text.contains(part), "\(text)") }
    }

    /// A lit phone that is a fifth of a dark photograph.
    @Test func aLitPhoneInTheDarkIsNoDarkPage() throws {
        let text = try text("lit-phone-in-the-dark.jpg", textModels: ["Latin"])
        for part in ["Dilshan Gunaratne", "c Silva b Weera", "lbw b Herath", "c Mendis b Ranga", "st Karuna b Weera"] {
            #expect(text.contains(part), "\(text)")
        }
    }

    /// A page that leans, with text close above and below two dark bands.
    @Test func textBesideLeaningBandsIsRead() throws {
        let text = try text("leaning-bands.png", textModels: ["Latin"])
        let parts = [
            "1-12 (Nair), 2-66 (Hobday), 3-135, 4-169, 5-184", "Overs Mdns Runs Wkts Econ Gill 6 0 33 1 5.50",
            "innings Runs Balls Mins 4s 6s D Munden c Harper b Rose 44",
        ]
        for part in parts { #expect(text.contains(part), "\(text)") }
    }

    /// A typeface of terminals, small, whose zeros have dots.
    @Test func zerosWithDotsAreZeros() throws {
        let text = try text("dotted-zeros.png", textModels: ["Latin"])
        for part in ["Das 10 20 1 0", "Das 0 1 0 0", "out 40 30 5 0 133.33", "Sen 4.3 0 30 0"] {
            #expect(text.contains(part), "\(text)")
        }
    }

    @Test func accentsAboveCapitalsBelongToTheirLine() throws {
        let text = try text("capital-accents.png", textModels: ["Latin"])
        #expect(text.contains("Żuk") && !text.contains("Zuk"), "\(text)")
    }

    /// A photograph with more grain than letters; rows of dots lead from the names to the figures.
    @Test func neitherGrainNorLeadersAreLetters() throws {
        let text = try text("leaders-and-grain.jpg")
        for part in ["D Fulton not out", "K Bracewell not out 59", "Total (0 wkts, 20 overs) 162"] {
            #expect(text.contains(part), "\(text)")
        }
    }

    /// Both innings of a weekly side by side, its leaders a pixel wide at 200 dpi.
    @Test func leadersOfTheFinestDotsAreNoLetters() throws {
        let text = try text("fine-leaders.jpg", textModels: ["Latin"])
        let parts = [
            "Waller, b Sulby 105 c Waller, b Sulby 103", "R. Elliston, b Sulby 2 c Elsworth, b Sulby 14",
            "H. Savory, run out 0 b Bowen 9", "Total 199 Total 204",
        ]
        for part in parts { #expect(text.contains(part), "\(text)") }
    }
}
