/// Fields whose confidence follows one rule, since engines and laws say the same things of them.
public enum FieldGroup: String, Sendable, Hashable, CaseIterable {
    /// Names of players.
    case name
    /// How a batter was out, in all its parts.
    case dismissal
    /// Whole numbers of a batting row.
    case batting
    /// Strike rate and economy, which their row proves.
    case ratio
    /// Overs and whole numbers of a bowling row.
    case bowling
    /// The total line and the extras.
    case sums
    /// Wickets as they fell.
    case falls
    /// Marks of captain and keeper.
    case mark
    /// What stands above the innings, and the innings' team.
    case heading

    /// The group of a field by its place.
    init(_ place: FieldPlace?) {
        guard let place else {
            self = .heading
            return
        }
        switch (place.table, place.leaf) {
        case (.batting, "player"), (.bowling, "player"), (.didNotBat, _): self = .name
        case (.batting, "captain"), (.batting, "keeper"): self = .mark
        case (.batting, "how_out"), (.batting, "dismissal"), (.batting, "fielder"), (.batting, "bowler"):
            self = .dismissal
        case (.batting, "strike_rate"), (.bowling, "economy"): self = .ratio
        case (.batting, _): self = .batting
        case (.bowling, _): self = .bowling
        case (.total, _), (.extras, _): self = .sums
        case (.fallOfWickets, _): self = .falls
        case (.team, _): self = .heading
        }
    }
}

/// What speaks for and against one field, as numbers.
public struct FieldEvidence: Sendable, Hashable {
    /// One number of the evidence.
    public enum Feature: Int, Sendable, CaseIterable {
        /// Always 1.
        case constant
        /// What the engine says of the field's words, as log odds.
        case engine
        /// The same, the least sure field of its row.
        case weakestOfRow
        /// The same, the mean of its column, or of the innings' other fields where it stands in none.
        case meanOfColumn
        /// The same, the mean of the card.
        case meanOfCard
        /// A law that it takes part in holds and would hardly do so by chance.
        case proven
        /// A law that it takes part in is broken.
        case doubted
        /// The share of the innings' hard laws that are broken.
        case brokenLaws
        /// No hard law of the innings could be checked.
        case unchecked
        /// The value is not what was read.
        case repaired
        /// The page was not recognised: the document's own text says so.
        case textLayer
        /// The share of a text's words that stand in another name of the card too.
        case knownWords
        /// What was read is spelled otherwise than the value.
        case respelled
        /// The share of the rows of its table in which its column is empty.
        case gapsInColumn
        /// The share of the columns of its table in which its row is empty.
        case gapsInRow
        /// A name with digits, signs or no capital.
        case oddName
        /// Its table has more rows than a side has players, or wickets.
        case crowdedTable

        /// What more of it may mean.
        public enum Bearing: Sendable {
            case speaksFor, speaksAgainst, either
        }

        /// Which way it may weigh; a fit that finds the other has followed an accident of its pages.
        public var bearing: Bearing {
            switch self {
            case .engine, .weakestOfRow, .meanOfColumn, .meanOfCard, .proven, .knownWords: .speaksFor
            case .doubted, .brokenLaws, .unchecked, .repaired, .gapsInColumn, .gapsInRow, .oddName, .crowdedTable:
                .speaksAgainst
            case .constant, .textLayer, .respelled: .either
            }
        }
    }

    /// Which rule weighs it.
    public var group: FieldGroup
    /// One number for each feature, in their order.
    public var values: [Double]
}
