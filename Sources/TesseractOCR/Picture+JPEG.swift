internal import CLeptonica
public import Recognition

extension Picture {
    /// The picture as a JPEG, scaled down where its longest side has more pixels.
    public borrowing func jpeg(longestSide: Int, quality: Int = 85) throws(RecognitionFailure) -> [UInt8] {
        let longest = max(width, height)
        guard longest > longestSide else { return try encoded(quality) }
        let scale = Float(longestSide) / Float(longest)
        return try derived("scale") { pixScale($0, scale, scale) }.encoded(quality)
    }

    private borrowing func encoded(_ quality: Int) throws(RecognitionFailure) -> [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        var count = 0
        defer { lept_free(start) }
        let status = withPix { pixWriteMemJpeg(&start, &count, $0, Int32(quality), 0) }
        guard status == 0, let start else { throw .engineFailure("leptonica: JPEG") }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }
}
