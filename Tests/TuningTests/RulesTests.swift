import Foundation
import Recognition
import Testing
import Tuning

@Suite struct RaceScheduleTests {
    @Test func halvesSettingsAndDoublesDocuments() {
        let schedule = RaceSchedule.halving(first: 8, divisor: 2, documents: 36, settings: 22)
        #expect(
            schedule.rungs == [
                .init(documents: 8, keep: 11), .init(documents: 16, keep: 6), .init(documents: 32, keep: 3),
                .init(documents: 36, keep: 2),
            ])
        #expect(schedule.readings(settings: 22, contenders: 2, already: 0) == 24 * 8 + 13 * 8 + 8 * 16 + 5 * 4)
        #expect(schedule.readings(settings: 22, contenders: 2, already: 4) == 24 * 4 + 13 * 8 + 8 * 16 + 5 * 4)
    }

    @Test func oneSettingNeedsNoHalving() {
        #expect(
            RaceSchedule.halving(first: 8, divisor: 2, documents: 8, settings: 1).rungs == [
                .init(documents: 8, keep: 1)
            ])
    }

    @Test(arguments: [(1_000, 8, 11), (300, 4, 11), (180, 4, 8), (150, 4, 6)])
    func fitsTheBudget(allowed: Int, first: Int, keep: Int) {
        let schedule = RaceSchedule.fitting(readings: allowed, block: 4, documents: 36, settings: 22, contenders: 2)
        #expect(schedule.rungs.first == .init(documents: first, keep: keep))
        #expect(schedule.rungs.last?.documents == 36)
        #expect(schedule.readings(settings: 22, contenders: 2, already: 4) <= allowed)
    }

    @Test func cutsRoundsWhenNothingFits() {
        let schedule = RaceSchedule.fitting(readings: 60, block: 4, documents: 36, settings: 22, contenders: 2)
        #expect(schedule.rungs.map(\.documents) == [4, 8])
    }
}

@Suite struct MergerTests {
    private func entry(_ id: String, _ texts: [String?], cpu: Double = 1, contender: Bool = false) -> Merger.Entry {
        Merger.Entry(setting: id, isContender: contender, texts: texts, cpu: cpu)
    }

    @Test func contenderStandsForItsCopies() {
        let groups = Merger.groups([
            entry("a", ["1", "2"]), entry("b", ["1", "2"], contender: true), entry("c", ["1", "3"]),
        ])
        #expect(groups == [MergedSettings.sample(kept: "b", others: ["a"], documents: 2)])
    }

    @Test func cheaperTwinStaysBesideTheContender() {
        let groups = Merger.groups([
            entry("contender", ["1"], cpu: 1, contender: true), entry("dear", ["1"], cpu: 1.05),
            entry("cheap", ["1"], cpu: 0.5),
        ])
        #expect(groups == [MergedSettings.sample(kept: "cheap", others: ["dear"], documents: 1)])
    }

    @Test func differentTextsStayApart() {
        #expect(Merger.groups([entry("a", ["1"]), entry("b", ["2"])]).isEmpty)
    }
}

extension MergedSettings {
    static func sample(kept: String, others: [String], documents: Int) -> MergedSettings? {
        let json = ["kept": kept, "others": others, "documents": documents] as [String: Any]
        return (try? JSONSerialization.data(withJSONObject: json))
            .flatMap { try? JSONDecoder().decode(MergedSettings.self, from: $0) }
    }
}

@Suite struct PreferenceTests {
    private func standing(_ id: String, _ accuracy: Double, cpu: Double, bound: Double? = nil) -> Standing {
        Standing(setting: id, accuracy: accuracy, cpu: cpu, cpuRatio: cpu, cpuRatioBound: bound)
    }

    @Test func equalAccuracyIsSettledByCPU() {
        let choice = Preference.choice(among: [
            standing("best", 0.902, cpu: 1), standing("cheap", 0.9, cpu: 0.7), standing("worse", 0.89, cpu: 0.1),
            standing("dear", 0.99, cpu: 1.6),
        ])
        #expect(choice?.setting == "cheap")
    }

    @Test func whatCouldNotBeConfirmedIsNoCandidate() {
        let doubtful = standing("doubtful", 0.95, cpu: 1.4, bound: 1.55)
        let sure = standing("sure", 0.9, cpu: 0.9, bound: 0.95)
        #expect(Preference.choice(among: [doubtful, sure])?.setting == "sure")
        #expect(Preference.choice(among: [doubtful, standing("dear", 0.99, cpu: 2)])?.setting == "doubtful")
        // But doubt is no reason to leave the race.
        #expect(Preference.ranked([sure, doubtful]).map(\.setting) == ["doubtful", "sure"])
    }

