import Evaluation
import Foundation
import Recognition
import Testing
import TunedConfiguration
import Tuning

@Suite struct GateTests {
    private func baseline(
        _ outcome: @escaping @Sendable (StudyDocument, RecognitionSettings) -> MockOutcome
    ) async throws -> GateBaseline {
        try await GateBaseline.measure(
            Sample.documents(ofEachKind: 2), profiles: [RecognitionProfile(settings: .tesseractDefaults)],
            corpusHash: "hash",
            engine: EngineFingerprint(tesseract: "5.3.0", leptonica: "1", poppler: "22", models: ["eng": "a"]),
            executor: MockReader(outcome: outcome), concurrency: 2)
    }

    @Test func sameReadingPasses() async throws {
        let before = try await baseline { document, _ in MockOutcome(text: document.id) }
        #expect(before.documents.map(\.id) == before.documents.map(\.id).sorted())
        #expect(before.documents.count == 8)
        let report = try Gate.compare(before, with: before)
        #expect(report.verdict == .same && report.changes.isEmpty && report.notes.isEmpty)
    }

    @Test func oneWrongFieldOnOnePageFails() async throws {
        let before = try await baseline { _, _ in MockOutcome(right: 10) }
        let after = try await baseline { document, _ in
            MockOutcome(right: document.id == "validation-photo-1" ? 9 : 10)
        }
        let report = try Gate.compare(before, with: after)
        #expect(report.verdict == .fell)
        #expect(report.changes.map(\.document) == ["validation-photo-1"])
        #expect(report.changes.first?.lost.map(\.path) == ["result/9"])
        #expect(report.changes.first?.won.isEmpty == true)
    }

    @Test func oneKindIsNotMadeGoodByAnother() async throws {
        let before = try await baseline { _, _ in MockOutcome(right: 10) }
        let after = try await baseline { document, _ in MockOutcome(right: document.kind == .scan ? 9 : 15) }
        #expect(try Gate.compare(before, with: after).verdict == .fell)
    }

    @Test func betterReadingIsAnImprovement() async throws {
        let before = try await baseline { _, _ in MockOutcome(right: 10) }
        let after = try await baseline { document, _ in MockOutcome(right: document.kind == .scan ? 11 : 10) }
        let report = try Gate.compare(before, with: after)
        #expect(report.verdict == .improved && report.sentence.contains("gate accept"))
        #expect(report.changes.allSatisfy { $0.won.map(\.path) == ["result/10"] && $0.lost.isEmpty })
    }

    @Test func worseTextFailsWhenFieldsAreEqual() async throws {
        let before = try await baseline { _, _ in MockOutcome(text: "a reference text\nand more") }
        let after = try await baseline { _, _ in MockOutcome(text: "a reference test\nand more") }
        let report = try Gate.compare(before, with: after)
        #expect(report.verdict == .fell)
        #expect(report.changes.first?.text?.place == "line 1")
        #expect(report.changes.first?.text?.after == "a reference test")
    }

    @Test func otherTextOfTheSameWorthIsAChange() async throws {
        let before = try await baseline { _, _ in MockOutcome(text: "a reference tost") }
        let after = try await baseline { _, _ in MockOutcome(text: "a reference tast") }
        #expect(try Gate.compare(before, with: after).verdict == .changed)
    }

    @Test func failureIsNamed() async throws {
        let before = try await baseline { _, _ in MockOutcome() }
        let after = try await baseline { document, _ in
            document.kind == .text
                ? MockOutcome(text: "", right: 0, ending: .failed("The PDF is damaged.")) : MockOutcome()
        }
        let report = try Gate.compare(before, with: after)
        #expect(report.verdict == .fell)
        #expect(report.changes.map(\.failureAfter) == ["The PDF is damaged.", "The PDF is damaged."])
    }

    @Test func otherCorpusAndOtherEngineAreNoticed() async throws {
        let before = try await baseline { _, _ in MockOutcome() }
        var after = before
        after.engine.tesseract = "5.4.0"
        after.engine.models["eng"] = "b"
        #expect(
            try Gate.compare(before, with: after).notes == [
                "tesseract was 5.3.0 and is 5.4.0.", "The model eng has changed.",
            ])
        after.corpusHash = "other"
        #expect(throws: TuningError.self) { try Gate.compare(before, with: after) }
    }

    @Test func fileIsReadBackAsItWasWritten() async throws {
        let path = Sample.temporaryPath() + ".json"
        #expect(try GateBaseline.load(path: path) == nil)
        let baseline = try await baseline { document, _ in MockOutcome(text: "line\n\(document.id)") }
        try baseline.write(path: path)
        #expect(try GateBaseline.load(path: path) == baseline)
        try Data("{\"schemaVersion\": 1}".utf8).write(to: URL(filePath: path))
        #expect(throws: TuningError.self) { try GateBaseline.load(path: path) }
    }
}

