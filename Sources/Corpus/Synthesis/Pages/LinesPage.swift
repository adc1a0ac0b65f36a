/// A page of lines: each a few pieces of text at places across the width, some on a band of colour.
struct LinesPage: PagePainter {
    struct Piece: Sendable {
        var text: String
        /// Share of the inner width.
        var at: Double
        var alignment = Alignment.left
        var bold = false
        var faint = false
        var size = 1.0
        var colour: Colour?
        /// A disc behind it, as over strips have.
        var disc: Colour?
    }

    struct Line: Sendable {
        var pieces: [Piece]
        var fill: Colour?
        /// Distance to the line before, in sizes.
        var pitch = 1.6
        var rule = false
    }

    var title: String
    var width: Double
    var page: Colour
    var type: TextStyle
    var faint: Colour
    var margin: Double
    var lines: [Line]

    var capHeight: Double { type.size * 0.7 }

    func paint(on canvas: inout Canvas) -> Double {
        var y = margin
        for line in lines {
            let height = type.size * line.pitch
            if let fill = line.fill { canvas.fill(x: 0, y: y, width: width + 1, height: height, fill) }
            let baseline = y + height * 0.5 + type.size * 0.35
            for piece in line.pieces { put(piece, baseline, &canvas) }
            y += height
            if line.rule {
                let rule = Rule(width: 0.6, colour: faint.mixed(with: page, 0.6))
                canvas.line(from: (margin, y), to: (width - margin, y), rule)
            }
        }
        return y + margin
    }

    private func put(_ piece: Piece, _ baseline: Double, _ canvas: inout Canvas) {
        var style = type.sized(piece.size).coloured(piece.colour ?? (piece.faint ? faint : type.colour))
        style.bold = piece.bold
        let x = margin + (width - 2 * margin) * piece.at
        if let disc = piece.disc {
            let side = style.size * 1.5
            canvas.fill(x: x - side / 2, y: baseline - style.size * 0.35 - side / 2, width: side, height: side, disc)
        }
        canvas.text(piece.text, x: x, baseline: baseline, style, piece.alignment)
    }

    /// The text in lines no wider than the page, the first beginning at a place of its own.
    static func paragraph(_ text: String, columns: Int, at place: Double = 0, faint: Bool = false) -> [Line] {
        Wrapped.lines(text, columns: columns).map {
            Line(pieces: [Piece(text: $0, at: place, faint: faint)], pitch: 1.4)
        }
    }
}
