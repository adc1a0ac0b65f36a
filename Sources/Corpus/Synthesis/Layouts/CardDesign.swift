internal import Evaluation
internal import Recognition

/// A style and a theme that belong together.
struct CardDesign: Sendable {
    var style: CardStyle
    var theme: Theme

    /// Draws the parameters of a layout for one kind of input.
    static func draw(_ layout: CardLayout, kind: InputKind, using random: inout SplitMix64) -> CardDesign {
        var design =
            switch layout {
            case .appExport: appExport(for: kind, using: &random)
            case .webPage: webPage(for: kind, using: &random)
            case .darkPage: darkPage(for: kind, using: &random)
            case .leagueForm: leagueForm(for: kind, using: &random)
            case .spreadsheet: spreadsheet(for: kind, using: &random)
            case .typedCard: typedCard(for: kind, using: &random)
            case .phoneScreen: phoneScreen(using: &random)
            case .newspaper: newspaper(for: kind, using: &random)
            case .dashboard: dashboard(using: &random)
            default: webPage(for: kind, using: &random)
            }
        let isPrinted = (kind == .scan || kind == .photo) && !layout.isScreen
        if isPrinted { design.theme.printOnPaper(faintRules: random.chance(0.5)) }
        return design
    }

    /// Families whose zeros or spacing Tesseract's English model misreads even when nothing is damaged; pictures of
    /// kind `screen` measure everything else.
    private static let misread = ["Lato", "Carlito", "EB Garamond"]

    /// Draws one of the families.
    static func family(
        _ families: [String], for kind: InputKind, using random: inout SplitMix64
    ) -> String {
        random.pick(kind == .screen ? families.filter { !misread.contains($0) } : families)
    }

    /// Families differ in how large they look at one size.
    static func size(_ points: Double, of family: String) -> Double {
        switch family {
        case "DejaVu Sans", "DejaVu Serif": points * 0.9
        case "Carlito", "EB Garamond": points * 1.1
        case "Liberation Sans Narrow": points * 1.05
        case "Liberation Mono": points * 0.88
        default: points
        }
    }

    static func wording(using random: inout SplitMix64) -> Wording {
        Wording(
            caught: random.pick(["c", "c", "ct"]), caughtAndBowled: random.pick(["c & b", "c & b", "c and b"]),
            notOut: random.pick(["not out", "not out", "Not out"]), runOutNamesFielder: random.chance(0.7),
            shortNames: random.chance(0.8))
    }
}
