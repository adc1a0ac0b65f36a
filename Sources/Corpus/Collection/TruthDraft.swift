internal import Foundation
public import Scorecard

/// Turns what was read into what a truth says.
public enum TruthDraft {
    /// The truth that a reading proposes: what it only worked out is not on the card, and is null.
    public static func truth(of reading: ScorecardReading) -> Scorecard {
        let derived = reading.fields.filter { $0.source == .derived }
        var card = without(Dictionary(derived.map { ($0.path, $0.value) }) { first, _ in first }, in: reading.card)
        card.deliveries = reading.deliveries.isEmpty ? nil : reading.deliveries
        return tidied(card)
    }

    /// The card without these values; one that has another value by now was given it by a person, and stays.
    static func without(_ derived: [String: LeafValue], in card: Scorecard) -> Scorecard {
        rebuilt(card) { path, value in derived[path].map { isSame($0, value) } == true ? .null : value }
    }

    /// JSON does not tell 6.0 from 6.
    private static func isSame(_ leaf: LeafValue, _ value: OrderedJSON) -> Bool {
        switch (leaf, value) {
        case (.integer(let whole), .decimal(let decimal)): Double(whole) == decimal
        case (.decimal(let decimal), .integer(let whole)): Double(whole) == decimal
        default: OrderedJSON(leaf) == value
        }
    }

    /// The card with its texts as the linter wants them, and dismissals accepted without the keeper's mark.
    public static func tidied(_ card: Scorecard) -> Scorecard {
        var card = rebuilt(card) { _, value in
            guard case .text(let text) = value else { return value }
            let folded = text.precomposedStringWithCanonicalMapping.whiteSpaceFolded
            return folded.isEmpty ? .null : .text(folded)
        }
        for innings in card.innings.indices {
            for row in card.innings[innings].batting.indices {
                card.innings[innings].batting[row].acceptUnmarkedKeeper()
            }
        }
        return card
    }

    /// The card with each of its leaves replaced; elements of lists of texts that become null go.
    private static func rebuilt(
        _ card: Scorecard, _ change: (String, OrderedJSON) -> OrderedJSON
    ) -> Scorecard {
        var bare = card
        bare.deliveries = nil
        let json = rebuilt(ScorecardJSON.object(bare), at: "", change)
        // A card whose leaves keep their types or become null is a card.
        guard var changed = try? ScorecardJSON.decode(Array(json.encoded().utf8)) else { return card }
        changed.deliveries = card.deliveries
        return changed
    }

    private static func rebuilt(
        _ json: OrderedJSON, at path: String, _ change: (String, OrderedJSON) -> OrderedJSON
    ) -> OrderedJSON {
        let within = { (key: String) in path.isEmpty ? key : path + "/" + key }
        switch json {
        case .object(let members):
            return .object(members.map { .init($0.key, rebuilt($0.value, at: within($0.key), change)) })
        case .array(let values):
            let values = values.enumerated().map { rebuilt($1, at: within("\($0)"), change) }
            return .array(values.filter { $0 != .null })
        case .null, .bool, .integer, .decimal, .text: return change(path, json)
        }
    }
}

extension BattingEntry {
    /// Many a reader and many a person leaves the dagger out.
    fileprivate mutating func acceptUnmarkedKeeper() {
        guard dismissalAccept == nil, let dismissal, dismissal.contains("†") else { return }
        dismissalAccept = [dismissal.replacing("†", with: "").whiteSpaceFolded]
    }
}
