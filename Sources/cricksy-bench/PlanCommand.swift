public import ArgumentParser
internal import Foundation
internal import Recognition
internal import Reporting
internal import TunedConfiguration
public import Tuning

/// `plan`: how many workers a load needs.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Say how many workers of what concurrency keep a latency at a rate.",
        discussion: """
            Simulates one queue before several workers, each on a machine like the one that the tuned file's machine half was
            measured on: service times by kind of input and the slowdown of readers beside each other as measured,
            uploads one by one (poisson) or in bursts of four on average (bursty). Latency is from enqueuing to ready.
            `make plan-check` holds its answers against a real worker.

            EXAMPLES
              cricksy-bench plan --rate 3/s --p95 8s
              cricksy-bench plan --rate 90/min --p95 5s --arrivals bursty --workers 1,2,3 --json
              cricksy-bench plan --p95 8s --schedule 45 --rate 85% --workers 1 --concurrency 2    for a load generator

            EXIT CODES
              0 planned   2 nothing that was tried keeps the limit   64 usage   65 no service times   78 tuned file
            """)

    @Option(help: ArgumentHelp("Documents that come in: 3/s, 90/min; with --schedule also 85% of the highest."))
    var rate: String
    @Option(help: ArgumentHelp("Limit of the 95th percentile: 8s, 500ms.", valueName: "time")) var p95: String
    @Option(help: "How they come in: poisson or bursty.") var arrivals = ArrivalProcess.poisson
    @Option(help: ArgumentHelp("Tuned file.", valueName: "file")) var tuned = "reports/tuned.json"
    @Option(help: "The machine half to plan with, by a part of its name (default: this machine's, else the only one).")
    var machine: String?
    @Option(help: ArgumentHelp("Concurrencies (default: those measured).", valueName: "n,...")) var concurrency: String?
    @Option(help: ArgumentHelp("Workers (default: around what is needed).", valueName: "n,...")) var workers: String?
    @Option(help: "Your workload: share of each kind of input.") var mix = Mix.standard.description
    @Option(help: ArgumentHelp("Time of an upload that is not reading: queue, storage, database.", valueName: "time"))
    var overhead = "30ms"
    @Option(help: "Decides all draws.") var seed: UInt64 = 1
    @Option(
        help: ArgumentHelp("Print a run of so many seconds for a load generator instead of a plan.", valueName: "s"))
    var schedule: Double?
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        try await BenchExit.reporting {
            let half = try half(of: TunedConfiguration.load(path: tuned))
            let load = CapacityModel.Load(
                process: arrivals, mix: try Mix(parsing: mix),
                overheadSeconds: try Quantity.seconds(overhead, "--overhead"),
                seed: seed)
            let limit = try Quantity.seconds(p95, "--p95")
            if let schedule { return try printSchedule(half, load, limit, seconds: schedule) }
            let plan = try CapacityPlan(
                half, rate: try Quantity.rate(rate), p95LimitSeconds: limit, load: load,
                concurrencies: try Quantity.counts(concurrency, "--concurrency"),
                workers: try Quantity.counts(workers, "--workers"))
            print(
                json ? String(decoding: try StudyJSON.file(plan), as: UTF8.self) : TunedText.plan(plan), terminator: "")
            if plan.recommended == nil { throw BenchExit.accuracyFell }
        }
    }

    private func half(of file: TunedConfiguration) throws -> TunedConfiguration.MachineHalf {
        let names = file.machines.map(\.provenance.machine.sentence)
        if let machine {
            let found = file.machines.filter { $0.provenance.machine.sentence.contains(machine) }
            guard let half = found.first, found.count == 1 else {
                throw ValidationError(
                    "--machine \(machine) is part of \(found.count) of these names, and has to be of one: "
                        + names.joined(separator: "; ") + ".")
            }
            return half
        }
        if let half = file.machineHalf(for: .current()) ?? (file.machines.count == 1 ? file.machines.first : nil) {
            return half
        }
        throw ValidationError(
            file.machines.isEmpty
                ? "\(tuned) has no machine half; measure one with `cricksy-bench machine`."
                : "None of the machine halves is of this machine; choose with --machine: \(names.joined(separator: "; "))."
        )
    }

    private func printSchedule(
        _ half: TunedConfiguration.MachineHalf, _ load: CapacityModel.Load, _ limit: Double, seconds: Double
    ) throws {
        let model = try CapacityModel(half, load: load)
        let workers = try Quantity.counts(workers, "--workers")?.first ?? 1
        let readers = try Quantity.counts(concurrency, "--concurrency")?.first ?? half.settings.concurrency
        let share = rate.hasSuffix("%") ? Double(rate.dropLast()).map { $0 / 100 } : nil
        let highest = model.highestRate(
            workers: workers, readers: readers, limitSeconds: limit, runSeconds: seconds)
        let wanted = try share.map { $0 * highest } ?? Quantity.rate(rate)
        let arrivals = model.schedule(rate: wanted, seconds: seconds)
        let run = ScheduledRun(
            rate: wanted, highestRate: highest, seconds: seconds, process: load.process, workers: workers,
            concurrency: readers, p95LimitSeconds: limit,
            predictedP95Seconds: model.p95(of: arrivals, workers: workers, readers: readers), arrivals: arrivals)
        print(String(decoding: try StudyJSON.file(run), as: UTF8.self), terminator: "")
    }
}

