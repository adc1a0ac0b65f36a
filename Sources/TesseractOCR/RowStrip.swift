internal import CLeptonica
internal import Recognition

/// Pieces of a row side by side on one line of paper, enlarged to the size that the network was trained on: what is a column
/// apart is a space apart here, so that a figure is read among its neighbours.
struct RowStrip: ~Copyable {
    let picture: Picture
    private let parts: [Part]

    /// Capitals are so many pixels high in a strip: about as large as those that the network was trained on.
    static let usual = 30.0
    /// What reads as nothing at the usual height, as a lone nought often does, is read at this one.
    static let large = 44.0
    /// Heights of a capital between two pieces.
    private static let gap = 1.1

    /// A piece of the page and where it begins in the strip.
    private struct Part {
        let box: PixelBox
        let place: CropPlace
        var end: Int32 { Int32(place.start + Double(box.width) * place.factor) }
    }

    /// - Throws: `engineFailure` naming the step that leptonica refused.
    init(
        of row: [PixelBox], on page: borrowing Picture, letter: Double, height: Double = usual
    ) throws(RecognitionFailure) {
        let pad = Int32(max(1, letter * 0.12))
        let padded = row.map { $0.padded(by: pad, width: page.width, height: page.height) }
        let around = PixelBox(around: padded)
        let factor = Self.factor(row, letter: letter, height: height)
        var parts: [Part] = []
        var start = CropPlace.margin
        for box in padded {
            let place = CropPlace(left: Double(box.x), top: Double(around.y), factor: factor, start: start)
            parts.append(Part(box: box, place: place))
            start = Double(parts[parts.count - 1].end) + letter * factor * Self.gap
        }
        self.parts = parts
        picture = try Self.drawn(parts, around: around, factor: factor, on: page)
    }

    private static func factor(_ row: [PixelBox], letter: Double, height: Double) -> Double {
        let heights = row.map { Double($0.height) }.sorted()
        let tall = min(max(heights[heights.count / 2], 0.6 * letter), letter)
        return min(max(height / tall, 0.5), 4)
    }

    private static func drawn(
        _ parts: [Part], around: PixelBox, factor: Double, on page: borrowing Picture
    ) throws(RecognitionFailure) -> Picture {
        let margin = Int32(CropPlace.margin)
        let end = parts.map(\.end).max() ?? margin
        let strip = try Picture.blank(
            width: Int(end + margin), height: Int(Double(around.height) * factor) + 2 * Int(margin))
        let paper = GreyContrast(histogram: try page.clipped(to: around).greyHistogram(step: 1)).paper
        strip.withPix { _ = pixSetAllArbitrary($0, UInt32(paper)) }
        for part in parts {
            let piece = try page.clipped(to: part.box).derived("scale") { pixScale($0, Float(factor), Float(factor)) }
            let top = margin + Int32(Double(part.box.y - around.y) * factor)
            strip.withPix { strip in
                piece.withPix { piece in
                    _ = pixRasterop(
                        strip, Int32(part.place.start), top, pixGetWidth(piece), pixGetHeight(piece), Int32(PIX_SRC),
                        piece, 0, 0)
                }
            }
        }
        return strip
    }

    /// Where a box of the strip lies on the page: in the piece that its middle is in, or the one before.
    var places: (PixelBox) -> PixelBox {
        { [parts] box in
            let middle = box.x + box.width / 2
            let part = parts.last { Int32($0.place.start) <= middle } ?? parts[0]
            return part.place.original(box)
        }
    }
}

extension PixelBox {
    fileprivate func padded(by pad: Int32, width pageWidth: Int, height pageHeight: Int) -> PixelBox {
        let left = max(x - pad, 0)
        let top = max(y - pad, 0)
        return PixelBox(
            x: left, y: top, width: min(width + 2 * pad, Int32(pageWidth) - left),
            height: min(height + 2 * pad, Int32(pageHeight) - top))
    }

    fileprivate init(around boxes: [PixelBox]) {
        let left = boxes.map(\.x).min() ?? 0
        let top = boxes.map(\.y).min() ?? 0
        self.init(
            x: left, y: top, width: (boxes.map { $0.x + $0.width }.max() ?? left) - left,
            height: (boxes.map { $0.y + $0.height }.max() ?? top) - top)
    }
}
