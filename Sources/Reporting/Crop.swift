internal import Foundation
internal import Recognition
internal import Tuning

/// A piece of a page with a cell that was not read as printed, what is printed and what was read.
struct Crop {
    /// The document, the cell and how common the error is.
    let title: String
    let printed: String
    let read: String
    let note: String?
    /// The piece of the picture; empty where there is none to show.
    let svg: String

    static let style = """
        .crop svg{border:1px solid var(--faint);border-radius:4px;max-width:100%}
        .crop rect{fill:none;stroke:var(--bad);vector-effect:non-scaling-stroke;stroke-width:2}

        """

    init(_ entry: TellingCells.Entry, picture: DocumentPicture?) {
        let (page, cell) = (entry.page, entry.cell)
        title =
            "\(page.document), \(cell.path): \(Format.words(cell.field)) \(cell.outcome), "
            + "\(Format.count(entry.count, "error")) of this sort in \(page.layout), \(page.kind.label)"
        printed = cell.expected ?? "nothing"
        read = cell.found ?? "nothing"
        note = Self.note(cell.place)
        svg = Self.svg(cell.place, picture)
    }

    /// One item of a list.
    var markdown: String { "- \(title): printed `\(printed)`, read `\(read)`\(note.map { " (\($0))" } ?? "")\n" }

    private static func note(_ place: CellPlace?) -> String? {
        guard let place else { return nil }
        guard let confidence = place.confidence else { return "the box is what was read of its row" }
        return "confidence \(Format.decimal(confidence, 2))\(place.isSilent ? ", no warning" : "")"
    }

    /// The picture whole, clipped to the cell's surroundings by its view box; the browser decodes it.
    private static func svg(_ place: CellPlace?, _ picture: DocumentPicture?) -> String {
        guard let place, let picture, place.page == 0, place.width > 0, place.height > 0 else { return "" }
        let (width, height) = (Double(place.width), Double(place.height))
        let box = place.box
        let margin = max(box.height * height * 1.5, 0.02 * height)
        let left = max(0, box.x * width - 4 * margin)
        let top = max(0, box.y * height - margin)
        let right = min(width, box.maxX * width + 4 * margin)
        let bottom = min(height, box.maxY * height + margin)
        let data = Data(picture.bytes).base64EncodedString()
        let shown = min(900, (right - left) * 160 / max(bottom - top, 1))
        return """
            <svg viewBox="\(SVG.number(left)) \(SVG.number(top)) \(SVG.number(right - left)) \(SVG.number(bottom - top))" \
            width="\(SVG.number(shown))" role="img" aria-label="The cell on its page">\
            <image href="data:\(picture.mediaType);base64,\(data)" width="\(place.width)" height="\(place.height)"/>\
            <rect x="\(SVG.number(box.x * width))" y="\(SVG.number(box.y * height))" \
            width="\(SVG.number(box.width * width))" height="\(SVG.number(box.height * height))"/></svg>
            """
    }
}
