internal import CLeptonica
internal import Recognition

extension Picture {
    /// Black and white by Otsu on tiles of 300 pixels (`pixOtsuAdaptiveThreshold`), for measuring, not for recognition.
    /// What is within 15% of the paper's grey is white: a tile without print would be parted by its grain.
    borrowing func binarized() throws(RecognitionFailure) -> Picture {
        let paper = GreyContrast(histogram: greyHistogram(step: 4)).paper
        let dark = try derived("dark parts") { pixThresholdToBinary($0, Int32(paper * 17 / 20)) }
        return try derived("threshold") { pix in
            var binary: UnsafeMutablePointer<Pix>?
            pixOtsuAdaptiveThreshold(pix, 300, 300, 0, 0, 0.1, nil, &binary)
            guard let binary else { return pixThresholdToBinary(pix, 150) }
            dark.withPix { _ = pixAnd(binary, binary, $0) }
            return binary
        }
    }

    /// Height of capitals and digits in pixels, from the connected components; nil where there are too few to tell.
    borrowing func textHeight() throws(RecognitionFailure) -> Double? {
        try binarized().letterHeight()
    }

    /// The same of a picture that is black and white already.
    borrowing func letterHeight() -> Double? {
        let boxes = componentBoxes().filter(\.couldBeALetter)
        guard boxes.count >= 40 else { return nil }
        let height = Self.typicalHeight(boxes.map(\.height))
        // The grain of a photograph makes more specks than the page has letters; but specks do not stand in lines, and those that do
        // by chance have no neighbours that do.
        let aligned = LetterNeighbours.aligned(LetterNeighbours.aligned(boxes)).map(\.height)
        guard aligned.count >= 40 else { return height }
        let inLines = Self.typicalHeight(aligned)
        let isGrain = aligned.count * 4 < boxes.count
        return isGrain || inLines > 1.6 * height ? inLines : height
    }

    /// Below are lower-case letters without ascenders, above are touching letters.
    private static func typicalHeight(_ heights: [Int32]) -> Double {
        Double(heights.sorted()[heights.count * 7 / 10])
    }

    /// Whether all pixels of a grey picture are the same.
    borrowing func isFlat() -> Bool {
        withPix { pix in
            var (darkest, lightest) = (Int32(0), Int32(0))
            return pixGetRangeValues(pix, 1, Int32(L_SELECT_RED), &darkest, &lightest) == 0 && darkest == lightest
        }
    }

    /// Whether letters are lighter than what is around them, however the page is lit: strokes are the smaller part of any
    /// small area, so its mean lies on their side of its median. Areas are counted: a bright band says no more than dim print.
    borrowing func hasLightStrokes() -> Bool {
        withPix { pix in
            guard let data = pixGetData(pix) else { return false }
            let wordsPerLine = Int(pixGetWpl(pix))
            let tile = 48
            var balance = 0
            for top in stride(from: 0, to: max(height - tile / 2, 1), by: tile) {
                for left in stride(from: 0, to: max(width - tile / 2, 1), by: tile) {
                    var histogram = [Int](repeating: 0, count: 256)
                    for row in top..<min(top + tile, height) {
                        let line = data + row * wordsPerLine
                        for column in left..<min(left + tile, width) {
                            // Leptonica packs four pixels to a word, the first in the highest byte.
                            histogram[Int(line[column >> 2] >> UInt32(24 - (column & 3) * 8)) & 0xFF] += 1
                        }
                    }
                    balance += Self.skew(histogram).signum()
                }
            }
            return balance > 0
        }
    }

    /// Mean less median of a small area; 0 where there is too little contrast for letters.
    private static func skew(_ histogram: [Int]) -> Int {
        let total = histogram.reduce(0, +)
        var (below, low, median, high) = (0, 0, 0, 0)
        for (grey, count) in histogram.enumerated() where count > 0 {
            if below * 50 < total { low = grey }
            if below * 2 < total { median = grey }
            if below * 50 < total * 49 { high = grey }
            below += count
        }
        // The contrast of letters falls with the light, the noise of a photograph does not.
        guard high - low >= 10 + median * 3 / 10 else { return 0 }
        return histogram.enumerated().reduce(0) { $0 + $1.offset * $1.element } / max(total, 1) - median
    }

    /// Share of pixels that equal their right neighbour, in sampled rows: near 1 for what a program drew, well below for a
    /// photograph with its noise.
    borrowing func flatness() -> Double {
        withPix { pix in
            guard let data = pixGetData(pix), width > 8 else { return 1 }
            let wordsPerLine = Int(pixGetWpl(pix))
            var equal = 0
            var compared = 0
            for row in stride(from: 0, to: height, by: max(height / 200, 1)) {
                let line = data + row * wordsPerLine
                for word in 0..<width / 4 {
                    let pixels = line[word]
                    // Four pixels to a word; a flat word repeats one byte.
                    if pixels == (pixels & 0xFF) &* 0x0101_0101 { equal += 1 }
                    compared += 1
                }
            }
            return Double(equal) / Double(max(compared, 1))
        }
    }
}

extension PixelBox {
    var couldBeALetter: Bool {
        height >= 6 && height <= 120 && width <= height * 3 && width * 8 >= height
    }
}
