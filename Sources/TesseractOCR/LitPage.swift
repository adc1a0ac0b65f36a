internal import CLeptonica
internal import Recognition

/// A lit screen or a sheet that is the smaller part of a dark photograph: taken for a dark page, its paper would pass for letters.
struct LitPage {
    /// So much lighter than what is around it.
    private static let contrast = 45
    /// Share of the picture: less is a lamp or a picture in a dark page.
    private static let area = 0.05...0.75
    /// Share of its box that it fills, leaning a little.
    private static let filled = 0.8
    /// Share of what is around it that may be light: light letters on a dark page are more.
    private static let stray = 0.003

    /// The picture with everything around the page in its paper's grey; nil where there is no such page.
    ///
    /// - Parameter ground: the grey around it.
    static func alone(
        in picture: borrowing Picture, ground: Int
    ) throws(RecognitionFailure) -> Picture? {
        let dark = try picture.derived("surroundings") { pixThresholdToBinary($0, Int32(ground + contrast)) }
        let light = try dark.derived("light areas") { pixInvert(nil, $0) }
        let solid = try light.derived("lit page") { pixCloseSafeBrick(nil, $0, 25, 25) }
        let boxes = solid.componentBoxes()
        let size = { (box: PixelBox) in Double(box.width) * Double(box.height) }
        let whole = Double(picture.width) * Double(picture.height)
        guard let page = boxes.max(by: { size($0) < size($1) }), area.contains(size(page) / whole),
            solid.foregroundShare(of: page) >= filled
        else { return nil }
        let all = PixelBox(x: 0, y: 0, width: Int32(picture.width), height: Int32(picture.height))
        let outside = light.foregroundShare(of: all) * whole - light.foregroundShare(of: page) * size(page)
        guard outside < stray * (whole - size(page)) else { return nil }
        let paper = try picture.clipped(to: page).greyHistogram(step: 2).lightest(from: ground + contrast)
        let around = try solid.derived("around") { pixInvert(nil, $0) }
        let painted = try picture.derived("copy") { pixCopy(nil, $0) }
        around.withPix { around in
            // The edge of the page is neither light nor dark.
            pixDilateBrick(around, around, 11, 11)
            painted.withPix { _ = pixPaintThroughMask($0, around, 0, 0, UInt32(paper)) }
        }
        return painted
    }
}

extension [Int] {
    /// The commonest grey from this one on.
    fileprivate func lightest(from grey: Int) -> Int {
        (Swift.min(grey, 255)..<256).max { self[$0] < self[$1] } ?? 255
    }
}
