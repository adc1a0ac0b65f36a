internal import Glibc

/// One line of `cricksy-worker check` about the database.
public struct DatabaseFinding: Sendable, Hashable {
    /// From nothing to do to nothing works.
    public enum Verdict: Sendable, Hashable {
        case good, warning, failed
    }

    /// What was looked at: `table uploads`.
    public var subject: String
    /// How bad it is.
    public var verdict: Verdict
    /// What was found.
    public var detail: String
    /// What to do about it; nil when all is well.
    public var remedy: String?

    /// Creates a finding.
    public init(_ subject: String, _ verdict: Verdict, _ detail: String, remedy: String? = nil) {
        self.subject = subject
        self.verdict = verdict
        self.detail = detail
        self.remedy = remedy
    }
}

extension Database {
    /// Looks at all that the worker needs of the database, changing nothing. Takes a few milliseconds when the server
    /// is there, up to `patience` when it is not. Findings after one that makes them pointless are left out.
    public func check(patience: Duration = .seconds(3)) async -> [DatabaseFinding] {
        var findings: [DatabaseFinding] = []
        do throws(PostgresError) {
            let before = Self.wallClock()
            let server = try await query(Self.serverQuery, patience: patience).values.first ?? []
            let after = Self.wallClock()
            findings += serverFindings(server.map { $0 ?? "" }, now: (before + after) / 2)
            let columns = try await query(Self.columnsQuery, patience: patience)
            findings += TableCheck(columns).findings
        } catch {
            let subject = findings.isEmpty ? "database" : "table uploads"
            findings.append(
                DatabaseFinding(
                    subject, .failed, "\(configuration.url): \(error.sentence)",
                    remedy: error.sqlState?.phrases.remedy ?? "Check DATABASE_URL, and that the server runs.")
            )
        }
        return findings
    }

    private static let serverQuery = Statement(
        """
        SELECT current_setting('server_version'), current_setting('server_version_num'),
          current_setting('transaction_read_only'), pg_is_in_recovery(), current_setting('server_encoding'),
          extract(epoch FROM clock_timestamp())::text,
          coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false), current_database(), current_user
        """)

    private static let columnsQuery = Statement(
        """
        SELECT a.attname, format_type(a.atttypid, NULL), has_column_privilege(a.attrelid, a.attnum, 'SELECT'),
          has_column_privilege(a.attrelid, a.attnum, 'UPDATE')
        FROM pg_attribute a WHERE a.attrelid = to_regclass('uploads') AND a.attnum > 0 AND NOT a.attisdropped
        """)

    /// Seconds since 1970.
    private static func wallClock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func serverFindings(_ row: [String], now: Double) -> [DatabaseFinding] {
        guard row.count == 9 else {
            return [DatabaseFinding("database", .failed, "a strange answer", remedy: "Is it PostgreSQL?")]
        }
        return [
            DatabaseFinding("database", .good, "\(configuration.url) as \(row[8])"),
            Self.version(row[0], row[1]),
            Self.writability(readOnly: row[2] == "on", standby: row[3] == "t"), Self.encoding(row[4]),
            Self.clock(skew: (Double(row[5]) ?? now) - now), encryption(isOn: row[6] == "t"),
        ]
    }

    private static func version(_ name: String, _ number: String) -> DatabaseFinding {
        (Int(number) ?? 0) >= 120_000
            ? DatabaseFinding("database version", .good, name)
            : DatabaseFinding(
                "database version", .warning, "\(name) is older than any that was tried",
                remedy: "Upgrade the server to a version that is still maintained.")
    }

    private static func writability(readOnly: Bool, standby: Bool) -> DatabaseFinding {
        guard readOnly || standby else { return DatabaseFinding("database writable", .good, "yes") }
        return DatabaseFinding(
            "database writable", .failed,
            standby ? "it is a standby" : "default_transaction_read_only is on",
            remedy: standby
                ? "Point DATABASE_URL at the primary, or list all hosts with target_session_attrs=read-write."
                : "Turn default_transaction_read_only off for this user and database.")
    }

    private static func encoding(_ name: String) -> DatabaseFinding {
        name == "UTF8"
            ? DatabaseFinding("database encoding", .good, name)
            : DatabaseFinding(
                "database encoding", .warning, "\(name) cannot hold every name on a card",
                remedy: "Make the database anew with ENCODING 'UTF8'.")
    }

    package static func clock(skew: Double) -> DatabaseFinding {
        let text = "\((skew * 1000).rounded() / 1000) s between the server's clock and this machine's"
        return abs(skew) <= 5
            ? DatabaseFinding("database clock", .good, text)
            : DatabaseFinding(
                "database clock", .warning, text, remedy: "Run a time service (NTP) on both machines.")
    }

    private func encryption(isOn: Bool) -> DatabaseFinding {
        let mode = configuration.url.tlsMode
        let text = "\(isOn ? "TLS" : "no TLS"), sslmode=\(mode)"
        return !configuration.url.isRemote || (isOn && mode == "verify-full")
            ? DatabaseFinding("database encryption", .good, text)
            : DatabaseFinding(
                "database encryption", .warning, "\(text): the server's name is not proved",
                remedy: "Use sslmode=verify-full and sslrootcert=FILE in DATABASE_URL.")
    }
}
