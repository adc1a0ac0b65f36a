public import Evaluation
public import Recognition

/// What a gate found when it held a reading against its baseline.
public struct GateReport: Codable, Sendable, Equatable {
    /// How it ended.
    public enum Verdict: String, Codable, Sendable {
        /// Every text and every field is the same.
        case same
        /// Something changed, and accuracy is not worse.
        case changed
        /// Accuracy is better, and worse in no kind of input.
        case improved
        /// Fewer fields are right in some kind of input, or as many and the text is worse.
        case fell
    }

    /// The verdict.
    public var verdict: Verdict
    /// The verdict as a sentence, with what to do.
    public var sentence: String
    /// Accuracy by kind of input, before and after.
    public var kinds: [KindChange]
    /// How accuracy changed over all documents.
    public var change: AccuracyChange
    /// Every document that was compared.
    public var documents: [String]
    /// Documents that are not as they were.
    public var changes: [DocumentChange]
    /// What else is not as it was: versions, settings.
    public var notes: [String]

    /// One kind of input.
    public struct KindChange: Codable, Sendable, Equatable {
        /// The kind.
        public var kind: InputKind
        /// Before.
        public var before: GateFigures
        /// After.
        public var after: GateFigures
        /// How accuracy changed.
        public var change: AccuracyChange
    }

    /// By how much the share of right fields changed, and what that says of documents that are not in the corpus.
    public struct AccuracyChange: Codable, Sendable, Equatable {
        /// After less before.
        public var value: Double
        /// Interval of the same over documents like these, by paired bootstrap; nil with fewer than two.
        public var interval: Interval?
    }

    /// One document.
    public struct DocumentChange: Codable, Sendable, Equatable {
        /// The document.
        public var document: String
        /// Its kind.
        public var kind: InputKind
        /// Why it could not be read before; nil when it was.
        public var failureBefore: String?
        /// Why it cannot be read now; nil when it was.
        public var failureAfter: String?
        /// The first line of text that differs.
        public var text: Difference?
        /// Fields whose value differs, by path.
        public var fields: [Difference]
        /// Cells that were right and are not.
        public var lost: [CellError]
        /// Cells that were not right and are.
        public var won: [CellError]
    }

    /// A value that differs.
    public struct Difference: Codable, Sendable, Equatable {
        /// The field's path, or `line 12`.
        public var place: String
        /// Before; nil when there was none.
        public var before: String?
        /// After; nil when there is none.
        public var after: String?
    }
}

/// Counts behind a gate's verdict.
public struct GateFigures: Codable, Sendable, Equatable {
    /// Fields right.
    public var right = 0
    /// Fields counted.
    public var total = 0
    /// Edits of the text in grapheme clusters.
    public var edits = 0

    /// Field accuracy; 1 without fields.
    public var accuracy: Double { total == 0 ? 1 : Double(right) / Double(total) }
}

/// Compares exactly: recognition is deterministic, so every difference has a cause.
public enum Gate {
    /// Holds a reading against its baseline; both must be of the same documents.
    public static func compare(_ baseline: GateBaseline, with now: GateBaseline) throws(TuningError) -> GateReport {
        guard baseline.corpusHash == now.corpusHash, baseline.documents.map(\.id) == now.documents.map(\.id) else {
            throw .unusableCorpus(
                "the baseline was made on another corpus (\(baseline.corpusHash.prefix(12)), this one is "
                    + "\(now.corpusHash.prefix(12))); make a new baseline with gate accept")
        }
        let changes = zip(baseline.documents, now.documents).compactMap { GateReport.DocumentChange($0, $1) }
        let kinds = InputKind.allCases.compactMap { kind in change(of: kind, baseline, now) }
        let verdict = verdict(kinds: kinds, changes: changes)
        return GateReport(
            verdict: verdict, sentence: sentence(verdict, changes: changes), kinds: kinds,
            change: accuracyChange(baseline.documents, now.documents), documents: now.documents.map(\.id),
            changes: changes, notes: now.notes(since: baseline))
    }

