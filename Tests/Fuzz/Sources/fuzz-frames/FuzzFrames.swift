internal import OCRWire

/// Bytes that a hostile child or parent may send: whatever decodes is encoded to the same message again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrames(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    checkReaderMessages(bytes)
    checkParentMessages(bytes)
    return 0
}

private func checkReaderMessages(_ bytes: UnsafeRawBufferPointer) {
    var buffer = FrameBuffer()
    buffer.append(bytes)
    while let next = try? buffer.nextReaderMessage() {
        precondition(next.bytes <= bytes.count)
        guard let encoded = try? next.message.encoded() else {
            preconditionFailure("a decoded message has no encoding")
        }
        var second = FrameBuffer()
        encoded.withUnsafeBytes { second.append($0) }
        precondition((try? second.nextReaderMessage())?.message == next.message)
        precondition(!second.isInsideFrame)
    }
}

private func checkParentMessages(_ bytes: UnsafeRawBufferPointer) {
    var buffer = FrameBuffer()
    buffer.append(bytes)
    while let message = try? buffer.nextParentMessage() {
        guard let encoded = try? message.encoded() else { preconditionFailure("a decoded message has no encoding") }
        var second = FrameBuffer()
        encoded.withUnsafeBytes { second.append($0) }
        precondition((try? second.nextParentMessage()) == message)
        precondition(!second.isInsideFrame)
    }
}
