internal import Glibc

/// One connection to the server, confined to its thread: socket, TLS, parser and what is yet to be sent.
final class Link {
    private let socket: Socket
    private var tls: TLSSession?
    private var reader: ReplyReader
    private var output: [UInt8] = []
    private var sent = 0
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var plain = [UInt8](repeating: 0, count: 1 << 14)
    /// Which step an error belongs to.
    private var step = RedisError.ConnectFailure.Step.login

    init(_ socket: consuming Socket) throws(LinkFailure) {
        guard let reader = ReplyReader() else {
            throw .interrupted(.systemFailure("There is no memory for a connection to Redis."))
        }
        self.socket = socket
        self.reader = reader
    }

    var descriptor: Int32 { socket.descriptor }

    /// What to wait for in poll(2).
    var events: Int32 { sent < output.count ? POLLIN | POLLOUT : POLLIN }

    /// Hands bytes in for sending; `flush` sends them.
    func enqueue(_ bytes: [UInt8]) throws(LinkFailure) {
        guard let tls else {
            output.append(contentsOf: bytes)
            return
        }
        let result: Result<Void, LinkFailure> = bytes.withUnsafeBytes { bytes in
            do throws(LinkFailure) { return .success(try tls.encrypt(bytes)) } catch { return .failure(error) }
        }
        try result.get()
        tls.drain(into: &output)
    }

    /// Sends as much as the kernel takes. When the server has hung up nothing is thrown: what it said before, perhaps
    /// why, is still to be read, and reading shows the end.
    func flush() throws(LinkFailure) {
        while sent < output.count {
            switch output.withUnsafeBytes({ socket.send(UnsafeRawBufferPointer(rebasing: $0[sent...])) }) {
            case .bytes(let count): sent += count
            case .wouldBlock: return
            case .ended, .failed(EPIPE), .failed(ECONNRESET): sent = output.count
            case .failed(let code): throw failure(code)
            }
        }
        output.removeAll(keepingCapacity: output.capacity <= 1 << 20)
        sent = 0
    }

    /// Takes what has come, if anything.
    func receive() throws(LinkFailure) {
        let transfer = buffer.withUnsafeMutableBytes { socket.receive(into: $0) }
        switch transfer {
        case .bytes(let count): try take(count)
        case .wouldBlock: return
        case .ended: throw .because(.hungUp(step))
        case .failed(let code): throw failure(code)
        }
    }

    /// The next whole answer.
    func nextReply() throws(LinkFailure) -> RedisReply? {
        do { return try reader.next() } catch { throw .interrupted(error) }
    }

    /// Tells the server that nothing more will be asked; a wait of ours ends there.
    func finishWriting() throws(LinkFailure) {
        if let tls {
            tls.finish()
            tls.drain(into: &output)
            try flush()
        }
        socket.finishWriting()
    }

    private func take(_ count: Int) throws(LinkFailure) {
        guard let tls else { return try parse(buffer, count) }
        buffer.withUnsafeBytes { tls.feed(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        if step != .tls { try decrypt(tls) }
    }

    private func decrypt(_ tls: TLSSession) throws(LinkFailure) {
        while true {
            let result: Result<Int?, LinkFailure> = plain.withUnsafeMutableBytes { target in
                do throws(LinkFailure) { return .success(try tls.decrypt(into: target)) } catch {
                    return .failure(error)
                }
            }
            guard let count = try result.get() else { throw .because(.hungUp(step)) }
            tls.drain(into: &output)
            if count == 0 { return }
            try parse(plain, count)
        }
    }

    private func parse(_ bytes: [UInt8], _ count: Int) throws(LinkFailure) {
        let result: Result<Void, RedisError> = bytes.withUnsafeBytes { bytes in
            do throws(RedisError) {
                return .success(try reader.feed(UnsafeRawBufferPointer(rebasing: bytes[..<count])))
            } catch {
                return .failure(error)
            }
        }
        if case .failure(let error) = result { throw .interrupted(error) }
    }

    private func failure(_ code: Int32) -> LinkFailure {
        switch code {
        case ECONNRESET, EPIPE: .because(.hungUp(step))
        default: .because(.unreachable(kernelWords(code)))
        }
    }
}

// MARK: TLS

extension Link {
    /// Does the TLS handshake; from then on everything is encrypted.
    func secure(
        _ settings: RedisTLS, host: String, _ waiter: Waiter, until deadline: Waiter.Instant, limit: Duration
    ) throws(LinkFailure) {
        let session = try TLSSession(settings, host: host)
        tls = session
        step = .tls
        while try !step(session) {
            guard try waiter.isReady(descriptor, events, until: deadline) else {
                throw .because(.timedOut(.tls, after: limit))
            }
            try receive()
        }
        step = .secureLogin
        try decrypt(session)
    }

    /// Sends what a failed handshake has to say as well: the server's log then tells why.
    private func step(_ session: TLSSession) throws(LinkFailure) -> Bool {
        do throws(LinkFailure) {
            let isDone = try session.handshake()
            session.drain(into: &output)
            try flush()
            return isDone
        } catch {
            session.drain(into: &output)
            try? flush()
            throw error
        }
    }
}
