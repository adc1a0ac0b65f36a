/// Words that an engine read twice in one place, on a band that was looked at again.
enum DoubledWords {
    /// The words without the less sure one of each such pair.
    static func cleared(_ words: [PageWord]) -> [PageWord] {
        let alike = Dictionary(grouping: words.indices) { words[$0].key }.values.filter { $0.count > 1 }
        var doubled: Set<Int> = []
        for indices in alike {
            let sorted = indices.sorted { (words[$0].left, $0) < (words[$1].left, $1) }
            for (one, other) in zip(sorted, sorted.dropFirst()) where areOne(words[one], words[other]) {
                doubled.insert(words[one].confidence < words[other].confidence ? one : other)
            }
        }
        return doubled.isEmpty ? words : words.indices.filter { !doubled.contains($0) }.map { words[$0] }
    }

    /// Whether both lie over one another.
    private static func areOne(_ one: PageWord, _ other: PageWord) -> Bool {
        guard !one.key.isEmpty else { return false }
        let width = min(one.right, other.right) - max(one.left, other.left)
        let height = min(one.bottom, other.bottom) - max(one.top, other.top)
        return width > 0.7 * max(one.width, other.width) && height > 0.5 * max(one.height, other.height)
    }
}
