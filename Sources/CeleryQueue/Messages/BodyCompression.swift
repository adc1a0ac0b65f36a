internal import CZlib

/// How a body is packed, by the name in `headers.compression`.
enum BodyCompression: String {
    /// Despite its name a zlib stream.
    case zlib = "application/x-gzip"
    case bzip2 = "application/x-bz2"
    case lzma = "application/x-lzma"

    /// Unpacks no more than `limit` bytes.
    ///
    /// Only zlib: Celery's own default and the one the backend may use. The others would add two libraries to the
    /// program for messages nobody here sends.
    func unpack(_ bytes: [UInt8], limit: Int) throws(MessageError) -> [UInt8] {
        guard self == .zlib else { throw .compressionNotSupported(rawValue) }
        var output = [UInt8](repeating: 0, count: min(limit, max(4096, bytes.count * 4)))
        while true {
            switch Self.uncompress(bytes, into: &output) {
            case Z_OK: return output
            case Z_BUF_ERROR where output.count < limit:
                output = [UInt8](repeating: 0, count: min(limit, output.count * 4))
            case Z_BUF_ERROR: throw .bodyTooLarge(limit: limit)
            default: throw .compressionCorrupt(rawValue)
            }
        }
    }

    /// Cuts the output to what was unpacked. Z_BUF_ERROR means too little room; a stream that is cut off is
    /// Z_DATA_ERROR.
    private static func uncompress(_ bytes: [UInt8], into output: inout [UInt8]) -> Int32 {
        var count = uLongf(output.count)
        let status = output.withUnsafeMutableBufferPointer {
            CZlib.uncompress($0.baseAddress, &count, bytes, uLong(bytes.count))
        }
        if status == Z_OK { output.removeLast(output.count - Int(count)) }
        return status
    }
}
