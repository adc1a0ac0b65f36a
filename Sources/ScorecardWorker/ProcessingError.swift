public import OCRPool
public import Recognition

/// Why a document got no card.
public enum ProcessingError: Error, Sendable {
    /// The file cannot be opened.
    case missingFile(String, reason: String)
    /// What is wrong lies in the document.
    case document(RecognitionFailure)
    /// The reader failed, twice where a second try made sense.
    case reader(PoolError)

    /// One sentence: what, why, what to do.
    public var sentence: String {
        switch self {
        case .missingFile(_, let reason): "The file cannot be opened: \(reason); check the path."
        case .document(let failure): failure.sentence
        case .reader(let error): error.description
        }
    }

    /// See `WorkerExitCode`.
    public var exitCode: Int32 {
        switch self {
        case .missingFile: WorkerExitCode.missingFile
        case .document(.infeasibleSettings): WorkerExitCode.badConfiguration
        case .document: WorkerExitCode.badDocument
        case .reader(let error):
            switch error.reason {
            case .startFailed, .incompatible: WorkerExitCode.badConfiguration
            default: WorkerExitCode.readerUnavailable
            }
        }
    }
}
