internal import ArgumentParser
internal import Foundation
internal import Logging
internal import ScorecardWorker

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Take uploads off the queue and read them.",
        discussion: """
            Takes the place of `celery -A backend.worker.celery_app worker`: same queue, same results, same remote control.
            Every setting can also come from the environment; `cricksy-worker config explain` prints what counts and why,
            `cricksy-worker check` whether everything it needs is there.

            EXAMPLES
              DATABASE_URL=postgresql://cricksy@db/cricksy cricksy-worker run -n worker1@%h -c 2
              cricksy-worker run -Q celery,bulk --autoscale 4,1 --health-address :9100 --log-format json
              cricksy-worker run -c 8 --accept-trials    # reads for cricksy-bench sweep --broker too, uploads first
              cricksy-worker run -A backend.worker.celery_app -l info -P prefork    # an old unit file's options

            SIGNALS
              TERM, INT   finish what runs, give the rest back    QUIT, INT twice   give back what runs too
              HUP         load the tuned file again               USR1              log what is going on

            EXIT CODES
              0 ended in order    1 stopped by a second Ctrl+C    64 wrong arguments    69 the system refused a resource
              73 the pidfile belongs to a worker that runs    78 a setting, the tuned file or the reader program is wrong
            """)

    @OptionGroup var options: RunOptions

    func run() async throws {
        let configuration = try settings(options)
        if configuration.process.detaches { return try await detach() }
        let log = try started { () throws(SettingsError) in try WorkerLog.logger(configuration.process) }
        let pidFile = try configuration.process.pidFile.map { path in
            try started { () throws(PidFileError) in try PidFile.acquire(path) }
        }
        defer { pidFile?.release() }
        let given = options.given
        let worker = WorkerApplication(configuration, log: log) { () throws(SettingsError) in
            try WorkerConfiguration(.current(flags: given))
        }
        let code: Int32
        do throws(WorkerStartError) { code = try await worker.run() } catch {
            log.critical("\(error.sentence)")
            throw ExitCode(error.exitCode)
        }
        if code != 0 { throw ExitCode(code) }
    }

    private func detach() async throws {
        do throws(DetachmentError) {
            _ = try await Detachment.start(CelerySpelling.arguments(Array(CommandLine.arguments.dropFirst())))
        } catch {
            throw refusal(error.sentence, error.exitCode)
        }
    }

    private func started<Value, Fault: StartFault>(_ body: () throws(Fault) -> Value) throws -> Value {
        do throws(Fault) { return try body() } catch { throw refusal(error.sentence, error.exitCode) }
    }

    private func refusal(_ sentence: String, _ code: Int32) -> ExitCode {
        FileHandle.standardError.write(Data("\(sentence)\n".utf8))
        return ExitCode(code)
    }
}

/// What keeps the worker from starting, before there is a log to say it in.
private protocol StartFault: Error {
    var sentence: String { get }
    var exitCode: Int32 { get }
}

extension SettingsError: StartFault {}
extension PidFileError: StartFault {}
