internal import Foundation
public import Recognition

/// Pages as hOCR 1.2 (kba.github.io/hocr-spec): blocks, lines and words with boxes in pixels and confidences.
public struct HOCRDocument {
    private let pages: [RecognizedPage]

    /// Creates a document from pages as recognised.
    public init(pages: [RecognizedPage]) {
        self.pages = pages
    }

    /// The XHTML file.
    public var text: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
        <head>
        <title>Scorecard</title>
        <meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>
        <meta name="ocr-system" content="cricksy-ocr"/>
        <meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_line ocrx_word ocrp_wconf"/>
        </head>
        <body>
        \(pages.map(element(page:)).joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private func element(page: RecognizedPage) -> String {
        let title = "bbox 0 0 \(page.width) \(page.height); ppageno \(page.index)"
        let blocks = page.blocks.enumerated().map { element(block: $1, id: "\(page.index + 1)_\($0 + 1)", on: page) }
        return tag("div", "ocr_page", id: "page_\(page.index + 1)", title: title, content: blocks)
    }

    private func element(block: RecognizedBlock, id: String, on page: RecognizedPage) -> String {
        let lines = block.lines.enumerated().map { element(line: $1, id: "\(id)_\($0 + 1)", on: page) }
        let title = bbox(block.lines.flatMap(\.words), on: page)
        return tag("div", "ocr_carea", id: "block_\(id)", title: title, content: lines)
    }

    private func element(line: RecognizedLine, id: String, on page: RecognizedPage) -> String {
        let words = line.words.enumerated().map { index, word in
            let title = "\(bbox([word], on: page)); x_wconf \(Int((word.confidence * 100).rounded()))"
            return
                "<span class=\"ocrx_word\" id=\"word_\(id)_\(index + 1)\" title=\"\(title)\">\(escaped(word.text))</span>"
        }
        return tag("span", "ocr_line", id: "line_\(id)", title: bbox(line.words, on: page), content: words)
    }

    private func tag(_ name: String, _ kind: String, id: String, title: String, content: [String]) -> String {
        "<\(name) class=\"\(kind)\" id=\"\(id)\" title=\"\(title)\">\n\(content.joined(separator: "\n"))\n</\(name)>"
    }

    private func bbox(_ words: [RecognizedWord], on page: RecognizedPage) -> String {
        guard let first = words.first else { return "bbox 0 0 0 0" }
        let box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
        let (width, height) = (Double(page.width), Double(page.height))
        let corner = [box.x * width, box.y * height].map { $0.rounded(.down) }
        let opposite = [box.maxX * width, box.maxY * height].map { $0.rounded(.up) }
        return "bbox " + (corner + opposite).map { String(Int($0)) }.joined(separator: " ")
    }

    private func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: ">", with: "&gt;")
    }
}
