internal import Recognition

/// What the head and the foot of a card say about the match.
struct MatchFacts {
    private var title: [Read<String>] = []
    private var sides: (home: Read<String>?, away: Read<String>?)
    private(set) var toss: Read<String>?
    private(set) var result: Read<String>?
    private var statedKind: Read<String>?
    /// What a title or a sentence calls the match by the way.
    private var titledKind: Read<String>?
    /// What an agency's sentence calls it, whose words are longer than those of titles.
    private var sentKind: Read<String>?
    private var labelledVenue: Read<String>?
    private var isVenueLabelled = false
    /// A labelled ground that goes on in the next row.
    private var unfinishedVenue: [PageWord] = []
    /// Rows that end like the name of a ground; sides are called after grounds too.
    private var grounds: [Read<String>] = []
    private var statedDate: Read<String>?
    /// What an agency's sentence says of the day; nil where there is none.
    private var sent: WireLead?
    /// The words of the last three rows.
    private var lines: [[PageWord]] = []
    /// Whether the row in hand is the score of a side, whose overs are no kind of match.
    private var isScore = false

    /// The ground as a label or its own name tells it.
    func venue(besides sides: [String]) -> Read<String>? {
        let named = grounds.filter { !sides.contains($0.value) }
        return labelledVenue ?? named.first { !GroundText.isDoubtful($0.value) } ?? named.first
    }

    /// What kind of match it is.
    var matchType: Read<String>? {
        // How long it lasted says less than what it was.
        if statedKind?.value.hasSuffix("-day match") == true, titledKind?.value == "Test" { return titledKind }
        return statedKind ?? titledKind ?? sentKind
    }

    /// The day of the match; of an agency's message that of its own, for the page may have been published on another.
    var date: Read<String>? { sent.map { Self.text($0.date).map(Self.plain) } ?? statedDate }

    /// The two sides as the head of the card names them; empty when it does not.
    var teams: [Read<String>] {
        if let home = sides.home, let away = sides.away { return [home, away] }
        return title
    }

    /// The result, from the side on that won: a letter before it is what an engine made of a cup.
    func result(of sides: [String]) -> Read<String>? {
        guard var result, result.evidence.source == .ocr else { return result }
        for side in sides {
            guard let range = result.value.firstRange(of: side), result.value[..<range.lowerBound].last == " ",
                result.value[..<range.lowerBound].utf8.count <= 3
            else { continue }
            result.value.removeSubrange(..<range.lowerBound)
            return result
        }
        return result
    }

    /// Takes in a row outside the tables.
    mutating func add(_ row: VisualRow) {
        if InningsHeading.isLive(row.words) || finishesVenue(row) || DateText.isOfPeriodical(row.words) { return }
        isScore = ScoreLine(row.words) { _ in false } != nil
        let segments = Segments.split(row).map { Array(Self.withoutPicture($0)) }.filter { !$0.isEmpty }
            .flatMap(Segments.sentences)
        var index = 0
        while index < segments.count {
            // A label alone in its segment has its value in the next.
            if let fact = Label.leading(segments[index]), fact.count == segments[index].count {
                if index + 1 < segments.count { take(fact.label, segments[index + 1]) }
                index += 2
            } else {
                add(segment: segments[index])
                index += 1
            }
        }
        if title.isEmpty { title = SidesText.sides(Label.before(row.words)) }
        if title.isEmpty { title = SidesText.sides(row.words, below: lines) }
        takeKind(row.words)
        if let ground = GroundText.ground(behindSides: row.words) { set(.venue, ground) }
        if let ground = GroundText.ground(above: row.words, in: lines, isKind: Self.isMatchType) { takeVenue(ground) }
        lines = lines.suffix(2) + [row.words]
    }

    /// Takes in what an agency says above its scoreboard.
    mutating func add(_ lead: WireLead) {
        sent = sent ?? lead
        if title.isEmpty, lead.teams.count == 2 { title = lead.teams }
        takeVenue(lead.venue)
        sentKind = sentKind ?? lead.kind.flatMap(Self.text)
    }

    private mutating func takeKind(_ words: [PageWord]) {
        titledKind = titledKind ?? MatchKind.named(in: words).flatMap(Self.text)
    }

    /// Takes the words of a ground where none is known.
    mutating func takeVenue(_ words: [PageWord]) {
        labelledVenue = labelledVenue ?? Self.text(Array(words.drop { $0.text == "the" }))
    }

