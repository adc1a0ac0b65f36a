import Evaluation
import Foundation
import Recognition
import Synchronization
import Testing
import TunedConfiguration
import Tuning

@Suite struct RaceTests {
    private func race(
        _ request: StudyRequest, _ outcome: @escaping @Sendable (StudyDocument, RecognitionSettings) -> MockOutcome
    ) async throws -> StudyResult {
        var request = request
        request.search = .race
        return try await Sample.run(request, MockReader(outcome: outcome))
    }

    @Test func plantedSettingWinsForLessThanTheGrid() async throws {
        let request = try Sample.request(StudyTests.lists, ofEachKind: 15)
        let result = try await race(request, StudyTests.planted)
        #expect(result.setting(.winner)?.settings.pageSegmentation == .singleColumn)
        let certificate = try #require(result.certificate)
        #expect(certificate.setting == result.decision.candidate && certificate.holds)
        #expect(certificate.settings == 10 && certificate.documentsInSplit == 60)
        // The answer has read all that it is held up on, and the others little.
        #expect(certificate.documents == 60 && certificate.tune.accuracy <= 0.01)
        let others = Dictionary(grouping: result.pages.filter { $0.split == .tune }, by: \.setting)
            .filter { $0.key != certificate.setting }
        #expect(others.values.allSatisfy { $0.count <= 30 }, "\(others.values.map(\.count))")
        // Of cards that nobody has seen a few dozen documents say little, and it says so.
        #expect(certificate.population.accuracy > 0 && (certificate.documentsNeeded ?? 0) > 0)
        let readings = result.pages.count { $0.split == .tune }
        #expect(readings < 11 * 60 / 2, "\(readings)")
        #expect(result.dropped.count == 9 && result.merged.map(\.others.count) == [1])
        #expect(result.dropped.allSatisfy { $0.reason.contains("surely") || $0.reason.contains("not better than") })
        #expect(result.front?.map(\.setting) == [result.decision.candidate])
    }

    @Test func settingsThatAreAsGoodAreReadToTheEnd() async throws {
        let result = try await race(try Sample.request(["psm=4", "psm=11", "psm=13"], ofEachKind: 4)) {
            document, settings in
            let isBad = settings.pageSegmentation == .rawLine
            return MockOutcome(
                text: "\(settings) \(document.id)",
                right: isBad ? 2 : 14 + Int(noise(document.id, settings.description) * 3), cpu: 1)
        }
        // The two that read about as well are told apart, if at all, after the third has left.
        let first = try #require(result.dropped.first)
        #expect(result.setting(first.setting)?.settings.pageSegmentation == .rawLine && first.documents <= 8)
        #expect(result.dropped.dropFirst().allSatisfy { $0.documents > first.documents }, "\(result.dropped)")
        #expect(result.certificate?.documents == 16)
        // What all have read leaves no doubt about the documents themselves.
        #expect(try #require(result.certificate).tune.accuracy <= 0.0025)
    }

    @Test func budgetIsKeptAndCountedIn() async throws {
        let request = try Sample.request(StudyTests.lists, ofEachKind: 15, budget: 340)
        let result = try await race(request) { document, settings in
            MockOutcome(
                text: "\(settings) \(document.id)", right: 10 + Int(noise(document.id, settings.description) * 8),
                cpu: 1)
        }
        let spent = result.pages.reduce(0) { $0 + $1.wallSeconds } / 2
        #expect(spent < 400)
        #expect(result.dropped.contains { $0.reason.contains("budget") })
        let certificate = try #require(result.certificate)
        #expect(!certificate.holds && certificate.tune.accuracy > 0.01 && certificate.tune.accuracyRival != nil)
        #expect(certificate.sentences[0].contains("is not met"))
    }

    @Test func searchDoesNotLookAtTheTestSplit() async throws {
        let request = try Sample.request(StudyTests.lists, ofEachKind: 6)
        var withTest = request
        withTest.documents += InputKind.allCases.flatMap { kind in
            (0..<6).map { StudyDocument(id: "test-\(kind)-\($0)", split: .test, kind: kind, layout: "layout-0") }
        }
        let reader = MockReader { document, settings in
            var outcome = StudyTests.planted(document, settings)
            // On the test split everything is the other way round.
            if document.split == .test { outcome.right = 20 - outcome.right }
            return outcome
        }
        withTest.search = .race
        let result = try await Sample.run(withTest, reader)
        let plain = try await race(request, StudyTests.planted)
        #expect(result.decision.winner == plain.decision.winner && !result.decision.incumbentKept)
        let order = reader.calls.withLock { $0.documents }
        let first = try #require(order.firstIndex { $0.hasPrefix("test") })
        #expect(order[first...].allSatisfy { $0.hasPrefix("test") })
        let readers = Set(result.pages.filter { $0.split == .test }.map(\.setting))
        #expect(readers == Set(result.settings.filter { !$0.roles.isEmpty }.map(\.id)))
        #expect(result.evidenceSplit == .test && plain.evidenceSplit == .validation)
        #expect(result.test?.count == 2 && result.test?.allSatisfy { !$0.passes } == true)
    }

