internal import Foundation
internal import Recognition
public import Scorecard

/// What a `parsed_preview` that a person confirmed says of the card.
public struct PreviewTruth: Sendable, Hashable {
    /// The card as printed: values that the reader only worked out are null unless a person changed them.
    public var card: Scorecard
    /// Where its values stand.
    public var boxes: CardBoxes

    /// Reads the preview.
    ///
    /// - Parameter name: what an error calls it, `upload 42`.
    public init(json: String, name: String) throws(CorpusError) {
        let preview: Preview
        do {
            preview = try JSONDecoder().decode(Preview.self, from: Data(json.utf8))
        } catch {
            throw .unusableDocument(name: name, reason: "its preview has no scorecard of ours; it cannot be a truth.")
        }
        let card = preview.scorecard
        let derived = card.fields.filter { $0.source == .derived }
        var truth = TruthDraft.without(
            Dictionary(derived.map { ($0.path, $0.value.leaf) }) { first, _ in first }, in: card.card)
        truth.deliveries = preview.deliveries.isEmpty ? nil : preview.deliveries
        self.card = TruthDraft.tidied(truth)
        boxes = CardBoxes(Dictionary(card.fields.compactMap(\.place)) { first, _ in first })
    }
}

private struct Preview: Decodable {
    var deliveries: [Delivery]
    var scorecard: PreviewCard
}

/// The `scorecard` object, its `fields` beside the card's own keys.
private struct PreviewCard: Decodable {
    var card: Scorecard
    var fields: [PreviewField]

    private enum CodingKeys: CodingKey { case fields }

    init(from decoder: any Decoder) throws {
        card = try Scorecard(from: decoder)
        fields =
            try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent([PreviewField].self, forKey: .fields) ?? []
    }
}

private struct PreviewField: Decodable {
    var path: String
    var value: PreviewValue
    var source: FieldSource
    var page: Int
    var box: [Double]?

    var place: (String, CardBoxes.Place)? {
        guard let box, box.count == 4 else { return nil }
        return (path, .init(page: page, box: PageBox(x: box[0], y: box[1], width: box[2], height: box[3])))
    }
}

private struct PreviewValue: Decodable {
    var leaf: LeafValue

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            leaf = .null
        } else if let flag = try? value.decode(Bool.self) {
            leaf = .bool(flag)
        } else if let whole = try? value.decode(Int.self) {
            leaf = .integer(whole)
        } else if let decimal = try? value.decode(Double.self) {
            leaf = .decimal(decimal)
        } else {
            leaf = .text(try value.decode(String.self))
        }
    }
}
