internal import Foundation

extension StringProtocol {
    /// Without spaces at either end.
    var trimmingSpaces: String { trimmingCharacters(in: .whitespaces) }
}

extension Double {
    /// Up to three decimals, no trailing zeros: `0.3`, `12`, `0.125`.
    package var shortDecimal: String {
        var text = String(format: "%.3f", self)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
