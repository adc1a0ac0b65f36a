internal import Recognition

/// Brings the words of a page onto level ground: those of a photograph may slope, also after they were levelled for reading.
enum PageLevel {
    /// The words in pixels, ruling lines and leaders of dots taken off, the slope of the lines taken out.
    /// - Parameter keepsDots: whether lone dots are words, as they are among the balls of an over; elsewhere they are specks.
    static func words(of page: RecognizedPage, keepsDots: Bool = false) -> [PageWord] {
        let width = Double(max(page.width, 1))
        let height = Double(max(page.height, 1))
        let slope = page.source == .ocr ? Slope(page, width: width, height: height) : Slope()
        let lines = page.lines.map { line in
            line.words.filter { usable($0.box) && usable($0.levelBox) }.map { word in
                levelled(word, of: page, slope: slope, width: width, height: height)
            }
        }
        let text = NotebookPrompts.cleared(lines)
        var words = MarkdownTable.words(of: text) ?? CommaTable.words(of: text) ?? split(text, keepsDots: keepsDots)
        guard page.source == .ocr else { return SecondLanguage.cleared(Watermark.cleared(TallBoxes.lowered(words))) }
        let isLevel = slope.isLevel && page.lines.allSatisfy { $0.words.allSatisfy { $0.level == nil } }
        if !isLevel { ColumnLean.straighten(&words, width: width, height: height) }
        ColumnDrift.settle(&words, width: width, height: height, isLevel: isLevel)
        return PageEdges.cleared(DoubledWords.cleared(words))
    }

    private static func split(_ lines: [[PageWord]], keepsDots: Bool) -> [PageWord] {
        var words: [PageWord] = []
        for word in lines.joined() {
            if keepsDots, word.text == "." {
                words.append(word)
            } else {
                WordSplitter.append(word, to: &words)
            }
        }
        return words
    }

    private static func levelled(
        _ word: RecognizedWord, of page: RecognizedPage, slope: Slope, width: Double, height: Double
    ) -> PageWord {
        let place = word.levelBox
        let left = place.x * width
        let top = place.y * height
        let shift = slope.rise(x: left + place.width * width / 2, y: top)
        let shear = slope.shear(y: top)
        return PageWord(
            text: word.text, key: "", left: left + shear, right: left + place.width * width + shear,
            top: top - shift, bottom: top + place.height * height - shift,
            confidence: min(max(word.confidence.isFinite ? word.confidence : 0, 0), 1), page: page.index,
            box: word.box, source: page.source, rereadings: word.rereadings)
    }

    private static func usable(_ box: PageBox) -> Bool {
        box.x.isFinite && box.y.isFinite && box.width.isFinite && box.height.isFinite && box.width >= 0
            && box.height > 0
    }
}

extension RecognizedWord {
    /// Where it stands as far as levelling went; what slope is left, the words themselves tell.
    var levelBox: PageBox { level ?? box }
}

/// How the lines of a page run: the angle of its upper and of its lower half, as photographs have two.
struct Slope {
    private var middle = (x: 0.0, y: 0.0)
    private var upper = (y: 0.0, slope: 0.0)
    private var lower = (y: 1.0, slope: 0.0)
    private var whole = 0.0
    private var curve = LineCurve()

    /// Level.
    init() {}

    init(_ page: RecognizedPage, width: Double, height: Double) {
        middle = (width / 2, height / 2)
        var lines = page.lines.compactMap { Self.slope(of: $0, width: width, height: height) }
        guard lines.count >= 3 else { return }
        whole = Self.median(lines.map(\.slope))
        upper = (0, whole)
        lower = (height, whole)
        guard lines.count >= 8 else { return }
        lines.sort { $0.y < $1.y }
        let half = lines.count / 2
        upper = (Self.median(lines[..<half].map(\.y)), Self.median(lines[..<half].map(\.slope)))
        lower = (Self.median(lines[half...].map(\.y)), Self.median(lines[half...].map(\.slope)))
        curve = LineCurve(page, width: width, height: height, straight: slope)
    }

    /// Whether neither half of the page slopes.
    var isLevel: Bool { max(upper.slope.magnitude, lower.slope.magnitude, whole.magnitude) < 0.0005 }

    /// How far the line through this point has fallen below its height at the page's middle.
    func rise(x: Double, y: Double) -> Double {
        slope(y: y) * (x - middle.x) + curve.fall(x: x)
    }

    private func slope(y: Double) -> Double {
        let span = lower.y - upper.y
        return span > 1 ? upper.slope + (lower.slope - upper.slope) * (y - upper.y) / span : whole
    }

    /// How far a page turned by this slope has moved sideways at this height.
    func shear(y: Double) -> Double { whole * (y - middle.y) }

    private static func slope(
        of line: RecognizedLine, width: Double, height: Double
    ) -> (y: Double, slope: Double)? {
        guard line.words.count >= 3, let first = line.words.first, let last = line.words.last else { return nil }
        let run = (last.levelBox.midX - first.levelBox.midX) * width
        guard run > 0.2 * width else { return nil }
        // The lower edges of capitals and digits stand on the base line; the median of three words forgives a comma.
        let head = median(line.words.prefix(3).map { $0.levelBox.maxY * height })
        let tail = median(line.words.suffix(3).map { $0.levelBox.maxY * height })
        let slope = (tail - head) / run
        return slope.magnitude < 0.3 ? ((head + tail) / 2, slope) : nil
    }

    static func median(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        return sorted[sorted.count / 2]
    }
}

/// The height of a page's text, the unit in which distances are compared.
enum TextUnit {
    /// A height that most words reach: engines draw some boxes far too high, hardly any too low.
    static func of(_ rows: some Sequence<VisualRow>) -> Double {
        let heights = rows.flatMap { $0.words.filter { $0.key.utf8.count >= 2 }.map(\.height) }.sorted()
        return heights.isEmpty ? 1 : max(heights[heights.count / 3], 1)
    }
}
