import CardReading
import Foundation
import Recognition
import Scorecard
import TesseractOCR
import Testing

/// A document of Tests/Fixtures.
func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
}

/// What a child answers, setting by setting.
@Suite struct DocumentReaderTests {
    private let reader = DocumentReader(models: ModelDirectory())
    private let sparse = RecognitionSettings(pageSegmentation: .sparseText)
    private let block = RecognitionSettings(pageSegmentation: .singleBlock)

    private func read(
        _ bytes: [UInt8], _ plan: ReadPlan, limits: RecognitionLimits = RecognitionLimits(), deadline: Deadline = .none
    ) -> [Result<ReadDocument, RecognitionFailure>] {
        var results: [Result<ReadDocument, RecognitionFailure>] = []
        bytes.withUnsafeBytes { bytes in
            reader.read(bytes, plan: plan, limits: limits, deadline: deadline) { results.append($0) }
        }
        return results
    }

    @Test func settingsThatShareAPictureReadWhatEachReadsAlone() throws {
        let bytes = try fixture("page.png")
        let together = try read(bytes, .all([block, sparse, block])).map { try $0.get().pages }
        let alone = try [block, sparse].map { try read(bytes, .all([$0]))[0].get().pages }
        #expect(together == [alone[0], alone[1], alone[0]])
        #expect(!alone[0][0].words.isEmpty)
    }

    @Test func theTextLayerIsForTheSettingsThatPreferIt() throws {
        var drawn = block
        drawn.textLayer = .ignore
        let read = try read(try fixture("page.pdf"), .all([drawn, block])).map { try $0.get() }
        #expect(read.map { $0.pages[0].source } == [.ocr, .textLayer])
        #expect(read.allSatisfy { $0.kind == .text && $0.format == .pdf })
        #expect(read[1].cost.recognize.cpu == 0 && read[0].cost.recognize.cpu > 0)
    }

    @Test func theKindOfADocumentChoosesItsProfile() throws {
        let profiles = [
            RecognitionProfile(kinds: [.text], settings: block), RecognitionProfile(kinds: [.scan], settings: sparse),
        ]
        let scan = try read(try fixture("scan.pdf"), .byKind(profiles)).map { try $0.get() }
        #expect(scan.count == 1 && scan[0].kind == .scan)
        #expect(try scan[0].pages == read(try fixture("scan.pdf"), .all([sparse]))[0].get().pages)
    }

    @Test func aLimitEndsOneAttemptAndADeadlineAll() throws {
        let bytes = try fixture("page.png")
        let words = try read(bytes, .all([block]))[0].get().pages[0].words.count
        let limited = read(bytes, .all([block, sparse]), limits: RecognitionLimits(words: words - 1))
        #expect(limited[0] == .failure(.limitExceeded(limit: "words", found: words, allowed: words - 1)))
        let deadline = Deadline.after(milliseconds: 1)
        Thread.sleep(forTimeInterval: 0.01)
        let late = read(bytes, .all([block, sparse]), deadline: deadline)
        #expect(late == [.failure(.deadlineExceeded), .failure(.deadlineExceeded)])
    }

    @Test func whatIsNoDocumentFailsOnceForEachSetting() {
        #expect(read([], .all([block, sparse])) == [.failure(.emptyFile), .failure(.emptyFile)])
    }

    @Test func pagesAreDrawnWithinTheirSide() throws {
        var sizes: [Int: Int] = [:]
        try fixture("pages.tiff").withUnsafeBytes { bytes in
            PageDrawing(dpi: 100, longestSide: 300)
                .draw(bytes, limits: RecognitionLimits(), deadline: .none) { sizes[$0] = $1.count }
        }
        #expect(sizes.keys.sorted() == Array(0..<sizes.count) && sizes.count > 1)
        #expect(sizes.values.allSatisfy { $0 > 500 && $0 < 100_000 })
    }
}
