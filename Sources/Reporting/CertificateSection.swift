internal import Recognition
internal import Tuning

/// How far from the best of the space the answer can be.
struct CertificateSection {
    let section: ReportSection?

    init(_ result: StudyResult) {
        guard let certificate = result.certificate else {
            section = nil
            return
        }
        let name = { (id: SettingID?) in id.flatMap { result.setting($0)?.name } ?? "none" }
        let row = { (title: String, bound: Certificate.Bound) in
            HTMLTable.Row([
                .text(title), .number(Format.decimal(bound.accuracy * 100, 2) + " points"),
                .text(name(bound.accuracyRival), "name"), .number(Format.percent(bound.cpu)),
                .text(name(bound.cpuRival), "name"),
            ])
        }
        let goal =
            "goal: \(Format.decimal(certificate.goalAccuracy * 100, 1)) points and \(Format.percent(certificate.goalCPU, 0)) "
            + "of CPU"
        section = ReportSection(
            id: "certificate", title: "How sure the answer is",
            intro: certificate.sentences + (result.screening?.sentences ?? []) + ["Made by \(certificate.method)."],
            tables: [
                HTMLTable(
                    caption: "No setting is better than the candidate by more than this, with probability at least "
                        + "\(Format.percent(certificate.probability, 0)) (\(goal))",
                    columns: [
                        .text("on"), .number("field accuracy"), .text("could be"), .number("CPU per page"),
                        .text("could be cheaper"),
                    ],
                    rows: [
                        row("the tune documents", certificate.tune), row("all such cards", certificate.population),
                    ])
            ])
    }
}

/// Kinds of input for which a setting of their own was tried.
struct KindChoiceSection {
    let section: ReportSection?

    init(_ result: StudyResult) {
        guard let choices = result.kinds, !choices.isEmpty else {
            section = nil
            return
        }
        section = ReportSection(
            id: "choices", title: "A setting for each kind",
            intro: [
                "A kind of input gets a setting of its own only where that is significantly better on the tune and the "
                    + "validation split."
            ],
            tables: [
                HTMLTable(
                    caption: "The setting that was tried for a kind against the one that serves all",
                    columns: [
                        .text("kind"), .text("tried"), .number("fields right, tune"),
                        .number("fields right, validation"),
                        .number("CPU, tune"), .text("verdict"), .text("why"),
                    ],
                    rows: choices.map { choice in
                        HTMLTable.Row([
                            .text(choice.kind.label), .text(result.setting(choice.setting)?.name ?? "", "name"),
                            Self.cell(choice.tune), choice.validation.map(Self.cell) ?? .number(Format.none),
                            .number(
                                "× " + Format.decimal(choice.tune.cpuRatio.value, 2),
                                note: Format.ratioBounds(choice.tune.cpuRatio)),
                            .text(choice.isTaken ? "its own" : "the common one", choice.isTaken ? "good" : ""),
                            .text(choice.reason, "note"),
                        ])
                    })
            ])
    }

    private static func cell(_ comparison: PairedComparison) -> HTMLTable.Cell {
        .number(
            Format.points(comparison.fieldAccuracyDifference.value) + " points",
            note: Format.pointBounds(comparison.fieldAccuracyDifference))
    }
}
