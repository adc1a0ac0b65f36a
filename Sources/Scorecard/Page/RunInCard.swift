internal import Recognition

/// Cards set as running text, `KENT: A Lee c Fox b Hill 26; B Ray b Hill 1 ... Extras (b 2) 13. Total (all out) 251. Bowling: ...`,
/// and messages with a batter in each line but no columns: their parts are written anew as the rows of a table.
struct RunInCard {
    private let text: RunInText

    /// The columns of a page, running text in them as the rows of the table that it amounts to, below what stands above it.
    static func tables(in columns: [[VisualRow]]) -> [[VisualRow]] {
        guard columns.count == 1, let whole = columns.first, !hasHeader(whole),
            let sides = PageColumns.prose(of: whole)
        else {
            return columns.map { table(of: $0) ?? $0 }
        }
        let text = sides[0] + sides[1]
        let (across, down) = (RunInCard(whole), RunInCard(text))
        if down.batters > across.batters, let table = table(of: text, as: down) { return [table] }
        return [table(of: whole, as: across) ?? whole]
    }

    /// Nil when the page is set otherwise.
    private static func table(of rows: [VisualRow], as read: RunInCard? = nil) -> [VisualRow]? {
        guard !hasHeader(rows) else { return nil }
        let card = read ?? RunInCard(rows)
        guard let begin = card.text.begin, card.isRunIn else { return nil }
        var head: [VisualRow] = []
        var count = 0
        for row in rows where count < begin {
            let words = row.words.prefix(begin - count)
            head.append(VisualRow(Array(words)))
            count += words.count
        }
        return head + card.table(below: head.last?.bottom ?? 0)
    }

    /// The table of an innings that may have few batters; nil where none was found.
    static func table(ofFew rows: [VisualRow]) -> [VisualRow]? {
        let card = RunInCard(rows)
        return card.batters > 0 ? card.table(below: rows[0].top) : nil
    }

    private static func hasHeader(_ rows: [VisualRow]) -> Bool {
        rows.contains { row in
            TableHeaderFinder.headers(in: row, at: 0).contains { !runsOn($0, in: row) }
        }
    }

    /// Whether a bowler with his figures stands behind the head in its own row: `Bowling Ov Md Rn Wk M Lee 4 1 23 0`.
    /// Nor do heads of a space each stand above columns, `Bowling Ov Md Rn Wk Econ Ex`.
    private static func runsOn(_ header: TableHeader, in row: VisualRow) -> Bool {
        let isTight = zip(row.words, row.words.dropFirst()).allSatisfy { $1.left - $0.right < 0.75 * row.height }
        if header.kind == .bowling, row.words.count > 5, isTight { return true }
        let behind = row.words.drop { $0.left < header.right }
        guard header.kind == .bowling, let figure = behind.firstIndex(where: \.hasDigit) else { return false }
        return behind[..<figure].contains { $0.text.first?.isUppercase == true && HeaderWords.term($0.key) == nil }
            && behind[figure...].count(where: \.hasDigit) >= 2
    }

    private init(_ rows: [VisualRow]) { text = RunInText(rows) }

    private var batters: Int { text.parts.count { if case .batter = $0 { true } else { false } } }

    /// Fewer batters make no card of running text, unless they stand between a heading and their bowlers.
    private static let fewest = 5
    private static let fewestOfWhole = 3

    /// Whether sides, totals and bowlers stand in the text as well.
    private var isWhole: Bool {
        var (hasHeading, hasTotal, bowlers) = (false, false, 0)
        for part in text.parts {
            switch part {
            case .heading: hasHeading = true
            case .section(let words):
                hasTotal = hasTotal || SectionKeywords.leading(words)?.keyword == .total
                if InlineBowling.isPresent(in: words) { bowlers += 2 }
            case .bowler: bowlers += 1
            default: break
            }
        }
        return hasHeading && hasTotal && bowlers > 1
    }

    /// Whether the runs stand close behind the dismissals and in no column.
    private var isRunIn: Bool {
        let runs = text.parts.compactMap { if case .batter(_, _, let runs, _) = $0 { runs.right } else { nil } }
        guard runs.count >= Self.fewest || runs.count >= Self.fewestOfWhole && isWhole,
            3 * text.gaps.count(where: { $0 < 1.2 * text.unit }) > 2 * text.gaps.count
        else {
            return false
        }
        let middle = Slope.median(runs)
        return 5 * runs.count { ($0 - middle).magnitude < 0.7 * text.unit } < 3 * runs.count
    }

    private func table(below top: Double) -> [VisualRow] {
        var writer = RunInWriter(top: top + 2 * text.unit, unit: text.unit)
        var score: [PageWord] = []
        var isBowling = false
        var isHeaded = false
        let figures = figures
        for part in text.parts {
            switch part {
            case .heading(let words):
                writer.write(section: score)
                score = Self.total(in: words)
                writer.write(text: words)
                writer.writeHeader(["Batsman", "Dismissal"] + figures, texts: 2, like: words[0])
                isHeaded = true
            case .batter(let name, let dismissal, let runs, let hits):
                // The side stands above the text.
                if !isHeaded { writer.writeHeader(["Batsman", "Dismissal"] + figures, texts: 2, like: runs) }
                isHeaded = true
                let figure = runs.part(Self.text(of: runs), from: 0, to: 1)
                writer.write([name, dismissal, [figure]] + hits.cells.prefix(figures.count - 1), texts: 2)
            case .player(let name): writer.write([name], texts: 2)
            case .bowler(let name, let analysis, let behind):
                if !isBowling, let first = name.first {
                    writer.write(section: score)
                    score = []
                    let columns = ["Bowler", "Overs", "Maidens", "Runs", "Wickets", "Econ"]
                    writer.writeHeader(Array(columns.prefix(1 + analysis.count)), texts: 1, like: first)
                }
                writer.write([name] + analysis.map { $0.map { [$0] } ?? [] } + [behind], texts: 1)
            case .section(let words):
                if SectionKeywords.leading(words)?.keyword == .total { score = [] }
                writer.write(section: words)
            case .fact(let words): writer.write(text: words)
            }
            if case .bowler = part { isBowling = true } else { isBowling = false }
        }
        writer.write(section: score)
        return writer.rows
    }

    /// The columns of figures that the batters have.
    private var figures: [String] {
        let hasBoundaries = text.parts.contains {
            if case .batter(_, _, _, let hits) = $0 { hits.fours != nil || hits.sixes != nil } else { false }
        }
        return ["Runs", "Balls"] + (hasBoundaries ? ["4s", "6s"] : [])
    }

    private static func text(of runs: PageWord) -> String {
        (RunInText.runs(runs).map { String($0) } ?? "") + (runs.text.contains("*") ? "*" : "")
    }

    /// The score of a heading once more as a total, for where none is printed below it: a side may have no batter on the page.
    private static func total(in heading: [PageWord]) -> [PageWord] {
        let score = heading.firstIndex { $0.hasDigit && !InningsHeading.ordinals.contains($0.key) }
        guard let score else { return [] }
        // Behind the score may stand the best of that innings.
        let told = heading[score...].prefix { !$0.text.hasPrefix("(") || $0.hasDigit }
        return [heading[0].part("Total", from: 0, to: 1)] + told
    }
}
