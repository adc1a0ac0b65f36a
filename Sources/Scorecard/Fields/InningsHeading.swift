internal import Recognition

/// What stands above a batting table: the side, and on many cards its total.
struct InningsHeading {
    var team: Read<String>?
    var total = DraftTotal()

    /// Reads the rows above a header, the nearest first, and the words beside its first column.
    init(label: [PageWord], rows: [VisualRow], teams: [Read<String>]) {
        var best: (score: Int, words: [PageWord])?
        for (distance, words) in ([label] + rows.prefix(4).map(\.words)).enumerated() {
            let score = Self.score(words, teams: teams) - (distance > 1 ? distance - 1 : 0)
            if score > max(best?.score ?? 0, 0) { best = (score, words) }
        }
        guard let words = best?.words else { return }
        if let read = Self.team(words), read.evidence.confidence > 0.3 || Self.isNamed(read.value, among: teams) {
            team = read
        }
        total = Self.total(words)
        for row in rows.prefix(3) where total.isEmpty { total = Self.total(row.words) }
        guard total.overs == nil, let live = rows.prefix(3).first(where: { Self.isLive($0.words) }) else { return }
        total.overs = TotalParser.parse(live.words).overs
    }

    /// Whether the words name an innings, or nothing but a side.
    static func isHeading(_ words: [PageWord], teams: [Read<String>]) -> Bool {
        guard let team = team(words) else { return false }
        return words.contains { isInnings($0.key) } || isNamed(team.value, among: teams)
    }

    private static func isNamed(_ team: String, among teams: [Read<String>]) -> Bool {
        teams.contains { PlayerName($0.value).words == PlayerName(team).words }
    }

    /// `20 overs  CRR 6.55` below a score.
    static func isLive(_ words: [PageWord]) -> Bool {
        words.contains { $0.key == "crr" } && words.contains { $0.key.hasPrefix("ov") }
    }

    private static let notTeams: Set<String> = [
        "scorecard", "scores", "toss", "won", "venue", "date", "umpires", "umpire", "result", "v", "vs", "versus",
        "match",
        "ft", "ended", "final", "ground", "elected", "player", "league", "round", "division",
    ]

    /// Words of titles that name no side.
    private static let titles: Set<String> = [
        "card", "scorecard", "stats", "statistics", "summary", "score", "scores", "extras", "total", "totals",
        "batting",
        "bowling", "full", "live", "first", "second", "best", "performances", "innings", "runs",
    ]

    private static func score(_ words: [PageWord], teams: [Read<String>]) -> Int {
        let keys = words.map(\.key)
        guard words.contains(where: { $0.text.unicodeScalars.contains { Characters.isLetter($0) } }),
            keys != ["innings", "break"]
        else { return 0 }
        guard let team = team(words), !words.allSatisfy({ HeaderWords.term($0.key) != nil }),
            team.evidence.source == .textLayer || team.value.count > 2 || team.value.contains(where: \.isUppercase)
        else { return 0 }
        let name = PlayerName(team.value)
        guard !name.words.allSatisfy(titles.contains), !isSentence(words) else { return 0 }
        var score = 3
        if keys.contains("innings") || keys.contains("inns") { score += 5 }
        if keys.contains("batting") { score += 3 }
        if keys.contains(where: notTeams.contains) { score -= 4 }
        if teams.contains(where: { PlayerName($0.value).words == name.words }) { score += 4 }
        if !total(words).isEmpty { score += 2 }
        if words.count > 10 { score -= 2 }
        return score
    }

    /// `considerably. After scoring 73 for 8 wickets, to which Gilligan`
    private static func isSentence(_ words: [PageWord]) -> Bool {
        let small = words.count { word in
            word.text.first?.isLowercase == true && !isInnings(word.key) && !NameText.particles.contains(word.text)
                && !ofHeadings.contains(word.key)
        }
        return small >= 3 && small * 3 >= words.count && !words.contains { isInnings($0.key) }
            && words.contains { $0.text.first?.isUppercase == true }
    }

    /// Words in small letters that stand in headings.
    private static let ofHeadings: Set<String> = [
        "all", "out", "for", "wickets", "wkts", "wicket", "overs", "over", "ov", "dec", "declared", "target", "batting",
        "from", "in", "runs", "maximum", "max", "vs", "v", "c", "first", "second", "need", "won", "by", "team",
    ]

