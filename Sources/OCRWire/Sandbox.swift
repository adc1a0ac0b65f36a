/// Whether a reader must lock itself in before it takes a document.
public enum SandboxPolicy: String, Sendable, Hashable, CaseIterable {
    /// A reader that cannot lock itself in completely does not start.
    case require
    /// A reader locks itself in as far as the kernel lets it, and says how far.
    case bestEffort = "best-effort"
    /// Readers stay open. For debuggers and valgrind, never for files of strangers.
    case off
}

/// What a reader gives up once it is warm, told by its parent.
public struct SandboxOrder: Sendable, Hashable {
    /// How firmly.
    public var policy: SandboxPolicy
    /// Address space (`RLIMIT_AS`) in bytes: more than this no library gets.
    public var addressSpaceBytes: Int
    /// Highest number of open descriptors (`RLIMIT_NOFILE`): the standard three, the channel, what the reader keeps
    /// of `/proc`, and the fonts that a page needs.
    public var openFiles: Int

    /// Creates an order; the defaults are those that ship. 1 GiB holds the largest page that the limits let in.
    public init(policy: SandboxPolicy = .require, addressSpaceBytes: Int = 1 << 30, openFiles: Int = 64) {
        self.policy = policy
        self.addressSpaceBytes = addressSpaceBytes
        self.openFiles = openFiles
    }
}

/// What a reader prints, as its last line, when the kernel refused it a system call and it ended for that.
public enum SandboxViolation {
    /// Stands before the number of the system call, at the beginning of a line.
    public static let linePrefix = "sandbox: refused system call "

    /// The number of the refused system call at the end of what a reader printed; nil when it says nothing of the kind.
    public static func systemCall(in output: some BidirectionalCollection<UInt8>) -> Int32? {
        let text = String(decoding: output, as: UTF8.self)
        guard let line = text.split(separator: "\n").last(where: { $0.hasPrefix(linePrefix) }) else { return nil }
        return Int32(line.dropFirst(linePrefix.count))
    }
}

extension ReaderHello {
    /// What locks the reader in, for a log.
    public var sandboxSentence: String {
        sandbox.isEmpty
            ? "Readers are not locked in: a hostile file can do whatever this user can."
            : "Readers are locked in by \(sandbox.joined(separator: ", "))."
    }
}
