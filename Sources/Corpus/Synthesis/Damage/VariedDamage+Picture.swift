internal import Evaluation

extension VariedDamage {
    /// Height in pixels under which capitals are smudges.
    private static let legible = 10.0

    /// A screenshot as it was stored or as a messenger passed it on.
    func sent(_ picture: consuming Picture, png: Bool, using random: inout SplitMix64) throws(CorpusError) -> [UInt8] {
        if png { return try picture.png() }
        let limit = Double(random.pick([1280, 1600, 2048]))
        // What nobody could read nobody would send: a long page is sent in full size.
        let scale = max(limit / Double(max(picture.width, picture.height)), Self.legible / capPixels)
        let smaller = scale < 1 ? try picture.scaled(scale) : picture
        return try smaller.jpeg(quality: quality + 10)
    }

    func scanned(_ picture: consuming Picture, using random: inout SplitMix64) throws(CorpusError) -> [UInt8] {
        let dotsPerInch = Int(scanDotsPerInch)
        var grey = try picture.grey()
        if motion > 0 { try showThrough(&grey, using: &random) }
        if defocus > 0, dotsPerInch >= 150, !bilevel { grey = try grey.blurred(1, 1) }
        if skew.magnitude > 0.2 { grey = try grey.turned(degrees: skew) }
        speckle(&grey, using: &random)
        if isFax { return try fax(grey).pdf(.g4, dotsPerInch: dotsPerInch, title: "Fax") }
        if bilevel {
            return try grey.bilevel(threshold: random.integer(172, 205)).pdf(
                .g4, dotsPerInch: dotsPerInch, title: "Scan")
        }
        return try grey.pdf(.jpeg(quality: quality), dotsPerInch: dotsPerInch, title: "Scan")
    }

    /// Half the lines of the page, each twice, black and white.
    private func fax(_ grey: consuming Picture) throws(CorpusError) -> Picture {
        let size = (grey.width, grey.height)
        return try grey.stretched(width: size.0, height: size.1 * 2 / 3).bilevel(threshold: 180)
            .stretched(width: size.0, height: size.1)
    }

    private func showThrough(_ grey: inout Picture, using random: inout SplitMix64) throws(CorpusError) {
        let back = try grey.mirrored().blurred(3, 3)
        let (width, strength) = (grey.width, random.uniform(0.03, 0.12))
        grey.mapGreyRows { y, row in
            for x in 0..<width {
                row[x] = UInt8(max(0, Double(row[x]) - Double(255 - back.grey(x: x, y: y)) * strength))
            }
        }
    }

    /// Uneven toner, the fold, dust and the scanner's noise in one pass.
    private func speckle(_ grey: inout Picture, using random: inout SplitMix64) {
        let (width, height) = (grey.width, grey.height)
        let field = SmoothField(width: width, height: height, cell: 90, using: &random)
        let fold = hasFold ? height * random.integer(40, 60) / 100 : -100
        var grain = Grain(amplitude: noise, using: &random)
        var dust: [Int: [Int]] = [:]
        for _ in 0..<random.integer(0, 150) {
            dust[random.next(below: height), default: []].append(random.next(below: width))
        }
        grey.mapGreyRows { y, row in
            let distance = (y - fold).magnitude
            let shade = distance < 12 ? Int(26 - 2 * distance) : 0
            field.row(y) { x, value in
                let faded = 255 - (255 - Double(row[x])) * (1 - 0.22 * value)
                row[x] = UInt8(max(0, min(255, Int(faded) - shade + grain.next())))
            }
            for x in dust[y] ?? [] { row[x] = 40 }
        }
    }

    func photographed(_ scene: consuming Picture, using random: inout SplitMix64) throws(CorpusError) -> [UInt8] {
        var picture = try scene.askew(by: random.uniform(0.004, 0.03), using: &random)
        if curvature > 0 { picture = try picture.bent(by: curvature) }
        if defocus > 0 { picture = try picture.blurred(defocus, defocus) }
        if motion > 0 { picture = try picture.blurred(motion, 0) }
        expose(&picture, using: &random)
        return try sent(picture, png: false, using: &random)
    }

