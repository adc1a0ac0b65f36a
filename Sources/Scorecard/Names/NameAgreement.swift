internal import Recognition

/// Brings the spellings of one player on a page together: batting, bowling, dismissals and falls of wickets mention the
/// same names, and OCR misreads now one of them, now another.
struct NameAgreement {
    /// How often each spelling of a name was read and how surely, by what the spellings have in common.
    private var spellings: [String: [String: Vote]] = [:]

    private struct Vote {
        var count = 0
        var confidence = 0.0

        mutating func add(_ read: Read<String>) {
            count += 1
            confidence += read.evidence.confidence
        }
    }

    /// Gives all mentions of a player the best attested spelling. What a text layer says stays as it is.
    static func settle(_ card: inout DraftCard) {
        AvatarLetters.settle(&card)
        settleInitials(&card)
        LostInitials.settle(&card)
        settleCapitals(&card)
        GluedDagger.settle(&card)
        var agreement = NameAgreement()
        Self.visit(&card) { agreement.count($0) }
        let settled = agreement
        Self.visit(&card) { settled.settle(&$0) }
        settleWords(&card)
        SquadAgreement.settle(&card)
        MentionStyle.settle(&card)
        SideAgreement.settle(&card)
    }

    private static func settleWords(_ card: inout DraftCard) {
        var agreement = WordAgreement()
        visit(&card) { read in
            guard read.evidence.source == .ocr else { return }
            agreement.count(read.value, confidence: read.evidence.confidence)
        }
        agreement.settle()
        let settled = agreement
        visit(&card) { $0.respell { settled.settled($0) } }
    }

    private static func settleInitials(_ card: inout DraftCard) {
        var style = InitialStyle()
        visit(&card) { if $0.evidence.source == .ocr { style.count($0.value) } }
        let settled = style
        visit(&card) { $0.respell { settled.applied(to: $0) } }
    }

    private static func settleCapitals(_ card: inout DraftCard) {
        var style = CapitalStyle()
        visit(&card) { if $0.evidence.source == .ocr { style.count($0.value) } }
        let settled = style
        visit(&card) { $0.respell { settled.applied(to: $0) } }
        for index in card.innings.indices { card.innings[index].team?.respell { settled.applied(toSide: $0) } }
        for index in card.teams.indices { card.teams[index].respell { settled.applied(toSide: $0) } }
        card.toss?.respell { settled.applied(toSide: $0) }
        card.result?.respell { settled.applied(toSide: $0) }
    }

    private mutating func count(_ read: Read<String>) {
        guard read.evidence.source == .ocr else { return }
        spellings[Self.common(read.value), default: [:]][read.value, default: Vote()].add(read)
    }

    private func settle(_ read: inout Read<String>) {
        guard read.evidence.source == .ocr, let votes = spellings[Self.common(read.value)], votes.count > 1 else {
            return
        }
        let best = votes.max { one, other in
            let (first, second) = (Self.weight(one.key, one.value), Self.weight(other.key, other.value))
            return first != second ? first < second : one.key > other.key
        }
        guard let best, best.key != read.value else { return }
        read.value = best.key
        read.source = .repaired
    }

    private static func weight(_ spelling: String, _ vote: Vote) -> Double {
        // Brackets and bars in a name are misread letters however often they are read.
        let isOdd =
            spelling.contains { "()[]{}|!0123456789".contains($0) }
            || spelling.words.last?.first?.isLowercase == true
        return Double(vote.count) + vote.confidence - (isOdd ? 100 : 0)
    }

    /// What spellings of one name share: letters that OCR takes for one another are one, spaces and points are none.
    static func common(_ name: String) -> String {
        var common = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "]", ")", "}": common.append("j")
            case "[", "(", "{", "|", "!", "l", "1": common.append("i")
            case "0": common.append("o")
            case "q", "9": common.append("g")
            case "5": common.append("s")
            case "n" where common.last == "r":
                common.removeLast()
                common.append("m")
            default:
                if Characters.isLetter(scalar) { common.append(scalar) }
            }
        }
        return String(common)
    }

    /// Every name on the card: batters, fielders, bowlers, the wickets' and those who did not bat.
    static func visit(_ card: inout DraftCard, _ body: (inout Read<String>) -> Void) {
        func visit(_ read: inout Read<String>?) {
            guard var value = read else { return }
            body(&value)
            read = value
        }
        for innings in card.innings.indices {
            for row in card.innings[innings].batting.indices {
                visit(&card.innings[innings].batting[row].player)
                visitDismissal(&card.innings[innings].batting[row], visit)
            }
            for row in card.innings[innings].bowling.indices { visit(&card.innings[innings].bowling[row].player) }
            for row in card.innings[innings].fallOfWickets.indices {
                visit(&card.innings[innings].fallOfWickets[row].player)
            }
            for row in card.innings[innings].didNotBat.indices { body(&card.innings[innings].didNotBat[row]) }
        }
    }

    /// Fielder and bowler, and with them the dismissal that names them.
    private static func visitDismissal(_ batter: inout DraftBatter, _ visit: (inout Read<String>?) -> Void) {
        visitPart(&batter.fielder, of: &batter.dismissal, visit)
        visitPart(&batter.bowler, of: &batter.dismissal, visit)
    }

    /// A name and with it the dismissal that has it.
    static func visitPart(
        _ name: inout Read<String>?, of dismissal: inout Read<String>?, _ visit: (inout Read<String>?) -> Void
    ) {
        guard let before = name?.value else { return }
        visit(&name)
        guard let after = name?.value, after != before, let printed = dismissal?.value else { return }
        dismissal?.value = printed.replacing(before, with: after)
        dismissal?.source = .repaired
    }
}

extension Read<String> {
    /// Spells an engine's reading anew; what a text layer says stays.
    mutating func respell(_ spelling: (String) -> String) {
        guard evidence.source == .ocr else { return }
        let name = spelling(value)
        guard name != value else { return }
        value = name
        source = .repaired
    }
}
