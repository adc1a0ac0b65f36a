package import Recognition

/// The pages, lines and words of an hOCR file (kba.github.io/hocr-spec): elements of the classes `ocr_page`, `ocr_line` and
/// `ocrx_word` with `bbox` and `x_wconf` in their titles. Everything else of the HTML is passed over. Nothing is fetched, and no
/// entity is known but those of XML and numbers.
package struct HOCRPages {
    /// Why a file cannot be used.
    package struct Fault: Error, Equatable {
        package let reason: String
    }

    /// Largest file, in bytes.
    static let mostBytes = 32 << 20
    /// Most words of a document.
    static let mostWords = 100_000

    private static let lineClasses: Set<String> = ["ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"]

    private var pages: [RecognizedPage] = []
    private var word: OpenWord?
    private var wordCount = 0

    private struct OpenWord {
        let element: Substring
        var depth = 1
        var text = ""
        let box: PageBox
        let confidence: Double
    }

    /// Reads a file.
    package static func pages(_ bytes: [UInt8]) throws(Fault) -> [RecognizedPage] {
        guard bytes.count <= mostBytes else { throw Fault(reason: "it is larger than \(mostBytes >> 20) MiB") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault(reason: "it is not UTF-8") }
        var reader = HOCRPages()
        var scanner = MarkupScanner(text)
        while let piece = scanner.next() { try reader.take(piece) }
        guard !reader.pages.isEmpty else { throw Fault(reason: "it has no element of class ocr_page") }
        return reader.pages.map(\.withoutEmptyLines)
    }

    private mutating func take(_ piece: MarkupScanner.Piece) throws(Fault) {
        switch piece {
        case .text(let text): word?.text += MarkupScanner.decoded(text)
        case .end(let element): close(element)
        case .start(let tag):
            if word != nil {
                if tag.element == word?.element, !tag.isClosed { word?.depth += 1 }
            } else {
                try open(tag)
            }
        }
    }

    private mutating func open(_ tag: MarkupScanner.Tag) throws(Fault) {
        let classes = Set((tag.attributes["class"] ?? "").split(separator: " ").map(String.init))
        let title = HOCRTitle(tag.attributes["title"] ?? "")
        if classes.contains("ocr_page") {
            guard let box = title.bbox, box.right > 0, box.bottom > 0 else {
                throw Fault(reason: "an ocr_page has no bbox with a size")
            }
            pages.append(
                RecognizedPage(index: pages.count, width: box.right, height: box.bottom, source: .ocr, blocks: []))
        } else if !classes.isDisjoint(with: Self.lineClasses) {
            try beginLine()
        } else if classes.contains("ocrx_word"), !tag.isClosed {
            guard let page = pages.last else { throw Fault(reason: "a word stands outside every ocr_page") }
            guard let bbox = title.bbox else { throw Fault(reason: "a word has no bbox") }
            // Engines find specks beyond the edge of a page, and dashes lower than a pixel.
            guard let box = bbox.fractions(of: page) else { return }
            wordCount += 1
            guard wordCount <= Self.mostWords else { throw Fault(reason: "it has more than \(Self.mostWords) words") }
            word = OpenWord(element: tag.element, box: box, confidence: title.confidence ?? 0.5)
        }
    }

    private mutating func beginLine() throws(Fault) {
        guard !pages.isEmpty else { throw Fault(reason: "a line stands outside every ocr_page") }
        let line = RecognizedLine(words: [])
        let last = pages.count - 1
        if pages[last].blocks.isEmpty {
            pages[last].blocks = [RecognizedBlock(lines: [line])]
        } else {
            pages[last].blocks[0].lines.append(line)
        }
    }

    private mutating func close(_ element: Substring) {
        guard var open = word, open.element == element else { return }
        open.depth -= 1
        word = open.depth == 0 ? nil : open
        let parts = open.depth == 0 ? open.text.split(whereSeparator: \.isWhitespace) : []
        guard !parts.isEmpty, let page = pages.indices.last else { return }
        if pages[page].blocks.isEmpty { pages[page].blocks = [RecognizedBlock(lines: [RecognizedLine(words: [])])] }
        let line = pages[page].blocks[0].lines.count - 1
        let text = parts.joined()
        pages[page].blocks[0].lines[line].words.append(
            RecognizedWord(text: text, box: open.box, confidence: open.confidence))
    }
}

extension RecognizedPage {
    fileprivate var withoutEmptyLines: RecognizedPage {
        var page = self
        page.blocks = blocks.map { block in RecognizedBlock(lines: block.lines.filter { !$0.words.isEmpty }) }
            .filter { !$0.lines.isEmpty }
        return page
    }
}

/// The properties of a title, `bbox 36 92 618 184; x_wconf 96`.
private struct HOCRTitle {
    struct Box {
        let left, top, right, bottom: Int

        /// In fractions of the page; what stands out of it is cut off. Nil when nothing is left.
        func fractions(of page: RecognizedPage) -> PageBox? {
            let (width, height) = (Double(page.width), Double(page.height))
            let (x, y) = (max(0, Double(left)) / width, max(0, Double(top)) / height)
            let (maxX, maxY) = (min(Double(right) / width, 1), min(Double(bottom) / height, 1))
            return maxX > x && maxY > y ? PageBox(x: x, y: y, width: maxX - x, height: maxY - y) : nil
        }
    }

    private(set) var bbox: Box?
    private(set) var confidence: Double?

    init(_ title: String) {
        for property in title.split(separator: ";") {
            let parts = property.split(separator: " ")
            if parts.first == "bbox", parts.count == 5 {
                let edges = parts.dropFirst().compactMap { Int($0) }.filter { (-1_000_000...1_000_000).contains($0) }
                if edges.count == 4 { bbox = Box(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3]) }
            } else if parts.first == "x_wconf", parts.count == 2, let percent = Double(parts[1]), percent.isFinite {
                confidence = min(max(percent / 100, 0), 1)
            }
        }
    }
}
