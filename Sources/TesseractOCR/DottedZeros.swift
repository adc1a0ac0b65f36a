internal import CLeptonica
internal import Recognition

/// Zeros with a dot inside, as typefaces of terminals and editors have them: engines read 8 and 6 in them. Without the dot they
/// are zeros like any other.
struct DottedZeros {
    /// A glyph or two of that kind are chance.
    private static let fewest = 3

    /// The dot in each zero, and what is grey around it.
    let dots: [PixelBox]

    /// Finds zeros with a dot among the black parts of a page.
    ///
    /// - Parameters:
    ///   - page: the page in grey.
    ///   - binary: the same in black and white.
    ///   - paper: the grey of its paper.
    ///   - letter: height of capitals in pixels.
    init(on page: borrowing Picture, binary: borrowing Picture, paper: Int, letter: Double) {
        let found = binary.componentBoxes().filter { Self.couldBeAZero($0, letter) }
            .compactMap { page.dot(inZero: $0, paper: paper) }
        dots = found.count >= Self.fewest ? found : []
    }

    private static func couldBeAZero(_ box: PixelBox, _ letter: Double) -> Bool {
        (0.8 * letter...1.35 * letter).contains(Double(box.height)) && box.height >= 8
            && (0.45...0.9).contains(Double(box.width) / Double(box.height))
    }
}

/// The greys along a line through the middle of a glyph: a stroke, white, the dot, white, a stroke.
private struct DotProfile {
    /// The places of the white on both sides of the dot, and of the dot.
    let before: Int
    let dot: Int
    let after: Int

    init?(_ greys: [Int], paper: Int, ink: Int) {
        let third = greys.count / 3
        let inner = third..<(greys.count - third)
        guard third > 0, let dot = inner.min(by: { greys[$0] < greys[$1] }) else { return nil }
        let (left, right) = (0..<max(dot - 1, 1), min(dot + 2, greys.count - 1)..<greys.count)
        guard let first = left.min(by: { greys[$0] < greys[$1] }), let last = right.min(by: { greys[$0] < greys[$1] }),
            let before = (first..<dot).max(by: { greys[$0] < greys[$1] }),
            let after = (dot...last).max(by: { greys[$0] < greys[$1] })
        else { return nil }
        let dark = paper - (paper - ink) * 45 / 100
        let step = (paper - ink) * 15 / 100
        guard greys[first] < dark, greys[dot] < dark, greys[last] < dark,
            greys[before] > max(greys[first], greys[dot]) + step, greys[after] > max(greys[dot], greys[last]) + step
        else { return nil }
        (self.before, self.dot, self.after) = (before, dot, after)
    }
}

extension Picture {
    /// The dot in a glyph, when it has one: white on both sides of it, above, below, and askew, where the stroke through a letter
    /// would go on.
    fileprivate borrowing func dot(inZero box: PixelBox, paper: Int) -> PixelBox? {
        // The faint edge of a stroke is no part of its black.
        let box = PixelBox(x: box.x - 1, y: box.y, width: box.width + 2, height: box.height)
        let rows = (0..<Int(box.height)).map { row in
            (0..<Int(box.width)).map { grey(x: Int(box.x) + $0, y: Int(box.y) + row) }
        }
        let ink = rows.joined().min() ?? 0
        guard paper - ink > 60, let across = DotProfile(rows[rows.count / 2], paper: paper, ink: ink),
            let down = DotProfile(rows.map { $0[across.dot] }, paper: paper, ink: ink)
        else { return nil }
        let lightest = rows[down.dot][across.dot] + (paper - ink) * 15 / 100
        let aside = max(rows[0].count / 5, 1)
        for row in [down.before, down.after] {
            for column in [across.dot - aside, across.dot + aside] where rows[row][column] < lightest { return nil }
        }
        return PixelBox(
            x: box.x + Int32(across.before + 1), y: box.y + Int32(down.before + 1),
            width: Int32(across.after - across.before - 1), height: Int32(down.after - down.before - 1))
    }

    private borrowing func grey(x: Int, y: Int) -> Int {
        withPix { pix in
            var value: UInt32 = 255
            pixGetPixel(pix, Int32(x), Int32(y), &value)
            return Int(value)
        }
    }

    /// Paints the dots in zeros in this grey.
    borrowing func paint(_ zeros: DottedZeros, grey: Int) {
        withPix { pix in
            for dot in zeros.dots {
                var region = boxCreate(dot.x, dot.y, dot.width, dot.height)
                defer { boxDestroy(&region) }
                _ = pixSetInRectArbitrary(pix, region, UInt32(grey))
            }
        }
    }
}
