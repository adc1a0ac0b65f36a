internal import Evaluation
internal import Recognition
internal import Scorecard

/// A page of the later families: what it says, and what draws it.
struct PageDraft {
    var truth: Scorecard
    var painter: any PagePainter

    static func draw(_ layout: CardLayout, kind: InputKind, using random: inout SplitMix64) -> PageDraft {
        switch layout {
        case .appExport, .webPage, .darkPage, .leagueForm, .spreadsheet, .typedCard, .phoneScreen, .newspaper,
            .dashboard, .terminal:
            card(layout, kind: kind, using: &random)
        case .television: television(using: &random)
        case .commentary: commentary(isPaper: kind == .scan || kind == .photo, using: &random)
        case .overStrip: overStrip(using: &random)
        case .resultsPage: results(isPaper: kind == .scan || kind == .photo, using: &random)
        case .fixtures, .pointsTable, .fantasyPoints, .plot, .menu, .photograph:
            PageDraft(
                truth: Scorecard(), painter: noCard(layout, isPaper: kind == .scan || kind == .photo, using: &random))
        }
    }

    private static func form(_ layout: CardLayout, using random: inout SplitMix64) -> MatchForm {
        switch layout {
        case .typedCard, .newspaper: random.pick([.oldTwoInnings, .oldEightBalls, .twoInnings, .oldTwoInnings])
        case .phoneScreen, .television: random.pick([.twenty, .limited, .twenty, .abandoned])
        default:
            MatchForm.allCases.filter { $0 != .oldTwoInnings && $0 != .oldEightBalls }[
                random.index(weights: [0.35, 0.25, 0.12, 0.04, 0.14, 0.1])]
        }
    }

    private static func card(_ layout: CardLayout, kind: InputKind, using random: inout SplitMix64) -> PageDraft {
        let form = form(layout, using: &random)
        let match = SimulatedMatch(seed: random.next(), form: form)
        var design = CardDesign.draw(layout == .terminal ? .spreadsheet : layout, kind: kind, using: &random)
        design.vary(using: &random)
        if form == .oldTwoInnings || form == .oldEightBalls || layout == .typedCard || layout == .newspaper {
            design.dateBack()
        }
        if form == .rained { design.style.showsResult = true }
        // Four innings on one sheet or screen would be too small to be read from a picture of it.
        let isPictured = kind == .photo || kind == .scan
        let isLong = isPictured && layout != .newspaper && match.innings.count > (layout == .typedCard ? 3 : 2)
        if layout == .phoneScreen || layout == .dashboard || isLong {
            design.style.shownInnings = [random.next(below: form == .superOver ? 2 : match.innings.count)]
        }
        var truth = CardWriter.write(match, style: design.style)
        if random.chance(0.05) { truth.misprint(using: &random) }
        switch layout {
        case .terminal: return PageDraft(truth: truth, painter: terminal(truth, design, using: &random))
        case .newspaper: return PageDraft(truth: truth, painter: newspaper(truth, design, match))
        case .dashboard: return cut(truth, design, match, using: &random)
        default:
            let width = layout == .phoneScreen ? random.uniform(340, 400) : CardSheet.designWidth
            let painter = CardPainter(card: truth, style: design.style, theme: design.theme, match: match, width: width)
            return PageDraft(truth: truth, painter: painter)
        }
    }

    private static func terminal(_ card: Scorecard, _ design: CardDesign, using random: inout SplitMix64)
        -> TerminalPage
    {
        let dark = random.chance(0.7)
        let page = dark ? random.pick([0x000000, 0x1E1E1E, 0x002B36, 0x300A24].map { Colour($0) }) : .white
        let ink = dark ? random.pick([0xE0E0E0, 0x7CFC7C, 0xFFFFFF, 0xD0D0C0].map { Colour($0) }) : .black
        let family = random.pick(["DejaVu Sans Mono", "Liberation Mono"])
        return TerminalPage(
            card: card, style: design.style, type: TextStyle(family: family, size: 10, colour: ink), page: page,
            lines: random.pick(TerminalPage.Lines.allCases),
            prompt: random.pick(["$ cricket card --last", "> show scorecard", "~/scores % ./card.py today.json"]))
    }

