import Foundation
import Postgres
import Testing

/// What the server does to a client that did nothing wrong. A server of its own: these tests stop and starve it.
@Suite(.serialized) final class FaultTests {
    static let own = Task {
        try await PostgresServer([
            "max_connections = 8", "superuser_reserved_connections = 3", "deadlock_timeout = 300ms",
        ])
    }

    private func with(
        _ change: (inout DatabaseConfiguration) -> Void = { _ in },
        _ body: (PostgresServer, Database, UploadsTable, EventLog) async throws -> Void
    ) async throws {
        let server = try await Self.own.value
        let log = EventLog()
        var configuration = try server.configuration()
        configuration.onEvent = log.add
        change(&configuration)
        let database = try Database(configuration)
        try await body(server, database, UploadsTable(database), log)
        await database.shutDown()
    }

    private func withAdmin(_ server: PostgresServer, _ body: (Database) async throws -> Void)
        async throws
    {
        let admin = try server.admin()
        try await body(admin)
        await admin.shutDown()
    }

    private static let backend =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'cricksy'"

    @Test func aTerminatedConnectionIsReplacedUnnoticed() async throws {
        try await with { server, _, table, log in
            try await withAdmin(server) { admin in
                let id = try await Uploads.insert(admin)
                for _ in 0..<3 {
                    _ = try await table.load(id)
                    #expect(try await admin.query(Statement(Self.backend)).values == [["t"]])
                    #expect(try await table.load(id)?.status == .processing)
                }
                // Prepared statements are there again.
                #expect(try await table.markReady(id, previewJSON: "[]"))
                #expect(log.connections == 4 && log.losses == 3)
            }
        }
    }

    @Test func aConnectionTerminatedWhileItWaitsForALockIsTriedAgain() async throws {
        try await with { server, _, table, log in
            try await withAdmin(server) { admin in
                let id = try await Uploads.insert(admin)
                _ = try await table.load(id)
                try await Self.lock(admin, id)
                async let isDone = table.markReady(id, previewJSON: "[]")
                try await Self.waitForWait("Lock", server)
                try await withAdmin(server) { _ = try await $0.query(Statement(Self.backend)) }
                try await Self.waitForWait("Lock", server)
                _ = try await admin.query(Statement("COMMIT"))
                #expect(try await isDone)
                #expect(log.losses == 1)
            }
        }
    }

    /// The connection breaks after the row has changed and before the answer: the second attempt finds nothing to do,
    /// and the caller must be told that it was its own change.
    @Test func aLostAnswerIsNotTakenForALostRace() async throws {
        try await with { server, _, table, log in
            try await withAdmin(server) { admin in
                let id = try await Uploads.insert(admin)
                _ = try await table.load(id)
                let relay = try Relay(port: server.port)
                var configuration = try server.configuration(
                    host: "127.0.0.1", options: "?port=\(relay.port)")
                configuration.onEvent = log.add
                let database = try Database(configuration)
                let relayed = UploadsTable(database)
                // So that it is prepared, and the answer that is swallowed is the update's.
                #expect(try await !relayed.markReady(0, previewJSON: "[]"))
                relay.swallowNextAnswer()
                #expect(try await relayed.markReady(id, previewJSON: "[1]"))
                #expect(relay.swallowed)
                relay.swallowNextAnswer()
                #expect(try await !relayed.markFailed(id, errorMessage: "late"))
                #expect(try await Uploads.row(admin, id)[0] == "ready")
                await database.shutDown()
            }
        }
    }

    @Test func aLockThatIsHeldEndsInTime() async throws {
        try await with {
            $0.lockTimeout = .milliseconds(200)
            $0.patience = .zero
        } _: { server, _, table, log in
            try await withAdmin(server) { admin in
                let id = try await Uploads.insert(admin)
                try await Self.lock(admin, id)
                let start = ContinuousClock.now
                let error = try await failure { () async throws(PostgresError) in
                    try await table.markReady(id, previewJSON: "[]")
                }
                #expect(error.sqlState?.code == "55P03" && error.disposition == .away)
                #expect(start.duration(to: .now) < .seconds(10))
                _ = try await admin.query(Statement("COMMIT"))
                #expect(try await table.markReady(id, previewJSON: "[]"))
                #expect(log.connections == 1)
            }
        }
    }

