import Redis
import Testing

extension ServerTests {
    @Suite struct SubscriptionTests {
        @Test func messagesArriveInOrder() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            let listening = try RedisSubscription(
                RedisConfiguration(url: try server.url(), clientName: "a listener"), channels: ["/0.celery.pidbox"],
                patterns: ["celeryev/worker.*"])
            var events = listening.events.makeAsyncIterator()
            #expect(await events.next() == .subscribed)
            let binary = (0...255).map { UInt8($0) }
            #expect(try await redis.command("PUBLISH", "/0.celery.pidbox", binary).integer == 1)
            #expect(try await redis.command("PUBLISH", "celeryev/worker.online", "up").integer == 1)
            _ = try await redis.command("PUBLISH", "celeryev/task.sent", "no")
            for number in 0..<100 { _ = try await redis.command("PUBLISH", "celeryev/worker.x", number) }
            #expect(await events.next() == .message(.init(channel: "/0.celery.pidbox", pattern: nil, payload: binary)))
            for text in ["up"] + (0..<100).map(String.init) {
                guard case .message(let message)? = await events.next() else { throw Missing(line: #line) }
                #expect(
                    message.pattern == "celeryev/worker.*" && String(decoding: message.payload, as: UTF8.self) == text)
            }
            let clients = try await redis.command("CLIENT", "LIST", "TYPE", "pubsub").string ?? ""
            #expect(clients.contains("name=a-listener "))
            await listening.close()
            #expect(await events.next() == nil)
            await redis.close()
        }

        @Test func aListenerWithoutChannelOrRightIsToldSo() async throws {
            let server = try await RedisServer(["--user", "default", "on", "nopass", "~*", "+@all", "resetchannels"])
            let events = EventLog()
            let configuration = RedisConfiguration(url: try server.url())
            #expect(throws: RedisError.self) { try RedisSubscription(configuration) }
            let listening = try RedisSubscription(configuration, channels: ["c"]) { events.add($0) }
            var heard = listening.events.makeAsyncIterator()
            guard case .interrupted(.reply(let reply))? = await heard.next() else { throw Missing(line: #line) }
            #expect(reply.kind == .noPermission && reply.sentence.contains("ACL SETUSER"))
            try await Task.sleep(for: .milliseconds(500))
            #expect(events.all.count == 2, "one attempt: \(events.all)")
            await listening.close()
        }

        @Test func anIdleListenerIsCheckedAndStaysUp() async throws {
            let server = try await RedisServer()
            var configuration = RedisConfiguration(url: try server.url())
            configuration.healthCheckInterval = .milliseconds(50)
            let (listening, redis) = (try RedisSubscription(configuration, channels: ["c"]), try server.connect())
            var events = listening.events.makeAsyncIterator()
            #expect(await events.next() == .subscribed)
            try await Task.sleep(for: .milliseconds(400))
            _ = try await redis.command("PUBLISH", "c", "m")
            guard case .message? = await events.next() else { throw Missing(line: #line) }
            let stats = try await redis.command("INFO", "commandstats").string ?? ""
            let pings = try #require(stats.firstMatch(of: /cmdstat_ping:calls=(\d+)/))
            #expect((Int(pings.1) ?? 0) >= 5)
            await listening.close()
            await redis.close()
        }
    }
}
