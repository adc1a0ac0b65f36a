import Foundation
import ScorecardWorker
import Testing

/// The program itself: flags arrive, faults end it, secrets stay in.
@Suite struct ConfigCommandTests {
    struct Outcome {
        let code: Int32
        let output: String
        let errors: String
    }

    static func explain(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Outcome {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "cricksy-worker").path
        let run = try FinishedProgram(program, ["config", "explain"] + arguments, environment: environment)
        return Outcome(
            code: run.code, output: String(decoding: run.output, as: UTF8.self),
            errors: String(decoding: run.errors, as: UTF8.self))
    }

    static func sources(_ outcome: Outcome) throws -> [String: String] {
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let settings = try #require(object?["settings"] as? [[String: Any]])
        return Dictionary(
            uniqueKeysWithValues: settings.compactMap { setting in
                let source = setting["source"] as? [String: Any]
                return (setting["name"] as? String).map { ($0, source?["name"] as? String ?? "") }
            })
    }

    @Test func everyFlagArrives() throws {
        let rows = SettingsTable.rows.filter { $0.use == .used && $0.hasFlag && $0.name != "tuned" }
        let arguments = rows.flatMap { row in
            row.isToggle ? [row.flag] : Sample.all.filter { $0.name == row.name }.flatMap { [row.flag, $0.first.text] }
        }
        let outcome = try ConfigCommandTests.explain(["--json"] + arguments)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let sources = try ConfigCommandTests.sources(outcome)
        for row in rows { #expect(sources[row.name] == row.flag) }
    }

    @Test func celerysOwnOptionsArrive() throws {
        let rows = SettingsTable.rows.filter { $0.section == .celery }
        for row in rows {
            let value = row.isToggle ? [] : [row.name == "pool" ? "solo" : "x"]
            let flag = row.short.map { "-\($0)" } ?? row.flag
            let outcome = try ConfigCommandTests.explain([flag] + value)
            if case .ignored(let reason) = row.use {
                #expect(outcome.code == 0)
                #expect(outcome.output.contains("has no effect: \(reason)."), "\(row.name)")
            } else {
                #expect(outcome.code == 78)
                #expect(outcome.errors.hasPrefix("\(row.flag) is not supported by this worker; "), "\(row.name)")
            }
        }
    }

    @Test func shortFlagsArriveInCelerysForms() throws {
        let arguments = [
            "--json", "-c", "2", "-lDEBUG", "-Q", "a,b", "-n", "w1@%h", "-ED", "-Ofair", "-f", "/l", "-b", "redis://h",
        ]
        let sources = try ConfigCommandTests.sources(try ConfigCommandTests.explain(arguments))
        let wanted = [
            "concurrency", "loglevel", "queues", "hostname", "task-events", "detach", "optimization", "logfile",
            "broker",
        ]
        for name in wanted { #expect(sources[name] == "--\(name)") }
    }

    @Test func secretsStayIn() throws {
        for arguments in [[], ["--json"]] {
            let outcome = try ConfigCommandTests.explain(arguments, SecretTests.environment)
            #expect(outcome.code == 0)
            #expect(!(outcome.output + outcome.errors).contains(SecretTests.canary))
            #expect(outcome.output.contains("redis://u:***@h/0"))
        }
    }

    @Test func faultIsOneSentenceAndCode78() throws {
        let outcome = try ConfigCommandTests.explain(["--max-pages", "none"])
        #expect(outcome.code == 78)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors == "--max-pages is \"none\"; it takes a whole number from 1 to 1000.\n")
    }

    @Test func markdownHasEverySetting() throws {
        let outcome = try ConfigCommandTests.explain(["--markdown"])
        for row in SettingsTable.rows {
            for spelling in row.spellings + row.variables { #expect(outcome.output.contains("`\(spelling)`")) }
        }
        let lines = outcome.output.split(separator: "\n").filter { $0.hasPrefix("|") && !$0.hasPrefix("|---") }
        #expect(lines.count == SettingsTable.rows.count + Setting.Section.allCases.count)
    }

    @Test func unknownEngineIsSaid() throws {
        let directory = try TemporaryDirectory()
        let path = try SettingsFixture.writeTunedFile(in: directory)
        let outcome = try ConfigCommandTests.explain(["--tuned", path, "--reader", "/nowhere/reader"])
        #expect(outcome.code == 0)
        #expect(
            outcome.output.contains(
                "Whether the engine is the tuned one is not known: /nowhere/reader is not a program"))
    }
}