    private mutating func add(segment words: [PageWord]) {
        if let fact = Label.leading(words) {
            let value = Array(words.dropFirst(fact.count))
            if fact.label == .date, let range = DateText.range(in: value), range.upperBound < value.count {
                set(.date, Array(value[range]))
                return add(segment: Array(value[range.upperBound...]))
            }
            return take(fact.label, value)
        }
        let keys = words.map(\.key)
        if keys.first == "played", takePlayed(words) { return }
        // `won the toss he had no hesitation` goes on with a sentence.
        if let toss = keys.firstIndex(of: "toss"), toss < 8,
            toss == 0 || keys[toss - 1] != "full" && words[0].text.first?.isLowercase != true,
            !keys.starts(with: ["to", "win", "the", "toss"])
        {
            set(.toss, Self.withoutLabel(words, "toss"))
        } else if Self.isResult(keys) {
            let place = Self.place(before: words)
            if let place { set(.venue, Array(words[..<place.end])) }
            let end = words.last?.key == "scores" ? words.count - 1 : Self.end(ofResult: words)
            set(.result, Self.withoutLabel(Array(words[(place?.next ?? 0)..<end]), "result"))
        } else if let range = DateText.range(in: words) {
            set(.date, Array(words[range]))
            let kind = Self.withoutBrackets(words[range.upperBound...])
            if words[range.upperBound...].first?.text.hasPrefix("(") == true, Self.isMatchType(kind.map(\.key)) {
                set(.matchType, kind)
            }
            if let ground = GroundText.ground(words[..<range.lowerBound], words[range.upperBound...]) {
                set(.venue, ground)
            }
            // `World Cup 2023 - ODI - Nov 19, 2023`
            if let kind = GroundText.parts(words).first(where: { Self.isMatchType($0.map(\.key)) }) {
                set(.matchType, kind)
            }
        } else if let international = Self.international(words) {
            set(.matchType, [international])
        } else if !isScore, Self.isMatchType(keys),
            !words.contains(where: { $0.text.contains("(") || $0.text.contains(".") })
        {
            set(.matchType, words)
        } else if words.first?.text == "at", words.count > 1, words[1].text.first?.isLowercase != true {
            set(.venue, Array(words.dropFirst()))
        } else if keys.starts(with: ["played", "at"]), words.count > 2,
            words[2].text.first?.isLowercase != true || words[2].text == "the"
        {
            let end = words.dropFirst(2).firstIndex { $0.text.hasSuffix(".") || $0.text.hasSuffix(",") }
            set(.venue, Array(words[2...(end ?? words.count - 1)]))
        } else if keys.count < 12 {
            let parts =
                GroundText.isGroundAndTown(words) ? [words] : GroundText.parts(words).filter(GroundText.isGround)
            for part in parts where GroundText.isGround(GroundText.parts(part)[0]) {
                if let read = Self.text(part) { grounds.append(read) }
            }
        }
    }

    /// Takes `Played at Leeds on July 19, 20 and 21`, which outranks the date of the paper above it.
    private mutating func takePlayed(_ words: [PageWord]) -> Bool {
        guard words.count > 4, ["at", "on"].contains(words[1].text),
            let on = words.dropFirst(2).firstIndex(where: { $0.text == "on" }), 3...8 ~= on,
            case let rest = Array(words[(on + 1)...]), let days = DateText.range(in: rest), days.lowerBound <= 1,
            days.upperBound == rest.count || rest[days.upperBound].text == "and"
        else { return false }
        set(.venue, Array(words[2..<on]))
        statedDate = Self.text(Array(rest[days])).map(Self.plain)
        return true
    }

    /// Takes in the rest of a labelled ground, set below the comma that it ends with.
    private mutating func finishesVenue(_ row: VisualRow) -> Bool {
        defer { unfinishedVenue = [] }
        guard let start = unfinishedVenue.first, let next = row.words.first,
            abs(next.left - start.left) < 0.5 * start.height, row.words.count <= 4
        else { return false }
        labelledVenue = Self.text(unfinishedVenue + row.words)
        return true
    }

    /// What a label says counts more than a title.
    private mutating func take(_ label: Label, _ value: [PageWord]) {
        if label == .date, let days = DateText.range(in: value), days.lowerBound == 0 {
            return set(.date, Array(value[days]))
        }
        // `to be played. The following is the score`
        if label == .date, !value.contains(where: { $0.hasDigit || DateText.isWeekday($0) }) { return }
        guard label == .venue else { return set(label, value) }
        if value.last?.text.hasSuffix(",") == true { unfinishedVenue = value }
        if !isVenueLabelled { labelledVenue = nil }
        isVenueLabelled = true
        // `Lord's on 1st, 2nd August 1956 (2-day match)`
        guard let on = value.firstIndex(where: { $0.key == "on" }), on > 0,
            case let rest = Array(value[(on + 1)...]), let days = DateText.range(in: rest), days.lowerBound <= 1
        else { return set(.venue, value) }
        set(.venue, Array(value[..<on]))
        set(.date, Array(rest[days]))
        let kind = Self.withoutBrackets(rest[days.upperBound...])
        if Self.isMatchType(kind.map(\.key)) { set(.matchType, kind) }
    }