    @Test func limitsExcludeAndFailWithASentence() async throws {
        var request = try Sample.request(["psm=4", "psm=11"], ofEachKind: 4)
        let outcome = { @Sendable (document: StudyDocument, settings: RecognitionSettings) in
            switch settings.pageSegmentation {
            case .singleColumn: MockOutcome(text: "a \(document.id)", right: 19, cpu: 1)
            case .sparseText: MockOutcome(text: "b \(document.id)", right: 17, cpu: 0.5)
            default: MockOutcome(text: "\(settings) \(document.id)", right: 10, cpu: 1)
            }
        }
        request.policy = SelectionPolicy(maximumP95Seconds: 0.7)
        let result = try await race(request, outcome)
        #expect(result.setting(.winner)?.settings.pageSegmentation == .sparseText)
        request.policy = SelectionPolicy(minimumAccuracy: 0.99)
        let limited = request
        await #expect(throws: TuningError.self) { try await race(limited, outcome) }
    }
}

/// Settings by kind of input.
@Suite struct KindTests {
    /// PSM 11 is the best for photos, PSM 4 for all else; with `everywhere` false only where settings are chosen.
    private func request(shines splits: Set<StudySplit>) async throws -> StudyResult {
        var request = try Sample.request(["psm=4", "psm=11"], ofEachKind: 12)
        request.search = .race
        return try await Sample.run(
            request,
            MockReader { document, settings in
                let luck = Int(noise(document.id, settings.description) * 2)
                let right =
                    switch (settings.pageSegmentation, document.kind) {
                    case (.sparseText, .photo): splits.contains(document.split) ? 17 : 9
                    case (.sparseText, _): 12
                    case (.singleColumn, .photo): 11
                    case (.singleColumn, _): 16
                    default: 8
                    }
                return MockOutcome(text: "\(settings) \(document.id)", right: right + luck, cpu: 1)
            })
    }

    @Test func aKindGetsItsOwnSettingWhereThatIsConfirmed() async throws {
        let result = try await request(shines: [.tune, .validation])
        let winner = try #require(result.setting(.winner))
        let profiles = try #require(winner.profiles)
        let plan = ReadPlan.byKind(profiles)
        #expect(plan.settings(for: .photo).first?.pageSegmentation == .sparseText)
        #expect(
            InputKind.allCases.filter { $0 != .photo }.allSatisfy {
                plan.settings(for: $0).first?.pageSegmentation == .singleColumn
            })
        #expect(result.kinds?.filter(\.isTaken).map(\.kind) == [.photo])
        let figures = try #require(result.figures(of: winner.id, on: .validation, kind: .photo)?.fieldAccuracy)
        #expect(figures.value > 0.8)
        let tuned = try result.tunedConfiguration(provenance: .sample)
        #expect(tuned.recognition.profiles == profiles)
    }

    @Test func whatIsNotConfirmedIsNotTaken() async throws {
        let result = try await request(shines: [.tune])
        #expect(result.setting(.winner)?.profiles == nil)
        #expect(result.setting(.winner)?.settings.pageSegmentation == .singleColumn)
        #expect(result.kinds?.map(\.isTaken) == [false])
    }

    @Test func incumbentByKindIsHeldAgainst() async throws {
        let profiles = [
            RecognitionProfile(kinds: [.photo], settings: RecognitionSettings(pageSegmentation: .sparseText)),
            RecognitionProfile(
                kinds: [.text, .scan, .screen], settings: RecognitionSettings(pageSegmentation: .singleColumn)),
        ]
        let incumbent = try #require(SearchSpace.Point(profiles: profiles))
        #expect(incumbent.id != incumbent.settings.studyID && incumbent.settings(for: .scan) == profiles[1].settings)
        let one = try #require(SearchSpace.Point(profiles: [RecognitionProfile(settings: profiles[0].settings)]))
        #expect(one.profiles == nil && one.id == profiles[0].settings.studyID)
        for search in StudyRequest.Search.allCases {
            var request = try Sample.request(["psm=4", "psm=11", "psm=5"], ofEachKind: 6, search: search)
            request.incumbent = incumbent
            let result = try await Sample.run(
                request,
                MockReader { document, settings in
                    let isPhoto = document.kind == .photo
                    let isRight = settings.pageSegmentation == (isPhoto ? .sparseText : .singleColumn)
                    return MockOutcome(text: "\(settings) \(document.id)", right: isRight ? 18 : 10)
                })
            #expect(result.decision.winner == incumbent.id && result.decision.incumbentKept)
            let figures = try #require(result.figures(of: incumbent.id, on: .validation, kind: nil)?.fieldAccuracy)
            #expect(abs(figures.value - 0.9) < 1e-9)
        }
    }
}

