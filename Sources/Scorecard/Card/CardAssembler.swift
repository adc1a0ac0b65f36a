internal import Recognition

/// Puts the sections of all pages together to innings.
struct CardAssembler {
    private struct Placed {
        var section: TableSection
        var content: SectionContent
        /// Pages and columns of pages in the order in which they are read.
        var part: Int
        /// The rows above it, the nearest first.
        var above: [VisualRow] = []
    }

    private var card = DraftCard()
    private var facts = MatchFacts()
    private var heads = ScoreHeads()
    private var told = ToldInnings()
    private var part = 0
    private var batting: [(placed: Placed, innings: Int)] = []
    private var bowling: [Placed] = []
    /// The header of the last table of the page before, in shares of the page's width.
    private var open: TableHeader?
    private let pages: [RecognizedPage]
    /// The rows of each page.
    private var rows: [[VisualRow]] = []

    private init(_ pages: [RecognizedPage]) { self.pages = pages }

    /// The card on these pages; without innings when there is none.
    static func card(from pages: [RecognizedPage]) -> DraftCard {
        var assembler = CardAssembler(pages)
        for (number, page) in pages.enumerated() { assembler.add(page, number: number) }
        assembler.dropRepeats()
        assembler.takeBowlingAlone()
        assembler.takeInningsOfBowling()
        assembler.attachBowling()
        return assembler.finish()
    }

    private mutating func add(_ page: RecognizedPage, number: Int) {
        rows.append(PageRows.rows(of: page))
        let (texts, areInnings) = PageParts.texts(of: rows[number])
        for text in texts {
            if areInnings { open = nil }
            add(text, width: Double(max(page.width, 1)), number: number)
        }
    }

    private mutating func add(_ text: PageText, width: Double, number: Int) {
        part += 1
        let layout = PageSections(text, open: open?.scaled(by: width))
        let placed = layout.sections(page: number).map {
            let above = layout.rowsAbove($0, limit: -.infinity)
            return Placed(section: $0, content: SectionReader.read($0), part: part, above: Array(above.prefix(4)))
        }
        let firstHeader = layout.headers.map(\.row).min() ?? text.rows.count
        var top = Array(text.rows[..<firstHeader])
        if number > 0, let last = bowling.indices.last, !bowling[last].content.innings.fallOfWickets.isEmpty {
            FallsOverleaf.take(&top, into: &bowling[last].content.innings.fallOfWickets)
        } else if number > 0, let last = card.innings.indices.last {
            FallsOverleaf.take(&top, into: &card.innings[last].fallOfWickets)
        }
        let lead = WireLead(top[...])
        if let lead { facts.add(lead) }
        for row in lead?.rest ?? top {
            facts.add(row)
            if card.innings.isEmpty, !layout.headers.isEmpty { heads.add(row) }
        }
        for item in placed { for row in item.content.leftOver { facts.add(row) } }
        let ordered = Self.readingOrder(placed)
        for (place, item) in ordered.enumerated() {
            let next = place + 1 < ordered.count ? ordered[place + 1].content : nil
            switch item.content.kind {
            case .batting where item.section.header.goesOn && !card.innings.isEmpty: goOn(item)
            case .batting where isRest(item.content.innings): append(item.content.innings, to: card.innings.count - 1)
            case .batting
            where next?.kind == .batting
                && told.take(item.content.innings, under: item.above, place: card.innings.count):
                continue
            case .batting where isInnings(item.content.innings, before: next): addBatting(item, placed, layout)
            // Its rows stand on the next page.
            case .batting where item.section.rows.isEmpty && next == nil && number + 1 < pages.count:
                addBatting(item, placed, layout)
            case .bowling where !item.content.innings.bowling.isEmpty: addBowling(item)
            default: continue
            }
        }
        open = ordered.last?.section.header.scaled(by: 1 / width) ?? open
    }

    /// Whether a section shows an innings: batters, or on a page of highlights its score and the bowlers alone.
    private func isInnings(_ innings: DraftInnings, before next: SectionContent?) -> Bool {
        if !innings.batting.isEmpty { return true }
        return innings.total.runs != nil && (!innings.bowling.isEmpty || next?.kind == .bowling)
    }

    private mutating func goOn(_ item: Placed) {
        append(item.content.innings, to: card.innings.count - 1)
        batting.append((item, card.innings.count - 1))
    }

    /// Whether a table whose header was printed anew on the next page has only the end of the innings before: extras and total.
    private func isRest(_ innings: DraftInnings) -> Bool {
        guard let last = card.innings.last, innings.batting.isEmpty, innings.page > last.page else { return false }
        let saysExtrasOnce = last.extras == DraftExtras() || innings.extras == DraftExtras()
        return last.total.isEmpty && saysExtrasOnce && !innings.total.isEmpty
    }

