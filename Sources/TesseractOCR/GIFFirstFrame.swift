internal import Recognition

/// The first frame of a GIF as a file of its own. giflib decodes every frame before it hands out the first, so a small
/// file with many large frames would cost any amount of memory.
struct GIFFirstFrame {
    /// The file cut off after its first frame.
    var bytes: [UInt8]
    /// Size of the frame in pixels.
    var width: Int
    var height: Int

    /// Walks the blocks of GIF89a up to the end of the first image.
    init(of file: UnsafeRawBufferPointer) throws(RecognitionFailure) {
        let damaged = RecognitionFailure.corruptFile("the GIF ends before its first picture")
        guard file.count > 13 else { throw damaged }
        var offset = 13 + GIFFirstFrame.colourTableSize(flags: file[10])
        while offset < file.count, file[offset] == 0x21 {
            offset = try GIFFirstFrame.endOfSubBlocks(file, from: offset + 2)
        }
        guard offset + 10 < file.count, file[offset] == 0x2C,
            let width = file.littleEndian16(at: offset + 5), let height = file.littleEndian16(at: offset + 7)
        else { throw damaged }
        let data = offset + 10 + GIFFirstFrame.colourTableSize(flags: file[offset + 9])
        let end = try GIFFirstFrame.endOfSubBlocks(file, from: data + 1)
        self.bytes = Array(file[..<end]) + [0x3B]
        self.width = width
        self.height = height
    }

    private static func colourTableSize(flags: UInt8) -> Int {
        flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 0x07) + 1)
    }

    private static func endOfSubBlocks(
        _ file: UnsafeRawBufferPointer, from start: Int
    ) throws(RecognitionFailure) -> Int {
        var offset = start
        while offset < file.count {
            let length = Int(file[offset])
            offset += 1 + length
            if length == 0 { return offset }
        }
        throw .corruptFile("the GIF is cut off")
    }
}
