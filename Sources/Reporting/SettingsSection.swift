internal import Recognition
internal import Tuning

/// Every setting of the space: how it did, where it left, what it equals, why it cannot run.
struct SettingsSection {
    let section: ReportSection?

    init(_ result: StudyResult) {
        var tables = [Self.settings(result)]
        if !result.rungs.isEmpty { tables.append(Self.rungs(result)) }
        if !result.merged.isEmpty { tables.append(Self.merged(result)) }
        if !result.infeasible.isEmpty { tables.append(Self.infeasible(result)) }
        let budget = result.run.budgetSeconds.map { " within \(Format.duration($0))" } ?? ""
        section = ReportSection(
            id: "settings", title: "All settings",
            intro: [
                "Search: \(result.run.search)\(budget), seed \(result.run.seed). Figures of the tune split, weighted by "
                    + "the mix; settings that left early were measured on fewer documents, so their figures do not "
                    + "compare with the others'."
            ], tables: tables)
    }

    private static func settings(_ result: StudyResult) -> HTMLTable {
        let measured = result.settings.map { ($0, result.figures(of: $0.id, on: .tune, kind: nil)) }
        let sorted = measured.sorted {
            ($0.1?.documents ?? 0, $0.1?.fieldAccuracy?.value ?? -1) > (
                $1.1?.documents ?? 0, $1.1?.fieldAccuracy?.value ?? -1
            )
        }
        return HTMLTable(
            caption: "Tune split: those that stayed longest first, the best of them first",
            columns: [
                .text("setting"), .text("role"), .number("documents"), .number("fields right"), .number("CER"),
                .number("CPU per page"), .text("left the search"),
            ],
            rows: sorted.map { setting, figures in
                let left = result.dropped.first { $0.setting == setting.id }
                return HTMLTable.Row([
                    .text(setting.name, "name"), .text(roles(setting), "series"),
                    .number(figures.map { "\($0.documents)" } ?? Format.none),
                    .number(Format.percent(figures?.fieldAccuracy), note: Format.bounds(figures?.fieldAccuracy)),
                    .number(Format.percent(figures?.cerMicro, places: 2)),
                    .number(Format.seconds(figures?.cpuSecondsPerPage?.value)),
                    .text(left.map { "round \($0.rung): \($0.reason)" } ?? "", "note"),
                ])
            })
    }

    private static func roles(_ setting: StudySetting) -> String {
        setting.roles.map(\.rawValue).joined(separator: ", ")
    }

    private static func rungs(_ result: StudyResult) -> HTMLTable {
        HTMLTable(
            caption: "Rounds of the search",
            columns: [
                .text("round"), .number("documents each"), .number("settings"), .number("went on"), .number("CPU"),
                .number("elapsed"),
            ],
            rows: result.rungs.map { rung in
                HTMLTable.Row([
                    .text(rung.byFleet == true ? "\(rung.number), read by the fleet" : "\(rung.number)"),
                    .number("\(rung.documents)"), .number("\(rung.entered)"),
                    .number("\(rung.survived)"), .number(Format.duration(rung.cpuSeconds)),
                    .number(Format.duration(rung.wallSeconds)),
                ])
            })
    }

    private static func merged(_ result: StudyResult) -> HTMLTable {
        HTMLTable(
            caption: "Merged: the same text on every document that both read",
            columns: [.text("kept"), .text("the same as it"), .number("documents")],
            rows: result.merged.map { merged in
                let others = merged.others.map { result.setting($0)?.name ?? $0 }
                return HTMLTable.Row([
                    .text(result.setting(merged.kept)?.name ?? merged.kept, "name"),
                    .text(others.joined(separator: "; "), "name"), .number("\(merged.documents)"),
                ])
            })
    }

    private static func infeasible(_ result: StudyResult) -> HTMLTable {
        HTMLTable(
            caption: "Infeasible here", columns: [.text("setting"), .text("why")],
            rows: result.infeasible.map { HTMLTable.Row([.text($0.name, "name"), .text($0.reason, "note")]) })
    }
}

/// Where the figures come from.
struct ProvenanceSection {
    let section: ReportSection?

    init(_ result: StudyResult) {
        let corpus = HTMLTable(
            caption: "Corpus", columns: [.text("split"), .text("kind"), .number("documents"), .number("pages")],
            rows: result.corpus.parts.map { part in
                HTMLTable.Row([
                    .text(part.split.rawValue), .text(part.kind.label), .number("\(part.documents)"),
                    .number("\(part.pages)"),
                ])
            })
        let stages = HTMLTable(
            caption: "Where the time went",
            columns: [.text("stage"), .number("readings"), .number("CPU"), .number("elapsed")],
            rows: result.timings.map { timing in
                HTMLTable.Row([
                    .text(timing.stage), .number("\(timing.readings)"), .number(Format.duration(timing.cpuSeconds)),
                    .number(Format.duration(timing.wallSeconds)),
                ])
            })
        let facts = Self.facts(result) + result.provenance
        let provenance = HTMLTable(
            caption: "Provenance", columns: [.text("what"), .text("value")],
            rows: facts.map { HTMLTable.Row([.text($0.name), .text($0.value, "code")]) })
        section = ReportSection(
            id: "provenance", title: "Corpus, rules and provenance",
            intro: [result.decision.selectionRule, result.decision.confirmationRule],
            tables: [corpus, stages, provenance])
    }

    private static func facts(_ result: StudyResult) -> [NamedValue] {
        let run = result.run
        return [
            NamedValue("command", run.command.joined(separator: " ")), NamedValue("corpus path", result.corpus.path),
            NamedValue("mix", result.mix.description),
            NamedValue("layouts", result.corpus.layouts.joined(separator: ", ")),
            NamedValue("text normalisation", run.normalization),
            NamedValue("intervals", "\(run.resamples) bootstrap resamples, seed \(run.seed)"),
            NamedValue("concurrency of the trials", "\(run.concurrency)"),
            NamedValue("resumed", run.resumed ? "yes" : "no"),
        ].filter { !$0.value.isEmpty }
    }
}