    private mutating func addBowling(_ item: Placed) {
        if let last = bowling.last, isOneTable(last, item) {
            bowling[bowling.count - 1].content.innings.bowling += item.content.innings.bowling
            return
        }
        // A side bowls in one table: a second one behind it, on the next page, goes on with it.
        if let last = bowling.last, last.section.page + 1 == item.section.page, isLast(last),
            item.section.header.goesOn || item.section.header.isAlike(last.section.header)
        {
            bowling[bowling.count - 1].content.innings.bowling += item.content.innings.bowling
        } else {
            bowling.append(item)
        }
    }

    /// Whether `O. M. R. W.  O. M. R. W.` are one table: beside one another, and no batters stand above the one without the other.
    private func isOneTable(_ table: Placed, _ next: Placed) -> Bool {
        guard table.part == next.part, table.section.header.row == next.section.header.row else { return false }
        return !batting.contains { (placed, _) in
            placed.part == part
                && (placed.section.left >= table.section.right
                    || placed.section.header.row < next.section.header.row && placed.section.right <= next.section.left)
        }
    }

    /// Whether no innings begins behind this table.
    private func isLast(_ table: Placed) -> Bool {
        guard let innings = batting.last(where: { !$0.placed.section.header.goesOn })?.placed.section else {
            return true
        }
        return (innings.page, innings.header.top) < (table.section.page, table.section.header.top)
    }

    /// Tables side by side from left to right, others from top to bottom.
    private static func readingOrder(_ placed: [Placed]) -> [Placed] {
        placed.sorted { one, other in
            let first = one.section
            let second = other.section
            let beside = first.right <= second.left || second.right <= first.left
            if beside, (first.header.top - second.header.top).magnitude < 6 * first.header.height {
                return first.header.left < second.header.left
            }
            if beside, first.header.top < second.bottom, second.header.top < first.bottom {
                return first.header.left < second.header.left
            }
            return first.header.top < second.header.top
        }
    }

    private mutating func addBatting(_ item: Placed, _ all: [Placed], _ layout: PageSections) {
        let section = item.section
        let above = all.filter { other in
            other.section.header.row < section.header.row && other.section.left < section.right
                && section.left < other.section.right
        }
        let limit = above.map(\.content.bottom).max() ?? -.infinity
        let rows = layout.rowsAbove(section, limit: limit)
        let foot = section.header.row == 0 ? headings(atFootOf: section.page - 1) : []
        let heading = InningsHeading(label: section.header.label, rows: rows + foot, teams: facts.teams)
        var innings = item.content.innings
        innings.team = heading.team
        innings.total.fill(from: heading.total)
        if innings.extras == DraftExtras() { innings.extras = Self.extras(above: rows) }
        if let last = card.innings.indices.last, continues(innings, card.innings[last]) {
            append(innings, to: last)
            batting.append((item, last))
        } else {
            card.innings.append(innings)
            batting.append((item, card.innings.count - 1))
        }
    }

    private mutating func dropRepeats() {
        let innings = card.innings
        let dropped = innings.indices.filter { index in
            let others = innings.indices.filter { $0 != index }.map { innings[$0] }
            return innings[index].isOfSeason || RepeatedTables.isRepeat(innings[index], of: others)
        }
        let kept = innings.indices.filter { !dropped.contains($0) }
        card.innings = kept.map { innings[$0] }
        batting = batting.compactMap { entry in kept.firstIndex(of: entry.innings).map { (entry.placed, $0) } }
        for page in dropped.map({ innings[$0].page }) {
            let rows = RepeatedTables.withoutRepeats(bowling.map(\.content.innings.bowling), on: page)
            for (table, rows) in zip(bowling.indices, rows) { bowling[table].content.innings.bowling = rows }
        }
        bowling.removeAll { $0.content.innings.bowling.isEmpty }
    }

    /// The extras that some pages print above the batters, near them.
    private static func extras(above rows: [VisualRow]) -> DraftExtras {
        for row in rows.prefix(3) {
            guard let found = SectionKeywords.leading(row.words), found.keyword == .extras else { continue }
            return ExtrasParser.parse(Array(row.words.dropFirst(found.count)))
        }
        return DraftExtras()
    }

    /// Headings of an innings that were left alone at the foot of a page, the last first.
    private func headings(atFootOf page: Int) -> [VisualRow] {
        guard rows.indices.contains(page) else { return [] }
        return rows[page].suffix(2).reversed().filter { InningsHeading.isHeading($0.words, teams: facts.teams) }
    }

