import Foundation
import Redis
import Testing

extension ServerTests {
    @Suite struct ReconnectionTests {
        private let clock = ContinuousClock()

        @Test func aKilledServerIsFoundAgain() async throws {
            let server = try await RedisServer()
            let events = EventLog()
            let redis = try RedisConnection(RedisConfiguration(url: try server.url())) { events.add($0) }
            try await redis.ping()
            server.kill()
            _ = try await eventually(within: .seconds(2)) {
                events.all.contains { if case .lost = $0 { true } else { false } }
            }
            let waiting = Task { try await redis.command("PING") }
            try await Task.sleep(for: .milliseconds(700))
            try await server.start()
            #expect(try await waiting.value == .status("PONG"), "a command waits for the connection")
            #expect(events.all.first == .connected(server: "127.0.0.1:\(server.port)"))
            #expect(events.all.last == .connected(server: "127.0.0.1:\(server.port)"))
            #expect(events.all.contains { if case .lost = $0 { true } else { false } })
            #expect((2...12).contains(events.failures.count), "\(events.failures.count) attempts in 0.7 s")
            await redis.close()
        }

        @Test func aCommandWithoutServerEndsInTime() async throws {
            let server = try await RedisServer()
            server.kill()
            let redis = try server.connect()
            let start = clock.now
            let error = try await thrown { () throws(RedisError) in
                _ = try await redis.command("PING", timeout: .milliseconds(300))
            }
            #expect(clock.now - start < .milliseconds(600))
            guard case .unavailable(let failure) = error, case .unreachable = failure.reason else { throw error }
            #expect(error.isTransient && !error.mayHaveRun && error.sentence.contains("refused"))
            await redis.close()
        }

        @Test func aCommandInFlightIsNotRepeated() async throws {
            let server = try await RedisServer()
            let redis = try server.connect()
            try await redis.ping()
            server.stop()
            let command = Task { try await redis.command("INCR", "n") }
            try await Task.sleep(for: .milliseconds(50))
            server.kill()
            guard case .failure(let error as RedisError) = await command.result else { throw Missing(line: #line) }
            #expect(error.mayHaveRun && error.isTransient)
            await redis.close()
        }

        @Test func aStoppedServerIsNoticed() async throws {
            let server = try await RedisServer()
            let events = EventLog()
            var configuration = RedisConfiguration(url: try server.url())
            configuration.healthCheckInterval = .milliseconds(300)
            configuration.healthCheckTimeout = .milliseconds(300)
            configuration.connectTimeout = .milliseconds(300)
            let (idle, listening) = (
                try RedisConnection(configuration) { events.add($0) },
                try RedisSubscription(configuration, channels: ["c"])
            )
            try await idle.ping()
            var heard = listening.events.makeAsyncIterator()
            #expect(await heard.next() == .subscribed)
            server.stop()
            let start = clock.now
            guard case .interrupted(let error)? = await heard.next() else { throw Missing(line: #line) }
            #expect(clock.now - start < .seconds(1))
            guard case .timedOut = error else { throw error }
            let noticed = try await eventually(within: .seconds(2)) { events.all.count > 1 }
            #expect(noticed < .seconds(1))
            guard case .lost(.timedOut) = events.all[1] else { throw Missing(line: #line) }
            server.resume()
            try await idle.ping()
            #expect(await heard.next() == .subscribed)
            await idle.close()
            await listening.close()
        }

        /// In every phase: idle, during a login without an answer, between attempts.
        @Test func waitingCostsNoProcessorTime() async throws {
            let server = try await RedisServer()
            var configuration = RedisConfiguration(url: try server.url())
            configuration.healthCheckInterval = .milliseconds(50)
            configuration.healthCheckTimeout = .milliseconds(50)
            configuration.connectTimeout = .milliseconds(300)
            let connections = try (0..<4).map { _ in try RedisConnection(configuration) }
            let listening = try RedisSubscription(configuration, channels: ["c"])
            for connection in connections { try await connection.ping() }
            try await Task.sleep(for: .milliseconds(200))
            for change in [{}, server.stop, server.kill] {
                change()
                let start = Foundation.clock()
                try await Task.sleep(for: .milliseconds(800))
                let seconds = Double(Foundation.clock() - start) / Double(CLOCKS_PER_SEC)
                #expect(seconds < 0.2, "\(seconds) s of processor time in 0.8 s")
            }
            for connection in connections { await connection.close() }
            await listening.close()
        }

        @Test func aCommandToAStoppedServerTimesOut() async throws {
            let server = try await RedisServer()
            let redis = try server.connect { $0.healthCheckTimeout = .milliseconds(300) }
            try await redis.ping()
            server.stop()
            let error = try await thrown { () throws(RedisError) in
                _ = try await redis.command("INCR", "n", timeout: .milliseconds(300))
            }
            guard case .timedOut(_, _, wasSent: true) = error else { throw error }
            #expect(error.mayHaveRun)
            server.resume()
            try await redis.ping()
            server.stop()
            let wait = try await thrown { () throws(RedisError) in
                _ = try await redis.waitForElement(ofList: "q", upTo: .milliseconds(200))
            }
            guard case .timedOut(_, .milliseconds(500), wasSent: true) = wait else { throw wait }
            server.resume()
            await redis.close()
        }

        @Test func killedClientsComeBack() async throws {
            let server = try await RedisServer()
            let (redis, other) = (try server.connect(), try server.connect())
            let listening = try RedisSubscription(RedisConfiguration(url: try server.url()), patterns: ["*"])
            var heard = listening.events.makeAsyncIterator()
            #expect(await heard.next() == .subscribed)
            for _ in 0..<3 {
                try await redis.ping()
                _ = try await other.command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
                _ = try await other.command("CLIENT", "KILL", "TYPE", "pubsub")
                guard case .interrupted? = await heard.next() else { throw Missing(line: #line) }
                #expect(await heard.next() == .subscribed)
                let back = try await eventually(within: .seconds(2)) {
                    do { try await redis.ping(); return true } catch is RedisError { return false }
                }
                #expect(back < .seconds(1))
            }
            await redis.close()
            await other.close()
            await listening.close()
        }

        @Test func attemptsAreAtMostOnePerSecondOnceGrown() {
            let backoff = RedisBackoff()
            let delays = (1...20).map { backoff.delay(failures: $0, isRefusal: false, jitter: 0) }
            #expect(delays.first == .milliseconds(25))
            #expect(delays == delays.sorted() && delays[6...].allSatisfy { $0 == .seconds(1) })
            #expect(backoff.delay(failures: 100, isRefusal: false, jitter: 1) == .seconds(2))
            #expect(backoff.delay(failures: 1, isRefusal: true, jitter: 0) == .seconds(4))
        }

        @Test func droppedConnectionsLeaveNothingBehind() async throws {
            let server = try await RedisServer()
            func openDescriptors() throws -> Int {
                let target = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(server.pid)/fd")
                return target.count
            }
            let before = try openDescriptors()
            for _ in 0..<20 { try await server.connect().ping() }
            _ = try await eventually(within: .seconds(2)) { try openDescriptors() <= before }
        }
    }
}
