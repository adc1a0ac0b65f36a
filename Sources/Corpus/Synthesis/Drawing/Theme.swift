/// How the heading of a card is laid out.
enum HeadingDesign: Sendable {
    /// A band of colour with the title on it.
    case banner
    /// Lines in the middle of the page.
    case centred
    /// Title at the left, facts in one grey line.
    case site
    /// Boxes with labels.
    case form
    /// Status bar, app bar and tabs of a telephone.
    case phone
    /// A dashboard panel's bar.
    case panel
    case none
}

/// Which lines a table has.
enum TableRules: Sendable {
    case none, horizontal, full
}

/// The look of a card.
struct Theme: Sendable {
    var heading = HeadingDesign.site
    var page = Colour.white
    var accent = Colour(0x1F4E79)
    /// Behind the title, where the heading is a banner.
    var band = Colour(0x1F4E79)
    var title: TextStyle
    var section: TextStyle
    var body: TextStyle
    var small: TextStyle
    var tableHead: TextStyle
    /// Behind the column headers; nil for none.
    var headFill: Colour?
    /// Behind the innings title; nil for none.
    var sectionFill: Colour?
    /// Behind every second row.
    var zebra: Colour?
    var totalFill: Colour?
    var rules = TableRules.horizontal
    var rule = Rule(width: 0.5, colour: Colour(0xCCCCCC))
    /// Distance of two baselines in sizes of the body.
    var pitch = 1.5
    var margin = 36.0
    /// The dismissal stands small under the name.
    var dismissalUnderName = false
    var leaders = false
    var numbersCentred = false
    var boldNames = false
    var boldRuns = true
    var fallsBeforeBowling = true
    var labelsUpperCase = false
    var sectionSuffix = ""
    var footer: String?
    /// Bowling figures as running text.
    var bowlingParagraph = false

    /// Printers lay grey down darker than screens show it, or lose a fine line altogether.
    mutating func printOnPaper(faintRules: Bool) {
        small.colour = small.colour.mixed(with: .black, 0.45)
        tableHead.colour = tableHead.colour.mixed(with: .black, 0.3)
        rule.colour = rule.colour.mixed(with: .black, 0.6)
        rule.width = max(rule.width, 0.8)
        if faintRules, rules == .horizontal { rules = .none }
    }
}
