internal import Foundation

/// How a comparison of a self-test ended.
public struct GateComparison: Codable, Sendable, Equatable {
    /// Whether the head was slowed.
    public var isSlowed: Bool
    /// The answer.
    public var verdict: GateVerdict
    /// Seconds that it took.
    public var seconds: Double
    /// Pairs of readings.
    public var pairs: Int
    /// Figures that were compared.
    public var metrics: Int
    /// The head's cost by the base's; nil where none was found.
    public var ratio: Double?
    /// Logarithm of the ratio of instructions; nil where Valgrind did not count them.
    public var countRatio: Double?
    /// Every round's logarithm of the ratio of costs.
    public var rounds: [Double]
    /// The commit whose build was compared with itself; nil where that is not known.
    public var commit: String?

    init(_ report: SpeedReport, isSlowed: Bool, commit: String?) {
        self.isSlowed = isSlowed
        self.commit = commit
        verdict = report.verdict
        seconds = report.seconds
        pairs = report.pairs
        metrics = report.metrics.count
        ratio = report.cost?.ratio
        countRatio = report.count?.logRatio
        let metric = report.count == nil ? report.cost?.metric ?? .cpu : .cpu
        rounds = report.rounds.compactMap { metric.value($0) }
    }
}

/// The comparisons of a self-test that takes longer than one sitting.
public struct GateComparisons: Sendable {
    private let path: String
    /// Those that were made.
    public private(set) var made: [GateComparison] = []

    /// Reads what an earlier sitting left; none where the file is not there.
    ///
    /// - Throws: `TuningError` when the file cannot be read.
    public init(path: String) throws(TuningError) {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            made = try StudyJSON.value([GateComparison].self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw .cannotRead(path: path, reason: StudyJSON.reason(error))
        }
    }

    /// Keeps another.
    ///
    /// - Throws: `TuningError` when the file cannot be written.
    public mutating func add(_ comparison: GateComparison) throws(TuningError) {
        made.append(comparison)
        do {
            try StudyJSON.file(made).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw .cannotWrite(path: path, reason: StudyJSON.reason(error))
        }
    }
}
