/// What engines read beyond the text of a page: the edge of the sheet, the table below it, a finger.
enum PageEdges {
    /// A word at least this sure belongs to the text.
    private static let sure = 0.8
    /// A word less sure than this does not when it stands beyond all that do.
    private static let doubtful = 0.7
    /// The same of one or two letters, which are soon made of nothing.
    private static let veryShort = 0.9
    /// Fewer sure words than this say nothing of where the text ends.
    private static let fewest = 12

    /// The words without doubtful ones to the left or to the right of all sure ones.
    static func cleared(_ words: [PageWord]) -> [PageWord] {
        let text = words.filter { $0.confidence >= sure && $0.key.utf8.count >= 2 }
        guard text.count >= fewest, let left = text.map(\.left).min(), let right = text.map(\.right).max() else {
            return words
        }
        return words.filter { word in
            if word.midX > left && word.midX < right { return true }
            return word.confidence >= (word.text.count <= 2 ? veryShort : doubtful) && !isLoneLetter(word, words)
        }
    }

    /// A letter that is in no column: a head has its figures below it.
    private static func isLoneLetter(_ word: PageWord, _ words: [PageWord]) -> Bool {
        guard word.text.count == 1, word.text.first?.isLetter == true else { return false }
        return words.count { $0.confidence >= veryShort && ($0.midX - word.midX).magnitude < 2 * word.height } == 1
    }
}
