/// Why a study could not be made; each is one sentence on a terminal and one exit code.
public enum TuningError: Error, Sendable, Equatable {
    /// `--mix` cannot be used.
    case invalidMix(String)

    /// One sentence: what, why, and what to do.
    public var sentence: String {
        switch self {
        case .invalidMix(let reason):
            "The mix cannot be used: \(reason); write it as text=.3,scan=.2,screen=.3,photo=.2."
        }
    }
}
