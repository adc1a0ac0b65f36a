/// Why a document got no answer, or a pool does not run. What is wrong with the document itself is a
/// `RecognitionFailure` inside the answer.
public struct PoolError: Error, Sendable, Hashable {
    /// The ways in which reading can end without an answer.
    public enum Reason: Sendable, Hashable {
        /// The hard limit passed and the reader was killed.
        case timeout(limit: Duration)
        /// The reader died of a signal, `SIGSEGV`.
        case crashed(signal: String)
        /// The reader ended with this exit code in the middle of its work; -1 when the kernel no longer knows it.
        case exited(code: Int32)
        /// A library in the reader was refused memory and said so.
        case outOfMemory
        /// The reader had more than this resident and was killed.
        case memoryLimit(bytes: Int)
        /// The reader used up its CPU time, which only happens when its parent was stopped or the reader has threads.
        case cpuLimit
        /// The reader made a system call that no document needs, `socket`, and ended for it; `unknown` when it could
        /// not say which.
        case sandboxViolation(systemCall: String)
        /// The reader said something that our reader never says.
        case protocolViolation(String)
        /// No reader can be started; the sentence says why.
        case startFailed(String)
        /// The reader is of another build; the sentence says which.
        case incompatible(String)
        /// The kernel refused the pool a resource; the sentence says which.
        case systemFailure(String)
        /// The calling task was cancelled.
        case cancelled
        /// The pool has been shut down.
        case shutDown
    }

    /// Why.
    public var reason: Reason
    /// What the reader printed meanwhile, the last 4 KB on one line with control characters escaped. It may quote a
    /// hostile document: for an operator's log, not for a user.
    public var childOutput: String

    /// Creates an error.
    public init(_ reason: Reason, childOutput: String = "") {
        self.reason = reason
        self.childOutput = childOutput
    }

    /// Whether the reader died of the document, or of chance: the caller may try once more in the fresh reader that has
    /// taken its place. A limit is reached again, and what breaks out of its sandbox is not asked twice.
    public var isChildDeath: Bool {
        switch reason {
        case .crashed, .exited, .outOfMemory, .protocolViolation: true
        case .timeout, .memoryLimit, .cpuLimit, .sandboxViolation: false
        case .startFailed, .incompatible, .systemFailure, .cancelled, .shutDown: false
        }
    }

    /// Whether the document (or chance) ended its reader, rather than something that would end every document.
    public var blamesDocument: Bool {
        switch reason {
        case .crashed, .exited, .outOfMemory, .protocolViolation: true
        case .timeout, .memoryLimit, .cpuLimit, .sandboxViolation: true
        case .startFailed, .incompatible, .systemFailure, .cancelled, .shutDown: false
        }
    }

    /// What happened, why, and what to do, without what the reader printed.
    public var sentence: String {
        switch reason {
        case .timeout(let limit): "Reading took longer than \(limit) and was stopped; send a smaller or clearer file."
        case .crashed(let signal):
            "The reader died of \(signal); try again, and report the file if it dies again"
                + (signal == "SIGKILL" ? " (nobody here killed it: the kernel does when memory runs out)." : ".")
        case .exited(let code):
            "The reader ended with exit code \(code); try again, and report the file if it ends again."
        case .outOfMemory: "Reading needed more memory than there is; send a smaller file."
        case .memoryLimit(let bytes):
            "Reading needed more than \(bytes >> 20) MB of memory and was stopped; send a smaller file."
        case .cpuLimit: "Reading used up its CPU time and was stopped; send a smaller or clearer file."
        case .sandboxViolation(let call):
            "The reader made a system call that its sandbox refuses (\(call)); report the file to the operator."
        case .protocolViolation(let what): "The reader broke the protocol (\(what)); report the file to the operator."
        case .startFailed(let sentence), .incompatible(let sentence), .systemFailure(let sentence): sentence
        case .cancelled: "Reading was cancelled."
        case .shutDown: "The pool of readers has been shut down."
        }
    }
}

extension PoolError: CustomStringConvertible {
    /// The sentence, and what the reader printed.
    public var description: String {
        childOutput.isEmpty ? sentence : "\(sentence) The reader printed: \(childOutput)"
    }
}
