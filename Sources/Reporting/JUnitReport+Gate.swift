internal import Foundation
public import Tuning

extension JUnitReport {
    /// A gate's result: a case for each document and one for each figure of cost.
    ///
    /// - Parameter failsUndecided: whether a figure that could not be told counts as a failure.
    public init(_ result: GateResult, failsUndecided: Bool = false) {
        var suites: [Suite] = []
        if let accuracy = result.accuracy { suites.append(Suite(accuracy)) }
        if let speed = result.speed { suites.append(Suite(speed, failsUndecided: failsUndecided)) }
        self.init(name: "cricksy-bench gate", suites: suites)
    }
}

extension JUnitReport.Suite {
    /// A document fails when the gate does and it has lost something.
    fileprivate init(_ report: GateReport) {
        let changes = Dictionary(report.changes.map { ($0.document, $0) }) { first, _ in first }
        self.init(
            "accuracy",
            cases: report.documents.map { document in
                guard let change = changes[document] else { return JUnitReport.Case(document, .passed) }
                let lines = change.lines.joined(separator: "\n")
                guard report.verdict == .fell, change.isWorse else {
                    return JUnitReport.Case(document, .passed, output: lines)
                }
                return JUnitReport.Case(document, .failed(change.summary, details: lines))
            })
    }

    fileprivate init(_ report: SpeedReport, failsUndecided: Bool) {
        self.init(
            "cost against \(report.base)",
            cases: report.metrics.map { metric in
                JUnitReport.Case(metric.metric.title, metric.outcome(report, failsUndecided), output: metric.sentence)
            }, seconds: report.seconds)
    }
}

extension SpeedReport.Metric {
    fileprivate func outcome(_ report: SpeedReport, _ failsUndecided: Bool) -> JUnitReport.Outcome {
        switch verdict {
        case .pass: .passed
        case .fail: .failed(sentence, details: report.sentence)
        case .inconclusive:
            failsUndecided && decides && report.verdict == .inconclusive
                ? .failed(sentence, details: report.sentence) : .skipped("Not told: \(sentence)")
        }
    }
}
