import ChildProcesses
import Foundation
import Redis
import Testing

/// Tests against a server run one after the other, so that their times mean something.
@Suite(.serialized) struct ServerTests {}

/// A real redis-server on a free loopback port, killed with its owner.
final class RedisServer: @unchecked Sendable {
    let port: Int
    let directory: URL
    private let arguments: [String]
    private var process = Process()

    /// `tls`: the port speaks TLS only.
    init(_ options: [String] = [], tls: Bool = false) async throws {
        port = try RedisServer.freePort()
        directory = FileManager.default.temporaryDirectory.appending(path: "cricksy-redis-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let ports = tls ? ["--port", "0", "--tls-port", "\(port)"] : ["--port", "\(port)"]
        arguments =
            ports + ["--bind", "127.0.0.1", "--save", "", "--dir", directory.path, "--unixsocket", "s"] + options
        try await start()
    }

    deinit {
        process.terminationHandler = nil
        kill()
        try? FileManager.default.removeItem(at: directory)
    }

    var pid: Int32 { process.processIdentifier }
    var socketPath: String { directory.appending(path: "s").path }

    /// Starts the server (again, on the same port) and waits until it listens.
    func start() async throws {
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/redis-server")
        process.arguments = arguments
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
        try process.start()
        for _ in 0..<500 where !RedisServer.listens(port) { try await Task.sleep(for: .milliseconds(10)) }
        try #require(RedisServer.listens(port), "redis-server \(arguments) does not listen")
    }

    func kill() {
        Foundation.kill(pid, SIGKILL)
        process.waitUntilExit()
    }

    func stop() { Foundation.kill(pid, SIGSTOP) }
    func resume() { Foundation.kill(pid, SIGCONT) }

    func url(_ rest: String = "", login: String = "") throws -> RedisURL {
        try RedisURL("redis://\(login)127.0.0.1:\(port)\(rest)")
    }

    func connect(_ change: (inout RedisConfiguration) -> Void = { _ in }) throws -> RedisConnection {
        var configuration = RedisConfiguration(url: try url())
        change(&configuration)
        return try RedisConnection(configuration)
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = loopback(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                try #require(bind(descriptor, $0, size) == 0)
                try #require(getsockname(descriptor, $0, &size) == 0)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func listens(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = loopback(port: port)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return address
    }
}

/// Runs the body and returns the error that it must throw.
func thrown(_ body: () async throws(RedisError) -> Void, line: Int = #line) async throws -> RedisError {
    do { try await body() } catch { return error }
    throw Missing(line: line)
}

struct Missing: Error, CustomStringConvertible {
    let line: Int
    var description: String { "no error was thrown in line \(line)" }
}

/// Tries until the condition holds, for at most `limit`; returns how long it took.
func eventually(within limit: Duration, _ condition: () async throws -> Bool) async throws -> Duration {
    let clock = ContinuousClock()
    let start = clock.now
    while clock.now - start < limit {
        if try await condition() { return clock.now - start }
        try await Task.sleep(for: .milliseconds(5))
    }
    throw TooLate(limit: limit)
}

struct TooLate: Error { let limit: Duration }
