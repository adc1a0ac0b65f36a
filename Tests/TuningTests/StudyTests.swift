import Evaluation
import Foundation
import Recognition
import Testing
import Tuning

@Suite struct StudyTests {
    static let lists = ["psm=3,dpi=300", "psm=4", "psm=5", "psm=7", "psm=8", "psm=9", "psm=10", "psm=11", "psm=13"]

    /// PSM 4 reads more for less; all others read alike, each with errors of its own.
    static func planted(_ document: StudyDocument, _ settings: RecognitionSettings) -> MockOutcome {
        let luck = noise(document.id, settings.description)
        let isPlanted = settings.pageSegmentation == .singleColumn
        return MockOutcome(
            text: "\(settings.pageSegmentation) \(document.id)", right: (isPlanted ? 16 : 11) + Int(luck * 3),
            cpu: (isPlanted ? 0.9 : 1.2) + luck * 0.05)
    }

    @Test func plantedSettingWins() async throws {
        let result = try await Sample.run(try Sample.request(Self.lists), MockReader(outcome: Self.planted))
        let winner = try #require(result.setting(.winner))
        #expect(winner.settings.pageSegmentation == .singleColumn)
        #expect(winner.roles == [.candidate, .winner])
        #expect(!result.decision.incumbentKept)
        #expect(result.decision.comparisons.map(\.role) == [.defaults, .incumbent])
        #expect(result.decision.comparisons.allSatisfy { $0.passes })
        let difference = try #require(result.decision.comparisons.first?.fieldAccuracyDifference)
        #expect(try #require(difference.low) > 0.1)
        #expect(result.figures(of: winner.id, on: .validation, kind: .photo)?.documents == 6)
    }

    /// What shines on the pages it was chosen on and nowhere else is not taken.
    @Test func overfittedCandidateIsNotTaken() async throws {
        let reader = MockReader { document, settings in
            let shines = settings.pageSegmentation == .singleColumn && document.split == .tune
            return MockOutcome(text: "\(settings) \(document.id)", right: shines ? 19 : 12, cpu: 1)
        }
        let result = try await Sample.run(try Sample.request(Self.lists), reader)
        #expect(result.decision.incumbentKept)
        #expect(result.setting(.winner)?.roles == [.incumbent, .winner])
        #expect(result.setting(.candidate)?.settings.pageSegmentation == .singleColumn)
        #expect(result.decision.reasons.count == 3)
        #expect(result.decision.reasons[0].contains("not confirmed"))
    }

