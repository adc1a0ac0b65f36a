public import Recognition

/// Names and first bytes of documents.
public enum CardFile {
    /// Suffixes of the documents that we read, as users spell them.
    static let suffixes: Set<String> = ["pdf", "png", "jpg", "jpeg", "tif", "tiff", "webp", "bmp", "gif"]

    /// The name under which a corpus keeps a document of this format.
    public static func name(_ format: DocumentFormat) -> String {
        switch format {
        case .jpeg: "card.jpg"
        case .tiff: "card.tif"
        case .png, .webp, .bmp, .gif, .pdf: "card.\(format.rawValue.lowercased())"
        }
    }

    /// Whether the bytes begin as the suffix says. Nothing is decoded here.
    static func isGenuine(_ bytes: [UInt8], suffix: String) -> Bool {
        switch suffix {
        case "webp": bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
        // The header may stand anywhere in the first 1,024 bytes (PDF 1.7, Annex H.3.4.1).
        case "pdf": String(decoding: bytes.prefix(1029), as: UTF8.self).contains("%PDF-")
        default: magic[suffix]?.contains { bytes.starts(with: $0) } ?? false
        }
    }

    private static let magic: [String: [[UInt8]]] = [
        "png": [[0x89, 0x50, 0x4E, 0x47]], "jpg": [[0xFF, 0xD8, 0xFF]],
        "tif": [[0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A]], "bmp": [Array("BM".utf8)],
        "gif": [Array("GIF87a".utf8), Array("GIF89a".utf8)],
    ]
}
