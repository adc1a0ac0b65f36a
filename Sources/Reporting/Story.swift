internal import Recognition
internal import Tuning

/// The result in words, the same in every form of the report.
struct Story {
    private let result: StudyResult
    private let contenders: [Contender]

    init(_ result: StudyResult) {
        self.result = result
        contenders = Contender.all(in: result)
    }

    var verdict: String { result.decision.incumbentKept ? "The incumbent stays" : "The incumbent is replaced" }

    /// Winner, incumbent and defaults in two figures each.
    var lead: String {
        let phrases = contenders.compactMap { contender -> String? in
            guard let figures = result.figures(of: contender.id, on: result.evidenceSplit, kind: nil) else {
                return nil
            }
            let cost = Format.seconds(figures.cpuSecondsPerPage?.value)
            let accuracy = Format.percent(figures.fieldAccuracy)
            return contender.role == .winner
                ? "The \(result.decision.incumbentKept ? "incumbent" : "winner") “\(contender.name)” reads \(accuracy) of the fields right for \(cost) of CPU a page."
                : "\(contender.title.uppercasedFirst): \(accuracy) for \(cost)."
        }
        return phrases.isEmpty ? "Nothing was measured." : phrases.joined(separator: " ")
    }

    /// What the figures are figures of.
    var basis: String { "\(result.evidenceSplit.rawValue) split, weighted by the mix: \(mix)" }

    private var mix: String {
        InputKind.allCases.compactMap { kind in
            result.mix.weights[kind].map { "\(kind.label) \(Format.percent($0, 0))" }
        }.joined(separator: ", ")
    }

    /// What makes the figures weaker than they look.
    var cautions: [String] {
        var cautions: [String] = []
        if result.corpus.partial {
            cautions.append(
                "The run used only a part of the corpus; its figures are good for a look, not for a decision.")
        }
        let split = result.evidenceSplit
        if split == .tune {
            cautions.append(
                "There are no figures from a validation split: settings are shown on what they were chosen on.")
        }
        let few = result.kinds(on: split).filter { kind in
            let parts = result.corpus.parts.filter { $0.split == split && $0.kind == kind }
            return parts.reduce(0) { $0 + $1.documents } < 10
        }
        if !few.isEmpty {
            cautions.append(
                "There are fewer than 10 \(split.rawValue) documents of \(few.map(\.label).joined(separator: ", ")); "
                    + "their intervals are wide and rough.")
        }
        if result.machine.chosenConcurrency == nil {
            cautions.append("Concurrency was not measured; the tuned file has no machine half.")
        }
        return cautions
    }

    var next: NextStep {
        let promote = "cricksy-bench promote \(result.run.id)"
        let process = "cricksy-worker process card.jpg --tuned reports/tuned.json"
        let text =
            result.decision.incumbentKept
            ? "tuned.json of this run carries the incumbent's settings; promote it to record that they were held "
                + "against the others, or try a larger space (--space) or budget (--budget)."
            : "Take the result over and read a card with it."
        return NextStep(text: text, commands: [promote, process])
    }
}

extension Substring {
    /// Without spaces at its end.
    var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}

extension String {
    var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