    /// The words of the side: up to `innings`, a number or a bracket, and without `batting` and `1st`.
    static func team(_ words: [PageWord]) -> Read<String>? {
        var words = words[...]
        let keys = words.map(\.key)
        // `Riverside CC - 1st Innings of the Match` names its side before.
        if let of = keys.firstIndex(where: Self.ofs.contains), of > 0, keys[of - 1] == "innings", keys.last != "match" {
            words = words[(of + 1)...]
        }
        // `India vs Australia, 1st T20: India Batting`
        if let title = words.lastIndex(where: { $0.text.hasSuffix(":") }),
            let end = words[title...].firstIndex(where: { $0.key == "batting" || isInnings($0.key) }),
            words[..<end].dropFirst(title + 1 - words.startIndex).contains(where: { !ordinals.contains($0.key) })
        {
            words = words[(title + 1)...]
        }
        var taken: [PageWord] = []
        for (index, word) in zip(words.indices, words) {
            if let last = taken.last, word.left - last.right > 3 * word.height { break }
            if SideBracket.isOfName(word, after: taken) {
                taken.append(word)
                continue
            }
            // `Doncaster CC - 1st XI` and `Karori CC, 2nd XI` are names of one side.
            if word.isDash, !taken.isEmpty, namesXI(words[(index + 1)...]) {
                taken.append(word)
                continue
            }
            // `Kirkby Moor Under 10`
            let isAge = taken.last?.key == "under" && Int(word.key).map { 7...25 ~= $0 } == true
            if !isAge, Self.endsTeam(word, next: words.indices.contains(index + 1) ? words[index + 1].key : "") {
                if taken.isEmpty { continue } else { break }
            }
            // `NHILL\u{2014}First Innings`
            if let dash = word.text.firstIndex(where: { $0 == "\u{2014}" || $0 == "\u{2013}" }),
                words.indices.contains(index + 1), isInnings(words[index + 1].key)
            {
                taken.append(word.part(String(word.text[..<dash]), from: 0, to: 1))
                break
            }
            taken.append(word)
            if word.text.hasSuffix(":") || word.text.hasSuffix(",") && !goesOn(words[(index + 1)...]) { break }
        }
        let text = taken.map(\.text).joined(separator: " ")
        var name = String(
            text.drop { !$0.isLetter && !$0.isNumber }.reversed().drop { ":,;-\u{2013}\u{2014}.".contains($0) }
                .reversed())
        guard name.contains(where: \.isLetter), name.count > 1 else { return nil }
        // `M.C.C.` keeps its last point.
        if name.dropLast().last == ".", text.hasSuffix(name + ".") { name += "." }
        return Read(name, from: taken)
    }

    private static let ofs: Set = ["of", "van", "von"]

    /// Whether the word is none of the side's name: a dash, a bracket, a figure, `innings`, and `1st` before that.
    private static func endsTeam(_ word: PageWord, next: String) -> Bool {
        if word.isDash || word.key.isEmpty || word.text.hasPrefix("(") { return true }
        if word.key == "super", next == "over" { return true }
        if isInnings(word.key) || word.key == "batting" { return true }
        if word.text == "I" || word.text == "II", isInnings(next) { return true }
        if ordinals.contains(word.key) { return isInnings(next) || next.isEmpty || next == "batting" }
        guard word.text.unicodeScalars.first.map(Characters.isDigit) == true else { return false }
        // `8yron Bay` has a letter misread.
        return word.key.count(where: \.isLetter) <= 2
    }

    /// `innings`, `inns`, and what engines make of it, `inmings`, `Linings`.
    static func isInnings(_ key: String) -> Bool {
        key.hasPrefix("inn") && key.hasSuffix("s") || key == "linings"
            || SectionKeywords.isOneEditApart(key.utf8, "innings".utf8)
    }

    /// Whether the name of a side goes on behind its comma: `Karori CC, 2nd XI`, `St. Anthony's, Katugastota \u{2013} 1st innings`.
    private static func goesOn(_ words: ArraySlice<PageWord>) -> Bool {
        if namesXI(words) { return true }
        guard let first = words.first, first.text.first?.isUppercase == true, !endsTeam(first, next: ""),
            let dash = words.prefix(3).firstIndex(where: \.isDash)
        else { return false }
        return words[dash...].contains { isInnings($0.key) }
    }

    /// Whether these words go on with the name of a side: `2nd XI`, as in `Karori CC, 2nd XI`, `Sunday 1st XI`, `Under 15`.
    static func namesXI(_ words: ArraySlice<PageWord>) -> Bool {
        guard let first = words.first, let next = words.dropFirst().first else { return false }
        if first.key == "under" { return Int(next.key.prefix(2)).map { 7...25 ~= $0 } == true }
        if elevens.contains(first.key) { return next.key == "xi" || namesXI(words.dropFirst()) }
        return ordinals.contains(first.key) && ["xi", "team", "grade"].contains(next.key)
    }

    /// What clubs call their elevens beside numbers.
    private static let elevens: Set = [
        "saturday", "sunday", "midweek", "friendly", "women", "womens", "women's", "ladies", "development", "academy",
    ]

    static let ordinals: Set<String> = ["1st", "2nd", "first", "second", "3rd", "4th", "third", "fourth"]

    /// A score in the heading; overs alone are the length of the match.
    private static func total(_ words: [PageWord]) -> DraftTotal {
        let end = words.firstIndex { ["target", "need", "chasing", "won"].contains($0.key) } ?? words.endIndex
        guard let start = words[..<end].firstIndex(where: \.hasDigit) else { return DraftTotal() }
        let total = TotalParser.parse(Array(words[start..<end]))
        return total.runs != nil && total.wickets != nil ? total : DraftTotal()
    }
}
