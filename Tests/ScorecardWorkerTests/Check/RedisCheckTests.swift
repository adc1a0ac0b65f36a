import Foundation
import Redis
import Testing

extension ServerTests {
    /// Real servers, each wrong in its own way.
    @Suite(.serialized) struct RedisCheckTests {
        private func run(_ redis: RedisServer, _ login: String = "", arguments: [String] = []) async throws -> CheckRun
        {
            try await CheckRun(
                ["--json"] + arguments,
                ["CRICKSY_REDIS_URL": "redis://\(login)127.0.0.1:\(redis.port)/0", "HOME": "/nonexistent"])
        }

        @Test func evictionAndMemory() async throws {
            let redis = try await RedisServer(["--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"])
            #expect(try await run(redis).line("broker eviction", is: "failed").remedy?.contains("noeviction") == true)
            let connection = try redis.connect()
            _ = try await connection.command("CONFIG", "SET", "maxmemory-policy", "volatile-ttl")
            _ = try await connection.command("CONFIG", "SET", "maxmemory", 1_000_000)
            let tight = try await run(redis)
            _ = try tight.line("broker eviction", is: "warning")
            _ = try tight.line("broker memory", is: "warning")
            _ = try tight.line("broker persistence", is: "warning")
            _ = try await connection.command("CONFIG", "SET", "maxmemory", 0)
            #expect(try await run(redis).line("broker eviction", is: "ok").detail == "volatile-ttl")
        }

        @Test func replicaIsRefused() async throws {
            let primary = try await RedisServer()
            let replica = try await RedisServer(["--replicaof", "127.0.0.1", "\(primary.port)"])
            let found = try await run(replica)
            #expect(found.code == 1)
            #expect(try found.line("broker role", is: "failed").detail == "replica")
            _ = try found.line("results rights", is: "failed")
        }

        /// Redis wants the pattern of a subscription literally, so `&/0.*` is not enough.
        @Test(arguments: [
            ("+@all", "~*", "&*", true), ("+@all -evalsha -eval", "~*", "&*", false),
            ("+@all", "~celery*", "&*", false),
            ("+@all", "~*", "resetchannels", false), ("+@all", "~*", "&/0.*", false),
            ("+@all -@dangerous +info", "~*", "&*", true),
        ])
        func rights(commands: String, keys: String, channels: String, isEnough: Bool) async throws {
            let redis = try await RedisServer()
            let connection = try redis.connect()
            let words = ["user", "on", ">c4n4ry", keys, channels] + commands.split(separator: " ").map(String.init)
            _ = try await connection.send(RedisCommand("ACL", ["SETUSER"] + words))
            let found = try await run(redis, "user:c4n4ry@")
            _ = try found.line("broker rights", is: isEnough ? "ok" : "failed")
        }

        @Test func queuesClaimsAndWorkersAreCounted() async throws {
            let redis = try await RedisServer()
            let connection = try redis.connect()
            let now = Date().timeIntervalSince1970
            let setUp: [RedisCommand] = [
                RedisCommand("RPUSH", "celery", "a", "b"), RedisCommand("RPUSH", "celery\u{06}\u{16}3", "c"),
                RedisCommand("RPUSH", "cricksy:dead:celery", "x"), RedisCommand("SET", "scans", "no list"),
                RedisCommand("SADD", "cricksy:owners", "w1@h:12:0f9a11bc", "w2@h:13:0f9a11bd"),
                RedisCommand("SET", "cricksy:lease:w1@h:12:0f9a11bc", "1"),
                RedisCommand("SADD", "cricksy:claims:w2@h:13:0f9a11bd", "t1", "t2"),
                RedisCommand("HSET", "unacked", "t1", "[]", "t2", "[]", "t3", "[]"),
                RedisCommand("ZADD", "unacked_index", now - 4000, "t1", now, "t2"),
            ]
            for reply in try await connection.pipeline(setUp) { #expect(reply.error == nil) }
            let before = try await connection.command("LRANGE", "celery", 0, -1)
            let keys = try await connection.command("DBSIZE").integer
            let found = try await run(redis, arguments: ["--queues", "celery,scans"])
            #expect(
                try found.line("queue celery", is: "ok").detail == "3 waiting, 1 dead letter in cricksy:dead:celery")
            #expect(try found.line("queue scans", is: "failed").detail.contains("WRONGTYPE"))
            #expect(try found.line("workers", is: "warning").detail == "w1@h; dead ones hold 2 claims")
            let claims = try found.line("claims", is: "warning").detail
            #expect(
                claims == "3 in unacked; 1 that nobody has renewed for the visibility timeout; "
                    + "1 without a time, which nobody ever gives back")
            #expect(try await connection.command("LRANGE", "celery", 0, -1) == before)
            try await Task.sleep(for: .milliseconds(1500))
            #expect(try await connection.command("DBSIZE").integer == keys)
        }

        @Test func machineAndFiles() async throws {
            let directory = try TemporaryDirectory()
            let found = try await CheckRun(
                [
                    "--json", "--logfile", "/nonexistent/l.log", "--pidfile", directory.path + "/%n.pid",
                    "--time-limit",
                    "4000", "--memory-limit", "900000",
                ], ["CRICKSY_ENV": "production", "HOME": "/nonexistent"], openFiles: 100)
            _ = try found.line("open files", is: "warning")
            _ = try found.line("memory", is: "warning")
            _ = try found.line("time limits", is: "warning")
            #expect(try found.line("log file", is: "failed").detail.contains("/nonexistent/l.log cannot be written"))
            #expect(try found.line("pid file", is: "ok").detail.contains("celery.pid"))
            #expect(try found.line("reading", is: "warning").remedy?.contains("CRICKSY_ENABLE_OCR=1") == true)
            #expect(try found.line("user", is: geteuid() == 0 ? "warning" : "ok").detail.isEmpty == false)
        }

        @Test func tunedFileOfAnotherMachineIsStale() async throws {
            let directory = try TemporaryDirectory()
            let path = try SettingsFixture.writeTunedFile(in: directory)
            let found = try await CheckRun(["--json", "--tuned", path], ["HOME": "/nonexistent"])
            #expect(try found.line("tuned file", is: "warning").detail.contains("the built-in settings"))
        }
    }
}
