/// Accuracy against cost, one mark a setting; those that nothing beats in both are joined.
struct ParetoChart {
    struct Item {
        let name: String
        let cost: Double
        let accuracy: Double
        let isComplete: Bool
        /// Nil for settings without a role.
        let series: SeriesStyle?
    }

    let items: [Item]
    let costTitle: String
    let accuracyTitle: String

    func element(label: String) -> String {
        var frame = ChartFrame(width: ChartFrame.fullWidth, height: 470, left: 66)
        let horizontal = costScale(from: frame.left, to: frame.right)
        let vertical = Scale.linear(
            covering: items.map { $0.accuracy * 100 }, from: frame.bottom, to: frame.top, limit: 100)
        frame.horizontalAxis(horizontal, title: costTitle) { SVG.number($0, horizontal.decimals) }
        frame.verticalAxis(vertical, title: accuracyTitle) { Format.decimal($0, vertical.decimals) + "%" }
        frame.legend(legend)
        let place = { (item: Item) in Point(horizontal(item.cost), vertical(item.accuracy * 100)) }
        let front = front
        frame.svg.path(front.map(place), "front")
        for item in items.filter({ $0.series == nil }) + items.filter({ $0.series != nil }) {
            let style = item.series?.style ?? (item.isComplete ? "other" : "other partial")
            frame.svg.mark(item.series?.mark ?? .dot, at: place(item), "mark \(style)", tooltip: tooltip(item))
        }
        var labels = LabelPlacer(
            left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom, marks: items.map(place))
        let named = items.filter { $0.series != nil } + front.filter { $0.series == nil }
        for item in named {
            guard let label = labels.place(item.name, beside: place(item)) else { continue }
            frame.svg.text(label.text, at: label.point, label.anchor, "label")
        }
        return frame.element(label: label)
    }

    /// One setting that costs many times the others must not squeeze them into a corner.
    private func costScale(from left: Double, to right: Double) -> Scale {
        let costs = items.map(\.cost).sorted()
        let isSkewed = (costs.last ?? 0) > 4 * costs[costs.count / 2]
        return isSkewed
            ? .logarithmic(covering: costs, from: left, to: right)
            : .linear(covering: costs, from: left, to: right, includingZero: true)
    }

    /// Settings that no other beats in one without losing in the other, cheapest first.
    var front: [Item] {
        var best = -Double.infinity
        return items.filter(\.isComplete)
            .sorted { ($0.cost, -$0.accuracy) < ($1.cost, -$1.accuracy) }
            .filter { item in
                guard item.accuracy > best else { return false }
                best = item.accuracy
                return true
            }
    }

    private var legend: [SeriesStyle] {
        var legend = items.compactMap(\.series)
        if items.contains(where: { $0.series == nil && $0.isComplete }) {
            legend.append(SeriesStyle(name: "other setting", style: "other", mark: .dot))
        }
        if items.contains(where: { $0.series == nil && !$0.isComplete }) {
            legend.append(SeriesStyle(name: "left the search early", style: "other partial", mark: .dot))
        }
        return legend
    }

    private func tooltip(_ item: Item) -> String {
        "\(item.name): \(Format.percent(item.accuracy)) of fields, \(Format.seconds(item.cost)) CPU a page"
    }
}

/// Puts names beside their marks where they cover neither a mark nor another name; a name without room is left to the
/// tooltip.
struct LabelPlacer {
    struct Label {
        let text: String
        let point: Point
        let anchor: SVG.Anchor
    }

    private struct Box {
        var left, right, top, bottom: Double

        func overlaps(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private let area: Box
    private let marks: [Point]
    private var taken: [Box] = []
    private static let longest = 46

    init(left: Double, right: Double, top: Double, bottom: Double, marks: [Point]) {
        area = Box(left: left + 2, right: right + 22, top: top - 8, bottom: bottom - 2)
        self.marks = marks
    }

    mutating func place(_ name: String, beside point: Point) -> Label? {
        let text = name.count > Self.longest ? name.prefix(Self.longest - 1) + "…" : name
        let places: [(Point, SVG.Anchor)] = [
            (Point(point.x + 9, point.y + 4), .start), (Point(point.x - 9, point.y + 4), .end),
            (Point(point.x, point.y - 10), .middle), (Point(point.x, point.y + 19), .middle),
            (Point(point.x + 7, point.y - 9), .start), (Point(point.x + 7, point.y + 16), .start),
            (Point(point.x - 7, point.y - 9), .end), (Point(point.x - 7, point.y + 16), .end),
        ]
        for (place, anchor) in places {
            let box = box(of: text, at: place, anchor)
            guard isInside(box), !taken.contains(where: { $0.overlaps(box) }),
                !marks.contains(where: { $0 != point && covers(box, $0) })
            else { continue }
            taken.append(box)
            return Label(text: text, point: place, anchor: anchor)
        }
        return nil
    }

    private func box(of text: String, at point: Point, _ anchor: SVG.Anchor) -> Box {
        let width = TextWidth.of(text)
        let left =
            switch anchor {
            case .start: point.x
            case .middle: point.x - width / 2
            case .end: point.x - width
            }
        return Box(left: left, right: left + width, top: point.y - 10, bottom: point.y + 3)
    }

    private func isInside(_ box: Box) -> Bool {
        box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom
    }

    private func covers(_ box: Box, _ mark: Point) -> Bool {
        box.overlaps(Box(left: mark.x - 4, right: mark.x + 4, top: mark.y - 4, bottom: mark.y + 4))
    }
}
