internal import ArgumentParser
internal import Foundation
internal import ScorecardWorker

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look at all that the worker needs, and say what to do where it is amiss.",
        discussion: """
            Takes the options of `run`, reads the same settings, and looks at Redis, PostgreSQL, the bucket, the reader
            with its models and this machine. Queues and rows are left as they are. It takes less than ten seconds, also
            when every server is away. One line for each finding, its remedy below it.

            EXAMPLES
              cricksy-worker check
              cricksy-worker check --concurrency 4 --queues celery,uploads
              cricksy-worker check --json | jq '.findings[] | select(.verdict != "ok")'
              cricksy-worker check --strict && systemctl start cricksy-worker

            EXIT CODES
              0 nothing failed    1 something failed; with --strict a warning counts too
              78 a setting cannot be used: the sentence says which and why
            """)

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Let a warning count as a failure.")
    var strict = false

    @OptionGroup var options: RunOptions

    func run() async throws {
        let configuration = try configuration()
        let report = await WorkerCheck(configuration, environment: ProcessInfo.processInfo.environment).run()
        write(report)
        if !report.isGood(isStrict: strict) { throw ExitCode(1) }
    }

    private func configuration() throws -> WorkerConfiguration {
        do throws(SettingsError) {
            return try WorkerConfiguration(.current(flags: options.given))
        } catch {
            write(CheckReport(error))
            throw ExitCode(error.exitCode)
        }
    }

    private func write(_ report: CheckReport) {
        FileHandle.standardOutput.write(Data((json ? report.json(isStrict: strict) : report.text).utf8))
    }
}
