import Corpus
import Foundation
import Testing

@Suite struct PageBandTests {
    /// Width and height of a PNG, from its first chunk (PNG specification, 11.2.2).
    private func size(_ png: [UInt8]) -> (width: Int, height: Int) {
        let number = { (start: Int) in png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
        return (number(16), number(20))
    }

    @Test func bandHasTheWidthOfItsPageAndItsShareOfTheHeight() throws {
        let root = URL(filePath: #filePath).appending(path: "../../..")
        let card = root.appending(path: "corpus/validation/007-app-export-screen/card.png").standardized
        let page = try [UInt8](Data(contentsOf: card))
        let whole = size(page)
        let band = size(try PageBand.png(of: page, top: 0.5, height: 0.1))
        #expect(band.width == whole.width && abs(Double(band.height) - 0.1 * Double(whole.height)) <= 1)
        #expect(size(try PageBand.png(of: page, top: 0.5, height: 0)).height == 1)
    }

    @Test func whatIsNoPictureIsRefused() {
        #expect(throws: CorpusError.self) { try PageBand.png(of: Array("no picture".utf8), top: 0, height: 1) }
        #expect(throws: CorpusError.self) { try PageBand.png(of: [], top: 0, height: 1) }
    }
}