    /// Light from one side, glare, the stripes of screen against sensor, noise.
    private func expose(_ picture: inout Picture, using random: inout SplitMix64) {
        let (width, height) = (picture.width, picture.height)
        let field = illumination(width: Double(width), height: Double(height), using: &random)
        let smooth = SmoothField(width: width, height: height, cell: 24, field)
        var grain = Grain(amplitude: noise, using: &random)
        let moire = Moire(strength: hasMoire ? random.uniform(0.03, 0.09) : 0, using: &random)
        let warmth = random.uniform(0, 0.12)
        picture.mapColourRows { y, row in
            smooth.row(y) { x, gain in
                let pixel = row[x]
                let speckle = grain.next()
                let wave = moire.gain(x, y)
                let red = Self.lit(pixel >> 24, gain * (1 + wave), speckle)
                let green = Self.lit(pixel >> 16 & 255, gain * (1 - warmth * 0.4 - wave), speckle)
                let blue = Self.lit(pixel >> 8 & 255, gain * (1 - warmth + wave * 0.5), speckle)
                row[x] = red << 24 | green << 16 | blue << 8
            }
        }
    }

    private static func lit(_ sample: UInt32, _ gain: Double, _ grain: Int) -> UInt32 {
        UInt32(max(0, min(255, Int(Double(sample) * gain) + grain)))
    }

    /// From light to dark along a line, a soft shadow across, a bright spot.
    private func illumination(
        width: Double, height: Double, using random: inout SplitMix64
    ) -> (Double, Double) -> Double {
        let (dx, dy) = (random.uniform(-1, 1), random.uniform(-1, 1))
        let (light, glare) = (light, glare)
        let spot = (x: random.uniform(0.2, 0.8), y: random.uniform(0.2, 0.8), radius: random.uniform(0.12, 0.3))
        let edge = (x: random.uniform(-1, 1), y: random.uniform(-1, 1), at: random.uniform(-0.4, 0.4))
        let shadow = isScreen ? 0 : random.uniform(0, 0.3)
        return { x, y in
            let (u, v) = (x / width - 0.5, y / height - 0.5)
            let base = light * (1 + 0.18 * (u * dx + v * dy) * 2)
            let depth = max(0, min(1, (u * edge.x + v * edge.y - edge.at) * 9 + 0.5))
            let (a, b) = ((u + 0.5 - spot.x) / spot.radius, (v + 0.5 - spot.y) / spot.radius)
            return base * (1 - shadow * depth) + glare * max(0, 1 - (a * a + b * b))
        }
    }
}

/// Stripes where the grid of a screen and that of a sensor nearly agree.
struct Moire: Sendable {
    private let strength: Double
    private let table: [Double]
    private let steps: (x: Int, y: Int, curve: Int)

    init(strength: Double, using random: inout SplitMix64) {
        self.strength = strength
        // A parabola for each half wave: near enough to a sine, and the same on every machine.
        table = (0..<1024).map { place in
            let t = Double(place % 512) / 512
            return (place < 512 ? 4 : -4) * t * (1 - t) * strength
        }
        steps = (random.integer(20, 160), random.integer(20, 160), random.integer(0, 40))
    }

    func gain(_ x: Int, _ y: Int) -> Double {
        strength == 0 ? 0 : table[(x * steps.x + y * steps.y + x * y * steps.curve / 1024) & 1023]
    }
}

extension Picture {
    /// Seen by a camera held askew.
    func askew(by amount: Double, using random: inout SplitMix64) throws(CorpusError) -> Picture {
        let (width, height) = (Double(width), Double(height))
        let corners = [(x: 0.0, y: 0.0), (x: width, y: 0.0), (x: width, y: height), (x: 0.0, y: height)]
        let seen = corners.map { corner in
            (
                x: corner.x + (corner.x == 0 ? 1 : -1) * random.uniform(0.1, 1) * amount * width,
                y: corner.y + (corner.y == 0 ? 1 : -1) * random.uniform(0.1, 0.6) * amount * width
            )
        }
        return try projected(from: seen, to: corners)
    }

    /// A sheet that bulges: columns are pushed up in the middle.
    func bent(by amount: Double) throws(CorpusError) -> Picture {
        var result = try Picture(width: width, height: height)
        let (width, height) = (width, height)
        let shifts = (0..<width).map { x -> Double in
            let t = 2 * Double(x) / Double(width) - 1
            return amount * Double(height) * (1 - t * t)
        }
        readingRows { source in
            result.mapColourRows { y, row in
                for x in 0..<width {
                    let from = Double(y) + shifts[x]
                    let upper = min(height - 1, Int(from))
                    let share = UInt32((from - from.rounded(.down)) * 256)
                    row[x] = Self.mixed(source(x, upper), source(x, min(height - 1, upper + 1)), share)
                }
            }
        }
        return result
    }

    private static func mixed(_ first: UInt32, _ second: UInt32, _ share: UInt32) -> UInt32 {
        var pixel: UInt32 = 0
        for shift: UInt32 in [8, 16, 24] {
            let value = ((first >> shift & 255) * (256 - share) + (second >> shift & 255) * share) >> 8
            pixel |= value << shift
        }
        return pixel
    }
}
