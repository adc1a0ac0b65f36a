/// A band of light text on a dark ground. Where the page leans or is bent, so does the band: then it is narrow boxes side by side,
/// each as high as the band is there, since a box around all of it would hold paper and text above and below it too.
struct DarkBand {
    /// Pixels that a box of a leaning band is wide.
    private static let slice: Int32 = 8
    /// A band whose edges rise or fall by less is level.
    private static let level: Int32 = 4
    /// Lower ones hold no letters: a rule is such a one.
    static let least: Int32 = 12
    /// Rows that strips lack at most, where an edge leaves a box around them.
    private static let corner: Int32 = 8
    /// The steepest step of an edge from a box to the next, in pixels.
    private static let step: Int32 = 2

    /// One box for a level band.
    let boxes: [PixelBox]
    /// What lies along the edges of a leaning band and is neither quite dark nor paper.
    let fringes: [PixelBox]

    /// Follows the band inside a box.
    ///
    /// - Parameters:
    ///   - strips: what is dark for more pixels on end than a letter has: no text above or below the band, and not quite its corners.
    ///   - dark: what is dark at all.
    init(in box: PixelBox, of strips: borrowing Picture, dark: borrowing Picture) {
        // What reaches in from the edge of a photograph is the table under the page.
        let isInside =
            box.x > 1 && box.y > 1 && Int(box.x + box.width) < strips.width - 1
            && Int(box.y + box.height) < strips.height - 1
        let slices = isInside && box.height * 4 < box.width ? Self.slices(of: box, in: strips, dark) : []
        let leans = Self.lean(slices)
        boxes = leans ? slices : [box]
        fringes = leans ? slices.flatMap(Self.fringes) + Self.ends(slices) : []
    }

    /// Larger boxes inside a leaning band, a row of letters high: what is in narrow ones is no letter.
    var windows: [PixelBox] {
        let count = 12
        return stride(from: 0, to: boxes.count, by: count).compactMap { start in
            let run = boxes[start..<min(start + count, boxes.count)]
            guard let first = run.first, let last = run.last, let top = run.map(\.y).max(),
                let bottom = run.map({ $0.y + $0.height }).min(), bottom > top
            else { return nil }
            return PixelBox(x: first.x, y: top, width: last.x + last.width - first.x, height: bottom - top)
        }
    }

    /// Share of the boxes that is dark.
    func darkShare(in dark: borrowing Picture) -> Double {
        var (ink, area) = (0.0, 0.0)
        for box in boxes {
            let size = Double(box.width) * Double(box.height)
            ink += dark.foregroundShare(of: box) * size
            area += size
        }
        return ink / max(area, 1)
    }

    private static func slices(
        of box: PixelBox, in strips: borrowing Picture, _ dark: borrowing Picture
    ) -> [PixelBox] {
        var slices: [PixelBox] = []
        for left in stride(from: box.x, to: box.x + box.width, by: Int(slice)) {
            let part = PixelBox(x: left, y: box.y, width: min(slice, box.x + box.width - left), height: box.height)
            if let edges = edges(of: part, in: strips, dark) { slices.append(edges) }
        }
        return slices
    }

    /// The rows of a part between its first dark one and its last.
    private static func edges(
        of part: PixelBox, in strips: borrowing Picture, _ dark: borrowing Picture
    ) -> PixelBox? {
        let isDark = { (row: Int32, picture: borrowing Picture) in
            picture.foregroundShare(of: PixelBox(x: part.x, y: row, width: part.width, height: 1)) > 0.5
        }
        var (top, bottom) = (part.y, part.y + part.height)
        while top < bottom, !isDark(top, strips) { top += 1 }
        while bottom > top, !isDark(bottom - 1, strips) { bottom -= 1 }
        guard bottom > top else { return nil }
        let reach = (top - corner, bottom + corner)
        while top > max(0, reach.0), isDark(top - 1, dark) { top -= 1 }
        while bottom < min(reach.1, Int32(dark.height)), isDark(bottom, dark) { bottom += 1 }
        return PixelBox(x: part.x, y: top, width: part.width, height: bottom - top)
    }

    /// Whether the edges go up or down without steps and the band is as high everywhere.
    private static func lean(_ slices: [PixelBox]) -> Bool {
        guard slices.count >= 12 else { return false }
        let heights = slices.map(\.height).sorted()
        let height = heights[heights.count / 2]
        let even = slices.count { abs($0.height - height) <= max(3, height / 5) }
        let smooth = zip(slices, slices.dropFirst()).count { abs($0.y - $1.y) <= step }
        let drop = (slices.map(\.y).max() ?? 0) - (slices.map(\.y).min() ?? 0)
        return height >= least && drop >= level && even * 10 >= slices.count * 9 && smooth * 20 >= slices.count * 19
    }

    private static func ends(_ slices: [PixelBox]) -> [PixelBox] {
        guard let first = slices.first, let last = slices.last else { return [] }
        return [(first, first.x), (last, last.x + last.width)].map { box, x in
            PixelBox(x: max(0, x - 2), y: max(0, box.y - 2), width: 4, height: box.height + 4)
        }
    }

    private static func fringes(of box: PixelBox) -> [PixelBox] {
        let rows = min(max(3, box.height / 8), 5)
        return [box.y - rows, box.y + box.height - 1].map {
            PixelBox(x: box.x, y: max(0, $0), width: box.width, height: rows + 1)
        }
    }
}
