internal import CLeptonica
public import Recognition

/// A picture ready for Tesseract, and how its pixels lie on the upright original page.
public struct PreparedPage: ~Copyable {
    let picture: Picture
    let geometry: PreparedGeometry
    /// Nothing but paper: Tesseract would invent letters.
    let isBlank: Bool
}

/// Maps pixels of the prepared picture to fractions of the upright page.
struct PreparedGeometry {
    /// Clockwise rotation that was applied, in radians.
    var rotation: Double
    /// How bent lines were made level; nil where they were level.
    var dewarp: LineDewarp?
    /// Size of the prepared picture.
    var width: Double
    var height: Double
    /// Size of the picture before it was enlarged, over its size now.
    var scale = 1.0

    /// The box on the original page. The skew is small, so a box keeps its size and its middle is turned back.
    func pageBox(left: Int32, top: Int32, right: Int32, bottom: Int32) -> PageBox {
        let boxWidth = Double(right - left)
        let boxHeight = Double(bottom - top)
        let column = Double(left) + boxWidth / 2
        let row = Double(top) + boxHeight / 2
        let x = column - width / 2
        let y = row + fall(x: column, y: row) - height / 2
        let sine = approximateSine(-rotation)
        let cosine = approximateCosine(-rotation)
        let midX = x * cosine - y * sine + width / 2
        let midY = x * sine + y * cosine + height / 2
        return PageBox(
            x: (midX - boxWidth / 2) / width, y: (midY - boxHeight / 2) / height, width: boxWidth / width,
            height: boxHeight / height
        ).clampedToPage
    }

    /// The box where it stands on the prepared picture, in fractions of that.
    func levelBox(_ box: PageBox) -> PageBox {
        let x = box.midX * width - width / 2
        let y = box.midY * height - height / 2
        let sine = approximateSine(rotation)
        let cosine = approximateCosine(rotation)
        let column = x * cosine - y * sine + width / 2
        let row = x * sine + y * cosine + height / 2
        // How far it fell is told at the place it fell from, which each step nears: where lines run together, by a quarter of the way.
        let midY = (0..<6).reduce(row) { place, _ in row - fall(x: column, y: place) }
        return PageBox(
            x: column / width - box.width / 2, y: midY / height - box.height / 2, width: box.width, height: box.height)
    }

    /// The words with their places on the levelled page, where those are others.
    func withLevelPlaces(_ blocks: [RecognizedBlock]) -> [RecognizedBlock] {
        guard rotation != 0 || dewarp != nil else { return blocks }
        return blocks.map { block in
            RecognizedBlock(lines: block.lines.map { RecognizedLine(words: $0.words.map(withLevelPlace)) })
        }
    }

    private func withLevelPlace(_ word: RecognizedWord) -> RecognizedWord {
        var word = word
        word.level = levelBox(word.box)
        return word
    }

    /// How far the line at this place had fallen before the picture was levelled.
    private func fall(x: Double, y: Double) -> Double {
        guard let dewarp else { return 0 }
        return dewarp.fall(x: x * scale, y: y * scale) / scale
    }

    /// A box of the prepared picture in fractions of that.
    func level(_ box: PixelBox) -> PageBox {
        PageBox(
            x: Double(box.x) / width, y: Double(box.y) / height, width: Double(box.width) / width,
            height: Double(box.height) / height)
    }

    /// The box on the original page.
    func pageBox(_ box: PixelBox) -> PageBox {
        pageBox(left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height)
    }

    // A skew is below 8 degrees, where these series are exact to 1e-7; the target links no mathematics library.
    private func approximateSine(_ angle: Double) -> Double { angle - angle * angle * angle / 6 }
    private func approximateCosine(_ angle: Double) -> Double {
        let square = angle * angle
        return 1 - square / 2 + square * square / 24
    }
}

extension PageBox {
    /// The part of the box that lies on the page.
    var clampedToPage: PageBox {
        let left = min(max(x, 0), 1)
        let top = min(max(y, 0), 1)
        return PageBox(
            x: left, y: top, width: min(max(maxX, left), 1) - left, height: min(max(maxY, top), 1) - top)
    }
}

