public import Foundation
internal import Evaluation
public import Recognition

/// What settings made of documents, small enough to be committed: a search can be run over it again and again without reading
/// a page.
public struct RecordedMatrix: Codable, Sendable, Equatable {
    /// What one setting made of one document.
    public struct Reading: Codable, Sendable, Equatable {
        /// Fields right, wrong, missed and invented.
        public var fields: [Int]
        /// CPU milliseconds.
        public var cpu: Double
        /// Elapsed milliseconds.
        public var wall: Double
        /// Peak of the reader, in MiB; nil when it is not known.
        public var peak: Int?
        /// Number of the text among those of the document: equal texts, equal numbers.
        public var text: Int
    }

    /// Version of this layout; 1.
    public var schemaVersion = 1
    /// What was read, where and with what, as a sentence.
    public var origin: String
    /// The settings: defaults, incumbent, then the space in its order.
    public var settings: [SearchSpace.Point]
    /// The documents.
    public var documents: [StudyDocument]
    /// By setting, then by document.
    public var readings: [[Reading]]

    /// Takes what a study has measured: settings that have read every document of the split, and those documents.
    public init(study path: String, split: StudySplit, origin: String) throws(TuningError) {
        let store = try StudyStore(path: path)
        guard let request = try Study.request(in: store) else {
            throw .cannotRead(path: path, reason: "its study was never begun")
        }
        let table = try store.measurements()
        let documents = request.documents(in: split).sorted { $0.id < $1.id }
        var seen = Set<SettingID>()
        let whole = ([.defaults, request.incumbent] + request.space.points).filter { point in
            seen.insert(point.id).inserted && documents.allSatisfy { table[point.id]?[$0.id] != nil }
        }
        guard whole.count > 2, !documents.isEmpty else {
            throw .cannotRead(path: path, reason: "no settings have read the whole split \(split.rawValue)")
        }
        self.origin = origin
        settings = whole
        self.documents = documents
        var texts: [String: [String: Int]] = [:]
        readings = whole.map { point in
            documents.compactMap { document in
                table[point.id]?[document.id].map { measurement in
                    let known = texts[document.id, default: [:]]
                    let number = known[measurement.text] ?? known.count
                    texts[document.id, default: [:]][measurement.text] = number
                    return Reading(measurement, text: number)
                }
            }
        }
    }

    /// Reads a file.
    public init(path: String) throws(TuningError) {
        do {
            self = try StudyJSON.value(RecordedMatrix.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw .cannotRead(path: path, reason: StudyJSON.reason(error))
        }
    }

    /// The file: one line for each setting, so that it stays small.
    public func file() throws -> Data { try Data(StudyJSON.text(self).utf8) + Data([0x0A]) }
}

extension RecordedMatrix.Reading {
    fileprivate init(_ measurement: TrialMeasurement, text: Int) {
        let counts = measurement.score.fields
        self.init(
            fields: [counts.right, counts.wrong, counts.missed, counts.invented],
            cpu: (measurement.cpuSeconds * 10_000).rounded() / 10,
            wall: (measurement.wallSeconds * 10_000).rounded() / 10,
            peak: measurement.peakResidentBytes.map { $0 >> 20 }, text: text)
    }

    fileprivate func measurement(of document: String) -> TrialMeasurement {
        let counts = FieldCounts(right: fields[0], wrong: fields[1], missed: fields[2], invented: fields[3])
        return TrialMeasurement(
            text: "\(document) \(text)", score: DocumentScore(fields: [.runs: counts]), cpuSeconds: cpu / 1000,
            wallSeconds: wall / 1000, peakResidentBytes: peak.map { $0 << 20 })
    }
}

/// Answers trials from a matrix. A document may occur several times in a study, as `ID#2`, `ID#3`, and so on.
public struct RecordedExecutor: TrialExecutor {
    private let table: [RecognitionSettings: [String: TrialMeasurement]]
    private let pause: Duration

    /// Creates an executor; `pause` is what a reading takes, so that there is something to interrupt.
    public init(_ matrix: RecordedMatrix, pause: Duration = .zero) {
        self.pause = pause
        var table: [RecognitionSettings: [String: TrialMeasurement]] = [:]
        for (point, row) in zip(matrix.settings, matrix.readings) {
            for (document, reading) in zip(matrix.documents, row) {
                table[point.settings, default: [:]][document.id] = reading.measurement(of: document.id)
            }
        }
        self.table = table
    }

    /// Looks the readings up.
    public func measure(_ document: StudyDocument, plan: ReadPlan) async throws(TuningError) -> [TrialMeasurement] {
        let id = String(document.id.prefix { $0 != "#" })
        if pause > .zero { try? await Task.sleep(for: pause) }
        var measurements: [TrialMeasurement] = []
        for settings in plan.settings(for: document.kind) {
            guard let measurement = table[settings]?[id] else {
                throw .reader("the matrix has no reading of \(id) with \(settings)")
            }
            measurements.append(measurement)
        }
        return measurements
    }

    /// There is nothing to end.
    public func finish() async {}
}
