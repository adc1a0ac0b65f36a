internal import Foundation
internal import Tuning

/// Figures as people read them. What could not be had is a dash.
enum Format {
    static let none = "–"

    static func decimal(_ value: Double, _ places: Int) -> String {
        let text = String(format: "%.\(places)f", value)
        // A minus sign before nothing but zeros says less than none.
        return text.hasPrefix("-") && !text.contains { ("1"..."9").contains($0) } ? String(text.dropFirst()) : text
    }

    static func percent(_ fraction: Double?, _ places: Int = 1) -> String {
        fraction.map { decimal($0 * 100, places) + "%" } ?? none
    }

    static func points(_ fraction: Double) -> String {
        let text = decimal(fraction * 100, 1)
        return text.hasPrefix("-") ? "−" + text.dropFirst() : fraction > 0 ? "+" + text : text
    }

    /// Three significant digits or so, in the unit that suits.
    static func seconds(_ seconds: Double?) -> String {
        guard let seconds else { return none }
        return switch seconds {
        case ..<0.01: decimal(seconds * 1_000, 1) + " ms"
        case ..<0.1: decimal(seconds * 1_000, 0) + " ms"
        case ..<10: decimal(seconds, 2) + " s"
        default: decimal(seconds, 1) + " s"
        }
    }

    static func duration(_ seconds: Double) -> String {
        let total = Int(seconds.rounded())
        if total < 60 { return "\(total) s" }
        if total < 3_600 { return "\(total / 60) min \(total % 60) s" }
        return "\(total / 3_600) h \(total % 3_600 / 60) min"
    }

    static func megabytes(_ bytes: Int?) -> String {
        bytes.map { decimal(Double($0) / Double(1 << 20), 0) + " MiB" } ?? none
    }

    static func rate(_ pagesPerSecond: Double?) -> String { pagesPerSecond.map { decimal($0, 2) } ?? none }

    static func share(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? none : percent(Double(part) / Double(whole))
    }

    static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// The bounds alone, `95.1 to 98.8%`.
    static func bounds(_ estimate: Estimate?, places: Int = 1) -> String? {
        guard let low = estimate?.low, let high = estimate?.high else { return nil }
        return "\(decimal(low * 100, places)) to \(decimal(high * 100, places))%"
    }

    static func percent(_ estimate: Estimate?, places: Int = 1) -> String { percent(estimate?.value, places) }

    /// `1.10 s` and `1.05 to 1.16`.
    static func secondBounds(_ estimate: Estimate?) -> String? {
        guard let low = estimate?.low, let high = estimate?.high else { return nil }
        return "\(seconds(low)) to \(seconds(high))"
    }

    /// Bounds of a difference of fractions, in points.
    static func pointBounds(_ estimate: Estimate) -> String? {
        guard let low = estimate.low, let high = estimate.high else { return nil }
        return "\(points(low)) to \(points(high))"
    }

    static func ratioBounds(_ estimate: Estimate) -> String? {
        guard let low = estimate.low, let high = estimate.high else { return nil }
        return "\(decimal(low, 2)) to \(decimal(high, 2))"
    }

    static func date(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "d MMMM yyyy, HH:mm 'UTC'"
        return formatter.string(from: date)
    }

    /// `bowlingOvers` becomes `bowling overs`.
    static func words(_ identifier: String) -> String {
        identifier.map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined()
    }
}
