internal import Recognition

/// The chain of directories of a TIFF (TIFF 6.0, section 2), one for each page.
struct TIFFDirectories {
    private let file: UnsafeRawBufferPointer
    private let isLittleEndian: Bool

    init(of file: UnsafeRawBufferPointer) {
        self.file = file
        isLittleEndian = file.holds([0x49, 0x49], at: 0)
    }

    /// Number of directories. The chain may be a loop: counting ends at one more than `limit`.
    func count(upTo limit: Int) throws(RecognitionFailure) -> Int {
        var count = 0
        var next = long(at: 4)
        while next != 0, count <= limit {
            guard let offset = next, let following = directory(after: offset) else {
                throw .corruptFile("the TIFF is cut off")
            }
            count += 1
            next = following
        }
        guard count > 0 else { throw .corruptFile("the TIFF has no page") }
        return count
    }

    private func directory(after offset: Int) -> Int? {
        let entries = isLittleEndian ? file.littleEndian16(at: offset) : file.bigEndian16(at: offset)
        return entries.flatMap { long(at: offset + 2 + $0 * 12) }
    }

    private func long(at offset: Int) -> Int? {
        isLittleEndian ? file.littleEndian32(at: offset) : file.bigEndian32(at: offset)
    }
}
