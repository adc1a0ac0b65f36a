import OCRWire
import Recognition
import Scorecard
import Testing

/// Feeds whole frames to a buffer.
func readerMessage(_ bytes: [UInt8]) throws(WireError) -> ReaderMessage? {
    var buffer = FrameBuffer()
    bytes.withUnsafeBytes { buffer.append($0) }
    return try buffer.nextReaderMessage()?.message
}

func parentMessage(_ bytes: [UInt8]) throws(WireError) -> ParentMessage? {
    var buffer = FrameBuffer()
    bytes.withUnsafeBytes { buffer.append($0) }
    return try buffer.nextParentMessage()
}

@Suite struct RoundTripTests {
    @Test(arguments: Samples.readerMessages) func readerMessagesComeBackEqual(_ message: ReaderMessage) throws {
        #expect(try readerMessage(message.encoded()) == message)
    }

    @Test(arguments: Samples.parentMessages) func parentMessagesComeBackEqual(_ message: ParentMessage) throws {
        #expect(try parentMessage(message.encoded()) == message)
    }

    @Test func equalSettingsHaveOneSpelling() throws {
        var other = Samples.request
        guard case .all(var settings) = other.plan else { return }
        settings[0].variables = ["c": "", "a": "1", "b": "2"]
        other.plan = .all(settings)
        #expect(try ParentMessage.request(other).encoded() == ParentMessage.request(Samples.request).encoded())
    }

    @Test(arguments: [0, 1, -1, 63, 64, -65, 1_000_000_000, -1_000_000_000])
    func integersComeBack(_ value: Int) throws {
        var writer = WireWriter()
        try writer.integer(value)
        var reader = WireReader(writer.bytes[...])
        #expect(try reader.integer() == value)
        try reader.finish()
    }

    @Test(arguments: [0, 1, 127, 128, .max, .max - 1, 1 << 63]) func unsignedNumbersComeBack(_ value: UInt64) throws {
        var writer = WireWriter()
        writer.unsigned(value)
        var reader = WireReader(writer.bytes[...])
        #expect(try reader.unsigned() == value)
        try reader.finish()
    }

    @Test func framesComeOutOfAnyCutOfTheStream() throws {
        let messages = Samples.readerMessages
        let stream = try messages.flatMap { try $0.encoded() }
        for size in [1, 2, 3, 7, 64, 1000, stream.count] {
            var buffer = FrameBuffer()
            var found: [ReaderMessage] = []
            for start in stride(from: 0, to: stream.count, by: size) {
                stream[start..<min(stream.count, start + size)].withUnsafeBytes { buffer.append($0) }
                while let next = try buffer.nextReaderMessage() { found.append(next.message) }
            }
            #expect(found == messages)
            #expect(!buffer.isInsideFrame)
        }
    }

    @Test func missingBytesNeverPassTheEndOfAFrame() throws {
        let frame = try ParentMessage.request(Samples.request).encoded()
        var buffer = FrameBuffer()
        var taken = 0
        while taken < frame.count {
            let missing = try buffer.missingBytes()
            #expect(missing >= 1 && taken + missing <= frame.count)
            frame[taken..<(taken + missing)].withUnsafeBytes { buffer.append($0) }
            taken += missing
        }
        #expect(try buffer.nextParentMessage() == .request(Samples.request))
    }

    @Test func processStatusIsRead() {
        let status = Array("Name:\tx\nVmHWM:\t    5120 kB\nVmRSS:\t 12 kB\nPss_Anon: 3 kB\nPss:  7 kB\n".utf8)
        #expect(ProcessStatus.bytes(of: "VmHWM", in: status) == 5120 << 10)
        #expect(ProcessStatus.bytes(of: "Pss", in: status) == 7 << 10)
        #expect(ProcessStatus.bytes(of: "VmSwap", in: status) == nil)
    }
}

@Suite struct WireSchemaTests {
    /// When this fails, the shape of something that crosses has changed: add the field to the codec in OCRWire and to
    /// `Samples`, and then set the new hash.
    @Test func theCodecKnowsEveryField() {
        #expect(String(WireSchema.hash, radix: 16) == "283a9fa6dbe10f74", "\(WireSchema.description)")
    }

    @Test func theDescriptionNamesFieldsAndCases() {
        let description = WireSchema.description
        for part in [
            "pageSegmentation:Recognition.PageSegmentationMode[orientationOnly|", "declaredResolution:", "Optional<",
            "targetTextHeight:", "strikeRate:", "didNotBat:", "extraType:", "soft:",
        ] {
            #expect(description.contains(part), "\(part)")
        }
    }
}

@Suite struct SandboxViolationTests {
    @Test(arguments: [
        ("sandbox: refused system call 41\n", Int32(41)),
        ("a library's line\nsandbox: refused system call 1\nsandbox: refused system call 56\n", 56),
        ("nothing of the kind\n", nil), ("sandbox: refused system call x\n", nil),
        ("said sandbox: refused system call 41\n", nil), ("", nil),
    ])
    func theLastLineNamesTheSystemCall(_ output: String, _ number: Int32?) {
        #expect(SandboxViolation.systemCall(in: Array(output.utf8)) == number)
    }
}
