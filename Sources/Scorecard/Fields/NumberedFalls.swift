internal import Recognition

/// Falls of wickets numbered one by one, in one column or in two: `1. 6 Perera 1.3ov   5. 76 Silva 13.3ov`. Wickets that have not
/// fallen have a number alone.
enum NumberedFalls {
    /// The wickets in the order of their numbers; nil when the words are no such list.
    static func wickets(in words: [PageWord]) -> [DraftWicket]? {
        let starts = words.indices.filter { number(words[$0]) != nil }
        guard starts.first == 0 else { return nil }
        var wickets: [DraftWicket] = []
        for (order, start) in starts.enumerated() {
            let entry = words[start..<(order + 1 < starts.count ? starts[order + 1] : words.count)]
            // A speck may stand where nothing does.
            if entry.count <= 2, entry.dropFirst().allSatisfy({ $0.text.utf8.count == 1 }) { continue }
            guard let wicket = wicket(entry) else { return nil }
            wickets.append(wicket)
        }
        let numbers = Set(wickets.compactMap(\.wicket?.value))
        guard numbers.count == wickets.count, wickets.contains(where: { $0.over != nil }) || starts.count >= 4 else {
            return nil
        }
        return wickets.sorted { ($0.wicket?.value ?? 0) < ($1.wicket?.value ?? 0) }
    }

    /// The number of a wicket, `1.`
    private static func number(_ word: PageWord) -> Int? {
        guard word.text.hasSuffix("."), let number = Int(word.text.dropLast()), 1...10 ~= number else { return nil }
        return number
    }

    private static func wicket(_ words: ArraySlice<PageWord>) -> DraftWicket? {
        guard words.count >= 3, let label = words.first, let number = number(label) else { return nil }
        let score = words[words.startIndex + 1]
        guard let runs = Int(score.text) else { return nil }
        var wicket = DraftWicket(wicket: Read(number, from: [label]), runs: Read(runs, from: [score]))
        var rest = words.dropFirst(2)
        if rest.last?.key.hasPrefix("ov") == true { rest = rest.dropLast() }
        if let last = rest.last, last.hasDigit {
            guard let overs = overs(last.text) else { return nil }
            wicket.over = Read(overs, from: [last])
            rest = rest.dropLast()
        }
        guard !rest.contains(where: \.hasDigit) else { return nil }
        wicket.player = NameText.marked(Array(rest)).flatMap { Read($0.name, from: $0.words) }
        return wicket
    }

    /// `1.3` of `1.3ov`, which an engine reads as `1.30v`.
    private static func overs(_ text: String) -> String? {
        guard let point = text.firstIndex(of: "."), let ball = text[point...].dropFirst().first, ball.isNumber else {
            return Overs(text.filter(\.isNumber)) == nil ? nil : text.filter(\.isNumber)
        }
        let printed = "\(text[..<point]).\(ball)"
        return Overs(printed) == nil ? nil : printed
    }
}
