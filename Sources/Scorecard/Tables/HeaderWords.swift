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

    private static let allTerms = WordTable(terms.merging(otherLanguages) { english, _ in english })

    private static let longTerms: [(key: String, term: HeaderTerm)] =
        terms.filter { $0.key.utf8.count >= 4 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }

    /// What the word stands for; nil when it is no header word.
    static func term(_ key: String) -> HeaderTerm? {
        if let term = allTerms[key] { return term }
        // Wide single letters are often read twice or more: `Oo`, `Ww`, `WwW`.
        guard 2...3 ~= key.utf8.count, let letter = key.utf8.first, key.utf8.allSatisfy({ $0 == letter }) else {
            return nil
        }
        return terms[String(Unicode.Scalar(letter))]
    }

    /// Whether a short row begins as the header of batters does, the letters of its columns read or not.
    static func announcesBatters(_ words: [PageWord]) -> Bool {
        guard words.count <= 6, let term = term(words[0].key) else { return false }
        return term.batting == .name && term.bowling == nil && !words.contains { foreign.contains($0.key) }
    }

    /// Words of tables that look like a card's and are none: averages, points, fantasy teams.
    static let foreign: Set<String> = [
        "mat", "matches", "inns", "hs", "bbi", "pts", "points", "nrr", "rank", "pos", "played", "won", "lost", "p",
        "l", "bb", "hundreds", "fifties", "100s", "50s", "100", "50", "salary", "selected", "credits", "id", "no",
        "inn", "team", "best", "club", "outs",
    ]

    /// Columns of averages that stand among the figures; before them `Inns` names an innings.
    static let seasons: Set<String> = ["mat", "matches", "inns", "inn", "hs"]

    private static func table(_ rows: [(words: String, batting: Column?, bowling: Column?)]) -> [String: HeaderTerm] {
        var terms: [String: HeaderTerm] = [:]
        for row in rows {
            for word in row.words.split(separator: " ") {
                terms[String(word)] = HeaderTerm(batting: row.batting, bowling: row.bowling)
            }
        }
        return terms
    }

    /// Those of Dutch, German, Danish, French, Italian and Spanish federations, believed only where nothing is misread.
    private static let otherLanguages = table([
        (
            "slagman schlagmann g\u{E6}rdespiller gaerdespiller batteur batteurs battitore battitori bateador", .name,
            nil
        ),
        ("werper werfer kaster lanceur lanceurs lanciatore lanciatori lanzador", .bowler, .name),
        ("uit ude \u{E9}limination elimination eliminazione", .dismissal, nil),
        ("l\u{F8}b lob l\u{E4}ufe punti courses carreras", .runs, .runs),
        ("ballen b\u{E4}lle bolde balles palle bolas", .balls, .other),
        ("4'ere 4ere", .fours, .other),
        ("6'ere 6ere", .sixes, .other),
        ("g\u{E6}rder gaerder guichets", nil, .wickets),
    ])

    private static let terms = table([
        ("batter batters batsman batsmen batting batsman's batmans batmen", .name, nil),
        ("bowler bowlers bowling", .bowler, .name),
        ("name names player players", .name, .name),
        ("howout dismissal dismissals dismissed status modeofdismissal", .dismissal, nil),
        ("fielder fieldsman catcher", .fielder, nil),
        ("r runs run rs rn", .runs, .runs),
        ("score", .runs, nil),
        ("b balls ball bf bls", .balls, .other),
        ("4s 4 4's fours four x4 4x", .fours, .other),
        ("6s 6 6's sixes six sixers x6 6x", .sixes, .other),
        ("m", .minutes, .maidens),
        ("min mins minutes mts mns", .minutes, nil),
        ("sr s/r strikerate str stkrate s/rate srate strate", .strikeRate, .other),
        ("rate rr", .strikeRate, .economy),
        ("o ov ovs overs over 0", nil, .overs),
        ("mdn mdns maidens maiden mds md mdens madiens", nil, .maidens),
        ("w wk wks wkt wkts wickets wicket wckts", nil, .wickets),
        ("econ eco economy er e/r rpo ec econs econrate economyrate runrate", nil, .economy),
        ("wd wds wide wides wb", nil, .wides),
        ("nb nbs n/b noballs noball n/bs", nil, .noBalls),
        ("runsscored timesout timedin timedout", .other, nil),
        ("scoringstrokes runsasscored strokes", .strokes, nil),
        ("0s dots dot 0's dotballs", .other, .other),
        ("hattrick hattricks", nil, .other),
        ("ave avg average", .other, .other),
    ])

    /// Two words that make one column: `Strike Rate`.
    static func joined(_ first: String, _ second: String) -> String? {
        if first == "how", second.utf8.count == 3, SectionKeywords.isOneEditApart(second.utf8, "out".utf8) {
            return "howout"
        }
        let joined = first + second
        return pairs.contains(joined) ? joined : nil
    }

    private static let pairs: Set<String> = [
        "modeof", "modeofdismissal", "howout", "runsscored", "strikerate", "strate", "noballs", "noball", "runrate",
        "econrate", "economyrate",
        "stkrate", "timesout", "timedin", "timedout", "scoringstrokes", "dotballs",
        "runsas", "runsasscored",
    ]
}
