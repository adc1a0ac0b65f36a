/// One frame, its payload not yet understood.
package struct Frame: Sendable {
    package let type: FrameType
    package let payload: ArraySlice<UInt8>

    /// A whole frame as bytes.
    package static func bytes(_ type: FrameType, _ payload: WireWriter) throws(WireError) -> [UInt8] {
        let count = payload.bytes.count
        guard count <= Wire.maximumFrameBytes else {
            throw .tooLong(what: "bytes in a frame", found: count, allowed: Wire.maximumFrameBytes)
        }
        var writer = WireWriter(reservingCapacity: count + Wire.frameHeaderBytes)
        writer.fixed(UInt32(count))
        writer.byte(type.rawValue)
        return writer.bytes + payload.bytes
    }
}

/// Cuts a stream of bytes into frames. Holds at most one frame and what came with its end.
public struct FrameBuffer: Sendable {
    private var bytes: [UInt8] = []
    private var start = 0

    /// Creates an empty buffer.
    public init() {}

    /// Whether a frame has begun and not ended.
    public var isInsideFrame: Bool { start < bytes.count }

    /// Bytes that the frame at the front still lacks, at least 1; more are never needed at once.
    public func missingBytes() throws(WireError) -> Int {
        let available = bytes.count - start
        guard let length = try payloadLength() else { return Wire.frameHeaderBytes - available }
        return max(1, Wire.frameHeaderBytes + length - available)
    }

    /// Adds bytes as they came.
    public mutating func append(_ new: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: new)
    }

    package mutating func next() throws(WireError) -> Frame? {
        guard let length = try payloadLength(), bytes.count - start >= Wire.frameHeaderBytes + length else {
            return nil
        }
        let raw = bytes[start + 4]
        guard let type = FrameType(rawValue: raw) else { throw .unknownCase(of: "FrameType", value: Int(raw)) }
        let payload = start + Wire.frameHeaderBytes
        start = payload + length
        return Frame(type: type, payload: bytes[payload..<start])
    }

    /// Forgets the frames that were taken.
    private mutating func compact() {
        if start == bytes.count { bytes.removeAll(keepingCapacity: true) } else { bytes.removeFirst(start) }
        start = 0
    }

    /// The next message of a parent, if it is complete.
    public mutating func nextParentMessage() throws(WireError) -> ParentMessage? {
        defer { compact() }
        return try next().map { frame throws(WireError) in try ParentMessage(frame) }
    }

    /// The next message of a child and the size of its payload, if it is complete.
    public mutating func nextReaderMessage() throws(WireError) -> (message: ReaderMessage, bytes: Int)? {
        defer { compact() }
        return try next().map { frame throws(WireError) in (try ReaderMessage(frame), frame.payload.count) }
    }

    private func payloadLength() throws(WireError) -> Int? {
        guard bytes.count - start >= Wire.frameHeaderBytes else { return nil }
        var reader = WireReader(bytes[start...])
        let length = Int(try reader.fixed(as: UInt32.self))
        guard length <= Wire.maximumFrameBytes else {
            throw .tooLong(what: "bytes in a frame", found: length, allowed: Wire.maximumFrameBytes)
        }
        return length
    }
}
