internal import Recognition

/// Mends one misread figure of a row with the ratio that the row prints: strike rate or economy. Only what came from OCR
/// is mended, and only where one answer alone fits.
enum RowRepair {
    /// Mends the rows of both tables; rows whose ratio then agrees are proven.
    static func mend(_ innings: inout DraftInnings) {
        let sumHolds = SumRepair.battingGap(innings) == 0
        for row in innings.batting.indices {
            mend(&innings.batting[row], runsAreProven: sumHolds)
            mendNoughts(&innings.batting[row])
        }
        let overs = innings.bowling.compactMap { $0.overs?.value }
        let hasPoints = overs.count(where: { $0.contains(".") }) * 2 > overs.count
        let limit = innings.total.overs.flatMap { Overs($0.value) }?.completed
        for row in innings.bowling.indices {
            if let limit { mendLostPoint(&innings.bowling[row], limit: limit) }
            mend(&innings.bowling[row], hasPoints: hasPoints)
        }
    }

    private static func mend(_ batter: inout DraftBatter, runsAreProven: Bool) {
        guard let rate = batter.strikeRate, isOCR(rate.evidence) else {
            mendRate(&batter)
            return
        }
        if let runs = batter.runs?.value, let balls = batter.balls?.value, balls > 0,
            RowLaws.agrees(100 * Double(runs) / Double(balls), printed: rate.value)
        {
            return
        }
        var answers: [(inout DraftBatter) -> Void] = []
        if let runs = batter.runs?.value, let evidence = batter.balls?.evidence ?? batter.unread[.balls] {
            for balls in ballsGiving(rate.value, runs: runs) where DigitConfusion.canBe(evidence.raw, String(balls)) {
                answers.append { $0.balls = Read(balls, evidence, source: .repaired) }
            }
        }
        if !runsAreProven, let balls = batter.balls?.value, let evidence = batter.runs?.evidence ?? batter.unread[.runs]
        {
            let runs = Int((rate.value * Double(balls) / 100).rounded())
            if balls > 0, RowLaws.agrees(100 * Double(runs) / Double(balls), printed: rate.value),
                DigitConfusion.canBe(evidence.raw, String(runs))
            {
                answers.append { $0.runs = Read(runs, evidence, source: .repaired) }
            }
        }
        if let runs = batter.runs?.value, let balls = batter.balls?.value, balls > 0,
            let exact = ratio(100 * runs, balls, like: rate.evidence.raw)
        {
            answers.append { $0.strikeRate = Read(exact, rate.evidence, source: .repaired) }
        }
        if answers.count == 1 { answers[0](&batter) }
    }

    /// Noughts are read as eights; boundaries that make more than the runs give them away.
    private static func mendNoughts(_ batter: inout DraftBatter) {
        guard let runs = batter.runs?.value else { return }
        for path in [\DraftBatter.fours, \.sixes] {
            guard let cell = batter[keyPath: path], isOCR(cell.evidence), cell.value == 8 || cell.value == 9 else {
                continue
            }
            let other = path == \.fours ? 6 * (batter.sixes?.value ?? 0) : 4 * (batter.fours?.value ?? 0)
            let own = cell.value * (path == \.fours ? 4 : 6)
            if own + other > runs, other <= runs { batter[keyPath: path] = Read(0, cell.evidence, source: .repaired) }
        }
    }

    /// A rate that was not read at all where its word stands.
    private static func mendRate(_ batter: inout DraftBatter) {
        guard batter.strikeRate == nil, let evidence = batter.unread[.strikeRate], isOCR(evidence),
            let runs = batter.runs?.value, let balls = batter.balls?.value, balls > 0
        else { return }
        batter.strikeRate = Read(rounded(100 * runs, balls, decimals: 2), evidence, source: .repaired)
    }

    private static func ballsGiving(_ rate: Double, runs: Int) -> [Int] {
        guard rate > 0, runs > 0 else { return [] }
        let middle = Int((100 * Double(runs) / rate).rounded())
        return (max(1, middle - 1)...max(1, middle + 1)).filter {
            RowLaws.agrees(100 * Double(runs) / Double($0), printed: rate)
        }
    }

