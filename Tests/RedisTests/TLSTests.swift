import Foundation
import Redis
import Testing

extension ServerTests {
    @Suite struct TLSTests {
        private static let authority = Result { try TestAuthority() }
        private let authority: TestAuthority

        init() throws { authority = try Self.authority.get() }

        private func url(_ server: RedisServer, host: String = "127.0.0.1", _ options: String? = nil) throws -> RedisURL
        {
            try RedisURL("rediss://\(host):\(server.port)/1?\(options ?? "ssl_ca_certs=\(authority.path("ca.pem"))")")
        }

        /// Why a connection is refused.
        private func failure(_ url: RedisURL) async throws -> RedisError.ConnectFailure {
            var configuration = RedisConfiguration(url: url)
            configuration.connectTimeout = .milliseconds(500)
            let redis = try RedisConnection(configuration)
            let error = try await thrown { () throws(RedisError) in
                try await redis.ping(timeout: .milliseconds(900))
            }
            await redis.close()
            guard case .unavailable(let failure) = error else { throw error }
            return failure
        }

        @Test(arguments: ["TLSv1.2", "TLSv1.3"])
        func everythingWorksOverTLS(version: String) async throws {
            let server = try await RedisServer(authority.options("good", ["--tls-protocols", version]), tls: true)
            let redis = try RedisConnection(RedisConfiguration(url: try url(server, host: "localhost")))
            let value = (0..<(8 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
            _ = try await redis.command("SET", "large", value)
            let back = try await redis.command("GET", "large").bytes
            #expect(back == value)
            #expect(try await redis.waitForElement(ofList: "q", upTo: .milliseconds(50)) == false)
            let wait = Task { try await redis.waitForElement(ofList: "q", upTo: .seconds(5)) }
            try await Task.sleep(for: .milliseconds(100))
            wait.cancel()
            guard case .failure = await wait.result else { throw Missing(line: #line) }
            try await redis.ping()
            await redis.close()
        }

        @Test func messagesComeOverTLS() async throws {
            let server = try await RedisServer(authority.options("good"), tls: true)
            let configuration = RedisConfiguration(url: try url(server))
            let (listening, redis) = (
                try RedisSubscription(configuration, channels: ["c"]), try RedisConnection(configuration)
            )
            var events = listening.events.makeAsyncIterator()
            #expect(await events.next() == .subscribed)
            for number in 0..<100 { _ = try await redis.command("PUBLISH", "c", number) }
            for number in 0..<100 {
                let payload = Array("\(number)".utf8)
                #expect(await events.next() == .message(.init(channel: "c", pattern: nil, payload: payload)))
            }
            await listening.close()
            await redis.close()
        }

        @Test(arguments: [
            ("lone", "self-signed certificate"), ("expired", "certificate has expired"),
            ("elsewhere", "IP address mismatch"),
        ])
        func badCertificatesAreRefused(certificate: String, why: String) async throws {
            let server = try await RedisServer(authority.options(certificate), tls: true)
            let failure = try await failure(try url(server))
            #expect(failure.reason == .untrusted(why), "\(failure)")
            #expect(failure.isRefusal)
        }

        @Test func otherNamesAndAuthoritiesAreRefused() async throws {
            let server = try await RedisServer(authority.options("elsewhere"), tls: true)
            #expect(try await failure(try url(server, host: "localhost")).reason == .untrusted("hostname mismatch"))
            let system = try await failure(try url(server, ""))
            #expect(system.reason == .untrusted("self-signed certificate in certificate chain"))
        }

        @Test func checksThatTheURLTurnsOff() async throws {
            let server = try await RedisServer(authority.options("elsewhere"), tls: true)
            for options in ["ssl_cert_reqs=none", "ssl_check_hostname=false&ssl_ca_certs=\(authority.path("ca.pem"))"] {
                let redis = try RedisConnection(RedisConfiguration(url: try url(server, options)))
                try await redis.ping()
                await redis.close()
            }
        }

        @Test(arguments: ["TLSv1.2", "TLSv1.3"])
        func clientCertificates(version: String) async throws {
            let options = authority.options("good", clients: "yes", ["--tls-protocols", version])
            let server = try await RedisServer(options, tls: true)
            let authorities = "ssl_ca_certs=\(authority.path("ca.pem"))"
            let identity = "&ssl_certfile=\(authority.path("client.pem"))&ssl_keyfile=\(authority.path("client.key"))"
            let redis = try RedisConnection(RedisConfiguration(url: try url(server, authorities + identity)))
            try await redis.ping()
            await redis.close()
            let failure = try await failure(try url(server, authorities))
            guard case .tls(let words) = failure.reason else { throw failure }
            #expect(words.contains("alert") && failure.isRefusal, "\(words)")
        }

        @Test func filesThatCannotBeUsed() async throws {
            let server = try await RedisServer(authority.options("good"), tls: true)
            let missing = try await failure(try url(server, "ssl_ca_certs=/no/ca.pem"))
            #expect(missing.sentence == "ssl_ca_certs /no/ca.pem cannot be read: No such file or directory.")
            let (ca, key) = (authority.path("ca.pem"), authority.path("client.key"))
            #expect(try await failure(try url(server, "ssl_ca_certs=\(key)")).sentence.contains("cannot be used"))
            let other = try await failure(
                try url(server, "ssl_ca_certs=\(ca)&ssl_certfile=\(authority.path("good.pem"))&ssl_keyfile=\(key)"))
            #expect(other.sentence.contains("key values mismatch"), "\(other.sentence)")
            #expect(try await failure(try url(server, "ssl_keyfile=\(key)")).sentence.contains("needs ssl_certfile"))
        }

        @Test func plainTextToATLSPort() async throws {
            let server = try await RedisServer(authority.options("good"), tls: true)
            let failure = try await failure(try server.url())
            #expect(failure.reason == .hungUp(.login))
            #expect(failure.sentence.contains("rediss://"))
        }

        /// The server takes the hello for a command line: it answers with an error when a byte of it happens to be a
        /// newline, and waits for one otherwise.
        @Test func tlsToAPlainPort() async throws {
            let server = try await RedisServer()
            let failure = try await failure(try url(server))
            switch failure.reason {
            case .tls: #expect(failure.sentence.contains("speaks TLS"))
            case .timedOut(.tls, _): #expect(failure.sentence.contains("redis://"))
            default: throw failure
            }
        }

        @Test func aRestartedServerIsFoundAgain() async throws {
            let server = try await RedisServer(authority.options("good"), tls: true)
            let redis = try RedisConnection(RedisConfiguration(url: try url(server)))
            try await redis.ping()
            server.kill()
            try await Task.sleep(for: .milliseconds(100))
            try await server.start()
            try await redis.ping()
            await redis.close()
        }
    }
}
