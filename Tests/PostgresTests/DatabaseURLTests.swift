import Postgres
import Testing

@Suite struct DatabaseURLTests {
    /// The URL, and `keyword=value` of libpq for each host.
    static let table: [(String, [String])] = [
        ("postgresql://localhost/db", ["dbname=db host=localhost"]),
        ("postgres://u:p@h:5433/db", ["user=u password=p dbname=db host=h port=5433"]),
        (
            "postgresql+asyncpg://u:p@h/db?ssl=require",
            ["user=u password=p dbname=db sslmode=require host=h"]
        ),
        (
            "postgresql+asyncpg://u@h/db?ssl=verify_full", ["user=u dbname=db sslmode=verify-full host=h"]
        ),
        ("postgresql+asyncpg://u@h/db?ssl=true", ["user=u dbname=db sslmode=require host=h"]),
        ("postgresql+psycopg2://u:p%40%2F%25%3A@h/db", ["user=u password=p@/%: dbname=db host=h"]),
        (
            "postgresql+psycopg://u:a+b@h/db?application_name=a+b",
            [
                "user=u password=a+b dbname=db application_name=a b host=h"
            ]
        ),
        ("POSTGRESQL+ASYNCPG://h", ["host=h"]),
        ("postgresql://u:p/a?s@h:1/db", ["user=u password=p/a?s dbname=db host=h port=1"]),
        ("postgresql://u:p@ss@h/db", ["user=u password=p@ss dbname=db host=h"]),
        ("postgresql://u:100%@h/db", ["user=u password=100% dbname=db host=h"]),
        (
            "postgresql://u:%C3%A9%20%F0%9F%8F%8F@h/d%20b",
            ["user=u password=\u{E9} \u{1F3CF} dbname=d b host=h"]
        ),
        (
            "postgresql://h:5432/db?application_name=a@b",
            ["dbname=db application_name=a@b host=h port=5432"]
        ),
        ("postgresql://[::1]:5432/db", ["dbname=db host=::1 port=5432"]),
        ("postgresql:///db?host=/var/run/postgresql", ["dbname=db host=/var/run/postgresql"]),
        ("postgresql://%2Fvar%2Frun/db", ["dbname=db host=/var/run"]),
        (
            "postgresql://u@a:1,b:2/db?target_session_attrs=read-write",
            [
                "user=u dbname=db target_session_attrs=read-write host=a port=1",
                "user=u dbname=db target_session_attrs=read-write host=b port=2",
            ]
        ),
        (
            "postgresql+asyncpg://u@/db?host=a:1&host=b:2",
            ["user=u dbname=db host=a port=1", "user=u dbname=db host=b port=2"]
        ),
        (
            "postgresql://u@/db?host=a,b&port=7",
            ["user=u dbname=db host=a port=7", "user=u dbname=db host=b port=7"]
        ),
        (
            "postgresql+asyncpg://h/db?prepared_statement_cache_size=0&timeout=2.5&command_timeout=60",
            [
                "dbname=db connect_timeout=3 host=h"
            ]
        ),
        (
            "postgresql://h/db?sslmode=verify-ca&sslrootcert=/a%20b.pem&sslcert=/c&sslkey=/k&channel_binding=require",
            [
                "dbname=db sslmode=verify-ca sslrootcert=/a b.pem sslcert=/c sslkey=/k channel_binding=require host=h"
            ]
        ),
        (
            "postgresql://h/db?options=-c%20search_path%3Da",
            ["dbname=db options=-c search_path=a host=h"]
        ),
        ("postgresql://", [""]),
    ]

    @Test(arguments: table) func isReadAsSQLAlchemyAndLibpqDo(url: String, expected: [String]) throws {
        let attempts = try DatabaseURL(url).attempts
        #expect(
            attempts.map { $0.map { "\($0.keyword)=\($0.value)" }.joined(separator: " ") } == expected)
    }

    @Test(arguments: [
        "", "mysql://u:canary@h/db", "postgresql+nosuch://u:canary@h/db",
        "postgresql+a+b://u:canary@h/db",
        "u:canary@h/db", "postgresql://u:canary@h:port/db", "postgresql://u:canary@h:70000/db",
        "postgresql://u:canary@h/db?ssl=canary", "postgresql://u:canary@h/db?sslmode",
        "postgresql://u:canary%00@h/db",
        "postgresql://u:canary%ff@h/db", "postgresql://u:canary@[::1/db",
        "postgresql://u:canary@h/db?timeout=canary",
        "postgresql://u:canary@a,b,c/db?port=1,2",
    ]) func refusalsSayWhyAndNeverQuote(url: String) throws {
        let error = try #require(throws: PostgresError.self) { try DatabaseURL(url) }
        #expect(error.reason == .badURL)
        #expect(error.disposition == .configuration)
        #expect(error.sentence.hasPrefix("DATABASE_URL cannot be used: "))
        #expect(!"\(error)".contains("canary"))
    }

    @Test(arguments: [
        "postgresql+asyncpg://user:canary@db.example.org:5433/cricksy?ssl=require",
        "postgresql://user:can%61ry@db.example.org/cricksy?sslpassword=canary",
        "postgresql://user@db.example.org/cricksy?password=canary",
        "postgresql://user:/canary?x@db.example.org/cricksy",
    ]) func noFormOfItShowsThePassword(text: String) throws {
        let url = try DatabaseURL(text)
        var dumped = ""
        dump(url, to: &dumped)
        dump(DatabaseConfiguration(url: url), to: &dumped)
        for form in ["\(url)", String(reflecting: url), "\(DatabaseConfiguration(url: url))", dumped] {
            #expect(form.contains("user"))
            #expect(form.contains("@db.example.org"))
            #expect(!form.contains("canary"), "\(form)")
        }
    }

    @Test func describesItselfWithoutSecrets() throws {
        let url = try DatabaseURL("postgres://u:p@a:1,[::1]:2/db?ssl=prefer&keepalives=1")
        #expect("\(url)" == "postgresql://u:***@a:1,[::1]:2/db?sslmode=prefer")
    }

    @Test(arguments: [
        ("postgresql://localhost/d", false), ("postgresql:///d", false),
        ("postgresql://127.0.0.1/d", false),
        ("postgresql://%2Frun/d", false), ("postgresql://[::1]/d", false),
        ("postgresql://10.0.0.1/d", true),
        ("postgresql://localhost,db.example.org/d", true),
    ]) func knowsWhatIsRemote(url: String, remote: Bool) throws {
        #expect(try DatabaseURL(url).isRemote == remote)
    }

    @Test func theURLsConnectTimeoutGoesFirst() throws {
        let url = try DatabaseURL("postgresql://h/d?connect_timeout=9&application_name=mine")
        let configuration = DatabaseConfiguration(url: url)
        #expect(configuration.connectTimeout == .seconds(9))
        let names = configuration.connectionParameters[0].filter { $0.keyword == "application_name" }
        #expect(names.map(\.value) == ["mine"])
    }
}
