internal import Recognition

/// Reads extras in the usual notations: `(b 4, lb 2, w 7)`, `b4 lb2`, `9 (2nb 7w)`, `Leg byes 2`.
enum ExtrasParser {
    private enum Part {
        case byes, legByes, wides, noBalls, penalty
    }

    /// The extras on a row, its keyword left out and its sum too when that is known.
    static func parse(_ words: [PageWord], total: Int? = nil) -> DraftExtras {
        let words = words.map(withoutHyphen)
        let tokens = Tokenizer.tokens(words)
        let merged = mergeWords(tokens)
        let letterFirst = pairs(merged, letterFirst: true)
        let numberFirst = pairs(merged, letterFirst: false)
        let chosen = choose(letterFirst, numberFirst, total: total)
        var extras = DraftExtras()
        for pair in chosen.pairs {
            let word = words[pair.number.word]
            guard let number = pair.number.value, let read = Read(number, from: [word], doubt: pair.number.doubt) else {
                continue
            }
            switch pair.part {
            case .byes where extras.byes != nil && read.evidence.source == .ocr:
                // The l of a second b was lost.
                extras.legByes = extras.legByes ?? read
            case .byes: extras.byes = extras.byes ?? read
            case .legByes: extras.legByes = extras.legByes ?? read
            case .wides: extras.wides = extras.wides ?? read
            case .noBalls: extras.noBalls = extras.noBalls ?? read
            case .penalty: extras.penalty = extras.penalty ?? read
            }
        }
        if let total = chosen.rest.last, let number = total.value {
            extras.total = Read(number, from: [words[total.word]], doubt: total.doubt)
        }
        return extras
    }

    /// Whether these words say nothing but parts of extras, so many at least: the second line of two.
    static func isOnlyParts(_ words: [PageWord], least: Int = 1) -> Bool {
        let items = mergeWords(Tokenizer.tokens(words.map(withoutHyphen)))
        let parts = items.count { if case .part = $0 { true } else { false } }
        let others = items.count { if case .other = $0 { true } else { false } }
        return parts >= least && others == 0 && items.contains { if case .number = $0 { true } else { false } }
    }

    private static let hyphened: Set = ["lb", "nb", "legbye", "legbyes", "noball", "noballs"]

    /// `lb` for `l-b`, `legbyes` for `Leg-byes`.
    private static func withoutHyphen(_ word: PageWord) -> PageWord {
        hyphened.contains(word.key) && word.text.contains("-") ? word.part(word.key, from: 0, to: 1) : word
    }

    private struct Number {
        var value: Int?
        var doubt: Double
        var word: Int
    }

    private enum Item {
        case part(Part, word: Int)
        case number(Number)
        case open, close
        case other
    }

    private struct Pairing {
        var pairs: [(part: Part, number: Number)] = []
        /// Numbers that belong to no part.
        var rest: [Number] = []
        /// Parts without a number.
        var lonely = 0
    }

    /// Tokens as parts, numbers and brackets; `leg` and `byes` together are one part, `Ib` and `1b` are `lb`.
    private static func mergeWords(_ tokens: [Token]) -> [Item] {
        var items: [Item] = []
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            switch token.kind {
            case .mark:
                if token.text == "(" || token.text == "[" { items.append(.open) }
                if token.text == ")" || token.text == "]" { items.append(.close) }
            case .number:
                items.append(.number(Number(value: token.integer, doubt: 1, word: token.word)))
            case .letters:
                if token.text == "open" {
                    // An engine's `0pen`.
                    items.append(.number(Number(value: 0, doubt: 0.7, word: token.word)))
                    items.append(.part(.penalty, word: token.word))
                } else if let next, next.kind == .letters, let part = part(token.text + next.text) {
                    items.append(.part(part, word: token.word))
                    index += 1
                } else if let part = part(token.text) {
                    items.append(.part(part, word: token.word))
                } else if token.text == "o" || token.text == "nil" {
                    items.append(.number(Number(value: 0, doubt: 0.7, word: token.word)))
                } else if !fillers.contains(token.text) {
                    items.append(.other)
                }
            }
            index += 1
        }
        return items
    }

    private static let fillers: Set<String> = ["extras", "extra", "sundries", "total", "and", "none", "runs", "from"]

    /// Whether the word names a kind of extras.
    static func isKind(_ key: String) -> Bool { part(key) != nil }

    /// Whether the word stands in no list of extras, as names do not.
    static func isForeign(_ word: PageWord) -> Bool {
        !word.hasDigit && word.key.utf8.count >= 4 && word.text.first?.isUppercase == true
            && !isKind(word.key) && !fillers.contains(word.key)
    }

    private static func part(_ text: String) -> Part? {
        switch text {
        case "b", "bye", "byes": .byes
        case "lb", "ib", "ilb", "llb", "lbs", "legbye", "legbyes", "lbye", "lbyes", "leg": .legByes
        case "w", "wd", "wds", "wide", "wides", "wideballs", "ws": .wides
        case "nb", "nbs", "noball", "noballs", "n", "nballs", "mb", "no": .noBalls
        case "p", "pen", "pens", "penalty", "penalties", "pn", "penaltyruns": .penalty
        default: nil
        }
    }

    private static func pairs(_ items: [Item], letterFirst: Bool) -> Pairing {
        var pairing = Pairing()
        var pendingPart: Part?
        var pendingNumber: Number?
        for item in items {
            switch item {
            case .part(let part, _):
                if letterFirst {
                    if pendingPart != nil { pairing.lonely += 1 }
                    pendingPart = part
                } else if let number = pendingNumber {
                    pairing.pairs.append((part, number))
                    pendingNumber = nil
                } else {
                    pairing.lonely += 1
                }
            case .number(let number):
                if letterFirst, let part = pendingPart {
                    pairing.pairs.append((part, number))
                    pendingPart = nil
                } else if letterFirst {
                    pairing.rest.append(number)
                } else {
                    if let pendingNumber { pairing.rest.append(pendingNumber) }
                    pendingNumber = number
                }
            case .open, .close:
                if pendingPart != nil { pairing.lonely += 1 }
                pendingPart = nil
                if let number = pendingNumber { pairing.rest.append(number) }
                pendingNumber = nil
            case .other: continue
            }
        }
        if pendingPart != nil { pairing.lonely += 1 }
        if let pendingNumber { pairing.rest.append(pendingNumber) }
        return pairing
    }

    /// The pairing that leaves less over; between equals the one whose parts make the total.
    private static func choose(_ letterFirst: Pairing, _ numberFirst: Pairing, total: Int?) -> Pairing {
        func closes(_ pairing: Pairing) -> Bool {
            guard let total = total ?? pairing.rest.last?.value else { return false }
            return pairing.pairs.reduce(0) { $0 + ($1.number.value ?? 0) } == total
        }
        if closes(letterFirst) != closes(numberFirst) { return closes(letterFirst) ? letterFirst : numberFirst }
        if letterFirst.lonely != numberFirst.lonely {
            return letterFirst.lonely < numberFirst.lonely ? letterFirst : numberFirst
        }
        return letterFirst.pairs.count >= numberFirst.pairs.count ? letterFirst : numberFirst
    }
}
