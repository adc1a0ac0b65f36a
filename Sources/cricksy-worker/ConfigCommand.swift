internal import ArgumentParser
internal import Foundation
internal import OCRPool
internal import OCRWire
internal import ScorecardWorker
internal import TunedConfiguration

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show the worker's settings.", subcommands: [Explain.self])

    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: "Print every setting and where its value came from.",
            discussion: """
                Takes the options of `run` and shows what they would amount to; passwords are masked. A reader is started
                for a moment to hold the tuned file against the engine.

                EXIT CODES
                  0 the settings can be used    78 one of them cannot: the sentence says which and why
                """)

        @Flag(help: "Print one JSON object.")
        var json = false

        @Flag(help: "Print the table of all settings for the README instead.")
        var markdown = false

        @OptionGroup var options: RunOptions

        func run() async throws {
            if markdown { return write(SettingsTable.markdown) }
            let configuration = try settings(options)
            let report = await report(configuration)
            write(json ? report.json : report.text)
        }

        /// Models are hashed only when there is a file to hold them against.
        private func report(_ configuration: WorkerConfiguration) async -> ConfigurationReport {
            guard case .loaded = configuration.tuned.state else { return ConfigurationReport(configuration) }
            do throws(PoolError) {
                let hello = try await ReaderPool.hello(configuration.readers)
                let engine = EngineFingerprint(hello, models: configuration.tuned.models)
                return ConfigurationReport(configuration, tuned: configuration.tuned.checked(against: engine))
            } catch {
                return ConfigurationReport(configuration, engineFault: error.description)
            }
        }

        private func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
    }
}

/// The configuration that the flags, the environment and the tuned file amount to; a fault is printed and ends the
/// program with its exit code.
func settings(_ options: RunOptions) throws -> WorkerConfiguration {
    do throws(SettingsError) {
        return try WorkerConfiguration(.current(flags: options.given))
    } catch {
        FileHandle.standardError.write(Data("\(error.sentence)\n".utf8))
        throw ExitCode(error.exitCode)
    }
}

extension ReaderPool {
    /// What one reader says of itself.
    fileprivate static func hello(_ settings: ReaderSettings) async throws(PoolError) -> ReaderHello {
        let pool = try await ReaderPool(
            PoolConfiguration(
                program: try ReaderProgram.find(settings.program), modelDirectory: settings.modelDirectory,
                sandbox: SandboxOrder(policy: settings.sandbox, addressSpaceBytes: settings.addressSpaceBytes)))
        await pool.shutdown()
        return pool.hello
    }
}
