/// Mends one misread figure of a sum that does not close. Only what came from OCR is mended, only where a single figure
/// can be the culprit, and never one that another law proves.
enum SumRepair {
    /// Mends extras, then the batting sum, then the bowling sum.
    static func mend(_ innings: inout DraftInnings) {
        mendExtras(&innings)
        mendBatting(&innings)
        mendBowling(&innings)
        mendFalls(&innings)
        deriveWickets(&innings)
    }

    /// Wickets that the total line does not print, counted from the dismissals.
    private static func deriveWickets(_ innings: inout DraftInnings) {
        let ways = innings.batting.map { $0.howOut?.value }
        guard innings.total.wickets == nil, innings.total.runs != nil, ways.count >= 2, !ways.contains(nil) else {
            return
        }
        innings.total.wickets = Read(
            ways.count { $0?.isDismissal == true }, Evidence.derived(page: innings.page, confidence: 0.8),
            source: .derived)
    }

    /// A score at which a wicket fell lies between its neighbours; one changed digit may bring it back there.
    private static func mendFalls(_ innings: inout DraftInnings) {
        let falls = innings.fallOfWickets.map { $0.runs?.value }
        guard falls.count >= 2 else { return }
        for index in falls.indices {
            guard let runs = innings.fallOfWickets[index].runs, RowRepair.isOCR(runs.evidence) else { continue }
            let least = index > 0 ? falls[index - 1] : 0
            let most = index + 1 < falls.count ? falls[index + 1] : innings.total.runs?.value
            guard let least, let most, least <= most, !(least...most).contains(runs.value) else { continue }
            let meant = oneDigitChanged(runs.value).filter { (least...most).contains($0) }
            if meant.count == 1 {
                innings.fallOfWickets[index].runs = Read(meant[0], runs.evidence, source: .repaired)
            }
        }
    }

    /// Figures of as many digits that differ in one.
    private static func oneDigitChanged(_ value: Int) -> [Int] {
        var changed: [Int] = []
        var place = 1
        while place <= max(value, 1) {
            let digit = value / place % 10
            for other in 0..<10 where other != digit { changed.append(value + (other - digit) * place) }
            place *= 10
        }
        return changed
    }

    /// How far runs and extras are from the total; nil when a figure is missing.
    static func battingGap(_ innings: DraftInnings) -> Int? {
        guard let total = innings.total.runs?.value, let extras = extras(innings) else { return nil }
        let rows = innings.batting.filter { !isIdle($0) }
        guard let runs = Innings.sum(rows.map { $0.runs?.value }) else { return nil }
        return total - extras - runs
    }

    private static func extras(_ innings: DraftInnings) -> Int? {
        innings.extras.total?.value ?? innings.extras.partsSum
    }

    private static func isIdle(_ batter: DraftBatter) -> Bool {
        batter.runs == nil && batter.unread[.runs] == nil
            && (batter.howOut?.value == .didNotBat || batter.howOut?.value == .absent)
    }

    private static func mendExtras(_ innings: inout DraftInnings) {
        guard let parts = innings.extras.partsSum else { return }
        guard let total = innings.extras.total else {
            innings.extras.total = Read(
                parts, Evidence.derived(page: innings.page, confidence: 0.8), source: .derived)
            return
        }
        guard parts != total.value, RowRepair.isOCR(total.evidence) else { return }
        var fitting: [(inout DraftExtras) -> Void] = []
        for path in [\DraftExtras.byes, \.legByes, \.wides, \.noBalls, \.penalty] {
            guard let part = innings.extras[keyPath: path] else { continue }
            let meant = part.value + total.value - parts
            if meant >= 0, DigitConfusion.canBe(part.evidence.raw, String(meant)), part.evidence.raw.utf8.count <= 3 {
                fitting.append { $0[keyPath: path] = Read(meant, part.evidence, source: .repaired) }
            }
        }
        // The batting sum says whether the printed sum of the extras is right.
        var withParts = innings
        withParts.extras.total = nil
        if battingGap(withParts) == 0, DigitConfusion.canBe(total.evidence.raw, String(parts)) {
            innings.extras.total = Read(parts, total.evidence, source: .repaired)
        } else if battingGap(innings) == 0, fitting.count == 1 {
            fitting[0](&innings.extras)
        }
    }

