internal import CPangoCairo
internal import Evaluation

/// Pages that people upload by mistake, some of them about cricket.
extension PageDraft {
    static func noCard(_ layout: CardLayout, isPaper: Bool, using random: inout SplitMix64) -> any PagePainter {
        var page: LinesPage
        switch layout {
        case .plot: return PlotPage(random: random.fork())
        case .photograph: return PhotographPage(random: random.fork())
        case .menu: page = lines("Menu", menu(using: &random), using: &random)
        case .pointsTable: page = lines("Table", pointsTable(using: &random), using: &random)
        case .fantasyPoints: page = lines("Points", fantasy(using: &random), using: &random)
        default: page = lines("Fixtures", fixtures(using: &random), using: &random)
        }
        if isPaper { page.faint = page.type.colour }
        return page
    }

    private static func lines(_ title: String, _ lines: [LinesPage.Line], using random: inout SplitMix64) -> LinesPage {
        let family = random.pick(["Noto Sans", "Open Sans", "Liberation Serif", "Roboto", "Carlito"])
        return LinesPage(
            title: title, width: CardSheet.designWidth, page: random.pick([.white, .white, Colour(0xFBF7EC)]),
            type: TextStyle(family: family, size: 11, colour: Colour(0x202020)), faint: Colour(0x606060),
            margin: random.uniform(28, 50), lines: lines)
    }

    private static func teams(_ count: Int, using random: inout SplitMix64) -> [String] {
        var names: [String] = []
        while names.count < count {
            let pair = Side.pair(using: &random)
            for side in [pair.0, pair.1] where !names.contains(side.name) { names.append(side.name) }
        }
        return Array(names.prefix(count))
    }

    private static func fixtures(using random: inout SplitMix64) -> [LinesPage.Line] {
        let teams = teams(8, using: &random)
        var lines = [line([piece(random.pick(SimulatedMatch.competitions), 0, bold: true, size: 1.5)], pitch: 2.6)]
        lines.append(line([piece("Fixtures", 0, faint: true)], rule: true))
        for _ in 0..<random.integer(7, 14) {
            let pair = random.shuffled(teams)
            let day = SimulatedMatch.Day(year: 2026, month: random.integer(4, 9), day: random.integer(1, 28))
            lines.append(
                line(
                    [
                        piece(day.printed(.short), 0), piece(pair[0] + " v " + pair[1], 0.2),
                        piece("\(random.integer(10, 14)):\(random.pick(["00", "30"]))", 0.72),
                        piece(random.pick(SimulatedMatch.grounds), 1, .right, faint: true),
                    ], pitch: 2, rule: true))
        }
        return lines
    }

    private static func pointsTable(using random: inout SplitMix64) -> [LinesPage.Line] {
        let heads = ["P", "W", "L", "T", "NR", "Pts", "NRR"]
        func row(_ name: String, _ cells: [String], bold: Bool) -> LinesPage.Line {
            line(
                [piece(name, 0, bold: bold)]
                    + cells.enumerated().map { piece($1, 0.5 + 0.082 * Double($0), .right, bold: bold) },
                pitch: 1.9, rule: true)
        }
        let names = teams(random.integer(6, 10), using: &random)
        let rows = names.map { name -> (String, [Int], Double) in
            let (won, lost, none) = (random.integer(0, 8), random.integer(0, 8), random.integer(0, 2))
            return (name, [won + lost + none, won, lost, 0, none, 2 * won + none], random.uniform(-2, 2))
        }
        return [line([piece("Points table", 0, bold: true, size: 1.4)], pitch: 2.6), row("Team", heads, bold: true)]
            + rows.sorted { $0.1[5] > $1.1[5] }.map { name, cells, rate in
                let sign = rate < 0 ? "-" : "+"
                return row(
                    name, cells.map { String($0) } + [sign + Decimals.text(rate.magnitude, digits: 2)], bold: false)
            }
    }

    private static func fantasy(using random: inout SplitMix64) -> [LinesPage.Line] {
        let side = Side.pair(using: &random).0
        return [line([piece("Your fantasy team: points", 0, bold: true, size: 1.4)], pitch: 2.6)]
            + side.players.map { player in
                line(
                    [
                        piece(player.full, 0), piece(random.pick(["BAT", "BOWL", "AR", "WK"]), 0.5),
                        piece("\(random.integer(7, 11)).\(random.pick([0, 5])) cr", 0.75, .right, faint: true),
                        piece("\(random.integer(0, 160)) pts", 1, .right, bold: true),
                    ], pitch: 2, rule: true)
            }
    }

