/// A column of a table.
enum Column: Hashable {
    case name, dismissal, fielder, bowler
    case runs, balls, fours, sixes, minutes, strikeRate
    case overs, maidens, wickets, economy, wides, noBalls
    /// A strip of the strokes that batters scored by.
    case strokes
    /// A column that a card has no place for: dots, averages, points.
    case other

    var isText: Bool {
        switch self {
        case .name, .dismissal, .fielder, .bowler: true
        default: false
        }
    }
}

/// Kinds of tables a card is made of.
enum TableKind: Hashable {
    case batting, bowling
}

/// What a word of a table's header may stand for; the same letter means different columns in different tables.
struct HeaderTerm {
    var batting: Column?
    var bowling: Column?

    func column(in kind: TableKind) -> Column? { kind == .batting ? batting : bowling }
}

/// The words of table headers.
enum HeaderWords {
    /// What a word of four letters or more stands for when one of them may be misread.
    static func misreadTerm(_ key: String) -> HeaderTerm? {
        guard key.utf8.count >= 4 else { return nil }
        return longTerms.first { SectionKeywords.isOneEditApart(key.utf8, $0.key.utf8) }?.term
    }

    private static let longTerms: [(key: String, term: HeaderTerm)] =
        terms.filter { $0.key.utf8.count >= 4 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }

    /// What the word stands for; nil when it is no header word.
    static func term(_ key: String) -> HeaderTerm? {
        if let term = terms[key] ?? otherLanguages[key] { return term }
        // Wide single letters are often read twice: `Oo`, `Ww`.
        guard key.utf8.count == 2, key.utf8.first == key.utf8.last, let letter = key.first else { return nil }
        return terms[String(letter)]
    }

    /// Whether a short row begins as the header of batters does, the letters of its columns read or not.
    static func announcesBatters(_ words: [PageWord]) -> Bool {
        guard words.count <= 6, let term = term(words[0].key) else { return false }
        return term.batting == .name && term.bowling == nil
    }

    /// Words of tables that look like a card's and are none: averages, points, fantasy teams.
    static let foreign: Set<String> = [
        "mat", "matches", "inns", "hs", "bbi", "pts", "points", "nrr", "rank", "pos", "played", "won", "lost", "p",
        "l", "bb", "hundreds", "fifties", "100s", "50s", "100", "50", "salary", "selected", "credits", "id", "no",
        "inn", "team", "best", "club", "outs",
    ]

    private static func add(_ words: String, batting: Column?, bowling: Column?, to terms: inout [String: HeaderTerm]) {
        for word in words.split(separator: " ") { terms[String(word)] = HeaderTerm(batting: batting, bowling: bowling) }
    }

    /// Those of Dutch, German, Danish, French, Italian and Spanish federations, believed only where nothing is misread.
    private static let otherLanguages: [String: HeaderTerm] = {
        var terms: [String: HeaderTerm] = [:]
        func add(_ words: String, batting: Column?, bowling: Column?) {
            Self.add(words, batting: batting, bowling: bowling, to: &terms)
        }
        add(
            "slagman schlagmann g\u{E6}rdespiller gaerdespiller batteur batteurs battitore battitori bateador",
            batting: .name, bowling: nil)
        add("werper werfer kaster lanceur lanceurs lanciatore lanciatori lanzador", batting: .bowler, bowling: .name)
        add("uit ude \u{E9}limination elimination eliminazione", batting: .dismissal, bowling: nil)
        add("l\u{F8}b lob l\u{E4}ufe punti courses carreras", batting: .runs, bowling: .runs)
        add("ballen b\u{E4}lle bolde balles palle bolas", batting: .balls, bowling: .other)
        add("4'ere 4ere", batting: .fours, bowling: .other)
        add("6'ere 6ere", batting: .sixes, bowling: .other)
        add("g\u{E6}rder gaerder guichets", batting: nil, bowling: .wickets)
        return terms
    }()

    private static let terms: [String: HeaderTerm] = {
        var terms: [String: HeaderTerm] = [:]
        func add(_ words: String, batting: Column?, bowling: Column?) {
            Self.add(words, batting: batting, bowling: bowling, to: &terms)
        }
        add("batter batters batsman batsmen batting batsman's", batting: .name, bowling: nil)
        add("bowler bowlers bowling", batting: .bowler, bowling: .name)
        add("name names player players", batting: .name, bowling: .name)
        add("howout dismissal dismissals dismissed status", batting: .dismissal, bowling: nil)
        add("fielder fieldsman catcher", batting: .fielder, bowling: nil)
        add("r runs run rs", batting: .runs, bowling: .runs)
        add("score", batting: .runs, bowling: nil)
        add("b balls ball bf bls", batting: .balls, bowling: .other)
        add("4s 4 4's fours four x4 4x", batting: .fours, bowling: .other)
        add("6s 6 6's sixes six sixers x6 6x", batting: .sixes, bowling: .other)
        add("m", batting: .minutes, bowling: .maidens)
        add("min mins minutes mts mns", batting: .minutes, bowling: nil)
        add("sr s/r strikerate str stkrate s/rate strate", batting: .strikeRate, bowling: .other)
        add("rate rr", batting: .strikeRate, bowling: .economy)
        add("o ov ovs overs over 0", batting: nil, bowling: .overs)
        add("mdn mdns maidens maiden mds md mdens", batting: nil, bowling: .maidens)
        add("w wk wks wkt wkts wickets wicket wckts", batting: nil, bowling: .wickets)
        add("econ eco economy er e/r rpo ec econs econrate economyrate runrate", batting: nil, bowling: .economy)
        add("wd wds wide wides wb", batting: nil, bowling: .wides)
        add("nb nbs n/b noballs noball n/bs", batting: nil, bowling: .noBalls)
        add("runsscored timesout timedin timedout", batting: .other, bowling: nil)
        add("scoringstrokes strokes", batting: .strokes, bowling: nil)
        add("0s dots dot 0's", batting: .other, bowling: .other)
        add("ave avg average", batting: .other, bowling: .other)
        return terms
    }()

    /// Two words that make one column: `Strike Rate`.
    static func joined(_ first: String, _ second: String) -> String? {
        if first == "how", second.utf8.count == 3, SectionKeywords.isOneEditApart(second.utf8, "out".utf8) {
            return "howout"
        }
        let joined = first + second
        return pairs.contains(joined) ? joined : nil
    }

    private static let pairs: Set<String> = [
        "howout", "runsscored", "strikerate", "strate", "noballs", "noball", "runrate", "econrate", "economyrate",
        "stkrate", "timesout", "timedin", "timedout", "scoringstrokes",
    ]
}
