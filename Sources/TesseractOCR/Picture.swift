internal import CLeptonica
internal import Recognition

/// One leptonica picture, owned. Every page picture is 8-bit grey.
public struct Picture: ~Copyable {
    private let pix: UnsafeMutablePointer<Pix>

    /// Takes over what a leptonica call returned.
    init?(owning pix: UnsafeMutablePointer<Pix>?) {
        guard let pix else { return nil }
        self.pix = pix
    }

    deinit {
        var owned: UnsafeMutablePointer<Pix>? = pix
        pixDestroy(&owned)
    }

    /// Width in pixels.
    public var width: Int { Int(pixGetWidth(pix)) }
    /// Height in pixels.
    public var height: Int { Int(pixGetHeight(pix)) }
    var depth: Int { Int(pixGetDepth(pix)) }
    var samplesPerPixel: Int { Int(pixGetSpp(pix)) }

    /// Dots per inch as the file tells, 0 where it tells none.
    var resolution: Int {
        get { Int(pixGetXRes(pix)) }
        nonmutating set { pixSetResolution(pix, Int32(newValue), Int32(newValue)) }
    }

    /// Lends the pointer to a C call; it must not be kept.
    borrowing func withPix<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeMutablePointer<Pix>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(pix)
    }

    /// A new picture made from this one by a leptonica call.
    borrowing func derived(
        _ step: String, _ make: (UnsafeMutablePointer<Pix>) -> UnsafeMutablePointer<Pix>?
    ) throws(RecognitionFailure) -> Picture {
        guard let picture = Picture(owning: make(pix)) else { throw .engineFailure("leptonica: \(step)") }
        return picture
    }

    /// The same pixels, owned twice.
    borrowing func shared() throws(RecognitionFailure) -> Picture {
        try derived("clone") { pixClone($0) }
    }

    /// An all-white grey picture.
    static func blank(width: Int, height: Int) throws(RecognitionFailure) -> Picture {
        guard let picture = Picture(owning: pixCreate(Int32(width), Int32(height), 8)) else { throw .outOfMemory }
        return picture
    }

    /// This picture in 8-bit grey, transparent parts on white; colour maps are resolved.
    consuming func inGrey() throws(RecognitionFailure) -> Picture {
        if depth == 8, pixGetColormap(pix) == nil { return self }
        let resolution = resolution
        let opaque =
            samplesPerPixel == 4 ? try derived("alpha", { pixAlphaBlendUniform($0, 0xFFFF_FF00) }) : consume self
        let grey = try opaque.derived("grey") {
            $0.pointee.d == 32 ? pixConvertRGBToLuminance($0) : pixConvertTo8($0, 0)
        }
        grey.resolution = resolution
        return grey
    }

    /// This picture upright.
    consuming func turned(_ orientation: ExifOrientation) throws(RecognitionFailure) -> Picture {
        if orientation == .upright { return self }
        let mirrored = orientation.mirrored ? try derived("mirror", { pixFlipLR(nil, $0) }) : consume self
        if orientation.quarterTurns == 0 { return mirrored }
        return try mirrored.derived("turn") { pixRotateOrth($0, Int32(orientation.quarterTurns)) }
    }

    /// How many pixels have each grey value, every `step`-th row and column counted.
    borrowing func greyHistogram(step: Int) -> [Int] {
        var counts = pixGetGrayHistogram(pix, Int32(step))
        defer { numaDestroy(&counts) }
        return (0..<256).map { value in
            var count: Float = 0
            numaGetFValue(counts, Int32(value), &count)
            return Int(count)
        }
    }
}

/// Silences leptonica's messages, which quote the file; called once before the first picture.
func silenceLeptonica() {
    setMsgSeverity(Int32(L_SEVERITY_NONE))
}