    @Test func incumbentThatIsBestIsKept() async throws {
        let reader = MockReader { document, settings in
            let isGuide = settings.pageSegmentation == .singleBlock
            return MockOutcome(text: "\(settings) \(document.id)", right: isGuide ? 18 : 12, cpu: 1)
        }
        let result = try await Sample.run(try Sample.request(Self.lists), reader)
        #expect(result.decision.candidate == result.setting(.incumbent)?.id)
        #expect(result.decision.incumbentKept)
        #expect(
            result.decision.reasons == ["The incumbent was kept: no setting of the space did better on the tune split."]
        )
    }

    /// More accurate and dearer than the rule allows: cannot be confirmed, so a cheaper one that can be is chosen.
    @Test func dearSettingIsNoCandidate() async throws {
        let reader = MockReader { document, settings in
            switch settings.pageSegmentation {
            case .singleColumn: MockOutcome(text: "a\(document.id)", right: 19, cpu: 2)
            case .sparseText: MockOutcome(text: "b\(document.id)", right: 16, cpu: 0.9)
            default: MockOutcome(text: "\(settings) \(document.id)", right: 12, cpu: 1)
            }
        }
        let result = try await Sample.run(try Sample.request(Self.lists), reader)
        #expect(result.setting(.winner)?.settings.pageSegmentation == .sparseText)
    }

    @Test func oneDocumentOfAKindIsTooFewToConfirm() async throws {
        let result = try await Sample.run(
            try Sample.request(Self.lists, ofEachKind: 1), MockReader(outcome: Self.planted))
        #expect(result.decision.incumbentKept)
        #expect(result.decision.reasons.contains { $0.contains("too few documents") })
    }

    @Test func contendersStayToTheEndAndOthersLeaveByHalves() async throws {
        let reader = MockReader(outcome: Self.planted)
        let result = try await Sample.run(try Sample.request(Self.lists), reader)
        #expect(result.rungs.map(\.documents) == [8, 16, 24])
        #expect(result.rungs.map(\.entered) == [11, 7, 5])
        #expect(result.dropped.filter { $0.rung == 1 }.count == 3)
        let gone = Set(result.dropped.map(\.setting))
        for role in [SettingRole.defaults, .incumbent, .winner] {
            let setting = try #require(result.setting(role))
            #expect(!gone.contains(setting.id))
            #expect(result.figures(of: setting.id, on: .tune, kind: nil)?.documents == 24)
        }
        for dropped in result.dropped {
            #expect(result.figures(of: dropped.setting, on: .tune, kind: nil)?.documents == dropped.documents)
        }
    }

    @Test func gridReadsEverything() async throws {
        let result = try await Sample.run(
            try Sample.request(Self.lists, search: .grid), MockReader(outcome: Self.planted))
        #expect(result.dropped.isEmpty)
        #expect(result.rungs.map(\.documents) == [24])
        #expect(result.settings.allSatisfy { result.figures(of: $0.id, on: .tune, kind: nil)?.documents == 24 })
        #expect(result.run.budgetSeconds == nil)
    }

    @Test func identicalSettingsAreMergedAndNamed() async throws {
        let reader = MockReader { document, settings in
            MockOutcome(text: "\(settings.pageSegmentation) \(document.id)", right: 12, cpu: 1)
        }
        let request = try Sample.request(["psm=4,oem=1", "psm=4,oem=3", "psm=6,oem=1", "psm=11"])
        let result = try await Sample.run(request, reader)
        let ids = request.space.points.map(\.settings.studyID)
        let incumbent = try #require(result.setting(.incumbent)).id
        #expect(result.merged.map(\.kept) == [incumbent, ids[0]])
        #expect(result.merged.map(\.others) == [[ids[2]], [ids[1]]])
        #expect(result.merged.allSatisfy { $0.documents == 8 })
    }

    @Test func infeasibleSettingsAreSkippedWithTheReason() async throws {
        let reader = MockReader { document, settings in
            let ending: TrialMeasurement.Ending =
                settings.engine == .legacyOnly ? .infeasible("eng has no legacy part") : .read
            return MockOutcome(text: "\(settings) \(document.id)", ending: ending)
        }
        let result = try await Sample.run(try Sample.request(["psm=4,oem=0", "psm=2", "psm=4"]), reader)
        #expect(
            result.infeasible.map(\.reason) == [
                "PSM 2 finds orientation or layout and reads no text", "eng has no legacy part",
            ])
        #expect(!result.settings.contains { $0.settings.engine == .legacyOnly })
    }

    @Test func infeasibleIncumbentIsAnError() async throws {
        let reader = MockReader { _, settings in
            MockOutcome(ending: settings.pageSegmentation == .singleBlock ? .infeasible("no model") : .read)
        }
        await #expect(throws: TuningError.invalidIncumbent("guide: psm 6 oem 3 cannot run here: no model")) {
            try await Sample.run(try Sample.request(["psm=4"]), reader)
        }
    }

    @Test func smallBudgetDropsSooner() async throws {
        let result = try await Sample.run(
            try Sample.request(Self.lists, budget: 60), MockReader(outcome: Self.planted))
        #expect(result.rungs.first?.documents == 4)
        #expect(result.setting(.winner)?.settings.pageSegmentation == .singleColumn)
    }

    @Test func concurrencyIsChosenFromTheCurve() async throws {
        let reader = MockReader(outcome: Self.planted)
        let result = try await Sample.run(try Sample.request(Self.lists, machine: true), reader)
        let winner = try #require(result.setting(.winner)).id
        let curve = result.machine.points.filter { $0.setting == winner }
        #expect(curve.map(\.concurrency) == [1, 2, 3, 4])
        #expect(result.machine.chosenConcurrency == 2)
        #expect(result.machine.points.count == 8)
        #expect(curve[0].latency.p50 != nil && curve[0].latency.p99 == nil)
    }

    @Test func mixWeighsEveryKind() async throws {
        let reader = MockReader { document, settings in
            MockOutcome(text: "\(settings) \(document.id)", right: document.kind == .photo ? 4 : 20)
        }
        var request = try Sample.request(["psm=4"])
        request.mix = try Mix(parsing: "photo=.75,text=.25")
        let result = try await Sample.run(request, reader)
        let figures = try #require(result.figures(of: result.decision.winner, on: .validation, kind: nil))
        let accuracy = try #require(figures.fieldAccuracy)
        #expect(abs(accuracy.value - (0.75 * 0.2 + 0.25)) < 1e-9)
        #expect(figures.documents == 12)
        #expect(!result.corpus.parts.contains { $0.kind == .scan })
    }
}
