internal import CLeptonica

/// A leptonica picture: 32 bits a pixel when in colour, 8 when grey, 1 when bilevel.
struct Picture: ~Copyable {
    private var pix: UnsafeMutablePointer<Pix>?

    /// A picture in colour.
    init(width: Int, height: Int) throws(CorpusError) {
        try self.init(pixCreate(Int32(width), Int32(height), 32))
    }

    /// A picture file of any format that leptonica knows.
    init(decoding bytes: [UInt8]) throws(CorpusError) {
        try self.init(bytes.withUnsafeBufferPointer { pixReadMem($0.baseAddress, $0.count) })
    }

    private init(_ pix: UnsafeMutablePointer<Pix>?) throws(CorpusError) {
        guard let pix else { throw .drawingFailed("leptonica refused an operation") }
        self.pix = pix
    }

    deinit {
        var pix = pix
        pixDestroy(&pix)
    }

    var width: Int { Int(pixGetWidth(pix)) }
    var height: Int { Int(pixGetHeight(pix)) }
    var depth: Int { Int(pixGetDepth(pix)) }
    private var wordsPerLine: Int { Int(pixGetWpl(pix)) }

    /// Takes over pixels as cairo lays them out; leptonica keeps red in the highest byte.
    mutating func fill(fromRGB24 pixels: UnsafeRawPointer, stride: Int) {
        guard let data = pixGetData(pix) else { return }
        for y in 0..<height {
            let source = (pixels + y * stride).assumingMemoryBound(to: UInt32.self)
            let row = data + y * wordsPerLine
            for x in 0..<width { row[x] = source[x] << 8 }
        }
    }

    /// A function of every sample of a grey picture; the closure gets a row at a time.
    mutating func mapGreyRows(_ body: (_ y: Int, _ row: GreyRow) -> Void) {
        guard depth == 8, let data = pixGetData(pix) else { return }
        for y in 0..<height {
            let start = UnsafeMutableRawPointer(data + y * wordsPerLine).assumingMemoryBound(to: UInt8.self)
            body(y, GreyRow(start: start, count: width))
        }
    }

    /// The pixels of a picture in colour, a row at a time, red in the highest byte.
    mutating func mapColourRows(_ body: (_ y: Int, _ row: UnsafeMutableBufferPointer<UInt32>) -> Void) {
        guard depth == 32, let data = pixGetData(pix) else { return }
        for y in 0..<height {
            body(y, UnsafeMutableBufferPointer(start: data + y * wordsPerLine, count: width))
        }
    }

    /// Gives a function that reads the pixels of a picture in colour.
    func readingRows(_ body: ((_ x: Int, _ y: Int) -> UInt32) -> Void) {
        guard depth == 32, let data = pixGetData(pix) else { return }
        let words = wordsPerLine
        body { x, y in data[y * words + x] }
    }

    /// The value of a grey pixel.
    func grey(x: Int, y: Int) -> UInt8 {
        var value: UInt32 = 0
        pixGetPixel(pix, Int32(x), Int32(y), &value)
        return UInt8(truncatingIfNeeded: value)
    }
}

extension Picture {
    /// Leptonica would print its doubts about palettes; what fails is thrown.
    static func silenceLeptonica() { _ = setMsgSeverity(Int32(L_SEVERITY_NONE)) }
}

/// A row of grey samples; leptonica's words are big-endian and the machine's are not.
struct GreyRow {
    let start: UnsafeMutablePointer<UInt8>
    let count: Int

    subscript(x: Int) -> UInt8 {
        get { start[x ^ 3] }
        nonmutating set { start[x ^ 3] = newValue }
    }
}

extension Picture {
    func grey() throws(CorpusError) -> Picture { try Picture(pixConvertRGBToLuminance(pix)) }

    func bilevel(threshold: Int) throws(CorpusError) -> Picture {
        try Picture(pixThresholdToBinary(pix, Int32(threshold)))
    }

    /// A box filter of the given radii; twice is nearly a lens out of focus.
    func blurred(_ horizontal: Int, _ vertical: Int) throws(CorpusError) -> Picture {
        try Picture(pixBlockconv(pix, Int32(horizontal), Int32(vertical)))
    }

