import Evaluation
import Foundation
import Recognition
import Synchronization
import Tuning

/// What a made-up reader makes of a document.
struct MockOutcome {
    var text = "text"
    /// Of twenty fields.
    var right = 10
    var cpu = 1.0
    var ending = TrialMeasurement.Ending.read
}

/// Reads nothing: measurements come from a function of the document and the settings. Can stop in the middle like a
/// program that is killed.
final class MockReader: TrialExecutor, LoadExecutor {
    struct Calls {
        var documents: [String] = []
        var readings: [String: Int] = [:]
        var loads = 0
    }

    let calls = Mutex(Calls())
    private let callsUntilDeath: Int
    private let outcome: @Sendable (StudyDocument, RecognitionSettings) -> MockOutcome

    init(
        callsUntilDeath: Int = .max, outcome: @escaping @Sendable (StudyDocument, RecognitionSettings) -> MockOutcome
    ) {
        self.callsUntilDeath = callsUntilDeath
        self.outcome = outcome
    }

    func measure(_ document: StudyDocument, plan: ReadPlan) async throws(TuningError) -> [TrialMeasurement] {
        let settings = plan.settings(for: document.kind)
        let isAlive = calls.withLock { calls in
            guard calls.documents.count < callsUntilDeath else { return false }
            calls.documents.append(document.id)
            calls.readings[document.id, default: 0] += settings.count
            return true
        }
        guard isAlive else { throw .reader("killed") }
        return settings.map { Self.measurement(outcome(document, $0)) }
    }

    func load(
        _ documents: [StudyDocument], plan: ReadPlan, concurrency: Int
    ) async throws(TuningError) -> LoadMeasurement {
        calls.withLock { $0.loads += 1 }
        let latencies = documents.flatMap { document in
            plan.settings(for: document.kind).map { outcome(document, $0).cpu }
        }
        let cpu = latencies.reduce(0, +)
        return LoadMeasurement(
            wallSeconds: cpu / Double(min(concurrency, 2)), cpuSeconds: cpu,
            latencies: latencies, residentBytes: 100 << 20,
            childPeakBytes: Array(repeating: 50 << 20, count: concurrency))
    }

    func finish() async {}

    static func measurement(_ outcome: MockOutcome) -> TrialMeasurement {
        let truth = (0..<20).map { Leaf(path: "result/\($0)", kind: .runs, value: "\($0)") }
        let found = truth.enumerated().map { number, leaf in
            Leaf(path: leaf.path, kind: .runs, value: number < outcome.right ? leaf.value : "x")
        }
        let card = FieldScorer().score(truth: ScoredCard(heading: truth), found: ScoredCard(heading: found))
        let text = TextScore(reference: "a reference text", hypothesis: outcome.text)
        return TrialMeasurement(
            ending: outcome.ending, text: outcome.text, fields: ["teams/0": "A"],
            score: DocumentScore(text: text, card: card, closes: outcome.right == 20), cpuSeconds: outcome.cpu,
            wallSeconds: outcome.cpu, peakResidentBytes: 40 << 20)
    }
}

/// Corpora, spaces and requests in small.
enum Sample {
    /// So many documents of each kind in each split.
    static func documents(ofEachKind count: Int) -> [StudyDocument] {
        [StudySplit.tune, .validation].flatMap { split in
            InputKind.allCases.flatMap { kind in
                (0..<count).map { number in
                    StudyDocument(
                        id: "\(split)-\(kind)-\(number)", split: split, kind: kind, layout: "layout-\(number % 2)")
                }
            }
        }
    }

    static func space(_ lists: [String]) throws -> SearchSpace {
        SearchSpace(name: "test", points: try lists.map { .init(settings: try RecognitionSettings(parsing: $0)) })
    }

    static func request(
        _ lists: [String], ofEachKind count: Int = 6, search: StudyRequest.Search = .halving, budget: Double = 600,
        machine: Bool = false
    ) throws -> StudyRequest {
        StudyRequest(
            run: "test", started: Date(timeIntervalSince1970: 0), tool: "test", corpusPath: "corpus",
            corpusHash: "hash",
            documents: documents(ofEachKind: count), space: try space(lists), search: search, budgetSeconds: budget,
            resamples: 100, measuresMachine: machine)
    }

    static func temporaryPath() -> String { Scratch.place("study.sqlite").path }

    static func run(_ request: StudyRequest, _ reader: MockReader, store path: String? = nil) async throws
        -> StudyResult
    {
        let path = path ?? temporaryPath()
        let study = try Study(request: request, store: try StudyStore(path: path), trials: reader, loads: reader)
        return try await study.run()
    }
}

/// A number from 0 to 1 that only depends on its seeds.
func noise(_ seeds: String...) -> Double {
    var generator = SplitMix64(seed: seeds.joined().utf8.reduce(5381) { $0 &* 33 &+ UInt64($1) })
    return Double(generator.next() >> 11) / Double(1 << 53)
}
