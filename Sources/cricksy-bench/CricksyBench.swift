internal import ArgumentParser
internal import CJemalloc

@main
struct CricksyBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cricksy-bench",
        abstract: "Measure and tune scorecard OCR over a corpus with ground truth, and guard it in CI.",
        discussion: """
            EXAMPLES
              cricksy-bench sweep                          tune on ./corpus, write reports/runs/<id>/
              cricksy-bench promote reports/runs/<id>      take its tuned.json over into the committed one
              cricksy-bench machine                        measure this machine's half of reports/tuned.json
              cricksy-bench explain                        what the tuned file says, why, and what counts here
              cricksy-bench diff a.json b.json             how two tuned files differ
              cricksy-bench plan --rate 3/s --p95 8s       how many workers of what concurrency that needs
              cricksy-bench report reports/runs/<id>       draw its report anew, with the history of all runs
              cricksy-bench gate --baseline reports/baseline.json
              cricksy-bench evaluate --corpus mycards --tuned reports/tuned.json
              cricksy-bench evaluate --split test --report reports/test   figures with intervals, the most telling crops
              cricksy-bench calibrate                      fit how sure the reader says it is, on the tune split
              cricksy-bench soak --documents 1000          show that memory stays flat
              cricksy-bench corpus synth --seed 7 --count 200 --out /tmp/cards
              cricksy-bench corpus label mycard.jpg        correct a draft in the browser, keep it as truth

            EXIT CODES
              0 success   1 files differ   2 accuracy fell, memory grew   4 bad run   5 no baseline   64 usage   65 corpus or input   78 tuned file
            """,
        version: "0.1.0 (jemalloc \(String(cString: cjemalloc_version())))",
        subcommands: [
            SweepCommand.self, SweepReplayCommand.self, EvaluateCommand.self, GateCommand.self, PromoteCommand.self,
            ReportCommand.self, MachineCommand.self, ExplainCommand.self, DiffCommand.self, PlanCommand.self,
            CorpusCommand.self, SoakCommand.self, CalibrateCommand.self,
        ])
}
