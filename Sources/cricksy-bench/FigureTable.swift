internal import Foundation
internal import Recognition
internal import Reporting
internal import Tuning

extension TextTable {
    /// Figures by setting: weighted by the mix first, then by kind of input.
    static func figures(_ rows: [(name: String, figures: Figures?)]) -> TextTable {
        let titles = ["pages", "fields", "CER", "WER", "rows", "cards", "CPU s/page", "p50 s", "peak MiB"]
        return TextTable(
            columns: [.init("")] + titles.map { .init($0, .right) },
            rows: rows.map { [$0.name] + ($0.figures?.cells ?? titles.map { _ in "-" }) })
    }

    /// What was seen at each look of a soak.
    static func soak(_ result: SoakResult) -> TextTable {
        let titles = [
            "documents", "seconds", "resident MiB", "proportional MiB", "peak MiB", "descriptors", "processes",
            "zombies",
        ]
        return TextTable(
            columns: titles.map { .init($0, .right) },
            rows: result.checkpoints.map { point in
                [
                    "\(point.documents)", "\(Int(point.seconds.rounded()))", mebibytes(point.residentBytes),
                    point.proportionalBytes.map(mebibytes) ?? "-", mebibytes(point.peakBytes), "\(point.descriptors)",
                    "\(point.processes)", "\(point.zombies)",
                ]
            })
    }

    private static func mebibytes(_ bytes: Int) -> String { String(format: "%.1f", Double(bytes) / Double(1 << 20)) }

    func formatted(_ format: OutputFormat) -> String {
        String((format == .markdown ? markdown : terminal).dropLast())
    }
}

extension Figures {
    fileprivate var cells: [String] {
        [
            "\(pages)", percent(fieldAccuracy?.value), percent(cerMicro?.value), percent(werMicro?.value),
            share(rowsRight, of: rows), share(cardsRight, of: cards), decimals(cpuSecondsPerPage?.value),
            decimals(latency.p50), peakResidentBytes.map { "\($0 >> 20)" } ?? "-",
        ]
    }

    private func percent(_ value: Double?) -> String { value.map { String(format: "%.1f%%", $0 * 100) } ?? "-" }
    private func decimals(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "-" }
    private func share(_ part: Int, of whole: Int) -> String {
        percent(whole == 0 ? nil : Double(part) / Double(whole))
    }
}

extension InputKind {
    /// For a first column: the kind, or `mix` for all of them weighted.
    static func label(_ kind: InputKind?) -> String { kind?.rawValue ?? "mix" }
}
