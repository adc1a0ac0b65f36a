internal import Recognition

/// Reads the best figures of an innings as summaries set them, with commas or in columns:
/// `Smith 57 (44), Jones 21*, Brown 4-33`, `Abbott 6-3/46`, `Hill 3/39 (7)`, `Dale 4-0-22-4`.
struct BestFigures {
    private(set) var batting: [DraftBatter] = []
    private(set) var bowling: [DraftBowler] = []
    private var name: [PageWord] = []
    /// What a bracket behind the last figure belongs to.
    private var last = Last.nothing

    /// Within a bracket of several words: `(44 balls, 5x4)`.
    private var isInBracket = false

    private enum Last { case nothing, batter, bowler }

    /// The players in these words.
    static func parse(_ words: [PageWord]) -> BestFigures {
        var figures = BestFigures()
        var rest = words.flatMap(parted)[...]
        while let word = rest.first {
            if let count = figures.takeWorded(rest) ?? figures.takeWickets(word) ?? figures.takeFigures(rest) {
                rest = rest.dropFirst(count)
            } else {
                figures.takeOther(word)
                rest = rest.dropFirst()
            }
        }
        return figures
    }

    /// `62*` and `(52)` for `62*(52)`, `50` and `n/o` for `50n/o`, `50` and `no` for `50no`.
    private static func parted(_ word: PageWord) -> [PageWord] {
        // `Sheikh-22`
        if let dash = word.text.lastIndex(of: "-"), word.text[..<dash].last?.isLetter == true,
            word.text[..<dash].count > 2, word.text[word.text.index(after: dash)...].first?.isNumber == true
        {
            return [
                word.part(word.text[..<dash], of: word.text),
                word.part(word.text[word.text.index(after: dash)...], of: word.text),
            ]
        }
        let mark =
            word.text.firstIndex(of: "(") ?? word.text.firstRange(of: "n/")?.lowerBound
            ?? ["no", "NO"].lazy.compactMap { word.text.firstRange(of: $0)?.lowerBound }.first
        guard let bracket = mark, bracket > word.text.startIndex,
            word.text[..<bracket].allSatisfy({ $0.isNumber || $0 == "*" })
        else { return [word] }
        let share = Double(word.text[..<bracket].count) / Double(word.text.count)
        return [
            word.part(String(word.text[..<bracket]), from: 0, to: share),
            word.part(String(word.text[bracket...]), from: share, to: 1),
        ]
    }

    /// A figure of at most four digits, as everywhere on a card: longer ones would overflow the sums of the laws.
    private static func integer(_ text: String) -> Int? { text.utf8.count <= 4 ? Int(text) : nil }

    private mutating func takeOther(_ word: PageWord) {
        defer { isInBracket = (isInBracket || word.text.contains("(")) && !word.text.contains(")") }
        if word.hasDigit, takeNotOut(word) || takeBracket(word) || isInBracket { return }
        let isFiller = Self.fillers.contains(word.key) && word.text.first?.isUppercase != true
        if isInBracket || word.key.isEmpty || isFiller || takeNotOut(word) { return }
        name.append(word)
        if word.text.hasSuffix(":") || name.count > 5 { name = [] }
    }

    private static let fillers: Set<String> = ["and", "off", "from", "balls", "b", "overs", "ov"]

    /// `5w`, as histories tell of bowlers whose runs nobody counted.
    private mutating func takeWickets(_ word: PageWord) -> Int? {
        guard let figure = word.key.first?.wholeNumberValue, 1...9 ~= figure, word.key.dropFirst() == "w",
            let player = player()
        else { return nil }
        addBowler(player, wickets: Read(figure, from: [word]), runs: nil)
        return 1
    }

    private mutating func takeNotOut(_ word: PageWord) -> Bool {
        if takeRetired(word) { return true }
        guard last == .batter, name.isEmpty, let index = batting.indices.last else { return false }
        let isShort = ["n.o", "n/o", "n/0", "n.0"].contains { word.text.lowercased().hasPrefix($0) }
        let isAlone = word.key == "no" && !isShort
        if isShort { batting[index].dismissal = Read(word.text.hasPrefix("n.o") ? "n.o" : "n/o", from: [word]) }
        if isAlone { batting[index].dismissal = Read("no", from: [word]) }
        if word.key == "out" { batting[index].dismissal = Read("not out", from: [word]) }
        if word.key == "batting" { batting[index].dismissal = Read("batting", from: [word]) }
        if ["out", "batting"].contains(word.key) || isShort || isAlone {
            batting[index].howOut = Read(.notOut, from: [word])
        }
        return ["not", "out", "batting"].contains(word.key) || isShort || isAlone
    }

