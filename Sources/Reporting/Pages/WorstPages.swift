internal import Foundation
internal import Recognition
internal import Tuning

/// The pages that were read worst, with what is printed and what was read side by side.
struct WorstPages {
    /// Nil when the run has no pictures.
    let section: ReportSection?

    /// Cells shown of each page; the table of documents has more.
    private static let mostCells = 12
    /// Bytes of pictures in a page that must stay under 5 MB; as text they are a third larger.
    private static let mostBytes = 2_600_000

    init(_ result: StudyResult, _ exhibits: StudyExhibits?, withCrops: Bool) {
        let pages = (exhibits?.pages ?? []).filter { withCrops || !$0.isPersonal }
        let name =
            result.setting(exhibits?.setting ?? "")?.name ?? Contender.all(in: result).first?.name ?? "the winner"
        var bytes = 0
        let shown = pages.filter { page in
            bytes += page.jpeg.count
            return bytes <= Self.mostBytes
        }
        guard !shown.isEmpty else {
            section = nil
            return
        }
        var section = ReportSection(
            id: "worst", title: "The worst pages",
            intro: [
                "Read again with “\(name)” after the run, the worst first, each layout once. Boxes on the page are the cells "
                    + "that are not right; each stands beside it with what is printed and what was read. A missed cell has "
                    + "the box of what was read of its row."
            ])
        section.exhibits = shown.enumerated().map { Exhibit($0.element, number: $0.offset + 1, most: Self.mostCells) }
        self.section = section
    }
}

/// One page as its template sees it.
struct Exhibit {
    struct Cell {
        let number: Int
        let path: String
        let field: String
        let outcome: String
        let printed: String
        let read: String
        let note: String?
        let svg: String
    }

    let id: String
    let title: String
    let caption: String
    let svg: String
    let cells: [Cell]
    let rest: String
    let hasRest: Bool

    init(_ page: PageExhibit, number: Int, most: Int) {
        id = "page-\(number)"
        title = page.document
        let right = "\(page.fieldsRight) of \(page.fieldsTotal) fields right"
        caption = "\(page.layout), \(page.kind.label): \(right)"
        let placed = page.cells.filter { $0.place?.page == page.page }
        let others = page.cells.filter { $0.place?.page != page.page }
        let shown = Array((placed + others).prefix(most))
        let numbered = shown.enumerated().map { (number: $0.offset + 1, cell: $0.element) }
        let drawing = PageDrawing(page, id: "picture-\(number)")
        svg = drawing.page(numbered.map { ($0.number, $0.cell.place) }, label: "\(page.document): \(right)")
        cells = numbered.map { number, cell in
            Cell(
                number: number, path: cell.path, field: Format.words(cell.field), outcome: cell.outcome,
                printed: cell.expected ?? "nothing", read: Self.read(cell), note: Self.note(cell.place),
                svg: drawing.crop(cell.place, label: "Cell \(number) on the page") ?? "")
        }
        let left = page.cells.count - shown.count
        rest = "and \(Format.count(left, "more cell", plural: "more cells")) not right"
        hasRest = left > 0
    }

    /// What was worked out from other cells was not read.
    private static func read(_ cell: CellError) -> String {
        guard let found = cell.found else { return "nothing" }
        return cell.outcome == "missed" ? "nothing (worked out: \(found))" : found
    }

    private static func note(_ place: CellPlace?) -> String? {
        guard let place else { return "not found on the page" }
        guard let confidence = place.confidence else { return nil }
        return "confidence \(Format.decimal(confidence, 2))\(place.isSilent ? ", no warning" : "")"
    }
}

/// Draws a page once and refers to it in every crop, so that a picture is in the file one time.
private struct PageDrawing {
    let exhibit: PageExhibit
    let id: String

    private var width: Double { Double(exhibit.width) }
    private var height: Double { Double(exhibit.height) }

    init(_ exhibit: PageExhibit, id: String) {
        self.exhibit = exhibit
        self.id = id
    }

    func page(_ places: [(number: Int, place: CellPlace?)], label: String) -> String {
        let boxes = places.compactMap { number, place in place.flatMap { box(number, $0) } }.joined()
        return """
            <svg viewBox="0 0 \(SVG.number(width)) \(SVG.number(height))" width="\(SVG.number(width))" \
            height="\(SVG.number(height))" role="img" aria-label="\(SVG.escaped(label))">\
            <image id="\(id)" href="data:image/jpeg;base64,\(exhibit.jpeg.base64EncodedString())" \
            width="\(SVG.number(width))" height="\(SVG.number(height))"/>\(boxes)</svg>
            """
    }

    private func box(_ number: Int, _ place: CellPlace) -> String? {
        guard place.page == exhibit.page else { return nil }
        let (x, y) = (place.box.x * width, place.box.y * height)
        let size = width / 46
        return """
            \(rectangle(place.box))<text x="\(SVG.number(x + place.box.width * width + size * 0.3))" \
            y="\(SVG.number(y + place.box.height * height / 2 + size * 0.35))" font-size="\(SVG.number(size))" \
            class="pin">\(number)</text>
            """
    }

    private func rectangle(_ box: PageBox) -> String {
        """
        <rect x="\(SVG.number(box.x * width))" y="\(SVG.number(box.y * height))" \
        width="\(SVG.number(box.width * width))" height="\(SVG.number(box.height * height))" class="box"/>
        """
    }

    func crop(_ place: CellPlace?, label: String) -> String? {
        guard let place, place.page == exhibit.page else { return nil }
        let box = place.box
        let margin = max(box.height * height * 0.8, height * 0.008)
        let left = max(0, box.x * width - 4 * margin)
        let top = max(0, box.y * height - margin)
        let right = min(width, (box.x + box.width) * width + 4 * margin)
        let bottom = min(height, (box.y + box.height) * height + margin)
        guard right > left, bottom > top else { return nil }
        let scale = min(300 / (right - left), 64 / (bottom - top))
        return """
            <svg viewBox="\(SVG.number(left)) \(SVG.number(top)) \(SVG.number(right - left)) \(SVG.number(bottom - top))" \
            width="\(SVG.number((right - left) * scale))" height="\(SVG.number((bottom - top) * scale))" role="img" \
            aria-label="\(SVG.escaped(label))"><use href="#\(id)"/>\(rectangle(box))</svg>
            """
    }
}
