/// Compares a card that was read with the truth, field by field.
///
/// Values are compared exactly after normalisation. Innings and rows are paired so that the most fields agree in all,
/// whatever their order; a row without a partner is missed or invented cell by cell. A derived value is as good as none:
/// where the truth has a value the field is missed, where it has none nothing is counted.
public struct FieldScorer: Sendable {
    /// What is made equal before two values are compared.
    public let profile: NormalizationProfile

    /// Creates a scorer.
    public init(profile: NormalizationProfile = .card) { self.profile = profile }

    /// Scores a card; one that could not be read at all is missed whole.
    public func score(truth: ScoredCard, found: ScoredCard?) -> CardScore {
        let found = found ?? ScoredCard()
        var score = CardScore()
        let heading = compare(prepare(truth.heading, byPath: true), prepare(found.heading, byPath: true))
        heading.cells.forEach { score.add($0) }
        let (expected, read) = (truth.innings.map(prepare), found.innings.map(prepare))
        for pair in Pairing.best(expected, read, agreement: agreement(of:_:)).pairs {
            addInnings(pair.first ?? PreparedInnings(), pair.second ?? PreparedInnings(), to: &score)
        }
        for pair in pairRows(prepare(truth.deliveries), prepare(found.deliveries)).pairs {
            compare(pair.first ?? PreparedRow(), pair.second ?? PreparedRow()).cells.forEach { score.add($0) }
        }
        return score
    }

    private func addInnings(_ truth: PreparedInnings, _ found: PreparedInnings, to score: inout CardScore) {
        compare(truth.single, found.single).cells.forEach { score.add($0) }
        for table in PreparedInnings.Table.allCases {
            for pair in pairRows(truth[table], found[table]).pairs {
                let cells = compare(pair.first ?? PreparedRow(), pair.second ?? PreparedRow()).cells
                cells.forEach { score.add($0) }
                if table.countsRows {
                    score.addRow(inTruth: pair.first != nil, found: pair.second != nil, cells: cells)
                }
            }
        }
    }

    /// Cells of the truth in its order, then what was invented.
    private func compare(_ truth: PreparedRow, _ found: PreparedRow) -> PreparedRow.Comparison {
        PreparedRow.Comparison(truth: truth, found: found)
    }

    private func agreement(of truth: PreparedInnings, _ found: PreparedInnings) -> Agreement {
        PreparedInnings.Table.allCases.reduce(truth.single.agreement(with: found.single)) { sum, table in
            sum + pairRows(truth[table], found[table]).agreement
        }
    }

    private func pairRows(_ truth: [PreparedRow], _ found: [PreparedRow]) -> Pairing<PreparedRow> {
        Pairing.best(truth, found) { $0.agreement(with: $1) }
    }

    private func prepare(_ innings: ScoredInnings) -> PreparedInnings {
        PreparedInnings(
            single: prepare(innings.leaves),
            tables: [
                .batting: prepare(innings.batting), .bowling: prepare(innings.bowling),
                .fallOfWickets: prepare(innings.fallOfWickets),
                .didNotBat: innings.didNotBat.map { prepare([$0]) },
            ])
    }

    private func prepare(_ rows: [ScoredRow]) -> [PreparedRow] { rows.map { prepare($0.leaves) } }

    private func prepare(_ leaves: [Leaf], byPath: Bool = false) -> PreparedRow {
        PreparedRow(leaves.map { PreparedLeaf($0, profile: profile, byPath: byPath) })
    }
}
