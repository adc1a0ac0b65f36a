import ChildProcesses
import Evaluation
import Foundation
import Loopback
import Recognition
import Reporting
import Synchronization
import Testing
import Tuning

/// A study that is being written while somebody looks on.
@Suite struct LiveReportTests {
    /// A run's directory with a study of three settings, two of which have read some of eight documents.
    private final class Scene: Sendable {
        let directory: RunDirectory
        let store: StudyStore
        let request: StudyRequest
        static let points =
            [SearchSpace.Point.defaults, .guide] + [
                SearchSpace.Point(name: "third", settings: RecognitionSettings(pageSegmentation: .singleColumn))
            ]

        init() throws {
            directory = RunDirectory(
                path: FileManager.default.temporaryDirectory.appending(path: "live-\(UUID())").path())
            try directory.create()
            store = try StudyStore(path: directory.study)
            request = StudyRequest(
                run: "20261126-080000", started: Date(timeIntervalSince1970: 1_795_766_400), tool: "test",
                corpusPath: "corpus", corpusHash: "c0ffee",
                documents: (0..<8).map {
                    StudyDocument(id: "d\($0)", split: .tune, kind: $0 % 2 == 0 ? .scan : .photo, layout: "classic")
                } + [StudyDocument(id: "v", split: .validation, kind: .scan, layout: "classic")],
                space: SearchSpace(name: "test", points: Self.points))
            try store.set(request, for: "request")
            try store.add(Self.points)
        }

        deinit { try? FileManager.default.removeItem(atPath: directory.path) }

        /// A reading with so many of ten fields right.
        func read(_ point: Int, _ document: String, right: Int) throws {
            let leaves = { (value: (Int) -> String) in
                ScoredCard(innings: [
                    ScoredInnings(
                        batting: (0..<10).map { row in
                            ScoredRow(leaves: [
                                Leaf(path: "innings/0/batting/\(row)/runs", kind: .runs, value: value(row))
                            ])
                        })
                ])
            }
            let card = FieldScorer().score(
                truth: leaves { "\($0 + 10)" }, found: leaves { $0 < right ? "\($0 + 10)" : "99" })
            let score = DocumentScore(
                text: TextScore(reference: "a", hypothesis: "a"), card: card, closes: false)
            let measurement = TrialMeasurement(text: "a", score: score, cpuSeconds: Double(point + 1), wallSeconds: 1)
            try store.add([Self.points[point].settings.studyID: measurement], document: document)
        }

        func progress(process: Int32 = ProcessInfo.processInfo.processIdentifier) throws {
            let progress: [String: Any] = [
                "stage": "search", "detail": "rung 1", "done": 6, "planned": 24, "secondsLeft": 90.0,
                "written": Date().timeIntervalSince1970, "process": process,
            ]
            try JSONSerialization.data(withJSONObject: progress).write(to: URL(filePath: directory.progress))
        }
    }

    @Test func standingsAreThoseOfTheStore() throws {
        let scene = try Scene()
        for (number, right) in [9, 8, 9, 8].enumerated() { try scene.read(0, "d\(number)", right: right) }
        for (number, right) in [5, 4].enumerated() { try scene.read(1, "d\(number)", right: right) }
        var study = try LiveStudy(scene.directory)
        var snapshot = try study.snapshot()
        #expect(!snapshot.isRunning && snapshot.readings == 6 && snapshot.waiting == 1 && snapshot.documents == 8)
        #expect(snapshot.standings.map(\.name) == ["Tesseract defaults", "guide: psm 6 oem 3"])
        #expect(snapshot.standings.map(\.documents) == [4, 2])
        #expect(snapshot.standings.map(\.roles) == [[.defaults], [.incumbent]])
        #expect(abs((snapshot.standings[0].fieldAccuracy?.value ?? 0) - 0.85) < 1e-9)
        #expect(snapshot.standings[0].fieldAccuracy?.low != nil && snapshot.standings[0].againstLeader == nil)
        #expect(abs((snapshot.standings[1].againstLeader?.value ?? 0) + 0.4) < 1e-9)
        #expect(snapshot.standings[1].cpuSecondsPerPage?.value == 2)
        // What is read next shows, and what the study says of those that left.
        try scene.read(1, "d2", right: 5)
        try scene.store.set(try Self.dropped(), for: "dropped")
        try scene.progress()
        snapshot = try study.snapshot()
        #expect(snapshot.isRunning && snapshot.readings == 7 && snapshot.stage == "search")
        #expect(snapshot.done == 6 && snapshot.planned == 24 && (snapshot.secondsLeft ?? 0) > 80)
        #expect(snapshot.standings[1].dropped == "far behind <the best>")
    }

