/// A picture under construction. Colours and type come from the page's style sheet by class, so that light and dark
/// need no second picture.
struct SVG {
    enum Anchor: String { case start, middle, end }

    let width: Double
    let height: Double
    private var body = ""

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// The element; the label is what a screen reader says, and the description what it says when asked for more.
    func element(label: String, description: String = "") -> String {
        let more = description.isEmpty ? "" : "<desc>\(Self.escaped(description))</desc>"
        return """
            <svg viewBox="0 0 \(Self.number(width)) \(Self.number(height))" width="\(Self.number(width))" \
            height="\(Self.number(height))" role="img" aria-label="\(Self.escaped(label))">\(more)\(body)</svg>
            """
    }

    mutating func line(from: Point, to: Point, _ style: String) {
        body += """
            <line x1="\(Self.number(from.x))" y1="\(Self.number(from.y))" x2="\(Self.number(to.x))" \
            y2="\(Self.number(to.y))" class="\(style)"/>
            """
    }

    mutating func path(_ points: [Point], _ style: String) {
        let steps = points.enumerated().map { index, point in
            "\(index == 0 ? "M" : "L")\(Self.number(point.x)) \(Self.number(point.y))"
        }
        body += "<path d=\"\(steps.joined())\" class=\"\(style)\"/>"
    }

    mutating func rectangle(_ origin: Point, width: Double, height: Double, _ style: String) {
        body += """
            <rect x="\(Self.number(origin.x))" y="\(Self.number(origin.y))" width="\(Self.number(width))" \
            height="\(Self.number(height))" class="\(style)"/>
            """
    }

    /// Text; the tooltip is for one that is cut short.
    mutating func text(
        _ text: String, at point: Point, _ anchor: Anchor = .start, _ style: String = "", tooltip: String = ""
    ) {
        let title = tooltip.isEmpty || tooltip == text ? "" : "<title>\(Self.escaped(tooltip))</title>"
        body += """
            <text x="\(Self.number(point.x))" y="\(Self.number(point.y))" text-anchor="\(anchor.rawValue)"\
            \(style.isEmpty ? "" : " class=\"\(style)\"")>\(Self.escaped(text))\(title)</text>
            """
    }

    /// A tile of a map, as strong as its opacity.
    mutating func cell(
        _ origin: Point, width: Double, height: Double, _ style: String, opacity: Double, tooltip: String
    ) {
        body += """
            <rect x="\(Self.number(origin.x))" y="\(Self.number(origin.y))" width="\(Self.number(width))" \
            height="\(Self.number(height))" rx="2" class="\(style)" fill-opacity="\(Format.decimal(opacity, 2))">\
            <title>\(Self.escaped(tooltip))</title></rect>
            """
    }

    /// Text that reads upwards, for the vertical axis.
    mutating func upright(_ text: String, at point: Point, _ style: String) {
        body += """
            <text transform="translate(\(Self.number(point.x)) \(Self.number(point.y))) rotate(-90)" \
            text-anchor="middle" class="\(style)">\(Self.escaped(text))</text>
            """
    }

    /// A mark with a tooltip; shapes differ so that colour need not be seen.
    mutating func mark(_ shape: Mark, at point: Point, _ style: String, tooltip: String = "") {
        let title = tooltip.isEmpty ? "" : "<title>\(Self.escaped(tooltip))</title>"
        let (x, y) = (Self.number(point.x), Self.number(point.y))
        switch shape {
        case .circle: body += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4.5\" class=\"\(style)\">\(title)</circle>"
        case .dot: body += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"3\" class=\"\(style)\">\(title)</circle>"
        case .square, .diamond:
            let turn = shape == .diamond ? " rotate(45)" : ""
            body += """
                <rect x="-4" y="-4" width="8" height="8" transform="translate(\(x) \(y))\(turn)" \
                class="\(style)">\(title)</rect>
                """
        case .triangle:
            body += "<path d=\"M0 -5L5 4L-5 4Z\" transform=\"translate(\(x) \(y))\" class=\"\(style)\">\(title)</path>"
        }
    }

    static func number(_ value: Double) -> String {
        let text = Format.decimal(value, 1)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// With so many decimals, those that say nothing left out.
    static func number(_ value: Double, _ places: Int) -> String {
        var text = Format.decimal(value, places)[...]
        guard text.contains(".") else { return String(text) }
        while text.last == "0" { text = text.dropLast() }
        return String(text.last == "." ? text.dropLast() : text)
    }

    static func escaped(_ text: String) -> String {
        text.map { character -> String in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: String(character)
            }
        }.joined()
    }
}

struct Point: Equatable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

enum Mark {
    case circle, square, diamond, triangle, dot
}
