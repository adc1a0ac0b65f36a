internal import Scorecard

/// A card of which a window shows the upper left part.
struct WindowedCard: PagePainter {
    let painter: CardPainter
    let shown: (width: Double, height: Double)

    var width: Double { painter.width }
    var page: Colour { painter.page }
    var capHeight: Double { painter.capHeight }
    var title: String { painter.title }
    var window: (width: Double, height: Double)? { shown }

    func paint(on canvas: inout Canvas) -> Double { painter.paint(on: &canvas) }
}

/// Cards beside each other on one sheet.
struct SideBySide: PagePainter {
    let heading: CardPainter
    let columns: [CardPainter]

    var width: Double { heading.width }
    var page: Colour { heading.page }
    var capHeight: Double { columns.first?.capHeight ?? heading.capHeight }
    var title: String { heading.title }

    func paint(on canvas: inout Canvas) -> Double {
        let top = heading.heading(on: &canvas)
        var bottom = top
        let step = width / Double(max(1, columns.count))
        for (index, column) in columns.enumerated() {
            canvas.move(x: step * Double(index), y: top)
            bottom = max(bottom, top + column.paint(on: &canvas))
            canvas.move(x: -step * Double(index), y: -top)
        }
        return bottom
    }
}
