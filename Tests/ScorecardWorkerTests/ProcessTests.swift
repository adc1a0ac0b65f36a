import ChildProcesses
import CeleryQueue
import Foundation
import ScorecardWorker
import Testing

/// Pid files, against real processes.
@Suite struct PidFileTests {
    let directory: TemporaryDirectory
    var path: String { directory.path + "/worker.pid" }

    init() throws { directory = try TemporaryDirectory() }

    private func text() throws -> String { try String(contentsOf: URL(filePath: path), encoding: .utf8) }

    private func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: directory.path) }

    @Test func itHoldsTheNumberAndGoesAway() throws {
        let file = try PidFile.acquire(path)
        #expect(try text() == "\(getpid())\n")
        #expect(try files() == ["worker.pid"])
        _ = try PidFile.acquire(path)
        file.release()
        #expect(try files() == [])
        file.release()
    }

    @Test func aLivingOwnerIsRespected() throws {
        let owner = try Sleeper()
        _ = try directory.file("worker.pid", "\(owner.pid)\n")
        let error = try #require(throws: PidFileError.self) { _ = try PidFile.acquire(path) }
        #expect(
            error.sentence
                == "ERROR: Pidfile (\(path)) already exists.\nSeems we're already running? (pid: \(owner.pid))")
        #expect(error.exitCode == 73)
        #expect(try text() == "\(owner.pid)\n")
        #expect(try files() == ["worker.pid"])
        owner.end()
        try PidFile.acquire(path).release()
        #expect(try files() == [])
    }

    @Test(arguments: ["", "\n", "nonsense\n", "-1\n", "0\n", "99999999999\n"]) func rubbishIsReplaced(text: String)
        throws
    {
        _ = try directory.file("worker.pid", text)
        _ = try PidFile.acquire(path)
        #expect(try self.text() == "\(getpid())\n")
    }

    @Test func anotherOwnersFileStays() throws {
        let file = try PidFile.acquire(path)
        _ = try directory.file("worker.pid", "1\n")
        file.release()
        #expect(try text() == "1\n")
    }

    @Test func whatIsNoFileIsRefused() throws {
        for path in ["/dev/null", directory.path, directory.path + "/missing/worker.pid"] {
            let error = try #require(throws: PidFileError.self) { _ = try PidFile.acquire(path) }
            #expect(error.exitCode == 73 && error.sentence.contains("cannot be written"))
        }
        #expect(
            try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
                == .typeCharacterSpecial)
        #expect(try files() == [])
    }

    @Test func aFileThatAnotherProgramLocksIsNotWaitedForLong() throws {
        let lock = open(try directory.file("worker.pid", "rubbish\n"), O_RDONLY)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX) == 0)
        let error = try #require(throws: PidFileError.self) { _ = try PidFile.acquire(path) }
        #expect(error.sentence.contains("another program holds a lock on it"))
    }

    /// Many rounds of starters at once, each for a living process of its own, over a stale file or none.
    @Test func ofManyStartersOneWins() async throws {
        let starters = try (0..<6).map { _ in try Sleeper() }
        for round in 0..<40 {
            try? FileManager.default.removeItem(atPath: path)
            if round.isMultiple(of: 2) { _ = try directory.file("worker.pid", "rubbish\n") }
            let path = path
            let winners = await withTaskGroup(of: Int32?.self) { group in
                for pid in starters.map(\.pid) {
                    group.addTask { (try? PidFile.acquire(path, for: pid)).map { _ in pid } }
                }
                return await group.reduce(into: [Int32]()) { if let pid = $1 { $0.append(pid) } }
            }
            #expect(winners.count == 1)
            #expect(try text() == "\(winners.first ?? 0)\n")
        }
        #expect(try files() == ["worker.pid"])
    }
}

/// A process that lives until it is told to stop.
final class Sleeper {
    private let process = Process()
    var pid: Int32 { process.processIdentifier }

    init() throws {
        process.executableURL = URL(filePath: "/bin/sleep")
        process.arguments = ["600"]
        try process.start()
    }

    func end() {
        // The threads of tests block SIGTERM, and so do the processes that they start.
        kill(pid, SIGKILL)
        process.waitUntilExit()
    }

    deinit { end() }
}

/// Standard output of a tool.
enum Tool {
    static func output(of tool: String, _ arguments: [String]) throws -> Data {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.standardOutput = pipe
        try process.start()
        defer { process.waitUntilExit() }
        return try pipe.fileHandleForReading.readToEnd() ?? Data()
    }
}

@Suite struct DetachmentTests {
    @Test(arguments: [
        (["run", "--detach", "--loglevel=INFO"], ["run", "--loglevel=INFO"]),
        (["run", "-EDc4", "-l", "info"], ["run", "--task-events", "--concurrency=4", "--loglevel=info"]),
        (["run", "-D"], ["run"]), (["-D", "run", "--detach"], ["run"]),
        (["run", "--logfile", "-D", "-f", "--detach"], ["run", "--logfile=-D", "--logfile=--detach"]),
        (["run", "--", "--detach"], ["run", "--", "--detach"]), ([], []),
    ])
    func theFlagIsTakenOut(arguments: [String], kept: [String]) {
        #expect(Detachment.withoutDetach(arguments) == kept)
    }

