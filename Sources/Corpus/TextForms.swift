internal import Foundation

extension StringProtocol {
    /// Whether it is in Unicode normalisation form C; Swift's own comparison cannot tell.
    var isNFC: Bool { unicodeScalars.elementsEqual(precomposedStringWithCanonicalMapping.unicodeScalars) }

    /// The text with each run of white space as one space, none at the ends.
    var whiteSpaceFolded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
