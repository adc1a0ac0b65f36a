internal import Recognition

/// Brings a name that no list of its side has together with the one that it must be: who bowled a batter stands in the
/// bowling, whose wicket fell in the batting, and who caught in the other side's batting, if that lists all eleven.
enum SquadAgreement {
    private static let eleven = 11

    /// Settles the dismissals and the falls of every innings.
    static func settle(_ card: inout DraftCard) {
        for index in card.innings.indices {
            let fielding = fieldingInnings(of: index, in: card)
            settle(&card.innings[index], against: fielding)
        }
    }

    /// The innings of the side in the field.
    private static func fieldingInnings(of index: Int, in card: DraftCard) -> [DraftInnings] {
        guard let side = card.innings[index].team?.value else { return [] }
        return card.innings.filter { $0.team.map { $0.value != side } ?? false }
    }

    private static func settle(_ innings: inout DraftInnings, against others: [DraftInnings]) {
        let bowlers = innings.bowling.compactMap(\.player)
        let eleven = others.flatMap(\.eleven)
        let mentions =
            innings.batting.flatMap { [$0.fielder, $0.bowler] } + others.flatMap { $0.fallOfWickets.map(\.player) }
        let all = bowlers + eleven + mentions.compactMap { $0 }
        let batting = Squad(
            listed: innings.eleven, all: innings.eleven + innings.fallOfWickets.compactMap(\.player))
        let bowling = Squad(listed: bowlers, all: all)
        let fielding = Squad(listed: eleven + bowlers, all: all)
        let isComplete = Set(eleven.map(\.value)).count >= Self.eleven
        for row in innings.batting.indices {
            innings.batting[row].settle(\.bowler, in: bowling)
            if isComplete { innings.batting[row].settle(\.fielder, in: fielding) }
        }
        for fall in innings.fallOfWickets.indices { batting.settle(&innings.fallOfWickets[fall].player) }
    }
}

extension DraftInnings {
    /// Who batted and who did not.
    fileprivate var eleven: [Read<String>] { batting.compactMap(\.player) + didNotBat }
}

extension DraftBatter {
    /// Settles who bowled or caught, and with the name the dismissal that has it.
    fileprivate mutating func settle(_ name: WritableKeyPath<DraftBatter, Read<String>?>, in squad: Squad) {
        var read = self[keyPath: name]
        NameAgreement.visitPart(&read, of: &dismissal, squad.settle)
        self[keyPath: name] = read
    }
}

/// How often and how surely each word of a side's names was read.
private struct WordSupport {
    private var votes: [Substring: (count: Int, confidence: Double)] = [:]

    init(of names: [Read<String>]) {
        for name in names {
            for word in name.value.split(whereSeparator: { $0 == " " || $0 == "/" }) {
                votes[word, default: (0, 0)].count += 1
                votes[word, default: (0, 0)].confidence += name.evidence.confidence
            }
        }
    }

    /// Whether the words that tell one spelling from another were read more often, or as often and surer.
    func isBetter(_ spelling: String, than other: String) -> Bool {
        let (words, others) = (spelling.words, other.words)
        let first = least(of: words.filter { !others.contains($0) })
        let second = least(of: others.filter { !words.contains($0) })
        return first.count > second.count || first.count == second.count && first.confidence >= second.confidence
    }

    private func least(of words: [Substring]) -> (count: Int, confidence: Double) {
        // What only lacks a word lacks no evidence.
        words.map { votes[$0, default: (0, 0)] }.min { $0 < $1 } ?? (.max, 0)
    }
}

/// The names of a side.
private struct Squad {
    /// Names on its lists.
    let listed: [Read<String>]
    /// All of its names, wherever they stand.
    let all: [Read<String>]

    /// A name with fewer letters may be many others.
    private static let fewest = 4

    /// Gives a name that is on no list the spelling of the only one that it can be.
    func settle(_ read: inout Read<String>?) {
        read?.respell { mention in
            if isListed(mention) { return mention }
            return mention.split(separator: "/").map { spelling(of: String($0)) ?? String($0) }.joined(separator: "/")
        }
    }

    /// Whether a list has the name as it stands, as most are.
    private func isListed(_ mention: String) -> Bool {
        listed.contains { name in
            name.value.utf8.count >= mention.utf8.count
                && zip(name.value.utf8.reversed(), mention.utf8.reversed()).allSatisfy { $0 == $1 }
        }
    }

    private func spelling(of mention: String) -> String? {
        let name = PlayerName(mention)
        let letters = name.words.joined()
        guard letters.count >= Self.fewest, !listed.contains(where: { isOne($0.value, name, letters) }) else {
            return nil
        }
        let (count, common) = (mention.words.count, NameAgreement.common(WordAgreement.plain(mention)))
        let windows = Set(listed.flatMap { Self.windows(count, of: $0.value.words) })
        let near = windows.filter { window in
            let other = NameAgreement.common(WordAgreement.plain(window))
            return other == common || SectionKeywords.isOneEditApart(other.utf8, common.utf8)
        }
        guard near.count == 1, let only = near.first, WordSupport(of: all).isBetter(only, than: mention) else {
            return nil
        }
        return only
    }

    /// Whether a mention is a listed player's. Initials run together match when the first is the same, and `SBP` is not
    /// `SB\u{DE}`.
    private func isOne(_ player: String, _ name: PlayerName, _ letters: String) -> Bool {
        let player = PlayerName(player)
        let listed = player.words.joined()
        return letters == listed || letters.count != listed.count && name.matches(player)
    }

    /// So many words of a name on end; the whole name where it has fewer.
    private static func windows(_ count: Int, of words: [Substring]) -> [String] {
        guard count < words.count else { return [words.joined(separator: " ")] }
        return (0...(words.count - count)).map { words[$0..<($0 + count)].joined(separator: " ") }
    }
}
