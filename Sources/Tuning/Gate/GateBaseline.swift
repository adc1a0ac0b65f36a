internal import Evaluation
internal import Foundation
public import Recognition
public import TunedConfiguration

/// How every document of the validation split was read when somebody said that it was good: `reports/baseline.json`.
/// Sorted, so that a change of it is a diff that a human can judge.
public struct GateBaseline: Codable, Sendable, Equatable {
    /// The layout that this program reads and writes.
    public static let currentSchemaVersion = 1

    /// Version of this layout.
    public var schemaVersion: Int
    /// Hash of the corpus.
    public var corpusHash: String
    /// The settings, by kind of input.
    public var profiles: [RecognitionProfile]
    /// Versions of what read.
    public var engine: EngineFingerprint
    /// The documents, by identifier.
    public var documents: [Document]

    /// One document as it was read.
    public struct Document: Codable, Sendable, Equatable {
        /// Identifier in the corpus.
        public var id: String
        /// The kind of input.
        public var kind: InputKind
        /// Why it could not be read; nil when it was.
        public var failure: String?
        /// What was recognised.
        public var text: String
        /// Every value of the card by its path.
        public var fields: [String: String]
        /// Fields right.
        public var right: Int
        /// Fields counted.
        public var total: Int
        /// Edits of the text in grapheme clusters.
        public var edits: Int
        /// Cells that are not right.
        public var errors: [CellError]

        /// Keeps what a gate compares.
        package init(_ document: StudyDocument, _ measurement: TrialMeasurement) {
            id = document.id
            kind = document.kind
            failure = measurement.failure
            text = measurement.text
            fields = measurement.fields
            right = measurement.score.fields.right
            total = measurement.score.fields.total
            edits = measurement.score.text.graphemes.edits
            errors = measurement.score.errors.map { CellError($0, place: nil) }
        }
    }

    /// Creates a baseline, its documents in order.
    package init(
        corpusHash: String, profiles: [RecognitionProfile], engine: EngineFingerprint, documents: [Document]
    ) {
        schemaVersion = Self.currentSchemaVersion
        self.corpusHash = corpusHash
        self.profiles = profiles
        self.engine = engine
        self.documents = documents.sorted { $0.id < $1.id }
    }

    /// Counts of one kind of input.
    func figures(of kind: InputKind) -> GateFigures {
        documents.filter { $0.kind == kind }.reduce(into: GateFigures()) { sum, document in
            sum.right += document.right
            sum.total += document.total
            sum.edits += document.edits
        }
    }

    /// What is not as it was beside the documents.
    func notes(since before: GateBaseline) -> [String] {
        var notes: [String] = []
        if profiles != before.profiles { notes.append("The settings are not those of the baseline.") }
        let versions = [
            ("tesseract", before.engine.tesseract, engine.tesseract),
            ("leptonica", before.engine.leptonica, engine.leptonica),
            ("poppler", before.engine.poppler, engine.poppler),
        ]
        notes += versions.filter { $0.1 != $0.2 }.map { "\($0.0) was \($0.1) and is \($0.2)." }
        let models = Set(before.engine.models.keys).union(engine.models.keys).sorted()
        return notes
            + models.filter { before.engine.models[$0] != engine.models[$0] }.map { "The model \($0) has changed." }
    }
}

// MARK: - The file

extension GateBaseline {
    /// Reads a baseline; nil when there is no such file.
    public static func load(path: String) throws(TuningError) -> GateBaseline? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            let baseline = try StudyJSON.value(GateBaseline.self, from: Data(contentsOf: URL(filePath: path)))
            guard baseline.schemaVersion <= currentSchemaVersion else {
                throw TuningError.cannotRead(
                    path: path,
                    reason: "its schema is \(baseline.schemaVersion), this program reads \(currentSchemaVersion)")
            }
            return baseline
        } catch let error as TuningError {
            throw error
        } catch {
            throw .cannotRead(path: path, reason: StudyJSON.reason(error))
        }
    }

    /// Writes the baseline whole or not at all.
    public func write(path: String) throws(TuningError) {
        do {
            try StudyJSON.file(self).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw .cannotWrite(path: path, reason: "\(error)")
        }
    }
}

// MARK: - Making one

extension GateBaseline {
    /// Reads every document of the validation split as a worker with these profiles would, `concurrency` at a time.
    public static func measure(
        _ documents: [StudyDocument], profiles: [RecognitionProfile], corpusHash: String, engine: EngineFingerprint,
        executor: some TrialExecutor, concurrency: Int,
        progress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
    ) async throws(TuningError) -> GateBaseline {
        let readings = try await CorpusEvaluation.read(
            documents.filter { $0.split == .validation }, plan: .byKind(profiles), executor: executor,
            concurrency: concurrency, progress: progress)
        return GateBaseline(
            corpusHash: corpusHash, profiles: profiles, engine: engine,
            documents: readings.compactMap { document, measurements in
                measurements.first.map { Document(document, $0) }
            })
    }
}
