import Foundation
import Recognition
import Testing
import TunedConfiguration

@Suite struct TunedConfigurationTests {
    private let path = "reports/tuned.json"

    @Test func comesBackAsItWasWritten() throws {
        let directory = try TemporaryDirectory()
        let file = directory.path + "/tuned.json"
        let configuration = try TunedFixture.configuration()
        try configuration.write(path: file)
        #expect(try TunedConfiguration.load(path: file) == configuration)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o644)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["tuned.json"])
        try configuration.write(path: file)
        #expect(try TunedConfiguration.load(path: file).json() == configuration.json())
    }

    @Test func isWrittenForDiffs() throws {
        let text = try self.text()
        #expect(text.hasSuffix("}\n") && !text.contains("\\/"))
        #expect(text.contains("\n  \"contentHash\" : \""))
        let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
        #expect(keys == keys.sorted() && keys.count == 4)
        #expect(text.contains("\"created\" : \"2023-11-14T22:13:20Z\""))
    }

    @Test func theHashIsOverTheRest() throws {
        let first = try TunedFixture.configuration()
        #expect(first.contentHash == (try TunedFixture.configuration()).contentHash)
        #expect(first.contentHash != (try TunedFixture.configuration(error: 0.021)).contentHash)
        #expect(first.contentHash.count == 64)
    }

    @Test func aMissingFileSaysHowToMakeOne() {
        #expect(throws: TunedConfigurationError.missing(path: "/nowhere/tuned.json")) {
            try TunedConfiguration.load(path: "/nowhere/tuned.json")
        }
    }

    @Test func aDirectoryIsUnreadable() throws {
        let directory = try TemporaryDirectory()
        let error = #expect(throws: TunedConfigurationError.self) { try TunedConfiguration.load(path: directory.path) }
        guard case .unreadable? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func brokenJSONSaysWhere() throws {
        let text = try self.text().replacing("\"search\" :", with: "\"search\"")
        let lines = text.split(separator: "\n")
        let number = try #require(lines.firstIndex { $0.contains("\"search\" \"") }) + 1
        #expect(failure(text) == .notJSON(path: path, place: "line \(number), column 16"))
        #expect(failure("[1, 2") == .notJSON(path: path, place: "it ends in line 1"))
        #expect(failure("{\n\"a\": tru }") == .notJSON(path: path, place: "line 2, column 9"))
        #expect(failure("{} x") == .notJSON(path: path, place: "line 1, column 4"))
        #expect(failure(String(repeating: "[", count: 100_000)) != nil)
        #expect(failure("") != nil && failure("{}") != nil && failure("[]") != nil)
    }

    @Test func anUnknownKeyIsNamedWithItsPlace() throws {
        let text = try self.text().replacing("\"deskew\"", with: "\"deskwe\" : 1,\n \"deskew\"")
        #expect(
            failure(text)
                == .unknownKey(path: path, key: "recognition/evidence/contenders/0/settings/preparation/deskwe"))
        let atTop = try self.text().replacing("{\n  \"contentHash\"", with: "{\n  \"extra\": [], \"contentHash\"")
        #expect(failure(atTop) == .unknownKey(path: path, key: "extra"))
    }

    @Test func aNewerSchemaIsRefusedBeforeAnythingElse() throws {
        let text = try self.text().replacing("\"schemaVersion\" : 2", with: "\"schemaVersion\" : 3, \"new\": 1")
        #expect(failure(text) == .newerSchema(path: path, found: 3, known: 2))
        #expect(failure("{\"schemaVersion\": 7}") == .newerSchema(path: path, found: 7, known: 2))
        #expect(failure("{\"schemaVersion\": 0}")?.sentence.contains("schemaVersion") == true)
    }

    @Test func missingAndWrongValuesAreNamed() throws {
        let missing = try self.text().replacing("\"search\" : \"halving\",", with: "")
        #expect(
            failure(missing) == .wrongValue(path: path, key: "recognition/evidence/search", reason: "it is missing"))
        let wrong = try self.text().replacing("\"tasksPerChild\" : 50", with: "\"tasksPerChild\" : \"many\"")
        #expect(
            failure(wrong) == .wrongValue(path: path, key: "machines/0/settings/tasksPerChild", reason: "it is no Int"))
        let unknownMode = try self.text().replacing("\"pageSegmentation\" : 6", with: "\"pageSegmentation\" : 60")
        #expect(failure(unknownMode)?.sentence.contains("pageSegmentation") == true)
    }

    @Test func aChangedValueIsFound() throws {
        let text = try self.text().replacing("\"tasksPerChild\" : 50", with: "\"tasksPerChild\" : 51")
        #expect(failure(text) == .wrongHash(path: path))
    }

    @Test func everyCutLeavesASentence() throws {
        let bytes = try TunedFixture.configuration().json()
        for length in stride(from: 0, to: bytes.count - 2, by: 97) {
            let error = #expect(throws: TunedConfigurationError.self) {
                try TunedConfiguration.parse(Array(bytes[..<length]), path: path)
            }
            #expect(error.map { $0.sentence.hasSuffix(".") && !$0.sentence.contains("\n") } == true)
        }
    }

    @Test func contradictionsAreRefusedBeforeTheyAreWritten() {
        let twice = RecognitionProfile(kinds: [.photo], settings: TunedFixture.settings)
        expectInvalid(profiles: [])
        expectInvalid(profiles: [twice, twice])
        for model in ["../eng", "", "/eng", "a b"] {
            expectInvalid(profiles: [RecognitionProfile(settings: RecognitionSettings(models: [model]))])
        }
        expectInvalid(profiles: [RecognitionProfile(settings: RecognitionSettings(rasterDPI: 601))])
        expectInvalid(profiles: [RecognitionProfile(settings: RecognitionSettings(pageSegmentation: .orientationOnly))])
        expectInvalid(machine: .init(concurrency: 0))
        expectInvalid(machine: .init(concurrency: 1, softLimitSeconds: 9, hardLimitSeconds: 8))
        expectInvalid(machine: .init(concurrency: 1, softLimitSeconds: .nan))
        #expect(throws: TunedConfigurationError.self) { try TunedFixture.configuration(error: .infinity) }
    }

    @Test func theMachineHalfMayBeAbsent() throws {
        let configuration = try TunedFixture.configuration(machine: nil)
        #expect(try TunedConfiguration.parse(configuration.json(), path: path) == configuration)
    }

    @Test func anImpossiblePlaceIsNotWritten() throws {
        let configuration = try TunedFixture.configuration()
        #expect(throws: TunedConfigurationError.notWritten(path: "/nowhere/x", reason: "No such file or directory")) {
            try configuration.write(path: "/nowhere/x")
        }
        let directory = try TemporaryDirectory()
        #expect(throws: TunedConfigurationError.self) { try configuration.write(path: directory.path) }
    }

    private func text() throws -> String { String(decoding: try TunedFixture.configuration().json(), as: UTF8.self) }

    private func failure(_ text: String) -> TunedConfigurationError? {
        do {
            _ = try TunedConfiguration.parse(Array(text.utf8), path: path)
            return nil
        } catch {
            return error
        }
    }

    private func expectInvalid(
        profiles: [RecognitionProfile]? = nil, machine: TunedConfiguration.MachineSettings? = .init(concurrency: 2),
        _ location: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: TunedConfigurationError.self, sourceLocation: location) {
            try TunedFixture.configuration(profiles: profiles, machine: machine)
        }
        guard case .invalid? = error else {
            Issue.record("\(String(describing: error))", sourceLocation: location)
            return
        }
    }
}