    /// Whether a table goes on with the innings of the page before.
    private func continues(_ innings: DraftInnings, _ previous: DraftInnings) -> Bool {
        // A total above the table says nothing of where the table ends; extras do.
        guard innings.page > previous.page, previous.total.runs == nil || previous.extras == DraftExtras(),
            previous.batting.count < 11
        else { return false }
        return innings.team == nil || innings.team?.value == previous.team?.value
    }

    private mutating func append(_ innings: DraftInnings, to index: Int) {
        card.innings[index].batting += innings.batting
        card.innings[index].bowling += innings.bowling
        card.innings[index].didNotBat += innings.didNotBat
        card.innings[index].fallOfWickets += innings.fallOfWickets
        card.innings[index].total.fill(from: innings.total)
        card.innings[index].extras.fill(from: innings.extras)
    }

    /// Without any batting table, as in a caption of a broadcast, each bowling table is an innings: of the side whose total stands
    /// with it, or that its heading names.
    private mutating func takeBowlingAlone() {
        guard card.innings.isEmpty else { return }
        for item in bowling where item.content.innings.bowling.count >= 3 {
            let lines = item.content.leftOver + item.above
            let score = lines.lazy.compactMap { ScoreLine($0.words) { _ in true } }.first
            let heading = InningsHeading(label: item.section.header.label, rows: item.above, teams: facts.teams)
            var innings = DraftInnings()
            innings.page = item.section.page
            innings.team = score?.team ?? heading.team
            innings.total = score?.total ?? heading.total
            guard innings.team != nil, let runs = innings.total.runs?.value else { continue }
            // Figures without heads are an analysis only where they make about that total: a sheet of another game has figures too.
            let conceded = item.content.innings.bowling.compactMap { $0.runs?.value }.reduce(0, +)
            guard item.section.header.isPrinted || conceded * 2 >= runs && conceded <= runs else { continue }
            card.innings.append(innings)
        }
    }

    /// A club's page tells of the other side its total alone, `Kent Batting`, `232 for 5 in 35 overs`, above `Essex Bowling`.
    private mutating func takeInningsOfBowling() {
        guard card.innings.count == 1, let place = batting.first?.placed,
            let index = bowling.firstIndex(where: { $0.above.count >= 3 && $0.above[0].words.last?.key == "bowling" })
        else { return }
        let (item, above) = (bowling[index], bowling[index].above)
        let total = TotalParser.parse(above[1].words)
        guard above[2].words.last?.key == "batting", above[1].words[0].hasDigit, total.runs != nil,
            total.wickets != nil, let team = InningsHeading.team(above[2].words)
        else { return }
        var innings = item.content.innings
        (innings.team, innings.total) = (team, total)
        let isFirst = (item.section.page, item.section.header.top) < (place.section.page, place.section.header.top)
        card.innings.insert(innings, at: isFirst ? 0 : 1)
        if isFirst { batting = batting.map { ($0.placed, $0.innings + 1) } }
        bowling.remove(at: index)
    }

    /// Gives each bowling table to the innings whose dismissals and runs it explains best, else to the nearest above.
    private mutating func attachBowling() {
        let isListed = isBowlingListed
        let scores = bowling.indices.map { table in
            card.innings.indices.map { score(bowling[table], $0) + (isListed && table == $0 ? 1.5 : 0) }
        }
        let innings = TableShares(scores).innings
        for (table, index) in innings.enumerated() {
            if let index { attach(bowling[table].content.innings, to: index) }
        }
        // More tables than innings: a table went on over a page break.
        for table in bowling.indices where innings[table] == nil {
            let best = scores[table].indices.max { scores[table][$0] < scores[table][$1] }
            if let best, card.innings[best].bowling.count < 11 { attach(bowling[table].content.innings, to: best) }
        }
    }

    /// Whether a table for each innings stands behind the last of them: then they are in the order of the innings.
    private var isBowlingListed: Bool {
        guard bowling.count == card.innings.count, bowling.count > 1, let first = bowling.first else { return false }
        let place = { (table: Placed) in (table.section.page, table.part, table.section.header.top) }
        return batting.allSatisfy { place($0.placed) < place(first) }
    }

    private mutating func attach(_ content: DraftInnings, to index: Int) {
        card.innings[index].bowling += content.bowling
        if card.innings[index].didNotBat.isEmpty { card.innings[index].didNotBat = content.didNotBat }
        if card.innings[index].fallOfWickets.isEmpty { card.innings[index].fallOfWickets = content.fallOfWickets }
    }

