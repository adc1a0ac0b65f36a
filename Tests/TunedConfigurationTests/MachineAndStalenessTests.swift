import Recognition
import Testing
import TunedConfiguration

@Suite struct StalenessTests {
    @Test func whatHasNotChangedIsFresh() throws {
        let configuration = try TunedFixture.configuration()
        let staleness = configuration.staleness(
            engine: TunedFixture.engine, corpusHash: "cc", machine: TunedFixture.machine)
        #expect(staleness.isEmpty && staleness.sentences(path: "tuned.json").isEmpty)
        #expect(configuration.staleness(engine: nil).isEmpty)
    }

    @Test func theHalvesGoStaleApart() throws {
        let configuration = try TunedFixture.configuration()
        var engine = TunedFixture.engine
        engine.tesseract = "5.4.0"
        let recognition = configuration.staleness(engine: engine, machine: TunedFixture.machine)
        #expect(recognition.recognition == ["tesseract was 5.3.0 and is 5.4.0"] && recognition.machine.isEmpty)
        let sentences = recognition.sentences(path: "tuned.json")
        #expect(sentences.count == 1 && sentences[0].contains("cricksy-bench sweep --incumbent tuned.json"))

        var machine = TunedFixture.machine
        machine.cpuQuota = nil
        machine.memoryLimitBytes = 1 << 30
        let stale = configuration.staleness(engine: TunedFixture.engine, machine: machine)
        #expect(stale.recognition.isEmpty)
        #expect(
            stale.machine == [
                "2 CPUs could be used and now 4 CPUs", "8.0 GiB of memory could be used and now 1.0 GiB",
            ])
    }

    @Test func onlyModelsThatAreUsedMatter() throws {
        let configuration = try TunedFixture.configuration()
        var engine = TunedFixture.engine
        engine.models["osd"] = "changed"
        #expect(configuration.staleness(engine: engine).isEmpty)
        engine.models["eng"] = "changed"
        #expect(configuration.staleness(engine: engine).recognition == ["the model eng has changed"])
        engine.models["eng"] = nil
        #expect(configuration.staleness(engine: engine).recognition == ["the model eng is missing"])
        #expect(configuration.staleness(engine: nil, corpusHash: "dd").recognition == ["the corpus has changed"])
    }

    @Test func smallChangesOfMemoryAndTheNameOfTheProcessorDoNotMatter() throws {
        var machine = TunedFixture.machine
        machine.memoryBytes -= 100 << 20
        machine.cpuModel = "Another CPU"
        machine.kernel = "6.2"
        #expect(try TunedFixture.configuration().staleness(engine: nil, machine: machine).isEmpty)
    }

    @Test func withoutAMachineHalfNothingOfItIsStale() throws {
        var machine = TunedFixture.machine
        machine.cores = 1
        let configuration = try TunedFixture.configuration(machine: nil)
        #expect(configuration.staleness(engine: nil, machine: machine).isEmpty)
    }
}

@Suite struct MachineFingerprintTests {
    @Test func thisMachineHasCoresAndMemory() {
        let machine = MachineFingerprint.current()
        #expect(machine.cores >= 1 && machine.memoryBytes > 1 << 26)
        #expect(machine.usableCores > 0 && machine.usableMemoryBytes > 0)
        #expect(machine == MachineFingerprint.current())
    }

    #if os(Linux)
        @Test func theLowestLimitAboveTheProcessHolds() throws {
            let root = try TemporaryDirectory()
            _ = try root.file("proc/self/cgroup", "0::/a/b\n")
            _ = try root.file("proc/cpuinfo", "processor\t: 0\nmodel name\t: Example CPU @ 2GHz\n")
            _ = try root.file("proc/meminfo", "MemTotal:        2048 kB\nMemFree: 1 kB\n")
            _ = try root.file("proc/sys/kernel/osrelease", "6.1.0-test\n")
            _ = try root.file("sys/fs/cgroup/a/cpu.max", "150000 100000\n")
            _ = try root.file("sys/fs/cgroup/a/b/cpu.max", "max 100000\n")
            _ = try root.file("sys/fs/cgroup/a/memory.max", "max\n")
            _ = try root.file("sys/fs/cgroup/a/b/memory.max", "1048576\n")
            let machine = MachineFingerprint.read(root: root.path)
            #expect(machine.cpuModel == "Example CPU @ 2GHz" && machine.kernel == "6.1.0-test")
            #expect(machine.cpuQuota == 1.5 && machine.memoryBytes == 2 << 20 && machine.memoryLimitBytes == 1 << 20)
        }

        @Test func versionOneIsUnderstood() throws {
            let root = try TemporaryDirectory()
            _ = try root.file("proc/self/cgroup", "5:memory:/job\n4:cpu,cpuacct:/job\n")
            _ = try root.file("sys/fs/cgroup/cpu/job/cpu.cfs_quota_us", "50000\n")
            _ = try root.file("sys/fs/cgroup/cpu/job/cpu.cfs_period_us", "100000\n")
            _ = try root.file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n")
            _ = try root.file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")
            _ = try root.file("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "536870912\n")
            let machine = MachineFingerprint.read(root: root.path)
            #expect(machine.cpuQuota == 0.5 && machine.memoryLimitBytes == 512 << 20)
        }

        @Test func withoutFilesThereAreNoLimits() throws {
            let machine = MachineFingerprint.read(root: try TemporaryDirectory().path)
            #expect(machine.cpuQuota == nil && machine.memoryLimitBytes == nil && machine.cpuModel == nil)
            #expect(machine.memoryBytes > 0)
        }
    #endif
}