    @Test func itRunsInASessionOfItsOwnWithNothingInherited() async throws {
        let directory = try TemporaryDirectory()
        let leak = open("/dev/zero", O_RDONLY)
        defer { close(leak) }
        let script = "ls -l /proc/$$/fd > \(directory.path)/fds; pwd > \(directory.path)/pwd; exec sleep 600"
        let start = ContinuousClock.now
        let pid = try await Detachment.start("/bin/sh", ["sh", "-c", script])
        defer {
            kill(pid, SIGKILL)
            waitpid(pid, nil, 0)
        }
        #expect(ContinuousClock.now - start >= .seconds(2))
        #expect(getsid(pid) == pid)
        let status = try String(contentsOf: URL(filePath: "/proc/\(pid)/status"), encoding: .utf8)
        let match = try #require(status.firstMatch(of: /SigBlk:\s(\w+)\nSigIgn:\s(\w+)\n/))
        #expect(UInt64(match.1, radix: 16) == 0)
        // Signals 32 and 33 are the C library's own; it has every process that it spawns ignore them.
        #expect(try #require(UInt64(match.2, radix: 16)) & ~(3 << 31) == 0)
        let descriptors = try String(contentsOf: URL(filePath: directory.path + "/fds"), encoding: .utf8)
        #expect(descriptors.split(separator: "\n").filter { $0.contains("-> /dev/null") }.count >= 2)
        #expect(!descriptors.contains("/dev/zero") && !descriptors.contains("pipe:"))
        let place = try String(contentsOf: URL(filePath: directory.path + "/pwd"), encoding: .utf8)
        #expect(place == FileManager.default.currentDirectoryPath + "\n")
    }

    @Test func anEndAtOnceIsSaid() async throws {
        let failed = await #expect(throws: DetachmentError.self) {
            _ = try await Detachment.start("/bin/sh", ["sh", "-c", "exit 73"])
        }
        #expect(failed?.exitCode == 73)
        #expect(failed?.sentence.contains("ended with exit code 73 at once") == true)
        let killed = await #expect(throws: DetachmentError.self) {
            _ = try await Detachment.start("/bin/sh", ["sh", "-c", "kill -9 $$"])
        }
        #expect(killed?.exitCode == 78)
        #expect(killed?.sentence.contains("died of signal 9 at once") == true)
        let missing = await #expect(throws: DetachmentError.self) { _ = try await Detachment.start("/missing", ["x"]) }
        #expect(missing?.sentence.contains("No such file or directory") == true)
    }
}

@Suite struct ProcessUsageTests {
    @Test func countersComeFromTheSystem() throws {
        let before = ProcessUsage.resources
        var sum = 0.0
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .milliseconds(300) { sum += sin(sum) + 1 }
        let child = try Tool.output(of: "sh", ["-c", "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done"])
        #expect(child.isEmpty && sum > 0)
        let after = ProcessUsage.resources
        #expect(after.userTime + after.systemTime > before.userTime + before.systemTime + 0.1)
        #expect(after.counters.map(\.name).count == 14)
        let peak = try #require(after.counters.first { $0.name == "maxrss" }?.value) * 1024
        #expect((1 << 20...peak + (64 << 20)).contains(ProcessUsage.residentBytes))
        let faults = try #require(after.counters.first { $0.name == "minflt" }?.value)
        #expect(faults > 1000)
    }

    @Test func theLoadIsTheSystems() throws {
        let told = try String(contentsOf: URL(filePath: "/proc/loadavg"), encoding: .utf8).split(separator: " ")
        let averages = ProcessUsage.loadAverage
        #expect(averages.count == 3)
        #expect(abs(averages[2] - (try #require(Double(told[2])))) < 0.5)
    }

    /// Python's own words for the zone that this machine is in, and what its rounding makes of other zones.
    @Test func hoursWestAreCelerys() throws {
        let script = "import time; print((time.altzone if time.localtime().tm_isdst else time.timezone) // 3600)"
        let python = String(decoding: try Tool.output(of: "python3", ["-c", script]), as: UTF8.self)
        #expect(Int(python.trimmingCharacters(in: .whitespacesAndNewlines)) == ProcessUsage.hoursWestOfUTC)
        let zones = [0: 0, 3600: -1, 7200: -2, 19_800: -6, -18_000: 5, -12_600: 3, 20_700: -6]
        for (east, west) in zones {
            #expect(ProcessUsage.hoursWest(secondsEast: east) == west)
            let text = try Tool.output(of: "python3", ["-c", "print(\(-east) // 3600)"])
            #expect(String(decoding: text, as: UTF8.self) == "\(west)\n")
        }
    }
}
