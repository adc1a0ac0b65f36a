public import Foundation

/// JSON as studies keep it: sorted keys, dates in ISO 8601.
public enum StudyJSON {
    /// One line for a column of the store.
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try encoder().encode(value), as: UTF8.self)
    }

    /// A file for people and for diffs: two spaces, a newline at the end.
    public static func file(_ value: some Encodable) throws -> Data {
        let encoder = encoder()
        encoder.outputFormatting.insert(.prettyPrinted)
        return try encoder.encode(value) + Data([0x0A])
    }

    /// The value of a text or file.
    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try value(type, from: Data(text.utf8))
    }

    /// The value of a file.
    public static func value<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: data)
    }

    private static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return encoder
    }
}

extension StudyJSON {
    /// Where and why JSON could not be decoded, short.
    static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the key \(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "it is not valid JSON"
                : "the value of \(context.codingPath.map(\.stringValue).joined(separator: "/")) is wrong"
        default: "\(error)"
        }
    }
}
