internal import Recognition

/// The kind of match where titles and sentences say it among other words: `Kent v Essex, 2nd Test`, `T20I at the Oval`, `Test no. 2402`.
enum MatchKind {
    /// The words that name it, nil where none do.
    static func named(in words: [PageWord]) -> [PageWord]? {
        words.indices.lazy.compactMap { kind(at: $0, words) }.first
    }

    private static func kind(at index: Int, _ words: [PageWord]) -> [PageWord]? {
        guard let kind = name(at: index, words) else { return nil }
        let next = index + 1 < words.count ? words[index + 1] : nil
        // `T20I at the Oval` begins a row, `Test no. 2402` may end one.
        if index == 0, next?.text == "at" { return kind }
        if next?.key == "no" || next?.text == "#", index + 2 < words.count, words[index + 2].hasDigit { return kind }
        let before = words[..<index].last { $0.key != "cricket" && $0.key != "ashes" }
        guard let before, InningsHeading.ordinals.contains(before.key) || before.key == "5th" || before.key == "fifth",
            !InningsHeading.isInnings(next?.key ?? "")
        else { return nil }
        return kind
    }

    private static func name(at index: Int, _ words: [PageWord]) -> [PageWord]? {
        let word = words[index]
        if names.contains(word.key) { return [word] }
        if word.source == .ocr, misreadT20I.contains(word.key) { return [word.part("T20I", from: 0, to: 1)] }
        guard word.key == "oneday", index + 1 < words.count, words[index + 1].key == "international" else { return nil }
        return [word, words[index + 1]]
    }

    private static let names: Set<String> = ["test", "odi", "t20i", "t20", "twenty20"]
    private static let misreadT20I: Set<String> = ["t201", "t20l", "t2oi", "t2ol", "t20ll"]
}
