internal import Evaluation
internal import Recognition

extension CardDesign {
    static func leagueForm(for kind: InputKind, using random: inout SplitMix64) -> CardDesign {
        let family = family(
            ["Liberation Sans", "Liberation Sans Narrow", "Carlito", "DejaVu Sans", "Noto Sans"], for: kind,
            using: &random)
        let body = TextStyle(family: family, size: size(random.uniform(9, 10.5), of: family))
        var theme = Theme(
            title: body.emboldened.sized(1.5), section: body.emboldened.sized(1.1), body: body, small: body.sized(0.85),
            tableHead: body.emboldened.sized(0.92))
        theme.heading = .form
        theme.headFill = random.pick([nil, Colour(0xE6E6E6), Colour(0xDCE6F1)])
        theme.rules = .full
        theme.rule = Rule(width: random.uniform(0.5, 1.1), colour: random.pick([.black, Colour(0x444444)]))
        theme.pitch = random.uniform(1.4, 1.6)
        theme.numbersCentred = random.chance(0.6)
        theme.labelsUpperCase = random.chance(0.6)
        theme.boldRuns = random.chance(0.3)
        theme.sectionSuffix = random.pick([" - INNINGS", "", " INNINGS"])
        theme.footer = random.pick([nil, "Return this sheet to the Fixtures Secretary within 48 hours"])
        return CardDesign(style: formStyle(for: kind, upperCase: theme.labelsUpperCase, using: &random), theme: theme)
    }

    private static func formStyle(for kind: InputKind, upperCase: Bool, using random: inout SplitMix64) -> CardStyle {
        var style = CardStyle(layout: .leagueForm)
        style.names = random.pick([.dottedInitials, .spacedInitials, .initials, .full])
        style.marks = random.pick([.none, .words, .signs])
        style.wording = wording(using: &random)
        func head(_ text: String) -> String { upperCase ? text.uppercased() : text }
        let balls = random.chance(0.45)
        style.batting =
            (random.chance(0.6) ? [(.number, head("No"))] : [])
            + [
                (.name, head(random.pick(["Batsman", "Batter"]))), (.howOut, head("How out")),
                (.bowler, head("Bowler")),
            ]
            + [(.runs, head("Runs"))] + (balls ? [(.balls, head("Balls"))] : [])
            + (random.chance(0.4) ? [(.fours, "4s"), (.sixes, "6s")] : [])
        style.bowling =
            [(.name, head("Bowler")), (.overs, head("Overs")), (.maidens, head("Mdns")), (.runs, head("Runs"))]
            + [(.wickets, head("Wkts"))]
            + (random.chance(0.3) ? [(.wides, head("Wides")), (.noBalls, head("NB"))] : [])
        style.extras = random.pick([.everyPart, .everyPart, .totalOnly])
        style.total = random.pick([.forWickets, .words])
        style.falls = random.pick([.grid, .grid, .scores])
        style.absent = .rows
        style.zeros = random.pick([.digit, .blank, kind == .screen ? .blank : .dash])
        style.date = random.pick([.slashes, .long])
        style.upperCaseTeams = random.chance(0.4)
        return style
    }

    static func spreadsheet(for kind: InputKind, using random: inout SplitMix64) -> CardDesign {
        let family = family(["Carlito", "Liberation Sans", "DejaVu Sans", "Noto Sans"], for: kind, using: &random)
        let body = TextStyle(family: family, size: size(random.uniform(9, 10.5), of: family))
        let fill = random.pick([0xD9E1F2, 0xE2EFDA, 0xFFF2CC, 0xEDEDED].map { Colour($0) })
        var theme = Theme(
            title: body.emboldened.sized(1.3), section: body.emboldened, body: body, small: body.sized(0.9),
            tableHead: body.emboldened)
        theme.heading = random.pick([.form, .site])
        theme.headFill = fill
        theme.sectionFill = fill.mixed(with: .white, 0.5)
        theme.totalFill = random.chance(0.5) ? fill : nil
        theme.rules = .full
        theme.rule = Rule(width: 0.4, colour: random.pick([Colour(0x9A9A9A), Colour(0xBFBFBF), Colour(0x606060)]))
        theme.pitch = random.uniform(1.35, 1.5)
        theme.boldRuns = false
        theme.fallsBeforeBowling = random.chance(0.4)
        return CardDesign(style: sheetStyle(using: &random), theme: theme)
    }

