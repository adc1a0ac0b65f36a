import Foundation
import Recognition
import ScorecardWorker
import Testing

/// Flag, environment, tuned file, default, for every row of the table.
@Suite struct PrecedenceTests {
    @Test func everySettingHasASample() {
        let used = SettingsTable.rows.filter { $0.use == .used }.map(\.name)
        #expect(Set(used) == Set(Sample.all.map(\.name)).union(Sample.others))
        let rows = SettingsTable.rows
        #expect(Set(rows.flatMap { [$0.name] + $0.aliases }).count == rows.count + rows.flatMap(\.aliases).count)
        #expect(Set(rows.compactMap(\.short)).count == rows.compactMap(\.short).count)
    }

    @Test(arguments: Sample.all.map(\.name))
    func flagThenEnvironmentThenDefault(name: String) throws {
        let sample = try #require(Sample.all.first { $0.name == name })
        let row = try #require(SettingsTable.row(named: name))
        let variable = try #require(row.variables.first)
        let flag = [name: sample.first.text]
        let environment = [variable: sample.second.text]
        if row.hasFlag {
            let both = try SettingsFixture.configuration(flag, environment)
            #expect(both.words(name) == sample.first.shown)
            #expect(both.source(of: name) == .flag("--\(name)"))
        }
        let second = try SettingsFixture.configuration([:], environment)
        #expect(second.words(name) == sample.second.shown)
        #expect(second.source(of: name) == .environment(variable: variable))
        for empty in ["", "  "] {
            #expect(try SettingsFixture.configuration([:], [variable: empty]).source(of: name) == .standard)
        }
    }

    @Test func redisURLServesBrokerAndResultsUnlessTheyHaveTheirOwn() throws {
        let base = ["CRICKSY_REDIS_URL": "redis://base/1"]
        let shared = try SettingsFixture.configuration([:], base).queue
        #expect(shared.broker.exposed == "redis://base/1")
        #expect(shared.resultBackend.exposed == "redis://base/1")
        let own = try SettingsFixture.configuration(
            [:], base.merging(["CRICKSY_CELERY_RESULT_BACKEND": "redis://own/2"]) { $1 })
        #expect(own.queue.broker.exposed == "redis://base/1")
        #expect(own.queue.resultBackend.exposed == "redis://own/2")
        #expect(own.source(of: "result-backend") == .environment(variable: "CRICKSY_CELERY_RESULT_BACKEND"))
    }

    @Test func tunedFileStandsBetweenEnvironmentAndDefault() throws {
        let directory = try TemporaryDirectory()
        let path = try SettingsFixture.writeTunedFile(in: directory)
        let environment = ["CRICKSY_TUNED_CONFIG": path, "CRICKSY_WORKER_MAX_TASKS_PER_CHILD": "30"]
        let configuration = try SettingsFixture.configuration(["time-limit": "400"], environment)
        #expect(configuration.readers.concurrency == 3)
        #expect(configuration.source(of: "concurrency") == .tunedFile(path: path))
        #expect(configuration.readers.tasksPerChild == 30)
        #expect(configuration.source(of: "max-tasks-per-child")?.kind == "environment")
        #expect(configuration.task.hardLimit == .seconds(400))
        #expect(configuration.task.softLimit == .seconds(200))
        #expect(configuration.readers.memoryPerChildBytes == 500 << 20)
        #expect(configuration.tuned.profiles.first?.settings.rasterDPI == 321)
        #expect(configuration.source(of: "memory-limit") == .standard)
    }

    @Test(arguments: [
        ([:], true), (["CRICKSY_ENV": "production"], false), (["CRICKSY_ENV": "staging"], true),
        (["CRICKSY_ENV": "production", "CRICKSY_ENABLE_OCR": "1"], true), (["CRICKSY_ENABLE_OCR": "0"], false),
        (["CRICKSY_ENV": "production", "CRICKSY_ENABLE_OCR": ""], false),
    ])
    func readingIsOffInProductionUnlessSaidOtherwise(environment: [String: String], isOn: Bool) throws {
        #expect(try SettingsFixture.configuration([:], environment).task.isOCREnabled == isOn)
    }

    @Test func softLimitFollowsAStrongerHardLimit() throws {
        #expect(try SettingsFixture.configuration().task.softLimit == .seconds(540))
        #expect(try SettingsFixture.configuration(["time-limit": "100"]).task.softLimit == .seconds(90))
        let lowered = try SettingsFixture.configuration(
            ["time-limit": "100"], ["CRICKSY_WORKER_SOFT_TIME_LIMIT": "200"])
        #expect(lowered.task.softLimit == .seconds(90))
        #expect(lowered.notes.contains { $0.hasPrefix("soft-time-limit: 200 s is above the time limit of 100 s") })
        let refusal = SettingsFixture.refusal(["soft-time-limit": "700"])
        #expect(
            refusal
                == "--soft-time-limit is 700 s and the time limit 600 s (default); the soft limit must not be above it."
        )
    }
}

extension WorkerConfiguration {
    /// The value as `config explain` prints it.
    func words(_ name: String) -> String? {
        let lines = ConfigurationReport(self).text.split(separator: "\n")
        guard let line = lines.first(where: { $0.hasPrefix(name + " ") }) else { return nil }
        let cells = line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
        return cells.filter { !$0.isEmpty }.dropFirst().first
    }
}
