internal import Recognition

/// Reads the rows of a batting table, a batter on one line or on two.
struct BattingTable {
    private let header: TableHeader
    private let rows: TableRows
    /// Where the column of dismissals begins, when the rows agree on one.
    private let dismissalLeft: Double?
    /// Whether dismissals stand on lines of their own.
    private let isTwoLined: Bool

    private(set) var batters: [DraftBatter] = []
    /// Words of the last entry's dismissal, which the next row may go on with.
    private var lastDismissal: [PageWord] = []
    /// A name that waits for the figures of the next row.
    private var pendingName: [PageWord] = []
    /// Whether that row may be all there is of a player: a sheet has a row for each of the side, whether he batted or not.
    private var isPendingPlayer = false
    /// Where the last name began.
    private var nameLeft: Double?
    /// Batters whose name stood alone above their figures.
    private var stacked = 0

    init(header: TableHeader, rows: TableRows, body: [VisualRow]) {
        self.header = header
        self.rows = rows
        let starts = Self.dismissals(rows: rows, body: body)
        let alone = starts.count { $0.index == 0 }
        isTwoLined = alone >= 3 && alone * 2 > starts.count
        dismissalLeft = isTwoLined ? nil : Self.dismissalLeft(header: header, starts)
    }

    /// Takes in a row; false when it is none of this table's.
    mutating func add(_ visual: VisualRow) -> Bool {
        let row = rows.row(visual)
        // A long dismissal alone in its line reaches below the heads of the figures.
        let isReaching = !row.hasFigures && Self.isDismissalOfWords(visual.words)
        var text = Self.withoutRowNumber(isReaching ? visual.words : row.text)
        let start = dismissalStart(in: text)
        // A bowler's row has more figures than this table has columns, and no dismissal.
        if start == nil, text.count(where: { NumericText.overs($0.text) != nil && $0.hasDigit }) >= 2 { return false }
        if row.hasFigures || row.hasCells && start != nil && !isReaching {
            let name = start.map { Array(text[..<$0]) } ?? text
            let dismissal = start.map { Array(text[$0...]) } ?? []
            if name.isEmpty, !pendingName.isEmpty { stacked += 1 }
            if !name.isEmpty { addPendingPlayer() }
            addFigures(row, name: name.isEmpty ? pendingName : name, dismissal: dismissal)
            pendingName = []
            return true
        }
        if text.isEmpty { return row.hasCells }
        if start == 0, pendingName.isEmpty || batters.last?.dismissal == nil { return addDismissal(text) }
        if start == 0 {
            addFigures(row, name: pendingName, dismissal: text)
            pendingName = []
            return true
        }
        // Whatever an engine made of its beginning.
        if let start, start > 0, isTwoLined, batters.last?.dismissal == nil, text[start].key == "b" {
            return addDismissal(text)
        }
        if let start {
            addPendingPlayer()
            addFigures(row, name: Array(text[..<start]), dismissal: Array(text[start...]))
            return true
        }
        if continuesDismissal(text) { return addDismissal(text) }
        text.removeAll { $0.key.isEmpty && !Self.marks.contains($0.text) }
        let isPlayer = isPlayerAlone(text, in: row)
        let isBelow = isBelowPending(text)
        if isPlayer && isPendingPlayer || isBelow, looksLikeName(text) { addPendingName() }
        isPendingPlayer = isPlayer || isBelow
        // A name alone on its line: the figures stand between it and the dismissal below, or this is no row.
        guard pendingName.isEmpty, !text.isEmpty, looksLikeName(text) else {
            pendingName = []
            return false
        }
        pendingName = text
        return true
    }

    /// Whether a row is a dismissal, and its last word is one too.
    private static func isDismissalOfWords(_ words: [PageWord]) -> Bool {
        words.count > 2 && DismissalParser.begins(words, at: 0)
            && words.allSatisfy { !$0.hasDigit && !$0.isDash } && words[words.count - 1].key.utf8.count > 2
    }

    /// Takes what a row says of the batter above it.
    mutating func add(_ opened: OpenedRow) {
        if let last = batters.indices.last { batters[last].fill(from: opened) }
    }

