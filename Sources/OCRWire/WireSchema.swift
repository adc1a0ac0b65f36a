internal import Recognition
internal import Scorecard

/// The shapes of all that crosses the boundary, and their hash: two builds whose hashes differ do not talk.
public enum WireSchema {
    /// FNV-1a over `description`.
    public static let hash: UInt64 = fnv1a(description.utf8)

    /// Each type with the names and types of its fields, one a line.
    package static let description: String = shapes.map { describe($0) }.joined(separator: "\n")

    /// One value of each type. Nested types are described where they are met; those met only in lists stand here.
    private static var shapes: [Any] {
        let box = PageBox(x: 0, y: 0, width: 0, height: 0)
        return [
            RecognitionSettings(), RecognitionLimits(), RecognitionProfile(settings: RecognitionSettings()),
            RecognizedPage(index: 0, width: 1, height: 1, source: .ocr, blocks: []), RecognizedBlock(lines: []),
            RecognizedLine(words: []), RecognizedWord(text: "", box: box, confidence: 0),
            RecognizedSymbol(text: "", confidence: 0), SymbolAlternative(text: "", confidence: 0),
            Rereading(text: "", confidence: 0),
            ReadCost(), ScorecardReading(), Innings(), BattingEntry(), BowlingEntry(), FallOfWicket(),
            LawCheck(law: "", innings: nil, holds: true, expected: .null, found: .null),
            FieldReading(path: "", raw: "", value: .null, source: .read, confidence: 0, page: 0, box: box),
            Delivery(over: 1, ball: 1, runs: 0), InputKind.text, DocumentFormat.pdf,
            HowOut.bowled, PictureOrder(), PagePicture(page: 0, jpeg: []),
        ]
    }

    private static func describe(_ value: Any) -> String {
        let name = String(reflecting: type(of: value))
        if let cases = type(of: value) as? any CaseIterable.Type { return "\(name)[\(names(of: cases))]" }
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .struct, !mirror.children.isEmpty else { return name }
        let fields = mirror.children.map { "\($0.label ?? "_"):\(describe($0.value))" }
        return "\(name){\(fields.joined(separator: ","))}"
    }

    private static func names<Cases: CaseIterable>(of type: Cases.Type) -> String {
        type.allCases.map { "\($0)" }.joined(separator: "|")
    }

    private static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
