internal import Foundation

/// What is made equal before two texts are compared. A profile is part of every figure, so its rules never change:
/// other rules are another version. No profile makes `O` equal to `0` or `l` to `1`.
public enum NormalizationProfile: String, Codable, Sendable, Hashable, CaseIterable {
    /// NFC; runs of white space, line ends among them, become one space; none at the ends.
    case whiteSpace = "space-1"
    /// The same, and one hyphen for the dash family, straight quotes for the curly ones.
    case card = "card-1"

    /// The text under this profile.
    public func normalize(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return Self.foldedASCII(text) }
        var folded = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.isWhitespace {
                if folded.last.map({ $0 != " " }) ?? false { folded.append(" ") }
            } else {
                folded.append(self == .card ? Self.plain(scalar) : scalar)
            }
        }
        if folded.last == " " { folded.removeLast() }
        return String(folded)
    }

    /// A page of ASCII is its own NFC and has no dashes or quotes to fold; most pages are.
    private static func foldedASCII(_ text: String) -> String {
        String(unsafeUninitializedCapacity: text.utf8.count) { buffer in
            var length = 0
            for byte in text.utf8 {
                let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
                if isSpace, length == 0 || buffer[length - 1] == 0x20 { continue }
                buffer[length] = isSpace ? 0x20 : byte
                length += 1
            }
            return length > 0 && buffer[length - 1] == 0x20 ? length - 1 : length
        }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: "-"
        case 0x2018...0x201B, 0x2032, 0xFF07: "'"
        case 0x201C...0x201F, 0x2033, 0xFF02: "\""
        default: scalar
        }
    }
}