    /// `74` overs where the innings had 40 are 7.4.
    private static func mendLostPoint(_ bowler: inout DraftBowler, limit: Int) {
        guard let overs = bowler.overs, isOCR(overs.evidence), let bowled = Int(overs.value), bowled > limit else {
            return
        }
        let printed = "\(bowled / 10).\(bowled % 10)"
        guard let meant = Overs(printed), meant.isLegal, meant.completed <= limit else { return }
        bowler.overs = Read(printed, overs.evidence, source: .repaired)
    }

    private static func mend(_ bowler: inout DraftBowler, hasPoints: Bool) {
        guard let rate = bowler.economy, isOCR(rate.evidence) else { return }
        let overs = bowler.overs.flatMap { Overs($0.value) }
        if let runs = bowler.runs?.value, let overs, overs.totalBalls > 0, overs.isLegal,
            RowLaws.agrees(6 * Double(runs) / Double(overs.totalBalls), printed: rate.value)
        {
            return
        }
        var answers: [(inout DraftBowler) -> Void] = []
        if let runs = bowler.runs?.value, let evidence = bowler.overs?.evidence ?? bowler.unread[.overs] {
            for printed in oversGiving(rate.value, runs: runs, hasPoints: hasPoints)
            where DigitConfusion.canBe(evidence.raw, printed) {
                answers.append { $0.overs = Read(printed, evidence, source: .repaired) }
            }
        }
        if let overs, overs.isLegal, overs.totalBalls > 0, let evidence = bowler.runs?.evidence ?? bowler.unread[.runs]
        {
            let runs = Int((rate.value * Double(overs.totalBalls) / 6).rounded())
            if RowLaws.agrees(6 * Double(runs) / Double(overs.totalBalls), printed: rate.value),
                DigitConfusion.canBe(evidence.raw, String(runs))
            {
                answers.append { $0.runs = Read(runs, evidence, source: .repaired) }
            }
        }
        if let runs = bowler.runs?.value, let overs, overs.isLegal, overs.totalBalls > 0,
            let exact = ratio(6 * runs, overs.totalBalls, like: rate.evidence.raw)
        {
            answers.append { $0.economy = Read(exact, rate.evidence, source: .repaired) }
        }
        if answers.count == 1 { answers[0](&bowler) }
    }

    private static func oversGiving(_ rate: Double, runs: Int, hasPoints: Bool) -> [String] {
        guard rate > 0, runs > 0 else { return [] }
        let middle = Int((6 * Double(runs) / rate).rounded())
        let fitting = (max(1, middle - 1)...max(1, middle + 1)).filter {
            RowLaws.agrees(6 * Double(runs) / Double($0), printed: rate)
        }
        return fitting.map { balls in
            balls % 6 == 0 && !hasPoints ? String(balls / 6) : "\(balls / 6).\(balls % 6)"
        }
    }

    /// The ratio as printed, when the words can be a misreading of it.
    private static func ratio(_ numerator: Int, _ denominator: Int, like raw: String) -> Double? {
        for decimals in [2, 1, 0] {
            let exact = rounded(numerator, denominator, decimals: decimals)
            let printed = printed(exact, decimals: decimals)
            if DigitConfusion.canBe(raw, printed), raw.contains(where: \.isNumber) { return exact }
        }
        return nil
    }

    private static func rounded(_ numerator: Int, _ denominator: Int, decimals: Int) -> Double {
        let scale = [1.0, 10, 100][decimals]
        return (Double(numerator) / Double(denominator) * scale).rounded() / scale
    }

    private static func printed(_ value: Double, decimals: Int) -> String {
        let digits = String(Int((value * [1.0, 10, 100][decimals]).rounded()))
        return decimals == 0 ? digits : String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    }

    static func isOCR(_ evidence: Evidence) -> Bool { evidence.source == .ocr }
}
