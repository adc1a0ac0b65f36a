internal import Scorecard

/// What `cricksy-worker check` found.
public struct CheckReport: Sendable {
    /// All lines, in their order.
    public let findings: [Finding]
    /// How long it took, in seconds.
    public let seconds: Double

    /// A report of these lines.
    public init(_ findings: [Finding], seconds: Double = 0) {
        self.findings = findings
        self.seconds = seconds
    }

    /// A report of settings that cannot be used: nothing else can be looked at.
    public init(_ error: SettingsError) {
        self.init([.failed("settings", error.sentence, remedy: "Correct it; `cricksy-worker run --help` lists all.")])
    }

    /// Whether nothing failed; with `isStrict` whether there is no warning either.
    public func isGood(isStrict: Bool) -> Bool {
        count(.failed) == 0 && (!isStrict || count(.warning) == 0)
    }

    private func count(_ verdict: Finding.Verdict) -> Int { findings.count { $0.verdict == verdict } }

    // MARK: Text

    /// A table that lines up: mark, subject, detail, and the remedy below it.
    public var text: String {
        let width = (findings.map(\.subject.count).max() ?? 0) + 2
        let lines = findings.map { finding in
            let mark = finding.verdict == .failed ? "FAILED" : finding.verdict.rawValue
            let head = mark.padded(to: 9) + finding.subject.padded(to: width)
            let remedy = finding.remedy.map { "".padded(to: 9 + width) + "-> \($0)\n" } ?? ""
            return head + finding.detail + "\n" + remedy
        }
        return lines.joined() + summary + "\n"
    }

    private var summary: String {
        let counts = [
            "\(count(.good)) ok", "\(count(.warning)) warning\(count(.warning) == 1 ? "" : "s")",
            "\(count(.failed)) failed",
        ]
        return "\n" + counts.joined(separator: ", ") + ", in \(((seconds * 10).rounded() / 10).plain) s."
    }

    // MARK: JSON

    /// One object for programs; `ok` is what the exit code says.
    public func json(isStrict: Bool) -> String {
        let findings = findings.map { finding in
            OrderedJSON.object([
                .init("subject", .text(finding.subject)), .init("verdict", .text(finding.verdict.rawValue)),
                .init("detail", .text(finding.detail)),
                .init("remedy", finding.remedy.map { .text($0) } ?? .null),
            ])
        }
        return OrderedJSON.object([
            .init("ok", .bool(isGood(isStrict: isStrict))), .init("findings", .array(findings)),
        ]).encoded(.pretty)
    }
}
