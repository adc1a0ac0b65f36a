internal import Evaluation
internal import Recognition
internal import Scorecard
internal import Synchronization

/// A card on a page, drawn as one of the kinds of input.
struct CardSheet {
    /// Width in points that layouts are designed for: A4.
    static let designWidth = 595.0
    static let paperHeight = 842.0

    let painter: any PagePainter

    struct Drawing {
        var file: String
        var bytes: [UInt8]
        var text: String
    }

    /// Cairo 1.16 crashes when two threads fill its glyph cache; what happens to a picture afterwards needs no cairo.
    static let drawing = Mutex(())

    func draw(as kind: InputKind, using random: inout SplitMix64) throws(CorpusError) -> Drawing {
        let (height, text) = Self.drawing.withLock { _ in
            var measuring = Canvas.measuring()
            let height = painter.paint(on: &measuring)
            return (height, RowText.text(measuring.runs))
        }
        let capHeight = painter.capHeight
        switch kind {
        case .screen: return Drawing(file: "card.png", bytes: try screen(height, capHeight, &random), text: text)
        case .text: return Drawing(file: "card.pdf", bytes: try textPDF(height), text: text)
        case .scan: return Drawing(file: "card.pdf", bytes: try scan(height, capHeight, &random), text: text)
        case .photo: return Drawing(file: "card.jpg", bytes: try photo(height, capHeight, &random), text: text)
        }
    }

    private func textPDF(_ height: Double) throws(CorpusError) -> [UInt8] {
        try Self.drawing.withLock { _ throws(CorpusError) in
            var canvas = Canvas.pdf(width: Self.designWidth, height: Self.paperHeight, title: painter.title)
            onPaper(height, &canvas)
            return try canvas.pdfBytes()
        }
    }

    /// The card on A4, made smaller if it is too long.
    func onPaper(_ height: Double, _ canvas: inout Canvas) {
        // Rounded up to whole pixels, the canvas is a little larger than the paper.
        canvas.fill(x: 0, y: 0, width: Self.designWidth + 1, height: Self.paperHeight + 1, painter.page)
        let scale = paperScale(height)
        // Spelt so that a page as wide as the paper is placed as it always was.
        let share = painter.width == Self.designWidth ? scale : scale * painter.width / Self.designWidth
        canvas.transform(x: Self.designWidth * (1 - share) / 2, y: 0, scale: scale)
        _ = painter.paint(on: &canvas)
    }

    func paperScale(_ height: Double) -> Double {
        min(1, Self.paperHeight / height, Self.designWidth / painter.width)
    }

    private func screen(_ height: Double, _ capHeight: Double, _ random: inout SplitMix64) throws(CorpusError)
        -> [UInt8]
    {
        let pixelsPerPoint = random.uniform(23, 27) / capHeight
        let window = try Self.drawing.withLock { _ throws(CorpusError) in
            var canvas = Canvas.raster(width: Self.designWidth, height: height, pixelsPerPoint: pixelsPerPoint)
            canvas.fill(x: 0, y: 0, width: Self.designWidth + 1, height: height + 1, painter.page)
            _ = painter.paint(on: &canvas)
            return try canvas.picture()
        }
        return try window.png()
    }

    private func scan(_ height: Double, _ capHeight: Double, _ random: inout SplitMix64) throws(CorpusError) -> [UInt8]
    {
        var damage = ScanDamage(capHeight: capHeight * paperScale(height), using: &random)
        let scale = Double(damage.dotsPerInch) / 72
        let sheet = try Self.drawing.withLock { _ throws(CorpusError) in
            var canvas = Canvas.raster(width: Self.designWidth, height: Self.paperHeight, pixelsPerPoint: scale)
            onPaper(height, &canvas)
            return try canvas.picture()
        }
        let page = try damage.apply(to: sheet)
        return try page.pdf(
            damage.bilevel ? .g4 : .jpeg(quality: damage.quality), dotsPerInch: damage.dotsPerInch, title: "Scan")
    }

    private func photo(_ height: Double, _ capHeight: Double, _ random: inout SplitMix64) throws(CorpusError) -> [UInt8]
    {
        let page = (width: Self.designWidth, height: Self.paperHeight)
        var damage = PhotoDamage(page: page, capHeight: capHeight * paperScale(height), using: &random)
        let scene = try Self.drawing.withLock { _ throws(CorpusError) in
            try damage.table(page: page, paper: painter.page) { canvas in onPaper(height, &canvas) }
        }
        return try damage.shoot(scene).jpeg(quality: damage.quality)
    }
}
