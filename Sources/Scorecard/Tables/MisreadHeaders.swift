/// Header words that were misread, told by what they look like and by what is missing where they stand.
enum MisreadHeaders {
    static func resolve(_ cells: inout [TableHeader.Cell], words: [String?], kind: TableKind) {
        for index in cells.indices {
            guard let text = words[index], cells[index].column == .other else { continue }
            let taken = Set(cells.map(\.column))
            let before = cells[..<index].last { $0.column != .other }?.column
            let after = cells[(index + 1)...].first { $0.column != .other }?.column
            let guess =
                kind == .batting
                ? boundaries(text) ?? batting(text, before, after) : bowling(text, before, after)
            if let guess, !taken.contains(guess) { cells[index].column = guess }
        }
    }

    /// `4s` and `6s` whose letter was read as a digit.
    private static func boundaries(_ text: String) -> Column? {
        switch text {
        case "45", "48", "4S", "4e", "4g", "As", "AS", "4$": .fours
        case "65", "68", "6S", "6e", "6g", "Gs", "GS", "6$", "Os", "bs": .sixes
        default: nil
        }
    }

    private static func batting(_ text: String, _ before: Column?, _ after: Column?) -> Column? {
        switch (before, after) {
        case (.runs, .fours), (.minutes, .fours), (.runs, .strikeRate), (.runs, .minutes): return .balls
        case (.balls, .sixes): return .fours
        case (.fours, .strikeRate): return .sixes
        case (.name, .balls), (.name, .minutes), (.dismissal, .balls), (nil, .balls): return .runs
        case (.fours, nil): return text.contains("6") || text.lowercased().hasSuffix("s") ? .sixes : nil
        case (.sixes, nil): return text.unicodeScalars.contains { $0 == "R" || $0 == "r" } ? .strikeRate : nil
        default: return nil
        }
    }

    private static func bowling(_ text: String, _ before: Column?, _ after: Column?) -> Column? {
        switch (before, after) {
        case (.name, .maidens), (nil, .maidens): .overs
        case (.overs, .runs): .maidens
        case (.maidens, .wickets): .runs
        case (.wickets, .noBalls): .wides
        case (.wides, nil): text.uppercased().hasPrefix("N") ? .noBalls : nil
        case (.runs, .economy), (.runs, .wides), (.runs, .noBalls), (.runs, nil): .wickets
        default: nil
        }
    }
}
