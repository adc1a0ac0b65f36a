internal import CPopplerShim
public import Recognition

/// Makes poppler open now what it otherwise opens with its first document, when a process that has locked itself in no longer
/// can: fontconfig's files, for pages that do not carry their fonts, and iconv's modules, for text layers.
public enum PDFWarmUp {
    /// Draws one small page with the fonts that every PDF may name without carrying them, and reads its text.
    ///
    /// - Throws: `engineFailure`, `corruptFile` or `outOfMemory` when poppler cannot draw or read at all.
    public static func run() throws(RecognitionFailure) {
        guard cpoppler_hold_converters() else { throw .engineFailure("iconv has no UTF-16; install libc-bin") }
        let words = try drawnAndRead()
        guard words.first == "Total" else { throw .engineFailure("poppler cannot read a page's own text") }
    }

    private static func drawnAndRead() throws(RecognitionFailure) -> [String] {
        // Typed throws do not pass through withUnsafeBytes.
        let result = Array(page.utf8).withUnsafeBytes { bytes -> Result<[String], RecognitionFailure> in
            do throws(RecognitionFailure) {
                let file = try PDFFile(bytes, limits: RecognitionLimits())
                _ = try file.picture(page: 0, dpi: 72)
                return .success(try file.textBoxes(page: 0).map(\.text))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static let fonts = ["Helvetica", "Helvetica-Bold", "Times-Roman", "Courier", "Symbol", "ZapfDingbats"]

    private static var page: String {
        let names = fonts.indices.map { "/F\($0) \($0 + 5) 0 R" }.joined()
        let text = fonts.indices.map { "/F\($0) 8 Tf 9 Tw (Total 1) Tj" }.joined(separator: " ")
        let content = "BT 4 4 Td \(text) ET"
        return document(
            [
                "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 20]/Contents 4 0 R/Resources<</Font<<\(names)>>>>>>",
                "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
            ] + fonts.map { "<</Type/Font/Subtype/Type1/BaseFont/\($0)>>" })
    }

    /// A PDF file of these objects, the first of them its catalogue.
    private static func document(_ objects: [String]) -> String {
        var text = "%PDF-1.4\n"
        var table = ""
        for (index, object) in objects.enumerated() {
            table += padded(text.utf8.count) + " 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let count = objects.count + 1
        return text + "xref\n0 \(count)\n0000000000 65535 f \n\(table)"
            + "trailer<</Size \(count)/Root 1 0 R>>\nstartxref\n\(text.utf8.count)\n%%EOF"
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 10 - digits.count) + digits
    }
}
