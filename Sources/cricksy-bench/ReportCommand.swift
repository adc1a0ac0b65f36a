internal import ArgumentParser
internal import Corpus
internal import Foundation
internal import Loopback
internal import Reporting
internal import Tuning

/// `report`: the report of a finished run, drawn anew.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write the report of a finished run again, or show a run in the browser.",
        discussion: """
            Reads result.json and, where the sweep kept pictures of the worst pages, exhibits.json; writes report.html, one
            page that needs no network, and summary.md beside them; no document is read, but with --pictures the worst pages. Earlier runs under --history show as a history.
            --serve shows a run in the browser, on this machine alone: a running sweep as it stands, from its study.sqlite,
            and its report once it is finished. Ctrl+C ends it; the sweep goes on.

            EXAMPLES
              cricksy-bench report 20261123-201500
              cricksy-bench report reports/runs/20261123-201500 --out /tmp/report.html
              cricksy-bench report mycards-run --pictures --with-crops
              cricksy-bench report 20261123-201500 --serve --port 8080

            EXIT CODES
              0 written, or served until Ctrl+C   4 it cannot be written   64 usage   65 the run has no result that can be read,
              or its corpus has changed
            """)

    @Argument(help: "The run: its directory or its name.") var run: String
    @Option(help: ArgumentHelp("File to write (default: report.html and summary.md of the run).", valueName: "file"))
    var out: String?
    @Option(help: ArgumentHelp("Directory of the runs that make the history.", valueName: "dir"))
    var history = RunDirectory.defaultParent
    @Flag(help: "Show pages of imported cards; they are people's data.") var withCrops = false
    @Flag(help: "Read the worst pages again and keep their pictures, for a run that has none.") var pictures = false
    @Flag(help: "Show the run in the browser, live while its sweep works.") var serve = false
    @Option(help: "Port on 127.0.0.1 for --serve; 0 takes a free one.") var port = 0
    @Flag(help: "Only print the address, open no browser.") var noOpen = false
    @Flag(help: "Print what was written as JSON.") var json = false
    @OptionGroup var readers: ReaderOptions

    /// What was written.
    private struct Written: Encodable {
        let run: String
        let report: String
        let bytes: Int
        let runsInHistory: Int
        let pagesShown: Int
    }

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be 0 to 65535.") }
        guard !serve || out == nil && !json && !pictures else {
            throw ValidationError("--serve writes nothing: leave out --out, --json and --pictures.")
        }
    }

    func run() async throws {
        try await BenchExit.reporting {
            let directory = RunDirectory(named: run)
            if serve { return try await show(directory) }
            guard FileManager.default.fileExists(atPath: directory.result) else {
                throw TuningError.cannotRead(path: directory.result, reason: "there is no finished run of that name")
            }
            let result = try directory.readResult()
            let context = ReportContext(
                exhibits: pictures ? try await draw(result, directory) : try directory.readExhibits(),
                history: StudyHistory.read(directory: history), withCrops: withCrops)
            let report = StudyReport(result, context: context)
            let path = out ?? directory.report
            try report.write(html: path, markdown: out == nil ? directory.summary : nil)
            try announce(path, context)
        }
    }

    private func draw(_ result: StudyResult, _ directory: RunDirectory) async throws -> StudyExhibits {
        let corpus = try CorpusDirectory.load(at: result.corpus.path)
        guard corpus.hash == result.corpus.hash else {
            throw TuningError.unusableCorpus(
                "\(result.corpus.path) has changed since the run, and so may its pages; leave out --pictures")
        }
        return try await WorstPagesReading(corpus: corpus, readers: readers, withCrops: withCrops)
            .run(result, into: directory)
    }

    private func show(_ directory: RunDirectory) async throws {
        guard [directory.study, directory.result].contains(where: FileManager.default.fileExists) else {
            throw TuningError.cannotRead(path: directory.path, reason: "there is no run here")
        }
        let report = LiveReport(directory) { [history, withCrops] in
            ReportContext(
                exhibits: (try? directory.readExhibits()) ?? nil, history: StudyHistory.read(directory: history),
                withCrops: withCrops)
        }
        let browser = Browser(isWanted: !noOpen)
        defer { browser.forget() }
        do {
            try await PageServer(port: port).run { address in
                // Who reads this from a pipe waits for it.
                FileHandle.standardOutput.write(Data("The run is shown at \(address)\nCtrl+C ends it.\n".utf8))
                browser.open(address)
            } page: {
                await report.page($0)
            }
        } catch {
            throw ReportError.cannotServe(reason: error.reason)
        }
    }

    private func announce(_ path: String, _ context: ReportContext) throws {
        guard json else { return print("Report: \(path)") }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        let pages = context.exhibits?.pages.filter { withCrops || !$0.isPersonal } ?? []
        let written = Written(
            run: run, report: path, bytes: size ?? 0, runsInHistory: context.history.entries.count,
            pagesShown: pages.count)
        print(String(decoding: try StudyJSON.file(written), as: UTF8.self), terminator: "")
    }
}

extension RunDirectory {
    /// The directory itself, or the run of that name under `reports/runs`.
    init(named run: String) {
        self.init(path: FileManager.default.fileExists(atPath: run) ? run : "\(Self.defaultParent)/\(run)")
    }
}
