/// Letters of a watermark that runs across a page: a text layer has each as a word of its own, far larger than the rest.
enum Watermark {
    /// Fewer large letters may be a heading set wide.
    private static let fewest = 6

    /// The words of a text layer without those of a watermark.
    static func cleared(_ words: [PageWord]) -> [PageWord] {
        let height = Slope.median(words.map(\.height))
        let isLarge = { (word: PageWord) in word.height > 2.2 * height && word.text.count <= 3 }
        let large = words.filter(isLarge).sorted { $0.left < $1.left }
        // Letters of a heading stand in one row.
        guard large.count >= fewest, !zip(large, large.dropFirst()).allSatisfy({ $1.top - $0.top == 0 }) else {
            return words
        }
        return words.filter { !isLarge($0) }
    }
}
