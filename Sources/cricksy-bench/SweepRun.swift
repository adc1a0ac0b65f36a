internal import Corpus
internal import Foundation
internal import OCRPool
internal import OCRWire
internal import Recognition
internal import Reporting
internal import TunedConfiguration
internal import Tuning

/// One run of a sweep: readers, study, and the files that it leaves.
struct SweepRun {
    let request: StudyRequest
    let directory: RunDirectory
    let corpus: Corpus
    let readers: ReaderOptions
    let fleet: FleetOptions
    let printer: ProgressPrinter
    /// Whether the report shows cards of real people.
    let withCrops: Bool

    func run() async throws -> StudyResult {
        let progress = ProgressFile(directory)
        defer { progress.remove() }
        let store = try StudyStore(path: directory.study)
        let executor = try await readers.executor(corpus: corpus, concurrency: request.concurrency)
        let loader = PoolLoader(corpus: corpus, configuration: try readers.configuration(concurrency: 1))
        let provenance = provenance(executor)
        let program = try readers.configuration(concurrency: 1).program
        let workers = try await fleet.connect(hello: executor.hello, program: program)
        let study = try Study(
            request: request, store: store, readers: provenance.engine.name(program: program),
            trials: executor, fleet: FleetExecutor(workers, home: executor), loads: loader, progress: listener(progress)
        )
        let result: StudyResult
        do {
            result = try await study.run(provenance: provenance.facts)
        } catch {
            // The readers end with the program, but not before its last words.
            await executor.finish()
            printer.finish()
            throw error
        }
        printer.finish()
        try await write(result, provenance)
        return result
    }

    /// The worst pages. A report without pictures is better than none.
    private func exhibits(of result: StudyResult) async -> StudyExhibits? {
        do {
            return try await WorstPagesReading(corpus: corpus, readers: readers, withCrops: withCrops)
                .run(result, into: directory)
        } catch {
            StandardError.write("The report has no pictures of the worst pages: \(BenchExit.sentence(of: error))\n")
            return nil
        }
    }

    /// Tells whoever started the sweep, and whoever looks on.
    private func listener(_ file: ProgressFile) -> @Sendable (StudyProgress) -> Void {
        { [printer] progress in
            printer.listener(progress)
            file.write(progress)
        }
    }

    private func write(_ result: StudyResult, _ provenance: TunedConfiguration.Provenance) async throws {
        try directory.write(result)
        let probe = try await ProbeResult.recorded(
            with: try result.profiles, configuration: try readers.configuration(concurrency: 1))
        try result.tunedConfiguration(provenance: provenance, probe: probe).write(path: directory.tuned)
        let context = ReportContext(
            exhibits: await exhibits(of: result), history: StudyHistory.read(directory: RunDirectory.defaultParent),
            withCrops: withCrops)
        try StudyReport(result, context: context).write(html: directory.report, markdown: directory.summary)
    }

    private func provenance(_ executor: PoolExecutor) -> TunedConfiguration.Provenance {
        let models = ([request.incumbent, .defaults] + request.space.points)
            .flatMap { $0.allProfiles.flatMap(\.settings.allModels) }
        let commit = GitCommit.current()
        return TunedConfiguration.Provenance(
            created: request.started, run: request.run, tool: request.tool, gitCommit: commit?.id,
            gitDirty: commit?.isDirty, corpusHash: request.corpusHash,
            engine: EngineFingerprint(executor.hello, models: models), machine: .current(),
            sandbox: executor.hello.sandbox)
    }
}

/// The commit that the working directory is at.
struct GitCommit {
    let id: String
    let isDirty: Bool

    /// Nil outside a repository or without git.
    static func current() -> GitCommit? {
        guard let id = git("rev-parse", "HEAD"), let status = git("status", "--porcelain") else { return nil }
        return GitCommit(id: id, isDirty: !status.isEmpty)
    }

    private static func git(_ arguments: String...) -> String? {
        guard let result = try? Command.run(["git"] + arguments), result.code == 0 else { return nil }
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
