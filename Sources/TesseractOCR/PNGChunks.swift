/// The chunks of a PNG (ISO/IEC 15948, 5.3).
struct PNGChunks {
    private let file: UnsafeRawBufferPointer

    init(of file: UnsafeRawBufferPointer) {
        self.file = file
    }

    /// The file without texts and colour profiles. Nothing reads them, and libpng inflates each to 8 MB and keeps a
    /// thousand. Nil when there is none to leave out.
    func withoutCompressedExtras() -> [UInt8]? {
        let extras = compressedExtras()
        guard !extras.isEmpty else { return nil }
        var kept: [UInt8] = []
        kept.reserveCapacity(file.count)
        var start = 0
        for extra in extras {
            kept.append(contentsOf: file[start..<extra.lowerBound])
            start = extra.upperBound
        }
        kept.append(contentsOf: file[start...])
        return kept
    }

    /// Where they are, as far as the file's chunks are whole.
    private func compressedExtras() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var offset = 8
        while let length = file.bigEndian32(at: offset), let kind = file.bigEndian32(at: offset + 4) {
            guard length <= file.count - offset - 12 else { break }
            let end = offset + 12 + length
            if Self.compressedExtras.contains(kind) { found.append(offset..<end) }
            offset = end
        }
        return found
    }

    /// zTXt, iTXt and iCCP.
    private static let compressedExtras: Set<Int> = [0x7A54_5874, 0x6954_5874, 0x6943_4350]
}
