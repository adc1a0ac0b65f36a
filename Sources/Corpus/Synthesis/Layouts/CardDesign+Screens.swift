internal import Evaluation
internal import Recognition

extension CardDesign {
    static func appExport(for kind: InputKind, using random: inout SplitMix64) -> CardDesign {
        let family = family(["Roboto", "Lato", "Open Sans", "Carlito", "Noto Sans"], for: kind, using: &random)
        let size = size(random.uniform(9.5, 11), of: family)
        let accent = random.pick([0x0B3D6B, 0x14532D, 0x7A1F1F, 0x3B1F6B, 0x0F4C5C, 0x8A3B00].map { Colour($0) })
        let ink = Colour(0x1A1A1A)
        let body = TextStyle(family: family, size: size, colour: ink)
        let solid = random.chance(kind == .text ? 0.7 : 0.35)
        let band = body.emboldened.coloured(solid ? .white : accent)
        var theme = Theme(
            title: band.sized(1.6), section: band.sized(1.15),
            body: body, small: body.sized(0.82).coloured(random.pick([Colour(0x6B6B6B), Colour(0x7A7A7A)])),
            tableHead: solid ? body.emboldened : body.emboldened.coloured(accent))
        theme.heading = .banner
        theme.accent = accent
        theme.band = solid ? accent : accent.mixed(with: .white, 0.86)
        theme.sectionFill = theme.band
        theme.headFill = accent.mixed(with: .white, solid ? 0.82 : 0.93)
        theme.totalFill = Colour(0xF0F0F0)
        theme.rule = Rule(width: 0.5, colour: Colour(0xD8D8D8))
        theme.dismissalUnderName = true
        theme.numbersCentred = random.chance(0.4)
        theme.boldNames = random.chance(0.5)
        theme.fallsBeforeBowling = random.chance(0.5)
        theme.sectionSuffix = random.pick(["", " Innings"])
        theme.footer = random.pick([nil, "Exported from the scoring app", "Scored live, page 1 of 1"])
        return CardDesign(style: appStyle(using: &random), theme: theme)
    }

    private static func appStyle(using random: inout SplitMix64) -> CardStyle {
        var style = CardStyle(layout: .appExport)
        style.names = random.pick([.full, .full, .initials])
        style.marks = random.pick([.words, .words, .none])
        style.wording = wording(using: &random)
        let long = random.chance(0.3)
        let rates = random.chance(0.75)
        style.batting =
            [(.name, random.pick(["Batter", "Batsman", "BATTING"])), (.dismissal, "")]
            + (long ? [(.runs, "Runs"), (.balls, "Balls")] : [(.runs, "R"), (.balls, "B")])
            + (random.chance(0.25) ? [(.minutes, long ? "Min" : "M")] : []) + [(.fours, "4s"), (.sixes, "6s")]
            + (rates ? [(.strikeRate, "SR")] : [])
        style.bowling =
            [(.name, random.pick(["Bowler", "BOWLING"]))]
            + (long
                ? [(.overs, "Overs"), (.maidens, "Mdns"), (.runs, "Runs"), (.wickets, "Wkts")]
                : [(.overs, "O"), (.maidens, "M"), (.runs, "R"), (.wickets, "W")])
            + (random.chance(0.4) ? [(.wides, "WD"), (.noBalls, "NB")] : [])
            + (rates ? [(.economy, random.pick(["Econ", "ER"]))] : [])
        style.total = random.pick([.slash, .runRate])
        style.falls = random.pick([.named, .scoreFirst])
        style.wholeOversShort = random.chance(0.3)
        style.date = random.pick([.short, .long, .american])
        return style
    }

