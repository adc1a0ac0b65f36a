internal import Recognition

/// An innings as a code word: its figures, and the laws that they must keep.
struct InningsCode {
    private(set) var cells: [RepairCell] = []
    private(set) var laws: [RepairLaw] = []
    /// Words that stand in a cell and are no figure.
    private(set) var unread: [Int: Evidence] = [:]

    private let innings: DraftInnings
    private let rows: BattedRows
    private var total: (runs: Int?, wickets: Int?, balls: Int?) = (nil, nil, nil)
    private var extras: (total: Int?, parts: [Int], byes: [Int], noBalls: [Int], charged: [Int]) = (nil, [], [], [], [])
    private var batting: [BattingCells] = []
    private var bowling: [BowlingCells] = []
    private var falls: [FallCells] = []

    private struct BattingCells {
        var runs, balls, fours, sixes, strikeRate: Int?
    }

    private struct BowlingCells {
        var balls, maidens, runs, wickets, economy: Int?
    }

    private struct FallCells {
        var wicket, runs, balls: Int?
    }

    /// What a broken law costs, in bits.
    private enum Penalty {
        static let hard = 16.0
        /// Lists may leave a wicket out, and results may be of another rule.
        static let usual = 10.0
        static let soft = 4.0
    }

    init(_ innings: DraftInnings, margin: MarginClaim) {
        self.innings = innings
        rows = BattedRows(innings)
        addTotals()
        let rates = RatioColumn(innings.batting.map(\.strikeRate))
        batting = innings.batting.indices.map { batter($0, rates) }
        let printed = innings.bowling.compactMap { $0.overs?.value }
        let pointed = printed.count { $0.contains(".") } * 2 > printed.count
        let economies = RatioColumn(innings.bowling.map(\.economy))
        bowling = innings.bowling.indices.map { bowler($0, economies, pointed: pointed) }
        falls = innings.fallOfWickets.indices.map { fall($0) }
        // A text layer is never changed: then no law needs to be known.
        guard cells.contains(where: \.isOpen) else { return }
        for row in batting.indices { addBatterLaws(row, rates) }
        for row in bowling.indices { addBowlerLaws(row, economies) }
        addSums()
        addWickets()
        addBalls()
        addOrder()
        addMargin(margin)
    }

    /// Takes what most readings of a figure agree on, unless a law holds that would be broken so.
    mutating func takeRereadings() {
        let values = cells.map(\.read)
        for cell in cells.indices {
            guard let value = cells[cell].reread, value != values[cell] else { continue }
            var others = values
            others[cell] = value
            let isDenied = laws.contains { law in
                law.cells.contains(cell) && (law.holds(values) || values[cell] == nil && law.isLimit)
                    && !law.holds(others)
            }
            if !isDenied { cells[cell].take(value) }
        }
    }

    // MARK: cells

    private mutating func add(_ cell: RepairCell, unread: Evidence?) -> Int {
        cells.append(cell)
        if cell.read == nil { self.unread[cells.count - 1] = unread }
        return cells.count - 1
    }

    private mutating func whole(_ key: FigureKey<Int>, unread: Evidence? = nil) -> Int? {
        let read = key.read(in: innings)
        guard let evidence = read?.evidence ?? unread else { return nil }
        // `ie)` is mostly a nought, and says little if it is none; `all out` in a total says much without a digit.
        let isGuessed = key.isInTable && !evidence.raw.utf8.contains { (0x30...0x39).contains($0) }
        let cell = RepairCell(.whole(key), read: read?.value, text: isGuessed ? "" : nil, evidence: evidence)
        return add(cell, unread: unread)
    }

    private mutating func overs(_ key: FigureKey<String>, pointed: Bool, unread: Evidence? = nil) -> Int? {
        let read = key.read(in: innings)
        guard let evidence = read?.evidence ?? unread else { return nil }
        let balls = read.flatMap { Overs($0.value) }?.totalBalls
        let target = RepairCell.Target.overs(key, pointed: pointed)
        return add(RepairCell(target, read: balls, text: read?.value ?? "", evidence: evidence), unread: unread)
    }

