import Foundation
import Recognition
import Scorecard
import Testing

/// The injection experiment of issue 5 on every committed card.
@Suite struct InjectionTests {
    @Test func untouchedCardsAreNotRepaired() throws {
        for (name, card) in try Injection.committedCards() {
            let reading = ScorecardReader().read(pages: [CardPage.page(card)])
            let found = Dictionary(reading.card.leaves.map { ($0.path, $0.value) }) { first, _ in first }
            let expected = Dictionary(card.leaves.map { ($0.path, $0.value) }) { first, _ in first }
            for path in Injection.paths(card) { #expect(found[path] == expected[path], "\(name) \(path)") }
            let repaired = reading.fields.filter { $0.source == .repaired }
            #expect(repaired.isEmpty, "\(name): \(repaired.map { "\($0.path) \(found[$0.path] ?? .null)" })")
        }
    }

    @Test func oneWrongDigitIsDetectedAndRestored() throws {
        // Every sixteenth figure guards against a fall; the report (`make injection`) tries each of them.
        let report = ProcessInfo.processInfo.environment["CRICKSY_REPAIR_REPORT"]
        let stride = report == nil ? 16 : 1
        let cards = try Injection.committedCards()
        var counts = Injection.Counts()
        for (number, entry) in cards.enumerated() {
            counts = counts + Injection(card: entry.card, stride: stride, first: number % stride).counts()
        }
        print("Injection, one figure in \(stride): " + counts.text)
        if let report { try InjectionReport(counts: counts, cards: cards.map(\.card)).write(to: report) }
        #expect(counts.injected > 500)
        #expect(counts.detected * 100 >= counts.visible * 99)
        #expect(counts.uniqueRestored * 100 >= counts.unique * 90)
        #expect(counts.restored * 100 >= counts.injected * 50)
        #expect(counts.wrong * 1000 <= counts.injected * 5)
    }
}