    private static func sheetStyle(using random: inout SplitMix64) -> CardStyle {
        var style = CardStyle(layout: .spreadsheet)
        style.names = random.pick([.surnameFirst, .full, .spacedInitials])
        style.marks = random.pick([.none, .words])
        style.wording = wording(using: &random)
        style.batting =
            (random.chance(0.5) ? [(.number, "#")] : [])
            + [
                (.name, random.pick(["Name", "Batsman", "Player"])),
                (.dismissal, random.pick(["How Out", "Dismissal"])),
            ]
            + [(.runs, "Runs"), (.balls, "Balls")]
            + (random.chance(0.4) ? [(.minutes, "Mins")] : []) + [(.fours, "4s"), (.sixes, "6s")]
            + (random.chance(0.6) ? [(.strikeRate, "SR")] : [])
        style.bowling =
            [(.name, random.pick(["Bowler", "Name"])), (.overs, "Overs"), (.maidens, "Mdns"), (.runs, "Runs")]
            + [(.wickets, "Wkts"), (.wides, "Wd"), (.noBalls, "Nb")]
            + (random.chance(0.7) ? [(.economy, "Econ")] : [])
        style.extras = random.pick([.everyPart, .parenthesised])
        style.total = random.pick([.words, .slash])
        style.falls = random.pick([.grid, .scores, .named])
        style.absent = random.pick([.rows, .paragraph])
        style.zeros = random.pick([.digit, .blank])
        style.wholeOversShort = random.chance(0.5)
        style.date = random.pick([.iso, .slashes])
        style.strikeRateDigits = random.pick([1, 2])
        style.economyDigits = random.pick([1, 2])
        return style
    }

    static func typedCard(for kind: InputKind, using random: inout SplitMix64) -> CardDesign {
        let families = ["Liberation Serif", "EB Garamond", "Noto Serif", "DejaVu Serif"]
        // A typewriter's dotted zeros are read as 8 from pictures.
        let family = family(families + (kind == .text ? ["Liberation Mono"] : []), for: kind, using: &random)
        let body = TextStyle(family: family, size: size(random.uniform(10, 11.5), of: family))
        var theme = Theme(
            title: body.emboldened.sized(1.5), section: body.emboldened.sized(1.15), body: body, small: body.sized(0.9),
            tableHead: body.sized(0.9))
        theme.heading = .centred
        theme.page = random.pick([.white, Colour(0xFBF7EC)])
        theme.rules = .none
        theme.pitch = random.uniform(1.4, 1.55)
        theme.margin = random.uniform(44, 70)
        // What Tesseract makes of a row of dots drowns every other figure.
        theme.leaders = kind == .text
        theme.boldRuns = false
        theme.sectionSuffix = random.pick([" Innings", ""])
        return CardDesign(style: typedStyle(using: &random), theme: theme)
    }

    private static func typedStyle(using random: inout SplitMix64) -> CardStyle {
        var style = CardStyle(layout: .typedCard)
        style.names = random.pick([.dottedInitials, .dottedInitials, .spacedInitials])
        style.marks = random.pick([.none, .signs])
        style.wording = Wording(runOutNamesFielder: false)
        let header = random.chance(0.5)
        style.batting = [(.name, ""), (.dismissal, ""), (.runs, header ? "Runs" : "")]
        style.bowling = [
            (.name, header ? "Bowling" : ""), (.overs, "O."), (.maidens, "M."), (.runs, "R."), (.wickets, "W."),
        ]
        style.extras = random.pick([.parenthesised, .parenthesised, .totalOnly])
        style.total = random.pick([.words, .forWickets])
        style.falls = random.pick([.scores, .scores, .none])
        style.date = .long
        style.showsMatchType = random.chance(0.5)
        style.showsToss = random.chance(0.5)
        return style
    }
}
