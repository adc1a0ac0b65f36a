/// One leaf of a card.
public struct CardLeaf: Sendable, Hashable {
    /// Place in the `scorecard` object, `innings/0/batting/3/runs`.
    public var path: String
    /// Its value; null when the card does not show one.
    public var value: LeafValue

    /// Creates a leaf.
    public init(path: String, value: LeafValue) {
        self.path = path
        self.value = value
    }
}

extension Scorecard {
    /// Every leaf in the contract's order, nulls included; `schema` and the keys that only a truth has are no leaves.
    public var leaves: [CardLeaf] {
        var leaves: [CardLeaf] = []
        Self.collect(ScorecardJSON.object(self), at: "", into: &leaves)
        return leaves
    }

    private static let notLeaves: Set<String> = ["schema", "dismissal_accept", "printedInconsistent", "deliveries"]

    private static func collect(_ json: OrderedJSON, at path: String, into leaves: inout [CardLeaf]) {
        switch json {
        case .object(let members):
            for member in members where !notLeaves.contains(member.key) {
                collect(member.value, at: path.isEmpty ? member.key : path + "/" + member.key, into: &leaves)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                collect(element, at: path + "/" + String(index), into: &leaves)
            }
        case .null, .bool, .integer, .decimal, .text:
            if let value = json.leaf { leaves.append(CardLeaf(path: path, value: value)) }
        }
    }
}