    private mutating func ratio(_ key: FigureKey<Double>, decimals: Int, unread: Evidence?) -> Int? {
        let read = key.read(in: innings)
        guard let evidence = read?.evidence ?? unread else { return nil }
        let value = read.map { Int(($0.value * Decimals.scale(decimals)).rounded()) }
        let text = read == nil ? "" : evidence.raw
        let target = RepairCell.Target.ratio(key, decimals: decimals)
        return add(RepairCell(target, read: value, text: text, evidence: evidence), unread: unread)
    }

    private mutating func addTotals() {
        func key(_ name: String, _ path: WritableKeyPath<DraftInnings, Read<Int>?>) -> FigureKey<Int> {
            FigureKey(name: name, place: .innings(path))
        }
        total.runs = whole(key("total/runs", \.total.runs))
        total.wickets = whole(key("total/wickets", \.total.wickets))
        let pointed = innings.total.overs?.value.contains(".") ?? false
        total.balls = overs(FigureKey(name: "total/overs", place: .innings(\.total.overs)), pointed: pointed)
        extras.total = whole(key("extras/total", \.extras.total))
        let byes = whole(key("extras/byes", \.extras.byes))
        let legByes = whole(key("extras/leg_byes", \.extras.legByes))
        let wides = whole(key("extras/wides", \.extras.wides))
        let noBalls = whole(key("extras/no_balls", \.extras.noBalls))
        let penalty = whole(key("extras/penalty", \.extras.penalty))
        extras.parts = [byes, legByes, wides, noBalls, penalty].compactMap { $0 }
        extras.byes = [byes, legByes, penalty].compactMap { $0 }
        extras.charged = [wides, noBalls].compactMap { $0 }
        extras.noBalls = [noBalls].compactMap { $0 }
    }

    private mutating func batter(_ row: Int, _ rates: RatioColumn) -> BattingCells {
        func key(_ name: String, _ path: WritableKeyPath<DraftBatter, Read<Int>?>) -> FigureKey<Int> {
            FigureKey(name: name, place: .batting(row, path))
        }
        let unread = innings.batting[row].unread
        _ = whole(key("minutes", \.minutes), unread: unread[.minutes])
        return BattingCells(
            runs: whole(key("runs", \.runs), unread: unread[.runs]),
            balls: whole(key("balls", \.balls), unread: unread[.balls]),
            fours: whole(key("fours", \.fours), unread: unread[.fours]?.ifRead),
            sixes: whole(key("sixes", \.sixes), unread: unread[.sixes]?.ifRead),
            strikeRate: ratio(
                FigureKey(name: "strike_rate", place: .batting(row, \.strikeRate)), decimals: rates.decimals,
                unread: unread[.strikeRate]))
    }

    private mutating func bowler(_ row: Int, _ rates: RatioColumn, pointed: Bool) -> BowlingCells {
        func key(_ name: String, _ path: WritableKeyPath<DraftBowler, Read<Int>?>) -> FigureKey<Int> {
            FigureKey(name: name, place: .bowling(row, path))
        }
        let unread = innings.bowling[row].unread
        _ = whole(key("wides", \.wides), unread: unread[.wides])
        _ = whole(key("no_balls", \.noBalls), unread: unread[.noBalls])
        return BowlingCells(
            balls: overs(
                FigureKey(name: "overs", place: .bowling(row, \.overs)), pointed: pointed, unread: unread[.overs]),
            maidens: whole(key("maidens", \.maidens), unread: unread[.maidens]?.ifRead),
            runs: whole(key("runs", \.runs), unread: unread[.runs]),
            wickets: whole(key("wickets", \.wickets), unread: unread[.wickets]),
            economy: ratio(
                FigureKey(name: "economy", place: .bowling(row, \.economy)), decimals: rates.decimals,
                unread: unread[.economy]))
    }

    private mutating func fall(_ row: Int) -> FallCells {
        FallCells(
            wicket: whole(FigureKey(name: "wicket", place: .falls(row, \.wicket))),
            runs: whole(FigureKey(name: "runs", place: .falls(row, \.runs))),
            balls: overs(FigureKey(name: "over", place: .falls(row, \.over)), pointed: true))
    }

