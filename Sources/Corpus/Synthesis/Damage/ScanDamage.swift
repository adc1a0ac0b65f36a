internal import Evaluation

/// What a printer, a copier and a scanner do to a page.
struct ScanDamage: Sendable {
    var dotsPerInch: Int
    var bilevel: Bool
    var skew: Double
    /// Share of the back page's ink that shows through.
    var bleed: Double
    /// How unevenly the toner took.
    var fading: Double
    var noise: Double
    var specks: Int
    var blur: Bool
    /// Dark edge of the scanner's lid.
    var edge: Bool
    var threshold: Int
    var quality: Int
    private var random: SplitMix64

    init(capHeight points: Double, using random: inout SplitMix64) {
        bilevel = random.chance(0.5)
        // The resolution at which capitals come nearest to 22 pixels; nobody scans small print at 150.
        let wanted = 22 * 72 / points
        dotsPerInch = [150, 200, 240, 300].min { abs(Double($0) - wanted) < abs(Double($1) - wanted) } ?? 200
        skew = random.pick([-1, 1]) * random.uniform(0.6, 2.3)
        bleed = random.chance(0.5) ? random.uniform(0.03, 0.11) : 0
        fading = random.uniform(0.05, 0.25)
        noise = bilevel ? random.uniform(3, 7) : random.uniform(3, 8)
        specks = random.integer(20, 180)
        blur = random.chance(0.6)
        edge = random.chance(0.2)
        threshold = random.integer(150, 185)
        quality = random.integer(38, 60)
        self.random = random.fork()
    }

    /// The page as it comes out of the scanner.
    mutating func apply(to page: consuming Picture) throws(CorpusError) -> Picture {
        var grey = try page.grey()
        if bleed > 0 { try showThrough(&grey) }
        fade(&grey)
        if blur { grey = try grey.blurred(1, 1) }
        grey = try grey.turned(degrees: skew)
        sprinkle(&grey)
        addNoise(&grey)
        return bilevel ? try grey.bilevel(threshold: threshold) : grey
    }

    private mutating func showThrough(_ grey: inout Picture) throws(CorpusError) {
        let back = try grey.mirrored().blurred(3, 3)
        let shift = (x: random.integer(-40, 40), y: random.integer(-60, 60))
        let (width, height, bleed) = (grey.width, grey.height, bleed)
        grey.mapGreyRows { y, row in
            let from = y + shift.y
            guard from >= 0, from < height else { return }
            for x in max(0, -shift.x)..<min(width, width - shift.x) {
                let ink = 255 - Double(back.grey(x: x + shift.x, y: from))
                row[x] = UInt8(max(0, Double(row[x]) - ink * bleed))
            }
        }
    }

    /// Ink lost in blotches, paper a little grey.
    private mutating func fade(_ grey: inout Picture) {
        let field = SmoothField(width: grey.width, height: grey.height, cell: 90, using: &random)
        let (fading, paper) = (fading, random.uniform(0.9, 1))
        grey.mapGreyRows { y, row in
            field.row(y) { x, value in
                let ink = (255 - Double(row[x])) * (1 - fading * value)
                row[x] = UInt8(max(0, (255 - ink) * paper))
            }
        }
    }

    private mutating func sprinkle(_ grey: inout Picture) {
        let (width, height) = (grey.width, grey.height)
        var spots: [Int: [(x: Int, dark: Bool)]] = [:]
        for _ in 0..<specks {
            let (x, y) = (random.next(below: width), random.next(below: height))
            let (radius, dark) = (random.index(weights: [5, 3, 1]), random.chance(0.75))
            for dy in 0...radius {
                for dx in 0...radius { spots[y + dy, default: []].append((x + dx, dark)) }
            }
        }
        let margin = edge ? random.integer(8, 26) : 0
        grey.mapGreyRows { y, row in
            for spot in spots[y] ?? [] where spot.x < width { row[spot.x] = spot.dark ? 30 : 235 }
            for x in 0..<margin { row[x] = UInt8(40 + 6 * x) }
        }
    }

    private mutating func addNoise(_ grey: inout Picture) {
        var grain = Grain(amplitude: noise, using: &random)
        grey.mapGreyRows { _, row in
            for x in 0..<row.count { row[x] = UInt8(max(0, min(255, Int(row[x]) + grain.next()))) }
        }
    }
}
