import Foundation
import Recognition
import Scorecard

/// Puts one wrong digit into figures of a card and counts what the reader makes of it.
struct Injection {
    /// What became of the wrong digits.
    struct Counts {
        /// Wrong digits put in, one to a page.
        var injected = 0
        /// Those that break a law.
        var visible = 0
        /// Of these, those that a broken check or a repair of the cell points out.
        var detected = 0
        /// Those where trying every other digit everywhere finds one cheapest answer.
        var unique = 0
        /// Of these, those that are put right.
        var uniqueRestored = 0
        /// All that are put right.
        var restored = 0
        /// Figures changed into something that the card does not say.
        var wrong = 0

        static func + (left: Counts, right: Counts) -> Counts {
            Counts(
                injected: left.injected + right.injected, visible: left.visible + right.visible,
                detected: left.detected + right.detected, unique: left.unique + right.unique,
                uniqueRestored: left.uniqueRestored + right.uniqueRestored, restored: left.restored + right.restored,
                wrong: left.wrong + right.wrong)
        }

        var text: String {
            "\(injected) wrong digits: \(visible) break a law, \(detected) of these detected; brute force finds one cheapest"
                + " answer for \(unique), \(uniqueRestored) of these restored; restored in all \(restored); wrong repairs \(wrong)"
        }
    }

    let card: Scorecard
    /// Every figure, `stride` apart from the `first` on.
    let stride: Int
    let first: Int

    /// The committed cards with a batting table that add up: figures that were printed wrong are no misreadings.
    static func committedCards() throws -> [(name: String, card: Scorecard)] {
        let corpus = URL(filePath: #filePath).appending(path: "../../../corpus").standardizedFileURL
        let all: [(name: String, card: Scorecard)] = try ["tune", "validation"].flatMap { split in
            let directory = corpus.appending(path: split)
            return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted().map { name in
                let truth = try Data(contentsOf: directory.appending(path: name).appending(path: "truth.json"))
                return (name, try ScorecardJSON.decode([UInt8](truth)))
            }
        }
        return all.filter { _, card in
            card.printedInconsistent != true && !card.innings.isEmpty
                && card.innings.allSatisfy { !$0.batting.isEmpty }
        }
    }

    /// All figures of the card by path.
    static func paths(_ card: Scorecard) -> [String] {
        card.innings.enumerated().flatMap { index, innings in
            CardFigures.paths(innings).map { "innings/\(index)/" + $0 }
        }
    }

    func counts() -> Counts {
        let truth = Dictionary(card.leaves.map { ($0.path, $0.value) }) { first, _ in first }
        var counts = Counts()
        let paths = Self.paths(card)
        for number in Swift.stride(from: first, to: paths.count, by: stride) {
            if let one = inject(paths[number], number, truth) { counts = counts + one }
        }
        return counts
    }

    private func inject(_ path: String, _ seed: Int, _ truth: [String: LeafValue]) -> Counts? {
        let parts = path.split(separator: "/", maxSplits: 2).map(String.init)
        guard let index = Int(parts[1]), let text = CardFigures.text(card.innings[index], parts[2]) else { return nil }
        var wrong = card
        guard
            let misread = Self.misread(
                text, seed: seed,
                fits: {
                    CardFigures.set(&wrong.innings[index], parts[2], $0)
                })
        else { return nil }
        let reading = ScorecardReader().read(pages: [CardPage.page(card, reading: [path: misread])])
        var counts = Counts(injected: 1)
        let field = reading.fields.first { $0.path == path }
        let isRestored = field?.value == truth[path]
        if BruteForce(wrong, innings: index).cost > BruteForce(card, innings: index).cost {
            counts.visible = 1
            let isPointedOut = reading.checks.contains { !$0.holds } || field?.source == .repaired
            counts.detected = isPointedOut ? 1 : 0
        }
        if BruteForce(wrong, innings: index).onlyCheapest() != nil {
            counts.unique = 1
            counts.uniqueRestored = isRestored ? 1 : 0
        }
        counts.restored = isRestored ? 1 : 0
        counts.wrong = reading.fields.count {
            $0.source == .repaired && Self.isFigure($0) && $0.value != truth[$0.path]
        }
        return counts
    }

    private static func isFigure(_ field: FieldReading) -> Bool {
        if case .text = field.value { return field.path.hasSuffix("over") || field.path.hasSuffix("overs") }
        return true
    }

    /// The figure with one digit read as another, drawn as engines misread it.
    private static func misread(_ text: String, seed: Int, fits: (String) -> Bool) -> String? {
        var random = UInt64(truncatingIfNeeded: seed &* 2_654_435_761 &+ text.hashOfBytes)
        for _ in 0..<40 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let draw = Double(random >> 11) / 9_007_199_254_740_992
            let others = BruteForce.neighbours(text)
            let weights = others.map { other in
                MisreadCosts.misreading(other.utf8.filter { $0 != 0x2E }, for: text.utf8.filter { $0 != 0x2E })
                    .map { 1 / Double(1 << Int($0.rounded())) } ?? 0
            }
            var rest = draw * weights.reduce(0, +)
            let chosen = others.indices.first { index in
                rest -= weights[index]
                return rest <= 0
            }
            if let chosen, fits(others[chosen]) { return others[chosen] }
        }
        return nil
    }
}

extension String {
    /// The same number in every run.
    fileprivate var hashOfBytes: Int { utf8.reduce(5381) { $0 &* 33 &+ Int($1) } }
}
