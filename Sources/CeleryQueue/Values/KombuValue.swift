internal import FoundationEssentials

/// A value that kombu wraps because JSON has no such type: `{"__type__": T, "__value__": V}`.
///
/// Messages keep the wrapper, so that a re-encoded message is the one that came; a task unwraps what it needs.
public enum KombuValue: Sendable, Hashable {
    case dateTime(PythonDateTime)
    /// `2026-01-02`
    case date(String)
    /// `01:02:00`
    case time(String)
    /// 32 lower-case hexadecimal digits with dashes.
    case uuid(String)
    /// The digits as they came.
    case decimal(String)
    case bytes([UInt8])
}

extension JSON {
    /// What kombu's wrapper holds; nil if this is no wrapper or one that kombu would not unwrap either.
    public var kombuValue: KombuValue? {
        guard let members = asObject, members.count == 2, let type = self["__type__"]?.asText,
            let value = self["__value__"]
        else { return nil }
        return switch type {
        case "datetime": value.asText.flatMap(PythonDateTime.init(iso:)).map(KombuValue.dateTime)
        case "date": value.asText.map(KombuValue.date)
        case "time": value.asText.map(KombuValue.time)
        case "uuid": value["hex"]?.asText.flatMap(Self.dashed).map(KombuValue.uuid)
        case "decimal": value.asText.map(KombuValue.decimal)
        case "bytes": value.asText.map { KombuValue.bytes(Array($0.utf8)) }
        case "base64": value.asText.flatMap { Data(base64Encoded: $0) }.map { KombuValue.bytes(Array($0)) }
        default: nil
        }
    }

    /// The first wrapper whose type kombu does not know: Python refuses the whole body then.
    var unknownKombuType: String? {
        switch self {
        case .array(let values):
            return values.lazy.compactMap(\.unknownKombuType).first
        case .object(let members):
            let known = ["datetime", "date", "time", "uuid", "decimal", "bytes", "base64"]
            if members.count == 2, let type = self["__type__"], self["__value__"] != nil {
                return type.asText.map { known.contains($0) } == true ? nil : type.encoded
            }
            return members.lazy.compactMap(\.value.unknownKombuType).first
        case .null, .bool, .integer, .bigInteger, .decimal, .text: return nil
        }
    }

    private static func dashed(_ digits: String) -> String? {
        guard digits.utf8.count == 32, digits.allSatisfy(\.isHexDigit) else { return nil }
        var parts: [Substring] = []
        var rest = digits.lowercased()[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }
}
