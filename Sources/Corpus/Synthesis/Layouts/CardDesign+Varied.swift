internal import Evaluation
internal import Recognition

/// Designs of the later families.
extension CardDesign {
    static func phoneScreen(using random: inout SplitMix64) -> CardDesign {
        var design =
            random.chance(0.35) ? darkPage(for: .screen, using: &random) : appExport(for: .screen, using: &random)
        design.style.layout = .phoneScreen
        let dark = design.theme.page != .white
        let accent = random.pick([0x0B6E4F, 0x1565C0, 0xC62828, 0x4527A0, 0x00695C].map { Colour($0) })
        let light = dark || random.chance(0.75)
        design.theme.heading = .phone
        design.theme.accent = accent
        design.theme.band = dark ? design.theme.page.mixed(with: .white, 0.08) : light ? accent : Colour(0xF2F2F2)
        design.theme.title = design.theme.body.emboldened.sized(1.25).coloured(light ? .white : Colour(0x111111))
        design.theme.section = design.theme.section.coloured(dark ? .white : accent)
        design.theme.sectionFill = nil
        design.theme.margin = random.uniform(12, 18)
        design.theme.dismissalUnderName = true
        design.theme.pitch = random.uniform(1.7, 2.2)
        design.theme.footer = nil
        let rates = random.chance(0.7)
        design.style.batting =
            [(.name, random.pick(["Batter", "Batsman", "BATTING"])), (.dismissal, ""), (.runs, "R"), (.balls, "B")]
            + [(.fours, "4s"), (.sixes, "6s")] + (rates ? [(.strikeRate, "SR")] : [])
        design.style.bowling =
            [(.name, "Bowler"), (.overs, "O"), (.maidens, "M"), (.runs, "R"), (.wickets, "W")]
            + (rates ? [(.economy, random.pick(["Econ", "ER"]))] : [])
        design.style.falls = random.pick([.none, .named, .scoreFirst])
        return design
    }

    static func newspaper(for kind: InputKind, using random: inout SplitMix64) -> CardDesign {
        var design = typedCard(for: kind, using: &random)
        design.style.layout = .newspaper
        let family = random.pick(["Liberation Serif", "Noto Serif", "DejaVu Serif"])
        let body = TextStyle(family: family, size: size(random.uniform(8.2, 9.4), of: family))
        design.theme.body = body
        design.theme.small = body.sized(0.92)
        design.theme.tableHead = body.sized(0.9)
        design.theme.title = body.emboldened.sized(random.uniform(1.9, 2.8))
        design.theme.section = body.emboldened.sized(1.2)
        design.theme.page = random.pick([.white, Colour(0xF4EFE2), Colour(0xECE8DD)])
        design.theme.pitch = random.uniform(1.22, 1.36)
        design.theme.margin = 12
        design.theme.leaders = random.chance(0.6)
        design.theme.bowlingParagraph = random.chance(0.75)
        design.style.names = random.pick([.dottedInitials, .initials, .spacedInitials])
        design.style.batting = [(.name, ""), (.dismissal, ""), (.runs, "")]
        design.style.wording.shortNames = true
        design.style.extras = random.pick([.parenthesised, .compact])
        return design
    }

    static func dashboard(using random: inout SplitMix64) -> CardDesign {
        var design = random.chance(0.5) ? darkPage(for: .screen, using: &random) : webPage(for: .screen, using: &random)
        design.style.layout = .dashboard
        design.theme.heading = .panel
        let dark = design.theme.page != .white
        design.theme.band = dark ? design.theme.page.mixed(with: .white, 0.1) : Colour(0x2F3B52)
        design.theme.title = design.theme.body.emboldened.sized(1.15).coloured(.white)
        design.theme.numbersCentred = false
        design.theme.dismissalUnderName = false
        design.theme.margin = random.uniform(8, 14)
        design.theme.pitch = random.uniform(1.35, 1.6)
        return design
    }

    /// Orders and names of columns that sites and scorers of the world use.
    mutating func vary(using random: inout SplitMix64) {
        let (fours, sixes) = random.pick([("4s", "6s"), ("4", "6"), ("4's", "6's"), ("Fours", "Sixes"), ("4s", "6s")])
        for (index, column) in style.batting.enumerated() where !column.header.isEmpty {
            if column.column == .fours { style.batting[index].header = fours }
            if column.column == .sixes { style.batting[index].header = sixes }
            if column.column == .strikeRate { style.batting[index].header = random.pick(["SR", "S/R", "S.R."]) }
        }
        if random.chance(0.4) { move(.minutes, after: .runs) }
        if random.chance(0.15) { move(.strikeRate, after: .balls) }
        if let place = style.bowling.firstIndex(where: { $0.column == .economy }), random.chance(0.4) {
            style.bowling.append(style.bowling.remove(at: place))
        }
        if style.extras == .parenthesised { style.extras = random.pick([.parenthesised, .compact, .countFirst]) }
        style.wording.caughtAndBowled = random.pick(["c & b", "c and b", "c&b"])
        style.wording.namesSubstitutes = random.chance(0.5)
    }

    private mutating func move(_ column: BattingColumn, after other: BattingColumn) {
        guard let from = style.batting.firstIndex(where: { $0.column == column }) else { return }
        let moved = style.batting.remove(at: from)
        let to = style.batting.firstIndex { $0.column == other } ?? from - 1
        style.batting.insert(moved, at: to + 1)
    }

    /// A card of before the war shows no balls and no rates, which overs of eight balls would confuse.
    mutating func dateBack() {
        style.batting.removeAll { [.balls, .strikeRate, .sixes].contains($0.column) }
        style.bowling.removeAll { [.economy, .wides, .noBalls].contains($0.column) }
    }
}
