public import Recognition

extension DocumentFormat {
    /// Tells the format from the first bytes; names and declared types are never trusted.
    ///
    /// - Throws: `emptyFile`, or `unsupportedFormat` with the name of what was found.
    public static func sniff(_ bytes: UnsafeRawBufferPointer) throws(RecognitionFailure) -> DocumentFormat {
        guard !bytes.isEmpty else { throw .emptyFile }
        if let match = signatures.first(where: { bytes.holds($0.bytes, at: $0.offset) }) {
            guard let format = match.format else { throw .unsupportedFormat(match.name) }
            return format
        }
        if bytes.isRIFF(of: "WEBP") { return .webp }
        if let brand = bytes.isoMediaBrand { throw .unsupportedFormat(brand) }
        // Readers accept a PDF header anywhere in the first 1,024 bytes (PDF 1.7, Annex H.3.4.1).
        if bytes.contains("%PDF-", within: 1024) { return .pdf }
        throw .unsupportedFormat(bytes.looksLikeText ? "A text file" : "This file type")
    }

    private struct Signature {
        var offset = 0
        var bytes: [UInt8]
        var name: String
        var format: DocumentFormat?
    }

    private static let signatures: [Signature] = [
        Signature(bytes: [0xFF, 0xD8, 0xFF], name: "JPEG", format: .jpeg),
        Signature(bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], name: "PNG", format: .png),
        Signature(bytes: [0x49, 0x49, 0x2A, 0x00], name: "TIFF", format: .tiff),
        Signature(bytes: [0x4D, 0x4D, 0x00, 0x2A], name: "TIFF", format: .tiff),
        Signature(bytes: Array("GIF87a".utf8), name: "GIF", format: .gif),
        Signature(bytes: Array("GIF89a".utf8), name: "GIF", format: .gif),
        Signature(bytes: Array("BM".utf8), name: "BMP", format: .bmp),
        Signature(bytes: Array("%PDF-".utf8), name: "PDF", format: .pdf),
        Signature(bytes: [0x50, 0x4B, 0x03, 0x04], name: "A Word, Excel or ZIP file", format: nil),
        Signature(bytes: [0xD0, 0xCF, 0x11, 0xE0], name: "An old Office file", format: nil),
        Signature(bytes: Array("8BPS".utf8), name: "Photoshop", format: nil),
        Signature(bytes: [0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20], name: "JPEG 2000", format: nil),
        Signature(bytes: Array("<!DOCTYPE html".utf8), name: "A web page", format: nil),
        Signature(bytes: Array("<svg".utf8), name: "SVG", format: nil),
    ]
}

extension UnsafeRawBufferPointer {
    func holds(_ expected: [UInt8], at offset: Int) -> Bool {
        count >= offset + expected.count && self[offset..<offset + expected.count].elementsEqual(expected)
    }

    func isRIFF(of kind: String) -> Bool {
        holds(Array("RIFF".utf8), at: 0) && holds(Array(kind.utf8), at: 8)
    }

    /// HEIC and AVIF are ISO base media files: a `ftyp` box with the brand after it.
    fileprivate var isoMediaBrand: String? {
        guard holds(Array("ftyp".utf8), at: 4), count >= 12 else { return nil }
        let brand = String(decoding: self[8..<12], as: UTF8.self)
        switch brand {
        case "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1": return "HEIC"
        case "avif", "avis": return "AVIF"
        default: return "A video"
        }
    }

    fileprivate func contains(_ text: String, within limit: Int) -> Bool {
        let pattern = Array(text.utf8)
        guard count >= pattern.count else { return false }
        return (0...Swift.min(limit, count) - Swift.min(pattern.count, limit)).contains { holds(pattern, at: $0) }
    }

    fileprivate var looksLikeText: Bool {
        prefix(512).allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    func bigEndian16(at offset: Int) -> Int? {
        guard offset >= 0, offset + 2 <= count else { return nil }
        return Int(self[offset]) << 8 | Int(self[offset + 1])
    }

    func littleEndian16(at offset: Int) -> Int? {
        guard offset >= 0, offset + 2 <= count else { return nil }
        return Int(self[offset + 1]) << 8 | Int(self[offset])
    }

    func bigEndian32(at offset: Int) -> Int? {
        guard let high = bigEndian16(at: offset), let low = bigEndian16(at: offset + 2) else { return nil }
        return high << 16 | low
    }

    func littleEndian32(at offset: Int) -> Int? {
        guard let low = littleEndian16(at: offset), let high = littleEndian16(at: offset + 2) else { return nil }
        return high << 16 | low
    }
}
