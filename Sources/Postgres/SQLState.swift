/// A five-character error code (PostgreSQL manual, appendix A).
public struct SQLState: Sendable, Hashable, CustomStringConvertible {
    /// The code: `40P01`.
    public let code: String

    /// Takes five digits or capital letters; nil for anything else.
    public init?(_ code: some StringProtocol) {
        let isCode =
            code.utf8.count == 5
            && code.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        guard isCode else { return nil }
        self.code = String(code)
    }

    /// The first two characters, which name the class.
    public var classCode: String { String(code.prefix(2)) }
    /// The code.
    public var description: String { code }

    /// What to do with the work that met this error.
    var disposition: PostgresError.Disposition {
        switch (classCode, code) {
        case (_, "25006"), (_, "55P03"), (_, "57014"): .away
        case ("08", _), ("40", _), ("53", _), ("57", _), ("58", _), ("F0", _), ("XX", _): .away
        case (_, "42501"), (_, "42P01"), (_, "42703"), (_, "3F000"): .configuration
        case ("28", _), ("3D", _): .configuration
        default: .permanent
        }
    }

    /// True if a new connection may do better than this one.
    var spoilsConnection: Bool {
        code == "25006" || classCode == "08" || code.hasPrefix("57P")
    }

    /// True if the statement's name means nothing, or something else, to the server: a pooler gave us another of its
    /// connections, or a migration changed the table.
    var isStalePreparedStatement: Bool { ["26000", "42P05", "0A000"].contains(code) }

    /// What happened, and what to do about it.
    var phrases: (what: String, remedy: String) {
        switch (classCode, code) {
        case (_, "25006"):
            (
                "is read-only",
                "It may be a standby: wait for the failover, or point DATABASE_URL at the primary."
            )
        case (_, "28P01"), ("28", _):
            ("refused the login", "Check user and password in DATABASE_URL and pg_hba.conf.")
        case ("3D", _): ("has no such database", "Check the database's name in DATABASE_URL.")
        case (_, "42P01"), (_, "3F000"):
            ("lacks the table", "Run the backend's migrations, or check the search_path of DATABASE_URL.")
        case (_, "42703"): ("lacks a column", "Run the backend's migrations.")
        case (_, "42501"):
            ("denies a privilege", "GRANT SELECT, UPDATE ON uploads TO the worker's user.")
        case (_, "53300"):
            (
                "has no connection left",
                "It is tried again; raise max_connections or run fewer clients if it lasts."
            )
        case ("53", _):
            ("is out of a resource", "It is tried again; look at the server's disk and memory.")
        case (_, "55P03"):
            ("kept the row locked", "It is tried again; look for long transactions in pg_stat_activity.")
        case (_, "57014"):
            ("stopped the statement", "It is tried again; look for what slows the server down.")
        case (_, "40P01"), ("40", _): ("rolled the statement back", "It is tried again.")
        case ("57", _):
            ("is shutting down or starting", "It is tried again; look at the server's log if it lasts.")
        case ("08", _), ("58", _), ("XX", _), ("F0", _):
            ("is in trouble", "It is tried again; look at its log.")
        case ("22", _):
            ("refused a value", "Report it with this line: values are cleaned before they are sent.")
        case ("23", _):
            ("refused a row", "A constraint that the backend's migrations do not have forbids it.")
        default: ("refused the statement", "Compare the table with the backend's migrations.")
        }
    }
}
