// Beside swift-nio the compiler looks for `stat` in here.
internal import CDispatch
internal import Glibc

/// A file that holds this process's number and a line feed while it runs; others take it for "already running".
public struct PidFile: Sendable {
    /// The file.
    public let path: String
    private let owner: Int32

    /// Writes the file, in place of one whose owner is gone or that holds no number.
    ///
    /// It appears by `link` and is replaced by `rename`, so that nobody sees half of it; who replaces it holds a lock
    /// (`flock`) on the old one meanwhile, so that of two starters one wins.
    ///
    /// - Throws: when its owner, another process, lives, or when it cannot be written.
    public static func acquire(_ path: String) throws(PidFileError) -> PidFile {
        try acquire(path, for: getpid())
    }

    /// The same for another process.
    package static func acquire(_ path: String, for owner: Int32) throws(PidFileError) -> PidFile {
        let draft = "\(path).\(owner)"
        try write("\(owner)\n", to: draft, path: path)
        defer { unlink(draft) }
        for _ in 0..<attempts {
            if link(draft, path) == 0 { return PidFile(path: path, owner: owner) }
            guard errno == EEXIST else { throw .unwritable(path: path, "\(SystemFault.last)") }
            if try replace(path, by: draft, owner: owner) { return PidFile(path: path, owner: owner) }
            usleep(10_000)
        }
        throw .unwritable(path: path, "another program holds a lock on it")
    }

    /// Removes the file if it still holds this process's number.
    public func release() {
        let descriptor = open(path, Self.readingMode)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        if Self.owner(in: descriptor) == owner { unlink(path) }
    }

    private static let attempts = 100
    private static let readingMode = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

    private static func write(_ text: String, to draft: String, path: String) throws(PidFileError) {
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path: path, "\(SystemFault.last)") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            let fault = SystemFault.last
            unlink(draft)
            throw .unwritable(path: path, "\(fault)")
        }
    }

    /// False when the file changed hands meanwhile: look again.
    private static func replace(_ path: String, by draft: String, owner: Int32) throws(PidFileError) -> Bool {
        let old = open(path, readingMode)
        guard old >= 0 else {
            if errno == ENOENT { return false }
            throw .unwritable(path: path, "\(SystemFault.last)")
        }
        defer { close(old) }
        var status = stat()
        guard fstat(old, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unwritable(path: path, "it is no regular file")
        }
        guard flock(old, LOCK_EX | LOCK_NB) == 0, FileIdentity(path: path) == FileIdentity(status) else { return false }
        if let other = Self.owner(in: old), other != owner, isAlive(other) { throw .taken(path: path, owner: other) }
        guard rename(draft, path) == 0 else { throw .unwritable(path: path, "\(SystemFault.last)") }
        return true
    }

    private static func owner(in descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let number = Int32(String(decoding: bytes[..<max(0, count)], as: UTF8.self).trimmed)
        return number.flatMap { $0 > 0 ? $0 : nil }
    }

    /// As Celery: a process of another user that we may not signal is no worker of ours, its number was used again.
    private static func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 }
}

/// Why the file was not written.
public enum PidFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Its owner lives.
    case taken(path: String, owner: Int32)
    /// The system refuses, with its reason.
    case unwritable(path: String, String)

    /// Celery's words for the first, one sentence for the other.
    public var sentence: String {
        switch self {
        case .taken(let path, let owner):
            "ERROR: Pidfile (\(LogText.escaped(path))) already exists.\nSeems we're already running? (pid: \(owner))"
        case .unwritable(let path, let reason):
            "The pidfile \(path.quotable) cannot be written: \(reason); name another with --pidfile."
        }
    }

    /// See `WorkerExitCode.cannotCreate`.
    public var exitCode: Int32 { WorkerExitCode.cannotCreate }
    /// The sentence.
    public var description: String { sentence }
}
