import CeleryQueue
import Foundation
import Glibc

/// A redis-server of the test's own on a unix socket, and one connection to it.
final class RedisServer: Sendable {
    var path: String { folder + "/s" }
    private let folder: String
    private let pid: pid_t
    private let socket: Int32

    init() throws {
        folder = "/tmp/cricksy-celery-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        pid = Self.spawn([
            "redis-server", "--port", "0", "--unixsocket", folder + "/s", "--save", "", "--dir", folder, "--logfile",
            folder + "/log",
        ])
        socket = try Self.connect(to: folder + "/s")
    }

    deinit {
        close(socket)
        kill(pid, SIGKILL)
        waitpid(pid, nil, 0)
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func spawn(_ arguments: [String]) -> pid_t {
        var pid: pid_t = 0
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        posix_spawnp(&pid, arguments[0], nil, nil, &pointers, environ)
        return pid
    }

    private static func connect(to path: String) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        for _ in 0..<1000 {
            let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            let status = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            if status == 0 { return socket }
            close(socket)
            usleep(10_000)
        }
        throw POSIXError(.ECONNREFUSED)
    }
}

// MARK: Commands

extension RedisServer {
    /// The answer: numbers, texts, null and arrays; a refusal is a text that begins with `-`.
    @discardableResult
    func send(_ arguments: String...) throws -> JSON { try send(arguments.map { Array($0.utf8) }) }

    @discardableResult
    func run(_ call: ScriptCall) throws -> JSON {
        try send(
            [Array("EVAL".utf8), Array(call.script.source.utf8), Array(String(call.keys.count).utf8)]
                + call.keys.map { Array($0.utf8) } + call.arguments)
    }

    func claim(_ call: ScriptCall) throws -> [ClaimedElement] {
        ClaimedElement.read(try run(call).asArray?.compactMap(\.asText).map { Array($0.utf8) } ?? [])
    }

    private func send(_ arguments: [[UInt8]]) throws -> JSON {
        var request = Array("*\(arguments.count)\r\n".utf8)
        for argument in arguments { request += Array("$\(argument.count)\r\n".utf8) + argument + [13, 10] }
        var sent = 0
        while sent < request.count { sent += write(socket, Array(request[sent...]), request.count - sent) }
        return try readReply()
    }

    private func readReply() throws -> JSON {
        let line = try readLine()
        let rest = String(line.dropFirst())
        switch line.first {
        case ":": return .integer(Int(rest) ?? 0)
        case "$": return Int(rest) == -1 ? .null : .text(try readBytes(Int(rest) ?? 0))
        case "*": return .array(try (0..<max(0, Int(rest) ?? 0)).map { _ in try readReply() })
        case "-": return .text(line)
        default: return .text(rest)
        }
    }

    private func readBytes(_ count: Int) throws -> String {
        let bytes = try (0..<count + 2).map { _ in try readByte() }
        return String(decoding: bytes.dropLast(2), as: UTF8.self)
    }

    private func readLine() throws -> String {
        var bytes: [UInt8] = []
        while bytes.suffix(2) != [13, 10] { bytes.append(try readByte()) }
        return String(decoding: bytes.dropLast(2), as: UTF8.self)
    }

    private func readByte() throws -> UInt8 {
        var byte: UInt8 = 0
        guard read(socket, &byte, 1) == 1 else { throw POSIXError(.EPIPE) }
        return byte
    }
}
