internal import ArgumentParser
internal import Corpus
internal import OCRPool
internal import Recognition
internal import TunedConfiguration
internal import Tuning

/// A share as people write it: `2.5%` or `0.025`.
struct Percentage: ExpressibleByArgument, CustomStringConvertible {
    var share: Double

    init(_ share: Double) { self.share = share }

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument), number.isFinite, number >= 0
        else {
            return nil
        }
        share = isPercent ? number / 100 : number
    }

    var description: String { "\((share * 1000).rounded() / 10)%" }
    var defaultValueDescription: String { description }
}

/// What cost is held against, and what is allowed.
struct GateSpeedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Build this commit beside the working tree and compare cost with it.", valueName: "ref"))
    var against: String?
    @Option(
        help: ArgumentHelp(
            "Compare cost with this cricksy-reader, or that of this build directory.", valueName: "path"))
    var againstBinary: String?
    @Option(help: ArgumentHelp("More CPU time (or instructions) that is let pass.", valueName: "share"))
    var maxSlowdown = Percentage(SpeedLimits().slowdown)
    @Option(help: ArgumentHelp("More latency that is let pass.", valueName: "share"))
    var maxLatency = Percentage(SpeedLimits().latency)
    @Option(help: ArgumentHelp("More peak memory, and growth over 50 documents, that is let pass.", valueName: "share"))
    var maxMemory = Percentage(SpeedLimits().peak)
    @Option(help: "Minutes after which there is an answer, if only that more are needed; building not counted.")
    var minutes = 5.0
    @Option(help: "Documents of the validation split whose reading is measured, kinds in turn.") var documents = 8
    @Option(help: "Decides which documents, and in what order.") var seed: UInt64 = 1

    /// Whether cost is compared at all.
    var isWanted: Bool { against != nil || againstBinary != nil }

    func validate() throws {
        guard against == nil || againstBinary == nil else {
            throw ValidationError("Give --against or --against-binary, not both.")
        }
        guard minutes > 0, minutes.isFinite else { throw ValidationError("--minutes must be more than 0.") }
        guard (1...1000).contains(documents) else { throw ValidationError("--documents must be 1 to 1000.") }
        guard [maxSlowdown, maxLatency, maxMemory].allSatisfy({ $0.share > 0 }) else {
            throw ValidationError("--max-slowdown, --max-latency and --max-memory must be more than 0.")
        }
    }

    private var limits: SpeedLimits {
        var limits = SpeedLimits()
        limits.slowdown = maxSlowdown.share
        limits.latency = maxLatency.share
        limits.peak = maxMemory.share
        limits.growth = maxMemory.share
        limits.seconds = minutes * 60
        return limits
    }

    /// Compares this build with the base.
    func compare(_ options: GateOptions) async throws -> SpeedReport {
        let printer = ProgressPrinter(options.progress)
        let base = try base(options)
        let bench = try await Bench(options, count: documents, seed: seed)
        let gate = SpeedGate(
            base: bench.side("the base", program: base.program, profiles: base.profiles ?? bench.profiles),
            head: bench.side("the head", program: bench.program, profiles: bench.profiles), name: base.name,
            schedule: bench.schedule, limits: limits)
        defer { printer.finish() }
        return try await gate.run(progress: printer.listener)
    }

    /// Compares this build with itself.
    func selfTest(_ options: GateOptions, comparisons: Int) async throws -> GateSelfTestReport {
        let printer = ProgressPrinter(options.progress)
        let bench = try await Bench(options, count: documents, seed: seed)
        let test = GateSelfTest(
            base: bench.side("the base", program: bench.program, profiles: bench.profiles),
            head: bench.side("the head", program: bench.program, profiles: bench.profiles),
            schedule: bench.schedule, limits: limits)
        defer { printer.finish() }
        return try await test.run(comparisons: comparisons, progress: printer.listener)
    }

    private func base(_ options: GateOptions) throws -> GateBase {
        if let againstBinary { return try GateBase(binary: againstBinary) }
        return try GateBase(commit: against ?? "HEAD", tuned: options.tuned, progress: options.progress)
    }

    /// What both sides have in common.
    private struct Bench {
        private(set) var schedule: SpeedSchedule
        let files: SpeedFiles
        let configuration: PoolConfiguration
        let profiles: [RecognitionProfile]

        init(_ options: GateOptions, count: Int, seed: UInt64) async throws {
            let corpus = try CorpusDirectory.load(at: options.corpus)
            configuration = try options.readers.configuration(concurrency: 1)
            profiles = try TunedConfiguration.load(path: options.tuned).recognition.profiles
            schedule = try SpeedSchedule(corpus.documents.map(StudyDocument.init), count: count, seed: seed)
            let reader = try await PoolExecutor(corpus: corpus, configuration: configuration)
            do {
                files = try await SpeedFiles(schedule.documents, reader: reader, profiles: profiles)
            } catch {
                await reader.finish()
                throw error
            }
            await reader.finish()
            schedule.whole = files.cheapestPicture ?? schedule.whole
        }

        var program: String { configuration.program }

        func side(_ name: String, program: String, profiles: [RecognitionProfile]) -> PoolSide {
            var configuration = configuration
            configuration.program = program
            return PoolSide(name, files: files, configuration: configuration, profiles: profiles)
        }
    }
}
