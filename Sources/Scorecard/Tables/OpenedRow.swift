internal import Recognition

/// The figures that a row of a phone's table shows below it when it is opened: `4s 1 6s 0 S/R 71.43`, `Wides 1 No balls 0 Econ 3.86`;
/// or those that papers print below a batter: `(150min, 121 balls, 8 fours)`.
struct OpenedRow {
    private(set) var figures: [Column: PageWord] = [:]

    /// Reads a row of labels with a figure behind each, a rate among them, or of figures with a unit each, balls among them; nil
    /// when it is none.
    init?(_ words: [PageWord], kind: TableKind) {
        if kind == .batting, let counted = Self.counted(words) {
            figures = counted
            return
        }
        guard (3...8).contains(words.count) else { return nil }
        var rest = words[...]
        while !rest.isEmpty {
            guard let (column, figure, count) = Self.figure(rest, kind) else { return nil }
            figures[column] = figure
            rest = rest.dropFirst(count)
        }
        guard figures.count >= 2, figures[.strikeRate] != nil || figures[.economy] != nil else { return nil }
    }

    private static let units: [(name: String, column: Column)] = [
        ("minutes", .minutes), ("mins", .minutes), ("min", .minutes), ("balls", .balls), ("ball", .balls),
        ("bls", .balls), ("fours", .fours), ("four", .fours), ("sixes", .sixes), ("six", .sixes),
    ]

    /// The figures of `69 balls, 2 sixes, 4 fours` and `(150min, 121 balls)`.
    private static func counted(_ words: [PageWord]) -> [Column: PageWord]? {
        guard (1...9).contains(words.count) else { return nil }
        var figures: [Column: PageWord] = [:]
        var waiting: PageWord?
        for word in words {
            let text = word.text.filter { $0.isLetter || $0.isNumber }
            let lower = text.lowercased()
            let unit = units.first { lower.hasSuffix($0.name) }
            let figure = text.dropLast(unit?.name.count ?? 0)
            if !figure.isEmpty {
                guard waiting == nil, figure.count <= 3, NumericText.integer(String(figure)) != nil else { return nil }
                waiting = word.part(String(figure), from: 0, to: Double(figure.count) / Double(text.count))
            }
            guard let unit else { continue }
            guard let value = waiting, figures[unit.column] == nil else { return nil }
            figures[unit.column] = value
            waiting = nil
        }
        return waiting == nil && figures[.balls] != nil ? figures : nil
    }

    /// The labelled figure that these words begin with, and how many of them it takes.
    private static func figure(
        _ words: ArraySlice<PageWord>, _ kind: TableKind
    ) -> (column: Column, figure: PageWord, count: Int)? {
        let parted = words.prefix(3).flatMap(unglued)
        guard parted.count >= 2 else { return nil }
        let isPair = HeaderWords.joined(parted[0].key, parted[1].key)
        let labels = isPair == nil ? 1 : 2
        guard let column = HeaderWords.term(isPair ?? parted[0].key)?.column(in: kind), !column.isText,
            parted.count > labels, NumericText.decimal(parted[labels].text) != nil, parted[labels].hasDigit
        else { return nil }
        let taken = parted[0].right < words[words.startIndex].right ? 1 : labels + 1
        return (column, parted[labels], taken)
    }

    /// `4s` and `1` for `4s1`; an engine reads `6s1` as 651.
    private static func unglued(_ word: PageWord) -> [PageWord] {
        let text = word.text
        guard text.hasPrefix("4s") || text.hasPrefix("6s") || word.source == .ocr && text.hasPrefix("65"),
            (3...4).contains(text.utf8.count), text.dropFirst(2).allSatisfy(\.isNumber)
        else { return [word] }
        let edge = 2 / Double(text.count)
        return [
            word.part(text.prefix(1) + "s", from: 0, to: edge), word.part(String(text.dropFirst(2)), from: edge, to: 1),
        ]
    }
}

extension DraftBatter {
    /// Takes what the opened row says and the table has no columns for.
    mutating func fill(from opened: OpenedRow) {
        balls = balls ?? opened.integer(.balls)
        fours = fours ?? opened.integer(.fours)
        sixes = sixes ?? opened.integer(.sixes)
        minutes = minutes ?? opened.integer(.minutes)
        strikeRate = strikeRate ?? opened.decimal(.strikeRate)
    }
}

extension DraftBowler {
    /// Takes what the opened row says and the table has no columns for.
    mutating func fill(from opened: OpenedRow) {
        wides = wides ?? opened.integer(.wides)
        noBalls = noBalls ?? opened.integer(.noBalls)
        economy = economy ?? opened.decimal(.economy)
    }
}

extension OpenedRow {
    fileprivate func integer(_ column: Column) -> Read<Int>? {
        figures[column].flatMap { word in
            NumericText.integer(word.text).flatMap { Read($0.number, from: [word], doubt: $0.doubt) }
        }
    }

    fileprivate func decimal(_ column: Column) -> Read<Double>? {
        figures[column].flatMap { word in
            NumericText.decimal(word.text).flatMap { Read($0.number, from: [word], doubt: $0.doubt) }
        }
    }
}