    private static func change(
        of kind: InputKind, _ baseline: GateBaseline, _ now: GateBaseline
    ) -> GateReport.KindChange? {
        let documents = { (reading: GateBaseline) in reading.documents.filter { $0.kind == kind } }
        guard !documents(now).isEmpty else { return nil }
        return GateReport.KindChange(
            kind: kind, before: baseline.figures(of: kind), after: now.figures(of: kind),
            change: accuracyChange(documents(baseline), documents(now)))
    }

    private static func accuracyChange(
        _ before: [GateBaseline.Document], _ after: [GateBaseline.Document]
    ) -> GateReport.AccuracyChange {
        let observations = { (documents: [GateBaseline.Document]) in
            documents.map {
                Observation(
                    cluster: $0.id, stratum: $0.kind.rawValue, numerator: Double($0.right),
                    denominator: Double($0.total))
            }
        }
        let (old, new) = (observations(before), observations(after))
        let value = { (side: [Observation]) in ClusterBootstrap.value(of: side) ?? 1 }
        return GateReport.AccuracyChange(
            value: value(new) - value(old), interval: ClusterBootstrap(seed: 1).interval(ofDifference: new, old))
    }

    /// A kind that got worse is not made good by another.
    private static func verdict(
        kinds: [GateReport.KindChange], changes: [GateReport.DocumentChange]
    ) -> GateReport.Verdict {
        let orders = kinds.map { order($0.before, $0.after) }
        if orders.contains(where: { $0 < 0 }) { return .fell }
        if orders.contains(where: { $0 > 0 }) { return .improved }
        return changes.isEmpty ? .same : .changed
    }

    /// Below 0 when it got worse: fields decide, the text only among equals.
    private static func order(_ before: GateFigures, _ after: GateFigures) -> Int {
        if before.accuracy != after.accuracy { return after.accuracy > before.accuracy ? 1 : -1 }
        return (before.edits - after.edits).signum()
    }

    private static func sentence(_ verdict: GateReport.Verdict, changes: [GateReport.DocumentChange]) -> String {
        let documents = changes.count == 1 ? "1 document" : "\(changes.count) documents"
        let accept = "cricksy-bench gate accept"
        switch verdict {
        case .same: return "Every text and every field is as in the baseline."
        case .changed:
            return "\(documents) read differently, none of it worse; run \(accept) to make this the baseline."
        case .improved: return "Accuracy rose (\(documents) changed); run \(accept) to make this the baseline."
        case .fell: return "Accuracy fell: \(documents) changed; see which cells, or run \(accept) if it is meant."
        }
    }
}

extension GateReport.DocumentChange {
    fileprivate init?(_ before: GateBaseline.Document, _ after: GateBaseline.Document) {
        guard before != after else { return nil }
        // Where the truth lies is the same on both sides, so cells are told apart by place and kind of error.
        let (errorsBefore, errorsAfter) = (Set(before.errors.map(\.identity)), Set(after.errors.map(\.identity)))
        self.init(
            document: after.id, kind: after.kind, failureBefore: before.failure, failureAfter: after.failure,
            text: GateReport.Difference(firstLineOf: before.text, and: after.text),
            fields: Set(before.fields.keys).union(after.fields.keys).sorted().compactMap { path in
                let (old, new) = (before.fields[path], after.fields[path])
                return old == new ? nil : GateReport.Difference(place: path, before: old, after: new)
            },
            lost: after.errors.filter { !errorsBefore.contains($0.identity) },
            won: before.errors.filter { !errorsAfter.contains($0.identity) })
    }
}

extension CellError {
    fileprivate var identity: String { outcome == FieldOutcome.invented.rawValue ? "+" + path : path }
}

extension GateReport.Difference {
    fileprivate init?(firstLineOf before: String, and after: String) {
        guard before != after else { return nil }
        let old = before.split(separator: "\n", omittingEmptySubsequences: false)
        let new = after.split(separator: "\n", omittingEmptySubsequences: false)
        let number = zip(old, new).prefix { $0 == $1 }.count
        self.init(
            place: "line \(number + 1)", before: number < old.count ? String(old[number]) : nil,
            after: number < new.count ? String(new[number]) : nil)
    }
}
