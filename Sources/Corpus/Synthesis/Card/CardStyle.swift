/// Which cards are made.
public enum CardFamilies: String, Codable, Sendable, Hashable, CaseIterable {
    /// Six layouts, limited overs, light damage: what the committed corpus was made of.
    case first
    /// Every layout and pages that are no card, every kind of match, every damage.
    case all
}

/// The layouts that cards are drawn in.
public enum CardLayout: String, Codable, Sendable, Hashable, CaseIterable {
    /// PDF export of a scoring app: coloured bands, the dismissal small under the name.
    case appExport = "app-export"
    /// Page of a cricket site: light grey lines, minutes and strike rates, paragraphs below the table.
    case webPage = "web-page"
    /// A site or app in dark mode.
    case darkPage = "dark-page"
    /// The ruled result sheet of a league.
    case leagueForm = "league-form"
    /// A spreadsheet, printed with its grid.
    case spreadsheet
    /// A card of the 1920s: serif type, leader dots, no balls faced.
    case typedCard = "typed-card"
    /// One innings on a telephone held upright.
    case phoneScreen = "phone-screen"
    /// What a program wrote to a terminal, with lines of box drawing or without.
    case terminal
    /// A newspaper's card: the innings side by side in small serif type, bowling in a paragraph.
    case newspaper
    /// A panel of a dashboard, its right and lower edge beyond the window.
    case dashboard
    /// The caption of a television picture: totals and the best figures only.
    case television = "tv-summary"
    /// Ball by ball in words.
    case commentary
    /// Ball by ball, an over in a line.
    case overStrip = "over-strip"
    /// The results of a day, several matches on a page.
    case resultsPage = "results-page"
    /// Not a card: matches to come.
    case fixtures
    /// Not a card: a league's table.
    case pointsTable = "points-table"
    /// Not a card: fantasy points of players.
    case fantasyPoints = "fantasy-points"
    /// Not a card: a chart of runs by over.
    case plot
    /// Not a card: a menu.
    case menu
    /// Not a card: a picture without a word.
    case photograph

    /// The six that the committed cards are drawn in.
    package static let first: [CardLayout] = [.appExport, .webPage, .darkPage, .leagueForm, .spreadsheet, .typedCard]
    /// All, so that neighbours are unlike each other.
    package static let inTurn: [CardLayout] =
        [
            .phoneScreen, .appExport, .terminal, .commentary, .webPage, .television, .newspaper, .typedCard,
            .resultsPage, .leagueForm, .dashboard, .spreadsheet, .overStrip, .darkPage,
        ] + noCards
    /// Never on paper: a photograph of it is one of a screen.
    var isScreen: Bool {
        [.darkPage, .phoneScreen, .terminal, .dashboard, .television, .photograph, .overStrip].contains(self)
    }
    /// Pages that are no scorecard.
    package static let noCards: [CardLayout] = [
        .fixtures, .pointsTable, .fantasyPoints, .menu, .plot, .photograph,
    ]
    /// Those that only the split `test` has, so that its figures say how an unknown layout is read.
    package static let heldOut: [CardLayout] = [.newspaper, .dashboard, .overStrip, .menu, .plot]
}

/// A column of the batting table.
enum BattingColumn: Sendable, Hashable {
    case number, name, dismissal, howOut, bowler, runs, balls, minutes, fours, sixes, strikeRate
}

/// A column of the bowling table.
enum BowlingColumn: Sendable, Hashable {
    case name, overs, maidens, runs, wickets, wides, noBalls, economy
}

/// What stands for a zero in columns where zeros are many.
enum ZeroStyle: Sendable {
    case digit, dash, blank
}

/// How names are printed in the tables.
enum NameStyle: Sendable {
    /// `Thomas Ashworth`
    case full
    /// `TJ Ashworth`
    case initials
    /// `T.J. Ashworth`
    case dottedInitials
    /// `T J Ashworth`
    case spacedInitials
    /// `Ashworth TJ`
    case surnameFirst
}

/// How captain and keeper are marked.
enum MarkStyle: Sendable {
    case none
    /// `(c)` and `(wk)`
    case words
    /// `*` and `†`
    case signs
}

/// The words of dismissals.
struct Wording: Sendable {
    var caught = "c"
    var caughtAndBowled = "c & b"
    var notOut = "not out"
    var runOutNamesFielder = true
    var shortNames = true
    var retiredHurt = "retired hurt"
    /// `c sub (Khan) b Jones`, not `c sub b Jones`.
    var namesSubstitutes = false
}

/// How extras are printed.
enum ExtrasStyle: Sendable {
    /// `Extras (b 4, lb 2, w 7) 13`; zero parts are left out.
    case parenthesised
    /// `Extras b 4 lb 2 w 7 nb 0 13`; zero parts are printed.
    case everyPart
    /// `Extras 13`
    case totalOnly
    /// `Extras (b4, lb2, w7) 13`
    case compact
    /// `Extras (2nb 7w) 13`
    case countFirst
}

/// How the total line is printed.
enum TotalStyle: Sendable {
    /// `Total 165/8 (20 overs)`
    case slash
    /// `Total (8 wickets, 20 overs) 165`
    case words
    /// `TOTAL for 8 wkts 165`; overs stand elsewhere or nowhere.
    case forWickets
    /// `Total 20 Ov (RR: 8.25) 165/8`
    case runRate
}

/// How the fall of wickets is printed.
enum FallStyle: Sendable {
    case none
    /// `1-12, 2-40`
    case scores
    /// `1-12 (Ashworth, 2.3 ov), 2-40 (Iyer, 5.6 ov)`
    case named
    /// `12-1 (Ashworth 2.3)`
    case scoreFirst
    /// A grid of wicket numbers over scores.
    case grid
}

/// Where those who did not bat stand.
enum AbsentStyle: Sendable {
    case none, paragraph, rows
}

/// How dates are printed.
enum DateStyle: Sendable {
    case long, slashes, american, iso, short
}

/// What a card shows and in which words; the look is the theme's affair.
struct CardStyle: Sendable {
    var layout: CardLayout
    var names = NameStyle.full
    var marks = MarkStyle.none
    var wording = Wording()
    var batting: [(column: BattingColumn, header: String)] = []
    var bowling: [(column: BowlingColumn, header: String)] = []
    var extras = ExtrasStyle.parenthesised
    var total = TotalStyle.slash
    var falls = FallStyle.named
    var absent = AbsentStyle.paragraph
    var zeros = ZeroStyle.digit
    var wholeOversShort = true
    var date: DateStyle? = .long
    var upperCaseTeams = false
    var showsToss = true
    var showsVenue = true
    var showsMatchType = true
    var showsResult = true
    var strikeRateDigits = 2
    var economyDigits = 2
    /// The innings, by number, that the page shows; nil for all.
    var shownInnings: [Int]?

    func shows(_ column: BattingColumn) -> Bool { batting.contains { $0.column == column } }
    func shows(_ column: BowlingColumn) -> Bool { bowling.contains { $0.column == column } }
}
