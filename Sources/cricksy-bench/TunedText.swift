internal import Foundation
internal import Reporting
internal import TunedConfiguration
internal import Tuning

/// Tuned files as text.
enum TunedText {
    /// What a machine was given, and the curve behind it.
    static func machine(_ half: TunedConfiguration.MachineHalf) -> String {
        let settings = half.settings
        let head = "\(half.provenance.machine.sentence): concurrency \(settings.concurrency)"
        guard let evidence = half.evidence else { return head + " (its curve was not kept).\n" }
        return "\(head): \(evidence.reason).\n" + curve(evidence, chosen: settings.concurrency).terminal
    }

    static func curve(_ evidence: TunedConfiguration.MachineEvidence, chosen: Int) -> TextTable {
        let columns = [
            "concurrency", "pages/s", "CPU s/page", "median s", "p95 s", "slowdown", "MiB in all", "MiB a reader",
        ].map { TextTable.Column($0, .right) }
        let rows = evidence.points.map { point in
            let isChosen = point.concurrency == chosen
            return [
                "\(isChosen ? "* " : "")\(point.concurrency)", decimal(point.pagesPerSecond),
                decimal(point.cpuSecondsPerPage), decimal(point.medianSeconds), decimal(point.p95Seconds),
                decimal(point.slowdown), mebibytes(point.residentBytes), mebibytes(point.childPeakBytes),
            ]
        }
        return TextTable(columns: columns, rows: rows)
    }

    static func decimal(_ value: Double?) -> String { value.map { String(format: "%.2f", $0) } ?? "–" }

    private static func mebibytes(_ bytes: Int?) -> String { bytes.map { "\($0 >> 20)" } ?? "–" }
}
