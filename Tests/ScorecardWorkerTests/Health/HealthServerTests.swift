import ChildProcesses
import Foundation
import ScorecardWorker
import Testing

@Suite struct HealthServerTests {
    @Test func answersAndRefuses() async throws {
        let server = try await RunningServer(
            readiness: Readiness([
                .init("broker", isGood: true), .init("draining", isGood: false, detail: "the worker\nstops"),
            ]))
        let answers = try await Python.requests(
            [
                ("GET", "/livez"), ("GET", "/readyz"), ("HEAD", "/livez"), ("HEAD", "/metrics"), ("GET", "/"),
                ("GET", "/livez/x"), ("HEAD", "/nothing"), ("POST", "/livez"), ("DELETE", "/nothing"),
                ("GET", "/livez?x=1"),
            ], port: server.port)
        try await server.stop()
        #expect(answers.map(\.status) == [200, 503, 200, 200, 404, 404, 404, 405, 404, 200])
        #expect(answers[0].json["alive"] as? Bool == true)
        #expect(answers[2].body.isEmpty && answers[3].body.isEmpty)
        #expect(answers[2].headers["content-length"] == "\(answers[0].body.utf8.count)")
        #expect(answers[3].headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(answers[7].headers["allow"] == "GET, HEAD")
        for answer in answers where !answer.body.isEmpty {
            #expect(answer.headers["content-type"] == "application/json")
            #expect(!answer.json.isEmpty, "\(answer.body)")
        }
        #expect(answers[4].json["error"] as? String == "There are /livez, /readyz and /metrics.")
        let checks = answers[1].json["checks"] as? [String: [String: Any]]
        #expect(answers[1].json["ready"] as? Bool == false)
        #expect(checks?["broker"]?["ok"] as? Bool == true)
        #expect(checks?["draining"]?["detail"] as? String == "the worker\nstops")
    }

    @Test func readyWhenEverythingIs() async throws {
        let server = try await RunningServer(readiness: Readiness([.init("broker", isGood: true)]))
        let answer = try await Python.get("/readyz", port: server.port)
        try await server.stop()
        #expect(answer.status == 200)
        #expect(answer.json["ready"] as? Bool == true)
    }

    @Test func takenAddressIsOneSentenceAndCode78() async throws {
        let first = try await RunningServer()
        let error = try await #require(throws: HealthServerError.self) {
            _ = try await RunningServer(address: "127.0.0.1:\(first.port)")
        }
        #expect(error.exitCode == 78)
        #expect(
            error.sentence == "The health server's address 127.0.0.1:\(first.port) is in use; "
                + "stop what listens there or give another --health-address.")
        #expect(try await Python.get("/livez", port: first.port).status == 200)
        try await first.stop()
    }

    @Test func foreignAddressIsOneSentence() async throws {
        let error = try await #require(throws: HealthServerError.self) {
            _ = try await RunningServer(address: "192.0.2.1:0")
        }
        #expect(error.sentence.contains("192.0.2.1:0 is not one of this machine's"))
    }

    @Test(.timeLimit(.minutes(1))) func endsWithItsGroup() async throws {
        let server = try await RunningServer()
        try await server.stop()
        await #expect(throws: Python.ProgramFailed.self) { try await Python.get("/livez", port: server.port) }
    }

    /// Readers are processes: as many of them as CPUs keep the machine busy.
    @Test func answersWhileAllReadersAreBusy() async throws {
        let busy = try (0..<ProcessInfo.processInfo.activeProcessorCount).map { _ in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/python3")
            // Ends by itself too: a test that is killed must not leave a busy machine behind.
            process.arguments = ["-c", "import time\nend = time.time() + 20\nwhile time.time() < end: pass"]
            try process.start()
            return process
        }
        // It has inherited a mask that keeps SIGTERM away.
        defer { for process in busy { kill(process.processIdentifier, SIGKILL) } }
        let server = try await RunningServer()
        let paths = ["/livez", "/readyz", "/metrics"]
        let answers = try await Python.requests((0..<150).map { ("GET", paths[$0 % 3]) }, port: server.port)
        try await server.stop()
        let times = answers.map(\.milliseconds).sorted()
        #expect(answers.allSatisfy { $0.status == 200 })
        #expect(times[75] < 50, "median \(times[75]) ms, 95th of 100 \(times[142]) ms, longest \(times[149]) ms")
    }
}
