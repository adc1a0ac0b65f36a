internal import Postgres

/// One line of `cricksy-worker check`.
public struct Finding: Sendable, Hashable {
    /// From nothing to do to nothing works.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// As it should be.
        case good = "ok"
        /// It works, and may hurt some day.
        case warning
        /// Uploads cannot be read like this.
        case failed
    }

    /// What was looked at: `broker version`.
    public var subject: String
    /// How bad it is.
    public var verdict: Verdict
    /// What was found; without secrets and control characters.
    public var detail: String
    /// What to do about it; nil when all is well.
    public var remedy: String?

    init(_ subject: String, _ verdict: Verdict, _ detail: String, remedy: String? = nil) {
        self.subject = subject
        self.verdict = verdict
        self.detail = detail.onOneLine
        self.remedy = remedy?.onOneLine
    }

    static func good(_ subject: String, _ detail: String) -> Finding { Finding(subject, .good, detail) }

    static func warning(_ subject: String, _ detail: String, remedy: String) -> Finding {
        Finding(subject, .warning, detail, remedy: remedy)
    }

    static func failed(_ subject: String, _ detail: String, remedy: String) -> Finding {
        Finding(subject, .failed, detail, remedy: remedy)
    }

    /// Good when the condition holds.
    static func check(
        _ subject: String, _ holds: Bool, _ detail: String, otherwise verdict: Verdict = .warning, remedy: String
    ) -> Finding {
        holds ? good(subject, detail) : Finding(subject, verdict, detail, remedy: remedy)
    }

    /// A server's clock beside this machine's, which times are compared with.
    static func clock(_ subject: String, skew: Double) -> Finding {
        check(
            subject, abs(skew) <= 5,
            "\((skew * 1000).rounded() / 1000 + 0) s between the server's clock and this machine's",
            remedy: "Run a time service (NTP) on both machines.")
    }
}

extension Finding {
    /// The database's own.
    init(_ finding: DatabaseFinding) {
        let verdict: Verdict =
            switch finding.verdict {
            case .good: .good
            case .warning: .warning
            case .failed: .failed
            }
        self.init(finding.subject, verdict, finding.detail, remedy: finding.remedy)
    }
}

extension String {
    /// Servers' words may hold anything.
    var onOneLine: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
