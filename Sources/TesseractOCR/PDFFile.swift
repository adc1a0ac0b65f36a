internal import CPopplerShim
internal import CLeptonica
internal import Recognition

/// One poppler document, owned; the bytes it was opened from must outlive it.
struct PDFFile: ~Copyable {
    private let document: OpaquePointer
    private let limits: RecognitionLimits

    init(_ bytes: UnsafeRawBufferPointer, limits: RecognitionLimits) throws(RecognitionFailure) {
        var opened: OpaquePointer?
        let start = bytes.bindMemory(to: CChar.self).baseAddress
        try PDFFile.check(cpoppler_open(start, bytes.count, &opened), what: "the PDF cannot be opened")
        guard let opened else { throw .corruptFile("the PDF cannot be opened") }
        self.document = opened
        self.limits = limits
    }

    deinit {
        cpoppler_close(document)
    }

    /// Number of pages as declared; a page that is not there fails when it is asked for.
    borrowing func pageCount() throws(RecognitionFailure) -> Int {
        let count = Int(cpoppler_page_count(document))
        guard count > 0 else { throw .corruptFile("the PDF has no page") }
        return count
    }

    /// Size of the upright page in points. Poppler draws an empty box as US letter.
    borrowing func pageSize(_ page: Int) throws(RecognitionFailure) -> PointSize {
        var size = PointSize(width: 0, height: 0)
        try PDFFile.check(
            cpoppler_page_size(document, Int32(page), &size.width, &size.height),
            what: "page \(page + 1) of the PDF is missing")
        if size.width < 1 || size.height < 1 { size = PointSize(width: 612, height: 792) }
        let longest = max(size.width, size.height)
        guard longest.isFinite, longest <= Double(limits.pageSidePoints) else {
            let found = longest.isFinite ? Int(min(longest, 1e15)) : Int.max
            throw .limitExceeded(limit: "points on a page's longest side", found: found, allowed: limits.pageSidePoints)
        }
        return size
    }

    /// The page drawn in grey at `dpi`, less where the limits on pixels ask for it.
    borrowing func picture(page: Int, dpi: Int) throws(RecognitionFailure) -> Picture {
        let size = try pageSize(page)
        let fitting = resolution(fitting: size, wanted: Double(dpi))
        let width = Int((size.width * fitting / 72).rounded(.up))
        let height = Int((size.height * fitting / 72).rounded(.up))
        try limits.check(width: width, height: height)
        let picture = try Picture.blank(width: width, height: height)
        let status = picture.withPix { pix in
            cpoppler_render_grey(
                document, Int32(page), fitting, Int32(width), Int32(height), pixGetData(pix), pixGetWpl(pix))
        }
        try PDFFile.check(status, what: "page \(page + 1) of the PDF cannot be drawn")
        picture.resolution = Int(fitting.rounded())
        return picture
    }

    private borrowing func resolution(fitting size: PointSize, wanted: Double) -> Double {
        var dpi = wanted
        while dpi > 20, !limits.allow(width: Int(size.width * dpi / 72) + 1, height: Int(size.height * dpi / 72) + 1) {
            dpi *= 0.9
        }
        return dpi
    }

    /// The page's own words with their boxes in points, as poppler finds them.
    borrowing func textBoxes(page: Int) throws(RecognitionFailure) -> [TextLayerBox] {
        var list: UnsafeMutablePointer<cpoppler_text>?
        try PDFFile.check(
            cpoppler_text_list(document, Int32(page), &list), what: "the text of page \(page + 1) cannot be read")
        guard let list else { return [] }
        defer { cpoppler_text_destroy(list) }
        let count = list.pointee.box_count
        guard count <= limits.words else { throw .limitExceeded(limit: "words", found: count, allowed: limits.words) }
        let text = UnsafeRawBufferPointer(start: list.pointee.text, count: list.pointee.text_length)
        return UnsafeBufferPointer(start: list.pointee.boxes, count: list.pointee.box_count).map { box in
            let start = Int(box.text_offset)
            return TextLayerBox(
                text: String(decoding: text[start..<start + Int(box.text_length)], as: UTF8.self),
                box: PageBox(x: box.x, y: box.y, width: box.width, height: box.height),
                isUpright: box.rotation == 0)
        }
    }

    private static func check(_ status: cpoppler_status, what: String) throws(RecognitionFailure) {
        switch status {
        case cpoppler_ok: return
        case cpoppler_out_of_memory: throw .outOfMemory
        case cpoppler_locked: throw .encryptedPDF
        default: throw .corruptFile(what)
        }
    }
}

/// A size in points, 72 to the inch.
struct PointSize {
    var width: Double
    var height: Double
}

/// One word of a text layer; the box is in points.
struct TextLayerBox {
    var text: String
    var box: PageBox
    var isUpright: Bool
}
