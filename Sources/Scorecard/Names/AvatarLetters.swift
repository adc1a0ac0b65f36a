internal import Recognition

/// What an engine makes of the picture or the badge before each name, the same letter all the way down: `A Travis Kowalski`.
enum AvatarLetters {
    /// Fewer names may well share an initial.
    private static let fewest = 5

    /// Settles the names of each table.
    static func settle(_ card: inout DraftCard) {
        for index in card.innings.indices {
            if let letter = letter(before: card.innings[index].batting.map(\.player)) {
                for row in card.innings[index].batting.indices { cut(letter, &card.innings[index].batting[row].player) }
            }
            if let letter = letter(before: card.innings[index].bowling.map(\.player)) {
                for row in card.innings[index].bowling.indices { cut(letter, &card.innings[index].bowling[row].player) }
            }
        }
    }

    /// The one letter that stands before nearly all of these full names; nil where none does.
    private static func letter(before players: [Read<String>?]) -> Substring? {
        let names = players.compactMap { $0 }.filter { $0.evidence.source == .ocr }
        let letters = names.compactMap { first($0.value) }
        guard names.count >= fewest, let letter = letters.first, letters.count * 5 >= names.count * 4,
            letters.allSatisfy({ $0 == letter })
        else { return nil }
        return letter
    }

    /// The letter before two words or more.
    private static func first(_ name: String) -> Substring? {
        let words = name.words
        guard words.count >= 3, words[0].count == 1, words[1].count > 2 else { return nil }
        return words[0]
    }

    private static func cut(_ letter: Substring, _ player: inout Read<String>?) {
        guard let name = player?.value, first(name) == letter else { return }
        player?.respell { _ in String(name.dropFirst(letter.count + 1)) }
    }
}