@Suite struct EvaluationRunTests {
    @Test func figuresByKindAndWeighted() async throws {
        let contenders = [
            CorpusEvaluation.Contender(.defaults),
            .init(
                name: "tuned",
                profiles: [
                    RecognitionProfile(kinds: [.photo], settings: try RecognitionSettings(parsing: "psm=11")),
                    RecognitionProfile(
                        kinds: [.text, .scan, .screen], settings: try RecognitionSettings(parsing: "psm=6")),
                ]),
        ]
        let reader = MockReader { document, settings in
            switch settings.pageSegmentation {
            case .sparseText: MockOutcome(right: 20)
            case .singleBlock: MockOutcome(right: 15)
            default: MockOutcome(right: 10)
            }
        }
        let evaluation = try await CorpusEvaluation.run(
            contenders, on: Sample.documents(ofEachKind: 2), corpusPath: "corpus", corpusHash: "hash", mix: .standard,
            seed: 1, executor: reader, concurrency: 2)
        let tuned = contenders[1].id
        #expect(evaluation.figures(of: tuned, on: .validation, kind: .photo)?.fieldAccuracy?.value == 1)
        #expect(evaluation.figures(of: tuned, on: .tune, kind: .scan)?.fieldAccuracy?.value == 0.75)
        let weighted = try #require(evaluation.figures(of: tuned, on: .validation, kind: nil)?.fieldAccuracy)
        #expect(abs(weighted.value - 0.8) < 1e-12)
        #expect(evaluation.pages.count == 32)
    }
}

@Suite struct TunedFileTests {
    @Test func studyBecomesATunedFile() async throws {
        let request = try Sample.request(StudyTests.lists, ofEachKind: 2, machine: true)
        let result = try await Sample.run(request, MockReader(outcome: StudyTests.planted))
        let provenance = TunedConfiguration.Provenance.sample
        let tuned = try result.tunedConfiguration(provenance: provenance)
        #expect(tuned.recognition.profiles.map(\.settings) == [result.setting(.winner)?.settings])
        #expect(tuned.machines.first?.settings.concurrency == result.machine.chosenConcurrency)
        #expect(tuned.recognition.evidence.contenders.count == 3)
        #expect(tuned.recognition.evidence.decision.incumbentKept == result.decision.incumbentKept)
        let path = Sample.temporaryPath() + ".json"
        try tuned.write(path: path)
        #expect(try TunedConfiguration.load(path: path) == tuned)
        #expect(provenance.facts.first { $0.name == "corpus" }?.value == "hash")
    }

    @Test func resultIsReadBackAsItWasWritten() async throws {
        let result = try await Sample.run(
            try Sample.request(["psm=4"], ofEachKind: 2), MockReader(outcome: StudyTests.planted))
        let run = RunDirectory(path: Sample.temporaryPath() + "/")
        try run.create()
        try run.write(result)
        var expected = result
        // Dates are kept to the second.
        expected.run.finished = Date(timeIntervalSince1970: result.run.finished.timeIntervalSince1970.rounded(.down))
        let isSame = try run.readResult() == expected
        #expect(isSame)
    }
}

@Suite struct LatencyTests {
    @Test(arguments: [
        (29, false, false, false), (30, true, false, false), (60, true, true, false), (300, true, true, true),
    ])
    func percentilesNeedObservations(count: Int, p90: Bool, p95: Bool, p99: Bool) {
        let figures = LatencyFigures((1...count).map { Double($0) / 100 })
        #expect(figures.count == count)
        #expect((figures.p90 != nil, figures.p95 != nil, figures.p99 != nil) == (p90, p95, p99))
        #expect(figures.max == Double(count) / 100)
        if count == 300 { #expect(abs((figures.p99 ?? 0) - 2.97) < 0.01) }
    }

    @Test func heavyObservationsCountForMore() {
        let figures = LatencyFigures(weighted: [(1, 0.9), (2, 0.1), (3, 0)])
        #expect(abs((figures.p50 ?? 0) - 1) < 0.001)
        #expect(figures.max == 2)
        #expect(LatencyFigures([]).p50 == nil)
    }
}

@Suite struct ReadingFiguresTests {
    @Test func groupsAreAllThenKindsThenLayouts() async throws {
        let reader = MockReader { document, _ in MockOutcome(right: document.kind == .photo ? 10 : 20) }
        let evaluation = try await CorpusEvaluation.run(
            [.init(.defaults)], on: Sample.documents(ofEachKind: 2), corpusPath: "corpus", corpusHash: "hash",
            mix: .standard, seed: 1, executor: reader, concurrency: 2)
        let groups = evaluation.groups.filter { $0.split == .validation }
        #expect(
            groups.map(\.group) == [
                .all, .kind(.text), .kind(.scan), .kind(.screen), .kind(.photo), .layout("layout-0"),
                .layout("layout-1"),
            ])
        let all = try #require(groups.first)
        #expect(all.documents == 8 && all.fields.right == 140 && all.fields.wrong == 20)
        #expect(all.fieldsRight?.value == 0.875 && all.cardsRight?.value == 0.75)
        #expect(all.fieldsRight?.low.map { $0 < 0.875 } == true)
        #expect(groups[4].fieldsRight?.value == 0.5)
    }

    @Test func contendersWithoutRepairAndOfOtherEnginesAreTheirOwn() {
        let profiles = [RecognitionProfile(settings: .tesseractDefaults)]
        let ids = [
            CorpusEvaluation.Contender(name: "a", profiles: profiles).id,
            CorpusEvaluation.Contender(unrepaired: "a", profiles: profiles).id,
            CorpusEvaluation.Contender(name: "a", words: "/tmp/words").id,
        ]
        #expect(Set(ids).count == 3)
        #expect(CorpusEvaluation.Contender(name: "b", profiles: profiles).id == ids[0])
    }
}

extension TunedConfiguration.Provenance {
    static let sample = TunedConfiguration.Provenance(
        created: Date(timeIntervalSince1970: 1), run: "test", tool: "cricksy-bench 0", gitCommit: nil, gitDirty: nil,
        corpusHash: "hash", engine: EngineFingerprint(tesseract: "5", leptonica: "1", poppler: "2", models: [:]),
        machine: MachineFingerprint.current())
}
