internal import CPangoCairo
internal import Evaluation
internal import Recognition

/// What happens to pages of the later families; each card draws its own mixture.
struct VariedDamage: Sendable {
    let kind: InputKind
    let isScreen: Bool
    /// Height of the body's capitals in pixels, where the picture decides and not the scanner.
    var capPixels: Double
    private(set) var scanDotsPerInch: Double
    /// A screenshot went through a messenger, which makes it smaller and a JPEG.
    let isSent: Bool
    let hasFold: Bool
    var hasStamp: Bool
    let isFax: Bool
    let hasFingers: Bool
    let hasMoire: Bool
    let glare: Double
    let curvature: Double
    let motion: Int
    let defocus: Int
    let light: Double
    let noise: Double
    let skew: Double
    let bilevel: Bool
    let quality: Int

    init(kind: InputKind, isScreen: Bool, using random: inout SplitMix64) {
        self.kind = kind
        self.isScreen = isScreen
        capPixels = kind == .photo ? random.uniform(17, 26) : random.uniform(13, 30)
        scanDotsPerInch = random.pick([100, 150, 150, 200, 200, 200, 240, 300, 300])
        isSent = random.chance(0.3)
        hasFold = random.chance(0.3)
        hasStamp = random.chance(0.25)
        isFax = random.chance(0.12)
        hasFingers = random.chance(0.3)
        hasMoire = isScreen && random.chance(0.8)
        glare = random.chance(0.3) ? random.uniform(0.08, 0.28) : 0
        curvature = isScreen || random.chance(0.5) ? 0 : random.uniform(0.004, 0.018)
        motion = random.chance(0.2) ? random.integer(1, 3) : 0
        defocus = random.index(weights: [0.45, 0.45, 0.1])
        light = random.chance(0.2) && !isScreen ? random.uniform(0.35, 0.55) : random.uniform(0.75, 1)
        noise = light < 0.6 ? random.uniform(4, 8) : random.uniform(1.5, 5)
        skew = random.pick([-1, 1]) * random.uniform(0, 2.2)
        bilevel = random.chance(0.4)
        quality = random.integer(35, 75)
    }

    /// A finer scan where capitals so many points high would be smudges.
    mutating func refine(for capPoints: Double) {
        let least = (bilevel || isFax ? 14 : 10) * 72 / capPoints
        let resolutions: [Double] = [100, 150, 200, 240, 300]
        scanDotsPerInch = max(scanDotsPerInch, resolutions.first { $0 >= least } ?? 300)
    }

    var screenFile: String { isSent ? "card.jpg" : "card.png" }

    /// The printed sheet, with what was stamped on it.
    func paper(
        page: (width: Double, height: Double), pixelsPerPoint: Double, draw: (inout Canvas) -> Void
    ) throws(CorpusError) -> Picture {
        var canvas = Canvas.raster(width: page.width, height: page.height, pixelsPerPoint: pixelsPerPoint)
        draw(&canvas)
        if hasStamp { stamp(page, &canvas) }
        return try canvas.picture()
    }

    private func stamp(_ page: (width: Double, height: Double), _ canvas: inout Canvas) {
        canvas.transform(x: page.width * (0.55 + skew / 20), y: page.height * 0.8, scale: 1, degrees: -12 + 4 * skew)
        canvas.setColour(Colour(quality % 2 == 0 ? 0xB03030 : 0x304090), alpha: 0.65)
        cairo_set_line_width(canvas.cairo, 2.5)
        cairo_rectangle(canvas.cairo, 0, 0, 130, 44)
        cairo_stroke(canvas.cairo)
        let style = TextStyle(
            family: "Liberation Sans", size: 19, bold: true, colour: Colour(quality % 2 == 0 ? 0xC05050 : 0x5060A8))
        canvas.ink("RECEIVED", x: 12, baseline: 29, style)
    }

    /// The sheet on a table or the screen in a dark room, and whoever holds it.
    func scene(
        page: (width: Double, height: Double), pixelsPerPoint scale: Double, draw: (inout Canvas) -> Void
    ) throws(CorpusError) -> Picture {
        let (width, height) = (page.width * scale * 1.1, page.height * scale * 1.08)
        var canvas = Canvas.raster(width: width, height: height, pixelsPerPoint: 1)
        let ground =
            isScreen ? Colour(0x15171A) : [0x6B4A2F, 0x8A6A48, 0x3E3A38, 0x9A8F80].map { Colour($0) }[quality % 4]
        canvas.fill(x: 0, y: 0, width: width + 1, height: height + 1, ground)
        cairo_save(canvas.cairo)
        canvas.transform(x: width / 2, y: height / 2, scale: scale, degrees: skew * 0.7)
        canvas.transform(x: -page.width / 2, y: -page.height / 2, scale: 1)
        draw(&canvas)
        cairo_restore(canvas.cairo)
        if hasFingers { fingers(width, height, canvas) }
        return try canvas.picture()
    }

    /// Thumbs at the lower edge, where a hand holds paper or telephone.
    private func fingers(_ width: Double, _ height: Double, _ canvas: borrowing Canvas) {
        let skin = [0xC68E6A, 0x8D5A3B, 0xE0B090, 0x5C3A26].map { Colour($0) }[quality % 4]
        for side in [0.0, 1.0] where side == 0 || quality % 3 == 0 {
            canvas.setColour(skin)
            cairo_new_path(canvas.cairo)
            cairo_save(canvas.cairo)
            cairo_translate(canvas.cairo, width * (side == 0 ? 0.015 : 0.985), height * 0.93)
            cairo_scale(canvas.cairo, width * 0.045, height * 0.075)
            cairo_arc(canvas.cairo, 0, 0, 1, 0, 6.3)
            cairo_restore(canvas.cairo)
            cairo_fill(canvas.cairo)
        }
    }
}

extension VariedSheet.Undeveloped {
    /// The document's bytes.
    consuming func develop() throws(CorpusError) -> [UInt8] {
        if let finished { return finished }
        guard let drawn = picture.take() else { throw .drawingFailed("there is no picture") }
        var random = random
        switch damage.kind {
        case .text: throw .drawingFailed("a text page has no picture")
        case .screen: return try damage.sent(drawn, png: file == "card.png", using: &random)
        case .scan: return try damage.scanned(drawn, using: &random)
        case .photo: return try damage.photographed(drawn, using: &random)
        }
    }
}
