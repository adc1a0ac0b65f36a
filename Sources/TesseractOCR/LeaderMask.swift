internal import CLeptonica
internal import Recognition

/// Leaders, the rows of dots that lead the eye from a name to its figure in old print: engines read letters in them, and where
/// they touch a word they spoil that too.
struct LeaderMask {
    /// Fewer dots in a row are an ellipsis, a maiden over or chance.
    private static let fewest = 5
    /// Letters wide: dots that ran together to less are a dash.
    private static let shortest = 3.5

    /// The grain of a photograph makes specks by the ten thousand; among so many only dots of some size are looked at.
    private static let mostSpecks = 8000

    /// Half letters that a leader goes on in dots too faint to be seen.
    private static let farthest = 16

    /// From dot to dot, with what is faint between them.
    let spans: [PixelBox]
    /// How far around a dot its edge is grey, in pixels: the farther, the larger the picture.
    let fringe: Int32

    /// Finds leaders among the black parts of a page.
    ///
    /// - Parameters:
    ///   - page: the page in grey.
    ///   - binary: the same in black and white.
    ///   - paper: the grey of its paper.
    ///   - letter: height of capitals in pixels.
    init(on page: borrowing Picture, binary: borrowing Picture, paper: Int, letter: Double) {
        var small = binary.componentBoxes().filter { Self.couldBeADot($0, letter) }
        if small.count > Self.mostSpecks { small.removeAll { $0.width < 2 } }
        // Nothing stands on a dot or hangs from it: those of an i and of a colon are none, nor are the crumbs of a broken letter,
        // which may be too faint to be black.
        let single = small.filter {
            binary.isEmpty(Self.below($0, letter)) && binary.isEmpty(Self.above($0, letter))
                && (Self.isDot($0, letter) && $0.width > 1
                    || page.isPaper(Self.over($0, letter), paper) && page.isPaper(Self.under($0, letter), paper))
        }
        let bands = BoxBands(single, height: letter)
        let dots = bands.boxes
        var next = [Int?](repeating: nil, count: dots.count)
        var isFollower = [Bool](repeating: false, count: dots.count)
        for index in dots.indices {
            guard let follower = Self.follower(of: dots[index], in: bands, letter) else { continue }
            guard binary.isEmpty(Self.between(dots[index], dots[follower], letter)) else { continue }
            next[index] = follower
            isFollower[follower] = true
        }
        let chains = dots.indices.filter { !isFollower[$0] }.map { start in
            sequence(first: start) { next[$0] }.map { dots[$0] }
        }
        var spans: [PixelBox] = []
        for chain in chains where Self.isLeader(chain, letter) {
            for (dot, next) in zip(chain, chain.dropFirst()) {
                let span = Self.span(dot, next)
                let isWhite =
                    page.isPaper(Self.over(span, letter), paper) && page.isPaper(Self.under(span, letter), paper)
                spans += isWhite ? [span] : [dot, next]
            }
            for (end, side) in [(chain[0], Int32(-1)), (chain[chain.count - 1], 1)] {
                spans.append(
                    Self.lengthened(end, by: side, letter, width: binary.width) { white in
                        binary.isEmpty(white, share: 0.02) && page.isPaper(white, paper)
                    })
            }
        }
        self.spans = spans
        fringe = Int32(max(0.08 * letter, 1))
    }

    private static func isLeader(_ chain: [PixelBox], _ letter: Double) -> Bool {
        // A row of hyphens is none.
        guard let first = chain.first, let last = chain.last,
            chain.count(where: { isDot($0, letter) }) * 2 >= chain.count
        else { return false }
        return chain.count >= fewest || Double(last.x + last.width - first.x) >= shortest * letter
    }

    /// A dot, or dots that a coarse scan ran together.
    private static func couldBeADot(_ box: PixelBox, _ letter: Double) -> Bool {
        let height = Double(box.height)
        return height >= 0.06 * letter && (isDot(box, letter) || height <= 0.25 * letter)
    }

    private static func isDot(_ box: PixelBox, _ letter: Double) -> Bool {
        let (width, height) = (Double(box.width), Double(box.height))
        return height <= 0.35 * letter && width <= min(0.5 * letter, 2.2 * height)
    }

    /// Where letters on the same line would be.
    private static func over(_ box: PixelBox, _ letter: Double) -> PixelBox {
        let width = max(box.width, Int32(0.6 * letter))
        return PixelBox(
            x: box.x - (width - box.width) / 2, y: box.y + box.height - Int32(0.8 * letter), width: width,
            height: Int32(max(0.45 * letter, 1)))
    }