    func turned(degrees: Double) throws(CorpusError) -> Picture {
        try Picture(pixRotate(pix, Float(degrees * .pi / 180), Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0, 0))
    }

    func mirrored() throws(CorpusError) -> Picture { try Picture(pixFlipLR(nil, pix)) }

    func scaled(_ factor: Double) throws(CorpusError) -> Picture {
        try Picture(pixScale(pix, Float(factor), Float(factor)))
    }

    func stretched(width: Int, height: Int) throws(CorpusError) -> Picture {
        try Picture(pixScaleToSize(pix, Int32(width), Int32(height)))
    }

    /// Brings four points to four others, as a camera held askew does.
    func projected(
        from sources: [(x: Double, y: Double)], to targets: [(x: Double, y: Double)]
    ) throws(CorpusError) -> Picture {
        var (from, to) = (ptaCreate(4), ptaCreate(4))
        defer {
            ptaDestroy(&from)
            ptaDestroy(&to)
        }
        for point in sources { ptaAddPt(from, Float(point.x), Float(point.y)) }
        for point in targets { ptaAddPt(to, Float(point.x), Float(point.y)) }
        return try Picture(pixProjectivePta(pix, to, from, Int32(L_BRING_IN_WHITE)))
    }

    func cropped(x: Int, y: Int, width: Int, height: Int) throws(CorpusError) -> Picture {
        var box = boxCreate(Int32(x), Int32(y), Int32(width), Int32(height))
        defer { boxDestroy(&box) }
        return try Picture(pixClipRectangle(pix, box, nil))
    }
}

/// How the page of a scanned PDF is compressed.
enum ScanEncoding {
    case jpeg(quality: Int)
    case flate
    case g4
}

extension Picture {
    /// A PNG with a palette: half the size, and nothing that shows.
    func png() throws(CorpusError) -> [UInt8] {
        let reduced = try Picture(pixOctreeColorQuant(pix, 240, 0))
        return try encoded { data, size in pixWriteMemPng(data, size, reduced.pix, 0) }
    }

    /// A PNG of the very pixels.
    func exactPNG() throws(CorpusError) -> [UInt8] {
        try encoded { data, size in pixWriteMemPng(data, size, pix, 0) }
    }

    func jpeg(quality: Int) throws(CorpusError) -> [UInt8] {
        try encoded { data, size in pixWriteMemJpeg(data, size, pix, Int32(quality), 0) }
    }

    /// A PDF of one page that is this picture.
    func pdf(_ encoding: ScanEncoding, dotsPerInch: Int, title: String) throws(CorpusError) -> [UInt8] {
        let (type, quality): (Int, Int) =
            switch encoding {
            case .jpeg(let quality): (Int(L_JPEG_ENCODE), quality)
            case .flate: (Int(L_FLATE_ENCODE), 0)
            case .g4: (Int(L_G4_ENCODE), 0)
            }
        var pdf = try encoded { data, size in
            pixConvertToPdfData(
                pix, Int32(type), Int32(quality), data, size, 0, 0, Int32(dotsPerInch), title, nil,
                Int32(L_LAST_IMAGE))
        }
        Self.forgetDate(in: &pdf)
        return pdf
    }

    /// Leptonica writes the time of day into the document; digits are overwritten, so that no offset moves.
    private static func forgetDate(in pdf: inout [UInt8]) {
        guard let label = pdf.firstRange(of: Array("/CreationDate (D:".utf8)) else { return }
        for (index, digit) in zip(label.upperBound..., "20000101000000".utf8) { pdf[index] = digit }
    }

    private func encoded(
        _ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<Int>) -> Int32
    ) throws(CorpusError) -> [UInt8] {
        var data: UnsafeMutablePointer<UInt8>?
        var size = 0
        defer { lept_free(data) }
        guard write(&data, &size) == 0, let data else { throw .drawingFailed("leptonica could not encode the page") }
        return Array(UnsafeBufferPointer(start: data, count: size))
    }
}
