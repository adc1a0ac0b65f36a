/// Falls of wickets that go on at the top of the next page, a row for each: `43-3 (23.5 ovs) Elgar` below `37-2` overleaf.
enum FallsOverleaf {
    /// Takes the rows off the top of a page that count on where the falls ended.
    static func take(_ rows: inout [VisualRow], into falls: inout [DraftWicket]) {
        while let row = rows.first, let last = falls.last?.wicket, row.words.first?.hasDigit == true {
            let wickets = FallOfWicketsParser.parse(row.words)
            guard wickets.first?.wicket?.value == last.value + 1 else { return }
            falls += wickets
            rows.removeFirst()
        }
    }
}