    // MARK: laws

    /// Laws 9 and 10.
    private mutating func addBatterLaws(_ row: Int, _ rates: RatioColumn) {
        let cells = batting[row]
        addRatio(cells.runs, cells.balls, cells.strikeRate, times: 100, rates, innings.batting[row].strikeRate)
        let boundaries = [(cells.fours, 4), (cells.sixes, 6)].compactMap { cell, runs in
            cell.map { RepairLaw.Term(cell: $0, factor: runs) }
        }
        if let runs = cells.runs, !boundaries.isEmpty {
            limit(.init(boundaries + [.init(cell: runs, factor: -1)]), Penalty.hard)
        }
    }

    /// Laws 10 and 12, and that nobody bowls more than all overs.
    private mutating func addBowlerLaws(_ row: Int, _ rates: RatioColumn) {
        let cells = bowling[row]
        addRatio(cells.runs, cells.balls, cells.economy, times: 6, rates, innings.bowling[row].economy)
        if let maidens = cells.maidens, let balls = cells.balls {
            limit(.init([.init(cell: maidens, factor: 6), .init(cell: balls, factor: -1)]), Penalty.hard)
        }
        if let balls = cells.balls, let all = total.balls { limit(.init(plus: [balls], minus: [all]), Penalty.hard) }
    }

    private mutating func zero(_ sums: [RepairLaw.Linear], _ penalty: Double) {
        laws.append(RepairLaw(.zero(sums), penalty: penalty))
    }

    private mutating func limit(_ sum: RepairLaw.Linear, _ penalty: Double) {
        laws.append(RepairLaw(.atMostZero(sum), penalty: penalty))
    }

    private mutating func addRatio(
        _ above: Int?, _ below: Int?, _ ratio: Int?, times factor: Int, _ column: RatioColumn, _ read: Read<Double>?
    ) {
        guard let above, let below, let ratio else { return }
        let law = RatioLaw(
            numerator: above, denominator: below, ratio: ratio, factor: factor * Int(Decimals.scale(column.decimals)),
            tolerance: column.tolerance(read))
        laws.append(RepairLaw(.ratio(law), penalty: Penalty.hard))
    }

    /// Laws 1 to 3.
    private mutating func addSums() {
        if let sum = extras.total, !extras.parts.isEmpty {
            zero([.init(plus: extras.parts, minus: [sum])], Penalty.hard)
        }
        guard let total = total.runs else { return }
        let runs = rows.indices.map { batting[$0].runs }
        let sum = extras.total.map { [$0] } ?? extras.parts
        if rows.areAll, let runs = Self.complete(runs), !sum.isEmpty {
            zero([.init(plus: runs + sum, minus: [total])], Penalty.hard)
        }
        guard let conceded = Self.complete(bowling.map(\.runs)) else { return }
        if !extras.parts.isEmpty {
            var ways = [RepairLaw.Linear(plus: conceded + extras.byes, minus: [total])]
            // Old books, those without balls faced, do not charge wides and no-balls.
            if batting.allSatisfy({ $0.balls == nil }) {
                ways.append(.init(plus: conceded + extras.byes + extras.charged, minus: [total]))
            }
            zero(ways, Penalty.hard)
        }
    }

    /// Laws 4 to 6.
    private mutating func addWickets() {
        if let wickets = total.wickets {
            limit(.init(plus: [wickets], constant: -10), Penalty.hard)
            if let dismissed = rows.dismissed { zero([.init(plus: [wickets], constant: -dismissed)], Penalty.hard) }
            if !falls.isEmpty, !leavesFallsOut { zero([.init(plus: [wickets], constant: -falls.count)], Penalty.usual) }
        }
        if let taken = Self.complete(bowling.map(\.wickets)), let credited = rows.credited {
            zero([.init(plus: taken, constant: -credited)], Penalty.usual)
        }
        guard let counts = rows.creditedByBowler else { return }
        for (cells, count) in zip(bowling, counts) {
            if let wickets = cells.wickets { zero([.init(plus: [wickets], constant: -count)], Penalty.hard) }
        }
    }

