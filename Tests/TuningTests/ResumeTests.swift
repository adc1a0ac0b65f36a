import Foundation
import Recognition
import Synchronization
import Testing
import Tuning

@Suite struct ResumeTests {
    @Test(arguments: [StudyRequest.Search.halving, .race], [0, 1, 9, 14, 20])
    func killedStudyGoesOn(search: StudyRequest.Search, calls: Int) async throws {
        let request = try Sample.request(StudyTests.lists, ofEachKind: 3, search: search, machine: true)
        let whole = MockReader(outcome: StudyTests.planted)
        let expected = try await Sample.run(request, whole)
        let path = Sample.temporaryPath()
        let first = MockReader(callsUntilDeath: calls, outcome: StudyTests.planted)
        await #expect(throws: TuningError.reader("killed")) { try await Sample.run(request, first, store: path) }
        let stored = try #require(try Study.request(in: StudyStore(path: path)))
        #expect(stored == request)
        let second = MockReader(outcome: StudyTests.planted)
        let result = try await Sample.run(stored, second, store: path)
        let isSame = result.timeless == expected.timeless
        #expect(isSame)
        #expect(result.run.resumed == (calls > 0))
        let total = whole.calls.withLock { $0.readings.values.reduce(0, +) }
        let done = [first, second].reduce(0) { $0 + $1.calls.withLock { $0.readings.values.reduce(0, +) } }
        // Requests that were being answered when the study died are asked again: at most one for each reader.
        let most = 8 * request.concurrency
        #expect(done >= total && done <= total + most)
    }

    @Test func finishedStudyIsNotMeasuredAgain() async throws {
        let request = try Sample.request(StudyTests.lists, machine: true)
        let path = Sample.temporaryPath()
        _ = try await Sample.run(request, MockReader(outcome: StudyTests.planted), store: path)
        let again = MockReader(outcome: StudyTests.planted)
        _ = try await Sample.run(request, again, store: path)
        #expect(again.calls.withLock { $0.documents.isEmpty && $0.loads == 0 })
    }

    @Test func otherReadersDoNotGoOn() throws {
        let store = try StudyStore(path: Sample.temporaryPath())
        let request = try Sample.request(["psm=4"])
        let reader = MockReader { _, _ in MockOutcome() }
        _ = try Study(request: request, store: store, readers: "a", trials: reader, loads: nil)
        _ = try Study(request: request, store: store, readers: "a", trials: reader, loads: nil)
        #expect(throws: TuningError.self) {
            try Study(request: request, store: store, readers: "b", trials: reader, loads: nil)
        }
    }

    @Test func storeGivesBackWhatItWasGiven() throws {
        let path = Sample.temporaryPath()
        let measurement = MockReader.measurement(
            MockOutcome(text: "a \u{1F3CF} \"line\"\n", right: 7, cpu: 1.25, ending: .failed("The file is empty.")))
        let store = try StudyStore(path: path)
        try store.add([.guide])
        // A measurement of a setting that was never written down is refused.
        #expect(throws: TuningError.self) { try store.add(["x": measurement], document: "d") }
        let id = SearchSpace.Point.guide.settings.studyID
        try store.add([id: measurement], document: "d")
        #expect(try StudyStore(path: path).measurements() == [id: ["d": measurement]])
    }

    @Test func fileThatIsNoStudyIsRefused() throws {
        let path = Sample.temporaryPath()
        try Data("not a database, but long enough to be taken for one if nobody looked".utf8)
            .write(to: URL(fileURLWithPath: path))
        #expect(throws: TuningError.self) { _ = try StudyStore(path: path) }
    }
}
