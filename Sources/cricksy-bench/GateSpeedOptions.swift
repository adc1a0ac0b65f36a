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
    @Flag(
        help: "Go by the clock alone where the processor's counter of instructions is hidden, though Valgrind is there."
    )
    var skipValgrind = false

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
        let bench = try await GateBench(options, self)
        defer {
            printer.finish()
            bench.clean()
        }
        let sides = try bench.sides(base: base.program, profiles: base.profiles)
        let gate = SpeedGate(
            base: sides.base, head: sides.head, counted: try bench.counted(base: base.program, profiles: base.profiles),
            name: base.name, schedule: bench.schedule, limits: limits)
        return try await gate.run(progress: printer.listener)
    }

    /// Compares this build with itself.
    ///
    /// - Parameter path: a file that keeps the comparisons of earlier sittings.
    func selfTest(_ options: GateOptions, comparisons: Int, kept path: String?) async throws -> GateSelfTestReport {
        let printer = ProgressPrinter(options.progress)
        let bench = try await GateBench(options, self)
        defer {
            printer.finish()
            bench.clean()
        }
        let sides = try bench.sides()
        let test = GateSelfTest(
            base: sides.base, head: sides.head, counted: try bench.counted(), schedule: bench.schedule, limits: limits)
        var kept = try path.map { path throws(TuningError) in try GateComparisons(path: path) }
        return try await test.run(
            comparisons: comparisons, besides: kept?.made ?? [], commit: GitCommit.current()?.id,
            progress: printer.listener
        ) { comparison throws(TuningError) in try kept?.add(comparison) }
    }

    private func base(_ options: GateOptions) throws -> GateBase {
        if let againstBinary { return try GateBase(binary: againstBinary) }
        return try GateBase(commit: against ?? "HEAD", tuned: options.tuned, progress: options.progress)
    }
}