    @Test func dearSettingsAreChosenOnlyAmongThemselves() {
        let dear = standing("dear", 0.9, cpu: 2)
        #expect(Preference.choice(among: [dear])?.setting == "dear")
        #expect(Preference.ranked([dear, standing("defaults", 0.5, cpu: 1)]).first?.setting == "defaults")
    }
}

@Suite struct MixTests {
    @Test func weightsAddUpToOne() throws {
        let mix = try Mix(parsing: "text=3, scan=2,screen=3,photo=2")
        #expect(mix.weights == Mix.standard.weights)
        #expect(mix.description == "text=0.3,scan=0.2,screen=0.3,photo=0.2")
    }

    @Test func kindsThatAreNotThereGiveTheirWeightAway() {
        let weights = Mix.standard.weights(among: [.text, .scan])
        #expect(abs((weights?[.text] ?? 0) - 0.6) < 1e-12 && abs((weights?[.scan] ?? 0) - 0.4) < 1e-12)
        #expect(abs((Mix.standard.mean(of: [.text: 1, .scan: 0]) ?? 0) - 0.6) < 1e-12)
    }

    @Test(arguments: ["", "text", "text=-1", "text=0", "fax=1", "text=1,text=1", "text=nan", "text=inf"])
    func nonsenseIsRefused(_ argument: String) {
        #expect(throws: TuningError.self) { try Mix(parsing: argument) }
    }
}

@Suite struct SearchSpaceTests {
    @Test func builtInSpacesAreWhole() {
        #expect(SearchSpace.standard.points.count == 48)
        // Every combination of these, so that no cell of a heat map is empty.
        let combinations = Set(
            SearchSpace.standard.points.map {
                [
                    "\($0.settings.pageSegmentation.rawValue)", "\($0.settings.preparation)",
                    "\($0.settings.secondLook != nil)",
                ]
            })
        for psm in ["3", "4", "6", "11"] {
            for look in ["true", "false"] { #expect(combinations.count { $0[0] == psm && $0[2] == look } >= 4) }
        }
        #expect(SearchSpace.quick.points.count == 5)
        #expect(SearchSpace.standard.infeasible.isEmpty)
        #expect(SearchSpace.full.points.count == 5 * 3 * 4 * 12)
        #expect(SearchSpace.full.infeasible.count == 5 * 3 * 4 * 2)
    }

    @Test func axesAndSettingsOfAFile() throws {
        let json = """
            {"schemaVersion": 1, "base": {"dpi": 300, "dictionaries": false},
             "axes": {"psm": [4, 6, 2], "prepare": ["none", "deskew+rules+height28"]},
             "settings": [{"name": "sparse", "psm": 11, "variable.textord_heavy_nr": 1}, {"psm": 4, "height": null}]}
            """
        let space = try SearchSpace(json: Data(json.utf8), name: "file")
        #expect(space.points.count == 5)
        #expect(space.infeasible.count == 2)
        #expect(space.points[0].name == "psm 4 oem 3 eng 300dpi no-dictionaries")
        #expect(space.points.last?.name == "sparse")
        #expect(space.points.last?.settings.variables == ["textord_heavy_nr": "1"])
        #expect(space.points.allSatisfy { $0.settings.textLayer == .preferWhenSound && $0.settings.rasterDPI == 300 })
        #expect(
            space.points.contains {
                $0.settings.preparation == PagePreparation(deskew: true, removeRules: true, targetTextHeight: 28)
            })
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"schemaVersion": 2, "settings": [{"psm": 4}]}"#, #"{"schemaVersion": 1}"#,
        #"{"schemaVersion": 1, "axis": {}}"#, #"{"schemaVersion": 1, "settings": [{"psm": 14}]}"#,
        #"{"schemaVersion": 1, "settings": [{"pms": 4}]}"#, #"{"schemaVersion": 1, "axes": {"dpi": [9000]}}"#,
    ])
    func brokenFilesAreRefused(_ json: String) {
        #expect(throws: TuningError.self) { try SearchSpace(json: Data(json.utf8), name: "file") }
    }

    @Test func settingsOfACommandLine() throws {
        let settings = try RecognitionSettings(
            parsing:
                "psm=6, oem=1,models=eng+fra,prepare=background+height32,threshold=sauvola,text-layer=prefer,resolution=300"
        )
        #expect(settings.pageSegmentation == .singleBlock && settings.engine == .lstmOnly)
        #expect(settings.models == ["eng", "fra"] && settings.declaredResolution == 300)
        #expect(
            settings.preparation
                == PagePreparation(normalizeBackground: true, targetTextHeight: 32, thresholding: .sauvola))
        #expect(settings.textLayer == .preferWhenSound)
        #expect(try RecognitionSettings(parsing: "psm=6,oem=3") == SearchSpace.Point.guide.settings)
    }

    @Test(arguments: ["psm", "psm=x", "dpi=10", "models=../x", "prepare=polish", "deskew=maybe", "height=99"])
    func wrongSettingsAreRefused(_ list: String) {
        #expect(throws: TuningError.self) { try RecognitionSettings(parsing: list) }
    }
}

