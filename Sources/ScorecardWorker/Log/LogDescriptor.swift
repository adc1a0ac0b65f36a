// Beside swift-nio the compiler looks for `stat` in here.
internal import CDispatch
internal import Glibc

/// A file, pipe, socket or terminal that lines are written to without waiting long.
struct LogDescriptor: ~Copyable {
    private let number: Int32
    private let kind: mode_t
    let identity: FileIdentity?

    private init(number: Int32) {
        self.number = number
        var status = stat()
        let isOpen = fstat(number, &status) == 0
        kind = isOpen ? status.st_mode & S_IFMT : 0
        identity = isOpen ? FileIdentity(status) : nil
    }

    deinit { close(number) }

    /// A file to append to, made when it is not there, readable for its group.
    init(path: String) throws(SystemFault) {
        // A FIFO that nobody reads is an error and not a wait.
        let number = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o640)
        guard number >= 0 else { throw SystemFault.last }
        self.init(number: number)
    }

    /// Standard error. A pipe or terminal is opened once more, because not to block is a property that all its users
    /// would share; where that is not allowed `write` asks before it writes.
    static func copy(of number: Int32) -> LogDescriptor {
        let copy = LogDescriptor(number: fcntl(number, F_DUPFD_CLOEXEC, 3))
        guard copy.kind == S_IFIFO || copy.kind == S_IFCHR else { return copy }
        let again = open("/proc/self/fd/\(number)", O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        return again >= 0 ? LogDescriptor(number: again) : copy
    }

    /// Writes until all is written or nothing more can be; the number of bytes written, and why there are no more.
    func write(_ bytes: [UInt8], patience: Duration) -> (Int, SystemFault?) {
        var written = 0
        while written < bytes.count {
            guard isWritable(within: patience) else { return (written, SystemFault(EAGAIN)) }
            let count = bytes[written...].withUnsafeBytes { [number, kind] in Self.once($0, number, kind) }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                return (written, SystemFault.last)
            }
        }
        return (written, nil)
    }

    private static func once(_ bytes: UnsafeRawBufferPointer, _ number: Int32, _ kind: mode_t) -> Int {
        kind == S_IFSOCK
            ? send(number, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
            : Glibc.write(number, bytes.baseAddress, bytes.count)
    }

    private func isWritable(within patience: Duration) -> Bool {
        if kind == S_IFREG { return true }
        var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        // An error is for the write to report.
        return poll(&request, 1, Int32(patience / .milliseconds(1))) != 0
    }
}

/// Which file it is, whatever its name.
struct FileIdentity: Equatable {
    private let device: dev_t
    private let number: ino_t

    init(_ status: stat) {
        device = status.st_dev
        number = status.st_ino
    }

    /// Nil when there is no file of that name.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}
