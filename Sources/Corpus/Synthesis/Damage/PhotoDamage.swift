internal import Evaluation
internal import CPangoCairo

/// What a phone held over a table does to a page.
struct PhotoDamage: Sendable {
    /// Pixels of the photograph.
    var size: (width: Int, height: Int)
    var pixelsPerPoint: Double
    var quality: Int
    private let turn: Double
    private let keystone: Double
    private let blur: (Int, Int)
    private let blurTwice: Bool
    private let noise: Double
    private let darkest: Double
    private let shadow: Double
    private let warmth: Double
    private var random: SplitMix64

    init(page: (width: Double, height: Double), capHeight points: Double, using random: inout SplitMix64) {
        let wanted = random.uniform(20, 25) / points
        pixelsPerPoint = min(wanted, 2700 / page.height)
        size = (Int(page.width * pixelsPerPoint * 1.12), Int(page.height * pixelsPerPoint * 1.09))
        turn = random.uniform(-2.5, 2.5)
        keystone = random.uniform(0.006, 0.028)
        blur = random.pick([(1, 1), (1, 1), (2, 1), (1, 2)])
        blurTwice = random.chance(0.35)
        noise = random.uniform(3.4, 6)
        darkest = random.uniform(0.58, 0.85)
        shadow = random.uniform(0.6, 0.8)
        warmth = random.uniform(0.02, 0.16)
        quality = random.integer(50, 70)
        self.random = random.fork()
    }

    /// Draws the table and, turned a little, the sheet of paper; the closure draws what is on the paper.
    mutating func table(
        page: (width: Double, height: Double), paper: Colour, draw: (inout Canvas) -> Void
    ) throws(CorpusError) -> Picture {
        var canvas = Canvas.raster(width: Double(size.width), height: Double(size.height), pixelsPerPoint: 1)
        wood(on: &canvas)
        let scale = pixelsPerPoint
        canvas.transform(x: Double(size.width) / 2, y: Double(size.height) / 2, scale: scale, degrees: turn * 0.4)
        canvas.transform(x: -page.width / 2, y: -page.height / 2, scale: 1)
        for step in stride(from: 9.0, to: 0, by: -1.5) {
            canvas.setColour(.black, alpha: 0.05)
            cairo_rectangle(canvas.cairo, step - 3, step - 2, page.width + 3, page.height + 3)
            cairo_fill(canvas.cairo)
        }
        canvas.fill(x: 0, y: 0, width: page.width, height: page.height, paper)
        draw(&canvas)
        return try canvas.picture()
    }

    private mutating func wood(on canvas: inout Canvas) {
        let base = random.pick([0x6B4A2F, 0x8A6A48, 0x3E3A38, 0x9A8F80, 0x2F4F4F].map { Colour($0) })
        let (width, height) = (Double(size.width), Double(size.height))
        canvas.fill(x: 0, y: 0, width: width, height: height, base)
        for _ in 0..<160 {
            let y = random.uniform(0, height)
            let tone = random.chance(0.5) ? Colour.black : .white
            canvas.setColour(tone, alpha: random.uniform(0.02, 0.09))
            cairo_set_line_width(canvas.cairo, random.uniform(1, 14))
            cairo_move_to(canvas.cairo, 0, y)
            cairo_curve_to(
                canvas.cairo, width * 0.3, y + random.uniform(-25, 25), width * 0.6, y + random.uniform(-25, 25),
                width, y + random.uniform(-15, 15))
            cairo_stroke(canvas.cairo)
        }
    }

    /// The photograph of that table.
    mutating func shoot(_ scene: consuming Picture) throws(CorpusError) -> Picture {
        var picture = try askew(scene)
        picture = try picture.blurred(blur.0, blur.1)
        if blurTwice { picture = try picture.blurred(1, 1) }
        light(&picture)
        return picture
    }

    private mutating func askew(_ scene: consuming Picture) throws(CorpusError) -> Picture {
        let (width, height) = (Double(scene.width), Double(scene.height))
        let corners = [(x: 0.0, y: 0.0), (x: width, y: 0.0), (x: width, y: height), (x: 0.0, y: height)]
        let inset = keystone * width
        let seen = corners.map { corner in
            (
                x: corner.x + (corner.x == 0 ? 1 : -1) * random.uniform(0.1, 1) * inset,
                y: corner.y + (corner.y == 0 ? 1 : -1) * random.uniform(0.1, 0.6) * inset
            )
        }
        return try scene.projected(from: seen, to: corners)
    }

    /// Light from one side, a shadow with a soft edge, the sensor's noise.
    private mutating func light(_ picture: inout Picture) {
        let field = illumination(width: Double(picture.width), height: Double(picture.height))
        let (width, height) = (picture.width, picture.height)
        let smooth = SmoothField(width: width, height: height, cell: 24, field)
        var grain = Grain(amplitude: noise, using: &random)
        let warmth = warmth
        picture.mapColourRows { y, row in
            smooth.row(y) { x, gain in
                let pixel = row[x]
                let speckle = grain.next()
                let red = Self.lit(pixel >> 24, gain, speckle)
                let green = Self.lit(pixel >> 16 & 255, gain * (1 - warmth * 0.4), speckle + grain.next() / 3)
                let blue = Self.lit(pixel >> 8 & 255, gain * (1 - warmth), speckle + grain.next() / 3)
                row[x] = red << 24 | green << 16 | blue << 8
            }
        }
    }

    private static func lit(_ sample: UInt32, _ gain: Double, _ grain: Int) -> UInt32 {
        UInt32(max(0, min(255, Int(Double(sample) * gain) + grain)))
    }

    private mutating func illumination(width: Double, height: Double) -> (Double, Double) -> Double {
        let angle = random.uniform(0, 2 * .pi)
        let (dx, dy) = (direction(angle).x, direction(angle).y)
        let edge = random.uniform(0, 2 * .pi)
        let normal = direction(edge)
        let offset = random.uniform(-0.25, 0.2)
        let softness = random.uniform(0.02, 0.12)
        let (darkest, shadow) = (darkest, shadow)
        return { x, y in
            let (u, v) = (x / width - 0.5, y / height - 0.5)
            let along = (u * dx + v * dy) / 1.2 + 0.5
            let base = darkest + (1 - darkest) * max(0, min(1, along))
            let depth = (u * normal.x + v * normal.y - offset) / softness
            let inShadow = max(0, min(1, 0.5 - depth / 2))
            return base * (1 - inShadow * (1 - shadow))
        }
    }

    /// Unit vector by a rational approximation that no C library rounds differently.
    private func direction(_ angle: Double) -> (x: Double, y: Double) {
        let turns = angle / (2 * .pi) * 4
        let quarter = Int(turns) % 4
        let t = turns - turns.rounded(.down)
        let (c, s) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
        return [(c, s), (-s, c), (-c, -s), (s, -c)][quarter]
    }
}
