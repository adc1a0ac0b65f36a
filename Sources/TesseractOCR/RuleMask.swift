internal import CLeptonica
internal import Recognition

/// The ruling lines of forms and spreadsheets as a black and white picture.
struct RuleMask: ~Copyable {
    let mask: Picture

    /// Finds long thin runs of anything that is not paper: the lines of a spreadsheet are light grey, and a threshold that suits
    /// the letters would not see them.
    ///
    /// - Parameters:
    ///   - paper: grey value of the paper.
    ///   - letter: height of capitals in pixels; on a small picture a twentieth of the width is no longer than a stem.
    init(on picture: borrowing Picture, paper: Int, letter: Double) throws(RecognitionFailure) {
        let ink = try picture.derived("ink") { pixThresholdToBinary($0, Int32(Double(paper) * 0.86)) }
        let width = Double(picture.width)
        let row = Int32(max(width / 20, letter * 4))
        let column = Int32(max(width / 40, letter * 2.5))
        // A line is thinner than half a letter. What is thicker is a band, with letters on it.
        let thickness = Int32(max(letter / 2, 5))
        let horizontal = try ink.thinRuns(width: row, height: 1, thickWidth: 1, thickHeight: thickness)
        let vertical = try ink.thinRuns(width: 1, height: column, thickWidth: thickness, thickHeight: 1)
        try horizontal.clearRuns(notDarkerThan: (0, 1), on: picture)
        try vertical.clearRuns(notDarkerThan: (1, 0), on: picture)
        horizontal.withPix { rules in
            vertical.withPix { _ = pixOr(rules, rules, $0) }
            pixDilateBrick(rules, rules, 3, 3)
        }
        mask = horizontal
    }
}

extension Picture {
    /// What an opening with a long brick leaves, without what a second opening shows to be thick.
    fileprivate borrowing func thinRuns(
        width: Int32, height: Int32, thickWidth: Int32, thickHeight: Int32
    ) throws(RecognitionFailure) -> Picture {
        let runs = try derived("long runs") { pixOpenBrick(nil, $0, width, height) }
        let thick = try runs.derived("thick runs") { pixOpenBrick(nil, $0, thickWidth, thickHeight) }
        return try runs.derived("thin runs") { runs in thick.withPix { pixSubtract(nil, runs, $0) } }
    }

    /// Leaves those runs that are darker than what is on both sides of them: what the threshold leaves of a tinted band, the
    /// letters on it among them, is no line.
    ///
    /// - Parameter side: the direction across the runs.
    fileprivate borrowing func clearRuns(
        notDarkerThan side: (x: Int32, y: Int32), on picture: borrowing Picture
    ) throws(RecognitionFailure) {
        for box in componentBoxes() {
            let line = try light(of: picture, in: box)
            for step in [-1, 1] as [Int32] {
                let beside = box.moved(x: side.x * step * (box.width + 2), y: side.y * step * (box.height + 2))
                guard beside.isInside(picture) else { continue }
                guard try picture.clipped(to: beside).greyHistogram(step: 1).grey(above: 0.5) * 14 <= line * 15 else {
                    continue
                }
                withPix { pix in
                    var region = boxCreate(box.x, box.y, box.width, box.height)
                    defer { boxDestroy(&region) }
                    _ = pixClearInRect(pix, region)
                }
            }
        }
    }

    /// A light one of the grey values under this mask: a line is dark all along, a band with a letter on it is not.
    private borrowing func light(of picture: borrowing Picture, in box: PixelBox) throws(RecognitionFailure) -> Int {
        let mask = try clipped(to: box)
        var counts = mask.withPix { mask in
            picture.withPix { pixGetGrayHistogramMasked($0, mask, box.x, box.y, 1) }
        }
        defer { numaDestroy(&counts) }
        var histogram: [Int] = []
        for grey in 0..<numaGetCount(counts) {
            var count: Int32 = 0
            numaGetIValue(counts, grey, &count)
            histogram.append(Int(count))
        }
        return histogram.grey(above: 0.8)
    }
}

extension PixelBox {
    fileprivate func moved(x: Int32, y: Int32) -> PixelBox {
        PixelBox(x: self.x + x, y: self.y + y, width: width, height: height)
    }

    fileprivate func isInside(_ picture: borrowing Picture) -> Bool {
        x >= 0 && y >= 0 && Int(x + width) <= picture.width && Int(y + height) <= picture.height
    }
}

extension [Int] {
    /// The grey value above this share of a histogram.
    fileprivate func grey(above share: Double) -> Int {
        var left = Int(share * Double(reduce(0, +)))
        return firstIndex { count in
            left -= count
            return left < 0
        } ?? 0
    }
}
