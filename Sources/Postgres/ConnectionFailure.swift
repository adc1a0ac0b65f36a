/// Makes a typed error of what libpq says when connecting fails, which is text and no more.
package enum ConnectionFailure {
    /// `message` as of verbose libpq: `... failed: FATAL:  28P01: password authentication failed ...`.
    package static func error(_ message: String, _ password: String?) -> PostgresError {
        let text = redacted(withoutLocation(message), password)
        if let match = text.matches(of: /:\s\s([0-9A-Z]{5}):\s/).last, let state = SQLState(match.1) {
            return PostgresError(.server(state), String(text[match.range.upperBound...]))
        }
        return PostgresError(reason(text), text)
    }

    private static func reason(_ text: String) -> PostgresError.Reason {
        let mistakes = [
            "invalid connection option", "invalid sslmode", "invalid integer", "invalid port",
            "invalid \"",
        ]
        if mistakes.contains(where: text.contains) { return .badURL }
        // "SSL SYSCALL error" is a connection that broke while TLS was being set up.
        let isBroken =
            text.contains("SSL SYSCALL error") || text.contains("server closed the connection")
        let words = ["SSL", "certificate", "sslmode", "sslrootcert", "host name"]
        let isAboutNames = text.contains("could not translate host name")
        return !isBroken && !isAboutNames && words.contains(where: text.contains)
            ? .tlsRefused : .unreachable
    }

    /// Without the line that names the place in the server's source.
    private static func withoutLocation(_ message: String) -> String {
        message.split(separator: "\n").filter { !$0.hasPrefix("LOCATION:") }.joined(separator: "\n")
    }

    /// libpq does not quote passwords; this is for the day when a part of one ends up in a host's name.
    private static func redacted(_ text: String, _ password: String?) -> String {
        guard let password, password.count >= 4 else { return text }
        return text.split(separator: password, omittingEmptySubsequences: false).joined(
            separator: "***")
    }
}