/// Does the steps of a `PagePreparation`. The values are those that MEASURING.md's figures were measured with.
public struct PagePreparer {
    /// Text is small when this much is missing to the height asked for; other text is read best as it is.
    private static let smallText = 1.3
    private let preparation: PagePreparation
    private let limits: RecognitionLimits
    private let deadline: Deadline

    /// Creates a preparer; an enlarged picture stays within the limits, and no step begins after the deadline.
    public init(_ preparation: PagePreparation, limits: RecognitionLimits, deadline: Deadline = .none) {
        self.preparation = preparation
        self.limits = limits
        self.deadline = deadline
    }

    /// The prepared page; the original is left as it is.
    ///
    /// - Throws: `engineFailure` naming the step that leptonica refused, or `deadlineExceeded`.
    public func prepare(_ original: borrowing Picture) throws(RecognitionFailure) -> PreparedPage {
        let resolution = original.resolution
        var picture = try original.shared()
        let contrast = GreyContrast(histogram: picture.greyHistogram(step: 4))
        if try isDue(preparation.invertDarkPages) { picture = try withDarkText(picture, contrast: contrast) }
        if try isDue(preparation.normalizeBackground) { picture = try withEvenBackground(picture) }
        let rotation = try isDue(preparation.deskew) ? try skew(of: picture) : 0
        if rotation != 0 { picture = try rotated(picture, by: rotation) }
        let dewarp = try isDue(preparation.deskew) ? try LineDewarp(of: picture.binarized()) : nil
        if let dewarp { picture = try dewarp.levelled(picture) }
        let width = Double(picture.width)
        if try isDue(preparation.removeRules) { picture = try withoutRules(picture) }
        if let height = preparation.targetTextHeight, try isDue(true) {
            picture = try scaled(picture, toTextHeight: height)
        }
        picture.resolution = resolution
        let geometry = PreparedGeometry(
            rotation: rotation, dewarp: dewarp, width: Double(picture.width), height: Double(picture.height),
            scale: width / Double(picture.width))
        return PreparedPage(picture: picture, geometry: geometry, isBlank: contrast.isBlank)
    }

    /// Whether the step is asked for; there must be time for it.
    private func isDue(_ step: Bool) throws(RecognitionFailure) -> Bool {
        if step { try deadline.check() }
        return step
    }

    private func withDarkText(
        _ picture: consuming Picture, contrast: GreyContrast
    ) throws(RecognitionFailure) -> Picture {
        if contrast.isDark, let page = try LitPage.alone(in: picture, ground: contrast.ground) {
            let contrast = GreyContrast(lit: page.greyHistogram(step: 4))
            return try withDarkText(page, contrast: contrast)
        }
        let isInverse = contrast.isDark && picture.hasLightStrokes()
        let page = isInverse ? try picture.derived("invert", { pixInvert(nil, $0) }) : consume picture
        if contrast.isDark, !isInverse { return try brightened(page, paper: contrast.ground) }
        let paper = isInverse ? 255 - contrast.ground : contrast.paper
        return try withoutSurroundings(try DarkRegions(in: page, paper: paper).inverted(page), paper: paper)
    }

    /// Paints what is dark and reaches in from the edge of the picture, a table under the page or a thumb, in the paper's grey.
    private func withoutSurroundings(_ picture: borrowing Picture, paper: Int) throws(RecognitionFailure) -> Picture {
        let dark = try picture.derived("dark areas") { pixThresholdToBinary($0, Int32(paper * 11 / 20)) }
        let solid = try dark.derived("solid areas") { pixOpenBrick(nil, $0, 25, 25) }
        let outside = try solid.derived("surroundings") { pixExtractBorderConnComps($0, 8) }
        let painted = try picture.derived("copy") { pixCopy(nil, $0) }
        outside.withPix { outside in
            pixDilateBrick(outside, outside, 9, 9)
            painted.withPix { _ = pixPaintThroughMask($0, outside, 0, 0, UInt32(paper)) }
        }
        return painted
    }

    /// A page in poor light with its paper as light as that of others: the steps that follow know paper by its grey.
    private func brightened(_ picture: borrowing Picture, paper: Int) throws(RecognitionFailure) -> Picture {
        let copy = try picture.derived("copy") { pixCopy(nil, $0) }
        copy.withPix { _ = pixMultConstantGray($0, 220 / Float(max(paper, 20))) }
        return try withoutSurroundings(try DarkRegions(in: copy, paper: 220).inverted(copy), paper: 220)
    }