    /// The batters, with what a star means: a captain where the dismissal is printed beside it, else a batter not out.
    mutating func finished() -> [DraftBatter] {
        if isPendingPlayer && batters.count >= 7 || isLastStacked { addPendingName() }
        // A side has one captain: two stars, or one beside a `(c)`, are those of the batters not out.
        let starred = batters.filter { $0.nameStar != nil }
        let isStarForNotOut =
            starred.count + batters.count { $0.captain != nil && $0.nameStar == nil } > 1
            && starred.allSatisfy { $0.howOut?.value == .notOut }
        return batters.map { batter in
            var batter = batter
            guard let star = batter.nameStar ?? batter.runsStar else { return batter }
            if batter.nameStar != nil, batter.dismissal != nil, !isStarForNotOut {
                batter.captain = batter.captain ?? Read(true, star)
            } else if batter.howOut == nil {
                batter.howOut = Read(.notOut, star)
            }
            return batter
        }
    }

    /// Whether a name stands with a number, or below the others of a table whose dismissals stand beside them.
    private func isPlayerAlone(_ text: [PageWord], in row: TableRow) -> Bool {
        guard let left = text.first?.left else { return false }
        if row.text.count > text.count, Int(row.text[0].key) != nil { return true }
        guard batters.count >= 5, let above = nameLeft, (left - above).magnitude < text[0].height else { return false }
        return dismissalLeft.map { (text.last?.right ?? 0) < $0 } ?? isCapitalised(text)
    }

    /// Whether a name stands right below one that waits, in a table whose names all stand alone: those are yet to bat.
    private func isBelowPending(_ text: [PageWord]) -> Bool {
        guard let waiting = pendingName.first, let first = text.first,
            (first.left - waiting.left).magnitude < first.height
        else { return false }
        guard stacked < 2 else { return true }
        return batters.count >= 2 && nameLeft.map { (first.left - $0).magnitude < first.height } == true
            && isCapitalised(pendingName) && isCapitalised(text)
    }

    /// `Lee *`, `Fox +`
    private static let marks: Set = ["*", "+", "\u{2020}"]

    private func isCapitalised(_ marked: [PageWord]) -> Bool {
        let words = marked.filter { !Self.marks.contains($0.text) }
        return (1...4).contains(words.count)
            && words.allSatisfy { word in
                word.text.contains(where: \.isUppercase) && !word.text.hasSuffix(":")
                    || NameText.particles.contains(word.text)
            }
    }

    /// Whether the last batter is a name and nothing else.
    private var isLastAlone: Bool { batters.last.map { $0.dismissal == nil && $0.cells.isEmpty } ?? false }

    private var isLastStacked: Bool {
        guard stacked >= 2 || isLastAlone, let waiting = pendingName.first, let nameLeft else { return false }
        return (waiting.left - nameLeft).magnitude < waiting.height
    }

    /// Takes the whole name that waits for that of a player, where another begins behind it.
    private mutating func addPendingPlayer() {
        // `H.P.H.Sharp` is a whole name too.
        if isPendingPlayer, pendingName.count > 1 || pendingName.first.map({ $0.text.dropLast().contains(".") }) == true
        {
            addPendingName()
        }
        pendingName = []
        isPendingPlayer = false
    }

    /// Takes the name that waits for one of a player who did nothing.
    private mutating func addPendingName() {
        defer { pendingName = [] }
        guard let marked = NameText.marked(pendingName), let player = Read(marked.name, from: marked.words) else {
            return
        }
        var batter = DraftBatter(player: player)
        if marked.captain || marked.starred { batter.captain = Read(true, from: marked.words) }
        if marked.keeper { batter.keeper = Read(true, from: marked.words) }
        batters.append(batter)
        lastDismissal = []
    }

    /// Whether the last batter has noughts and no dismissal, as others have: one may stand below him, `Yet to bat`.
    var lacksDismissal: Bool {
        batters.last.map { $0.dismissal == nil && $0.runs?.value == 0 } == true
            && batters.dropLast().contains { $0.dismissal != nil }
    }

    /// Whether the last row was a name without figures.
    var isWaiting: Bool { !pendingName.isEmpty }

    private func looksLikeName(_ words: [PageWord]) -> Bool {
        words.count <= 6 && !words.contains { $0.hasDigit } && (words.first?.left ?? 0) < header.right
    }

