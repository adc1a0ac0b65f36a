internal import Recognition

/// Initials where a card prints them without points in dismissals and falls, and with them in its tables: `E. Bell` bowls `b E Bell`.
enum MentionStyle {
    /// Fewer mentions show no style.
    private static let fewest = 4

    /// Gives each part of a card its own style again, which an agreement on spellings took from it.
    static func settle(_ card: inout DraftCard) {
        let dismissals = card.innings.flatMap { $0.batting.flatMap { [$0.fielder, $0.bowler] } }
        if lackPoints(dismissals) {
            for index in card.innings.indices {
                for row in card.innings[index].batting.indices {
                    card.innings[index].batting[row].fielder?.respell(withoutPoints)
                    card.innings[index].batting[row].bowler?.respell(withoutPoints)
                    card.innings[index].batting[row].dismissal?.respell(withoutPoints)
                }
            }
        }
        if areSmall(dismissals) {
            for index in card.innings.indices {
                for row in card.innings[index].batting.indices {
                    card.innings[index].batting[row].fielder?.respellSmall()
                    card.innings[index].batting[row].bowler?.respellSmall()
                    card.innings[index].batting[row].dismissal?.respellSmall()
                }
            }
        }
        settlePoints(&card, dismissals)
        guard lackPoints(card.innings.flatMap { $0.fallOfWickets.map(\.player) }) else { return }
        for index in card.innings.indices {
            for fall in card.innings[index].fallOfWickets.indices {
                card.innings[index].fallOfWickets[fall].player?.respell(withoutPoints)
            }
        }
    }

    /// Engines lose a point now and then where all initials have one.
    private static func settlePoints(_ card: inout DraftCard, _ dismissals: [Read<String>?]) {
        let inBatting = havePoints(card.innings.flatMap { $0.batting.map(\.player) + $0.didNotBat })
        let inBowling = havePoints(card.innings.flatMap { $0.bowling.map(\.player) })
        let inDismissals = havePoints(dismissals)
        for index in card.innings.indices {
            for row in card.innings[index].bowling.indices where inBowling {
                card.innings[index].bowling[row].player?.respell(withPoints)
            }
            for row in card.innings[index].didNotBat.indices where inBatting {
                card.innings[index].didNotBat[row].respell(withPoints)
            }
            for row in card.innings[index].batting.indices {
                if inBatting { card.innings[index].batting[row].player?.respell(withPoints) }
                if inDismissals { card.innings[index].batting[row].settlePoints() }
            }
        }
    }

    /// Whether names are printed in small letters.
    private static func areSmall(_ mentions: [Read<String>?]) -> Bool {
        let read = mentions.compactMap { $0?.evidence.raw }
        let small = read.count(where: isSmall)
        return small >= fewest && small * 4 >= read.count * 3
    }

    /// Whether the surname is printed small; engines take a `j` before it for a capital.
    fileprivate static func isSmall(_ name: String) -> Bool {
        name.words.last?.first?.isLowercase == true
    }

    private static func lackPoints(_ mentions: [Read<String>?]) -> Bool {
        let read = mentions.compactMap { $0 }.filter { $0.evidence.source == .ocr }
        let bare = read.count { hasInitial($0.value) && !hasPoint($0.evidence.raw) }
        return bare >= fewest && read.count { hasPoint($0.evidence.raw) } * 10 <= bare
    }

    private static func havePoints(_ mentions: [Read<String>?]) -> Bool {
        let read = mentions.compactMap { $0 }.filter { $0.evidence.source == .ocr }
        let dotted = read.count { hasPoint($0.evidence.raw) }
        guard dotted >= fewest else { return false }
        let bare = read.count { !hasPoint($0.evidence.raw) && hasInitial($0.value) }
        return bare * 5 <= dotted
    }

    private static func hasInitial(_ name: String) -> Bool {
        name.words.dropLast().contains { $0.first?.isUppercase == true && $0.count { $0 != "." } == 1 }
    }

    private static func hasPoint(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "."))
            && text.words.contains { $0.hasSuffix(".") && $0.count <= 4 }
    }

    fileprivate static func withPoints(_ name: String) -> String {
        // The O of `P Ó Briain` is no initial.
        name.words.map { word in
            word.count == 1 && word.first?.isUppercase == true && word != "\u{D3}" ? word + "." : String(word)
        }.joined(separator: " ")
    }

    private static func withoutPoints(_ name: String) -> String {
        name.words.map { word in
            word.hasSuffix(".") && word.count == 2 && word.first?.isUppercase == true
                ? String(word.dropLast()) : String(word)
        }
        .joined(separator: " ")
    }
}

extension DraftBatter {
    fileprivate mutating func settlePoints() {
        NameAgreement.visitPart(&fielder, of: &dismissal) { $0?.respell(MentionStyle.withPoints) }
        NameAgreement.visitPart(&bowler, of: &dismissal) { $0?.respell(MentionStyle.withPoints) }
    }
}

extension Read<String> {
    /// Small letters, where the surname has them.
    fileprivate mutating func respellSmall() {
        if MentionStyle.isSmall(evidence.raw) { respell { $0.lowercased() } }
    }
}
