internal import Recognition
@testable internal import TesseractOCR

/// What reads the headers of an upload before a library does. None may trap, and none may make more of a file than there is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHeaders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    _ = try? DocumentFormat.sniff(bytes)
    for format in DocumentFormat.allCases {
        precondition((0...3).contains(ExifOrientation.read(from: bytes, format: format).quarterTurns))
    }
    checkGIF(bytes)
    checkPNG(bytes)
    checkJPEG(bytes)
    checkTIFF(bytes)
    return 0
}

private func checkGIF(_ bytes: UnsafeRawBufferPointer) {
    guard let frame = try? GIFFirstFrame(of: bytes) else { return }
    precondition(frame.bytes.count <= bytes.count + 1)
    precondition((0...0xFFFF).contains(frame.width) && (0...0xFFFF).contains(frame.height))
    // What was cut off is cut off already.
    let again = frame.bytes.withUnsafeBytes { try? GIFFirstFrame(of: $0).bytes }
    precondition(again == frame.bytes)
}

private func checkPNG(_ bytes: UnsafeRawBufferPointer) {
    guard let plain = PNGChunks(of: bytes).withoutCompressedExtras() else { return }
    precondition(plain.count <= bytes.count - 12)
    precondition(plain.prefix(8).elementsEqual(bytes.prefix(8)))
    precondition(plain.withUnsafeBytes { PNGChunks(of: $0).withoutCompressedExtras() } == nil)
}

private func checkJPEG(_ bytes: UnsafeRawBufferPointer) {
    let structure = JPEGStructure(bytes)
    precondition(structure.scans * 4 <= bytes.count)
    try? structure.check(width: 65_500, height: 65_500, limits: RecognitionLimits())
}

private func checkTIFF(_ bytes: UnsafeRawBufferPointer) {
    guard let pages = try? TIFFDirectories(of: bytes).count(upTo: 10) else { return }
    precondition((0...11).contains(pages))
}