    private mutating func addFigures(_ row: TableRow, name: [PageWord], dismissal: [PageWord]) {
        var batter = DraftBatter()
        // The header read once more, as a page repeats it or a band of it was misread.
        if name.count == 1, HeaderWords.term(name[0].key)?.batting == .name { return }
        if let marked = NameText.marked(name) {
            batter.player = Read(marked.name, from: marked.words)
            if marked.captain { batter.captain = Read(true, from: name) }
            if marked.keeper { batter.keeper = Read(true, from: name) }
            if marked.starred { batter.nameStar = Evidence(name) }
        }
        nameLeft = name.first?.left ?? nameLeft
        batter.unread = row.unread(rows.columns)
        batter.cells = row.words(rows.columns)
        for (index, cell) in rows.columns.enumerated() {
            switch cell.column {
            case .runs:
                batter.runs = row.integer(index)
                if let word = row.cells[index], word.text.hasSuffix("*") { batter.runsStar = Evidence([word]) }
            case .balls: batter.balls = row.integer(index)
            case .fours: batter.fours = row.integer(index)
            case .sixes: batter.sixes = row.integer(index)
            case .minutes: batter.minutes = row.integer(index)
            case .strikeRate: batter.strikeRate = row.decimal(index)
            default: continue
            }
        }
        lastDismissal = []
        batters.append(batter)
        if !dismissal.isEmpty { _ = addDismissal(dismissal) }
    }

    /// Without what an engine makes of leaders of dots behind a dismissal, or of an arrow: `b Singh v` opens a row.
    private static func withoutLeaders(_ printed: [PageWord]) -> [PageWord] {
        let doubtful = printed.reversed().prefix {
            $0.source == .ocr && $0.confidence <= 0.3 && !$0.text.contains("(") && !$0.text.contains(")")
        }
        let isNoise = doubtful.count > 1 || doubtful.first.map { !looksLikeName($0) } == true
        let rest = printed.dropLast(doubtful.count)
        let words = isNoise && rest.count > 1 && rest.last.map { $0.key.count > 2 } == true ? Array(rest) : printed
        guard words.count > 1, let last = words.last, last.text.count == 1, let sign = last.text.first,
            // `c ? b ?`: nobody knows who.
            !last.isUnknown || !["b", "c", "st"].contains(words[words.count - 2].text),
            sign == "v" || sign == "y" || !sign.isLetter && !sign.isNumber && !")/&*+".contains(sign)
        else { return words }
        return words.dropLast()
    }

    /// `b Grundy` for `b Grundy.`; initials and what is short keep their points.
    private static func withoutStop(_ words: [PageWord]) -> [PageWord] {
        guard let last = words.last, last.text.hasSuffix("."), last.text.count > 4 || last.text == "out.",
            last.text.dropLast().allSatisfy({ $0.isLetter || $0 == "'" || $0 == "-" })
        else { return words }
        return words.dropLast() + [last.part(last.text.dropLast(), of: last.text)]
    }

    private static func looksLikeName(_ word: PageWord) -> Bool {
        word.text.first?.isUppercase == true && word.text.contains(where: \.isLowercase)
            && word.text.allSatisfy(\.isLetter)
    }

    /// Gives the last batter a dismissal, or the rest of one.
    private mutating func addDismissal(_ printed: [PageWord]) -> Bool {
        let words = Self.withoutStop(Self.withoutLeaders(printed))
        guard var batter = batters.popLast() else { return false }
        defer { batters.append(batter) }
        guard batter.dismissal == nil || continuesDismissal(words) else { return false }
        lastDismissal += DismissalParser.respelled(words)
        let text = lastDismissal.map(\.text).joined(separator: " ")
        // The comma before the runs parts the cells of a line.
        batter.dismissal = Read(text.hasSuffix(",") ? String(text.dropLast()) : text, from: lastDismissal)
        var parsed = DismissalParser.parse(lastDismissal)
        batter.howOut = parsed.howOut.flatMap { Read($0, from: lastDismissal) }
        if let fielder = header.cell(.fielder), let bowler = header.cell(.bowler),
            !lastDismissal.dropFirst().contains(where: { $0.text == "b" })
        {
            parsed.takeColumns(lastDismissal, fielder: fielder, bowler: bowler)
            batter.howOut = parsed.howOut.flatMap { Read($0, from: lastDismissal) }
            batter.fielder = NameText.marked(parsed.fielder).flatMap { Read($0.name, from: $0.words) }
            batter.bowler = NameText.marked(parsed.bowler).flatMap { Read($0.name, from: $0.words) }
            return true
        }
        if parsed.bowler.isEmpty, header.cell(.bowler) != nil || !header.isPrinted {
            parsed.takeBowlersColumn(lastDismissal)
        }
        batter.fielder = Self.fielders(parsed.fielder, of: parsed.howOut)
        batter.bowler = NameText.plain(parsed.bowler).flatMap { Read($0, from: parsed.bowler) }
        return true
    }

