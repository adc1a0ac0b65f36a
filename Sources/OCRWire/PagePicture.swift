/// How a document's pages are drawn for a person who looks at them. The bench asks for it, the worker never does.
public struct PictureOrder: Sendable, Hashable {
    /// Resolution at which PDF pages are drawn, in dots per inch.
    public var dpi: Int
    /// Larger pages are scaled down until their longest side has so many pixels.
    public var longestSide: Int

    /// Creates an order.
    public init(dpi: Int = 150, longestSide: Int = 2400) {
        self.dpi = dpi
        self.longestSide = longestSide
    }
}

/// A page as a reader drew it: grey and upright, so that the boxes of fields fit it. Not a byte of it is the document's own.
public struct PagePicture: Sendable, Hashable {
    /// Number of the page, from 0.
    public var page: Int
    /// The picture as a JPEG.
    public var jpeg: [UInt8]

    /// Creates a picture.
    public init(page: Int, jpeg: [UInt8]) {
        self.page = page
        self.jpeg = jpeg
    }
}

extension PictureOrder: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.integer(dpi, in: WireBounds.pictureSides, "drawing resolution")
        try writer.integer(longestSide, in: WireBounds.pictureSides, "side of a picture")
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            dpi: try reader.integer(in: WireBounds.pictureSides, "drawing resolution"),
            longestSide: try reader.integer(in: WireBounds.pictureSides, "side of a picture"))
    }
}

extension PagePicture: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.integer(page, in: WireBounds.pageIndexes, "page number")
        try writer.blob(jpeg, atMost: Wire.maximumPictureBytes)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            page: try reader.integer(in: WireBounds.pageIndexes, "page number"),
            jpeg: try reader.blob(atMost: Wire.maximumPictureBytes))
    }
}
