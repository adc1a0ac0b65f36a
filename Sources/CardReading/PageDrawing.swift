public import Recognition
public import TesseractOCR

/// Draws the pages of a document for a person to look at.
public struct PageDrawing: Sendable {
    private let dpi: Int
    private let longestSide: Int

    /// Draws PDF pages at `dpi`, and scales whatever is larger than `longestSide` pixels down to it.
    public init(dpi: Int, longestSide: Int) {
        self.dpi = dpi
        self.longestSide = longestSide
    }

    /// Gives each page's JPEG in turn. It stops at the first page that cannot be drawn: reading the document, which
    /// follows, says why.
    public func draw(
        _ bytes: UnsafeRawBufferPointer, limits: RecognitionLimits, deadline: Deadline, emit: (Int, [UInt8]) -> Void
    ) {
        try? pages(bytes, limits, deadline, emit)
    }

    private func pages(
        _ bytes: UnsafeRawBufferPointer, _ limits: RecognitionLimits, _ deadline: Deadline,
        _ emit: (Int, [UInt8]) -> Void
    ) throws(RecognitionFailure) {
        let document = try OpenDocument(bytes, limits: limits)
        for page in 0..<document.pageCount {
            try deadline.check()
            emit(page, try document.picture(page: page, dpi: dpi).jpeg(longestSide: longestSide))
        }
    }
}
