import Redis
import Testing

extension ServerTests {
    @Suite struct WaitingTests {
        private let clock = ContinuousClock()

        @Test func aPushWakesAWait() async throws {
            let server = try await RedisServer()
            let (waiting, pushing) = (try server.connect(), try server.connect())
            var delays: [Duration] = []
            for _ in 0..<5 {
                let wait = Task {
                    (try await waiting.waitForElement(ofList: "queue", upTo: .seconds(5)), ContinuousClock.now)
                }
                _ = try await eventually(within: .seconds(2)) {
                    try await pushing.command("INFO", "clients").string?.contains("blocked_clients:1") == true
                }
                let pushed = clock.now
                _ = try await pushing.command("LPUSH", "queue", "m")
                let (has, woken) = try await wait.value
                #expect(has)
                delays.append(woken - pushed)
                #expect(try await pushing.command("LPOP", "queue").string == "m", "the element stayed where it was")
            }
            #expect(delays.sorted()[2] < .milliseconds(50), "\(delays)")
            await waiting.close()
            await pushing.close()
        }

        @Test func aWaitEndsWithoutAnElement() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            let start = clock.now
            #expect(try await redis.waitForElement(ofList: "queue", upTo: .milliseconds(200)) == false)
            #expect(clock.now - start >= .milliseconds(190))
            await redis.close()
        }

        @Test func aCancelledWaitEndsAtOnceAndTakesNothing() async throws {
            let server = try await RedisServer()
            let events = EventLog()
            let configuration = RedisConfiguration(url: try server.url())
            let redis = try RedisConnection(configuration) { events.add($0) }
            let other = try server.connect()
            let wait = Task {
                try await redis.blocking(RedisCommand("BLMOVE", "from", "to", "RIGHT", "LEFT", 10), upTo: .seconds(10))
            }
            _ = try await eventually(within: .seconds(2)) {
                try await other.command("INFO", "clients").string?.contains("blocked_clients:1") == true
            }
            let start = clock.now
            wait.cancel()
            guard case .failure(let error as RedisError) = await wait.result else { throw Missing(line: #line) }
            #expect(error == .cancelled(wasSent: true))
            #expect(clock.now - start < .milliseconds(500))
            _ = try await other.command("LPUSH", "from", "m")
            #expect(try await other.command("LLEN", "from").integer == 1)
            #expect(try await redis.command("LLEN", "from").integer == 1, "the connection is usable again")
            #expect(events.all.count == 1, "a meant end is no event: \(events.all)")
            await redis.close()
            await other.close()
        }

        /// The element is moved while the wait is being cancelled: it is returned, or lies in one of the lists.
        @Test func nothingIsLostWhenPushAndCancelMeet() async throws {
            let server = try await RedisServer()
            let (redis, other) = (try server.connect(), try server.connect())
            for round in 0..<100 {
                let wait = Task {
                    try await redis.blocking(
                        RedisCommand("BLMOVE", "from", "to", "RIGHT", "LEFT", 5), upTo: .seconds(5))
                }
                try await Task.sleep(for: .microseconds(Int.random(in: 0...1500)))
                async let push = other.command("LPUSH", "from", round)
                wait.cancel()
                _ = try await push
                let result = await wait.result
                let (from, to) = (
                    try await other.command("LLEN", "from").integer, try await other.command("LLEN", "to").integer
                )
                #expect((from ?? 0) + (to ?? 0) == 1)
                if case .success = result { #expect(to == 1) }
                _ = try await other.command("DEL", "from", "to")
            }
            await redis.close()
            await other.close()
        }

        @Test func aTaskCancelledBeforehandSendsNothing() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                _ = try await redis.command("SET", "a", "b")
            }
            guard case .failure(let error as RedisError) = await task.result else { throw Missing(line: #line) }
            #expect(error == .cancelled(wasSent: false))
            #expect(try await redis.command("EXISTS", "a").integer == 0)
            await redis.close()
        }

        @Test func closingEndsAWait() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            try await redis.ping()
            let wait = Task { try await redis.waitForElement(ofList: "queue", upTo: .seconds(10)) }
            try await Task.sleep(for: .milliseconds(50))
            let start = clock.now
            await redis.close()
            guard case .failure(let error as RedisError) = await wait.result else { throw Missing(line: #line) }
            #expect(error == .closed(wasSent: true))
            #expect(clock.now - start < .milliseconds(500))
            let later = try await thrown { () throws(RedisError) in try await redis.ping() }
            #expect(later == .closed(wasSent: false))
        }
    }
}
