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
    /// Size of the prepared picture.
    var width: Double
    var height: Double

    /// The box on the original page. The skew is small, so a box keeps its size and its middle is turned back.
    func pageBox(left: Int32, top: Int32, right: Int32, bottom: Int32) -> PageBox {
        let boxWidth = Double(right - left)
        let boxHeight = Double(bottom - top)
        let x = Double(left) + boxWidth / 2 - width / 2
        let y = Double(top) + boxHeight / 2 - height / 2
        let sine = approximateSine(-rotation)
        let cosine = approximateCosine(-rotation)
        let midX = x * cosine - y * sine + width / 2
        let midY = x * sine + y * cosine + height / 2
        return PageBox(
            x: (midX - boxWidth / 2) / width, y: (midY - boxHeight / 2) / height, width: boxWidth / width,
            height: boxHeight / height
        ).clampedToPage
    }

    /// Height of a box's middle when the skew is taken out, in fractions of the page.
    func levelY(_ box: PageBox) -> Double {
        let x = box.midX * width - width / 2
        let y = box.midY * height - height / 2
        return (x * approximateSine(rotation) + y * approximateCosine(rotation) + height / 2) / height
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
        if try isDue(preparation.removeRules) { picture = try withoutRules(picture) }
        if let height = preparation.targetTextHeight, try isDue(true) {
            picture = try scaled(picture, toTextHeight: height)
        }
        picture.resolution = resolution
        let geometry = PreparedGeometry(
            rotation: rotation, width: Double(picture.width), height: Double(picture.height))
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
        let page = contrast.isLightOnDark ? try picture.derived("invert", { pixInvert(nil, $0) }) : consume picture
        let paper = contrast.isLightOnDark ? 255 - contrast.ground : contrast.paper
        return try DarkRegions(in: page, paper: paper).inverted(page)
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

    /// Paints long thin lines in the paper's colour.
    private func withoutRules(_ picture: borrowing Picture) throws(RecognitionFailure) -> Picture {
        let paper = GreyContrast(histogram: picture.greyHistogram(step: 4)).paper
        let letter = try picture.textHeight() ?? 8
        let rules = try RuleMask(on: picture, paper: paper, letter: letter)
        let painted = try picture.derived("copy") { pixCopy(nil, $0) }
        painted.withPix { painted in rules.mask.withPix { _ = pixPaintThroughMask(painted, $0, 0, 0, UInt32(paper)) } }
        return painted
    }

    private func scaled(
        _ picture: consuming Picture, toTextHeight target: Int
    ) throws(RecognitionFailure) -> Picture {
        guard let height = try picture.textHeight() else { return picture }
        let factor = min(max(Double(target) / height, 0.3), 4)
        let width = Double(picture.width) * factor
        let rows = Double(picture.height) * factor
        guard abs(factor - 1) > 0.1, limits.allow(width: Int(width), height: Int(rows)) else { return picture }
        return try picture.derived("scale") { pixScale($0, Float(factor), Float(factor)) }
    }
}

/// What a grey histogram says about paper and ink.
struct GreyContrast {
    /// The commonest light grey: the paper.
    let paper: Int
    /// The commonest grey of all.
    let ground: Int
    let isLightOnDark: Bool
    let isBlank: Bool

    init(histogram: [Int]) {
        let total = max(histogram.reduce(0, +), 1)
        let dark = histogram[..<110].reduce(0, +)
        isLightOnDark = dark * 2 > total
        ground = histogram.indices.max { histogram[$0] < histogram[$1] } ?? 255
        paper = (100..<256).max { histogram[$0] < histogram[$1] } ?? 255
        let used = histogram.indices.filter { histogram[$0] > 0 }
        isBlank = (used.last ?? 0) - (used.first ?? 0) < 16
    }
}
