import CeleryQueue
import OCRPool
import OCRWire
import ScorecardWorker
import Testing
import TunedConfiguration

@Suite struct SettingValuesTests {
    @Test(arguments: [
        ("celery@%h", "celery@box.example.org"), ("worker1@%h", "worker1@box.example.org"), ("w@%n", "w@box"),
        ("w%i@%d", "w0@example.org"), ("w%I@x", "w@x"), ("plain", "celery@plain"), ("w@", "w@box.example.org"),
        ("100%@h", "100%@h"), ("%%h", "celery@%box.example.org"), ("@h", "celery@h"), ("a@b@c", "a@b@c"),
    ])
    func nodeName(format: String, name: String) {
        #expect(NodeName(format, machine: "box.example.org").description == name)
    }

    @Test func pathsAreExpanded() {
        let node = NodeName("w1@%h", machine: "box.example.org")
        #expect(node.expand("/l/%n%I.log") == "/l/w1.log")
        #expect(node.expand("/l/%n%I.log", process: 2) == "/l/w1-2.log")
        #expect(node.expand("%p %h %d %i") == "w1@box.example.org box.example.org example.org 0")
    }

    @Test func unknownExpansionIsRefused() {
        let sentence = SettingsFixture.refusal(["logfile": "/l/%x.log"])
        #expect(
            sentence
                == "--logfile is \"/l/%x.log\" (there is no expansion %x); it takes a text with %h, %n, %d, %p, %i or %I."
        )
    }

    @Test(arguments: [("10,3", 10, 3), ("3,10", 10, 3), ("7", 7, 0), (" 4 , 2 ", 4, 2), ("0,5", 5, 0)])
    func autoscale(text: String, maximum: Int, minimum: Int) throws {
        let scale = try #require(Autoscale(text))
        #expect(scale.maximum == maximum)
        #expect(scale.minimum == minimum)
    }

    @Test(arguments: ["", "a", "1,2,3", "-1", "0", "5000", "3,"])
    func autoscaleRefuses(text: String) {
        #expect(Autoscale(text) == nil)
    }

    @Test(arguments: [":9100", "127.0.0.1:9100", "[::1]:9100", "0.0.0.0:0"])
    func healthAddress(text: String) throws {
        let address = try #require(HealthAddress(text))
        #expect(try #require(HealthAddress(address.description)) == address)
    }

    @Test(arguments: ["9100", "::1:9100", "h:70000", "h:"])
    func healthAddressRefuses(text: String) {
        #expect(HealthAddress(text) == nil)
    }

    @Test func transportOptionsHaveKombusDefaultsAndNames() throws {
        let text = """
            {"visibility_timeout": 43200, "priority_steps": [9, 0, 5], "fanout_prefix": false, "global_keyprefix": "p:",
             "queue_order_strategy": "priority", "socket_timeout": 2.5, "max_connections": 10, "colour": "red"}
            """
        let configuration = try SettingsFixture.configuration(
            [:], ["CRICKSY_WORKER_BROKER_TRANSPORT_OPTIONS": text])
        let options = configuration.queue.brokerOptions
        #expect(options.transport.visibilityTimeout == 43_200)
        #expect(options.transport.prioritySteps == [0, 5, 9])
        #expect(options.transport.fanoutPrefix == nil)
        #expect(options.transport.globalKeyPrefix == "p:")
        #expect(options.transport.queueOrder == .priority)
        #expect(options.socketTimeout == .milliseconds(2500))
        #expect(options.transport.separator == "\u{06}\u{16}")
        #expect(
            configuration.notes == ["The option colour in broker-transport-options is not known and has no effect."])
    }

    @Test(arguments: [
        ("{\"sep\": 3}", "sep must be a text"),
        ("{\"visibility_timeout\": -1}", "visibility_timeout must be a number of seconds above 0"),
        ("{\"priority_steps\": [3]}", "0 among them"), ("{\"master_name\": \"m\"}", "sentinels"), ("[]", "it takes"),
        ("{", "it takes"),
    ])
    func transportOptionsRefuse(text: String, reason: String) throws {
        let sentence = try #require(SettingsFixture.refusal(["broker-transport-options": text]))
        #expect(sentence.contains(reason))
        #expect(sentence.hasPrefix("--broker-transport-options cannot be used"))
    }
}

@Suite struct ReaderCapTests {
    private func machine(
        cores: Int, quota: Double? = nil, memory: Int = 16 << 30, limit: Int? = nil
    ) -> MachineFingerprint {
        MachineFingerprint(
            cpuModel: nil, cores: cores, cpuQuota: quota, memoryBytes: memory, memoryLimitBytes: limit, kernel: nil)
    }

    @Test func coresQuotaAndMemoryCap() {
        let megabyte = 1 << 20
        #expect(ReaderCap(machine: machine(cores: 2), readerBytes: 400 * megabyte).readers == 4)
        #expect(ReaderCap(machine: machine(cores: 8, quota: 1.5), readerBytes: 400 * megabyte).readers == 3)
        #expect(ReaderCap(machine: machine(cores: 8, quota: 0.2), readerBytes: 400 * megabyte).readers == 1)
        let small = ReaderCap(machine: machine(cores: 8, limit: 1056 * megabyte), readerBytes: 400 * megabyte)
        #expect(small.readers == 2)
        #expect(small.reason.contains("1056 MiB of memory (limit of the control group) hold at most 2"))
        #expect(ReaderCap(machine: machine(cores: 8, limit: 64 * megabyte), readerBytes: 400 * megabyte).readers == 1)
    }

    @Test func aHundredGeventReadersAreNotStarted() throws {
        let configuration = try SettingsFixture.configuration(
            ["pool": "gevent", "concurrency": "100"], machine: machine(cores: 2))
        #expect(configuration.readers.concurrency == 4)
        #expect(
            configuration.notes == [
                "concurrency: 100 readers were asked for and 4 are run: 2 CPUs keep at most 4 busy.",
                "--pool gevent is accepted and has no effect: every upload is read in a process of its own.",
            ])
        #expect(configuration.words("concurrency") == "4 readers")
        #expect(configuration.source(of: "concurrency") == .flag("--concurrency"))
    }

    @Test func autoscaleIsCappedAndStartsLow() throws {
        let readers = try SettingsFixture.configuration(["autoscale": "50,20"], machine: machine(cores: 2)).readers
        #expect(readers.autoscale?.maximum == 4)
        #expect(readers.autoscale?.minimum == 4)
        let low = try SettingsFixture.configuration(["autoscale": "3"], machine: machine(cores: 2)).readers
        #expect(low.concurrency == 1)
        #expect(low.autoscale?.minimum == 0)
    }

    @Test func defaultsAreThePools() throws {
        let (settings, pool) = (try SettingsFixture.configuration(), PoolConfiguration(program: "reader"))
        #expect(settings.readers.tasksPerChild == pool.recycling.tasks)
        #expect(settings.readers.memoryPerChildBytes == pool.recycling.residentBytes)
        #expect(settings.readers.memoryLimitBytes == pool.memoryLimit)
        #expect(settings.readers.addressSpaceBytes == pool.sandbox.addressSpaceBytes)
        #expect(settings.readers.sandbox == pool.sandbox.policy)
        #expect(settings.task.hardLimit == pool.hardLimit)
        #expect(settings.task.softLimit == pool.softLimit)
        #expect(settings.task.limits == pool.limits)
    }

    @Test func defaultIsOneReaderPerUsableCPU() throws {
        #expect(try SettingsFixture.configuration(machine: machine(cores: 8, quota: 1.5)).readers.concurrency == 2)
    }
}
