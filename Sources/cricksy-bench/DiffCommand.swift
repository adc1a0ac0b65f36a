internal import ArgumentParser
internal import Foundation
internal import Reporting
internal import TunedConfiguration
internal import Tuning

/// `diff`: how two tuned files differ.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show how two tuned files differ, and which differences matter.",
        discussion: """
            Compares values, not bytes: a file of an older schema is brought up to date first.

            EXAMPLES
              cricksy-bench diff reports/tuned.json reports/runs/20261123-201500/tuned.json
              git show HEAD~1:reports/tuned.json > /tmp/old.json; cricksy-bench diff /tmp/old.json reports/tuned.json
              cricksy-bench diff a.json b.json --json | jq '.changes[] | select(.matters)'

            EXIT CODES
              0 the same   1 different   64 usage   78 one of the files cannot be used
            """)

    @Argument(help: "The first file.", completion: .file()) var before: String
    @Argument(help: "The second file.", completion: .file()) var after: String
    @Flag(help: "List evidence value by value too.") var all = false
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        try await BenchExit.reporting {
            let difference = TunedDifference(
                from: try TunedConfiguration.load(path: before), to: try TunedConfiguration.load(path: after))
            print(
                json ? String(decoding: try StudyJSON.file(difference), as: UTF8.self) : text(difference),
                terminator: "")
            if !difference.isEmpty { throw BenchExit.different }
        }
    }

    private func text(_ difference: TunedDifference) -> String {
        guard !difference.isEmpty else { return "The files say the same.\n" }
        let tables = TunedDifference.Part.allCases.compactMap { table($0, difference) }
        let reasons = difference.reasons.map { "- \($0.name) (\($0.value) value\($0.value == "1" ? "" : "s"))\n" }
        let verdict =
            reasons.isEmpty ? "No worker would notice.\n" : "What matters:\n\(reasons.joined())"
        return (tables + [verdict]).joined(separator: "\n")
    }

    private func table(_ part: TunedDifference.Part, _ difference: TunedDifference) -> String? {
        let changes = difference.changes.filter { $0.part == part }
        guard !changes.isEmpty else { return nil }
        // There are hundreds of figures; two runs never have the same.
        let shown = part == .evidence && !all ? changes.filter { $0.matters != nil || isHeadline($0) } : changes
        let rows = shown.map { [$0.matters == nil ? "" : "!", $0.place, $0.before ?? "–", $0.after ?? "–"] }
        let columns = ["", part.rawValue, before, after].map { TextTable.Column($0) }
        let rest = changes.count - shown.count
        return TextTable(columns: columns, rows: rows).terminal
            + (rest == 0 ? "" : "\(rest) more figures differ (--all lists them).\n")
    }

    /// The figures that speak for the settings themselves.
    private func isHeadline(_ change: TunedDifference.Change) -> Bool {
        change.place.contains("/weighted/") && change.place.hasSuffix("/value")
            || change.place.hasSuffix("/pagesPerSecond") || change.place.contains("/decision/")
    }
}