    /// Half of the innings in each column, under one heading.
    private static func newspaper(_ card: Scorecard, _ design: CardDesign, _ match: SimulatedMatch) -> SideBySide {
        var heading = design.theme
        heading.margin = 30
        var theme = design.theme
        theme.heading = .none
        let half = (card.innings.count + 1) / 2
        let parts =
            card.innings.count < 2
            ? [Array(card.innings.indices)] : [Array(0..<half), Array(half..<card.innings.count)]
        let columns = parts.map { numbers -> CardPainter in
            var (part, style) = (card, design.style)
            part.innings = numbers.map { card.innings[$0] }
            style.shownInnings = numbers
            return CardPainter(
                card: part, style: style, theme: theme, match: match, width: CardSheet.designWidth / Double(parts.count)
            )
        }
        return SideBySide(
            heading: CardPainter(
                card: card, style: design.style, theme: heading, match: match, width: CardSheet.designWidth),
            columns: columns)
    }

    /// A panel whose right columns and lower rows are beyond the window; what is cut is not in the truth.
    private static func cut(
        _ card: Scorecard, _ design: CardDesign, _ match: SimulatedMatch, using random: inout SplitMix64
    ) -> PageDraft {
        var truth = card
        (truth.toss, truth.result, truth.matchType, truth.venue, truth.date) = (nil, nil, nil, nil, nil)
        let painter = CardPainter(
            card: card, style: design.style, theme: design.theme, match: match, width: random.uniform(500, 640))
        var canvas = Canvas.measuring()
        _ = painter.paint(on: &canvas)
        let rows = truth.innings[0].batting
        let kept = min(rows.count - 1, random.integer(2, max(3, rows.count - 1)))
        guard let edge = baseline(ofRow: kept, rows.map { name($0, design.style) }, canvas.runs) else {
            return PageDraft(truth: truth, painter: painter)
        }
        let columns = design.style.batting.map(\.column)
        let place =
            columns.lastIndex(of: .runs).map { $0 + 1 + random.next(below: columns.count - $0) } ?? columns.count
        let right = place < columns.count ? leftEdge(of: design.style.batting[place].header, canvas.runs) : nil
        let shown = (width: right ?? painter.width, height: edge - painter.capHeight * 0.8)
        let isClean = canvas.runs.allSatisfy {
            $0.baseline > shown.height || $0.x >= shown.width || $0.x + $0.width <= shown.width
        }
        let width = isClean ? shown.width : painter.width
        truth.innings[0].keep(rows: kept, columns: isClean ? Array(columns.prefix(place)) : columns)
        truth.forgetUnseenMisprint()
        return PageDraft(truth: truth, painter: WindowedCard(painter: painter, shown: (width, shown.height)))
    }

    private static func name(_ entry: BattingEntry, _ style: CardStyle) -> String {
        CardCells(style: style).cell(entry, .name, number: 0)
    }

    /// Where a row of the table stands: names are looked for one after the other, since a name may stand elsewhere too.
    private static func baseline(ofRow row: Int, _ names: [String], _ runs: [TextRun]) -> Double? {
        var (rest, baseline) = (runs[...], Double?.none)
        for name in names.prefix(row + 1) {
            guard let place = rest.firstIndex(where: { $0.text == name }) else { return nil }
            baseline = rest[place].baseline
            rest = rest[(place + 1)...]
        }
        return baseline
    }

    /// Where the numbers of a column begin, which end where its header does.
    private static func leftEdge(of header: String, _ runs: [TextRun]) -> Double? {
        guard let head = runs.first(where: { $0.text == header }) else { return nil }
        let end = head.x + head.width
        // A line of running text may happen to end there too.
        let column = runs.filter { abs($0.x + $0.width - end) < 0.5 && $0.x > head.x - 40 }
        return column.map(\.x).min().map { $0 - 3 }
    }
}

extension Innings {
    /// What is left when a window shows some rows and columns of the batting alone.
    fileprivate mutating func keep(rows: Int, columns: [BattingColumn]) {
        (total, extras, didNotBat, bowling, fallOfWickets) = (InningsTotal(), Extras(), [], [], [])
        batting = batting.prefix(rows).map { entry in
            var entry = entry
            if !columns.contains(.balls) { entry.balls = nil }
            if !columns.contains(.minutes) { entry.minutes = nil }
            if !columns.contains(.fours) { entry.fours = nil }
            if !columns.contains(.sixes) { entry.sixes = nil }
            if !columns.contains(.strikeRate) { entry.strikeRate = nil }
            return entry
        }
    }
}
