import ChildProcesses
import Foundation
import Postgres
import Testing

/// A real PostgreSQL on loopback in a directory of its own. Stops, and its directory goes, when this process ends,
/// however it ends.
final class PostgresServer: Sendable {
    static let password = "s3:cr/et?&%=@ canary"
    let directory: String
    let port: Int
    private let janitor: Pipe

    /// The table of CONTRACT.md, and users that may do less than its owner.
    static let schema = [
        """
        CREATE TABLE uploads (id integer PRIMARY KEY, uploader_id varchar(255) NOT NULL, game_id integer NULL,
          filename varchar(512) NOT NULL, file_type varchar(100) NOT NULL, s3_key varchar(1024) NOT NULL UNIQUE,
          status varchar(50) NOT NULL, parsed_preview json NULL, upload_metadata json NOT NULL,
          error_message text NULL, created_at timestamptz NOT NULL DEFAULT now(),
          updated_at timestamptz NOT NULL DEFAULT now())
        """,
        "CREATE ROLE cricksy LOGIN PASSWORD '\(password)'",
        "CREATE ROLE reader LOGIN PASSWORD '\(password)'",
        "GRANT SELECT, UPDATE ON uploads TO cricksy", "GRANT SELECT ON uploads TO reader",
    ]

    /// Unix users: PostgreSQL refuses root.
    private static let asUser =
        geteuid() == 0 ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : []

    /// Children inherit each other's pipes, and a server that holds one open keeps its reader waiting for ever.
    private static let closing = "for fd in /proc/$$/fd/*; do [ ${fd##*/} -le 2 ] || eval \"exec ${fd##*/}>&-\"; done\n"

    private static let programs: String = {
        let versions =
            (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let newest = versions.compactMap { Int($0) }.max() ?? 15
        return "/usr/lib/postgresql/\(newest)/bin"
    }()

    /// Everything that most tests share.
    static let shared = Task { try await PostgresServer() }

    init(_ settings: [String] = []) async throws {
        port = try Self.freePort()
        directory = try Self.shell("mktemp -d /tmp/cricksy-postgres.XXXXXX")
        janitor = try Self.janitor(of: directory)
        try Self.shell(
            """
            umask 077; cd \(directory); printf '%s' postgres > password; \(Self.programs)/initdb -D data -U postgres \
            --pwfile=password -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync >initdb.log 2>&1 || cat initdb.log
            """)
        try Certificates.make(in: directory)
        let lines =
            [
                "port = \(port)", "listen_addresses = '127.0.0.1'",
                "unix_socket_directories = '\(directory)'",
                "fsync = off", "shared_buffers = 16MB", "ssl = on",
                "ssl_cert_file = '\(directory)/server.crt'",
                "ssl_key_file = '\(directory)/server.key'",
            ] + settings
        let text = lines.joined(separator: "\n")
        try Self.shell("cat >> \(directory)/data/postgresql.conf <<'END'\n\(text)\nEND\n")
        try start()
        try await setUp()
    }

    func start() throws { try control("start -w -l \(directory)/server.log") }
    func stop(_ mode: String = "fast") throws { try control("stop -w -m \(mode)") }

    /// Standard signals for the whole server: STOP and CONT.
    func signal(_ name: String) throws {
        try Self.shell("kill -\(name) $(head -1 \(directory)/data/postmaster.pid)")
    }

    func configuration(
        user: String = "cricksy", password: String = PostgresServer.password,
        database: String = "postgres",
        host: String? = nil, options: String = "", patience: Duration = .seconds(10)
    ) throws -> DatabaseConfiguration {
        let allowed = CharacterSet.alphanumerics
        let secret = password.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        let text =
            "postgresql+asyncpg://\(user):\(secret)@\(host ?? "127.0.0.1"):\(port)/\(database)\(options)"
        return DatabaseConfiguration(
            url: try DatabaseURL(text), connectTimeout: .seconds(2), statementTimeout: .seconds(5),
            patience: patience)
    }

    /// The superuser, one connection.
    func admin() throws -> Database {
        try Database(configuration(user: "postgres", password: "postgres"))
    }

    private func setUp() async throws {
        let admin = try admin()
        for sql in Self.schema { _ = try await admin.query(Statement(sql)) }
        await admin.shutDown()
    }

    private func control(_ command: String) throws {
        try Self.shell(
            "\(Self.programs)/pg_ctl -D \(directory)/data -t 20 \(command) >/dev/null </dev/null")
    }

    /// Runs as the unprivileged user; its output without white space at the ends.
    @discardableResult static func shell(_ script: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = asUser + ["bash", "-ec", closing + script]
        process.currentDirectoryURL = URL(filePath: "/tmp")
        process.standardOutput = output
        try process.start()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(
            process.terminationStatus == 0, "\(script): \(String(decoding: data, as: UTF8.self))")
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Waits for the end of its standard input, which comes with the end of this process.
    private static func janitor(of directory: String) throws -> Pipe {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = """
            cat >/dev/null; kill -CONT $(head -1 \(directory)/data/postmaster.pid) 2>/dev/null
            \(programs)/pg_ctl -D \(directory)/data stop -m immediate >/dev/null 2>&1; rm -rf \(directory)
            """
        process.arguments = asUser + ["setsid", "bash", "-c", closing + script]
        process.currentDirectoryURL = URL(filePath: "/tmp")
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.start()
        return pipe
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        try #require(result == 0)
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

/// A certificate authority, a certificate of the server for `localhost` alone, and a stranger's authority.
enum Certificates {
    static func make(in directory: String) throws {
        try PostgresServer.shell(
            """
            cd \(directory); umask 077; exec 2>openssl.log
            for name in authority stranger; do openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 \
              -nodes -keyout $name.key -out $name.crt -days 2 -subj "/CN=$name"; done
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout server.key -out server.csr \
              -subj /CN=localhost
            printf 'subjectAltName=DNS:localhost' > names
            openssl x509 -req -in server.csr -CA authority.crt -CAkey authority.key -CAcreateserial -days 2 \
              -extfile names -out server.crt
            chmod 755 .; chmod 644 authority.crt stranger.crt
            """)
    }
}