    @Test func aLockThatIsGivenBackIsWaitedFor() async throws {
        try await with {
            $0.lockTimeout = .milliseconds(150)
        } _: { server, _, table, _ in
            try await withAdmin(server) { admin in
                let id = try await Uploads.insert(admin)
                try await Self.lock(admin, id)
                async let isDone = table.markReady(id, previewJSON: "[]")
                try await Task.sleep(for: .milliseconds(500))
                _ = try await admin.query(Statement("COMMIT"))
                #expect(try await isDone)
            }
        }
    }

    @Test func aSlowStatementIsStopped() async throws {
        try await with {
            $0.statementTimeout = .milliseconds(200)
            $0.patience = .zero
        } _: { _, database, _, log in
            let error = try await failure { () async throws(PostgresError) in
                try await database.query(Statement("SELECT pg_sleep(5)"))
            }
            #expect(error.sqlState?.code == "57014" && error.disposition == .away)
            #expect(try await database.query(Statement("SELECT 1")).values == [["1"]])
            #expect(log.connections == 1)
        }
    }

    /// A trigger makes our one statement lock a second row, which another transaction holds that then wants ours. It
    /// locks once the other one waits: a server looks for a deadlock once, a little after a wait began.
    @Test func theVictimOfADeadlockTriesAgain() async throws {
        try await with { server, _, table, _ in
            let other = try server.admin()
            try await withAdmin(server) { admin in
                let id = try await Uploads.insert(admin)
                for sql in [
                    "CREATE TABLE side (n integer)", "INSERT INTO side VALUES (0)",
                    """
                    CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                    'BEGIN
                        WHILE EXISTS (SELECT FROM pg_stat_activity WHERE state = ''idle in transaction'') LOOP
                            PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
                        END LOOP;
                        UPDATE side SET n = n + 1; RETURN NULL;
                    END'
                    """,
                    "CREATE TRIGGER touch AFTER UPDATE ON uploads FOR EACH ROW EXECUTE FUNCTION touch()",
                ] { _ = try await admin.query(Statement(sql)) }
                // The other one must not be the one that looks for deadlocks.
                for sql in ["SET deadlock_timeout = '5s'", "BEGIN", "UPDATE side SET n = n + 100"] {
                    _ = try await other.query(Statement(sql))
                }
                async let isDone = table.markReady(id, previewJSON: "[]")
                try await Self.waitForWait("Timeout", server)
                _ = try await other.query(
                    Statement("UPDATE uploads SET game_id = 7 WHERE id = $1::integer"), [String(id)])
                _ = try await other.query(Statement("COMMIT"))
                #expect(try await isDone)
                #expect(try await admin.query(Statement("SELECT n FROM side")).values == [["102"]])
                for sql in ["DROP TRIGGER touch ON uploads", "DROP FUNCTION touch", "DROP TABLE side"] {
                    _ = try await admin.query(Statement(sql))
                }
                let log = try String(contentsOfFile: "\(server.directory)/server.log", encoding: .utf8)
                #expect(log.contains("deadlock detected"))
            }
            await other.shutDown()
        }
    }

    @Test func aReadOnlyServerIsWaitedFor() async throws {
        try await with { server, _, table, log in
            try await withAdmin(server) { admin in
                let id = try await Uploads.insert(admin)
                _ = try await admin.query(
                    Statement("ALTER ROLE cricksy SET default_transaction_read_only = on"))
                var impatient = try server.configuration()
                impatient.patience = .zero
                let database = try Database(impatient)
                let error = try await failure { () async throws(PostgresError) in
                    try await UploadsTable(database).markReady(id, previewJSON: "[]")
                }
                #expect(error.sqlState?.code == "25006" && error.disposition == .away)
                let findings = await database.check()
                #expect(findings.first { $0.subject == "database writable" }?.verdict == .failed)
                await database.shutDown()
                async let isDone = table.markReady(id, previewJSON: "[]")
                try await Task.sleep(for: .milliseconds(300))
                _ = try await admin.query(
                    Statement("ALTER ROLE cricksy RESET default_transaction_read_only"))
                #expect(try await isDone)
                #expect(log.losses >= 1)
            }
        }
    }

    @Test func aFullServerIsWaitedFor() async throws {
        try await with { server, _, table, log in
            var crowd: [Database] = []
            for _ in 0..<5 { crowd.append(try Database(server.configuration())) }
            for database in crowd { _ = try await database.query(Statement("SELECT 1")) }
            var impatient = try server.configuration()
            impatient.patience = .zero
            let refused = try Database(impatient)
            let error = try await failure { () async throws(PostgresError) in
                try await UploadsTable(refused).load(1)
            }
            #expect(error.sqlState?.code == "53300" && error.disposition == .away)
            await refused.shutDown()
            async let upload = table.load(1)
            try await Task.sleep(for: .milliseconds(300))
            for database in crowd { await database.shutDown() }
            #expect(try await upload == nil)
            #expect(!log.failureTimes.isEmpty)
        }
    }

