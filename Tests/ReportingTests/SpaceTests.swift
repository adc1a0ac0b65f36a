import Foundation
import Recognition
import Reporting
import Testing
import Tuning

/// What the report finds out about the settings of a space.
@Suite struct SpaceTests {
    private func page(_ result: StudyResult) throws -> ReportHTML { ReportHTML(try StudyReport(result).html()) }

    @Test func sharesOverAGridAreTheAnalysisOfVariance() throws {
        // Effects of 6, 2 and 0 between the halves: variances of 9, 1 and 0.
        let levels = [[0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 0, 0, 1, 1], [0, 1, 0, 1, 0, 1, 0, 1]]
        let values = (0..<8).map { Double(6 * levels[0][$0] + 2 * levels[1][$0]) }
        let shares = try #require(
            VarianceShares(levels: levels, values: values, weights: Array(repeating: 5, count: 8)))
        for (share, expected) in zip(shares.shares, [0.9, 0.1, 0]) { #expect(abs(share - expected) < 1e-9) }
        #expect(abs(shares.explained - 1) < 1e-9 && shares.parameters == 3 && shares.isSparse)
    }

    @Test func interactionsAreNobodysShare() throws {
        let levels = [[0, 0, 1, 1], [0, 1, 0, 1]]
        let shares = try #require(
            VarianceShares(levels: levels, values: [0, 1, 1, 0], weights: [1, 1, 1, 1]))
        #expect(shares.explained < 1e-9 && shares.shares.allSatisfy { $0 < 1e-9 })
        #expect(VarianceShares(levels: levels, values: [2, 2, 2, 2], weights: [1, 1, 1, 1]) == nil)
        #expect(VarianceShares(levels: [], values: [1, 2, 3], weights: [1, 1, 1]) == nil)
    }

    @Test func sharesOfAnySetOfPointsAddUpToWhatIsExplained() throws {
        let levels = (0..<8).map { axis in (0..<30).map { point in (point * (axis + 3) + point / (axis + 2)) % 3 } }
        let values = (0..<30).map { Double(($0 * 17) % 23) }
        let shares = try #require(
            VarianceShares(levels: levels, values: values, weights: (0..<30).map { Double($0 + 1) }))
        #expect(abs(shares.shares.reduce(0, +) - shares.explained) < 1e-6)
        #expect(shares.explained > 0 && shares.explained <= 1 && shares.parameters == 16)
    }

    @Test func theReportShowsTheSharesOfAStudy() throws {
        let table = try #require(
            try page(try GridStudy.result(earlyDocuments: GridStudy.documents)).tables(in: "importance").first)
        #expect(table.rows.map { $0[0] } == ["psm", "height", "second-look", "interactions, noise"])
        // Effects of 10, 4 and 2 points.
        let expected = [100.0 / 120, 16.0 / 120, 4.0 / 120, 0]
        for (row, share) in zip(table.rows, expected) {
            let shown = try #require(Double(row[2].dropLast()))
            #expect(abs(shown - share * 100) < 0.6, "\(row)")
        }
    }

    @Test func aSettingThatLeftEarlyIsNotFlatteredByEasyDocuments() throws {
        // It read the four easiest documents alone; paired, its effect is what it is for all the others.
        let table = try #require(try page(try GridStudy.result(earlyDocuments: 4)).tables(in: "slices").first)
        let height = try #require(table.rows.first { $0[0] == "height" })
        #expect(height[1] == "none" && height[2] == "28" && height[3] == "4")
        #expect(height[5] == "−4.0 points" && height[6] == "× 1.00")
        let psm = try #require(table.rows.first { $0[0] == "psm" })
        #expect(psm[1] == "3" && psm[2] == "6" && psm[5] == "−10.0 points")
    }

    @Test func axesThatNeverVaryApartAreOne() throws {
        var result = try GridStudy.result()
        for index in result.settings.indices {
            result.settings[index].settings.preparation.deskew =
                result.settings[index].settings.pageSegmentation == .singleBlock
        }
        let table = try #require(try page(result).tables(in: "importance").first)
        #expect(table.rows.map { $0[0] }.contains("psm + deskew"))
        #expect(table.rows.first { $0[0] == "psm + deskew" }?[1] == "3, no, 6, yes")
    }

    @Test func digitsAreAligned() throws {
        let confusion = DigitConfusion(try GridStudy.result().pages[0].cells)
        // 117 as 177, 42 missed, 1 as 7, 35 as 4 from elsewhere, a name, 20 as 2.
        #expect(confusion.counts[1][7] == 2 && confusion.counts[7][7] == 1 && confusion.counts[1][1] == 1)
        #expect(confusion.counts[0][DigitConfusion.Outcome.dropped.rawValue] == 1)
        #expect(confusion.missed[4] == 1 && confusion.missed[2] == 1)
        #expect(confusion.cells == 3 && confusion.strangers == 1)
        let table = try #require(try page(try GridStudy.result()).tables(in: "digits").first)
        let pages = GridStudy.documents
        #expect(table.rows[1][8] == "\(2 * pages)" && table.rows[0][12] == "\(pages)")
    }
}
