/// Overs of falls of wickets whose point an engine lost: `74` among `5.6` and `10.1` is 7.4, as no wicket falls before the one above.
enum FallOvers {
    /// The wickets with those points put back.
    static func pointed(_ wickets: [DraftWicket]) -> [DraftWicket] {
        let pointed = wickets.count { $0.over?.value.contains(".") == true }
        guard pointed * 2 > wickets.count else { return wickets }
        return wickets.indices.map { index in
            var wicket = wickets[index]
            let others = (wickets[..<index].reversed(), wickets[(index + 1)...])
            wicket.over?.respell { over in
                Self.pointed(
                    over, behind: others.0.lazy.compactMap(value).first, before: others.1.lazy.compactMap(value).first)
            }
            return wicket
        }
    }

    /// Overs that have their point.
    private static func value(_ wicket: DraftWicket) -> Double? {
        wicket.over.flatMap { $0.value.contains(".") ? Double($0.value) : nil }
    }

    private static func pointed(_ over: String, behind last: Double?, before next: Double?) -> String {
        guard (2...3).contains(over.utf8.count), let number = Int(over), (1...6).contains(number % 10) else {
            return over
        }
        let (low, high) = (last ?? 0, next ?? .infinity)
        let (plain, pointed) = (Double(number), Double(number / 10) + Double(number % 10) / 10)
        // The overs around it may have been misread, so that none lies between them.
        guard plain < low || plain > high, low <= pointed, pointed <= high else { return over }
        return "\(number / 10).\(number % 10)"
    }
}
