internal import CPangoCairo

/// A page to draw on, in points from the upper left corner; remembers every text it was given.
struct Canvas: ~Copyable {
    let cairo: OpaquePointer?
    private let surface: OpaquePointer?
    private let context: OpaquePointer?
    private let layout: OpaquePointer?
    private let sink: ByteSink?
    private(set) var runs: [TextRun] = []
    private(set) var missingGlyphs = 0
    private var current: TextStyle?
    private var origin = (x: 0.0, y: 0.0)

    /// A canvas that only measures.
    static func measuring() -> Canvas { raster(width: 1, height: 1, pixelsPerPoint: 1) }

    /// A canvas that becomes a picture.
    static func raster(width: Double, height: Double, pixelsPerPoint: Double) -> Canvas {
        let size = (width * pixelsPerPoint, height * pixelsPerPoint)
        let surface = cairo_image_surface_create(
            CAIRO_FORMAT_RGB24, Int32(size.0.rounded(.up)), Int32(size.1.rounded(.up)))
        let canvas = Canvas(surface: surface, sink: nil)
        cairo_scale(canvas.cairo, pixelsPerPoint, pixelsPerPoint)
        return canvas
    }

    /// A canvas that becomes a PDF of one page, the same bytes whenever it is drawn.
    static func pdf(width: Double, height: Double, title: String) -> Canvas {
        let sink = ByteSink()
        let surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write, Unmanaged.passUnretained(sink).toOpaque(), width, height)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
        return Canvas(surface: surface, sink: sink)
    }

    private init(surface: OpaquePointer?, sink: ByteSink?) {
        self.surface = surface
        self.sink = sink
        cairo = cairo_create(surface)
        context = pango_cairo_create_context(cairo)
        layout = pango_layout_new(context)
        pango_cairo_context_set_resolution(context, 72)
        // Pango would round every advance to a whole point.
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        let attributes = pango_attr_list_new()
        // A glyph from another font would differ with what else is installed.
        pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
        // Old-style figures, which EB Garamond has by default, print 1 like a small I.
        pango_attr_list_insert(attributes, pango_attr_font_features_new("lnum=1"))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(context))
        cairo_destroy(cairo)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
    }

    /// Draws text on a baseline; `x` is its left, centre or right. White space alone draws nothing.
    mutating func text(
        _ text: String, x: Double, baseline: Double, _ style: TextStyle, _ alignment: Alignment = .left
    ) {
        guard !text.allSatisfy(\.isWhitespace) else { return }
        let width = width(text, style)
        let left = alignment == .left ? x : alignment == .right ? x - width : x - width / 2
        setColour(style.colour)
        let ascent = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
        cairo_move_to(cairo, left, baseline - ascent)
        pango_cairo_show_layout(cairo, layout)
        missingGlyphs += Int(pango_layout_get_unknown_glyphs_count(layout))
        var run = TextRun(text: text, x: left + origin.x, baseline: baseline + origin.y)
        run.width = width
        runs.append(run)
    }

    /// Width of text in points.
    mutating func width(_ text: String, _ style: TextStyle) -> Double {
        use(style)
        pango_layout_set_text(layout, text, -1)
        var width: Int32 = 0
        pango_layout_get_size(layout, &width, nil)
        return Double(width) / Double(PANGO_SCALE)
    }

    private mutating func use(_ style: TextStyle) {
        guard style != current else { return }
        let font = pango_font_description_new()
        pango_font_description_set_family(font, style.family)
        pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        current = style
    }

    mutating func fill(x: Double, y: Double, width: Double, height: Double, _ colour: Colour) {
        setColour(colour)
        cairo_rectangle(cairo, x, y, width, height)
        cairo_fill(cairo)
    }

    mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ rule: Rule) {
        setColour(rule.colour)
        cairo_set_line_width(cairo, rule.width)
        cairo_move_to(cairo, start.x, start.y)
        cairo_line_to(cairo, end.x, end.y)
        cairo_stroke(cairo)
    }

    /// A row of dots that leads the eye; ink, not text.
    mutating func leader(from start: Double, to end: Double, baseline: Double, size: Double, _ colour: Colour) {
        setColour(colour)
        for x in stride(from: end, through: start, by: -size * 0.55) {
            cairo_new_path(cairo)
            cairo_arc(cairo, x, baseline - size * 0.06, size * 0.055, 0, 6.3)
            cairo_fill(cairo)
        }
    }

    /// Everything after is moved, the places of texts too.
    mutating func move(x: Double, y: Double) {
        cairo_translate(cairo, x, y)
        origin = (origin.x + x, origin.y + y)
    }

    /// Nothing after is drawn beyond this rectangle.
    mutating func clip(width: Double, height: Double) {
        cairo_rectangle(cairo, 0, 0, width, height)
        cairo_clip(cairo)
    }

    /// Draws signs that are lines and not text, as box drawing is.
    mutating func ink(_ signs: String, x: Double, baseline: Double, _ style: TextStyle) {
        let before = runs.count
        text(signs, x: x, baseline: baseline, style)
        if runs.count > before { runs.removeLast() }
    }

    /// Everything after is moved, turned and scaled.
    mutating func transform(x: Double, y: Double, scale: Double, degrees: Double = 0) {
        cairo_translate(cairo, x, y)
        cairo_rotate(cairo, degrees * .pi / 180)
        cairo_scale(cairo, scale, scale)
    }

    func setColour(_ colour: Colour, alpha: Double = 1) {
        cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, alpha)
    }

    /// The finished PDF.
    consuming func pdfBytes() throws(CorpusError) -> [UInt8] {
        cairo_show_page(cairo)
        cairo_surface_finish(surface)
        try check()
        return sink?.bytes ?? []
    }

    /// The finished picture.
    consuming func picture() throws(CorpusError) -> Picture {
        cairo_surface_flush(surface)
        try check()
        let size = (Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface)))
        let stride = Int(cairo_image_surface_get_stride(surface))
        var picture = try Picture(width: size.0, height: size.1)
        guard let data = cairo_image_surface_get_data(surface) else { throw .drawingFailed("there are no pixels") }
        picture.fill(fromRGB24: UnsafeRawPointer(data), stride: stride)
        return picture
    }

    private func check() throws(CorpusError) {
        let status = cairo_status(cairo)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .drawingFailed(cairo_status_to_string(status).map { String(cString: $0) } ?? "cairo failed")
        }
        guard missingGlyphs == 0 else { throw .drawingFailed("\(missingGlyphs) characters are not in the font") }
    }
}

/// A line's width and colour.
struct Rule: Sendable {
    var width: Double
    var colour: Colour
}

/// Where cairo writes a PDF.
private final class ByteSink {
    var bytes: [UInt8] = []

    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}
