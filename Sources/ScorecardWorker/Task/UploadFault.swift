package import CeleryQueue
package import OCRPool
package import ObjectStorage
package import Postgres
package import Recognition

/// Everything that can keep an upload from being read.
package enum UploadFault: Error, Sendable {
    case storage(ObjectStorageError)
    case document(RecognitionFailure)
    case reader(PoolError)
    case database(PostgresError)
    case interrupted(Interruption)
}

/// Why a task is stopped from outside.
package enum Interruption: Sendable, Hashable {
    /// Seconds of the limit that passed while the task was not in a reader.
    case softLimit(Double)
    case hardLimit(Double)
    /// `revoke` with `terminate`.
    case terminated(signal: Int32)
    /// The worker ends without waiting.
    case coldShutdown
}

/// What the worker stands on: while one of them is away it claims nothing.
package enum Dependency: String, Sendable, Hashable, CaseIterable {
    case database, storage, readers
}

/// What is done about a fault.
package enum Verdict: Sendable, Hashable {
    /// The row fails with this message, and the task with this exception.
    case fail(row: String, PythonException)
    /// The row fails; the task ends well and says why it is an error.
    case refuse(row: String, result: String)
    /// Tried again later, at most three times (CONTRACT.md); then it fails like this.
    case retry(row: String, PythonException)
    /// Nobody's fault but ours: back to the queue, and nothing is claimed until this works again.
    case giveBack(Dependency?)
    /// Stopped by an operator.
    case terminate(signal: Int32)
}

extension UploadFault {
    /// The one place that decides.
    package var verdict: Verdict {
        switch self {
        case .storage(let error): error.verdict
        case .document(let failure): failure.verdict
        case .reader(let error): error.verdict
        case .database(let error): error.verdict
        case .interrupted(let why): why.verdict
        }
    }

    /// For the log: what happened, why, what to do.
    var sentence: String {
        switch self {
        case .storage(let error): error.sentence
        case .document(let failure): failure.sentence
        case .reader(let error): error.description
        case .database(let error): error.sentence
        case .interrupted(.softLimit(let seconds)): "The soft limit of \(seconds.plain) s passed."
        case .interrupted(.hardLimit(let seconds)): "The hard limit of \(seconds.plain) s passed."
        case .interrupted(.terminated(let signal)): "An operator stopped the task (signal \(signal))."
        case .interrupted(.coldShutdown): "The worker is shutting down."
        }
    }
}

// MARK: What a scorer is told

/// Messages for `error_message`: what is wrong with the file and what the scorer can do, nothing about our machines.
package enum ScorerMessage {
    static let notFetched = "The file could not be fetched from storage; upload it again."
    static func tooLarge(limit: Int) -> String {
        let words = limit < 1 << 20 ? "\(limit) bytes" : "\(limit >> 20) MB"
        return "The file is larger than \(words); send a smaller one, such as a photo of lower resolution."
    }
    static let storageAway = "The storage did not answer after several tries; upload the file again later."
    package static let tooSlow = "Reading took longer than the time limit; send a smaller or clearer file."
    static let readerDied =
        "The file could not be read: the reader failed on it. Export or photograph it again, or send another format."
    static let terminated = "Reading was stopped by an operator; upload the file again if it is still wanted."
    static let revoked = "Reading was cancelled before it began; upload the file again if it is still wanted."
    static let expired = "Reading did not begin in time; upload the file again."
    static let workersDied = "Reading was given up after several workers had died of it; send another format."
    static let internalError = "The file could not be read because of an internal error; report it to the operator."
}

// MARK: Each kind of fault

extension ObjectStorageError {
    fileprivate var verdict: Verdict {
        switch disposition {
        case .transient: .retry(row: ScorerMessage.storageAway, exception)
        case .configuration: .giveBack(.storage)
        case .permanent:
            if case .tooLarge(_, let limit) = reason {
                .refuse(row: ScorerMessage.tooLarge(limit: limit), result: sentence)
            } else {
                .fail(row: ScorerMessage.notFetched, exception)
            }
        }
    }

