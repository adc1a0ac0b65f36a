public import OCRWire
public import Recognition
internal import Scorecard

/// One reading that others are asked for.
public struct FleetTrial: Sendable {
    /// Identifier of the document in the corpus.
    public let document: String
    /// Its bytes.
    public let bytes: [UInt8]
    /// What it is read with.
    public let settings: RecognitionSettings
    /// After this time a reader gives up.
    public let softLimit: Duration
    /// After this time it is killed.
    public let hardLimit: Duration
}

/// Readers elsewhere: workers of a queue; a test's make readings up.
public protocol TrialFleet: Sendable {
    /// What a reader of the same build, engine and models said; nil when none did.
    func read(_ trial: FleetTrial) async -> ReadResult?
    /// No more trials are coming.
    func finish() async
}

/// Has documents read by a fleet, for accuracy alone: what they cost elsewhere says nothing of this machine. What the fleet
/// does not read, or could not finish for want of time, memory or luck, is read here, so that no score depends on who read.
public struct FleetExecutor: TrialExecutor {
    private let fleet: (any TrialFleet)?
    private let home: PoolExecutor

    /// Creates an executor.
    ///
    /// - Parameter fleet: nil to read everything here.
    public init(_ fleet: (any TrialFleet)?, home: PoolExecutor) {
        self.fleet = fleet
        self.home = home
    }

    /// One reading for each setting, each a trial of its own: a reader that dies costs no other.
    public func measure(_ document: StudyDocument, plan: ReadPlan) async throws(TuningError) -> [TrialMeasurement] {
        let truth = try home.truth(of: document)
        let bytes = try home.bytes(of: document)
        var measurements: [TrialMeasurement] = []
        for settings in plan.settings(for: document.kind) {
            if let measurement = await measure(document, bytes, settings, truth) {
                measurements.append(measurement)
            } else {
                measurements += try await home.measure(document, plan: .all([settings]))
            }
        }
        return measurements
    }

    private func measure(
        _ document: StudyDocument, _ bytes: [UInt8], _ settings: RecognitionSettings, _ truth: DocumentTruth
    ) async -> TrialMeasurement? {
        let trial = FleetTrial(
            document: document.id, bytes: bytes, settings: settings, softLimit: .seconds(PoolExecutor.limits.soft),
            hardLimit: .seconds(PoolExecutor.limits.hard))
        guard let result = await fleet?.read(trial), !result.dependsOnMachine else { return nil }
        var measurement = truth.score(result, repairs: true)
        measurement.byFleet = true
        return measurement
    }

    /// Ends the fleet's part; the readers here go on.
    public func finish() async { await fleet?.finish() }
}

extension ReadResult {
    /// Whether another machine might have come to another end.
    fileprivate var dependsOnMachine: Bool {
        switch self {
        case .failure(.deadlineExceeded), .failure(.outOfMemory), .failure(.engineFailure): true
        case .success, .failure: false
        }
    }
}

extension TrialMeasurement {
    /// Without what it cost.
    var accuracyAlone: TrialMeasurement {
        var copy = self
        (copy.cpuSeconds, copy.wallSeconds, copy.peakResidentBytes) = (0, 0, nil)
        return copy
    }
}
