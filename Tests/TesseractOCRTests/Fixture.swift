import Foundation
import Recognition
import TesseractOCR

/// A document of Tests/Fixtures.
func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
}

let clearSettings = RecognitionSettings(
    pageSegmentation: .singleBlock,
    preparation: PagePreparation(normalizeBackground: true, deskew: true, removeRules: true, targetTextHeight: 30))

/// All pages of a document, recognised from their pictures.
func recognize(
    _ name: String, settings: RecognitionSettings = clearSettings, limits: RecognitionLimits = RecognitionLimits(),
    recognizer: Recognizer = Recognizer(models: ModelDirectory())
) throws -> [RecognizedPage] {
    try fixture(name).withUnsafeBytes { bytes in
        let document = try OpenDocument(bytes, limits: limits)
        return try (0..<document.pageCount).map { index in
            let picture = try document.picture(page: index, dpi: settings.rasterDPI)
            let prepared = try PagePreparer(settings.preparation, limits: limits).prepare(picture)
            let blocks = try recognizer.recognize(prepared, settings: settings, deadline: 0)
            return RecognizedPage(
                index: index, width: picture.width, height: picture.height, source: .ocr, blocks: blocks)
        }
    }
}

/// What `body` makes of a picture's prepared page.
func withPrepared<Result>(
    _ name: String, _ settings: RecognitionSettings,
    _ body: (Recognizer, borrowing PreparedPage) throws(RecognitionFailure) -> Result
) throws -> Result {
    try fixture(name).withUnsafeBytes { bytes in
        let document = try OpenDocument(bytes, limits: RecognitionLimits())
        let picture = try document.picture(page: 0, dpi: settings.rasterDPI)
        let prepared = try PagePreparer(settings.preparation, limits: RecognitionLimits()).prepare(picture)
        return try body(Recognizer(models: ModelDirectory()), prepared)
    }
}
