/// What a document may cost at the most. Checked from headers before pixels are allocated; one knob and one clear error
/// for each (SECURITY.md 3).
public struct RecognitionLimits: Codable, Sendable, Hashable {
    /// Size of the file in bytes.
    public var fileBytes: Int
    /// Pixels of one page after decoding or drawing.
    public var pixels: Int
    /// Longest side of a page in pixels; Tesseract itself ends at 32,767.
    public var longestSide: Int
    /// Shortest side of a page in pixels.
    public var shortestSide: Int
    /// Pages read of one document; a document with more is refused.
    public var pages: Int
    /// Longest side of a PDF page in points (14,400 is PDF's own limit).
    public var pageSidePoints: Int
    /// Bytes of UTF-8 text of one document.
    public var textBytes: Int
    /// Words of one document.
    public var words: Int

    /// Creates limits; the defaults are those that ship.
    public init(
        fileBytes: Int = 25 << 20, pixels: Int = 40_000_000, longestSide: Int = 16_000, shortestSide: Int = 16,
        pages: Int = 10, pageSidePoints: Int = 14_400, textBytes: Int = 4 << 20, words: Int = 50_000
    ) {
        self.fileBytes = fileBytes
        self.pixels = pixels
        self.longestSide = longestSide
        self.shortestSide = shortestSide
        self.pages = pages
        self.pageSidePoints = pageSidePoints
        self.textBytes = textBytes
        self.words = words
    }
}
