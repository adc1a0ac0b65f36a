internal import Recognition

/// A dagger that stands close behind a name is read as its last letter: `Guptat` for `Gupta†`.
enum GluedDagger {
    /// Marks keepers whose names are known without that letter from elsewhere on the card.
    static func settle(_ card: inout DraftCard) {
        var words: Set<Substring> = []
        NameAgreement.visit(&card) { read in words.formUnion(read.value.split { " /".contains($0) }) }
        for innings in card.innings.indices {
            guard !card.innings[innings].batting.contains(where: { $0.keeper != nil }) else { continue }
            for row in card.innings[innings].batting.indices { settle(&card.innings[innings].batting[row], words) }
        }
    }

    private static func settle(_ batter: inout DraftBatter, _ words: Set<Substring>) {
        guard let player = batter.player, player.evidence.source == .ocr, player.value.hasSuffix("t"),
            let surname = player.value.words.last, surname.count > 3, words.contains(surname.dropLast())
        else { return }
        batter.player?.respell { String($0.dropLast()) }
        batter.keeper = Read(true, player.evidence)
    }
}