    private static func mendBatting(_ innings: inout DraftInnings) {
        guard let total = innings.total.runs, let extras = extras(innings), RowRepair.isOCR(total.evidence) else {
            return
        }
        let rows = innings.batting.indices.filter { !isIdle(innings.batting[$0]) }
        let unread = rows.filter { innings.batting[$0].runs == nil }
        let sum = rows.reduce(0) { $0 + (innings.batting[$1].runs?.value ?? 0) }
        let gap = total.value - extras - sum
        if unread.count == 1 {
            guard let evidence = innings.batting[unread[0]].unread[.runs], (0...400).contains(gap) else { return }
            innings.batting[unread[0]].runs = Read(gap, evidence, source: .repaired)
            return
        }
        guard unread.isEmpty, gap != 0 else { return }
        var fitting: [(inout DraftInnings) -> Void] = []
        for row in rows where !isProven(innings.batting[row]) {
            guard let runs = innings.batting[row].runs, runs.source == .read else { continue }
            let meant = runs.value + gap
            if meant >= 0, DigitConfusion.canBe(runs.evidence.raw, String(meant)) {
                fitting.append { $0.batting[row].runs = Read(meant, runs.evidence, source: .repaired) }
            }
        }
        if bowlingGap(innings) != 0, DigitConfusion.canBe(total.evidence.raw, String(total.value - gap)),
            total.evidence.raw.utf8.count <= 4
        {
            fitting.append { $0.total.runs = Read(total.value - gap, total.evidence, source: .repaired) }
        }
        if fitting.count == 1 { fitting[0](&innings) }
    }

    /// Whether the strike rate proves the runs.
    private static func isProven(_ batter: DraftBatter) -> Bool {
        guard let runs = batter.runs?.value, let balls = batter.balls?.value, balls > 0,
            let rate = batter.strikeRate?.value, runs > 0
        else { return false }
        return RowLaws.agrees(100 * Double(runs) / Double(balls), printed: rate)
    }

    /// How far the bowlers' runs are from the total less byes; nil when a figure is missing.
    private static func bowlingGap(_ innings: DraftInnings) -> Int? {
        guard let total = innings.total.runs?.value, innings.extras.partsSum != nil,
            let sum = Innings.sum(innings.bowling.map { $0.runs?.value })
        else { return nil }
        let byes = (innings.extras.byes?.value ?? 0) + (innings.extras.legByes?.value ?? 0)
        return total - byes - (innings.extras.penalty?.value ?? 0) - sum
    }

    private static func mendBowling(_ innings: inout DraftInnings) {
        guard battingGap(innings) == 0, let gap = bowlingGap(innings), gap != 0 else { return }
        let fitting = innings.bowling.indices.filter { row in
            let bowler = innings.bowling[row]
            guard let runs = bowler.runs, runs.source == .read, RowRepair.isOCR(runs.evidence), !isProven(bowler) else {
                return false
            }
            return runs.value + gap >= 0 && DigitConfusion.canBe(runs.evidence.raw, String(runs.value + gap))
        }
        guard fitting.count == 1, let runs = innings.bowling[fitting[0]].runs else { return }
        innings.bowling[fitting[0]].runs = Read(runs.value + gap, runs.evidence, source: .repaired)
    }

    /// Whether the economy proves the runs.
    private static func isProven(_ bowler: DraftBowler) -> Bool {
        guard let runs = bowler.runs?.value, let overs = bowler.overs.flatMap({ Overs($0.value) }), overs.isLegal,
            overs.totalBalls > 0, let rate = bowler.economy?.value, runs > 0
        else { return false }
        return RowLaws.agrees(6 * Double(runs) / Double(overs.totalBalls), printed: rate)
    }
}

extension DraftExtras {
    /// Sum of the printed parts; nil when none is printed.
    var partsSum: Int? {
        let parts = [byes, legByes, wides, noBalls, penalty].compactMap { $0?.value }
        return parts.isEmpty ? nil : parts.reduce(0, +)
    }
}