    private static func withoutBrackets(_ words: ArraySlice<PageWord>) -> [PageWord] {
        words.map { $0.part($0.text.filter { !"()".contains($0) }, from: 0, to: 1) }
    }

    /// Where the ground ends and the result begins in `Lord's (final day of four): Middlesex won by 2 wickets`.
    private static func place(before words: [PageWord]) -> (end: Int, next: Int)? {
        guard let colon = words.prefix(9).firstIndex(where: { $0.text.hasSuffix(":") }), colon + 3 < words.count,
            words[0].text.first?.isUppercase == true, !noPlaces.contains(words[0].key)
        else { return nil }
        let end = words[...colon].firstIndex { $0.text.hasPrefix("(") } ?? colon + 1
        let isName = words[..<end].allSatisfy { !$0.hasDigit && $0.text.first?.isUppercase == true }
        return end > 0 && end <= 4 && isName ? (end, colon + 1) : nil
    }

    /// What else stands before the colon of a result.
    private static let noPlaces: Set = [
        "result", "final", "match", "status", "update", "stumps", "score", "full", "today", "series",
    ]

    /// The words behind `Toss` or `Result`, which needs no colon where a sentence follows that says so itself.
    private static func withoutLabel(_ words: [PageWord], _ label: String) -> [PageWord] {
        guard words.count > 3, words[0].key == label, words[1].text.first?.isUppercase == true else { return words }
        return Array(words.dropFirst())
    }

    private mutating func set(_ label: Label, _ printed: [PageWord]) {
        // `at the Town Council Grounds`
        let words = label == .venue ? Array(printed.drop { $0.text == "the" }) : printed
        guard var read = Self.text(words) else { return }
        if label == .matchType, read.evidence.source == .ocr, Self.misreadT20.contains(read.value) {
            read.value = "T20"
            read.source = .repaired
        }
        switch label {
        case .toss: toss = toss ?? (words.last?.key == "known" ? nil : read)
        case .result:
            // A headline has `win by`, and the card below it may have a result of its own.
            let isHeadline = result?.value.words.contains("win") == true
            result = isHeadline && words.contains { $0.key == "won" } ? read : result ?? read
        case .matchType: statedKind = statedKind ?? read
        case .venue: labelledVenue = labelledVenue ?? read
        case .date: statedDate = statedDate ?? Self.plain(read)
        case .home: sides.home = sides.home ?? read
        case .away: sides.away = sides.away ?? read
        }
    }

    /// `May 23-24, 1996` for `(May 23-24, 1996)`, `Feb. 13` for `Feb. 13.`
    private static func plain(_ read: Read<String>) -> Read<String> {
        var read = read
        if read.value.hasPrefix("(") { read.value = read.value.filter { $0 != "(" && $0 != ")" } }
        if read.value.hasSuffix("."), read.value.dropLast().last?.isNumber == true { read.value.removeLast() }
        return read
    }

    static func text(_ words: [PageWord]) -> Read<String>? {
        var words = withoutPicture(words)
        while let last = words.last, last.key.isEmpty, !last.text.hasSuffix(")") { words.removeLast() }
        var text = words.map(\.text).joined(separator: " ")
        while let last = text.last, ",;:\u{2022}\u{B7}".contains(last) { text.removeLast() }
        // The point of a sentence, and none of an abbreviation.
        let isSentence = words.last.map { last in
            words.count > 2 && last.key.utf8.count >= 3
                || last.key.utf8.count >= 4 && !last.text.dropLast().contains(".")
        }
        if text.last == ".", isSentence == true || text.hasSuffix(" CC.") { text.removeLast() }
        return text.contains { $0.isLetter || $0.isNumber } ? Read(text, from: words) : nil
    }

    /// Without the marks, and what an engine makes of a small picture, before a fact: `? Cubbon Oval`, `s Kandy Tuskers`.
    private static func withoutPicture(_ words: [PageWord]) -> ArraySlice<PageWord> {
        let rest = words.drop { $0.key.isEmpty && !$0.text.hasPrefix("(") }
        guard let first = rest.first, first.source == .ocr, first.text.count == 1,
            first.text.first?.isLowercase == true,
            rest.dropFirst().first?.text.first?.isUppercase == true
        else { return rest }
        return rest.dropFirst()
    }

