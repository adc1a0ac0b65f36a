/// What sort of file a card came as; settings may differ by it, and every figure is given by it.
public enum InputKind: String, Codable, Sendable, Hashable, CaseIterable, CodingKeyRepresentable {
    /// A PDF whose pages carry a sound text layer.
    case text
    /// A scanned page: a PDF without text, a TIFF, a bilevel picture.
    case scan
    /// A clean picture from a program: a screenshot, an exported PNG.
    case screen
    /// A photograph, usually a JPEG from a phone.
    case photo
}
