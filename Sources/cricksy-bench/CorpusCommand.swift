public import ArgumentParser
public import Corpus
internal import Foundation
internal import Recognition

/// `corpus`: make and check sets of cards with ground truth.
struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus", abstract: "Make cards with ground truth, collect your own, and check a corpus.",
        subcommands: [Synth.self, Lint.self, Show.self, Label.self, Import.self])
}

extension CardFamilies: ExpressibleByArgument {}

extension CorpusCommand {
    struct Synth: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draw cards of matches that were never played; the same seed gives the same files.")

        @Option(help: "Decides matches, layouts and damage.") var seed: UInt64
        @Option(help: "How many documents.") var count: Int
        @Option(help: ArgumentHelp("Directory to write; it must not exist or be empty.", valueName: "dir"))
        var out: String
        @Option(help: "Kinds to make, in turn: text, scan, screen, photo.", transform: Self.kinds)
        var kinds: [InputKind] = InputKind.allCases
        @Option(help: "Shares of the splits.", transform: Self.shares)
        var splitShares: [CorpusSplit: Int] = [.tune: 1, .validation: 1]
        @Option(help: "first: the six layouts of the committed corpus; all: every layout, match and damage.")
        var families: CardFamilies = .first

        @Flag(help: "Add to the corpus in --out, whose documents stay as they are; numbers go on after them.")
        var add = false

        func validate() throws {
            guard count > 0 else { throw ValidationError("--count must be at least 1.") }
        }

        func run() throws {
            guard add || (try? FileManager.default.contentsOfDirectory(atPath: out))?.isEmpty ?? true else {
                throw ValidationError("\(out) is not empty; choose a new directory, or --add to the corpus in it.")
            }
            try CorpusCommand.reportingErrors { () throws(CorpusError) in try write() }
        }

        private func write() throws(CorpusError) {
            let existing = add ? try CorpusDirectory.load(at: out) : nil
            let order = CorpusWriter.Order(
                seed: seed, count: count, kinds: kinds, shares: splitShares, families: families,
                after: existing?.documents.count ?? 0)
            let start = ContinuousClock.now
            let origin = [existing?.manifest.origin, origin].compactMap { $0 }.joined(separator: "; ")
            try CorpusWriter(order).write(to: out, origin: origin, beside: existing?.documents ?? []) { document in
                print("\(document.folder)/\(document.file)")
            }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            let rate = (Double(count) / seconds * 10).rounded() / 10
            print("\(count) documents in \(out), \(rate) a second. Check: cricksy-bench corpus lint \(out)")
        }

        /// The command that makes the same again; what is left out is as by default.
        private var origin: String {
            let shares = CorpusSplit.allCases.compactMap { split in
                splitShares[split].map { "\(split.rawValue)=\($0)" }
            }
            let parts = [
                kinds == InputKind.allCases ? nil : "--kinds " + kinds.map(\.rawValue).joined(separator: ","),
                splitShares == [.tune: 1, .validation: 1] ? nil : "--split-shares " + shares.joined(separator: ","),
                families == .first ? nil : "--families \(families.rawValue)", add ? "--add" : nil,
            ]
            return (["cricksy-bench corpus synth --seed \(seed) --count \(count)"] + parts.compactMap { $0 })
                .joined(separator: " ")
        }

        private static func kinds(_ text: String) throws -> [InputKind] {
            try text.split(separator: ",").map { name in
                guard let kind = InputKind(rawValue: String(name)) else {
                    throw ValidationError("\(name) is no kind of input; kinds are text, scan, screen and photo.")
                }
                return kind
            }
        }

        private static func shares(_ text: String) throws -> [CorpusSplit: Int] {
            var shares: [CorpusSplit: Int] = [:]
            for part in text.split(separator: ",") {
                let pair = part.split(separator: "=")
                guard pair.count == 2, let split = CorpusSplit(rawValue: String(pair[0])),
                    let share = Int(pair[1]), (1...1000).contains(share)
                else { throw ValidationError("\(part) is no share; write tune=1,validation=1.") }
                shares[split] = share
            }
            guard !shares.isEmpty else { throw ValidationError("--split-shares is empty; write tune=1,validation=1.") }
            return shares
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check files, hashes, encoding, and that the laws of the card hold in the ground truth.")

        @Argument(help: "Directory of the corpus.") var directory = "corpus"

        func run() throws {
            let findings = try CorpusCommand.reportingErrors { () throws(CorpusError) in
                try CorpusLinter.lint(directory)
            }
            for finding in findings { print(finding) }
            guard findings.isEmpty else { throw ExitCode(65) }
            print("\(directory): no faults.")
        }
    }

    /// A corpus that cannot be used is one sentence and exit code 65, not a usage message.
    static func reportingErrors<Result>(_ body: () throws(CorpusError) -> Result) throws -> Result {
        do throws(CorpusError) {
            return try body()
        } catch {
            FileHandle.standardError.write(Data((error.sentence + "\n").utf8))
            throw ExitCode(65)
        }
    }
}