    /// Laws 8 and 13 and the second half of law 7, all soft.
    private mutating func addBalls() {
        guard let total = total.balls else { return }
        if let bowled = Self.complete(bowling.map(\.balls)) {
            zero([.init(plus: bowled, minus: [total])], Penalty.soft)
        }
        if rows.areAll, !extras.parts.isEmpty, let faced = Self.complete(rows.indices.map { batting[$0].balls }) {
            zero([.init(plus: faced, minus: [total] + extras.noBalls)], Penalty.soft)
        }
        for balls in bowling.compactMap(\.balls) {
            let half = [RepairLaw.Term(cell: balls, factor: 2), .init(cell: total, factor: -1)]
            limit(.init(half, constant: -6), Penalty.soft)
        }
    }

    /// Law 11, and that wickets are numbered from 1 on.
    private mutating func addOrder() {
        for (one, next) in zip(falls, falls.dropFirst()) {
            if let one = one.runs, let next = next.runs { limit(.init(plus: [one], minus: [next]), Penalty.hard) }
            if let one = one.balls, let next = next.balls { limit(.init(plus: [one], minus: [next]), Penalty.usual) }
        }
        if let last = falls.last?.runs, let total = total.runs {
            limit(.init(plus: [last], minus: [total]), Penalty.hard)
        }
        if let last = falls.last?.balls, let total = total.balls {
            limit(.init(plus: [last], minus: [total], constant: -5), Penalty.usual)
        }
        for (index, fall) in falls.enumerated() where !leavesFallsOut {
            if let wicket = fall.wicket { zero([.init(plus: [wicket], constant: -index - 1)], Penalty.hard) }
        }
    }

    /// Whether several falls are missing in a list whose numbers rise: `3-45, 4-137, 5-219, 10-260` of an annual, where nobody noted the rest.
    private var leavesFallsOut: Bool {
        let numbers = innings.fallOfWickets.compactMap { $0.wicket?.value }
        return numbers.count == falls.count && zip(numbers, numbers.dropFirst()).allSatisfy(<)
            && (numbers.count + 2...max(numbers.count + 2, 10)).contains(numbers.last ?? 0)
    }

    /// Law 14.
    private mutating func addMargin(_ margin: MarginClaim) {
        if let runs = margin.runs, let total = total.runs {
            zero([.init(plus: [total], constant: -runs)], Penalty.usual)
        }
        if let least = margin.leastRuns, let total = total.runs {
            limit(.init(minus: [total], constant: least), Penalty.usual)
        }
        if let wickets = margin.wickets, let total = total.wickets {
            zero([.init(plus: [total], constant: -wickets)], Penalty.usual)
        }
    }

    private static func complete(_ cells: [Int?]) -> [Int]? {
        let known = cells.compactMap { $0 }
        return known.isEmpty || known.count < cells.count ? nil : known
    }
}

/// How the ratios of a column are printed.
struct RatioColumn {
    /// Decimals that most of them show.
    let decimals: Int
    /// Whether nearly all show as many; else trailing noughts are left out.
    private let isUniform: Bool

    init(_ column: [Read<Double>?]) {
        var counts = [0, 0, 0, 0]
        for read in column { if let read { counts[Decimals.count(read.evidence.raw)] += 1 } }
        let most = counts.max() ?? 0
        let uniform = most * 4 >= counts.reduce(0, +) * 3
        let shown = uniform ? counts.lastIndex(of: most) : counts.lastIndex { $0 > 0 }
        decimals = shown ?? 2
        isUniform = uniform
    }

    /// How far a ratio may be from the exact one, in units of the column's last decimal.
    func tolerance(_ read: Read<Double>?) -> Int {
        guard !isUniform, let read else { return 1 }
        return Int(Decimals.scale(decimals - min(decimals, Decimals.count(read.evidence.raw))))
    }
}

extension Evidence {
    /// Words that are no figure, where a second look found one in them.
    fileprivate var ifRead: Evidence? { rereadings.isEmpty ? nil : self }
}
