internal import Glibc

/// Wakes a thread that waits in poll(2).
final class Wakeup: Sendable {
    /// To wait on; readable after `signal`.
    let descriptor: Int32
    private let sender: Int32

    init() throws(RedisError) {
        var pair: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Socket.kind, 0, &pair) == 0 else {
            throw .systemFailure("No descriptors for a Redis connection: \(kernelWords(errno)).")
        }
        descriptor = pair[0]
        sender = pair[1]
    }

    deinit {
        close(descriptor)
        close(sender)
    }

    /// A full buffer means that the thread will wake anyway.
    func signal() { _ = send(sender, [1], 1, Int32(MSG_NOSIGNAL)) }

    func clear() {
        var buffer = [UInt8](repeating: 0, count: 256)
        while recv(descriptor, &buffer, buffer.count, 0) == buffer.count {}
    }
}

/// The kernel's words for an error number.
func kernelWords(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 128)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}
