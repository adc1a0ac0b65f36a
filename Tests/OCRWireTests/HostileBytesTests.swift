import OCRWire
import Recognition
import Scorecard
import Testing

/// A small generator with a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    }
}

@Suite struct HostileBytesTests {
    @Test func truncatedFramesAreTypedErrors() throws {
        for message in Samples.readerMessages {
            let frame = try message.encoded()
            for count in 0..<(frame.count - Wire.frameHeaderBytes) where count % 7 == 0 || count < 64 {
                #expect(throws: WireError.self) { try readerMessage(reframed(frame, count)) }
            }
        }
    }

    @Test func trailingBytesAreRefused() throws {
        for message in Samples.readerMessages {
            let frame = try message.encoded()
            let payload = frame.count - Wire.frameHeaderBytes
            #expect(throws: WireError.trailingBytes(1)) { try readerMessage(reframed(frame + [0], payload + 1)) }
        }
    }

    @Test func mutatedFramesAreMessagesOrTypedErrors() throws {
        var generator = SeededGenerator(state: 20)
        let frames =
            try Samples.readerMessages.map { try $0.encoded() } + Samples.parentMessages.map { try $0.encoded() }
        var refused = 0
        for round in 0..<20_000 {
            var frame = frames[round % frames.count]
            for _ in 0...Int.random(in: 0..<3, using: &generator) {
                let place = Int.random(in: (frame.count > 5 ? 4 : 0)..<frame.count, using: &generator)
                frame[place] = UInt8.random(in: 0...255, using: &generator)
            }
            if !isMessage(frame) { refused += 1 }
        }
        #expect(refused > 5000)
    }

    @Test func randomBytesAreTypedErrors() {
        var generator = SeededGenerator(state: 21)
        for _ in 0..<20_000 {
            let payload = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let type = UInt8.random(in: 0...8, using: &generator)
            _ = isMessage([UInt8(payload.count), 0, 0, 0, type] + payload)
        }
    }

    /// A decoded message must be spelled as it came, or two spellings of one value exist.
    private func isMessage(_ frame: [UInt8]) -> Bool {
        do throws(WireError) {
            if let message = try readerMessage(frame) {
                let again = try message.encoded()
                #expect(again == Array(frame.prefix(again.count)))
                return true
            }
        } catch {
            #expect(!error.sentence.isEmpty)
        }
        do throws(WireError) {
            return try parentMessage(frame) != nil
        } catch {
            return false
        }
    }

    private func reframed(_ frame: [UInt8], _ count: Int) -> [UInt8] {
        let length = [UInt8(count & 255), UInt8(count >> 8 & 255), UInt8(count >> 16 & 255), 0]
        return length + frame[4..<(Wire.frameHeaderBytes + count)]
    }
}

