internal import Evaluation
internal import Recognition

/// A page of the later families: a paper that was printed and scanned or photographed, or a window that was copied,
/// sent through a messenger or photographed.
struct VariedSheet {
    let painter: any PagePainter
    /// Shown on a screen, never on paper.
    let isScreen: Bool

    private var sheet: CardSheet { CardSheet(painter: painter) }

    /// What is left to do once the page is drawn; needs no cairo.
    struct Undeveloped: ~Copyable {
        var picture: Picture?
        var finished: [UInt8]?
        var file: String
        var text: String
        var damage: VariedDamage
        var random: SplitMix64
    }

    func draw(as kind: InputKind, using random: inout SplitMix64) throws(CorpusError) -> Undeveloped {
        var measuring = Canvas.measuring()
        let height = painter.paint(on: &measuring)
        let size = painter.window ?? (painter.width, height)
        let seen = measuring.runs.filter { $0.x < size.width && $0.baseline <= size.height }
        let text = RowText.text(seen)
        var damage = VariedDamage(kind: kind, isScreen: isScreen, using: &random)
        switch kind {
        case .text:
            return Undeveloped(
                finished: try document(height), file: "card.pdf", text: text, damage: damage, random: random.fork())
        case .screen:
            let scale = min(damage.capPixels / painter.capHeight, 3200 / max(size.width, size.height))
            damage.capPixels = scale * painter.capHeight
            let picture = try window(size, scale)
            return Undeveloped(
                picture: picture, file: damage.screenFile, text: text, damage: damage, random: random.fork())
        case .scan:
            damage.refine(for: painter.capHeight * sheet.paperScale(height))
            // Never over what the truth says.
            damage.hasStamp = damage.hasStamp && height * sheet.paperScale(height) < 0.7 * paperSize.height
            let picture = try damage.paper(page: paperSize, pixelsPerPoint: damage.scanDotsPerInch / 72) { canvas in
                sheet.onPaper(height, &canvas)
            }
            return Undeveloped(picture: picture, file: "card.pdf", text: text, damage: damage, random: random.fork())
        case .photo:
            let capHeight = painter.capHeight * (isScreen ? 1 : sheet.paperScale(height))
            let page = isScreen ? size : paperSize
            let scale = min(damage.capPixels / capHeight, 2600 / max(page.width, page.height))
            damage.capPixels = scale * capHeight
            let picture = try damage.scene(page: page, pixelsPerPoint: scale) { canvas in
                if isScreen { show(size, &canvas) } else { sheet.onPaper(height, &canvas) }
            }
            return Undeveloped(picture: picture, file: "card.jpg", text: text, damage: damage, random: random.fork())
        }
    }

    /// On A4; a page that would be tiny there is saved as one long page, as browsers do.
    private func document(_ height: Double) throws(CorpusError) -> [UInt8] {
        let isLong = sheet.paperScale(height) < 0.65
        var canvas = Canvas.pdf(
            width: isLong ? painter.width : CardSheet.designWidth, height: isLong ? height : CardSheet.paperHeight,
            title: painter.title)
        if isLong { show((painter.width, height), &canvas) } else { sheet.onPaper(height, &canvas) }
        return try canvas.pdfBytes()
    }

    private var paperSize: (width: Double, height: Double) { (CardSheet.designWidth, CardSheet.paperHeight) }

    private func window(_ size: (width: Double, height: Double), _ scale: Double) throws(CorpusError) -> Picture {
        var canvas = Canvas.raster(width: size.width, height: size.height, pixelsPerPoint: scale)
        show(size, &canvas)
        return try canvas.picture()
    }

    private func show(_ size: (width: Double, height: Double), _ canvas: inout Canvas) {
        canvas.fill(x: 0, y: 0, width: size.width + 1, height: size.height + 1, painter.page)
        canvas.clip(width: size.width, height: size.height)
        _ = painter.paint(on: &canvas)
    }
}
