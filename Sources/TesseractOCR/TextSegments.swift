internal import CLeptonica
internal import Recognition

/// Pieces of text lines as the ink itself shows them: letters with no more than a word space between them. Where Tesseract's
/// layout joins two lines of a table into one, or drops a cell, these tell.
struct TextSegments {
    /// Boxes in pixels of the picture, from top to bottom.
    let boxes: [PixelBox]
    /// Height of capitals in pixels.
    let letter: Double

    /// Finds the pieces on a prepared page; none where there is too little text to know its size.
    ///
    /// - Throws: `engineFailure` naming the step that leptonica refused.
    init(on picture: borrowing Picture) throws(RecognitionFailure) {
        let binary = try picture.binarized()
        guard let letter = binary.letterHeight() else {
            (boxes, self.letter) = ([], 0)
            return
        }
        self.letter = letter
        // Bands and rules are no letters.
        let faint = try picture.faintAndDark(letter: letter)
        let letters = try faint.derived("letters") {
            pixSelectBySize(
                $0, Int32(letter * 12), Int32(letter * 2.6), 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_LTE), nil)
        }
        let runs = try letters.derived("runs") { pixCloseSafeBrick(nil, $0, Int32(letter * 0.95), 1) }
        var found: [PixelBox] = []
        for box in runs.componentBoxes() where Double(box.height) >= 0.55 * letter {
            found += Double(box.height) > 1.9 * letter ? try letters.lines(in: box, letter: letter) : [box]
        }
        boxes = found.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    }
}

extension Picture {
    /// The lines in a box that holds several, parted where hardly a pixel is black.
    fileprivate borrowing func lines(in box: PixelBox, letter: Double) throws(RecognitionFailure) -> [PixelBox] {
        let part = try clipped(to: box)
        let counts = part.rowCounts()
        guard let most = counts.max(), most > 0 else { return [] }
        let threshold = max(1, most / 12)
        var lines: [PixelBox] = []
        var start: Int?
        for (row, count) in (counts + [0]).enumerated() {
            if count > threshold {
                start = start ?? row
            } else if let first = start {
                if Double(row - first) >= 0.5 * letter {
                    lines.append(
                        PixelBox(x: box.x, y: box.y + Int32(first), width: box.width, height: Int32(row - first)))
                }
                start = nil
            }
        }
        return lines
    }

    /// Black and white by Sauvola, which keeps what is faint beside what is dark.
    fileprivate borrowing func faintAndDark(letter: Double) throws(RecognitionFailure) -> Picture {
        try derived("threshold") { pix in
            var binary: UnsafeMutablePointer<Pix>?
            pixSauvolaBinarize(pix, Int32(max(8, letter * 1.5)), 0.2, 1, nil, nil, nil, &binary)
            return binary ?? pixThresholdToBinary(pix, 150)
        }
    }

    /// The part of the picture inside the box.
    borrowing func clipped(to box: PixelBox) throws(RecognitionFailure) -> Picture {
        try derived("clip") { pix in
            var region = boxCreate(box.x, box.y, box.width, box.height)
            defer { boxDestroy(&region) }
            return pixClipRectangle(pix, region, nil)
        }
    }

    /// Black pixels in each row of a black and white picture.
    private borrowing func rowCounts() -> [Int] {
        withPix { pix in
            var counts = pixCountPixelsByRow(pix, nil)
            defer { numaDestroy(&counts) }
            return (0..<numaGetCount(counts)).map { row in
                var count: Int32 = 0
                numaGetIValue(counts, row, &count)
                return Int(count)
            }
        }
    }
}
