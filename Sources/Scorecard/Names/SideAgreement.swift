internal import Recognition

/// Brings the spellings of a side together: the head of a card, the headings of its innings, toss and result name the same two.
struct SideAgreement {
    /// The sides of a title by their names above the innings, where the title has the first letters of both, `Ind vs Eng`,
    /// `CSK vs KKR`, or cannot be read.
    static func unabbreviated(_ sides: [Read<String>], _ batting: [Read<String>]) -> [Read<String>] {
        guard sides.count == 2 else { return sides }
        let whole = sides.map { side in
            batting.filter { team in
                (2...5).contains(side.value.count) && !side.value.contains(" ")
                    && team.value.count > side.value.count + 1
                    && (team.value.lowercased().hasPrefix(side.value.lowercased())
                        || isCode(side.value, of: team.value))
            }
        }
        guard whole.allSatisfy({ $0.count == 1 }), whole[0][0].value != whole[1][0].value else {
            return isUnreadable(sides, besides: batting) ? batting : sides
        }
        return whole.map { $0[0] }
    }

    /// Whether a title has nothing in common with the names of both sides above their innings: its large letters were not read.
    private static func isUnreadable(_ sides: [Read<String>], besides batting: [Read<String>]) -> Bool {
        guard batting.count == 2, sides.allSatisfy({ $0.evidence.source == .ocr }) else { return false }
        let known = Set(batting.flatMap { PlayerName($0.value).words })
        return sides.allSatisfy { side in
            !PlayerName(side.value).words.contains { word in
                known.contains(word) || known.contains { SectionKeywords.isOneEditApart(word.utf8, $0.utf8) }
            } && !batting.contains { initials(of: $0.value) == side.value }
        }
    }

    /// `ENGW` of `England Women`, `PBKS` of `Punjab Kings`: some of its letters in their order, the first of them too.
    private static func isCode(_ code: String, of side: String) -> Bool {
        guard code.allSatisfy(\.isUppercase), code.first == side.first else { return false }
        return SideBracket.isShort(code.lowercased(), of: side.lowercased())
    }

    /// `CSK` of `Chennai Super Kings`
    private static func initials(of side: String) -> String {
        String(side.words.filter { $0.first?.isLetter == true }.compactMap(\.first))
    }

    private var weights: [String: Double] = [:]

    /// Gives all mentions of a side the best attested spelling. What a text layer says stays as it is.
    static func settle(_ card: inout DraftCard) {
        var agreement = SideAgreement()
        for side in card.teams + card.innings.compactMap(\.team) { agreement.count(side) }
        for sentence in [card.toss, card.result].compactMap({ $0 }) { agreement.count(sentence: sentence) }
        let settled = agreement
        for index in card.teams.indices { card.teams[index].respell { settled.settled(heading: $0) } }
        for index in card.innings.indices { card.innings[index].team?.respell { settled.settled(heading: $0) } }
        card.toss?.respell { settled.settled(sentence: $0) }
        card.result?.respell { settled.settled(sentence: $0) }
    }

    private mutating func count(_ side: Read<String>) {
        weights[side.value, default: 0] += 1 + side.evidence.confidence
    }

    /// A sentence that begins with a side is one mention more.
    private mutating func count(sentence: Read<String>) {
        guard let side = weights.keys.filter(sentence.value.hasPrefix).max() else { return }
        weights[side, default: 0] += 1 + sentence.evidence.confidence
    }

    private func settled(side: String) -> String {
        let spellings = weights.filter { $0.key == side || Self.areOne($0.key, side) }
        let best = spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? side
        // Headings may be set in capitals, and the name above them not.
        if side == side.uppercased() { return best.uppercased() }
        return best == best.uppercased() ? Self.cased(best, as: side) : best
    }

    /// The letters of one name in the case of another; that other one where they are not as many.
    private static func cased(_ name: String, as side: String) -> String {
        guard name.count == side.count else { return side }
        return zip(name, side).map { letter, like in like.isLowercase ? letter.lowercased() : String(letter) }.joined()
    }

    /// The side of an innings; a speck before it is no part of its name.
    private func settled(heading: String) -> String {
        let side = settled(side: heading)
        guard side == heading, let space = heading.firstIndex(of: " "), heading[..<space].count <= 2 else {
            return side
        }
        let rest = settled(side: String(heading[heading.index(after: space)...]))
        return weights.keys.contains(rest) ? rest : side
    }

    /// `St Albans Wormen, elected tọ bat`
    private func settled(sentence: String) -> String {
        let words = sentence.split(separator: " ", omittingEmptySubsequences: false)
        for side in weights.keys.sorted() {
            let count = side.split(separator: " ", omittingEmptySubsequences: false).count
            guard count < words.count else { continue }
            let said = words[..<count].joined(separator: " ")
            let comma = said.hasSuffix(",") ? "," : ""
            let name = String(said.dropLast(comma.count))
            guard name == side || Self.areOne(name, side) else { continue }
            return ([settled(side: name) + comma] + words[count...].map(Self.plainWord)).joined(separator: " ")
        }
        return words.map(Self.plainWord).joined(separator: " ")
    }

    /// The words of a toss or a result have no accents.
    private static func plainWord(_ word: Substring) -> String {
        let plain = WordAgreement.plain(word)
        return vocabulary.contains(plain) ? plain : String(word)
    }

    private static let vocabulary: Set<String> = [
        "elected", "chose", "opted", "decided", "to", "bat", "bowl", "field", "first", "won", "lost", "by", "runs",
        "run",
        "wickets", "wicket", "the", "toss", "and", "match", "tied", "drawn", "innings", "an",
    ]

    /// `CC` and what engines make of it.
    private static let clubs: Set<String> = ["cc", "ct", "ce", "cg", "co", "c", "ex", "oc"]

    /// Whether two names differ in accents, case and one letter of each long word at most; short words, `2nd XI`, tell sides apart.
    private static func areOne(_ one: String, _ other: String) -> Bool {
        let (first, second) = (one.words, other.words)
        guard first.count == second.count else { return false }
        return zip(first, second).allSatisfy { word, other in
            let (word, other) = (WordAgreement.plain(word).lowercased(), WordAgreement.plain(other).lowercased())
            return word == other || clubs.contains(word) && clubs.contains(other)
                || min(word.utf8.count, other.utf8.count) >= 4 && !word.contains(where: \.isNumber)
                    && SectionKeywords.isOneEditApart(word.utf8, other.utf8)
        }
    }
}
