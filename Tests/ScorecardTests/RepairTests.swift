import Recognition
import Scorecard
import Testing

/// Misread figures that the laws of the card put right.
@Suite struct RepairTests {
    private let text = SmallCard.text

    private func read(_ old: String, _ new: String, source: TextSource = .ocr) -> ScorecardReading {
        ScorecardReader().read(pages: [page(text.replacing(old, with: new), source: source)])
    }

    private func field(_ reading: ScorecardReading, _ path: String) -> FieldReading? {
        reading.fields.first { $0.path == "innings/0/" + path }
    }

    @Test func untouchedCardIsNotRepaired() {
        let reading = read("Hill", "Hill")
        #expect(reading.fields.allSatisfy { $0.source == .read })
        #expect(!reading.checks.contains { !$0.holds })
    }

    @Test(
        arguments: [
            ("  16   20", "  16   2O", "batting/1/balls", LeafValue.integer(20), FieldSource.read),
            ("  16   20", "  16   29", "batting/1/balls", .integer(20), .repaired),
            ("  16   20", "  18   20", "batting/1/runs", .integer(16), .repaired),
            ("  14   12", "  ie)  12", "batting/0/runs", .integer(14), .repaired),
            ("116.67", "11667", "batting/0/strike_rate", .decimal(116.67), .repaired),
            ("   17    0   5.10", "   77    0   5.10", "bowling/1/runs", .integer(17), .repaired),
            ("3    0   20", "8    0   20", "bowling/0/overs", .text("3"), .repaired),
            ("(b 1, lb 2, w 3)   6", "(b 1, lb 2, w 3)   8", "extras/total", .integer(6), .repaired),
            ("(b 1, lb 2, w 3)", "(b 1, Ib 2, w 8)", "extras/wides", .integer(3), .repaired),
            ("4    6    0    0", "4    6    0    8", "batting/2/sixes", .integer(0), .repaired),
        ] as [(String, String, String, LeafValue, FieldSource)])
    func oneMisreadFigure(old: String, new: String, path: String, value: LeafValue, source: FieldSource) {
        let reading = read(old, new)
        #expect(field(reading, path)?.value == value)
        #expect(field(reading, path)?.source == source)
        #expect(!reading.checks.contains { !$0.holds && !$0.soft })
    }

    @Test func aTextLayerIsQuestionedAndNotRepaired() {
        let reading = read("  16   20", "  18   20", source: .textLayer)
        #expect(field(reading, "batting/1/runs")?.value == .integer(18))
        #expect(field(reading, "batting/1/runs")?.source == .read)
        #expect((field(reading, "batting/1/runs")?.confidence ?? 1) < 0.9)
        #expect(reading.checks.contains { !$0.holds })
    }

    @Test func whatIsRepairedIsSaid() {
        let warnings = read("  16   20", "  18   20").warnings
        #expect(warnings.contains { $0.contains("B Rao") && $0.contains("\"18\"") && $0.contains("16") })
    }

    @Test func whatFollowsFromOtherValuesIsDerived() {
        let reading = read("1 wkt (6.2 ov)", "", source: .textLayer)
        #expect(field(reading, "total/wickets")?.value == .integer(1))
        #expect(field(reading, "total/wickets")?.source == .derived)
        #expect(field(reading, "total/wickets")?.box == nil)
        #expect(field(reading, "total/overs") == nil)
    }

    @Test func oneSpellingOfAName() {
        let reading = ScorecardReader().read(pages: [
            page(
                """
                Hill
                Batter          How out                    R    B
                M K J Khan      b Jones                   14   12
                B Rao           cP Smith b Jones          16   20
                A B Lee         Ibw b Jones                4    6
                Fall of wickets: 1-20 (MKJ Khan, 2.3), 2-30 (MK J Khan, 3.1)
                Bowler          O    M    R    W
                Jones           3    0   20    3
                PW. Smith       3    0   17    0
                """, source: .ocr)
        ])
        let innings = reading.card.innings.first
        #expect(innings?.fallOfWickets.map(\.player) == ["M K J Khan", "M K J Khan"])
        #expect(innings?.batting.map(\.dismissal) == ["b Jones", "c P Smith b Jones", "lbw b Jones"])
        #expect(innings?.bowling.map(\.player) == ["Jones", "P.W. Smith"])
    }
}
