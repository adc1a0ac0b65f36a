public import Recognition

/// An uploaded file, opened: its pages as text layers and pictures. Limits are checked before pixels are allocated.
/// The bytes must outlive it.
public struct OpenDocument: ~Copyable {
    private enum Content: ~Copyable {
        case pdf(PDFFile)
        case pictures(PictureFile, DocumentFormat)

        init(_ bytes: UnsafeRawBufferPointer, limits: RecognitionLimits) throws(RecognitionFailure) {
            let format = try DocumentFormat.sniff(bytes)
            if format == .pdf {
                self = .pdf(try PDFFile(bytes, limits: limits))
            } else {
                self = .pictures(PictureFile(bytes, format: format, limits: limits), format)
            }
        }

        borrowing func pageCount() throws(RecognitionFailure) -> Int {
            switch self {
            case .pdf(let pdf): try pdf.pageCount()
            case .pictures(let pictures, _): try pictures.pageCount()
            }
        }
    }

    /// Number of pages.
    public let pageCount: Int
    private let content: Content

    /// Opens a file from its bytes.
    ///
    /// - Throws: what `RecognitionFailure` says of formats, damage, passwords and limits.
    public init(_ bytes: UnsafeRawBufferPointer, limits: RecognitionLimits) throws(RecognitionFailure) {
        guard bytes.count <= limits.fileBytes else {
            throw .limitExceeded(limit: "bytes", found: bytes.count, allowed: limits.fileBytes)
        }
        let content = try Content(bytes, limits: limits)
        let count = try content.pageCount()
        guard count <= limits.pages else { throw .limitExceeded(limit: "pages", found: count, allowed: limits.pages) }
        self.content = content
        self.pageCount = count
    }

    /// Whether pictures of its pages depend on the drawing resolution.
    public var isDrawn: Bool {
        switch content {
        case .pdf: true
        case .pictures: false
        }
    }

    /// The page from the file's own text; nil when the file has none or it is not sound.
    public borrowing func textLayer(page: Int) throws(RecognitionFailure) -> RecognizedPage? {
        switch content {
        case .pictures: return nil
        case .pdf(let pdf):
            let layer = TextLayer(boxes: try pdf.textBoxes(page: page), size: try pdf.pageSize(page))
            return layer.isSound ? layer.page(index: page) : nil
        }
    }

    /// The page's picture, upright and grey; PDF pages are drawn at `dpi`.
    public borrowing func picture(page: Int, dpi: Int) throws(RecognitionFailure) -> Picture {
        switch content {
        case .pdf(let pdf): try pdf.picture(page: page, dpi: dpi)
        case .pictures(let pictures, _): try pictures.picture(page: page)
        }
    }

    /// What sort of input a PDF or a TIFF is; nil for a picture, where only its pixels tell.
    public borrowing func kind(hasSoundText: Bool) -> InputKind? {
        switch content {
        case .pdf: hasSoundText ? .text : .scan
        case .pictures(_, let format): format == .tiff ? .scan : nil
        }
    }

    /// What sort of input a picture is: a program's has flat areas, a camera's has noise everywhere.
    public static func kind(of picture: borrowing Picture) -> InputKind {
        picture.flatness() > flatnessOfScreens ? .screen : .photo
    }

    private static let flatnessOfScreens = 0.55
}
