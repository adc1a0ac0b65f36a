internal import Recognition

/// Puts back the initial of a name that stands without one on a card whose names have them: it was run into the surname, as
/// `†Alam` and `Elves` for `T Alam` and `E Ives`, or was lost here and read elsewhere.
struct LostInitials {
    /// Full names of the card, by surname.
    private var named: [Substring: Set<String>] = [:]

    /// Settles batters and bowlers of a card most of whose names have initials.
    static func settle(_ card: inout DraftCard) {
        let players = card.innings.flatMap { $0.batting.map(\.player) + $0.bowling.map(\.player) }.compactMap { $0 }
        let initialed = players.count { hasInitials($0.value) }
        let bare = players.count { !hasInitials($0.value) && !$0.evidence.raw.hasPrefix("\u{2020}") }
        guard initialed >= 6, bare * 4 <= initialed else { return }
        var lost = LostInitials()
        NameAgreement.visit(&card) { lost.count($0.value) }
        for index in card.innings.indices { lost.settle(&card.innings[index]) }
    }

    private mutating func count(_ name: String) {
        // `S. N Ngcobo` is misread.
        let isUniform = Set(name.words.dropLast().map { $0.last == "." }).count == 1
        guard isUniform, Self.hasInitials(name), let surname = name.words.last else { return }
        named[surname, default: []].insert(name)
    }

    private func settle(_ innings: inout DraftInnings) {
        // A name of the innings that another row has is no second player's.
        let taken = Set((innings.batting.map(\.player) + innings.bowling.map(\.player)).compactMap { $0?.value })
        for row in innings.batting.indices {
            guard let player = innings.batting[row].player, let name = restored(player, taken) else { continue }
            innings.batting[row].player?.respell { _ in name }
            let keeper = innings.batting[row].keeper?.evidence.raw
            if Self.isDaggered(player), keeper?.contains("(") == false { innings.batting[row].keeper = nil }
        }
        // Lists of bowlers by their surnames give initials only to tell namesakes apart.
        let bowlers = innings.bowling.compactMap(\.player)
        guard bowlers.count(where: { Self.hasInitials($0.value) }) * 2 > bowlers.count else { return }
        for row in innings.bowling.indices {
            guard let player = innings.bowling[row].player, let name = restored(player, taken) else { continue }
            innings.bowling[row].player?.respell { _ in name }
        }
    }

    /// The name with its initial; nil when it has one or none is known.
    private func restored(_ player: Read<String>, _ taken: Set<String>) -> String? {
        guard player.evidence.source == .ocr, !player.value.contains(" ") else { return nil }
        if Self.isDaggered(player) { return "T " + player.value }
        let known = (named[player.value[...]] ?? []).subtracting(taken)
        if known.count == 1 { return known.first }
        return known.isEmpty ? Self.parted(player.value) : nil
    }

    private static func isDaggered(_ player: Read<String>) -> Bool { player.evidence.raw.hasPrefix("\u{2020}") }

    /// `E Ives` for `Elves`: an l between an initial and a consonant is the I of a surname.
    private static func parted(_ name: String) -> String? {
        let letters = Array(name)
        guard letters.count >= 4, letters[0].isUppercase, letters[1] == "l", letters[2].isLowercase,
            !"aeioul".contains(letters[2])
        else { return nil }
        return "\(letters[0]) I" + String(letters[2...])
    }

    /// Whether the name begins with `A`, `A.`, `AB` or `A.B.C.` and goes on.
    private static func hasInitials(_ name: String) -> Bool {
        // Most first words have a small letter.
        let head = name.utf8.prefix { $0 != 0x20 }
        if head.count == name.utf8.count || head.contains(where: { (0x61...0x7A).contains($0) }) { return false }
        guard let first = name.words.first, first.count < name.count else { return false }
        let letters = first.filter { $0 != "." }
        return (1...4).contains(letters.count) && letters.allSatisfy(\.isUppercase)
    }
}
