internal import CLeptonica
internal import Recognition

extension Picture {
    /// Black and white by Otsu on tiles of 300 pixels (`pixOtsuAdaptiveThreshold`), for measuring, not for recognition.
    borrowing func binarized() throws(RecognitionFailure) -> Picture {
        try derived("threshold") { pix in
            var binary: UnsafeMutablePointer<Pix>?
            pixOtsuAdaptiveThreshold(pix, 300, 300, 0, 0, 0.1, nil, &binary)
            return binary ?? pixThresholdToBinary(pix, 150)
        }
    }

    /// Height of capitals and digits in pixels, from the connected components; nil where there are too few to tell.
    borrowing func textHeight() throws(RecognitionFailure) -> Double? {
        try binarized().letterHeight()
    }

    /// The same of a picture that is black and white already.
    borrowing func letterHeight() -> Double? {
        var heights = componentBoxes().filter(\.couldBeALetter).map(\.height)
        guard heights.count >= 40 else { return nil }
        heights.sort()
        // Below are lower-case letters without ascenders, above are touching letters.
        return Double(heights[heights.count * 7 / 10])
    }

    /// Whether all pixels of a grey picture are the same.
    borrowing func isFlat() -> Bool {
        withPix { pix in
            var (darkest, lightest) = (Int32(0), Int32(0))
            return pixGetRangeValues(pix, 1, Int32(L_SELECT_RED), &darkest, &lightest) == 0 && darkest == lightest
        }
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
    fileprivate var couldBeALetter: Bool {
        height >= 8 && height <= 120 && width <= height * 3 && width * 8 >= height
    }
}
