import Foundation
import Redis
import Testing

extension ServerTests {
    /// Runs one after the other, so that their times mean something.
    @Suite(.serialized) struct CheckTests {
        @Test func allIsWell() async throws {
            let servers = try await Servers()
            let run = try await CheckRun(["--json"], servers.environment())
            #expect(run.code == 0, "\(run.output)\(run.errors)")
            #expect(run.object["ok"] as? Bool == true)
            #expect(run.subjects("failed").isEmpty)
            for subject in [
                "settings", "reading", "broker", "broker clock", "broker version", "broker role", "broker memory",
                "broker eviction", "broker persistence", "broker rights", "queue celery", "workers", "claims",
                "results",
                "results rights", "database", "table uploads", "storage", "reader", "reader sandbox", "models",
                "open files", "memory", "time limits",
            ] { _ = try run.line(subject, is: "ok") }
            #expect(try run.line("queue celery", is: "ok").detail == "0 waiting, 0 dead letters")
            #expect(try run.line("tuned file", is: "warning").remedy?.contains("cricksy-bench sweep") == true)
            #expect(run.seconds < 10)
        }

        @Test func strictTakesWarningsForFailures() async throws {
            let servers = try await Servers()
            let run = try await CheckRun(["--json", "--strict"], servers.environment())
            #expect(run.code == 1)
            #expect(run.object["ok"] as? Bool == false)
            #expect(run.subjects("failed").isEmpty)
        }

        @Test func textLinesUp() async throws {
            let servers = try await Servers()
            let run = try await CheckRun(
                ["--queues", "celery,a-queue-with-a-long-name"], servers.environment(["DATABASE_URL": ""]))
            #expect(run.code == 1)
            let lines = run.output.split(separator: "\n").map(String.init)
            let width = try #require(lines.first { $0.contains("a-queue-with-a-long-name") }).prefix { $0 != "0" }.count
            for line in lines.dropLast() {
                let (mark, detail) = (line.prefix(9), line.dropFirst(width))
                #expect(["ok", "warning", "FAILED", ""].contains(mark.trimmingCharacters(in: .whitespaces)), "\(line)")
                #expect(line.dropFirst(width - 1).first == " " && detail.first != " ", "\(line)")
                #expect((mark.first == " ") == detail.hasPrefix("-> "), "\(line)")
            }
            #expect(lines.contains { $0.hasPrefix("FAILED   database ") && $0.hasSuffix("DATABASE_URL is not set") })
            #expect(try #require(lines.last).contains(/^\d+ ok, \d+ warnings?, 1 failed, in [\d.]+ s\.$/))
        }

        @Test func unusableSettingIsCode78() async throws {
            for arguments in [["--max-pages", "none"], ["--json", "--max-pages", "none"]] {
                let run = try await CheckRun(arguments, [:])
                #expect(run.code == 78)
                #expect(run.output.contains("it takes a whole number from 1 to 1000."))
                #expect(run.errors.isEmpty)
            }
            let json = try await CheckRun(["--json", "--max-pages", "none"], [:])
            #expect(try json.line("settings", is: "failed").detail.contains("max-pages"))
        }

        @Test func helpHasExamplesAndExitCodes() async throws {
            let run = try await CheckRun(["--help"], [:])
            #expect(run.code == 0)
            for text in ["cricksy-worker check --json", "EXIT CODES", "--strict", "--concurrency"] {
                #expect(run.output.contains(text))
            }
        }

        // MARK: Servers that are away

        @Test func nobodyListens() async throws {
            let environment = [
                "CRICKSY_REDIS_URL": "redis://:c4n4ry@127.0.0.1:1/0", "HOME": "/nonexistent",
                "DATABASE_URL": "postgresql://u:c4n4ry@127.0.0.1:1/d", "CRICKSY_S3_ENDPOINT": "http://127.0.0.1:1",
                "CRICKSY_S3_ACCESS_KEY": "key", "CRICKSY_S3_SECRET_KEY": "c4n4ry",
            ]
            let run = try await CheckRun(["--json", "--reader", "/nowhere/reader"], environment)
            #expect(run.code == 1)
            #expect(run.subjects("failed") == ["broker", "database", "reader", "results", "storage"])
            #expect(try run.line("broker", is: "failed").detail.contains("redis://:***@127.0.0.1:1/0"))
            #expect(run.seconds < 10, "\(run.seconds) s")
        }

        /// Servers that take connections and say nothing, and a host that answers nobody.
        @Test func everythingHangs() async throws {
            let redis = try await RedisServer()
            redis.stop()
            let environment = [
                "CRICKSY_CELERY_BROKER_URL": "redis://127.0.0.1:\(redis.port)/0", "HOME": "/nonexistent",
                "CRICKSY_CELERY_RESULT_BACKEND": "redis://192.0.2.1/0",
                "DATABASE_URL": "postgresql://u@127.0.0.1:\(redis.port)/d",
                "CRICKSY_S3_ENDPOINT": "http://127.0.0.1:\(redis.port)", "CRICKSY_S3_ACCESS_KEY": "key",
                "CRICKSY_S3_SECRET_KEY": "c4n4ry",
            ]
            let run = try await CheckRun(["--json"], environment)
            #expect(run.subjects("failed") == ["broker", "database", "results", "storage"])
            #expect(run.seconds < 10, "\(run.seconds) s")
        }

        // MARK: Wrong logins and names

        @Test func wrongPasswords() async throws {
            let servers = try await Servers(redis: ["--requirepass", "right"])
            let run = try await CheckRun(
                ["--json"],
                servers.environment([
                    "CRICKSY_CELERY_BROKER_URL": "redis://:c4n4ry@127.0.0.1:\(servers.redis.port)/0",
                    "CRICKSY_CELERY_RESULT_BACKEND": "redis://127.0.0.1:\(servers.redis.port)/0",
                    "DATABASE_URL": servers.databaseURL(password: "c4n4ry"), "CRICKSY_S3_SECRET_KEY": "c4n4ry",
                ]))
            #expect(run.code == 1)
            #expect(try run.line("broker", is: "failed").remedy?.hasPrefix("Correct user, password") == true)
            #expect(run.subjects("failed").contains("results"))
            _ = try run.line("database", is: "failed")
            #expect(try run.line("storage", is: "failed").detail.contains("does not accept the credentials"))
            #expect(run.seconds < 10, "\(run.seconds) s")
        }

        @Test func missingTableAndBucket() async throws {
            let servers = try await Servers()
            let run = try await CheckRun(
                ["--json", "--s3-bucket", "no-such-bucket", "--tessdata", "/usr/share/empty"],
                servers.environment(["DATABASE_URL": servers.databaseURL(database: "template1")]))
            #expect(run.code == 1)
            #expect(try run.line("table uploads", is: "failed").remedy?.contains("migrations") == true)
            #expect(try run.line("storage", is: "failed").detail.contains("no such bucket"))
            #expect(run.subjects("failed").contains("reader") || run.subjects("failed").contains("models"))
        }
    }
}
