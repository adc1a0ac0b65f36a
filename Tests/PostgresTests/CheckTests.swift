import Postgres
import Testing

@Suite struct CheckTests {
    private func findings(_ configuration: DatabaseConfiguration) async throws -> [String:
        DatabaseFinding]
    {
        let database = try Database(configuration)
        let findings = await database.check(patience: .zero)
        await database.shutDown()
        for finding in findings {
            #expect((finding.verdict == .good) == (finding.remedy == nil), "\(finding)")
            #expect(!"\(finding)".contains(PostgresServer.password))
        }
        return Dictionary(uniqueKeysWithValues: findings.map { ($0.subject, $0) })
    }

    @Test func allIsWell() async throws {
        let server = try await PostgresServer.shared.value
        let found = try await findings(server.configuration())
        #expect(
            found.keys.sorted() == [
                "database", "database clock", "database encoding", "database encryption",
                "database version",
                "database writable", "table privileges", "table uploads",
            ])
        #expect(found.values.allSatisfy { $0.verdict == .good }, "\(found)")
    }

    @Test func namesMissingPrivileges() async throws {
        let server = try await PostgresServer.shared.value
        let finding = try await findings(server.configuration(user: "reader"))["table privileges"]
        #expect(finding?.verdict == .failed)
        #expect(finding?.detail == "no UPDATE on status, parsed_preview, error_message, updated_at")
    }

    @Test func namesAMissingTableAndTheCallsSaySoToo() async throws {
        let server = try await PostgresServer.shared.value
        let admin = try server.admin()
        _ = try await admin.query(Statement("CREATE DATABASE empty"))
        let configuration = try server.configuration(database: "empty")
        #expect(try await findings(configuration)["table uploads"]?.verdict == .failed)
        let database = try Database(configuration)
        let error = try await failure { () async throws(PostgresError) in
            try await UploadsTable(database).load(1)
        }
        #expect(error.sqlState?.code == "42P01" && error.disposition == .configuration)
        #expect(error.sentence.contains("migrations"))
        await database.shutDown()
        await admin.shutDown()
    }

    @Test func namesColumnsThatAreWrong() async throws {
        let server = try await PostgresServer.shared.value
        let admin = try server.admin()
        for sql in [
            "CREATE SCHEMA old", "CREATE TYPE old.state AS ENUM ('ready')",
            """
            CREATE TABLE old.uploads (id bigint, filename text, file_type text, s3_key text, status old.state,
              parsed_preview jsonb, updated_at timestamp)
            """,
            "GRANT USAGE ON SCHEMA old TO cricksy", "GRANT SELECT, UPDATE ON old.uploads TO cricksy",
        ] { _ = try await admin.query(Statement(sql)) }
        let finding = try await findings(server.configuration(options: "?options=-c+search_path=old"))[
            "table uploads"]
        #expect(finding?.verdict == .failed)
        #expect(finding?.detail == "status is of type state, error_message is missing")
        await admin.shutDown()
    }

    @Test func aServerThatIsAwayOrRefusesIsOneFinding() async throws {
        let server = try await PostgresServer.shared.value
        let away = try await findings(
            DatabaseConfiguration(url: try DatabaseURL("postgresql://u:p@127.0.0.1:1/d")))
        #expect(away.count == 1 && away["database"]?.verdict == .failed)
        let refused = try await findings(server.configuration(password: "wrong"))
        #expect(refused.count == 1 && refused["database"]?.remedy?.contains("password") == true)
    }

    @Test(arguments: [(0.0, true), (4.9, true), (-4.9, true), (5.1, false), (-3600, false)])
    func clocksMayDifferByFiveSeconds(skew: Double, isGood: Bool) {
        #expect((Database.clock(skew: skew).verdict == .good) == isGood)
    }
}
