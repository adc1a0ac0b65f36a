public import OCRWire

/// How far a trial is: what a worker writes beside the queue, and its sender looks for.
public enum TrialAnswer: Sendable, Hashable {
    /// The worker of this name reads it.
    case taken(by: String)
    /// What a reader said, which every reader of the same identity says.
    case read(ReadResult)
    /// The readers died of it, or were killed; the sentence says why.
    case died(String)
    /// The worker of this name must not read it.
    case refused(by: String, why: String)
    /// The document was no longer there.
    case missing

    private static let separator: Character = "\n"

    /// As it is stored: a letter and what it means.
    public func encoded() throws(WireError) -> [UInt8] {
        switch self {
        case .taken(let node): return Array("T\(node)".utf8)
        case .read(let result):
            return [UInt8(ascii: "R")] + (try ReaderMessage.result(id: 0, index: 0, result).encoded())
        case .died(let why): return Array("D\(why)".utf8)
        case .refused(let node, let why): return Array("N\(node)\(Self.separator)\(why)".utf8)
        case .missing: return Array("M".utf8)
        }
    }

    /// Reads what a worker stored; nil for what none of this version stores. A reading is checked like a reader's.
    public init?(_ bytes: [UInt8]) {
        let rest = bytes.dropFirst()
        let text = String(decoding: rest.prefix(4096), as: UTF8.self)
        switch bytes.first {
        case UInt8(ascii: "T"): self = .taken(by: text)
        case UInt8(ascii: "D"): self = .died(text)
        case UInt8(ascii: "N"):
            let parts = text.split(separator: Self.separator, maxSplits: 1)
            guard parts.count == 2 else { return nil }
            self = .refused(by: String(parts[0]), why: String(parts[1]))
        case UInt8(ascii: "M"): self = .missing
        case UInt8(ascii: "R"):
            guard let result = Self.result(rest) else { return nil }
            self = .read(result)
        default: return nil
        }
    }

    private static func result(_ frame: ArraySlice<UInt8>) -> ReadResult? {
        var buffer = FrameBuffer()
        frame.withUnsafeBytes { buffer.append($0) }
        guard case .result(_, _, let result)? = (try? buffer.nextReaderMessage())?.message else { return nil }
        return result
    }
}