    /// `26 retired`
    private mutating func takeRetired(_ word: PageWord) -> Bool {
        guard last == .batter, name.isEmpty, word.key == "retired", let index = batting.indices.last else {
            return false
        }
        batting[index].howOut = Read(.retiredHurt, from: [word])
        batting[index].dismissal = Read("retired", from: [word])
        return true
    }

    /// Takes the figures that these words begin with; how many words, nil when there are none.
    private mutating func takeFigures(_ words: ArraySlice<PageWord>) -> Int? {
        guard let word = words.first, word.hasDigit, !word.text.hasPrefix("(") else { return nil }
        // `Khaled Mashud n.o 48`
        let notOut = name.count > 1 ? name.last.flatMap { $0.text.lowercased().hasPrefix("n.o") ? $0 : nil } : nil
        if notOut != nil { name.removeLast() }
        guard let player = player() else { return nil }
        let tokens = Tokenizer.tokens([word]).filter { $0.kind != .mark || $0.isSeparator || $0.text == "*" }
        let numbers = tokens.filter { $0.kind == .number }.map(\.text)
        guard tokens.allSatisfy({ $0.kind != .letters }) || NumericText.integer(word.text) != nil else { return nil }
        if numbers.count > 1 { return takeAnalysis(numbers, word, player) ? 1 : nil }
        let key = words.dropFirst().first?.key ?? ""
        if key == "for", let wickets = NumericText.integer(word.text)?.number, wickets <= 10,
            let behind = words.dropFirst(2).first, let runs = NumericText.integer(behind.text)?.number
        {
            let both = [word, words[words.startIndex + 1], behind]
            addBowler(player, wickets: Read(wickets, from: both), runs: Read(runs, from: both))
            return 3
        }
        if let analysis = Self.misreadAnalysis(word, before: words.dropFirst().first { !$0.isDash && !$0.key.isEmpty })
        {
            addBowler(player, wickets: analysis.wickets, runs: analysis.runs)
            return 1
        }
        guard let runs = NumericText.integer(word.text), runs.number <= 500 else { return nil }
        var batter = DraftBatter()
        batter.player = player
        batter.runs = Read(runs.number, from: [word], doubt: runs.doubt)
        if runs.starred || word.text.hasSuffix("*,") { batter.howOut = Read(.notOut, from: [word]) }
        if let mark = notOut {
            (batter.howOut, batter.dismissal) = (Read(.notOut, from: [mark]), Read("n.o", from: [mark]))
        }
        batting.append(batter)
        last = .batter
        return 1
    }

    /// `3144 (7)` for `3/44 (7)`: no batter has that many runs, nor faces 2.2 balls or scores more than six of each.
    private static func misreadAnalysis(_ word: PageWord, before bracket: PageWord?) -> (
        wickets: Read<Int>?, runs: Read<Int>?
    )? {
        let digits = Array(word.text.utf8)
        guard word.source == .ocr, (3...4).contains(digits.count), digits[1] == 0x31, let figure = Int(word.text) else {
            return nil
        }
        let inside = bracket.flatMap { word in
            word.text.hasPrefix("(") ? Tokenizer.tokens([word]).first { $0.kind == .number }?.text : nil
        }
        let isOvers = inside.map { $0.contains(".") || (Self.integer($0) ?? 0) * 6 < figure } ?? false
        guard figure > 500 || isOvers, let wickets = Int(word.text.prefix(1)), let runs = Int(word.text.dropFirst(2))
        else {
            return nil
        }
        return (Read(wickets, from: [word], doubt: 0.5), Read(runs, from: [word], doubt: 0.5))
    }