@Suite struct BoundsTests {
    @Test func aHugeFrameIsRefusedByItsHeader() {
        #expect(throws: WireError.tooLong(what: "bytes in a frame", found: 0x7FFF_FFFF, allowed: 8 << 20)) {
            try readerMessage([0xFF, 0xFF, 0xFF, 0x7F, 6])
        }
    }

    @Test func anUnknownFrameTypeIsRefused() {
        #expect(throws: WireError.unknownCase(of: "FrameType", value: 77)) { try readerMessage([0, 0, 0, 0, 77]) }
    }

    @Test func aParentsFrameIsNoReadersMessage() throws {
        let frame = try ParentMessage.greeting(Samples.greeting).encoded()
        #expect(throws: WireError.self) { try readerMessage(frame) }
    }

    @Test func anotherVersionIsNamedWhateverFollows() throws {
        let payload: [UInt8] = [9, 0, 0, 0] + [1, 0, 0, 0, 0, 0, 0, 0] + [255, 255, 255]
        #expect(throws: WireError.incompatible(version: 9, schema: 1)) {
            try readerMessage([UInt8(payload.count), 0, 0, 0, FrameType.hello.rawValue] + payload)
        }
    }

    @Test func aChildRefusesAParentOfAnotherBuildToo() throws {
        var frame = try ParentMessage.greeting(Samples.greeting).encoded()
        // The last byte of the schema's hash: after the header and the version.
        frame[Wire.frameHeaderBytes + 11] ^= 1
        let schema = WireSchema.hash ^ (1 << 56)
        #expect(throws: WireError.incompatible(version: Wire.version, schema: schema)) { try parentMessage(frame) }
    }

    @Test(arguments: [Double.nan, .infinity, -1.5, 2.5, 1e300])
    func coordinatesAreRangeCheckedOnBothSides(_ value: Double) throws {
        let document = Self.document(box: PageBox(x: value, y: 0, width: 0, height: 0), confidence: 1)
        #expect(throws: WireError.outOfRange("coordinate")) { try Self.encoded(document) }
        let honest = try Self.encoded(Self.document(box: PageBox(x: 0.123, y: 0, width: 0, height: 0), confidence: 1))
        let hostile = Self.replacing(0.123, by: value, in: honest)
        #expect(throws: WireError.outOfRange("coordinate")) { try readerMessage(hostile) }
    }

    @Test(arguments: [Double.nan, -0.01, 1.01]) func confidencesAreRangeChecked(_ value: Double) throws {
        let box = PageBox(x: 0, y: 0, width: 0, height: 0)
        #expect(throws: WireError.outOfRange("confidence")) {
            try Self.encoded(Self.document(box: box, confidence: value))
        }
        let hostile = Self.replacing(0.123, by: value, in: try Self.encoded(Self.document(box: box, confidence: 0.123)))
        #expect(throws: WireError.outOfRange("confidence")) { try readerMessage(hostile) }
    }

    @Test func textsMustBeUTF8() throws {
        var frame = try ReaderMessage.startFailure("abc").encoded()
        frame[frame.count - 2] = 0xC0
        #expect(throws: WireError.invalidText) { try readerMessage(frame) }
    }

    @Test func numbersHaveOneSpelling() {
        var overlong = WireReader([0x80, 0x00])
        #expect(throws: WireError.notCanonical("number")) { _ = try overlong.unsigned() }
        var tooBig = WireReader([UInt8](repeating: 0xFF, count: 9) + [0x02])
        #expect(throws: WireError.outOfRange("number")) { _ = try tooBig.unsigned() }
    }

    /// A count of 100,000 words in a few bytes must fail for want of bytes, not reserve memory.
    @Test func countsReserveNothing() {
        var reader = WireReader([0xA0, 0x8D, 0x06])
        #expect(throws: WireError.truncated) { _ = try reader.list(RecognizedWord.self) }
        var endless = WireReader([0xFF, 0xFF, 0xFF, 0x7F])
        #expect(throws: WireError.self) { _ = try endless.list(RecognizedWord.self) }
    }

    @Test func aResultThatIsTooLongIsRefusedBeforeItIsSent() {
        let text = String(repeating: "x", count: 1 << 20)
        var document = Self.document(box: PageBox(x: 0, y: 0, width: 0, height: 0), confidence: 1)
        document.reading.warnings = Array(repeating: text, count: 9)
        #expect(throws: WireError.self) { try Self.encoded(document) }
    }

    private static func document(box: PageBox, confidence: Double) -> ReadDocument {
        let word = RecognizedWord(text: "x", box: box, confidence: confidence)
        let page = RecognizedPage(
            index: 0, width: 1, height: 1, source: .ocr,
            blocks: [RecognizedBlock(lines: [RecognizedLine(words: [word])])])
        return ReadDocument(kind: .scan, format: .tiff, pages: [page], reading: ScorecardReading(), cost: ReadCost())
    }

    private static func encoded(_ document: ReadDocument) throws -> [UInt8] {
        try ReaderMessage.result(id: 1, index: 0, .success(document)).encoded()
    }

    private static func replacing(_ old: Double, by new: Double, in frame: [UInt8]) -> [UInt8] {
        let wanted = withUnsafeBytes(of: old.bitPattern.littleEndian) { Array($0) }
        guard let place = frame.indices.first(where: { frame[$0...].starts(with: wanted) }) else { return frame }
        let replacement = withUnsafeBytes(of: new.bitPattern.littleEndian) { Array($0) }
        return frame[..<place] + replacement + frame[(place + 8)...]
    }
}
