import Foundation
import Scorecard

/// The injection experiment for people, `reports/repair.md`.
struct InjectionReport {
    let counts: Injection.Counts
    let cards: [Scorecard]

    /// Repairs of cards that nobody touched.
    private var untouchedRepairs: Int {
        cards.reduce(0) { sum, card in
            sum + ScorecardReader().read(pages: [CardPage.page(card)]).fields.count { $0.source == .repaired }
        }
    }

    private var text: String {
        """
        # Repair of one wrong digit

        `make injection` puts one wrong digit, drawn from the confusions that engines were measured to make, into each figure of
        every committed card that adds up in print (\(cards.count) cards of the tune and validation splits), one at a time, and
        reads the page. Brute force is a checker of its own: it tries every other digit at every place.

        | what | count | share | asked |
        |---|---:|---:|---:|
        | wrong digits put in | \(counts.injected) | | |
        | of them, breaking a law | \(counts.visible) | \(share(counts.visible, counts.injected)) | |
        | of these, detected | \(counts.detected) | \(share(counts.detected, counts.visible)) | 99% |
        | brute force finds one cheapest answer | \(counts.unique) | \(share(counts.unique, counts.injected)) | |
        | of these, restored | \(counts.uniqueRestored) | \(share(counts.uniqueRestored, counts.unique)) | 90% |
        | restored of all | \(counts.restored) | \(share(counts.restored, counts.injected)) | 50% |
        | wrong repairs, per 1,000 put in | \(counts.wrong) | \(perThousand) | at most 5 |
        | repairs of untouched cards | \(untouchedRepairs) | | none |

        """
    }

    private var perThousand: String {
        String(format: "%.1f", 1_000 * Double(counts.wrong) / Double(max(counts.injected, 1)))
    }

    private func share(_ part: Int, _ whole: Int) -> String {
        String(format: "%.1f%%", 100 * Double(part) / Double(max(whole, 1)))
    }

    func write(to path: String) throws { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) }
}
