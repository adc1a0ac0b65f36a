internal import Glibc

/// How sure a field is: its evidence weighed, by group of field, with weights that were fitted on the tune split of the corpus
/// (`cricksy-bench calibrate`), so that what says 0.9 is right 9 times in 10.
enum ConfidenceModel {
    /// The probability that the field is right.
    static func confidence(_ evidence: FieldEvidence) -> Double {
        guard let weights = ConfidenceTable.weights[evidence.group] else { return 0.5 }
        let odds = zip(weights, evidence.values).reduce(0) { $0 + $1.0 * $1.1 }
        return 1 / (1 + exp(-odds))
    }
}
