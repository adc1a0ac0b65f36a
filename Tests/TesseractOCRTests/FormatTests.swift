import Recognition
import Testing
import TesseractOCR

@Suite struct FormatTests {
    static let formats = [
        "page.png", "page.jpg", "page.webp", "page.bmp", "page.gif", "page.pdf", "scan.pdf", "turned.jpg", "pages.tiff",
    ]

    @Test(arguments: formats)
    func readsEveryFormatUpright(name: String) throws {
        let pages = try recognize(name)
        #expect(pages.count == (name == "pages.tiff" ? 2 : 1))
        for page in pages {
            #expect(page.width > page.height)
            let words = Set(page.words.map(\.text))
            #expect(words.isSuperset(of: ["Batting", "47", "35", "Jones", "128", "96", "187"]), "\(page.text)")
        }
    }

    @Test(arguments: formats)
    func placesWordsInFractionsOfTheUprightPage(name: String) throws {
        for page in try recognize(name) {
            let total = try #require(page.words.first { $0.text == "187" })
            #expect(abs(total.box.x - 600.0 / 900) < 0.02)
            #expect(abs(total.box.maxY - 350.0 / 400) < 0.03)
        }
    }

    @Test func readsASoundTextLayerWithBoxes() throws {
        let page = try fixture("page.pdf").withUnsafeBytes { bytes in
            try OpenDocument(bytes, limits: RecognitionLimits()).textLayer(page: 0)
        }
        #expect(page?.source == .textLayer)
        #expect(page?.text == "Batting R B\nJ Smith 47 35\nK Jones 128 96\nExtras 12\nTotal 187\n")
        let total = try #require(page?.words.first { $0.text == "187" })
        #expect(abs(total.box.x - 600.0 / 900) < 0.01)
    }

    @Test func findsNoTextLayerInAScan() throws {
        let page = try fixture("scan.pdf").withUnsafeBytes { bytes in
            try OpenDocument(bytes, limits: RecognitionLimits()).textLayer(page: 0)
        }
        #expect(page == nil)
    }

    @Test(arguments: [
        ("empty.png", "The file is empty"), ("text.pdf", "A text file is not supported"),
        ("truncated.jpg", "The file is damaged (the JPEG is cut off)"), ("encrypted.pdf", "protected by a password"),
        ("huge.png", "50000 pixels on its longest side"), ("photo.heic", "HEIC is not supported"),
    ])
    func refusesWithOneSentence(name: String, sentence: String) throws {
        #expect {
            _ = try recognize(name)
        } throws: { error in
            (error as? RecognitionFailure)?.sentence.contains(sentence) == true
        }
    }

    @Test func refusesMorePagesThanAllowed() throws {
        let limits = RecognitionLimits(pages: 1)
        #expect(throws: RecognitionFailure.limitExceeded(limit: "pages", found: 2, allowed: 1)) {
            try recognize("pages.tiff", limits: limits)
        }
    }

    @Test func decodesALargeJPEGScaledDown() throws {
        let page = try #require(try recognize("page.jpg", limits: RecognitionLimits(pixels: 100_000)).first)
        #expect(page.width == 450)
        #expect(page.height == 200)
    }

    @Test func lowersTheResolutionOfALargePDFPage() throws {
        var settings = clearSettings
        settings.rasterDPI = 600
        let page = try #require(
            try recognize("page.pdf", settings: settings, limits: RecognitionLimits(pixels: 1_600_000)).first)
        #expect(page.width * page.height <= 1_600_000)
        #expect(page.text.contains("187"))
    }

    @Test(arguments: [
        ("page.png", InputKind.screen), ("page.gif", .screen), ("page.pdf", .text), ("scan.pdf", .scan),
        ("pages.tiff", .scan),
    ])
    func tellsTheKindOfInput(name: String, kind: InputKind) throws {
        let found = try fixture(name).withUnsafeBytes { try OpenDocument($0, limits: RecognitionLimits()).kind }
        #expect(found == kind)
    }

    @Test func refusesMoreWordsInATextLayerThanAllowed() throws {
        #expect(throws: RecognitionFailure.limitExceeded(limit: "words", found: 15, allowed: 10)) {
            try fixture("page.pdf").withUnsafeBytes {
                try OpenDocument($0, limits: RecognitionLimits(words: 10)).pageCount
            }
        }
    }

    @Test func refusesATIFFThatLosesItsLastPage() throws {
        let file = try fixture("pages.tiff")
        #expect(throws: RecognitionFailure.corruptFile("the TIFF is cut off")) {
            try pageCount(Array(file.prefix(file.count / 2)))
        }
    }
}

/// Costs that only the markers of a JPEG tell, before it is decoded.
@Suite struct JPEGCostTests {
    @Test func refusesScansWithoutEnd() throws {
        let file = try fixture("page.jpg")
        let scan = try #require(file.firstRange(of: [0xFF, 0xDA]))
        let again = file[scan.lowerBound..<file.count - 2]
        let many = file[..<(file.count - 2)] + Array(repeatElement(again, count: 200).joined()) + [0xFF, 0xD9]
        #expect(throws: RecognitionFailure.limitExceeded(limit: "scans in a JPEG", found: 201, allowed: 200)) {
            try pageCount(Array(many))
        }
    }

    /// Decoded at an eighth it is small, and yet its coefficients are held at full size.
    @Test func refusesALargeProgressiveJPEG() throws {
        var file = try fixture("page.jpg")
        let place = try #require(file.firstRange(of: [0xFF, 0xC0])).lowerBound
        file[place + 1] = 0xC2
        // 4,096 rows of 65,280 pixels.
        file.replaceSubrange(place + 5..<place + 9, with: [0x10, 0x00, 0xFF, 0x00])
        let refusal = RecognitionFailure.limitExceeded(
            limit: "pixels in a progressive JPEG", found: 4096 * 65_280, allowed: 80_000_000)
        #expect(throws: refusal) { try pageCount(file) }
    }

    @Test func preparationObeysTheDeadline() throws {
        let limits = RecognitionLimits()
        let deadline = Deadline.after(milliseconds: 1)
        #expect(throws: RecognitionFailure.deadlineExceeded) {
            try fixture("page.png").withUnsafeBytes { bytes in
                let picture = try OpenDocument(bytes, limits: limits).picture(page: 0, dpi: 200)
                _ = try PagePreparer(PagePreparation(deskew: true), limits: limits, deadline: deadline).prepare(picture)
            }
        }
    }
}

/// Opens a document, which decodes its first page.
private func pageCount(_ bytes: [UInt8]) throws -> Int {
    try bytes.withUnsafeBytes { try OpenDocument($0, limits: RecognitionLimits()).pageCount }
}
