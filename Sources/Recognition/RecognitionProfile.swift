/// Settings for the kinds of input that they were tuned on.
public struct RecognitionProfile: Codable, Sendable, Hashable {
    /// The kinds read with these settings.
    public var kinds: [InputKind]
    /// The settings.
    public var settings: RecognitionSettings

    /// Creates a profile; by default it serves every kind.
    public init(kinds: [InputKind] = InputKind.allCases, settings: RecognitionSettings) {
        self.kinds = kinds
        self.settings = settings
    }
}
