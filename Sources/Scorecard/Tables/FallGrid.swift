/// Falls of wickets in columns, a score in each, who was out and the over below it: `5-1  30-2` over `Malik  Khan` over `0.6  7.4`.
struct FallGrid {
    private let scores: [PageWord]
    private var names: [[PageWord]]
    private var overs: [PageWord?]

    /// Reads the row of the scores; nil when the row is none.
    init?(_ words: [PageWord]) {
        guard words.count >= 2, words.count <= 10, words.allSatisfy({ $0.hasDigit && $0.text.utf8.count <= 8 }) else {
            return nil
        }
        let falls = words.map { FallOfWicketsParser.parse([$0]) }
        guard falls.allSatisfy({ $0.count == 1 }) else { return nil }
        let all = FallOfWicketsParser.parse(words).compactMap(\.wicket?.value)
        guard all.count == words.count, zip(all, all.dropFirst()).allSatisfy(<) else { return nil }
        scores = words
        names = Array(repeating: [], count: words.count)
        overs = Array(repeating: nil, count: words.count)
    }

    /// Takes in the row of the names or that of the overs; false when it is neither.
    mutating func take(_ words: [PageWord]) -> Bool {
        if words.allSatisfy({ $0.hasDigit && NumericText.overs($0.text) != nil }), words.count <= scores.count {
            guard !overs.contains(where: { $0 != nil }) else { return false }
            for word in words { overs[nearest(word)] = word }
            return true
        }
        guard !words.isEmpty, !words.contains(where: \.hasDigit), names.allSatisfy(\.isEmpty) else { return false }
        for word in words { names[nearest(word)].append(word) }
        return true
    }

    /// The wickets, column by column.
    var wickets: [DraftWicket] {
        FallOfWicketsParser.parse(scores).enumerated().map { index, wicket in
            var wicket = wicket
            wicket.player = NameText.marked(names[index]).flatMap { Read($0.name, from: $0.words) }
            wicket.over = overs[index].flatMap { word in
                NumericText.overs(word.text).flatMap { Read($0.number, from: [word], doubt: $0.doubt) }
            }
            return wicket
        }
    }

    private func nearest(_ word: PageWord) -> Int {
        scores.indices.min { (scores[$0].midX - word.midX).magnitude < (scores[$1].midX - word.midX).magnitude } ?? 0
    }
}