/// Many searches on made-up readings: what a certificate says has to hold.
@Suite struct ReplayTests {
    /// Twelve settings, the best a little ahead of the second, the others far behind; every document has luck of its own.
    private func matrix(_ name: String, documents count: Int) throws -> RecordedMatrix {
        let points =
            [SearchSpace.Point.defaults, .guide]
            + (0..<10).map { number in
                SearchSpace.Point(settings: RecognitionSettings(rasterDPI: 100 + number))
            }
        let quality = [0.2, 0.3, 0.86, 0.85, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.1]
        let documents = (0..<count).map { number in
            StudyDocument(
                id: "\(name)-\(number)", split: .tune, kind: InputKind.allCases[number % 4], layout: "layout")
        }
        let readings = zip(points, quality).map { point, quality in
            documents.map { document in
                let luck = noise(document.id) * 0.3 + noise(document.id, point.name) * 0.2 - 0.25
                // On one document of twenty all fail.
                let isHard = noise(document.id, "hard") < 0.05
                let right = isHard ? 2 : min(40, max(0, Int(40 * (quality + luck))))
                return [right, 40 - right, Int(noise(point.name) * 1e6)]
            }
        }
        let json: [String: Any] = [
            "schemaVersion": 1, "origin": "made up", "settings": try object(points), "documents": try object(documents),
            "readings": readings.map { row in
                row.map {
                    ["fields": [$0[0], $0[1], 0, 0], "cpu": 1000, "wall": 1000, "text": $0[2]] as [String: Any]
                }
            },
        ]
        let path = Sample.temporaryPath()
        try JSONSerialization.data(withJSONObject: json).write(to: URL(fileURLWithPath: path))
        return try RecordedMatrix(path: path)
    }

    private func object(_ value: some Encodable) throws -> Any {
        try JSONSerialization.jsonObject(with: try StudyJSON.file(value))
    }

    @Test func boundsHoldInNearlyAllReplays() async throws {
        let (recorded, fresh) = (try matrix("tune", documents: 60), try matrix("fresh", documents: 200))
        let replay = try await RaceReplay(recorded, fresh: fresh)
        var series = [RaceReplay.Series]()
        for search in StudyRequest.Search.allCases {
            var outcomes: [RaceReplay.Outcome] = []
            for seed in 1...25 as ClosedRange<UInt64> {
                let documents = replay.documents(count: 80, seed: seed)
                outcomes.append(try await replay.run(search, on: documents, seed: seed))
            }
            series.append(RaceReplay.Series(search: search, documents: 80, outcomes: outcomes))
        }
        let report = RaceReplayReport(matrix: recorded, fresh: fresh, series: series)
        let race = try #require(report.summaries.first { $0.search == .race })
        #expect(try #require(race.withinTune) >= 0.9)
        #expect(try #require(race.withinPopulation) >= 0.9)
        #expect(race.gridRatio > 2 && race.regret < 0.01, "\(race)")
        let halving = try #require(report.summaries.first { $0.search == .halving })
        #expect(race.cpuSeconds < halving.cpuSeconds, "\(race.cpuSeconds) against \(halving.cpuSeconds)")
        #expect(report.markdown.contains("| 80 | race |"))
        let again = try await replay.run(.race, on: replay.documents(count: 80, seed: 7), seed: 7)
        #expect(again == series[0].outcomes[6])
    }
    /// The fresh cards may be read with what is chosen alone.
    @Test func freshCardsNeedOnlyWhatIsChosen() async throws {
        let (recorded, whole) = (try matrix("tune", documents: 20), try matrix("fresh", documents: 60))
        let documents = try await RaceReplay(recorded, fresh: whole).documents(count: 20, seed: 3)
        let chosen = try await RaceReplay(recorded, fresh: whole).run(.grid, on: documents, seed: 3).candidate
        var few = whole
        let kept = whole.settings.indices.filter { $0 < 2 || whole.settings[$0].id == chosen }
        (few.settings, few.readings) = (kept.map { whole.settings[$0] }, kept.map { whole.readings[$0] })
        #expect(try await RaceReplay(recorded, fresh: few).run(.grid, on: documents, seed: 3).freshRegret == 0)
        let report = RaceReplayReport(matrix: recorded, fresh: few, series: [])
        #expect(report.markdown.contains("judged by 3 of these settings (Tesseract defaults; "))
        (few.settings, few.readings) = (Array(few.settings.prefix(2)), Array(few.readings.prefix(2)))
        await #expect(throws: TuningError.self) {
            try await RaceReplay(recorded, fresh: few).run(.grid, on: documents, seed: 3)
        }
    }
}
