internal import CProcessShim
internal import Glibc
internal import OCRWire
internal import Recognition

/// The socket to the parent.
struct ServiceChannel {
    /// One message and the descriptor that came beside it, -1 when none did.
    struct Arrival {
        var message: ParentMessage
        var attachment: Int32
    }

    private let descriptor = Wire.channelDescriptor

    /// Nil when the descriptor is no socket.
    init?() {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // Both standard outputs are the parent's pipe for diagnostics; whoever started us otherwise gets the same.
        dup2(STDERR_FILENO, STDOUT_FILENO)
    }

    /// Writes one line to standard error, where `print` and its buffer are not wanted.
    static func complain(_ sentence: String) {
        _ = Array((sentence + "\n").utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Waits for the next message, and never reads past its end, so that an attachment belongs to the message.
    mutating func receive() throws(ServiceEnd) -> Arrival {
        var buffer = FrameBuffer()
        var attachment: Int32 = -1
        do throws(WireError) {
            while true {
                if let message = try buffer.nextParentMessage() {
                    return Arrival(message: message, attachment: attachment)
                }
                let missing = try buffer.missingBytes()
                guard let received = receive(missing, into: &buffer) else { break }
                if received >= 0 { attachment = received }
            }
        } catch {
            throw .wire(error)
        }
        throw buffer.isInsideFrame ? .protocolError : .endOfInput
    }

    /// Receives up to `count` bytes; the descriptor beside them or -1, and nil at the end of the stream.
    private func receive(_ count: Int, into buffer: inout FrameBuffer) -> Int32? {
        withUnsafeTemporaryAllocation(byteCount: min(count, 64 << 10), alignment: 8) { space -> Int32? in
            var attachment: Int32 = -1
            let received = process_receive(descriptor, space.baseAddress, space.count, &attachment)
            guard received > 0 else { return nil }
            buffer.append(UnsafeRawBufferPointer(rebasing: space[..<received]))
            return attachment
        }
    }

    /// Sends a message; false when the parent is gone or the message cannot be one.
    func send(_ message: ReaderMessage) -> Bool {
        guard let bytes = try? message.encoded() else { return false }
        return send(bytes)
    }

    /// Sends a result. One that the wire cannot carry becomes a failure that says so.
    func send(_ result: ReadResult, index: Int, of request: ReadRequest) -> Bool {
        do throws(WireError) {
            return send(try ReaderMessage.result(id: request.id, index: index, result).encoded())
        } catch {
            return send(.result(id: request.id, index: index, .failure(Self.failure(for: error))))
        }
    }

    private static func failure(for error: WireError) -> RecognitionFailure {
        if case .tooLong(let what, let found, let allowed) = error {
            return .limitExceeded(limit: "\(what) of its result", found: found, allowed: allowed)
        }
        return .engineFailure("the result cannot be sent: \(error.sentence)")
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { process_send(descriptor, $0.baseAddress, $0.count, -1) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }
}

/// A received document, read-only in memory.
struct MappedDocument: ~Copyable {
    let bytes: UnsafeRawBufferPointer

    /// Maps the memory file and closes it; nil when it is not what the request says.
    init?(descriptor: Int32, count: Int) {
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size == count else { return nil }
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let start, start != MAP_FAILED else { return nil }
        bytes = UnsafeRawBufferPointer(start: start, count: count)
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }
}
