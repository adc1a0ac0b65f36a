package import Recognition
internal import Scorecard

/// When a page is worth a second reading by other settings, and which of the two cards is the better one. The measures were
/// chosen on imitations of public sources (Benchmarks/LookAlikes).
package struct SecondReading {
    /// A card surer than this is not read again.
    private static let sure = 0.95
    /// A page with fewer figures is no card, and is not read again for having none.
    private static let fewestFigures = 15
    /// How much more the second reading must say: a card of the same page, lines found otherwise, differs a little by chance.
    private static let gain = 1.1
    /// A card less sure than this is rather none.
    private static let leastConfidence = 0.6

    private let first: ScorecardReading

    /// Nil where the first reading will do.
    package init?(after page: RecognizedPage) {
        first = ScorecardReader().read(pages: [page])
        if first.card.innings.isEmpty {
            guard page.words.count(where: { $0.text.contains(where: \.isNumber) }) >= Self.fewestFigures else {
                return nil
            }
        } else if first.confidence >= Self.sure {
            return nil
        }
    }

    /// Whether the page as it was read the second time says more of a card, and surely enough.
    package func isBetter(_ page: RecognizedPage) -> Bool {
        let second = ScorecardReader().read(pages: [page])
        return second.confidence >= Self.leastConfidence && weight(second) > Self.gain * weight(first)
    }

    /// Expected number of right fields.
    private func weight(_ reading: ScorecardReading) -> Double {
        reading.card.innings.isEmpty ? 0 : reading.fields.reduce(0) { $0 + $1.confidence }
    }
}

extension RecognitionSettings {
    /// The settings of the second reading; nil where none is asked for.
    package var forSecondReading: RecognitionSettings? {
        guard let mode = secondReading else { return nil }
        var settings = self
        settings.pageSegmentation = mode
        settings.lines = nil
        settings.secondReading = nil
        return settings
    }
}
