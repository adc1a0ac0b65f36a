internal import Glibc

/// Tells systemd how the worker is (sd_notify(3)); does nothing where no service manager asked for it.
///
/// The variables that it reads need not be removed: readers get an environment of their own, and no other child is
/// started but a detached worker, which is this one once more.
public struct ServiceManager: Sendable {
    private let socket: [UInt8]?
    /// How often `watchdog()` is to be called, half of what the manager allows; nil when it does not watch.
    public let watchdogInterval: Duration?

    /// Reads `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID`. Of the sockets those of a path or an abstract name
    /// (`@name`) are known.
    public init(environment: [String: String]) {
        socket = environment["NOTIFY_SOCKET"].flatMap(Self.name)
        let isMine = environment["WATCHDOG_PID"].map { Int32($0) == getpid() } ?? true
        let limit = environment["WATCHDOG_USEC"].flatMap { Int64($0) } ?? 0
        watchdogInterval = socket != nil && isMine && limit > 0 ? .microseconds(limit) / 2 : nil
    }

    /// The worker takes tasks, for the first time or after a reload.
    public func ready() { send("READY=1") }

    /// It reads its settings anew; `ready()` follows.
    public func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)")
    }

    /// It takes no more tasks and ends once those that run are done.
    public func stopping() { send("STOPPING=1") }

    /// One line for `systemctl status`.
    public func status(_ text: String) { send("STATUS=\(LogText.escaped(text))") }

    /// It is alive.
    public func watchdog() { send("WATCHDOG=1") }

    private static func name(_ text: String) -> [UInt8]? {
        var bytes = Array(text.utf8)
        // A path needs room for the NUL behind it.
        guard bytes.count > 1, bytes.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path) else { return nil }
        switch text.first {
        case "/": return bytes
        case "@":
            bytes[0] = 0
            return bytes
        default: return nil
        }
    }

    /// A manager that does not listen is no reason to stop: errors are passed over.
    private func send(_ message: String) {
        guard let name = socket else { return }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let bytes = Array(message.utf8)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), address, length)
            }
        }
    }
}
