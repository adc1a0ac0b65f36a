import Redis
import Testing

@Suite struct RedisURLTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let address: String
        var database = 0
        var user: String?
        var password: String?
        var isTLS = false
        var testDescription: String { text }
    }

    /// CELERY.md 7.
    @Test(arguments: [
        Example(text: "redis://", address: "localhost:6379"),
        Example(text: "redis://h", address: "h:6379"),
        Example(text: "redis://h:1//", address: "h:1"),
        Example(text: "redis://h:1/0\n", address: "h:1"),
        Example(text: "REDIS://h:1/15", address: "h:1", database: 15),
        Example(text: "redis://:pw@h/2", address: "h:6379", database: 2, password: "pw"),
        Example(text: "redis://user:pw@h/2", address: "h:6379", database: 2, user: "user", password: "pw"),
        Example(text: "redis://u:s3cr%3Aet%40@h", address: "h:6379", user: "u", password: "s3cr:et@"),
        Example(text: "redis://u:a@b@h", address: "h:6379", user: "u", password: "a@b"),
        Example(text: "redis://u%20x:%C3%AB+%2B@h", address: "h:6379", user: "u x", password: "ë++"),
        Example(text: "redis://[::1]:7000/1", address: "[::1]:7000", database: 1),
        Example(text: "redis://h/1?db=4", address: "h:6379", database: 4),
        Example(text: "rediss://h:6380/1?ssl_cert_reqs=required", address: "h:6380", database: 1, isTLS: true),
        Example(text: "redis+socket:///run/redis/x.sock?virtual_host=4", address: "/run/redis/x.sock", database: 4),
        Example(
            text: "redis+socket://u:p@/run/a%20b?password=other", address: "/run/a b", user: "u", password: "other"),
        Example(
            text: "unix:///tmp/r.sock?db=3&username=u&password=p%26w", address: "/tmp/r.sock", database: 3, user: "u",
            password: "p&w"),
    ])
    func formsThatCeleryReads(example: Example) throws {
        let url = try RedisURL(example.text)
        #expect(url.address == example.address)
        #expect(url.database == example.database)
        #expect(url.username == example.user)
        #expect(url.password == example.password)
        #expect((url.tls != nil) == example.isTLS)
        #expect(url.notes == [])
    }

    @Test(arguments: [
        ("h:6379", "begins with"), ("http://h", "not a Redis URL"), ("redis://h/notint", "not a number"),
        ("redis://h/-1", "not a number"), ("redis://h/1/2", "not a number"), ("redis://h:0", "1 to 65535"),
        ("redis://h:65536", "1 to 65535"), ("redis://:se/cret@h", "1 to 65535"), ("redis://:se%zzcret@h", "%-codes"),
        ("redis://:se%00cret@h", "%-codes"), ("redis://:secret@h?ssl_ca_certs=/x", "rediss://"),
        ("rediss://h?ssl_cert_reqs=perhaps", "required, optional or none"),
        ("sentinel://:secret@s1:26379/0;sentinel://s2:26379/0", "sentinel:// is not supported"),
        ("redis://:secret@a;redis://b", "lists of servers"), ("redis+socket://run/x.sock", "three slashes"),
        ("redis://h?socket_timeout=-1", "number of seconds"), ("rediss://h?ssl_check_hostname=maybe", "true or false"),
    ])
    func formsThatAreRefused(text: String, why: String) throws {
        let error = try #require(throws: RedisURLError.self) { try RedisURL(text) }
        #expect(error.sentence.contains(why), "\(error.sentence)")
        #expect(!error.sentence.contains("cret"))
    }

    @Test func tlsOptions() throws {
        let url = try RedisURL(
            "rediss://h?ssl_cert_reqs=CERT_OPTIONAL&ssl_ca_certs=%2Fca.pem&ssl_certfile=/c.pem&ssl_keyfile=/k.pem"
                + "&ssl_check_hostname=false&ssl_ca_path=")
        var expected = RedisTLS()
        expected.authorityFile = "/ca.pem"
        expected.certificateFile = "/c.pem"
        expected.keyFile = "/k.pem"
        expected.verifiesHostName = false
        #expect(url.tls == expected)
        let careless = try RedisURL("rediss://h?ssl_cert_reqs=none")
        #expect(careless.tls?.verifiesCertificate == false)
        #expect(careless.notes.count == 1 && careless.notes[0].contains("not verified"))
    }

    @Test func otherOptions() throws {
        let url = try RedisURL(
            "redis://h?socket_timeout=2.5&socket_connect_timeout=1&health_check_interval=60&client_name=n&max_connections=9"
        )
        let configuration = RedisConfiguration(url: url, clientName: "other")
        #expect(configuration.commandTimeout == .seconds(2.5) && configuration.connectTimeout == .seconds(1))
        #expect(configuration.clientName == "n")
        #expect(configuration.healthCheckInterval == .seconds(20), "no later than within 30 s")
        #expect(url.notes == ["The option max_connections of the Redis URL is ignored."])
    }

    @Test(arguments: ["redis://canary-user:canary@h/1", "rediss://:canary@h", "unix:///s?password=canary"])
    func noWayOfPrintingShowsThePassword(text: String) throws {
        let url = try RedisURL(text)
        var dumped = ""
        dump(RedisConfiguration(url: url), to: &dumped)
        for shown in ["\(url)", String(reflecting: url), "\(RedisConfiguration(url: url))", dumped, url.address] {
            #expect(!shown.replacing("canary-user", with: "").contains("canary"), "\(shown)")
        }
    }
}