    /// The builtin that says the same in Python.
    private var exception: PythonException {
        let type =
            switch reason {
            case .notFound: "FileNotFoundError"
            case .accessDenied: "PermissionError"
            case .timedOut: "TimeoutError"
            case .network, .unavailable, .incomplete: "ConnectionError"
            case .refusedKey: "ValueError"
            default: "OSError"
            }
        return PythonException(type, [.text(sentence)]).traced(at: "download")
    }
}

extension RecognitionFailure {
    fileprivate var verdict: Verdict {
        switch self {
        case .unsupportedFormat(let name):
            .refuse(row: "\(Self.unsupported(name)). \(sentence)", result: Self.unsupported(name))
        case .emptyFile, .encryptedPDF, .corruptFile, .limitExceeded: .refuse(row: sentence, result: sentence)
        case .deadlineExceeded: .fail(row: sentence, PythonException.softTimeLimitExceeded.traced(at: "read"))
        case .outOfMemory: .fail(row: sentence, PythonException("MemoryError", [.text(sentence)]).traced(at: "read"))
        case .infeasibleSettings, .engineFailure:
            .fail(
                row: ScorerMessage.internalError,
                PythonException("RuntimeError", [.text(sentence)]).traced(at: "read"))
        }
    }

    /// As the backend knows it, with the type that the bytes show.
    private static func unsupported(_ name: String) -> String {
        "Unsupported file type: \(mediaTypes[name] ?? "application/octet-stream")"
    }

    /// By the names that the sniffer gives.
    private static let mediaTypes = [
        "A text file": "text/plain", "A web page": "text/html", "SVG": "image/svg+xml", "HEIC": "image/heic",
        "AVIF": "image/avif", "A video": "video/mp4", "JPEG 2000": "image/jp2",
        "Photoshop": "image/vnd.adobe.photoshop", "A Word, Excel or ZIP file": "application/zip",
        "An old Office file": "application/x-ole-storage",
    ]
}

extension PoolError {
    fileprivate var verdict: Verdict {
        switch reason {
        case .timeout(let limit):
            .fail(row: ScorerMessage.tooSlow, .timeLimitExceeded(limit / .seconds(1)))
        case .cpuLimit:
            .fail(row: ScorerMessage.tooSlow, PythonException("TimeoutError", [.text(sentence)]).traced(at: "read"))
        case .outOfMemory, .memoryLimit:
            .fail(row: sentence, PythonException("MemoryError", [.text(sentence)]).traced(at: "read"))
        case .crashed, .exited, .protocolViolation, .sandboxViolation:
            .fail(row: ScorerMessage.readerDied, .workerLost(sentence))
        case .startFailed, .incompatible, .systemFailure: .giveBack(.readers)
        case .cancelled, .shutDown: .giveBack(nil)
        }
    }
}

extension PostgresError {
    fileprivate var verdict: Verdict {
        switch disposition {
        case .away, .configuration: .giveBack(.database)
        case .cancelled: .giveBack(nil)
        case .permanent:
            .fail(
                row: ScorerMessage.internalError,
                PythonException("RuntimeError", [.text(sentence)]).traced(at: "database"))
        }
    }
}

extension Interruption {
    fileprivate var verdict: Verdict {
        switch self {
        case .softLimit:
            .fail(row: ScorerMessage.tooSlow, PythonException.softTimeLimitExceeded.traced(at: "download"))
        case .hardLimit(let seconds): .fail(row: ScorerMessage.tooSlow, .timeLimitExceeded(seconds))
        case .terminated(let signal): .terminate(signal: signal)
        case .coldShutdown: .giveBack(nil)
        }
    }
}

extension PythonException {
    /// With a traceback as far as there is one: the step that it happened in.
    func traced(at step: String) -> PythonException {
        var copy = self
        copy.traceback = "Traceback (most recent call last):\n  cricksy-worker, step \"\(step)\"\n\(line)\n"
        return copy
    }
}