@Suite struct DocumentOrderTests {
    @Test func everyBeginningIsAFairSample() {
        let documents = Sample.documents(ofEachKind: 5).filter { $0.split == .tune }
        let order = DocumentOrder.stratified(documents, seed: 3)
        #expect(Set(order) == Set(documents))
        for block in 0..<5 {
            #expect(Set(order[(4 * block)..<(4 * block + 4)].map(\.kind)).count == 4)
        }
        #expect(order == DocumentOrder.stratified(documents.reversed(), seed: 3))
        #expect(order != DocumentOrder.stratified(documents, seed: 4))
    }

    @Test func sampleTakesHalfOfEachSplit() {
        let sample = DocumentOrder.sample(Sample.documents(ofEachKind: 5), pages: 8, seed: 1)
        #expect(sample.count == 8)
        #expect(sample.count { $0.split == .tune } == 4)
        #expect(Set(sample.map(\.kind)).count == 4)
    }
}

@Suite struct SpaceSchemaTests {
    /// `cricksy-bench sweep --space-schema >reports/space.schema.json` writes the committed file anew.
    @Test func committedSchemaIsThatOfTheProgram() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let committed = try Data(contentsOf: root.appending(path: "reports/space.schema.json"))
        #expect(try SearchSpace.schema() == committed)
        let schema = try #require(try JSONSerialization.jsonObject(with: committed) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        for part in ["base", "axes"] {
            let keys = try #require((properties[part] as? [String: Any])?["properties"] as? [String: Any]).keys
            #expect(Set(keys) == Set(SettingsKey.allCases.map(\.rawValue)))
        }
    }
}

@Suite struct PolicyTests {
    private func standing(
        _ id: String, _ accuracy: Double, cpu: Double, p95: Double = 1, memory: Int = 100 << 20
    ) -> Standing {
        Standing(setting: id, accuracy: accuracy, cpu: cpu, cpuRatio: 0.5, p95: p95, residentBytes: memory)
    }

    @Test func goalsDecideAmongWhatReadsAboutAsWell() {
        let all = [
            standing("exact", 0.92, cpu: 1.5), standing("fast", 0.905, cpu: 0.7, memory: 120 << 20),
            standing("small", 0.91, cpu: 1.6, memory: 60 << 20), standing("poor", 0.8, cpu: 0.1, memory: 1 << 20),
        ]
        let choice = { (policy: SelectionPolicy) in Preference.choice(among: all, policy: policy)?.setting }
        #expect(choice(SelectionPolicy()) == "exact")
        #expect(choice(SelectionPolicy(prefer: .speed)) == "fast")
        #expect(choice(SelectionPolicy(prefer: .memory)) == "small")
        #expect(choice(SelectionPolicy(maximumResidentBytes: 70 << 20)) == "small")
        #expect(choice(SelectionPolicy(prefer: .speed, minimumAccuracy: 0.908)) == "exact")
        #expect(choice(SelectionPolicy(maximumP95Seconds: 0.5)) == nil)
        #expect(Preference.front(of: all).map(\.setting) == ["exact", "fast", "small", "poor"])
        #expect(Preference.front(of: all + [standing("worse", 0.9, cpu: 1.7)]).count == 4)
        #expect(Preference.rule(SelectionPolicy(prefer: .memory, minimumAccuracy: 0.9)).contains("at least 90%"))
    }
}
