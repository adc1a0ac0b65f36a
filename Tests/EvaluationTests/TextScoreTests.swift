import Evaluation
import Testing

@Suite struct TextScoreTests {
    @Test func countsGraphemesAndCodePoints() {
        let score = TextScore(reference: "né\u{301}e 👩‍👩‍👧", hypothesis: "nee x")
        // é + another accent is one grapheme of two code points after NFC; the family is one of five.
        #expect(score.graphemes == EditCount(edits: 2, length: 5))
        #expect(score.codePoints.length == 10)
        #expect(score.codePoints.edits == 7)
    }

    @Test func composedAndDecomposedAreEqual() {
        #expect(TextScore(reference: "Jos\u{E9}", hypothesis: "Jose\u{301}").graphemes.edits == 0)
    }

    @Test func foldsWhatTheProfileNames() {
        let curly = "O\u{2019}Brien \u{2013} 4\n\n 6\u{A0}*"
        #expect(TextScore(reference: curly, hypothesis: "O'Brien - 4 6 *").graphemes.edits == 0)
        #expect(TextScore(reference: curly, hypothesis: "O'Brien - 4 6 *", profile: .whiteSpace).graphemes.edits == 2)
        #expect(TextScore(reference: "O0 l1", hypothesis: "0O 1l").graphemes.edits == 4)
        #expect(NormalizationProfile.card.normalize(" \u{2003}é \t\r\n") == "é")
        #expect(NormalizationProfile.card.normalize("\t a \r\n b ") == "a b")
        #expect(NormalizationProfile.card.rawValue == "card-1")
    }

    @Test func ratesAreNotClippedAndEmptyReferencesAreInfinite() {
        #expect(TextScore(reference: "ab", hypothesis: "vwxyz").graphemes.rate == 2.5)
        #expect(TextScore(reference: "", hypothesis: "x").graphemes.rate == .infinity)
        #expect(TextScore(reference: "", hypothesis: " \n").graphemes.rate == 0)
    }

    @Test func wordsFollowUAX29() {
        let score = TextScore(reference: "c O'Brien b St. John 160.60 4-0-1,020", hypothesis: "")
        // c, O'Brien, b, St, John, 160.60, 4, 0, 1,020
        #expect(score.words == EditCount(edits: 9, length: 9))
        #expect(score.bagOfNumbers.reference == 4)
    }

    @Test func bagsForgetTheOrder() throws {
        let score = TextScore(reference: "Smith 12 Jones 30 30", hypothesis: "30 Jones 12 Smith 31")
        #expect(score.bagOfNumbers == BagCount(common: 2, reference: 3, hypothesis: 3))
        #expect(try #require(score.bagOfNumbers.f1) == 2.0 / 3)
        #expect(score.bagOfWords.common == 4)
        #expect(TextScore(reference: "", hypothesis: "").bagOfWords.f1 == nil)
    }

    @Test func orderFreeIsWhatIsLeftWithoutTheLayout() {
        let columns = TextScore(reference: "Smith 12 Jones 30 Patel 7", hypothesis: "Smith Jones Patel 12 30 7")
        #expect(columns.orderFree.edits == 0 && columns.graphemes.edits > 0)
        let misread = TextScore(reference: "Smith 12 Jones 30", hypothesis: "12 Smlth 30 Jone5")
        #expect(misread.orderFree == EditCount(edits: 2, length: 17))
        let lost = TextScore(reference: "Smith 12", hypothesis: "Smith")
        #expect(lost.orderFree.edits == 3)
    }

    @Test func orderFreeNeverExceedsTheOrderedDistance() {
        var generator = SplitMix64(seed: 21)
        for _ in 0..<40 {
            let words = (0..<(1 + generator.next(below: 30))).map { _ in word(&generator) }
            let reference = words.joined(separator: " ")
            let damaged = generator.damaged(reference.unicodeScalars.map(\.value), rate: 0.2)
            let hypothesis = String(String.UnicodeScalarView(damaged.compactMap(Unicode.Scalar.init)))
            let score = TextScore(reference: reference, hypothesis: hypothesis)
            #expect(score.orderFree.edits <= score.graphemes.edits)
            #expect(score.orderFree.edits >= abs(reference.count - score.profile.normalize(hypothesis).count))
        }
    }

    @Test func aPageWithManyStrangeWordsIsDivided() {
        let reference = (0..<900).map { "a\($0)" }.joined(separator: " ")
        let hypothesis = (0..<900).reversed().map { "b\($0)" }.joined(separator: " ")
        let score = TextScore(reference: reference, hypothesis: hypothesis)
        #expect(score.orderFree.edits >= 900 && score.orderFree.edits < 1_800)
    }

    @Test func summariesKeepEmptyPagesApart() throws {
        let summary = TextSummary([
            TextScore(reference: "abcd", hypothesis: "abcx"), TextScore(reference: "ab", hypothesis: ""),
            TextScore(reference: "", hypothesis: "noise"),
        ])
        #expect(try #require(summary.graphemes.micro) == 0.5)
        #expect(try #require(summary.graphemes.macro) == 0.625)
        #expect(summary.graphemes.pages == 2)
        #expect(summary.graphemes.emptyPages == 1 && summary.graphemes.editsOnEmptyPages == 5)
        #expect(TextSummary().words.micro == nil)
    }

    private func word(_ generator: inout SplitMix64) -> String {
        let symbols = generator.symbols(1 + generator.next(below: 8), alphabet: 20)
        return String(String.UnicodeScalarView(symbols.compactMap(Unicode.Scalar.init)))
    }
}