    @Test func aRestartIsOutlasted() async throws {
        try await with { server, _, table, log in
            try await withAdmin(server) { admin in
                let id = try await Uploads.insert(admin)
                _ = try await table.load(id)
                try server.stop()
                async let isDone = table.markReady(id, previewJSON: "[]")
                try await Task.sleep(for: .milliseconds(2500))
                let failures = log.failureTimes
                #expect((3...8).contains(failures.count), "\(failures.count) attempts in 2.5 s")
                try server.start()
                #expect(try await isDone)
                #expect(try await Uploads.row(admin, id)[0] == "ready")
            }
        }
    }

    @Test func aServerThatIsAwayIsReportedAfterPatience() async throws {
        try await with {
            $0.patience = .milliseconds(700)
        } _: { server, _, table, _ in
            try server.stop("immediate")
            let start = ContinuousClock.now
            let error = try await failure { () async throws(PostgresError) in try await table.load(1) }
            #expect(error.reason == .unreachable && error.disposition == .away)
            #expect(start.duration(to: .now) < .seconds(10))
            #expect(error.sentence.contains("onnection refused"))
            try server.start()
        }
    }

    @Test func aServerThatHangsIsGivenUpInTime() async throws {
        try await with {
            $0.statementTimeout = .milliseconds(300)
            $0.patience = .zero
        } _: { server, _, table, log in
            _ = try await table.load(1)
            let pids = try PostgresServer.shell(
                "pgrep -P $(head -1 \(server.directory)/data/postmaster.pid) | xargs")
            try PostgresServer.shell(
                "kill -STOP $(head -1 \(server.directory)/data/postmaster.pid) \(pids)")
            let start = ContinuousClock.now
            let error = try await failure { () async throws(PostgresError) in try await table.load(1) }
            #expect(error.reason == .noAnswer(after: .milliseconds(2300)) && error.disposition == .away)
            let unreachable = try await failure { () async throws(PostgresError) in
                try await table.load(1)
            }
            #expect(unreachable.reason == .unreachable)
            #expect(start.duration(to: .now) < .seconds(20))
            try PostgresServer.shell(
                "kill -CONT $(head -1 \(server.directory)/data/postmaster.pid) \(pids)")
            try await Task.sleep(for: .milliseconds(200))
            #expect(try await table.load(1) == nil)
            #expect(log.losses == 1)
        }
    }

    @Test func cancellingAndShuttingDownEndTheWait() async throws {
        try await with { server, database, table, _ in
            try await withAdmin(server) { admin in
                let id = try await Uploads.insert(admin)
                try await Self.lock(admin, id)
                let waiting = Task {
                    try await failure { () async throws(PostgresError) in
                        try await table.markReady(id, previewJSON: "[]")
                    }
                }
                try await Self.waitForWait("Lock", server)
                waiting.cancel()
                #expect(try await waiting.value.reason == .cancelled)
                let queued = Task {
                    try await failure { () async throws(PostgresError) in
                        try await table.markReady(id, previewJSON: "[]")
                    }
                }
                try await Self.waitForWait("Lock", server)
                let start = ContinuousClock.now
                await database.shutDown()
                #expect(start.duration(to: .now) < .seconds(10))
                #expect(try await queued.value.reason == .shutDown)
                let late = try await failure { () async throws(PostgresError) in try await table.load(id) }
                #expect(late.reason == .shutDown)
                _ = try await admin.query(Statement("COMMIT"))
            }
        }
    }

    private static func lock(_ admin: Database, _ id: Int) async throws {
        _ = try await admin.query(Statement("BEGIN"))
        _ = try await admin.query(
            Statement("SELECT 1 FROM uploads WHERE id = $1::integer FOR UPDATE"), [String(id)])
    }

    /// Returns when the worker's user waits for a lock.
    private static func waitForWait(_ type: String, _ server: PostgresServer) async throws {
        let watcher = try server.admin()
        let sql =
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'cricksy' AND wait_event_type = '\(type)'"
        var waits: String?
        for _ in 0..<1000 where waits != "1" {
            waits = try await watcher.query(Statement(sql)).values[0][0]
            if waits != "1" { try await Task.sleep(for: .milliseconds(20)) }
        }
        #expect(waits == "1")
        await watcher.shutDown()
    }
}
