/// Pieces of pages, for measurements that a whole page takes too long for.
public enum PageBand {
    /// A band over the whole width of a picture.
    ///
    /// - Parameters:
    ///   - picture: a file that leptonica reads (`pixReadMem`).
    ///   - top: where the band begins, as a share of the height.
    ///   - height: its height, as a share of the picture's; never less than a pixel.
    /// - Returns: a PNG.
    /// - Throws: `CorpusError.drawingFailed` for bytes that are no picture.
    public static func png(of picture: [UInt8], top: Double, height: Double) throws(CorpusError) -> [UInt8] {
        let page = try Picture(decoding: picture)
        let (from, rows) = (Int(top * Double(page.height)), max(1, Int(height * Double(page.height))))
        return try page.cropped(x: 0, y: from, width: page.width, height: rows).exactPNG()
    }
}