    /// Takes a bracket that says what its figures are, `(120 runs, 108 balls, 4x9)`, or whose figures can only be runs and
    /// wickets, `(34 for 5)`; how many words, nil when there is none.
    private mutating func takeWorded(_ words: ArraySlice<PageWord>) -> Int? {
        guard !name.isEmpty, words.first?.text.hasPrefix("(") == true,
            let close = words.prefix(12).firstIndex(where: { $0.text.contains(")") })
        else { return nil }
        let inside = Array(words[words.startIndex...close])
        let numbers = inside.compactMap { Self.integer($0.text.filter(\.isNumber)) }
        if inside.count == 3, inside[1].key == "for", numbers.count == 2, numbers[0] > 10, numbers[1] <= 10,
            let player = player()
        {
            addBowler(player, wickets: Read(numbers[1], from: inside), runs: Read(numbers[0], from: inside))
            return inside.count
        }
        guard let figures = WordedFigures.figures(in: inside), let runs = figures[.runs], let player = player() else {
            return nil
        }
        var batter = DraftBatter()
        batter.player = player
        (batter.runs, batter.balls) = (Self.read(runs), figures[.balls].flatMap(Self.read))
        (batter.fours, batter.sixes) = (figures[.fours].flatMap(Self.read), figures[.sixes].flatMap(Self.read))
        let notOut = inside.filter { $0.key == "not" || $0.key == "out" }
        if notOut.count == 2 {
            (batter.howOut, batter.dismissal) = (Read(.notOut, from: notOut), Read("not out", from: notOut))
        }
        batting.append(batter)
        last = .batter
        return inside.count
    }

    private static func read(_ figure: PageWord) -> Read<Int>? {
        integer(figure.text).flatMap { Read($0, from: [figure]) }
    }

    /// `3/39`, `3-39`, `6-3/46`, `4-0-22-4`.
    private mutating func takeAnalysis(_ numbers: [String], _ word: PageWord, _ player: Read<String>) -> Bool {
        func read(_ index: Int) -> Read<Int>? { Self.integer(numbers[index]).flatMap { Read($0, from: [word]) } }
        switch numbers.count {
        case 2:
            guard let wickets = read(0), wickets.value <= 10, let runs = read(1) else { return false }
            addBowler(player, wickets: wickets, runs: runs)
        case 3:
            guard Overs(numbers[0]) != nil, var wickets = read(1), var runs = read(2) else { return false }
            // `2-29-0` has the runs before the wickets, `6-3/46` behind them.
            if runs.value <= min(10, wickets.value), !word.text.contains("/") { swap(&wickets, &runs) }
            guard wickets.value <= 10 else { return false }
            addBowler(player, wickets: wickets, runs: runs)
            bowling[bowling.count - 1].overs = Read(numbers[0], from: [word])
        case 4:
            guard Overs(numbers[0]) != nil, let wickets = read(3), wickets.value <= 10, let runs = read(2) else {
                return false
            }
            addBowler(player, wickets: wickets, runs: runs)
            bowling[bowling.count - 1].overs = Read(numbers[0], from: [word])
            bowling[bowling.count - 1].maidens = read(1)
        default: return false
        }
        return true
    }

    private mutating func addBowler(_ player: Read<String>, wickets: Read<Int>?, runs: Read<Int>?) {
        var bowler = DraftBowler()
        bowler.player = player
        bowler.wickets = wickets
        bowler.runs = runs
        bowling.append(bowler)
        last = .bowler
    }

    /// `(44)`: the balls of a batter, the overs of a bowler.
    private mutating func takeBracket(_ word: PageWord) -> Bool {
        guard name.isEmpty, last != .nothing,
            let first = Tokenizer.tokens([word]).first(where: { $0.kind == .number })?.text
        else {
            return false
        }
        switch last {
        case .batter:
            guard let index = batting.indices.last, batting[index].balls == nil, let balls = Self.integer(first) else {
                return true
            }
            batting[index].balls = Read(balls, from: [word])
        case .bowler:
            guard let index = bowling.indices.last, bowling[index].overs == nil, Overs(first) != nil else {
                return true
            }
            bowling[index].overs = Read(first, from: [word])
        case .nothing: return false
        }
        return true
    }

    /// The name that was gathered, which these figures end.
    private mutating func player() -> Read<String>? {
        defer { name = [] }
        // `RR Parida` and `V Rao` begin with initials.
        let isInitials = name.count > 1 && name[0].text.count <= 3 && name[0].text == name[0].text.uppercased()
        // `Under 13` is a class of age.
        guard !name.isEmpty, name.count > 1 || name[0].key != "under",
            !name.dropFirst(isInitials ? 1 : 0).contains(where: {
                ScoreLine.notInNames.contains($0.key) && $0.text != "V"
            }),
            let marked = NameText.marked(name), marked.name.count > 1
        else { return nil }
        return Read(marked.name, from: marked.words)
    }
}