    private static func span(_ dot: PixelBox, _ next: PixelBox) -> PixelBox {
        let top = min(dot.y, next.y)
        return PixelBox(
            x: dot.x, y: top, width: next.x + next.width - dot.x,
            height: max(dot.y + dot.height, next.y + next.height) - top)
    }

    /// Where letters would be of whose tops or middles it is a crumb.
    private static func under(_ box: PixelBox, _ letter: Double) -> PixelBox {
        let over = over(box, letter)
        return PixelBox(x: over.x, y: box.y + box.height + 1, width: over.width, height: over.height)
    }

    /// An end of a leader with the white beside it, where its faintest dots are lost in black and white.
    ///
    /// - Parameter side: -1 to the left, 1 to the right.
    private static func lengthened(
        _ end: PixelBox, by side: Int32, _ letter: Double, width: Int, isWhite: (PixelBox) -> Bool
    ) -> PixelBox {
        let (step, height) = (Int32(max(0.5 * letter, 1)), Int32(letter))
        var span = end
        for _ in 0..<farthest {
            let left = side < 0 ? span.x - step : span.x + span.width
            let white = PixelBox(x: left, y: end.y + end.height - height, width: step, height: height)
            guard left >= 0, Int(left + step) <= width, isWhite(white) else { break }
            span = PixelBox(x: min(span.x, left), y: span.y, width: span.width + step, height: span.height)
        }
        return span
    }

    private static func below(_ dot: PixelBox, _ letter: Double) -> PixelBox {
        PixelBox(x: dot.x, y: dot.y + dot.height, width: dot.width, height: Int32(max(0.3 * letter, 1)))
    }

    private static func above(_ dot: PixelBox, _ letter: Double) -> PixelBox {
        let height = Int32(max(0.5 * letter, 1))
        return PixelBox(x: dot.x, y: dot.y - height, width: dot.width, height: height)
    }

    /// The white between two dots of a leader, as high as a letter.
    private static func between(_ dot: PixelBox, _ next: PixelBox, _ letter: Double) -> PixelBox {
        let bottom = max(dot.y + dot.height, next.y + next.height)
        let left = dot.x + dot.width
        return PixelBox(
            x: left, y: bottom - Int32(letter), width: max(next.x - left, 1), height: Int32(letter * 0.6))
    }

    /// The nearest dot to the right at the same height.
    private static func follower(of dot: PixelBox, in bands: BoxBands, _ letter: Double) -> Int? {
        let (right, bottom) = (dot.x + dot.width, Double(dot.y + dot.height))
        let slack = 0.15 * letter + 1
        return bands.indices(from: right + 1, until: Double(right) + 1.2 * letter, bottom: bottom, slack: slack)
            .filter { (Double(bands.boxes[$0].y + bands.boxes[$0].height) - bottom).magnitude <= slack }
            .min { bands.boxes[$0].x < bands.boxes[$1].x }
    }
}

extension Picture {
    /// Whether no more than a share of the pixels of this part of a black and white picture is black.
    fileprivate borrowing func isEmpty(_ box: PixelBox, share: Double = 0.05) -> Bool {
        withPix { pix in
            var region = boxCreate(max(box.x, 0), max(box.y, 0), max(box.width, 1), max(box.height, 1))
            defer { boxDestroy(&region) }
            var count: Int32 = 0
            pixCountPixelsInRect(pix, region, &count, nil)
            return Double(count) <= share * Double(box.width) * Double(box.height)
        }
    }

    /// Whether this part of a grey picture is on average as light as its paper.
    fileprivate borrowing func isPaper(_ box: PixelBox, _ paper: Int) -> Bool {
        withPix { pix in
            var region = boxCreate(max(box.x, 0), max(box.y, 0), max(box.width, 1), max(box.height, 1))
            defer { boxDestroy(&region) }
            var average: Float = 0
            guard pixAverageInRect(pix, nil, region, 0, 255, 1, &average) == 0 else { return false }
            return average > Float(paper) * 0.96
        }
    }

    /// Paints leaders, and what is grey around them, in this grey.
    borrowing func paint(_ leaders: LeaderMask, grey: Int) {
        withPix { pix in
            let fringe = leaders.fringe
            for span in leaders.spans {
                var region = boxCreate(
                    max(span.x - fringe, 0), max(span.y - fringe, 0), span.width + 2 * fringe, span.height + 2 * fringe)
                defer { boxDestroy(&region) }
                _ = pixSetInRectArbitrary(pix, region, UInt32(grey))
            }
        }
    }
}
