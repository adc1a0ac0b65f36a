internal import Recognition

/// One figure of an innings as the laws see it: a whole number in its smallest unit, and what it costs to take it for
/// another one. Costs are bits: the negative binary logarithm of a probability.
struct RepairCell {
    /// What the figure is in the draft.
    enum Target {
        case whole(FigureKey<Int>)
        /// A ratio with so many decimals, in units of the last one.
        case ratio(FigureKey<Double>, decimals: Int)
        /// Overs in balls, with a point behind whole overs or without.
        case overs(FigureKey<String>, pointed: Bool)
    }

    let target: Target
    /// As it was read; nil when the words in its place are no figure.
    private(set) var read: Int?
    /// As it was read first.
    let first: Int?
    /// The figure as it was read, where its value does not say.
    private var text: String?
    /// What the engine thinks of it; nil when what was read is not to be changed, as with a text layer.
    private var confidence: Double?
    /// What it was read as again.
    let readings: FigureReadings

    init(_ target: Target, read: Int?, text: String?, evidence: Evidence) {
        self.target = target
        self.read = read
        first = read
        self.text = text
        confidence = evidence.source == .ocr ? evidence.confidence : nil
        readings = FigureReadings(evidence.source == .ocr ? evidence.rereadings : [], of: target)
    }

    /// What it is taken for when no law speaks: what most readings agree on, or the only one where letters were read before.
    var reread: Int? { readings.agreed ?? (digits.isEmpty ? readings.only : nil) }

    /// Takes what it was read as again for what it was read as.
    mutating func take(_ value: Int) {
        guard let reading = readings.reading(of: value) else { return }
        (read, text, confidence) = (value, reading.text, reading.confidence)
    }

    /// Whether another value may be put in its place.
    var isOpen: Bool { confidence != nil }

    /// The digits as they were read; none when the words in its place are no figure.
    var digits: [UInt8] {
        guard let text else { return read.map { Self.printed($0, target) } ?? [] }
        return text.utf8.filter { (0x30...0x39).contains($0) }
    }

    /// Place in the innings, `batting/3/runs`.
    var path: String {
        switch target {
        case .whole(let key): key.path
        case .ratio(let key, _): key.path
        case .overs(let key, _): key.path
        }
    }

    /// What it costs to take the cell for this value; nil when it cannot have been read so.
    func cost(of value: Int) -> Double? {
        if value == read { return 0 }
        guard let confidence, value >= 0 else { return nil }
        if let cost = readings.cost(of: value) { return cost }
        if value == first { return Self.readFirst }
        let printed = Self.printed(value, target)
        return (MisreadCosts.misreading(digits, for: printed) ?? severalMisread(for: printed))
            .map { MisreadCosts.change(confidence: confidence) + $0 + (read.map(readings.cost(against:)) ?? 0) }
    }

    /// Bits of the first reading, where it was outvoted.
    private static let readFirst = 3.0

    /// A rate has many digits, and follows from two other figures: more than one of its digits may be misread.
    private func severalMisread(for printed: [UInt8]) -> Double? {
        guard case .ratio = target else { return nil }
        return MisreadCosts.severalMisread(digits, for: printed)
    }

    /// Every value that differs from what was read by one misread digit, one too many or a lost point.
    var neighbours: [Int] {
        guard isOpen else { return [] }
        let digits = digits
        var texts: [[UInt8]] = [digits]
        for index in digits.indices {
            for digit in UInt8(0x30)...0x39 where digit != digits[index] {
                var text = digits
                text[index] = digit
                texts.append(text)
            }
            if digits.count > 1 {
                var text = digits
                text.remove(at: index)
                texts.append(text)
            }
        }
        return Set(texts.flatMap(values)).filter { $0 != read }.sorted()
    }

    /// What these digits can stand for: overs of three and of three balls look alike without their point.
    private func values(_ digits: [UInt8]) -> [Int] {
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return [] }
        guard case .overs = target else { return [number] }
        return number % 10 < 6 ? [6 * number, 6 * (number / 10) + number % 10] : [6 * number]
    }

    /// The digits with which a value is printed.
    static func printed(_ value: Int, _ target: Target) -> [UInt8] {
        switch target {
        case .whole: return Array(String(value).utf8)
        case .ratio(_, let decimals):
            let digits = Array(String(value).utf8)
            return [UInt8](repeating: 0x30, count: max(0, decimals + 1 - digits.count)) + digits
        case .overs(_, let pointed): return Overs.printed(balls: value, pointed: pointed).utf8.filter { $0 != 0x2E }
        }
    }

    /// Writes another value into the draft: as it was read again, else marked as repaired.
    func write(_ value: Int, to innings: inout DraftInnings, unread: Evidence?) {
        let reading = readings.reading(of: value)
        switch target {
        case .whole(let key): key.write(value, to: &innings, unread, reading)
        case .ratio(let key, let decimals):
            key.write(Double(value) / Decimals.scale(decimals), to: &innings, unread, reading)
        case .overs(let key, let pointed):
            key.write(reading?.text ?? Overs.printed(balls: value, pointed: pointed), to: &innings, unread, reading)
        }
    }

    /// A value of this cell for people.
    func text(_ value: Int) -> String {
        switch target {
        case .whole: String(value)
        case .ratio(_, let decimals): (Double(value) / Decimals.scale(decimals)).description
        case .overs(_, let pointed): Overs.printed(balls: value, pointed: pointed)
        }
    }
}

/// Figures with a point.
enum Decimals {
    /// 10 to the power of the decimals, which are 0 to 3.
    static func scale(_ decimals: Int) -> Double { [1, 10, 100, 1000][min(max(decimals, 0), 3)] }

    /// How many decimals a printed figure shows, a comma for a point.
    static func count(_ raw: String) -> Int {
        var decimals = 0
        var isBehindPoint = false
        for scalar in raw.unicodeScalars {
            if scalar == "." || scalar == "," || scalar == "\u{B7}" {
                decimals = 0
                isBehindPoint = true
            } else if isBehindPoint, Characters.isDigit(scalar) || Characters.isLetter(scalar) {
                decimals += 1
            } else {
                isBehindPoint = false
            }
        }
        return min(decimals, 3)
    }
}

extension Overs {
    /// Balls as cards print them: `3.2`, and whole overs as `3.0` or `3`.
    static func printed(balls: Int, pointed: Bool) -> String {
        balls % 6 == 0 && !pointed ? String(balls / 6) : "\(balls / 6).\(balls % 6)"
    }
}
