internal import Evaluation
internal import Foundation
public import Recognition
public import Scorecard

/// Weights of the evidence by which the reader says how sure it is, fitted on the tune split alone.
public struct Calibration: Sendable {
    /// One field that was read, with its evidence.
    public struct Sample: Sendable {
        /// The document.
        public var document: String
        /// Its kind of input.
        public var kind: InputKind
        /// The field's path.
        public var path: String
        /// What speaks for and against it.
        public var evidence: FieldEvidence
        /// Whether it is right.
        public var isRight: Bool
    }

    /// A group with fewer samples takes the rule of all fields: its own would follow a few pages.
    public static let fewestSamples = 200

    /// Between 0.03 and 1, tried by leaving out sixths of the tune documents, with the validation split looked at beside: 0.03 did a
    /// little better on tune, 0.3 on validation.
    private static let ridge = 0.1

    /// Every field that was read.
    public let samples: [Sample]
    /// The weights of each group, in the order of `FieldEvidence.Feature`.
    public let weights: [FieldGroup: [Double]]

    /// Fits the weights.
    public init(samples: [Sample]) {
        self.samples = samples
        let all = Self.fit(samples)
        var weights: [FieldGroup: [Double]] = [:]
        for group in FieldGroup.allCases {
            let own = samples.filter { $0.evidence.group == group }
            weights[group] = own.count < Self.fewestSamples ? all : Self.fit(own)
        }
        self.weights = weights
    }

    private static func fit(_ samples: [Sample]) -> [Double] {
        LogisticFit(ridge: ridge).weights(
            of: samples.map { LogisticFit.Sample(values: $0.evidence.values, isRight: $0.isRight) },
            nonNegative: features(.speaksFor), nonPositive: features(.speaksAgainst))
    }

    private static func features(_ bearing: FieldEvidence.Feature.Bearing) -> Set<Int> {
        Set(FieldEvidence.Feature.allCases.filter { $0.bearing == bearing }.map(\.rawValue))
    }
}

extension Calibration {
    /// Reads the documents with their profile and keeps the evidence of every field that was read.
    public static func samples(
        of documents: [StudyDocument], profiles: [RecognitionProfile], executor: PoolExecutor
    ) async throws(TuningError) -> [Sample] {
        var samples: [Sample] = []
        for document in documents {
            if let pages = try await executor.pages(of: document, profiles: profiles) {
                samples += self.samples(of: document, pages: pages, truth: try executor.truth(of: document))
            }
        }
        return samples
    }

    /// Joins evidence and outcome by the path of the field in the card as read.
    static func samples(of document: StudyDocument, pages: [RecognizedPage], truth: DocumentTruth) -> [Sample] {
        let reader = ScorecardReader()
        let reading = reader.read(pages: pages)
        let evidence = Dictionary(
            zip(reading.fields.map(\.path), reader.evidence(pages: pages))
        ) { first, _ in first }
        return truth.fieldScore(of: reading).cells.compactMap { cell in
            guard cell.outcome != .missed, let path = cell.foundPath, let evidence = evidence[path] else { return nil }
            return Sample(
                document: document.id, kind: document.kind, path: path, evidence: evidence,
                isRight: cell.outcome == .right)
        }
    }
}

extension Calibration {
    /// The weights as the Swift source that `cricksy-reader` is built with.
    ///
    /// - Parameter origin: what they were fitted on, for the head of the file.
    public func source(origin: String) -> String {
        let groups = FieldGroup.allCases.map { group in
            let numbers = (weights[group] ?? []).map { String(format: "%.4f", locale: nil, $0) }
            return "        .\(group.rawValue): [\n" + Self.lines(numbers) + "        ],\n"
        }
        return """
            // Written by `cricksy-bench calibrate`; do not edit. \(origin)

            /// Weights of the evidence by group of field, in the order of `FieldEvidence.Feature`:
            \(Self.featureComment)
            enum ConfidenceTable {
                static let weights: [FieldGroup: [Double]] = [
            \(groups.joined())    ]
            }

            """
    }

    private static var featureComment: String {
        var lines = ["///"]
        let names = FieldEvidence.Feature.allCases.map { "\($0)" }
        for (number, name) in names.enumerated() {
            let word = " " + name + (number < names.count - 1 ? "," : ".")
            if lines[lines.count - 1].count + word.count > 110 { lines.append("///") }
            lines[lines.count - 1] += word
        }
        return lines.joined(separator: "\n")
    }

    /// Eight numbers a line.
    private static func lines(_ numbers: [String]) -> String {
        stride(from: 0, to: numbers.count, by: 8).map { start in
            "            " + numbers[start..<min(start + 8, numbers.count)].joined(separator: ", ") + ",\n"
        }.joined()
    }

    /// Every sample as a line of tab-separated values under a line of names.
    public var table: String {
        let names = ["document", "kind", "path", "group", "right"] + FieldEvidence.Feature.allCases.map { "\($0)" }
        let rows = samples.map { sample in
            [
                sample.document, sample.kind.rawValue, sample.path, sample.evidence.group.rawValue,
                sample.isRight ? "1" : "0",
            ] + sample.evidence.values.map { String(format: "%.5g", locale: nil, $0) }
        }
        return ([names] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
    }
}
