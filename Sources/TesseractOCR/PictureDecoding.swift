internal import CLeptonica
internal import Recognition

/// Decodes the pictures of a file; the header is checked against the limits before pixels are allocated.
struct PictureFile {
    private let bytes: UnsafeRawBufferPointer
    private let format: DocumentFormat
    private let limits: RecognitionLimits
    private let orientation: ExifOrientation

    init(_ bytes: UnsafeRawBufferPointer, format: DocumentFormat, limits: RecognitionLimits) {
        self.bytes = bytes
        self.format = format
        self.limits = limits
        self.orientation = ExifOrientation.read(from: bytes, format: format)
    }

    /// Number of pictures: the pages of a TIFF, 1 for anything else.
    func pageCount() throws(RecognitionFailure) -> Int {
        format == .tiff ? try TIFFDirectories(of: bytes).count(upTo: limits.pages) : 1
    }

    /// The picture of one page: upright, in grey.
    func picture(page: Int) throws(RecognitionFailure) -> Picture {
        switch format {
        case .jpeg: try upright(jpeg())
        case .png: try upright(checked(header: readHeaderMemPNG, name: "PNG", decode: decodePNG))
        case .webp: try upright(checked(header: readHeaderMemWebPSize, name: "WebP", decode: pixReadMemWebP))
        case .tiff: try upright(tiff(page: page))
        case .bmp: try upright(bmp())
        case .gif: try upright(gif())
        case .pdf: throw .engineFailure("a PDF is not a picture")
        }
    }

    private func upright(_ picture: consuming Picture) throws(RecognitionFailure) -> Picture {
        let grey = try picture.inGrey()
        return try grey.turned(orientation)
    }

    private typealias Bytes = UnsafePointer<UInt8>

    private var start: Bytes? { bytes.bindMemory(to: UInt8.self).baseAddress }

    private func checked(
        header: (PictureFile) -> (Int, Int)?, name: String,
        decode: (Bytes?, Int) -> UnsafeMutablePointer<Pix>?
    ) throws(RecognitionFailure) -> Picture {
        guard let (width, height) = header(self) else { throw .corruptFile("the \(name)'s header cannot be read") }
        try limits.check(width: width, height: height)
        return try decoded(decode(start, bytes.count), name: name)
    }

    private func decoded(
        _ pix: UnsafeMutablePointer<Pix>?, name: String
    ) throws(RecognitionFailure) -> Picture {
        guard let picture = Picture(owning: pix) else {
            throw .corruptFile("the \(name) is cut off or cannot be decoded")
        }
        try limits.check(width: picture.width, height: picture.height)
        return picture
    }

    /// A camera's 50 megapixels are decoded at a half, a quarter or an eighth (libjpeg's scaled DCT), not refused.
    private func jpeg() throws(RecognitionFailure) -> Picture {
        var (width, height, samples, ycck, cmyk) = (Int32(0), Int32(0), Int32(0), Int32(0), Int32(0))
        guard readHeaderMemJpeg(start, bytes.count, &width, &height, &samples, &ycck, &cmyk) == 0 else {
            throw .corruptFile("the JPEG's header cannot be read")
        }
        try JPEGStructure(bytes).check(width: Int(width), height: Int(height), limits: limits)
        let reductions = [1, 2, 4, 8]
        let reduction = reductions.first { limits.allow(width: Int(width) / $0, height: Int(height) / $0) } ?? 8
        try limits.check(width: Int(width) / reduction, height: Int(height) / reduction)
        var warnings: Int32 = 0
        let pix = pixReadMemJpeg(
            start, bytes.count, 0, Int32(reduction), &warnings, Int32(L_JPEG_CONTINUE_WITH_BAD_DATA))
        let picture = try decoded(pix, name: "JPEG").inGrey()
        // libjpeg fills what is missing with grey and only warns; extra bytes are a warning too, and harmless.
        if warnings > 0, !endsLikeJPEG { throw .corruptFile("the JPEG is cut off") }
        if warnings > 0, picture.isFlat() { throw .corruptFile("the JPEG has no picture that can be decoded") }
        return picture
    }