    private static func menu(using random: inout SplitMix64) -> [LinesPage.Line] {
        let dishes = [
            "Soup of the day", "Fish and chips", "Vegetable biryani", "Lamb curry, rice", "Cheese sandwich",
            "Cream tea",
            "Lemonade", "Chicken pie", "Dhal and roti", "Apple crumble", "Pot of tea", "Scones with jam",
            "Jerk chicken",
        ]
        return [
            line(
                [
                    piece(
                        random.pick(["The Pavilion Café", "Teas", "The Willow Inn"]), 0.5, .centre, bold: true, size: 2)
                ], pitch: 4)
        ]
            + random.shuffled(dishes).prefix(random.integer(6, 11)).map { dish in
                line(
                    [
                        piece(dish, 0.1),
                        piece("\(random.integer(1, 14)).\(random.pick(["00", "50", "95", "25"]))", 0.9, .right),
                    ], pitch: 2.2)
            }
    }
}

/// A chart of runs by over: axes with numbers, two curves, bars.
struct PlotPage: PagePainter {
    let random: SplitMix64
    let width = 560.0
    let page = Colour.white
    let capHeight = 7.0
    let title = "Runs by over"

    func paint(on canvas: inout Canvas) -> Double {
        var random = random
        let type = TextStyle(family: "Noto Sans", size: 10, colour: Colour(0x333333))
        let teams = Side.pair(using: &random)
        let grid = Rule(width: 0.5, colour: Colour(0xCCCCCC))
        canvas.text(title, x: width / 2, baseline: 24, type.emboldened.sized(1.4), .centre)
        for step in 0...5 {
            let y = 340 - 58 * Double(step)
            canvas.line(from: (50, y), to: (540, y), grid)
            canvas.text("\(step * 40)", x: 44, baseline: y + 3, type, .right)
            canvas.text("\(step * 4)", x: 50 + 98 * Double(step), baseline: 356, type, .centre)
        }
        for (index, name) in [teams.0.name, teams.1.name].enumerated() {
            let colour = Colour(index == 0 ? 0x1565C0 : 0xC62828)
            var (y, x) = (340.0, 50.0)
            for _ in 0..<20 {
                let next = y - random.uniform(2, 22)
                canvas.line(from: (x, y), to: (x + 24.5, next), Rule(width: 2, colour: colour))
                (x, y) = (x + 24.5, next)
            }
            canvas.text(name, x: 70, baseline: 60 + 16 * Double(index), type.coloured(colour))
        }
        canvas.text("Overs", x: width / 2, baseline: 374, type, .centre)
        return 390
    }
}

/// Sky, grass, trees and people far away, without a word.
struct PhotographPage: PagePainter {
    let random: SplitMix64
    let width = 560.0
    let page = Colour(0x8FB8DE)
    let capHeight = 8.0
    let title = "Photograph"

    func paint(on canvas: inout Canvas) -> Double {
        var random = random
        let height = 400.0
        canvas.fill(x: 0, y: height * 0.45, width: width, height: height * 0.55, Colour(0x4E8B3A))
        for _ in 0..<90 {
            let tone = random.pick([0x2E5D2B, 0x3E7A37, 0x5A8F45, 0x26492A].map { Colour($0) })
            blob(x: random.uniform(0, width), y: random.uniform(150, 190), radius: random.uniform(6, 26), tone, canvas)
        }
        for _ in 0..<14 {
            let (x, y) = (random.uniform(40, 520), random.uniform(200, 360))
            canvas.fill(x: x, y: y, width: 7, height: 20, Colour(0xF4F2EA))
            blob(x: x + 3.5, y: y - 4, radius: 4, Colour(0x8A5A3C), canvas)
        }
        canvas.fill(x: 250, y: 230, width: 60, height: 150, Colour(0xC9B88A))
        return height
    }

    private func blob(x: Double, y: Double, radius: Double, _ colour: Colour, _ canvas: borrowing Canvas) {
        canvas.setColour(colour)
        cairo_new_path(canvas.cairo)
        cairo_arc(canvas.cairo, x, y, radius, 0, 6.3)
        cairo_fill(canvas.cairo)
    }
}
