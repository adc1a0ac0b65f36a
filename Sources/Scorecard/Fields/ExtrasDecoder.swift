/// Reads parts of extras out of a text whose spaces an engine lost and whose letters and figures it took for one another:
/// `bO0Olb0wS5nbo` with the sum 5 is b 0, lb 0, w 5, nb 0. Of all ways to read it the likeliest whose parts make the sum.
struct ExtrasDecoder {
    /// A part of extras as engines spell it, in the order of cards.
    private struct Spelling {
        var letters: [Character]
        var rank: Int
        var cost: Double
    }

    private struct Reading: Equatable {
        var figures: [Int: Int] = [:]
        /// The part whose figure was not read: what the others leave of the sum.
        var unread: Int?
        var cost = 0.0
    }

    /// What it costs that a letter is the digit beside it once more.
    private static let doubled = 0.8
    /// What it costs that a figure was not read.
    private static let unread = 1.5

    private static let names = ["b", "lb", "w", "nb", "p"]
    private static let spellings: [Spelling] = [
        ("b", 0, 0), ("lb", 1, 0), ("ib", 1, 0.2), ("1b", 1, 0.2), ("|b", 1, 0.2), ("lib", 1, 0.4), ("llb", 1, 0.4),
        ("1lb", 1, 0.4), ("lbb", 1, 0.4), ("ibb", 1, 0.5), ("tlb", 1, 0.5), ("w", 2, 0), ("wd", 2, 0), ("nb", 3, 0),
        ("mb", 3, 0.5), ("n", 3, 0.8),
        ("p", 4, 0),
        ("pen", 4, 0),
    ].map { Spelling(letters: Array($0.0), rank: $0.1, cost: $0.2) }
    /// Letters that look like digits.
    private static let digits: [Character: Int] = [
        "o": 0, "q": 0, "l": 1, "i": 1, "t": 1, "|": 1, "z": 2, "s": 5, "g": 9, "ó": 6, "ò": 6,
    ]

    private let text: [Character]
    private let total: Int
    private let letterFirst: Bool
    private var readings: [Reading] = []

    /// The parts and figures in turn, parts first; nil when no way or more than one is the likeliest.
    ///
    /// - Parameter figureFirst: whether the words show that figures stand before their part, `9w`.
    static func pieces(of text: String, total: Int, figureFirst: Bool = false) -> [String]? {
        let letters = text.lowercased().filter { !"(),.;:[]- ".contains($0) }.map(withoutAccent)
        guard (2...24).contains(letters.count) else { return nil }
        var readings: [Reading] = []
        for letterFirst in [true, false] {
            var decoder = ExtrasDecoder(text: letters, total: total, letterFirst: letterFirst)
            decoder.read(from: 0, Reading(cost: letterFirst && figureFirst ? 1 : 0), sum: 0)
            readings += decoder.readings
        }
        readings.sort { $0.cost < $1.cost }
        guard let best = readings.first,
            !readings.contains(where: { $0.figures != best.figures && $0.cost < best.cost + 0.5 })
        else { return nil }
        return best.figures.sorted { $0.key < $1.key }.flatMap { [names[$0.key], String($0.value)] }
    }

    /// An accented o is a six with its stem cut off.
    private static func withoutAccent(_ letter: Character) -> Character {
        letter.isASCII || digits[letter] != nil ? letter : WordAgreement.plain(String(letter)).first ?? letter
    }

    private init(text: [Character], total: Int, letterFirst: Bool) {
        (self.text, self.total, self.letterFirst) = (text, total, letterFirst)
    }

    private mutating func read(from start: Int, _ reading: Reading, sum: Int) {
        if start == text.count {
            finish(reading, sum: sum)
            return
        }
        let last = max(reading.figures.keys.max() ?? -1, reading.unread ?? -1)
        for (part, figure) in pairs(from: start) where part.rank > last && sum + figure.value <= total {
            var next = reading
            next.figures[part.rank] = figure.value
            next.cost += part.cost + figure.cost
            read(from: start + part.letters.count + figure.length, next, sum: sum + figure.value)
        }
        guard reading.unread == nil else { return }
        for part in parts(at: start) where part.rank > last && !hasFigure(part, at: start) {
            var next = reading
            next.unread = part.rank
            next.cost += part.cost + Self.unread
            read(from: start + part.letters.count, next, sum: sum)
        }
    }

    /// Whether a digit stands where the figure of a part would.
    private func hasFigure(_ part: Spelling, at start: Int) -> Bool {
        let place = letterFirst ? start + part.letters.count : start
        return place < text.count && text[place].isASCII && text[place].isNumber
    }

    private mutating func finish(_ reading: Reading, sum: Int) {
        var reading = reading
        if let part = reading.unread, sum < total { reading.figures[part] = total - sum }
        if reading.unread == nil ? sum == total : sum < total && reading.figures.count > 1 { readings.append(reading) }
    }

    private func pairs(from start: Int) -> [(part: Spelling, figure: Figure)] {
        if letterFirst {
            return parts(at: start).flatMap { part in
                figures(at: start + part.letters.count).map { (part, $0) }
            }
        }
        return figures(at: start).flatMap { figure in parts(at: start + figure.length).map { ($0, figure) } }
    }

    private func parts(at start: Int) -> [Spelling] {
        Self.spellings.filter { text[min(start, text.count)...].starts(with: $0.letters) }
    }

    /// A number of extras: how many characters it takes, and how unlikely it is.
    private struct Figure {
        var value: Int
        var length: Int
        var cost: Double
    }

    /// The numbers that the text may go on with; a letter beside the digit it looks like is that digit once more or not.
    private func figures(at start: Int) -> [Figure] {
        var figures: [Figure] = []
        var (whole, single) = (0, 0)
        var letters = 0
        for place in start..<min(start + 5, text.count) {
            guard let digit = digit(at: place) else { break }
            let isLetter = Self.digits[text[place]] != nil
            letters += isLetter ? 1 : 0
            let isRepeated =
                place > start && self.digit(at: place - 1) == digit && (isLetter || Self.digits[text[place - 1]] != nil)
            whole = whole * 10 + digit
            single = isRepeated ? single : single * 10 + digit
            let cost = 0.1 * Double(letters)
            figures.append(Figure(value: whole, length: place - start + 1, cost: cost))
            if single != whole {
                figures.append(Figure(value: single, length: place - start + 1, cost: cost + Self.doubled))
            }
        }
        return figures.filter { $0.value <= total }
    }

    /// Of ASCII alone: other scripts have single characters for thousands and more.
    private func digit(at place: Int) -> Int? {
        (text[place].isASCII ? text[place].wholeNumberValue : nil) ?? Self.digits[text[place]]
    }
}
