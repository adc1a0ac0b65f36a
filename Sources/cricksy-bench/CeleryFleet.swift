internal import ArgumentParser
internal import CeleryQueue
internal import Foundation
internal import OCRPool
internal import OCRWire
internal import Recognition
internal import Redis
internal import TrialQueue
internal import Tuning

/// Where the workers are that read trials.
struct FleetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Redis of workers that were started with --accept-trials: they read for accuracy before the race.",
            valueName: "url"))
    var broker: String?
    @Option(
        help: ArgumentHelp(
            "Celery's broker_transport_options of these workers; global_keyprefix counts.", valueName: "json"))
    var brokerTransportOptions = "{}"
    @Option(
        help: ArgumentHelp(
            "When no worker takes or answers a trial for so long, all that is left is read here.", valueName: "seconds")
    )
    var trialTimeout = 60.0

    func validate() throws {
        guard (1...3600).contains(trialTimeout) else { throw ValidationError("--trial-timeout must be 1 to 3600.") }
        _ = try url
        _ = try transport
    }

    private var url: RedisURL? {
        get throws {
            do throws(RedisURLError) {
                return try broker.map { (text) throws(RedisURLError) in try RedisURL(text) }
            } catch {
                throw ValidationError("--broker: \(error.sentence)")
            }
        }
    }

    private var transport: TransportOptions {
        get throws {
            do { return try TransportOptions(try JSON(parsing: Array(brokerTransportOptions.utf8))) } catch {
                let why = (error as? TransportOptionError)?.sentence ?? "it is not JSON"
                throw ValidationError("--broker-transport-options: \(why).")
            }
        }
    }

    /// Connects; nil without a broker.
    func connect(hello: ReaderHello, program: String) async throws -> CeleryFleet? {
        guard let url = try url else { return nil }
        let sender = try TrialSender(
            url, options: try transport, readers: OwnReaders(hello: hello, program: program),
            patience: .seconds(trialTimeout))
        do throws(RedisError) { try await sender.ping() } catch {
            throw TuningError.fleet("\(url.address): \(error.sentence)")
        }
        return CeleryFleet(sender: sender)
    }

    /// A command line without what may hold a password; it is written into reports.
    static func redacted(_ command: [String]) -> [String] {
        command.enumerated().map { index, argument in
            if argument.hasPrefix("--broker=") { return "--broker=***" }
            return index > 0 && command[index - 1] == "--broker" ? "***" : argument
        }
    }
}

/// Workers of a Celery queue as the fleet of a study.
struct CeleryFleet: TrialFleet {
    let sender: TrialSender

    func read(_ trial: FleetTrial) async -> ReadResult? {
        let request = ReadRequest(
            id: 0, plan: .all([trial.settings]),
            deadlineMilliseconds: Int(trial.softLimit / .milliseconds(1)), documentBytes: trial.bytes.count)
        return await sender.read(
            trial.bytes, id: Self.name(trial.document), request: request, models: trial.settings.allModels,
            hardLimit: trial.hardLimit)
    }

    /// Says what the fleet did, for whoever started the sweep.
    func finish() async {
        let report = sender.report
        for (node, why) in report.refusals.sorted(by: { $0.key < $1.key }) {
            StandardError.write("The worker \(node) reads no trials of this sweep: \(why).\n")
        }
        if let end = report.end { StandardError.write("The fleet was given up, and the rest was read here: \(end)\n") }
        let workers = report.workers.sorted().joined(separator: ", ")
        if !workers.isEmpty { StandardError.write("Trials were read by \(workers).\n") }
        await sender.close()
    }

    /// A document's identifier as part of a key.
    private static func name(_ document: String) -> String {
        String(document.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(60))
            + "-" + String(document.utf8.reduce(UInt64(5381)) { ($0 &* 33) ^ UInt64($1) }, radix: 36)
    }
}