/// A run for a load generator, and what it will show.
private struct ScheduledRun: Encodable {
    let rate: Double
    let highestRate: Double
    let seconds: Double
    let process: ArrivalProcess
    let workers: Int
    let concurrency: Int
    let p95LimitSeconds: Double
    let predictedP95Seconds: Double
    let arrivals: [Arrival]
}

/// Numbers with their units, as they are typed.
private enum Quantity {
    static func seconds(_ text: String, _ flag: String) throws -> Double {
        let units: [(String, Double)] = [("ms", 0.001), ("min", 60), ("s", 1)]
        let unit = units.first { text.hasSuffix($0.0) } ?? ("", 1)
        guard let value = Double(text.dropLast(unit.0.count)), value >= 0, value.isFinite else {
            throw ValidationError("\(flag) takes a time: 8s, 500ms, 2min.")
        }
        return value * unit.1
    }

    static func rate(_ text: String) throws -> Double {
        let units: [(String, Double)] = [("/s", 1), ("/min", 60), ("/h", 3600)]
        let unit = units.first { text.hasSuffix($0.0) } ?? ("", 1)
        guard let value = Double(text.dropLast(unit.0.count)), value > 0, value.isFinite else {
            throw ValidationError("--rate takes documents in a time: 3/s, 90/min, 500/h.")
        }
        return value / unit.1
    }

    static func counts(_ text: String?, _ flag: String) throws -> [Int]? {
        guard let text else { return nil }
        let numbers = text.split(separator: ",").map { Int($0) }
        guard !numbers.isEmpty, numbers.allSatisfy({ $0.map { (1...64).contains($0) } ?? false }) else {
            throw ValidationError("\(flag) takes numbers from 1 to 64 with commas between them.")
        }
        return numbers.compactMap { $0 }
    }
}

extension ArrivalProcess: ExpressibleByArgument {}

extension TunedText {
    /// The plan as a table, what to start above it.
    static func plan(_ plan: CapacityPlan) -> String {
        let columns =
            ["workers", "concurrency", "p50 s", "p95 s", "p99 s", "readers busy", "highest rate/s", "MiB a worker"]
            .map { TextTable.Column($0, .right) }
        let rows = plan.rows.map { row in
            [
                "\(row.point.workers)", "\(row.point.concurrency)", decimal(row.point.p50Seconds),
                decimal(row.point.p95Seconds), decimal(row.point.p99Seconds),
                "\(Int((row.point.utilization * 100).rounded()))%", decimal(row.highestRate),
                row.residentBytes.map { "\($0 >> 20)" } ?? "–",
                row == plan.recommended ? "<- start this" : row.isEnough ? "enough" : "",
            ]
        }
        return """
            \(verdict(plan))
            Each worker on a machine of \(plan.machine); \(plan.process.rawValue) arrivals of \(plan.mix); \
            \(Int(plan.overheadSeconds * 1000)) ms beside reading; seed \(plan.seed).

            \(TextTable(columns: columns + [TextTable.Column("")], rows: rows).terminal)
            """
    }

    private static func verdict(_ plan: CapacityPlan) -> String {
        let goal = "\(decimal(plan.rate)) documents/s with 95% ready within \(decimal(plan.p95LimitSeconds)) s"
        guard let row = plan.recommended else { return "None of these keeps \(goal)." }
        let workers = "\(row.point.workers) worker\(row.point.workers == 1 ? "" : "s")"
        return
            "\(goal): \(workers) of concurrency \(row.point.concurrency), up to \(decimal(row.highestRate)) documents/s."
    }
}
