internal import CProcessShim
internal import Glibc
internal import OCRWire

/// Bytes that still have to be sent, with a descriptor beside the first.
struct Outgoing {
    private var bytes: ArraySlice<UInt8> = []
    private var attachment: Int32 = -1

    /// Nothing to send.
    init() {}

    /// The attachment stays the caller's and must live until `isEmpty`.
    init(_ bytes: [UInt8], attachment: Int32 = -1) {
        self.bytes = bytes[...]
        self.attachment = attachment
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// Sends what fits. When the reader is gone the rest is dropped: that it is gone shows on the receiving side.
    mutating func flush(to channel: Int32) {
        while !bytes.isEmpty {
            let sent = bytes.withUnsafeBytes { process_send(channel, $0.baseAddress, $0.count, attachment) }
            if sent == -Int(EAGAIN) { return }
            guard sent > 0 else {
                bytes = []
                return
            }
            attachment = -1
            bytes = bytes.dropFirst(sent)
        }
    }
}

/// Reads from descriptors that do not block.
enum Incoming {
    enum Outcome {
        case bytes
        case nothing
        case end
    }

    private static let chunk = 64 << 10

    /// Reads once. Descriptors that a hostile reader may attach are not taken: plain `read` drops them.
    static func read(_ channel: Int32, into buffer: inout FrameBuffer) -> Outcome {
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { space in
            let count = retried { Glibc.read(channel, space.baseAddress, space.count) }
            if count > 0 { buffer.append(UnsafeRawBufferPointer(rebasing: space[..<count])) }
            return count > 0 ? .bytes : count < 0 && errno == EAGAIN ? .nothing : .end
        }
    }

    /// Reads what is there, at most 256 KB; false at the end.
    static func read(_ pipe: Int32, into output: inout ChildOutput) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { space in
            for _ in 0..<4 {
                let count = retried { Glibc.read(pipe, space.baseAddress, space.count) }
                guard count > 0 else { return count < 0 && errno == EAGAIN }
                output.append(UnsafeRawBufferPointer(rebasing: space[..<count]))
            }
            return true
        }
    }

    private static func retried(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}