    /// Two share a run out: `H. Taylor / B. Hoani`, `Park, Jagoe`, `Short/\u{2020}Moores`.
    private static func fielders(_ words: [PageWord], of howOut: HowOut?) -> Read<String>? {
        let parted = words.enumerated().map { index, word in
            guard howOut == .runOut, word.text.hasSuffix(","), word.text.count > 2, index + 1 < words.count else {
                return word
            }
            return word.part(word.text.dropLast() + "/", from: 0, to: 1)
        }
        return NameText.plain(parted).flatMap {
            Read(
                $0.replacing(" / ", with: "/").replacing("/ ", with: "/").replacing("/\u{2020}", with: "/"), from: words
            )
        }
    }

    /// Whether the last dismissal is unfinished and these words stand under it.
    private func continuesDismissal(_ words: [PageWord]) -> Bool {
        guard let last = lastDismissal.last, let first = lastDismissal.first, let left = words.first?.left else {
            return false
        }
        let open = lastDismissal.count { $0.text.contains("(") } > lastDismissal.count { $0.text.contains(")") }
        let hanging = open || last.key == "b" || last.key == "c" || last.text.hasSuffix("/") || last.text.hasSuffix("&")
        // `c Lee b` at the end of a line goes on below it, where the next line begins.
        if last.key == "b", words.count <= 3, left < first.left, !words.contains(where: \.hasDigit) { return true }
        return hanging && (left - first.left).magnitude < 4 * first.height
    }

    private func dismissalStart(in text: [PageWord]) -> Int? {
        guard let dismissalLeft, !text.isEmpty else { return Self.freeStart(in: text) }
        let edge = dismissalLeft - 0.8 * text[0].height
        if let index = text.firstIndex(where: { $0.left >= edge }), index > 0 {
            // A long name may reach into the column; the words themselves say where it ends.
            // `E Hall c Hartley` where the others' dismissals begin behind Hartley: names have no small letters of that kind.
            if let said = Self.freeStart(in: text), 1..<index ~= said, DismissalParser.isPlain(text[said]),
                said + 1 < index || text[said].key == "lbw" || !DismissalParser.begins(text, at: index)
            {
                return said
            }
            let isApart = text[index].left - text[index - 1].right > 1.5 * text[index].height
            if !isApart, !DismissalParser.begins(text, at: index), let said = Self.freeStart(in: text), said >= index {
                return said
            }
            return index
        }
        return Self.freeStart(in: text)
    }

    /// The text of a row without a dash or the row's number before it: behind a number `C Ives` is not `c Ives`.
    private static func withoutRowNumber(_ text: [PageWord]) -> [PageWord] {
        let rest = text.drop { $0.isDash && !$0.text.contains("*") }
        guard rest.count > 2, let number = rest.first, Int(number.key).map({ 1...15 ~= $0 }) == true else {
            return Array(rest)
        }
        // When the batter came and went stands before the names of a scorebook: `1 1.30 1.39 L. Thompson`.
        let times = rest.dropFirst().prefix { Double($0.text) != nil }
        return Array(rest.dropFirst(times.count <= 2 && rest.count > times.count + 1 ? times.count + 1 : 1))
    }

    /// The start as the words tell it: not the first word, unless it can be nothing else.
    private static func freeStart(in text: [PageWord]) -> Int? {
        guard let first = text.first else { return nil }
        let initial = first.text.unicodeScalars.first
        let next = DismissalParser.start(in: text, from: 1)
        // Players are called DNB too.
        let isInitials = first.text == "DNB" && next != nil
        if !isInitials, initial?.properties.isUppercase == false || first.key.count > 2,
            DismissalParser.begins(text, at: 0)
        {
            return 0
        }
        return next
    }

    /// Where the dismissal of each row begins, as far as its words tell.
    private static func dismissals(rows: TableRows, body: [VisualRow]) -> [(index: Int, word: PageWord)] {
        body.compactMap { visual in
            guard SectionKeywords.leading(visual.words) == nil else { return nil }
            let text = withoutRowNumber(rows.row(visual).text)
            return freeStart(in: text).map { ($0, text[$0]) }
        }
    }

    private static func dismissalLeft(header: TableHeader, _ starts: [(index: Int, word: PageWord)]) -> Double? {
        let words = starts.filter { $0.index > 0 }.map(\.word)
        guard words.count >= 3 else { return header.cell(.dismissal)?.left }
        let middle = Slope.median(words.map(\.left))
        let unit = max(words.map(\.height).max() ?? 1, 1)
        let near = words.count { ($0.left - middle).magnitude < 0.7 * unit }
        return near * 3 >= words.count * 2 ? middle : nil
    }
}