    private func withEvenBackground(_ picture: borrowing Picture) throws(RecognitionFailure) -> Picture {
        // Tiles larger than the picture are refused; such a picture is too small to be uneven.
        guard picture.width >= 64, picture.height >= 96 else { return try picture.shared() }
        return try picture.derived("background") { pixBackgroundNorm($0, nil, nil, 32, 48, 60, 50, 200, 2, 2) }
    }

    /// Rotation in radians, clockwise, that levels the lines; 0 where the measure is unsure or the skew too small to matter.
    private func skew(of picture: borrowing Picture) throws(RecognitionFailure) -> Double {
        let binary = try picture.binarized()
        var angle: Float = 0
        var confidence: Float = 0
        binary.withPix { _ = pixFindSkewSweepAndSearch($0, &angle, &confidence, 4, 2, 7, 1, 0.01) }
        return confidence > 2 && abs(angle) > 0.1 ? Double(angle) * .pi / 180 : 0
    }

    private func rotated(_ picture: borrowing Picture, by radians: Double) throws(RecognitionFailure) -> Picture {
        try picture.derived("deskew") {
            pixRotate($0, Float(radians), Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0, 0)
        }
    }

    /// Paints long thin lines in the paper's colour, rows of dots, and the dots in zeros.
    private func withoutRules(_ picture: borrowing Picture) throws(RecognitionFailure) -> Picture {
        let paper = GreyContrast(histogram: picture.greyHistogram(step: 4)).paper
        let binary = try picture.binarized()
        let height = binary.letterHeight()
        let letter = height ?? 8
        let rules = try RuleMask(on: picture, paper: paper, letter: letter)
        let painted = try picture.derived("copy") { pixCopy(nil, $0) }
        painted.withPix { painted in rules.mask.withPix { _ = pixPaintThroughMask(painted, $0, 0, 0, UInt32(paper)) } }
        if let height {
            painted.paint(LeaderMask(on: picture, binary: binary, paper: paper, letter: height), grey: paper)
            painted.paint(DottedZeros(on: picture, binary: binary, paper: paper, letter: height), grey: paper)
        }
        return painted
    }

    private func scaled(
        _ picture: consuming Picture, toTextHeight target: Int
    ) throws(RecognitionFailure) -> Picture {
        guard let height = try picture.textHeight() else { return picture }
        let factor = min(Double(target) / height, 4)
        let width = Double(picture.width) * factor
        let rows = Double(picture.height) * factor
        guard factor > Self.smallText, limits.allow(width: Int(width), height: Int(rows)) else { return picture }
        return try picture.derived("scale") { pixScale($0, Float(factor), Float(factor)) }
    }
}

/// What a grey histogram says about paper and ink.
struct GreyContrast {
    /// The commonest light grey: the paper.
    let paper: Int
    /// The commonest grey of all.
    let ground: Int
    /// Most of it is dark: light letters on a dark page, or paper in poor light.
    private(set) var isDark: Bool
    let isBlank: Bool

    /// That of a page which is known to be light, however dim.
    init(lit histogram: [Int]) {
        self.init(histogram: histogram)
        isDark = false
    }

    init(histogram: [Int]) {
        let total = max(histogram.reduce(0, +), 1)
        let dark = histogram[..<110].reduce(0, +)
        // Light letters cover little of a page: what is light all over a quarter of the picture is paper, and dark around it.
        let light = histogram[150...].reduce(0, +)
        isDark = dark * 2 > total && light * 4 < total
        // The grey of photographed paper is spread by noise, that of an edge filled with white is not.
        let smooth = Self.smoothed(histogram)
        ground = smooth.indices.max { smooth[$0] < smooth[$1] } ?? 255
        paper = (100..<256).max { smooth[$0] < smooth[$1] } ?? 255
        let used = histogram.indices.filter { histogram[$0] > 0 }
        isBlank = (used.last ?? 0) - (used.first ?? 0) < 16
    }

    /// Counts of each grey and its neighbours.
    private static func smoothed(_ histogram: [Int]) -> [Int] {
        histogram.indices.map { grey in
            histogram[max(grey - 6, 0)...min(grey + 6, histogram.count - 1)].reduce(0, +)
        }
    }
}
