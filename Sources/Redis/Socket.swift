internal import Glibc

/// A connected stream socket that does not block.
struct Socket: ~Copyable {
    let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// What a read or write came to.
    enum Transfer {
        case bytes(Int)
        case wouldBlock
        case ended
        case failed(Int32)
    }

    func receive(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
        let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        return count == 0 ? .ended : outcome(count)
    }

    /// Never raises SIGPIPE.
    func send(_ bytes: UnsafeRawBufferPointer) -> Transfer {
        outcome(Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL)))
    }

    /// Tells the server that nothing more will come; its answers can still be read.
    func finishWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

    private func outcome(_ count: Int) -> Transfer {
        if count >= 0 { return .bytes(count) }
        return errno == EAGAIN || errno == EINTR ? .wouldBlock : .failed(errno)
    }
}

// MARK: Connecting

extension Socket {
    /// The addresses that a URL stands for. Asks the resolver, which may block for its own time limit.
    static func addresses(of endpoint: RedisURL.Endpoint) throws(LinkFailure) -> [SocketAddress] {
        switch endpoint {
        case .tcp(let host, let port): try SocketAddress.resolve(host: host, port: port)
        case .unixSocket(let path): [try SocketAddress(path: path)]
        }
    }

    /// Connects to one address.
    static func connect(
        to address: SocketAddress, _ waiter: Waiter, until deadline: Waiter.Instant, limit: Duration
    ) throws(LinkFailure) -> Socket {
        let descriptor = socket(address.family, Self.kind, 0)
        guard descriptor >= 0 else { throw .because(.unreachable(kernelWords(errno))) }
        let socket = Socket(descriptor: descriptor)
        if address.family != AF_UNIX { socket.setOptions() }
        if address.connect(descriptor) == 0 { return socket }
        guard errno == EINPROGRESS else { throw .because(.unreachable(kernelWords(errno))) }
        guard try waiter.isReady(descriptor, POLLOUT, until: deadline) else {
            throw .because(.timedOut(.connect, after: limit))
        }
        let code = socket.pendingError
        guard code == 0 else { throw .because(.unreachable(kernelWords(code))) }
        return socket
    }

    static let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)

    private var pendingError: Int32 {
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size)
        return code
    }

    /// A peer that no longer answers is given up within 20 s, whether or not there is anything to send.
    private func setOptions() {
        let tcp = Int32(IPPROTO_TCP)
        set(tcp, TCP_NODELAY, 1)
        set(SOL_SOCKET, SO_KEEPALIVE, 1)
        set(tcp, TCP_KEEPIDLE, 8)
        set(tcp, TCP_KEEPINTVL, 3)
        set(tcp, TCP_KEEPCNT, 4)
        set(tcp, TCP_USER_TIMEOUT, 20_000)
    }

    private func set(_ level: Int32, _ name: Int32, _ value: Int32) {
        var value = value
        setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
    }
}

/// An address of the kernel's.
struct SocketAddress {
    private var storage = sockaddr_storage()
    private var length: socklen_t = 0

    var family: Int32 { Int32(storage.ss_family) }

    /// A socket in the file system.
    init(path: String) throws(LinkFailure) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < capacity else {
            throw .because(.unreachable("the path is longer than \(capacity - 1) bytes"))
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        withUnsafeMutableBytes(of: &storage) { target in
            withUnsafeBytes(of: &address) { target.copyMemory(from: $0) }
        }
        length = socklen_t(MemoryLayout<sockaddr_un>.size)
    }

    private init(_ entry: addrinfo) {
        length = entry.ai_addrlen
        withUnsafeMutableBytes(of: &storage) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: entry.ai_addr, count: Int(entry.ai_addrlen)))
        }
    }

    /// All addresses of a host, in the resolver's order.
    static func resolve(host: String, port: UInt16) throws(LinkFailure) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else { throw .because(.unresolved(String(cString: gai_strerror(code)))) }
        defer { freeaddrinfo(list) }
        return sequence(first: list, next: { $0?.pointee.ai_next }).prefix { $0 != nil }.compactMap { entry in
            entry.map { SocketAddress($0.pointee) }
        }
    }

    func connect(_ descriptor: Int32) -> Int32 {
        withUnsafeBytes(of: storage) { bytes in
            Glibc.connect(descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, length)
        }
    }
}