    /// What OCR makes of the commonest kind of match.
    private static let misreadT20: Set<String> = [
        "120", "720", "1720", "7120", "T2O", "TZ0", "TZO", "12O", "I20", "1T20",
    ]

    private static let matchTypes: Set<String> = [
        "t20", "t20i", "odi", "test", "test match", "one day", "one day international", "twenty20", "firstclass",
        "first class", "list a", "two innings", "limited overs",
    ]

    /// The kind of match in `2nd Test` and `1st ODI`.
    private static func international(_ words: [PageWord]) -> PageWord? {
        guard words.count == 2, words[0].hasDigit, ["st", "nd", "rd", "th"].contains(words[0].key.suffix(2)),
            ["test", "odi", "t20i"].contains(words[1].key)
        else { return nil }
        return words[1]
    }

    private static func isMatchType(_ keys: [String]) -> Bool {
        // `1-day single innings match`
        if 3...5 ~= keys.count, keys.suffix(2) == ["innings", "match"] { return true }
        guard keys.count <= 3, let first = keys.first else { return false }
        if matchTypes.contains(keys.joined(separator: " ")) { return true }
        // `Two-day match`, `3-day match`.
        if keys.count == 2, first.hasSuffix("day"), first.utf8.count <= 8, keys[1] == "match" { return true }
        // `50-over match` in one word, or `50 overs`.
        let unit = Int(first) == nil ? first.drop { $0.isNumber } : (keys.dropFirst().first ?? "")[...]
        return first.first?.isNumber == true && unit.hasPrefix("ov")
    }
}

/// Labels of facts: `Venue:`, `Toss`.
private enum Label {
    case toss, result, matchType, venue, date, home, away

    /// The label these words begin with and how many words it takes.
    static func leading(_ words: [PageWord]) -> (label: Label, count: Int)? {
        guard let first = words.first else { return nil }
        let marks = first.source == .ocr ? ":;." : ":"
        let again = SecondLanguage.length(words.dropFirst())
        let hasColon = first.text.last.map(marks.contains) == true || words.dropFirst().first?.text == ":" || again > 0
        if first.key == "match", words.dropFirst().first?.key == "type" { return (.matchType, 2) }
        if words.prefix(3).map(\.key) == ["type", "of", "match"] { return (.matchType, 3) }
        if first.key == "match", words.count > 2, words[1].key == "result" {
            return (.result, words[2].text == ":" ? 3 : 2)
        }
        if words.prefix(3).map(\.key) == ["toss", "won", "by"] { return (.toss, 3) }
        if !hasColon, words.count > 1, let label = unmarked(words) { return (label, 1) }
        guard hasColon || words.count == 1 else { return nil }
        let count = words.dropFirst().first?.text == ":" ? 2 : 1 + again
        switch first.key {
        case "toss": return (.toss, count)
        case "result": return (.result, count)
        // `Format: CricInfo Version 2` is that of the file.
        case "format", "type": return words.contains { $0.key == "version" } ? nil : (.matchType, count)
        case "venue", "ground", "location": return (.venue, count)
        case "date", "played": return (.date, count)
        case "home": return (.home, count)
        case "away", "visitors": return (.away, count)
        default: return nil
        }
    }
}

extension Label {
    /// The words before the first label among them: `Kent vs Essex. Venue: Canterbury.`
    fileprivate static func before(_ words: [PageWord]) -> [PageWord] {
        let label = words.indices.dropFirst().first { index in
            words[index].text.hasSuffix(":") && leading(Array(words[index...])) != nil
        }
        return Array(words[..<(label ?? words.count)])
    }

    /// What clubs say of their own side, `Toss  Won`.
    private static let outcomes: Set = ["won", "lost", "drawn", "tied", "abandoned"]

    /// A label without a colon, where what follows can be nothing else: `Date 2020-06-24`, `Ground MCA Turf B`.
    fileprivate static func unmarked(_ words: [PageWord]) -> Label? {
        let rest = Array(words.dropFirst())
        switch words[0].key {
        case "date": return DateText.range(in: rest).map { $0.lowerBound <= 1 } == true ? .date : nil
        case "hometeam": return .home
        case "awayteam": return .away
        case "toss", "result":
            guard rest.count == 1, outcomes.contains(rest[0].key) else { return nil }
            return words[0].key == "toss" ? .toss : .result
        case "ground", "venue":
            let place = rest.prefix { $0.text != "on" }
            return rest[0].text.first?.isUppercase == true && place.count <= 6 ? .venue : nil
        default: return nil
        }
    }
}
