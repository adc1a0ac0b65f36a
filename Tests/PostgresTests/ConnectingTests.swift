import Postgres
import Testing

@Suite struct ConnectingTests {
    private func error(_ configuration: DatabaseConfiguration) async throws -> PostgresError {
        var configuration = configuration
        configuration.patience = .zero
        let database = try Database(configuration)
        let error = try await failure { () async throws(PostgresError) in
            try await UploadsTable(database).load(1)
        }
        await database.shutDown()
        #expect(!"\(error)".contains("canary") && !"\(error)".contains(PostgresServer.password))
        return error
    }

    /// TLS modes against a server whose certificate names `localhost`.
    @Test(arguments: [
        ("localhost", "sslmode=verify-full&sslrootcert=authority.crt", true),
        ("127.0.0.1", "sslmode=verify-ca&sslrootcert=authority.crt", true),
        ("127.0.0.1", "sslmode=require", true), ("127.0.0.1", "ssl=require", true),
        ("127.0.0.1", "ssl=prefer", true),
        ("127.0.0.1", "", true), ("127.0.0.1", "sslmode=disable", false),
        ("127.0.0.1", "ssl=disable", false),
        ("127.0.0.1", "ssl=allow", false),
    ]) func reachesTheServerAsItsModeSays(host: String, options: String, encrypted: Bool) async throws {
        let server = try await PostgresServer.shared.value
        let database = try Database(try configuration(server, host, options))
        let rows = try await database.query(
            Statement("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
        #expect(rows.values == [[encrypted ? "t" : "f"]])
        await database.shutDown()
    }

    @Test(arguments: [
        ("127.0.0.1", "sslmode=verify-full&sslrootcert=authority.crt", "does not match host name"),
        ("localhost", "sslmode=verify-full&sslrootcert=stranger.crt", "certificate verify failed"),
        ("localhost", "ssl=verify-ca&sslrootcert=stranger.crt", "certificate verify failed"),
        ("localhost", "sslmode=verify-full&sslrootcert=missing.crt", "does not exist"),
        (
            "localhost", "sslmode=verify-full&sslrootcert=server.key",
            "could not read root certificate file"
        ),
    ]) func refusesAServerThatDoesNotProveItself(host: String, options: String, why: String)
        async throws
    {
        let server = try await PostgresServer.shared.value
        let error = try await error(try configuration(server, host, options))
        #expect(error.reason == .tlsRefused && error.disposition == .configuration, "\(error)")
        #expect(error.message.contains(why), "\(error)")
    }

    @Test func aWrongPasswordIsAMistakeOfTheConfiguration() async throws {
        let server = try await PostgresServer.shared.value
        let error = try await error(server.configuration(password: "wrong canary"))
        #expect(error.sqlState?.code == "28P01" && error.disposition == .configuration)
        #expect(
            error.sentence
                == "PostgreSQL refused the login (28P01: password authentication failed for user \"cricksy\"). "
                + "Check user and password in DATABASE_URL and pg_hba.conf.")
    }

    @Test func aWrongUserOrDatabaseIsAMistakeOfTheConfiguration() async throws {
        let server = try await PostgresServer.shared.value
        let user = try await error(server.configuration(user: "nobody_here"))
        #expect(user.sqlState?.classCode == "28" && user.disposition == .configuration)
        let database = try await error(server.configuration(database: "no_such"))
        #expect(database.sqlState?.code == "3D000" && database.disposition == .configuration)
        let option = try await error(server.configuration(options: "?no_such_option=canary"))
        #expect(option.reason == .badURL && option.message.contains("no_such_option"), "\(option)")
        let mode = try await error(server.configuration(options: "?sslmode=strict"))
        #expect(mode.disposition == .configuration, "\(mode)")
    }

    @Test func whatIsNotThereIsAway() async throws {
        let server = try await PostgresServer.shared.value
        for url in [
            "postgresql://u:canary@127.0.0.1:1/d", "postgresql://u:canary@no-such-host.invalid/d",
            "postgresql://u:canary@/d?host=/no/such/directory",
        ] {
            let error = try await error(DatabaseConfiguration(url: try DatabaseURL(url)))
            #expect(error.reason == .unreachable && error.disposition == .away, "\(error)")
        }
        #expect(server.port > 0)
    }

    @Test func aSecondHostAndASocketServe() async throws {
        let server = try await PostgresServer.shared.value
        for place in [
            "127.0.0.1:1,127.0.0.1:\(server.port)",
            "/postgres?host=\(server.directory)&port=\(server.port)",
        ] {
            let url = try DatabaseURL(
                "postgresql://postgres:postgres@\(place)\(place.contains("?") ? "" : "/postgres")")
            let database = try Database(DatabaseConfiguration(url: url, patience: .zero))
            #expect(try await database.query(Statement("SELECT 1")).values == [["1"]])
            await database.shutDown()
        }
    }

    @Test func theSessionIsSetUp() async throws {
        let server = try await PostgresServer.shared.value
        let sql = """
            SELECT current_setting('statement_timeout'), current_setting('lock_timeout'),
              current_setting('idle_in_transaction_session_timeout'), current_setting('application_name'),
              current_setting('client_encoding')
            """
        let database = try Database(server.configuration())
        #expect(
            try await database.query(Statement(sql)).values == [
                ["5s", "5s", "10s", "cricksy-worker", "UTF8"]
            ])
        await database.shutDown()
        let own = try server.configuration(
            options: "?application_name=mine&client_encoding=latin1&options=-c%20statement_timeout%3D7s")
        let other = try Database(own)
        #expect(try await other.query(Statement(sql)).values == [["7s", "5s", "10s", "mine", "UTF8"]])
        await other.shutDown()
    }

    @Test func aTransactionLeftOpenIsEnded() async throws {
        let server = try await PostgresServer.shared.value
        var configuration = try server.configuration()
        let log = EventLog()
        configuration.onEvent = log.add
        configuration.idleInTransactionTimeout = .milliseconds(100)
        let database = try Database(configuration)
        _ = try await database.query(Statement("BEGIN"))
        try await Task.sleep(for: .milliseconds(300))
        #expect(try await database.query(Statement("SELECT 1")).values == [["1"]])
        #expect(log.losses == 1 && log.connections == 2)
        await database.shutDown()
    }

    /// What a pooler in transaction mode does: the names of prepared statements are gone.
    @Test func preparedStatementsMayVanish() async throws {
        let server = try await PostgresServer.shared.value
        let database = try Database(server.configuration())
        let table = UploadsTable(database)
        #expect(try await table.load(1) == nil)
        _ = try await database.query(Statement("DEALLOCATE ALL"))
        #expect(try await table.load(1) == nil)
        #expect(try await table.load(1) == nil)
        await database.shutDown()
    }

    @Test func aThousandCallsAreQuickOnOneConnection() async throws {
        let server = try await PostgresServer.shared.value
        let log = EventLog()
        var configuration = try server.configuration()
        configuration.onEvent = log.add
        let database = try Database(configuration)
        let table = UploadsTable(database)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for id in 0..<1000 { group.addTask { try await table.load(900_000 + id) == nil } }
            for try await isMissing in group { #expect(isMissing) }
        }
        #expect(log.connections == 1)
        await database.shutDown()
    }

    private func configuration(
        _ server: PostgresServer, _ host: String, _ options: String
    ) throws -> DatabaseConfiguration {
        let named = options.split(separator: "sslrootcert=", omittingEmptySubsequences: false)
            .joined(separator: "sslrootcert=\(server.directory)/")
        return try server.configuration(host: host, options: named.isEmpty ? "" : "?\(named)")
    }
}