    private var endsLikeJPEG: Bool {
        guard let scan = lastOccurrence(of: [0xFF, 0xDA]), let end = lastOccurrence(of: [0xFF, 0xD9]) else {
            return false
        }
        return end > scan
    }

    private func lastOccurrence(of pair: [UInt8]) -> Int? {
        var offset = bytes.count - 2
        while offset >= 0 {
            if bytes[offset] == pair[0], bytes[offset + 1] == pair[1] { return offset }
            offset -= 1
        }
        return nil
    }

    private func tiff(page: Int) throws(RecognitionFailure) -> Picture {
        var (width, height, bits, samples) = (Int32(0), Int32(0), Int32(0), Int32(0))
        let header = readHeaderMemTiff(
            start, bytes.count, Int32(page), &width, &height, &bits, &samples, nil, nil, nil)
        guard header == 0 else { throw .corruptFile("page \(page + 1) of the TIFF cannot be read") }
        try limits.check(width: Int(width), height: Int(height))
        return try decoded(pixReadMemTiff(start, bytes.count, Int32(page)), name: "TIFF")
    }

    private func bmp() throws(RecognitionFailure) -> Picture {
        guard let width = bytes.littleEndian32(at: 18), let rows = bytes.littleEndian32(at: 22) else {
            throw .corruptFile("the BMP's header cannot be read")
        }
        // Rows stored from the top have a negative height.
        try limits.check(width: width, height: Int(Int32(truncatingIfNeeded: rows).magnitude))
        return try decoded(pixReadMemBmp(start, bytes.count), name: "BMP")
    }

    private func gif() throws(RecognitionFailure) -> Picture {
        let frame = try GIFFirstFrame(of: bytes)
        try limits.check(width: frame.width, height: frame.height)
        return try decoded(pixReadMemGif(frame.bytes, frame.bytes.count), name: "GIF")
    }
}

private func decodePNG(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> UnsafeMutablePointer<Pix>? {
    let file = UnsafeRawBufferPointer(start: bytes, count: count)
    guard let plain = PNGChunks(of: file).withoutCompressedExtras() else { return pixReadMemPng(bytes, count) }
    return pixReadMemPng(plain, plain.count)
}

private func readHeaderMemPNG(_ file: PictureFile) -> (Int, Int)? {
    file.size { readHeaderMemPng($0, $1, $2, $3, nil, nil, nil) }
}

private func readHeaderMemWebPSize(_ file: PictureFile) -> (Int, Int)? {
    file.size { bytes, count, width, height in
        var samples: Int32 = 0
        return readHeaderMemWebP(bytes, count, width, height, &samples)
    }
}

extension PictureFile {
    fileprivate func size(
        _ read: (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>) -> Int32
    ) -> (Int, Int)? {
        var (width, height) = (Int32(0), Int32(0))
        return read(start, bytes.count, &width, &height) == 0 ? (Int(width), Int(height)) : nil
    }
}

extension RecognitionLimits {
    /// Whether a picture of this size may be decoded.
    func allow(width: Int, height: Int) -> Bool {
        max(width, height) <= longestSide && width.multipliedReportingOverflow(by: height).partialValue <= pixels
            && !width.multipliedReportingOverflow(by: height).overflow
    }

    /// Refuses more pages than allowed; returns the number otherwise.
    func check(pages found: Int) throws(RecognitionFailure) -> Int {
        guard found <= pages else { throw .limitExceeded(limit: "pages", found: found, allowed: pages) }
        return found
    }

    /// Refuses a size outside the limits.
    func check(width: Int, height: Int) throws(RecognitionFailure) {
        guard width >= shortestSide, height >= shortestSide else {
            throw .corruptFile("the picture is only \(width) x \(height) pixels")
        }
        guard max(width, height) <= longestSide else {
            throw .limitExceeded(limit: "pixels on its longest side", found: max(width, height), allowed: longestSide)
        }
        guard allow(width: width, height: height) else {
            throw .limitExceeded(limit: "pixels", found: width * height, allowed: pixels)
        }
    }
}
