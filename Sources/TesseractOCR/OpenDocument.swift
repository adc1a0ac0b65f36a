public import Recognition

/// An uploaded file, opened: its pages as text layers and pictures. Limits are checked before pixels are allocated.
/// The bytes must outlive it.
public struct OpenDocument: ~Copyable {
    private enum Content: ~Copyable {
        case pdf(OpenPDF)
        case pictures(OpenPictures)

        init(
            _ bytes: UnsafeRawBufferPointer, format: DocumentFormat, limits: RecognitionLimits
        ) throws(RecognitionFailure) {
            if format == .pdf {
                self = .pdf(try OpenPDF(bytes, limits: limits))
            } else {
                self = .pictures(try OpenPictures(bytes, format: format, limits: limits))
            }
        }
    }

    /// What the bytes are.
    public let format: DocumentFormat
    private let content: Content

    /// Opens a file from its bytes.
    ///
    /// - Throws: what `RecognitionFailure` says of formats, damage, passwords and limits.
    public init(_ bytes: UnsafeRawBufferPointer, limits: RecognitionLimits) throws(RecognitionFailure) {
        guard bytes.count <= limits.fileBytes else {
            throw .limitExceeded(limit: "bytes", found: bytes.count, allowed: limits.fileBytes)
        }
        let format = try DocumentFormat.sniff(bytes)
        let content = try Content(bytes, format: format, limits: limits)
        self.format = format
        self.content = content
    }

    /// Number of pages.
    public var pageCount: Int {
        switch content {
        case .pdf(let pdf): pdf.pageCount
        case .pictures(let pictures): pictures.pageCount
        }
    }

    /// What sort of input it is, told by its format and its first page.
    public var kind: InputKind {
        switch content {
        case .pdf(let pdf): pdf.kind
        case .pictures(let pictures): pictures.kind
        }
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
        case .pdf(let pdf): try pdf.textLayer(page: page)
        case .pictures: nil
        }
    }

    /// The page's picture, upright and grey; PDF pages are drawn at `dpi`.
    public borrowing func picture(page: Int, dpi: Int) throws(RecognitionFailure) -> Picture {
        switch content {
        case .pdf(let pdf): try pdf.file.picture(page: page, dpi: dpi)
        case .pictures(let pictures): try pictures.picture(page: page)
        }
    }
}

/// A PDF with the text of its first page, which tells the kind of input and need not be read twice.
struct OpenPDF: ~Copyable {
    let file: PDFFile
    let pageCount: Int
    private let firstTextLayer: RecognizedPage?

    init(_ bytes: UnsafeRawBufferPointer, limits: RecognitionLimits) throws(RecognitionFailure) {
        let file = try PDFFile(bytes, limits: limits)
        let count = try limits.check(pages: try file.pageCount())
        let layer = try TextLayer.page(0, of: file)
        self.file = file
        pageCount = count
        firstTextLayer = layer
    }

    var kind: InputKind { firstTextLayer == nil ? .scan : .text }

    borrowing func textLayer(page: Int) throws(RecognitionFailure) -> RecognizedPage? {
        page == 0 ? firstTextLayer : try TextLayer.page(page, of: file)
    }
}

/// A picture file with its first picture, which tells the kind of input and need not be decoded twice.
struct OpenPictures: ~Copyable {
    let pageCount: Int
    let kind: InputKind
    private let file: PictureFile
    private let first: Picture

    init(
        _ bytes: UnsafeRawBufferPointer, format: DocumentFormat, limits: RecognitionLimits
    ) throws(RecognitionFailure) {
        let file = PictureFile(bytes, format: format, limits: limits)
        let count = try limits.check(pages: try file.pageCount())
        let first = try file.picture(page: 0)
        pageCount = count
        kind = format == .tiff ? .scan : OpenPictures.kind(of: first)
        self.file = file
        self.first = first
    }

    borrowing func picture(page: Int) throws(RecognitionFailure) -> Picture {
        page == 0 ? try first.shared() : try file.picture(page: page)
    }

    /// A program's picture has flat areas; a camera's has noise everywhere.
    private static func kind(of picture: borrowing Picture) -> InputKind {
        picture.flatness() > 0.55 ? .screen : .photo
    }
}
