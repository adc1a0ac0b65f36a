import Foundation
import Synchronization

/// A TCP relay in front of a server that can break a connection at the worst moment: after the server has done what it
/// was asked, before the client hears of it.
final class Relay: Sendable {
    let port: Int
    private let listener: Int32
    private let target: Int
    private let isArmed = Mutex(false)
    private let count = Mutex(0)

    init(port target: Int) throws {
        self.target = target
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let result = Self.withSocketAddress(&address) { pointer in
            bind(descriptor, pointer, length) == 0 && listen(descriptor, 8) == 0
                ? getsockname(descriptor, pointer, &length) : -1
        }
        guard result == 0 else { throw POSIXError(.EADDRINUSE) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while case let client = accept(descriptor, nil, nil), client >= 0 {
                Thread.detachNewThread { [self] in serve(client) }
            }
        }
    }

    /// The next bytes that come from the server are dropped, and with them the connection.
    func swallowNextAnswer() { isArmed.withLock { $0 = true } }

    var swallowed: Bool { count.withLock { $0 > 0 } }

    private func serve(_ client: Int32) {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address(target)
        _ = Self.withSocketAddress(&address) {
            connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
        defer {
            close(client)
            close(server)
        }
        var polls = [
            pollfd(fd: client, events: Int16(POLLIN), revents: 0),
            pollfd(fd: server, events: Int16(POLLIN), revents: 0),
        ]
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while poll(&polls, 2, -1) > 0 {
            for (from, to) in [(0, 1), (1, 0)] where polls[from].revents != 0 {
                let got = read(polls[from].fd, &buffer, buffer.count)
                guard got > 0 else { return }
                if from == 1, swallow() { return }
                guard send(polls[to].fd, buffer, got, Int32(MSG_NOSIGNAL)) == got else { return }
            }
        }
    }

    private func swallow() -> Bool {
        let isNow = isArmed.withLock { armed in
            defer { armed = false }
            return armed
        }
        if isNow { count.withLock { $0 += 1 } }
        return isNow
    }

    private static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        return address
    }

    private static func withSocketAddress(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Int32
    ) -> Int32 {
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
        }
    }
}
