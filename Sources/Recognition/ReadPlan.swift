/// Which settings a document is read with.
public enum ReadPlan: Codable, Sendable, Hashable {
    /// With each of these, in this order; one decode and one raster serve all that can share them (the bench).
    case all([RecognitionSettings])
    /// With the one profile that serves the kind of input the reader takes the document for (the worker).
    case byKind([RecognitionProfile])

    /// How many results an answer has.
    public var resultCount: Int {
        switch self {
        case .all(let settings): settings.count
        case .byKind(let profiles): min(1, profiles.count)
        }
    }

    /// The settings for a document of this kind, one for each result; empty only when the plan is empty.
    /// A kind that no profile lists is read with the first.
    public func settings(for kind: InputKind) -> [RecognitionSettings] {
        switch self {
        case .all(let settings): settings
        case .byKind(let profiles):
            (profiles.first { $0.kinds.contains(kind) } ?? profiles.first).map { [$0.settings] } ?? []
        }
    }
}
