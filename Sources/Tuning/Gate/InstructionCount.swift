internal import Evaluation
internal import Foundation
public import Recognition

/// How many instructions two builds need for the same pieces, a document of each kind.
public struct InstructionCount: Codable, Sendable, Equatable {
    /// One document.
    public struct Visit: Codable, Sendable, Equatable {
        /// The document.
        public var document: String
        /// Its kind.
        public var kind: InputKind
        /// The base's instructions for its piece.
        public var base: Double
        /// The head's.
        public var head: Double
    }

    /// Two counts of the same work differ by less, as a share: where memory lies decides some loops.
    static let tolerance = 0.002
    /// Readings of a piece that are counted, after one of each that loads what it needs.
    private static let readings = 2

    /// The documents.
    public var visits: [Visit]

    /// Logarithm of head by base, kinds by the mix of the workload.
    var logRatio: Double {
        Mix.standard.mean(
            of: Dictionary(visits.map { ($0.kind, log($0.head / $0.base)) }, uniquingKeysWith: { first, _ in first }))
            ?? 0
    }

    /// Has both sides read, each in a process of its own, beside one another: no clock is looked at.
    ///
    /// - Throws: `TuningError` when a side cannot read or does not count.
    static func measure(
        base: any SpeedSide, head: any SpeedSide, documents: [StudyDocument],
        progress: @Sendable (StudyProgress) -> Void
    ) async throws(TuningError) -> InstructionCount {
        try await base.restart()
        try await head.restart()
        async let first = prepare(base, for: documents)
        async let second = prepare(head, for: documents)
        for prepared in await [first, second] { try prepared.get() }
        var visits: [Visit] = []
        for (place, document) in documents.enumerated() {
            progress(
                StudyProgress(
                    stage: "instructions", detail: document.id, done: place, planned: documents.count, secondsLeft: nil)
            )
            async let before = instructions(of: document, on: base)
            async let after = instructions(of: document, on: head)
            let (counted, beside) = await (before, after)
            visits.append(
                Visit(document: document.id, kind: document.kind, base: try counted.get(), head: try beside.get()))
        }
        await base.finish()
        await head.finish()
        return InstructionCount(visits: visits)
    }

    /// Has a side load what it needs for these documents, and then count.
    private static func prepare(
        _ side: any SpeedSide, for documents: [StudyDocument]
    ) async -> Result<Void, TuningError> {
        do throws(TuningError) {
            for document in documents { _ = try await side.read(.piece, of: document) }
        } catch {
            return .failure(error)
        }
        await side.startCounting()
        return .success(())
    }

    private static func instructions(
        of document: StudyDocument, on side: any SpeedSide
    ) async -> Result<Double, TuningError> {
        do throws(TuningError) {
            guard let count = try await side.read(.piece, of: document, times: readings).instructions else {
                throw .reader("Valgrind did not say how many instructions \(document.id) took")
            }
            return .success(count / Double(readings))
        } catch {
            return .failure(error)
        }
    }
}
