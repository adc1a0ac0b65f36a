/// A format that we accept.
public enum DocumentFormat: String, Sendable, CaseIterable {
    case jpeg = "JPEG"
    case png = "PNG"
    case tiff = "TIFF"
    case webp = "WebP"
    case bmp = "BMP"
    case gif = "GIF"
    case pdf = "PDF"

    /// As a browser declares it (RFC 6838): `image/jpeg`.
    public var mediaType: String {
        self == .pdf ? "application/pdf" : "image/\(rawValue.lowercased())"
    }
}
