import Recognition
import Testing
import TesseractOCR

@Suite struct EngineTests {
    @Test func readsTheSameWithAFreshAndAReusedEngine() throws {
        let reused = Recognizer(models: ModelDirectory())
        let alone = try recognize("page.png")
        for name in ["pages.tiff", "page.jpg", "scan.pdf"] { _ = try recognize(name, recognizer: reused) }
        #expect(try recognize("page.png", recognizer: reused) == alone)
    }

    @Test func forgetsVariablesThatAreNoLongerAsked() throws {
        let reused = Recognizer(models: ModelDirectory())
        let plain = try recognize("page.png", recognizer: reused)
        var digits = clearSettings
        digits.characterAllowList = "0123456789"
        digits.variables = ["classify_bln_numeric_mode": "1"]
        let restricted = try recognize("page.png", settings: digits, recognizer: reused)
        #expect(restricted.flatMap(\.words).allSatisfy { $0.text.allSatisfy(\.isNumber) })
        #expect(try recognize("page.png", recognizer: reused) == plain)
    }

    @Test func carriesSymbolAlternativesWhenAsked() throws {
        var settings = clearSettings
        settings.symbolAlternatives = true
        let words = try recognize("page.png", settings: settings).flatMap(\.words)
        #expect(words.allSatisfy { $0.symbols.map(\.text).joined() == $0.text })
        #expect(words.contains { word in word.symbols.contains { !$0.alternatives.isEmpty } })
    }

    @Test(arguments: [
        (RecognitionSettings(engine: .legacyOnly), "OEM 0 needs a legacy engine, which eng has not"),
        (RecognitionSettings(engine: .legacyAndLSTM), "OEM 2 needs a legacy engine, which eng has not"),
        (RecognitionSettings(engine: .lstmOnly, models: ["osd"]), "OEM 1 needs an LSTM engine, which osd has not"),
        (RecognitionSettings(models: ["xyz"]), "there is no model xyz"),
        (RecognitionSettings(models: ["../eng"]), "is no name of a model"),
        (RecognitionSettings(pageSegmentation: .orientationOnly), "PSM 0 finds orientation"),
        (RecognitionSettings(rasterDPI: 9000), "9000 dpi is outside 50 to 600"),
        (RecognitionSettings(variables: ["no_such_thing": "1"]), "no variable 'no_such_thing'"),
    ])
    func saysWhyASettingIsInfeasible(settings: RecognitionSettings, reason: String) throws {
        #expect {
            _ = try recognize("page.png", settings: settings)
        } throws: { error in
            guard case .infeasibleSettings(let found) = error as? RecognitionFailure else { return false }
            return found.contains(reason)
        }
    }

    @Test func readsWithALegacyEngineWhereTheModelHasOne() throws {
        let settings = RecognitionSettings(pageSegmentation: .singleBlock, engine: .legacyOnly, models: ["osd"])
        #expect(try !recognize("page.png", settings: settings).flatMap(\.words).isEmpty)
    }

    @Test func neverReturnsTextThatWasCutShort() throws {
        let bytes = try fixture("page.png")
        #expect(throws: RecognitionFailure.deadlineExceeded) {
            try bytes.withUnsafeBytes { bytes in
                let document = try OpenDocument(bytes, limits: RecognitionLimits())
                let picture = try document.picture(page: 0, dpi: 200)
                let prepared = try PagePreparer(PagePreparation(), limits: RecognitionLimits()).prepare(picture)
                _ = try Recognizer(models: ModelDirectory()).recognize(prepared, settings: clearSettings, deadline: 1)
            }
        }
    }
}