    private static func id(_ point: Int) -> SettingID { Scene.points[point].settings.studyID }

    private static func dropped() throws -> [DroppedSetting] {
        let list: [[String: Any]] = [
            ["setting": id(1), "rung": 1, "documents": 3, "reason": "far behind <the best>"]
        ]
        return try StudyJSON.value([DroppedSetting].self, from: JSONSerialization.data(withJSONObject: list))
    }

    @Test func lookingOnNeverStopsTheWriter() async throws {
        let scene = try Scene()
        try scene.read(0, "d0", right: 9)
        let isDone = Mutex(false)
        let looks = Task.detached {
            defer { isDone.withLock { $0 = true } }
            var study = try LiveStudy(scene.directory)
            for _ in 0..<20 { _ = try study.snapshot() }
        }
        var rounds = 0
        while !isDone.withLock({ $0 }), rounds < 3_000 {
            try scene.read(rounds % 3, "d\(rounds % 8)", right: rounds % 10)
            rounds += 1
            await Task.yield()
        }
        try await looks.value
    }

    @Test func aStudyThatIsNotThereIsSaidInOneSentence() throws {
        let error = #expect(throws: TuningError.self) { try LiveStudy(RunDirectory(path: "/nowhere")) }
        #expect(error?.sentence.contains("/nowhere/study.sqlite") == true)
    }

    @Test func aKilledSweepIsNotAtWork() throws {
        let scene = try Scene()
        try scene.read(0, "d0", right: 9)
        try scene.progress(process: Int32.max)
        var study = try LiveStudy(scene.directory)
        #expect(try study.snapshot().isRunning == false)
    }

    @Test func thePageIsTheStandingsAndThenTheReport() async throws {
        let scene = try Scene()
        for (number, right) in [9, 8, 9, 8].enumerated() { try scene.read(0, "d\(number)", right: right) }
        try scene.progress()
        let report = LiveReport(scene.directory) { ReportContext() }
        let html = try #require(await report.page("/")).text
        let page = ReportHTML(html)
        #expect(page.problem == nil && page.namelessPictures == 0 && page.headings == [1, 2])
        #expect(html.contains("6 of 24 readings, about 1 min") && html.contains("http-equiv=\"refresh\""))
        let table = try #require(page.tables.first)
        #expect(table.rows.count == 1 && table.rows[0][3] == "85.0%")
        #expect(await report.page("/live")?.text.contains("<h1>Searching</h1>") == true)
        #expect(await report.page("/live.js")?.type == "text/javascript; charset=utf-8")
        #expect(await report.page("/etc/passwd") == nil)
        let status = try JSONSerialization.jsonObject(
            with: Data(try #require(await report.page("/status.json")).text.utf8))
        #expect(((status as? [String: Any])?["study"] as? [String: Any])?["readings"] as? Int == 4)

        try scene.directory.write(try Fixture.result())
        #expect(await report.page("/live")?.text.contains("data-over") == false, "the sweep still draws its pages")
        try FileManager.default.removeItem(atPath: scene.directory.progress)
        #expect(await report.page("/live")?.text.contains("data-over") == true)
        #expect(await report.page("/")?.text.contains("<h1>The incumbent is replaced</h1>") == true)
    }

    @Test func onlyWhoHasTheAddressIsAnswered() async throws {
        let (addresses, bound) = AsyncStream.makeStream(of: String.self)
        let server = Task {
            try await PageServer().run(onBound: { bound.yield($0) }) { path in
                path == "/" ? PageServer.Page(type: "text/html; charset=utf-8", text: "hello") : nil
            }
        }
        var waiting = addresses.makeAsyncIterator()
        let address = try #require(await waiting.next())
        #expect(address.hasPrefix("http://127.0.0.1:"))
        let host = address.split(separator: "/")[1]
        for (arguments, status) in [
            ([address], "200"), ([address + "more"], "404"), (["http://\(host)/"], "404"),
            (["-H", "Host: evil.example", address], "421"), (["-H", "Origin: http://evil.example", address], "403"),
            (["-X", "POST", address], "405"),
        ] {
            #expect(try await Self.status(arguments) == status, "\(arguments)")
        }
        server.cancel()
        try await server.value
    }

    private static func status(_ arguments: [String]) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let (process, output) = (Process(), Pipe())
                        process.executableURL = URL(filePath: "/usr/bin/env")
                        process.arguments =
                            [
                                "curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "--noproxy", "*", "--max-time",
                                "20",
                            ]
                            + arguments
                        process.standardOutput = output
                        try process.start()
                        let data = output.fileHandleForReading.readDataToEndOfFile()
                        process.waitUntilExit()
                        return String(decoding: data, as: UTF8.self)
                    })
            }
        }
    }
}
