internal import Crypto
internal import FoundationEssentials

/// The one way in which a tuned file is written: sorted keys, two spaces, a newline at the end.
enum CanonicalJSON {
    static func encode(_ value: some Encodable) throws(TunedConfigurationError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        do {
            return try Array(encoder.encode(value)) + [0x0A]
        } catch EncodingError.invalidValue(let value, let context) {
            throw .invalid(path: nil, reason: "\(context.codingPath.joined) is \(value), which JSON cannot hold")
        } catch {
            throw .invalid(path: nil, reason: "\(error)")
        }
    }

    static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8], path: String
    ) throws(TunedConfigurationError) -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do {
            return try decoder.decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            if let place = JSONFault.place(in: bytes) { throw .notJSON(path: path, place: place) }
            throw TunedConfigurationError(error, path: path)
        } catch {
            throw .notJSON(path: path, place: "\(error)")
        }
    }
}

enum ContentHash {
    static func hexadecimal(of bytes: some DataProtocol) -> String {
        SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// JSON of any shape; what typed decoding passes over is found by walking it.
enum JSONTree: Decodable {
    case object([String: JSONTree])
    case array([JSONTree])
    case null
    case scalar

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Key.self) {
            let pairs = try container.allKeys.map { ($0.stringValue, try container.decode(JSONTree.self, forKey: $0)) }
            self = .object(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        } else if var container = try? decoder.unkeyedContainer() {
            var elements: [JSONTree] = []
            while !container.isAtEnd { elements.append(try container.decode(JSONTree.self)) }
            self = .array(elements)
        } else {
            self = try decoder.singleValueContainer().decodeNil() ? .null : .scalar
        }
    }

    /// The first key in this tree that `known` has not, with its path. A null counts as absent in both.
    func firstKey(unknownIn known: JSONTree) -> String? {
        switch (self, known) {
        case (.object(let mine), .object(let theirs)):
            for (key, value) in mine.sorted(by: { $0.key < $1.key }) {
                guard let counterpart = theirs[key] else { return key }
                if let below = value.firstKey(unknownIn: counterpart) { return "\(key)/\(below)" }
            }
        case (.array(let mine), .array(let theirs)):
            for (index, pair) in zip(mine, theirs).enumerated() {
                if let below = pair.0.firstKey(unknownIn: pair.1) { return "\(index)/\(below)" }
            }
        default: break
        }
        return nil
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension [any CodingKey] {
    /// `recognition/profiles/0/settings`.
    var joined: String { map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/") }
}

extension TunedConfigurationError {
    init(_ error: DecodingError, path: String) {
        switch error {
        case .keyNotFound(let key, let context):
            self = .wrongValue(path: path, key: (context.codingPath + [key]).joined, reason: "it is missing")
        case .typeMismatch(let type, let context):
            self = .wrongValue(path: path, key: context.place, reason: "it is no \(type)")
        case .valueNotFound(_, let context):
            self = .wrongValue(path: path, key: context.place, reason: "it is null")
        case .dataCorrupted(let context):
            self = .wrongValue(path: path, key: context.place, reason: context.reason)
        @unknown default:
            self = .notJSON(path: path, place: "\(error)")
        }
    }
}

extension DecodingError.Context {
    /// The top of the file has no path.
    fileprivate var place: String { codingPath.isEmpty ? "the file" : codingPath.joined }

    /// The parser's own words, to stand in brackets.
    fileprivate var reason: String {
        debugDescription.hasSuffix(".") ? String(debugDescription.dropLast()) : debugDescription
    }
}
