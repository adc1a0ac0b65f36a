internal import Recognition

/// Takes a card for a code word: figures that break the laws of the card are taken for those that engines can have misread
/// so, where one answer alone is the cheapest.
struct CardRepair {
    /// Figures of which one must be misread, though the laws do not say which.
    private(set) var disputes: [RepairDispute] = []

    /// Mends what came from OCR; what a text layer says stays as it is.
    static func mend(_ card: inout DraftCard) -> CardRepair {
        var repair = CardRepair()
        for index in card.innings.indices {
            LostPoint.mend(&card.innings[index])
            var code = InningsCode(card.innings[index], margin: MarginClaim(card, innings: index))
            code.takeRereadings()
            var values = code.cells.map(\.read)
            var search = RepairSearch(code)
            for outcome in search.outcomes() {
                for change in outcome.agreed { values[change.cell] = change.value }
                repair.note(outcome.disputed, code, innings: index)
            }
            for (cell, value) in values.enumerated() where value != code.cells[cell].first {
                if let value { code.cells[cell].write(value, to: &card.innings[index], unread: code.unread[cell]) }
            }
        }
        return repair
    }

    private mutating func note(_ disputed: [RepairSearch.Change], _ code: InningsCode, innings: Int) {
        guard !disputed.isEmpty else { return }
        disputes.append(
            RepairDispute(
                claims: disputed.map { change in
                    let cell = code.cells[change.cell]
                    return ("innings/\(innings)/" + cell.path, cell.text(change.value))
                }))
    }
}

/// `74` overs where the innings had 40 are 7.4: an engine lost the point.
enum LostPoint {
    static func mend(_ innings: inout DraftInnings) {
        guard let limit = innings.total.overs.flatMap({ Overs($0.value) })?.completed else { return }
        let showsNought = innings.bowling.contains { $0.overs?.value.hasSuffix(".0") == true }
        for row in innings.bowling.indices {
            guard let overs = innings.bowling[row].overs, overs.evidence.source == .ocr, let bowled = Int(overs.value),
                bowled > limit
            else { continue }
            // Where whole overs have no point, none can be lost: `70` is another number misread.
            guard bowled % 10 != 0 || showsNought else { continue }
            let printed = "\(bowled / 10).\(bowled % 10)"
            guard let meant = Overs(printed), meant.isLegal, meant.completed <= limit else { continue }
            innings.bowling[row].overs = Read(printed, overs.evidence, source: .repaired)
        }
    }
}

/// Repairs that tie: each would make the card add up.
struct RepairDispute {
    /// Fields with what each would be.
    var claims: [(path: String, value: String)]
}

/// What follows from other values and is not printed.
enum Derivation {
    /// Fills in the sum of the extras and the wickets.
    static func complete(_ innings: inout DraftInnings) {
        let derived = Evidence.derived(page: innings.page, confidence: 0.8)
        if innings.extras.total == nil, let parts = innings.extras.partsSum {
            innings.extras.total = Read(parts, derived, source: .derived)
        }
        let ways = innings.batting.compactMap { $0.howOut?.value }
        guard innings.total.wickets == nil, innings.total.runs != nil, ways.count >= 2,
            ways.count == innings.batting.count
        else { return }
        innings.total.wickets = Read(ways.count(where: \.isDismissal), derived, source: .derived)
    }
}

extension DraftExtras {
    /// Sum of the printed parts; nil when none is printed.
    var partsSum: Int? {
        let parts = [byes, legByes, wides, noBalls, penalty].compactMap { $0?.value }
        return parts.isEmpty ? nil : parts.reduce(0, +)
    }
}
