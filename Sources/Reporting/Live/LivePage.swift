internal import Foundation
internal import Recognition
internal import Tuning

/// A running study as its template sees it.
struct LivePage {
    let style = ReportStyle.sheet + LiveTemplate.style
    let title: String
    let run: String
    let headline: String
    let status: String
    let share: String
    let hasShare: Bool
    let facts: [String]
    let chart: String?
    let standings: HTMLTable
    let footer: String

    init(_ snapshot: LiveSnapshot, _ directory: RunDirectory) {
        title = "Running study \(snapshot.run)"
        run = snapshot.run
        headline = Self.headline(snapshot)
        status = Self.status(snapshot)
        let part = snapshot.planned.flatMap { planned in
            planned > 0 ? min(1, Double(snapshot.done ?? 0) / Double(planned)) : nil
        }
        share = Format.decimal((part ?? 0) * 100, 1)
        hasShare = part != nil
        facts = Self.facts(snapshot)
        chart = LiveChart(snapshot).element
        standings = Self.table(snapshot)
        footer = "Read from \(directory.study), which the sweep goes on writing."
    }

    static func sentence(of error: any Error) -> String {
        switch error {
        case let error as TuningError: error.sentence
        case let error as ReportError: error.sentence
        default: "\(error)"
        }
    }

    private static func headline(_ snapshot: LiveSnapshot) -> String {
        guard snapshot.isRunning, let stage = snapshot.stage else { return "Nothing is at work" }
        return switch stage {
        case "search": "Searching"
        case "confirmation": "Confirming the candidate"
        case "test": "Reading the test split"
        case "machine": "Measuring the machine"
        default: stage.uppercasedFirst
        }
    }

    private static func status(_ snapshot: LiveSnapshot) -> String {
        guard snapshot.isRunning else {
            return "\(snapshot.readings) readings are kept; cricksy-bench sweep --resume \(snapshot.run) goes on."
        }
        let done = "\(snapshot.done ?? 0) of \(snapshot.planned ?? 0) readings"
        let left = snapshot.secondsLeft.map { ", about \(Format.duration($0)) left" } ?? ""
        let detail = snapshot.detail.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
        return done + left + detail
    }

    private static func facts(_ snapshot: LiveSnapshot) -> [String] {
        let racing = snapshot.standings.count { $0.dropped == nil }
        let left = snapshot.standings.count - racing
        return [
            "started \(Format.date(snapshot.started))", "search: \(snapshot.search)",
            Format.count(racing, "setting racing", plural: "settings racing"), "\(left) left",
            snapshot.waiting > 0 ? "\(snapshot.waiting) not read with yet" : "",
            snapshot.loads > 0 ? Format.count(snapshot.loads, "load") + " measured" : "",
        ].filter { !$0.isEmpty }
    }

    private static func table(_ snapshot: LiveSnapshot) -> HTMLTable {
        HTMLTable(
            caption:
                "Standings on the tune split (\(Format.count(snapshot.documents, "document"))), weighted by the mix, with "
                + "95% bootstrap intervals; those that race come first, the best of them first. Against the leader: on the documents "
                + "that both have read.",
            columns: [
                .text("setting"), .text("role"), .number("documents"), .number("fields right"),
                .number("against the leader"), .number("CPU per page"), .text("left the search"),
            ],
            rows: snapshot.standings.map { standing in
                HTMLTable.Row(
                    [
                        .text(standing.name, "name"), .text(standing.roles.map(\.rawValue).joined(separator: ", ")),
                        .number("\(standing.documents)"),
                        .number(Format.percent(standing.fieldAccuracy), note: Format.bounds(standing.fieldAccuracy)),
                        .number(
                            standing.againstLeader.map { Format.points($0.value) } ?? Format.none,
                            note: standing.againstLeader.flatMap(Format.pointBounds)),
                        .number(
                            Format.seconds(standing.cpuSecondsPerPage?.value),
                            note: Format.secondBounds(standing.cpuSecondsPerPage)),
                        .text(standing.dropped ?? "", "note"),
                    ], style: standing.dropped == nil ? "" : "left")
            })
    }
}

/// Accuracy against cost as it stands.
private struct LiveChart {
    let element: String?

    init(_ snapshot: LiveSnapshot) {
        let leader = snapshot.standings.first { $0.againstLeader == nil }?.fieldAccuracy?.value
        let items = snapshot.standings.compactMap { standing -> ParetoChart.Item? in
            guard let cost = standing.cpuSecondsPerPage?.value, let leader, standing.documents > 1 else { return nil }
            let accuracy = min(1, max(0, leader + (standing.againstLeader?.value ?? 0)))
            let series = standing.roles.last.map { role in
                SeriesStyle(
                    name: role.rawValue, style: role.rawValue, mark: role == .incumbent ? .square : .triangle)
            }
            return ParetoChart.Item(
                name: standing.name, cost: cost, accuracy: accuracy, isComplete: standing.dropped == nil,
                series: series)
        }
        element =
            items.isEmpty
            ? nil
            : ParetoChart(
                items: items, costTitle: "CPU seconds per page", accuracyTitle: "fields right, tune split (%)"
            ).element(label: "Field accuracy against CPU seconds per page, as it stands")
    }
}
