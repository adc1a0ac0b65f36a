import CDispatch
import Foundation
import ScorecardWorker
import Testing

/// sd_notify's messages, received on real sockets.
@Suite struct ServiceManagerTests {
    @Test(arguments: [false, true]) func messagesAreSystemds(isAbstract: Bool) throws {
        let directory = try TemporaryDirectory()
        let name = isAbstract ? "@cricksy-test-\(UUID())" : directory.path + "/notify"
        let socket = try NotifySocket(name)
        let manager = ServiceManager(environment: ["NOTIFY_SOCKET": name])
        manager.ready()
        #expect(socket.message == "READY=1")
        let before = clock_gettime_nsec()
        manager.reloading()
        let lines = try #require(socket.message).split(separator: "\n")
        #expect(lines.first == "RELOADING=1")
        let stamp = try #require(lines.last?.split(separator: "=").last.flatMap { Int($0) })
        #expect((before / 1000...clock_gettime_nsec() / 1000).contains(stamp))
        manager.status("2 tasks\nMAINPID=1\u{1B}")
        #expect(socket.message == "STATUS=2 tasks\\nMAINPID=1\\u{1b}")
        manager.watchdog()
        #expect(socket.message == "WATCHDOG=1")
        manager.stopping()
        #expect(socket.message == "STOPPING=1")
        #expect(socket.message == nil)
    }

    private func clock_gettime_nsec() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000_000_000 + now.tv_nsec
    }

    @Test func theWatchdogIsFedTwiceInItsTime() {
        let own = "\(getpid())"
        let cases: [([String: String], Duration?)] = [
            (["WATCHDOG_USEC": "30000000"], .seconds(15)),
            (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": own], .seconds(15)),
            (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"], nil), (["WATCHDOG_USEC": "0"], nil),
            (["WATCHDOG_USEC": "x"], nil), ([:], nil),
        ]
        for (variables, interval) in cases {
            let environment = variables.merging(["NOTIFY_SOCKET": "/run/x"]) { $1 }
            #expect(ServiceManager(environment: environment).watchdogInterval == interval)
        }
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": "30000000"]).watchdogInterval == nil)
    }

    @Test(arguments: [
        nil, "", "/", "relative", "vsock:2:1234", "/missing/notify", "/" + String(repeating: "x", count: 200),
    ])
    func withoutAManagerNothingHappens(name: String?) {
        let start = ContinuousClock.now
        let manager = ServiceManager(environment: name.map { ["NOTIFY_SOCKET": $0] } ?? [:])
        manager.ready()
        manager.status("x")
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    /// A manager that does not read is waited for but briefly.
    @Test func aStuckManagerDoesNotHoldTheWorkerUp() throws {
        let directory = try TemporaryDirectory()
        let socket = try NotifySocket(directory.path + "/notify")
        let manager = ServiceManager(environment: ["NOTIFY_SOCKET": directory.path + "/notify"])
        let start = ContinuousClock.now
        let limit = try String(contentsOf: URL(filePath: "/proc/sys/net/unix/max_dgram_qlen"), encoding: .utf8)
        let room = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
        for _ in 0..<room + 2 { manager.watchdog() }
        #expect(ContinuousClock.now - start < .seconds(30))
        #expect(socket.message == "WATCHDOG=1")
    }
}

/// systemd's end.
final class NotifySocket {
    private let descriptor: Int32

    init(_ name: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(name.utf8)
        if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        try #require(result == 0)
    }

    deinit { close(descriptor) }

    /// What was sent next; nil when there is nothing.
    var message: String? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return count >= 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }
}