    static func webPage(for kind: InputKind, using random: inout SplitMix64) -> CardDesign {
        let family = family(
            ["Noto Sans", "Open Sans", "Roboto", "DejaVu Sans", "Liberation Sans", "Lato"], for: kind, using: &random)
        let size = size(random.uniform(9.5, 11), of: family)
        let ink = random.pick([0x222222, 0x333333, 0x2B2D42].map { Colour($0) })
        let body = TextStyle(family: family, size: size, colour: ink)
        let grey = random.pick([0x8A8A8A, 0x7D7D7D, 0x808A94].map { Colour($0) })
        var theme = Theme(
            title: body.emboldened.sized(1.7), section: body.emboldened.sized(1.2), body: body,
            small: body.sized(0.9).coloured(grey), tableHead: body.emboldened.sized(0.85).coloured(Colour(0x5A5A5A)))
        theme.heading = .site
        theme.headFill = random.pick([0xF1F3F5, 0xECEFF4, 0xF5F1E8].map { Colour($0) })
        theme.rule = Rule(width: 0.5, colour: Colour(0xE3E3E3))
        theme.pitch = random.uniform(1.5, 1.75)
        theme.sectionSuffix = random.pick(["", " Innings"])
        theme.boldRuns = random.chance(0.8)
        theme.zebra = random.chance(0.3) ? Colour(0xFAFAFA) : nil
        return CardDesign(style: siteStyle(.webPage, for: kind, using: &random), theme: theme)
    }

    private static func siteStyle(_ layout: CardLayout, for kind: InputKind, using random: inout SplitMix64)
        -> CardStyle
    {
        var style = CardStyle(layout: layout)
        style.names = random.pick([.initials, .full, .initials])
        style.marks = random.pick([.words, .signs, .none, .words])
        style.wording = wording(using: &random)
        let minutes = layout == .webPage && random.chance(0.7)
        style.batting =
            [(.name, random.pick(["BATTING", "Batters", "BATTERS"])), (.dismissal, ""), (.runs, "R"), (.balls, "B")]
            + (minutes ? [(.minutes, "M")] : []) + [(.fours, "4s"), (.sixes, "6s")]
            + (random.chance(0.85) ? [(.strikeRate, random.pick(["SR", "S/R"]))] : [])
        style.bowling =
            [
                (.name, random.pick(["BOWLING", "Bowling"])), (.overs, "O"), (.maidens, "M"), (.runs, "R"),
                (.wickets, "W"),
            ]
            + [(.economy, random.pick(["ECON", "Econ"]))]
            + (random.chance(0.5) ? [(.wides, "WD"), (.noBalls, "NB")] : [])
        style.extras = .parenthesised
        style.total = random.pick([.slash, .words, .runRate])
        style.falls = random.pick([.named, .named, .scoreFirst])
        // A lone dash in a picture is read as 2.
        style.zeros = kind == .text && random.chance(0.3) ? .dash : .digit
        style.date = random.pick([.long, .american, .short])
        style.showsToss = random.chance(0.7)
        style.showsMatchType = random.chance(0.7)
        return style
    }

    static func darkPage(for kind: InputKind, using random: inout SplitMix64) -> CardDesign {
        let family = family(["Roboto", "Noto Sans", "Open Sans", "Lato", "DejaVu Sans"], for: kind, using: &random)
        let size = size(random.uniform(9.5, 11), of: family)
        let page = random.pick([0x12161C, 0x0F1115, 0x1B1B24, 0x15202B].map { Colour($0) })
        let body = TextStyle(family: family, size: size, colour: Colour(0xECECEC))
        let grey = random.pick([0xA8B3BF, 0x9FAAB5, 0xB0B0B0].map { Colour($0) })
        let accent = random.pick([0x8FD3FF, 0xFFD27F, 0x9CE8A4, 0xF5A8A8].map { Colour($0) })
        var theme = Theme(
            title: body.emboldened.sized(1.7), section: body.emboldened.sized(1.2).coloured(accent), body: body,
            small: body.sized(0.9).coloured(grey), tableHead: body.emboldened.sized(0.9).coloured(grey))
        theme.heading = .site
        theme.page = page
        theme.headFill = page.mixed(with: .white, 0.07)
        theme.totalFill = page.mixed(with: .white, 0.05)
        theme.rule = Rule(width: 0.5, colour: page.mixed(with: .white, 0.16))
        theme.pitch = random.uniform(1.5, 1.75)
        theme.dismissalUnderName = random.chance(0.3)
        return CardDesign(style: siteStyle(.darkPage, for: kind, using: &random), theme: theme)
    }
}
