public import Recognition
public import Scorecard

/// Where the values of a truth stand on its pages (`boxes.json`), by path.
public struct CardBoxes: Codable, Sendable, Hashable {
    /// A place on a page.
    public struct Place: Codable, Sendable, Hashable {
        /// Number of the page, from 0.
        public var page: Int
        /// Where on it.
        public var box: PageBox

        /// Creates a place.
        public init(page: Int, box: PageBox) {
            self.page = page
            self.box = box
        }
    }

    /// Places by path, `innings/0/batting/3/runs`.
    public var places: [String: Place]

    /// Creates a list.
    public init(_ places: [String: Place] = [:]) {
        self.places = places
    }

    /// The places of what a reader read.
    public init(_ fields: [FieldReading]) {
        places = [:]
        for field in fields {
            if let box = field.box { places[field.path] = Place(page: field.page, box: box) }
        }
    }

    /// Only the places of values that the card has.
    public func of(_ card: Scorecard) -> CardBoxes {
        let shown = Set(card.leaves.filter { $0.value != .null }.map(\.path))
        return CardBoxes(places.filter { shown.contains($0.key) })
    }
}
