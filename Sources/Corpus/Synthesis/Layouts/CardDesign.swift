internal import Evaluation
internal import Recognition

/// A style and a theme that belong together.
struct CardDesign: Sendable {
    var style: CardStyle
    var theme: Theme

    /// Draws the parameters of a layout. Pictures that nothing has damaged keep to type that can be read.
    static func draw(_ layout: CardLayout, kind: InputKind, using random: inout SplitMix64) -> CardDesign {
        var design = draw(layout, leaders: kind == .text, using: &random)
        if kind == .scan || kind == .photo { design.theme.printOnPaper() }
        return design
    }

    /// Leader dots are for text layers: what Tesseract makes of a row of dots drowns every other figure.
    private static func draw(_ layout: CardLayout, leaders: Bool, using random: inout SplitMix64) -> CardDesign {
        switch layout {
        case .appExport: appExport(using: &random)
        case .webPage: webPage(using: &random)
        case .darkPage: darkPage(using: &random)
        case .leagueForm: leagueForm(using: &random)
        case .spreadsheet: spreadsheet(using: &random)
        case .typedCard: typedCard(leaders: leaders, using: &random)
        }
    }

    static let sansFamilies = ["Roboto", "Lato", "Open Sans", "Carlito", "Noto Sans", "Liberation Sans", "DejaVu Sans"]
    static let serifFamilies = ["Liberation Serif", "EB Garamond", "Noto Serif", "DejaVu Serif"]

    /// Families differ in how large they look at one size.
    static func size(_ points: Double, of family: String) -> Double {
        switch family {
        case "DejaVu Sans", "DejaVu Serif": points * 0.9
        case "Carlito", "EB Garamond": points * 1.1
        case "Liberation Sans Narrow": points * 1.05
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
