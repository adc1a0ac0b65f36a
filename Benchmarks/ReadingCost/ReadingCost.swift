import ArgumentParser
import FoundationEssentials
import Glibc
import OCRPool
import OCRWire
import Recognition
import Scorecard

/// What it costs to make a card of the words of a page, beside the OCR that found them.
///
/// The words are those that the shipped reader finds on real documents, and they are kept, so that only the first run takes
/// longer than a second. Time is the CPU's: what else runs on the machine does not disturb it much.
@main
struct ReadingCost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reading-cost", abstract: "Measure what reading a card costs beside its OCR.")

    @Argument(help: "The documents.")
    var documents: [String]

    @Option(help: "A file with the words of the documents; the reader finds them when there is none.")
    var words: String

    @Option(help: "The reader program.")
    var reader: String

    @Option(help: "How often each document is read; the median counts.")
    var rounds = 5

    @Option(help: "Milliseconds that a page may cost on average.")
    var most = 5.0

    func run() async throws {
        let costs = try await recognized().map { Cost(of: $0, rounds: max(rounds, 1)) }
        guard !costs.isEmpty else { throw ValidationError("There is no document.") }
        for kind in InputKind.allCases { report(kind.rawValue, costs.filter { $0.kind == kind }) }
        report("all", costs)
        let mean = Cost.mean(costs)
        guard mean <= most else {
            print("A page costs more than \(most) ms on average.")
            throw ExitCode.failure
        }
    }

    private func report(_ name: String, _ costs: [Cost]) {
        guard !costs.isEmpty else { return }
        let sorted = costs.map(\.milliseconds).sorted()
        func quantile(_ share: Double) -> Double { sorted[Int(share * Double(sorted.count - 1))] }
        let figures = [
            ("mean", Cost.mean(costs)), ("median", quantile(0.5)), ("p95", quantile(0.95)), ("max", quantile(1)),
        ]
        let text = figures.map { "\($0) \(($1 * 100).rounded() / 100)" }.joined(separator: ", ")
        print("\(name): \(costs.count) documents, ms a page: \(text)")
    }

    private func recognized() async throws -> [Recognized] {
        if let known = try? Data(contentsOf: URL(filePath: words)) {
            return try JSONDecoder().decode([Recognized].self, from: known)
        }
        let pool = try await ReaderPool(PoolConfiguration(program: reader, startLimit: .seconds(300)))
        var all: [Recognized] = []
        for path in documents {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            for result in try await pool.read(bytes, plan: .all([Self.settings])).results {
                let document = try result.get()
                all.append(Recognized(kind: document.kind, pages: document.pages))
            }
        }
        await pool.shutdown()
        try JSONEncoder().encode(all).write(to: URL(filePath: words), options: .atomic)
        return all
    }

    /// Text layers are left alone: words of an engine are harder to read than those of a program.
    private static let settings = RecognitionSettings(pageSegmentation: .singleBlock, textLayer: .ignore)
}

/// What an engine saw of a document.
struct Recognized: Codable {
    var kind: InputKind
    var pages: [RecognizedPage]
}

/// What a page of a document cost.
struct Cost {
    let kind: InputKind
    let milliseconds: Double

    init(of document: Recognized, rounds: Int) {
        kind = document.kind
        let times = (0..<rounds).map { _ in
            let began = threadCPUSeconds()
            let reading = ScorecardReader().read(pages: document.pages)
            let ended = threadCPUSeconds()
            // Kept, so that nothing of it is left out.
            return withExtendedLifetime(reading) { ended - began }
        }
        milliseconds = times.sorted()[rounds / 2] * 1_000 / Double(max(document.pages.count, 1))
    }

    static func mean(_ costs: [Cost]) -> Double {
        costs.reduce(0) { $0 + $1.milliseconds } / Double(max(costs.count, 1))
    }
}

private func threadCPUSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
