/// What the names of a card say of one another: a player stands in the batting of one innings and in the bowling and the
/// dismissals of the other.
struct NameEvidence {
    /// Words of names with the number of places at which they stand.
    private var places: [Substring: Int] = [:]

    init(_ card: Scorecard) {
        for innings in card.innings {
            for entry in innings.batting { add([entry.player, entry.fielder, entry.bowler]) }
            add(
                innings.bowling.map(\.player) + innings.fallOfWickets.map(\.player) + innings.didNotBat + [innings.team]
            )
        }
        add(card.teams)
    }

    private mutating func add(_ names: [String?]) {
        for case let name? in names {
            for word in Self.words(name) { places[word, default: 0] += 1 }
        }
    }

    /// The share of the words that stand at two places at least; 0 when there is no word that could.
    func knownShare(of text: String) -> Double {
        let words = Self.words(text)
        guard !words.isEmpty else { return 0 }
        return Double(words.count { places[$0, default: 0] > 1 }) / Double(words.count)
    }

    /// Initials and signs say nothing.
    private static func words(_ text: String) -> [Substring] {
        text.utf8.split { $0 == 0x20 || $0 == 0x2F || $0 == 0x2E }.filter { $0.count > 2 }.map { Substring($0) }
    }

    /// Whether a name is spelled as no name is.
    func isOdd(_ text: String, _ group: FieldGroup) -> Bool {
        guard group == .name || group == .dismissal else { return false }
        var hasCapital = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "A"..."Z": hasCapital = true
            case "a"..."z", " ", ".", "'", "-", "\u{2019}", "&", "/", "(", ")", "\u{2020}", "*": continue
            default:
                guard !scalar.isASCII, scalar.properties.isAlphabetic else { return true }
                hasCapital = hasCapital || scalar.properties.isUppercase
            }
        }
        return group == .name && !hasCapital
    }
}
