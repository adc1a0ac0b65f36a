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
        let (tall, low) = runs.componentBoxes().parted { Double($0.height) >= 0.55 * letter }
        var found: [PixelBox] = []
        for box in tall {
            found += Double(box.height) > 1.9 * letter ? try letters.lines(in: box, letter: letter) : [box]
        }
        var lines: [PixelBox] = []
        for box in found where try !letters.isRule(in: box, letter: letter) { lines.append(box) }
        let marks = low.filter { (0.1 * letter...0.5 * letter).contains(Double($0.height)) }
        boxes = lines.map { $0.withAccents(marks, below: lines, letter: letter) }.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    }
}

extension Picture {
    /// The lines in a box that holds several, parted halfway between rows with more than a few black pixels: what reaches
    /// below a line, as a g does, has few.
    fileprivate borrowing func lines(in box: PixelBox, letter: Double) throws(RecognitionFailure) -> [PixelBox] {
        let counts = try clipped(to: box).rowCounts()
        let threshold = max(1, (counts.max() ?? 0) / 12)
        let bands = counts.runs { $0 > threshold }.filter { Double($0.count) >= 0.5 * letter }
        var top = counts.startIndex
        return bands.indices.map { index in
            let isLast = index == bands.count - 1
            let bottom = isLast ? counts.count : (bands[index].upperBound + bands[index + 1].lowerBound) / 2
            defer { top = bottom }
            return PixelBox(x: box.x, y: box.y + Int32(top), width: box.width, height: Int32(bottom - top))
        }
    }

    /// Whether a wide box holds a rule drawn with dashes: nearly all of its ink lies at one height.
    fileprivate borrowing func isRule(in box: PixelBox, letter: Double) throws(RecognitionFailure) -> Bool {
        guard Double(box.width) > 8 * letter else { return false }
        let counts = try clipped(to: box).rowCounts()
        let height = max(2, Int(0.25 * letter))
        let densest = counts.indices.map { counts[$0...].prefix(height).reduce(0, +) }.max() ?? 0
        return Double(densest) > 0.6 * Double(counts.reduce(0, +))
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

extension PixelBox {
    /// The box with the accents that stand apart above its capitals, and not below what stands above them.
    fileprivate func withAccents(_ marks: [PixelBox], below lines: [PixelBox], letter: Double) -> PixelBox {
        let own = marks.filter { mark in
            let gap = Double(y - mark.y - mark.height)
            guard gap > -0.2 * letter, gap < 0.35 * letter, mark.y < y, mark.isOver(self) else { return false }
            return !lines.contains { line in
                line.y < mark.y && Double(mark.y - line.y - line.height) < gap && mark.isOver(line)
            }
        }
        guard let top = own.map(\.y).min() else { return self }
        return PixelBox(x: x, y: top, width: width, height: height + y - top)
    }

    private func isOver(_ other: PixelBox) -> Bool {
        let middle = x + width / 2
        return middle > other.x && middle < other.x + other.width
    }
}

extension [PixelBox] {
    fileprivate func parted(_ isFirst: (PixelBox) -> Bool) -> (first: [PixelBox], second: [PixelBox]) {
        (filter(isFirst), filter { !isFirst($0) })
    }
}

extension [Int] {
    /// Ranges of neighbouring elements of which the condition holds.
    fileprivate func runs(where condition: (Int) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in indices where condition(self[index]) {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<(index + 1)
            } else {
                runs.append(index..<(index + 1))
            }
        }
        return runs
    }
}
