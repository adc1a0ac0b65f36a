internal import CLeptonica
internal import Recognition

/// Leaders, the rows of dots that lead the eye from a name to its figure in old print: engines read letters in them, and where
/// they touch a word they spoil that too.
struct LeaderMask {
    /// Fewer dots in a row are an ellipsis, a maiden over or chance.
    private static let fewest = 5
    /// Letters wide: dots that ran together to less are a dash.
    private static let shortest = 3.5

    /// The dots, one box for each.
    let dots: [PixelBox]
    /// How far around a dot its edge is grey, in pixels: the farther, the larger the picture.
    let fringe: Int32

    /// Finds leaders among the black parts of a page.
    ///
    /// - Parameters:
    ///   - binary: the page in black and white.
    ///   - letter: height of capitals in pixels.
    init(in binary: borrowing Picture, letter: Double) {
        let small = binary.componentBoxes().filter { Self.couldBeADot($0, letter) }
        // Nothing stands on a dot or hangs from it: those of an i and of a colon are none, nor are the crumbs of a broken letter.
        let single = small.filter {
            binary.isEmpty(Self.below($0, letter)) && binary.isEmpty(Self.above($0, letter))
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
        var found: [PixelBox] = []
        for start in dots.indices where !isFollower[start] {
            let chain = Array(sequence(first: start) { next[$0] })
            if Self.isLeader(chain.map { dots[$0] }, letter) { found += chain.map { dots[$0] } }
        }
        self.dots = found
        fringe = Int32(max(0.08 * letter, 1))
    }

    private static func isLeader(_ chain: [PixelBox], _ letter: Double) -> Bool {
        guard let first = chain.first, let last = chain.last else { return false }
        return chain.count >= fewest || Double(last.x + last.width - first.x) >= shortest * letter
    }

    /// A dot, or dots that a coarse scan ran together.
    private static func couldBeADot(_ box: PixelBox, _ letter: Double) -> Bool {
        let (width, height) = (Double(box.width), Double(box.height))
        guard height >= 0.06 * letter, box.width >= 2 else { return false }
        return height <= 0.35 * letter && width <= min(0.5 * letter, 2.2 * height) || height <= 0.25 * letter
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
    /// Whether hardly a pixel of this part of a black and white picture is black.
    fileprivate borrowing func isEmpty(_ box: PixelBox) -> Bool {
        withPix { pix in
            var region = boxCreate(max(box.x, 0), max(box.y, 0), max(box.width, 1), max(box.height, 1))
            defer { boxDestroy(&region) }
            var count: Int32 = 0
            pixCountPixelsInRect(pix, region, &count, nil)
            return Int(count) * 20 <= Int(box.width) * Int(box.height)
        }
    }

    /// Paints dots of leaders, and what is grey around each, in this grey.
    borrowing func paint(_ leaders: LeaderMask, grey: Int) {
        withPix { pix in
            let fringe = leaders.fringe
            for dot in leaders.dots {
                var region = boxCreate(
                    max(dot.x - fringe, 0), max(dot.y - fringe, 0), dot.width + 2 * fringe, dot.height + 2 * fringe)
                defer { boxDestroy(&region) }
                _ = pixSetInRectArbitrary(pix, region, UInt32(grey))
            }
        }
    }
}
