import Redis
import Testing

extension ServerTests {
    @Suite struct LoginTests {
        private static let users =
            ["--user", "default", "off", "--user", "ocr", "on", ">s3cr:et@", "~*", "&*", "+@all", "-flushall"]

        private func connection(_ server: RedisServer, login: String, _ rest: String = "") throws -> RedisConnection {
            try RedisConnection(RedisConfiguration(url: try server.url(rest, login: login), clientName: "ocr worker"))
        }

        @Test func rightPasswordAndDatabase() async throws {
            let server = try await RedisServer(Self.users)
            let redis = try connection(server, login: "ocr:s3cr%3Aet%40@", "/3")
            #expect(try await redis.command("ACL", "WHOAMI").string == "ocr")
            let client = try await redis.command("CLIENT", "LIST").string ?? ""
            #expect(client.contains(" db=3 ") && client.contains("name=ocr-worker "))
            let error = try await thrown { () throws(RedisError) in _ = try await redis.command("FLUSHALL") }
            guard case .reply(let reply) = error else { throw error }
            #expect(reply.kind == .noPermission && !error.isTransient)
            await redis.close()
        }

        @Test(arguments: [("ocr:canary@", "AUTH"), ("nobody:canary@", "AUTH"), (":canary@", "AUTH"), ("", "PING")])
        func wrongLoginsAreRefusedAtOnceAndNotHammered(login: String, command: String) async throws {
            let server = try await RedisServer(Self.users)
            let events = EventLog()
            let redis = try RedisConnection(RedisConfiguration(url: try server.url(login: login))) { events.add($0) }
            let start = ContinuousClock.now
            let error = try await thrown { () throws(RedisError) in try await redis.ping() }
            #expect(ContinuousClock.now - start < .milliseconds(500))
            guard case .unavailable(let failure) = error, case .login(command, let reply) = failure.reason else {
                throw error
            }
            #expect([.wrongPassword, .authenticationRequired].contains(reply.kind))
            #expect(failure.isRefusal && !error.isTransient && !error.sentence.contains("canary"))
            try await Task.sleep(for: .milliseconds(600))
            #expect(events.all.count == 1, "\(events.all)")
            await redis.close()
        }

        @Test func databaseThatIsNotThere() async throws {
            let server = try await RedisServer()
            let redis = try connection(server, login: "", "/99")
            let error = try await thrown { () throws(RedisError) in try await redis.ping() }
            #expect(error.sentence.contains("refused SELECT") && error.sentence.contains("out of range"))
            await redis.close()
        }

        @Test func tooManyClientsIsTransient() async throws {
            let server = try await RedisServer(["--maxclients", "1"])
            let first = try server.connect()
            try await first.ping()
            let events = EventLog()
            let second = try RedisConnection(RedisConfiguration(url: try server.url())) { events.add($0) }
            _ = try await eventually(within: .seconds(2)) { !events.all.isEmpty }
            guard case .retrying(let failure, _)? = events.all.first else { throw Missing(line: #line) }
            #expect(!failure.isRefusal)
            await first.close()
            try await second.ping()
            await second.close()
        }

        @Test func unixSockets() async throws {
            let server = try await RedisServer()
            let url = try RedisURL("redis+socket://\(server.socketPath)?virtual_host=2")
            let redis = try RedisConnection(RedisConfiguration(url: url))
            _ = try await redis.command("SET", "a", "b")
            #expect(try await redis.command("CLIENT", "INFO").string?.contains(" db=2 ") == true)
            await redis.close()
            let nowhere = try RedisConnection(RedisConfiguration(url: try RedisURL("unix:///nowhere/s")))
            let error = try await thrown { () throws(RedisError) in try await nowhere.ping(timeout: .milliseconds(100))
            }
            #expect(error.sentence.contains("/nowhere/s cannot be reached (No such file or directory)"))
            await nowhere.close()
        }

        @Test func namesWithoutAddress() async throws {
            let redis = try RedisConnection(RedisConfiguration(url: try RedisURL("redis://nowhere.invalid")))
            let error = try await thrown { () throws(RedisError) in try await redis.ping(timeout: .milliseconds(300)) }
            #expect(error.sentence.contains("nowhere.invalid:6379 has no address"))
            await redis.close()
        }
    }
}
