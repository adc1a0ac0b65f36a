import ScorecardWorker
import Testing

/// One sentence: the setting, its source, what is allowed.
@Suite struct SettingsErrorTests {
    @Test(arguments: [
        (
            ["concurrency": "many"],
            "--concurrency is \"many\"; it takes a whole number from 1 to 10000."
        ),
        (["concurrency": "0"], "--concurrency is \"0\"; it takes a whole number from 1 to 10000."),
        (["loglevel": "loud"], "--loglevel is \"loud\"; it takes one of DEBUG, INFO, WARNING, ERROR, CRITICAL."),
        (["time-limit": "-3"], "--time-limit is \"-3\"; it takes seconds from 1 to 86400."),
        (["time-limit": "nan"], "--time-limit is \"nan\"; it takes seconds from 1 to 86400."),
        (["queues": "a,,b"], "--queues is \"a,,b\"; it takes names with commas between them."),
        (["queues": ""], "--queues is \"\"; it takes names with commas between them."),
        (
            ["max-memory-per-child": "4"],
            "--max-memory-per-child is \"4\"; it takes KiB or a size like 400MiB from 16384 to 1073741824, or 0 for never."
        ),
        (["sandbox": "maybe"], "--sandbox is \"maybe\"; it takes one of require, best-effort, off."),
        (
            ["pool": "ev\u{1B}il"],
            "--pool is \"ev?il\"; it takes one of prefork, threads, gevent, eventlet, solo, processes, custom."
        ),
    ])
    func sentences(flags: [String: String], sentence: String) {
        #expect(SettingsFixture.refusal(flags) == sentence)
    }

    @Test func environmentIsNamed() {
        #expect(
            SettingsFixture.refusal([:], ["CRICKSY_WORKER_MAX_PAGES": "ten"])
                == "The environment variable CRICKSY_WORKER_MAX_PAGES is \"ten\"; it takes a whole number from 1 to 1000."
        )
        #expect(
            SettingsFixture.refusal([:], ["CRICKSY_S3_ACCESS_KEY": "x"])?.hasPrefix(
                "Of CRICKSY_S3_ACCESS_KEY and CRICKSY_S3_SECRET_KEY only one is set") == true)
    }

    @Test func databaseIsOnlyRequiredByWhoNeedsIt() throws {
        let configuration = try SettingsFixture.configuration()
        #expect(throws: SettingsError.self) { try configuration.requiredDatabase() }
        let set = try SettingsFixture.configuration([:], ["DATABASE_URL": "postgresql://h/d"])
        #expect(try set.requiredDatabase().exposed == "postgresql://h/d")
    }

    @Test func oldAndMistypedVariablesAreNoted() throws {
        let configuration = try SettingsFixture.configuration(
            [:], ["TESSERACT_CMD": "/usr/bin/tesseract", "CRICKSY_WORKER_CONCURENCY": "4"])
        #expect(
            configuration.notes == [
                "TESSERACT_CMD is ignored: Tesseract is linked into the reader.",
                "The environment variable CRICKSY_WORKER_CONCURENCY is no setting of this worker.",
            ])
    }
}
