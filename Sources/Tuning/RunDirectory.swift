internal import Crypto
public import Foundation
public import OCRWire
public import TunedConfiguration

/// A run's own directory, `reports/runs/<id>`.
public struct RunDirectory: Sendable, Equatable {
    /// Where runs are kept that were given no directory.
    public static let defaultParent = "reports/runs"

    /// Its path.
    public let path: String

    /// Names a directory; it need not be there.
    public init(path: String) { self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }

    /// Name of the run: the moment at which it was started, UTC.
    public static func name(at date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "yyyyMMdd-HHmmss"
        return formatter.string(from: date)
    }

    /// The study in SQLite.
    public var study: String { path + "/study.sqlite" }
    /// The study as JSON.
    public var result: String { path + "/result.json" }
    /// Pictures of the worst pages, and what else a report shows beside figures.
    public var exhibits: String { path + "/exhibits.json" }
    /// The tuned file.
    public var tuned: String { path + "/tuned.json" }
    /// The report for people.
    public var report: String { path + "/report.html" }
    /// The summary for pull requests.
    public var summary: String { path + "/summary.md" }

    /// Makes the directory and all above it.
    public func create() throws(TuningError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    /// Writes `result.json`.
    public func write(_ result: StudyResult) throws(TuningError) {
        do {
            try StudyJSON.file(result).write(to: URL(filePath: self.result), options: .atomic)
        } catch {
            throw .cannotWrite(path: self.result, reason: error.localizedDescription)
        }
    }

    /// Writes `exhibits.json`.
    public func write(_ exhibits: StudyExhibits) throws(TuningError) {
        do {
            try StudyJSON.file(exhibits).write(to: URL(filePath: self.exhibits), options: .atomic)
        } catch {
            throw .cannotWrite(path: self.exhibits, reason: error.localizedDescription)
        }
    }

    /// Reads `exhibits.json`; nil when the run has none.
    public func readExhibits() throws(TuningError) -> StudyExhibits? {
        guard let data = FileManager.default.contents(atPath: exhibits) else { return nil }
        do {
            return try StudyJSON.value(StudyExhibits.self, from: data)
        } catch {
            throw .cannotRead(path: exhibits, reason: StudyJSON.reason(error))
        }
    }

    /// Reads `result.json`.
    public func readResult() throws(TuningError) -> StudyResult {
        do {
            return try StudyJSON.value(StudyResult.self, from: Data(contentsOf: URL(filePath: result)))
        } catch {
            throw .cannotRead(path: result, reason: StudyJSON.reason(error))
        }
    }
}

extension EngineFingerprint {
    /// Names readers by their program's bytes, their libraries and models: who has the same name reads the same.
    public func name(program: String) -> String {
        let bytes = (try? Data(contentsOf: URL(filePath: program), options: .mappedIfSafe)) ?? Data()
        return studyHash(of: self, digits: 16) + SHA256.hash(data: bytes).description.suffix(16)
    }

    /// What a reader says of itself, with the hashes of the models that are used.
    public init(_ hello: ReaderHello, models: some Sequence<String>) {
        self.init(
            tesseract: hello.engines.tesseract, leptonica: hello.engines.leptonica, poppler: hello.engines.poppler,
            modelDirectory: hello.modelDirectory, models: models)
    }
}

extension TunedConfiguration.Provenance {
    /// The provenance for display, in the order in which it is shown.
    public var facts: [NamedValue] {
        let gibibytes = { (bytes: Int) in "\((Double(bytes) / Double(1 << 30)).shortDecimal) GiB" }
        let commit = gitCommit.map { $0 + (gitDirty == true ? " (with changes)" : "") }
        let facts: [(String, String?)] =
            [
                ("created", created.ISO8601Format()), ("run", run), ("tool", tool), ("commit", commit),
                ("corpus", corpusHash), ("tesseract", engine.tesseract), ("leptonica", engine.leptonica),
                ("poppler", engine.poppler),
            ] + engine.models.sorted { $0.key < $1.key }.map { ("model \($0.key)", $0.value) }
            + [
                ("CPU", machine.cpuModel), ("cores", "\(machine.cores)"),
                ("CPU quota", machine.cpuQuota.map(\.shortDecimal)), ("memory", gibibytes(machine.memoryBytes)),
                ("memory limit", machine.memoryLimitBytes.map(gibibytes)), ("kernel", machine.kernel),
                ("sandbox", sandbox.map { $0.isEmpty ? "off" : $0.joined(separator: ", ") }),
            ]
        return facts.compactMap { name, value in value.map { NamedValue(name, $0) } }
    }
}
