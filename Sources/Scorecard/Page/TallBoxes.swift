internal import Recognition

/// Boxes of a text layer that are far taller than its letters, as fonts for many scripts make them: those of two lines reach into
/// each other.
enum TallBoxes {
    /// How tall a box is beside a letter's width: 2 to 3 in common fonts.
    private static let (common, most) = (2.4, 3.6)

    /// The words of a text layer in boxes no taller than common.
    static func lowered(_ words: [PageWord]) -> [PageWord] {
        let ratios = words.compactMap { word -> Double? in
            let letters = word.text.count
            guard letters >= 4, word.width > 0, word.text.allSatisfy({ $0.isLetter && $0.isASCII }) else { return nil }
            return word.height * Double(letters) / word.width
        }
        let ratio = Slope.median(ratios)
        guard ratios.count >= 10, ratio > most else { return words }
        return words.map { word in
            var word = word
            let cut = word.height * (1 - common / ratio) / 2
            (word.top, word.bottom) = (word.top + cut, word.bottom - cut)
            return word
        }
    }
}
