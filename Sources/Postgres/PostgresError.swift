/// Why the database did not do what was asked. Never contains a password.
public struct PostgresError: Error, Sendable, Hashable {
    /// The ways in which it can go wrong.
    public enum Reason: Sendable, Hashable {
        /// DATABASE_URL cannot be used as it is.
        case badURL
        /// No connection came about: nobody listens, no such host, no answer in time.
        case unreachable
        /// The two sides did not agree on TLS, or a certificate did not prove what `sslmode` asks for.
        case tlsRefused
        /// The connection ended while a statement was on its way: it may have been carried out.
        case connectionLost
        /// No answer came in this time: the statement may have been carried out.
        case noAnswer(after: Duration)
        /// The server said no.
        case server(SQLState)
        /// A value with a NUL character, which libpq would cut off silently; a mistake of the caller.
        case unsendableValue
        /// An answer that does not fit the statement.
        case unexpectedAnswer
        /// The task that waited was cancelled.
        case cancelled
        /// The database was shut down.
        case shutDown
        /// No thread could be started.
        case system
    }

    /// What a caller does about it.
    public enum Disposition: Sendable, Hashable {
        /// Nothing is wrong with the work: give it back and try again later, without end.
        case away
        /// The same statement with the same values will fail for ever.
        case permanent
        /// Every statement fails until an operator acts; give the work back, and say so loudly.
        case configuration
        /// The caller itself gave up or shut down.
        case cancelled
    }

    /// What went wrong.
    public let reason: Reason
    /// What libpq or the server said, on one line of at most 300 characters.
    public let message: String

    package init(_ reason: Reason, _ message: String = "") {
        self.reason = reason
        self.message = Self.oneLine(message)
    }

    /// What to do with the work that met this error.
    public var disposition: Disposition {
        switch reason {
        case .badURL, .tlsRefused: .configuration
        case .unreachable, .connectionLost, .noAnswer, .system: .away
        case .server(let state): state.disposition
        case .unsendableValue, .unexpectedAnswer: .permanent
        case .cancelled, .shutDown: .cancelled
        }
    }

    /// The server's code, if it was the server that refused.
    public var sqlState: SQLState? {
        if case .server(let state) = reason { state } else { nil }
    }

    /// True if the statement may have been carried out all the same.
    var outcomeIsUnknown: Bool {
        switch reason {
        case .connectionLost, .noAnswer: true
        case .server(let state): state.spoilsConnection && state.code != "25006"
        default: false
        }
    }

    private static func oneLine(_ text: String) -> String {
        let folded = text.unicodeScalars.map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " " as Unicode.Scalar
            default: scalar
            }
        }
        var line = String.UnicodeScalarView()
        line.append(contentsOf: folded.split(separator: " ").joined(separator: [" "]).prefix(300))
        return String(line)
    }
}

extension PostgresError: CustomStringConvertible {
    /// What happened, why, and what to do.
    public var sentence: String {
        switch reason {
        case .badURL: "DATABASE_URL cannot be used: \(message)"
        case .unreachable:
            "PostgreSQL cannot be reached (\(message)). It is tried again; check host and port in DATABASE_URL if it lasts."
        case .tlsRefused:
            "No safe connection to PostgreSQL (\(message)). Check sslmode and sslrootcert in DATABASE_URL."
        case .connectionLost: "The connection to PostgreSQL was lost (\(message)). It is tried again."
        case .noAnswer(let time):
            "PostgreSQL gave no answer within \(time). It is tried again on a new connection."
        case .server(let state):
            "PostgreSQL \(state.phrases.what) (\(state): \(message)). \(state.phrases.remedy)"
        case .unsendableValue:
            "A value holds a NUL character, which PostgreSQL cannot store. Clean it first."
        case .unexpectedAnswer:
            "PostgreSQL answered something else than was asked for (\(message)). Check the table."
        case .cancelled: "Waiting for PostgreSQL was cancelled."
        case .shutDown: "The connections to PostgreSQL have been closed."
        case .system:
            "A thread for the database cannot be started (\(message)). Check the limits of the process."
        }
    }

    /// The sentence.
    public var description: String { sentence }
}