    private func score(_ table: Placed, _ index: Int) -> Double {
        let innings = card.innings[index]
        let bowlers = table.content.innings.bowling
        let names = bowlers.compactMap { $0.player.map { PlayerName($0.value) } }
        let credited = innings.batting.compactMap { $0.bowler.map { PlayerName($0.value) } }
        var score = 0.0
        if !credited.isEmpty {
            let found = credited.count { name in names.contains { $0.matches(name) } }
            score += 4 * Double(found) / Double(credited.count)
        }
        if let total = innings.total.runs?.value, let sum = Innings.sum(bowlers.map { $0.runs?.value }) {
            let byes = (innings.extras.byes?.value ?? 0) + (innings.extras.legByes?.value ?? 0)
            if sum == total - byes { score += 2 }
        }
        return score + proximity(table, index)
    }

    /// Most for the innings whose table is the last one above, about 1 for one beside the table, less for others: sides that bat
    /// twice have the same bowlers in two innings.
    private func proximity(_ table: Placed, _ index: Int) -> Double {
        let tables = batting.filter { $0.innings == index }
        guard let last = tables.last?.placed else { return 0 }
        let parts = table.part - last.part
        if parts != 0 { return parts == 1 ? 0.3 : 0 }
        let beside = last.section.right <= table.section.left || table.section.right <= last.section.left
        let below = table.section.header.top - last.section.header.top
        if beside { return below.magnitude < 0.5 * (last.section.bottom - last.section.header.top) ? 0.6 : 0.1 }
        if below < 0 { return 0 }
        let near = 1 / (1 + below / max(last.section.bottom - last.section.header.top, 1))
        let isNext = !batting.contains { other in
            other.innings != index && other.placed.part == table.part
                && other.placed.section.header.top > last.section.header.top
                && other.placed.section.header.top < table.section.header.top
        }
        return isNext ? near + 1.5 : near
    }

    private mutating func finish() -> DraftCard {
        var card = card
        card.innings = card.innings.filter { innings in
            !innings.bowling.isEmpty && innings.batting.isEmpty && innings.total.runs != nil
                || innings.batting.contains { $0.player != nil && $0.runs != nil }
                || innings.batting.count { $0.player != nil && $0.howOut != nil } >= 3
        }
        FallLists.deal(&card)
        for index in card.innings.indices {
            card.innings[index].fallOfWickets = FallOvers.pointed(card.innings[index].fallOfWickets)
        }
        heads.complete(&card)
        FootScore.complete(&card, from: rows.last ?? [])
        if !card.innings.isEmpty { told.insert(into: &card) }
        OwnBowling.settle(&card, namesBoth: facts.teams.count > 1)
        let sides = card.innings.isEmpty ? summarise(&card) : heads.teams(besides: facts.teams)
        // Two rows of a card may look like balls by chance.
        if card.deliveries.isEmpty {
            card.deliveries = rows.map { BallPage($0).deliveries }.filter { $0.count > 2 }.flatMap { $0 }
        }
        card.teams = sides.isEmpty ? teamsOfInnings(card) : SideAgreement.unabbreviated(sides, teamsOfInnings(card))
        card.toss = facts.toss
        card.result = facts.result(of: (card.teams + card.innings.compactMap(\.team)).map(\.value))
        card.matchType = facts.matchType
        card.venue = facts.venue(besides: (card.teams + card.innings.compactMap(\.team)).map(\.value))
        card.date = facts.date
        return card.innings.isEmpty && card.deliveries.isEmpty ? DraftCard() : card
    }

    /// Reads pages without a batting table; the sides they name.
    private mutating func summarise(_ card: inout DraftCard) -> [Read<String>] {
        var sides: [Read<String>] = []
        facts = MatchFacts()
        for (number, page) in pages.enumerated() {
            let balls = BallPage(rowsWithDots(of: page, number: number))
            let summary = SummaryPage(balls.otherRows, page: number, facts: facts)
            guard summary.isConvincing || !balls.deliveries.isEmpty else { continue }
            facts = summary.facts
            sides += summary.teams
            card.innings += summary.innings
            card.deliveries += balls.deliveries
        }
        return sides
    }

    /// The rows of a page on which lone dots are words; those of most pages, which have none, are known.
    private func rowsWithDots(of page: RecognizedPage, number: Int) -> [VisualRow] {
        guard page.words.contains(where: { $0.text == "." }) else { return rows[number] }
        return VisualRows.group(PageLevel.words(of: page, keepsDots: true))
    }

    private func teamsOfInnings(_ card: DraftCard) -> [Read<String>] {
        var teams: [Read<String>] = []
        for team in card.innings.compactMap(\.team) where !teams.contains(where: { $0.value == team.value }) {
            teams.append(team)
        }
        return teams
    }
}
