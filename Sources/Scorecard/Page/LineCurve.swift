internal import Recognition

/// How the lines of a page bend beside their straight slope, as those of a page that lies curved: the fall of the base
/// line over the page's width, put together from the steps between neighbouring words.
struct LineCurve {
    private static let bins = 12
    /// Fall of the base line at the edges of the bins, in pixels; empty when the page is taken for flat.
    private var fall: [Double] = []
    private var width = 1.0

    /// Flat.
    init() {}

    /// - Parameter straight: the slope at a point that is taken out before.
    init(_ page: RecognizedPage, width: Double, height: Double, straight: (_ y: Double) -> Double) {
        self.width = width
        var steps = [[Double]](repeating: [], count: Self.bins)
        for line in page.lines {
            let words = line.words.filter { Self.standsOnBaseLine($0.text) }
            for (one, next) in zip(words, words.dropFirst()) {
                let run = (next.levelBox.midX - one.levelBox.midX) * width
                guard run > 1, run < 0.25 * width else { continue }
                let slope = (next.levelBox.maxY - one.levelBox.maxY) * height / run
                guard slope.magnitude < 0.4 else { continue }
                let place = Int((one.levelBox.midX + next.levelBox.midX) / 2 * Double(Self.bins))
                steps[min(max(place, 0), Self.bins - 1)].append(slope - straight(one.levelBox.maxY * height))
            }
        }
        fall = Self.fall(steps, step: width / Double(Self.bins))
    }

    /// How far the line has fallen at this place, beside its slope; 0 at the middle of the page.
    func fall(x: Double) -> Double {
        guard !fall.isEmpty else { return 0 }
        let place = min(max(x / width, 0), 1) * Double(Self.bins)
        let bin = min(Int(place), Self.bins - 1)
        return fall[bin] + (fall[bin + 1] - fall[bin]) * (place - Double(bin))
    }

    /// Sums the slopes of the bins; a bin without enough steps takes those of its neighbours.
    private static func fall(_ steps: [[Double]], step: Double) -> [Double] {
        let known = steps.map { $0.count >= 4 ? Slope.median($0) : nil }
        guard known.count(where: { $0 != nil }) >= 4 else { return [] }
        let slopes = known.indices.map { bin in known[bin] ?? between(known, at: bin) }
        var fall = [0.0]
        for slope in slopes { fall.append((fall.last ?? 0) + slope * step) }
        let middle = fall[bins / 2]
        return fall.map { $0 - middle }
    }

    private static func between(_ known: [Double?], at bin: Int) -> Double {
        let before = known[..<bin].lastIndex { $0 != nil }
        let after = known[bin...].firstIndex { $0 != nil }
        guard let before, let low = known[before] else { return after.flatMap { known[$0] } ?? 0 }
        guard let after, let high = known[after] else { return low }
        return low + (high - low) * Double(bin - before) / Double(after - before)
    }

    /// Whether no letter of the word reaches below the base line.
    private static func standsOnBaseLine(_ text: String) -> Bool {
        text.utf8.count >= 2
            && text.utf8.allSatisfy { byte in
                let isDigit = (0x30...0x39).contains(byte)
                let isCapital = (0x41...0x5A).contains(byte) && byte != 0x51 && byte != 0x4A
                return isDigit || isCapital || Self.flat.contains(byte)
            }
    }

    private static let flat = Set("abcdefhiklmnorstuvwxz.".utf8)
}
