/// A colour, 0 to 1 each.
struct Colour: Sendable, Hashable {
    var red: Double
    var green: Double
    var blue: Double

    init(_ hex: Int) {
        red = Double(hex >> 16 & 255) / 255
        green = Double(hex >> 8 & 255) / 255
        blue = Double(hex & 255) / 255
    }

    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    static let black = Colour(0x000000)
    static let white = Colour(0xFFFFFF)

    /// This colour with a share of another.
    func mixed(with other: Colour, _ share: Double) -> Colour {
        Colour(
            red: red + (other.red - red) * share, green: green + (other.green - green) * share,
            blue: blue + (other.blue - blue) * share)
    }
}

/// Type: family, size in points, weight, colour.
struct TextStyle: Sendable, Hashable {
    var family: String
    var size: Double
    var bold = false
    var italic = false
    var colour = Colour.black

    func sized(_ factor: Double) -> TextStyle {
        var style = self
        style.size *= factor
        return style
    }

    func coloured(_ colour: Colour) -> TextStyle {
        var style = self
        style.colour = colour
        return style
    }

    var emboldened: TextStyle {
        var style = self
        style.bold = true
        return style
    }
}

/// A piece of text where it was drawn; the text of a page is made of these.
package struct TextRun: Sendable, Hashable {
    var text: String
    var x: Double
    var baseline: Double
    var width = 0.0

    package init(text: String, x: Double, baseline: Double) {
        self.text = text
        self.x = x
        self.baseline = baseline
    }
}

enum Alignment: Sendable {
    case left, centre, right
}
