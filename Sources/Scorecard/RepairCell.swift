internal import Recognition

/// One figure of an innings as the laws see it: a whole number in its smallest unit, and what it costs to take it for
/// another one. Costs are bits: the negative binary logarithm of a probability.
struct RepairCell {
    /// What the figure is in the draft.
    enum Target {
        case whole(WritableKeyPath<DraftInnings, Read<Int>?>)
        /// A ratio with so many decimals, in units of the last one.
        case ratio(WritableKeyPath<DraftInnings, Read<Double>?>, decimals: Int)
        /// Overs in balls, with a point behind whole overs or without.
        case overs(WritableKeyPath<DraftInnings, Read<String>?>, pointed: Bool)
    }

    /// Place in the innings, `batting/3/runs`.
    let path: String
    let target: Target
    /// As it was read; nil when the words in its place are no figure.
    let read: Int?
    /// The digits as they were read; none when the words in its place are no figure.
    let digits: [UInt8]
    /// What any change costs; nil when what was read is not to be changed, as with a text layer.
    let change: Double?

    init(path: String, target: Target, read: Int?, digits: [UInt8]?, evidence: Evidence) {
        self.path = path
        self.target = target
        self.read = read
        self.digits = digits ?? read.map { Self.printed($0, target) } ?? []
        change = evidence.source == .ocr ? MisreadCosts.change(confidence: evidence.confidence) : nil
    }

    /// What it costs to take the cell for this value; nil when it cannot have been read so.
    func cost(of value: Int) -> Double? {
        if value == read { return 0 }
        guard let change, value >= 0 else { return nil }
        return MisreadCosts.misreading(digits, for: Self.printed(value, target)).map { change + $0 }
    }

    /// Every value that differs from what was read by one misread digit, one too many or a lost point.
    var neighbours: [Int] {
        guard change != nil else { return [] }
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

    /// Writes another value into the draft, marked as repaired.
    func write(_ value: Int, to innings: inout DraftInnings, unread: Evidence?) {
        switch target {
        case .whole(let path): Self.set(path, value, &innings, unread)
        case .ratio(let path, let decimals): Self.set(path, Double(value) / Decimals.scale(decimals), &innings, unread)
        case .overs(let path, let pointed):
            Self.set(path, Overs.printed(balls: value, pointed: pointed), &innings, unread)
        }
    }

    private static func set<Value>(
        _ path: WritableKeyPath<DraftInnings, Read<Value>?>, _ value: Value, _ innings: inout DraftInnings,
        _ unread: Evidence?
    ) {
        guard let evidence = innings[keyPath: path]?.evidence ?? unread else { return }
        innings[keyPath: path] = Read(value, evidence, source: .repaired)
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
        guard let point = raw.lastIndex(where: { $0 == "." || $0 == "," || $0 == "\u{B7}" }) else { return 0 }
        return min(raw[point...].dropFirst().prefix { $0.isNumber || $0.isLetter }.count, 3)
    }
}

extension Overs {
    /// Balls as cards print them: `3.2`, and whole overs as `3.0` or `3`.
    static func printed(balls: Int, pointed: Bool) -> String {
        balls % 6 == 0 && !pointed ? String(balls / 6) : "\(balls / 6).\(balls % 6)"
    }
}
