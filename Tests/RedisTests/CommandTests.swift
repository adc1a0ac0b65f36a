import Redis
import Testing

extension ServerTests {
    @Suite struct CommandTests {
        @Test func valuesComeBackAsTheyWere() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            let every = (0...255).map { UInt8($0) } + Array("\r\n$-1\r\n".utf8)
            for (key, value) in [("empty", []), ("every byte", every), ("ключ", Array("ë⟂\u{6}\u{16}".utf8))] {
                #expect(try await redis.command("SET", key, value) == .status("OK"))
                #expect(try await redis.command("GET", key).bytes == value)
            }
            #expect(try await redis.command("GET", "none").isNull)
            #expect(try await redis.command("INCRBY", "n", 41).integer == 41)
            #expect(try await redis.command("ZADD", "z", 1795450361.7705178, "m").integer == 1)
            #expect(try await redis.command("ZSCORE", "z", "m").string == "1795450361.7705178")
            #expect(try await redis.command("EXPIRE", "n", Int64(100)).integer == 1)
            #expect(try await redis.command("LRANGE", "none", 0, -1) == .array([]))
            await redis.close()
        }

        @Test func largeValuesPass() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            let value = (0..<(8 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
            _ = try await redis.command("SET", "large", value)
            let back = try await redis.command("GET", "large").bytes
            #expect(back == value)
            await redis.close()
        }

        @Test func manyTasksShareOneConnection() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<500 {
                    group.addTask { try await redis.command("ECHO", number).string == "\(number)" }
                }
                for try await isRight in group { #expect(isRight) }
            }
            let clients = try await redis.command("INFO", "clients").string ?? ""
            #expect(clients.contains("connected_clients:1\r\n"))
            await redis.close()
        }

        @Test func pipelinesKeepOrderAndRefusals() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            let replies = try await redis.pipeline([
                RedisCommand("SET", "a", "1"), RedisCommand("LPUSH", "a", "x"), RedisCommand("GET", "a"),
            ])
            #expect(replies[0] == .status("OK"))
            #expect(replies[1].error?.kind == .wrongType)
            #expect(replies[2].string == "1")
            #expect(try await redis.pipeline([]) == [])
            await redis.close()
        }

        @Test func transactionsRunWholeOrNot() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            let replies = try await redis.transaction([
                RedisCommand("INCR", "n"), RedisCommand("LPUSH", "n", "x"), RedisCommand("INCR", "n"),
            ])
            #expect(replies.map(\.integer) == [1, nil, 2])
            #expect(replies[1].error?.kind == .wrongType)
            let error = try await thrown { () throws(RedisError) in
                _ = try await redis.transaction([RedisCommand("INCR", "n"), RedisCommand("NOSUCH")])
            }
            guard case .reply(let reply) = error else { throw error }
            #expect(reply.message.contains("unknown command"))
            #expect(try await redis.command("GET", "n").string == "2")
            await redis.close()
        }

        @Test func scriptsAreSentOnceAndSurviveAFlush() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            let script = RedisScript("return {KEYS[1], ARGV[1], redis.call('INCR', 'runs')}")
            for run in 1...3 {
                if run == 3 { _ = try await redis.command("SCRIPT", "FLUSH") }
                let reply = try await redis.evaluate(script, keys: ["k"], arguments: ["v"])
                #expect(reply == .array([.bytes(Array("k".utf8)), .bytes(Array("v".utf8)), .integer(Int64(run))]))
            }
            #expect(try await redis.command("SCRIPT", "LOAD", script.source).string == script.hash)
            let stats = try await redis.command("INFO", "commandstats").string ?? ""
            #expect(stats.contains("cmdstat_eval:calls=2,"))
            #expect(stats.contains("cmdstat_evalsha:calls=3,"))
            await redis.close()
        }

        @Test(arguments: ["SUBSCRIBE", "select", "MULTI", "BRPOP", "BLMOVE", "MONITOR"])
        func commandsThatHarmOthersAreRefused(name: String) async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            let error = try await thrown { () throws(RedisError) in _ = try await redis.command(name, "secret") }
            guard case .unsafeCommand(name.uppercased(), _) = error else { throw error }
            #expect(!error.mayHaveRun && !error.sentence.contains("secret"))
            await redis.close()
        }

        @Test func fullMemoryIsTyped() async throws {
            let server = try await RedisServer(["--maxmemory", "1mb", "--maxmemory-policy", "noeviction"])
            let redis = try server.connect()
            let error = try await thrown { () throws(RedisError) in
                for number in 0..<200 {
                    _ = try await redis.command("SET", "\(number)", [UInt8](repeating: 1, count: 65_536))
                }
            }
            guard case .reply(let reply) = error else { throw error }
            #expect(reply.kind == .outOfMemory && error.isTransient)
            let aborted = try await thrown { () throws(RedisError) in
                _ = try await redis.transaction([
                    RedisCommand("DEL", "0"), RedisCommand("SET", "x", [UInt8](repeating: 1, count: 1 << 18)),
                ])
            }
            #expect(aborted == .reply(reply))
            await redis.close()
        }

        @Test func replicasAreTyped() async throws {
            let server = try await RedisServer(["--replicaof", "127.0.0.1 1", "--replica-serve-stale-data", "yes"])
            let redis = try server.connect()
            let error = try await thrown { () throws(RedisError) in _ = try await redis.command("SET", "a", "b") }
            guard case .reply(let reply) = error else { throw error }
            #expect(reply.kind == .readOnly && error.sentence.contains("primary"))
            await redis.close()
        }
    }
}
