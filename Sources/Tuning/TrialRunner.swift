internal import Recognition

/// Measures what is not yet known, some documents at a time, and keeps every answer at once.
struct TrialRunner {
    /// Where answers are kept; nil keeps none.
    let store: StudyStore?
    let executor: any TrialExecutor
    let concurrency: Int
    let progress: ProgressTracker
    /// What an earlier run has measured. A table holds of it only what was asked for in this one, so that a study which goes
    /// on finds what it would have found in one piece.
    var known = MeasurementTable(documents: [])

    /// Settings of one request: enough to share a page's raster, few enough that a kill loses seconds and that readers
    /// finish a round at about the same time. With 1, a reading's peak of memory is its own.
    var settingsTogether = 8
    /// Whether only accuracy counts: then costs are forgotten, and answers are kept apart from those of this machine.
    var screens = false

    private struct Trial: Sendable {
        let document: StudyDocument
        let settings: [RecognitionSettings]
    }

    private typealias Answer = Result<(StudyDocument, [SettingID: TrialMeasurement]), TuningError>

    /// Keeps who left for whoever looks on. No run fails because it cannot be watched.
    func note(_ dropped: [DroppedSetting]) { try? store?.set(dropped, for: StudyStore.droppedName) }

    /// Reads the documents with the points, each kind with its settings, and adds what they gave to the table.
    func measure(
        _ points: [SearchSpace.Point], on documents: [StudyDocument], into table: inout MeasurementTable
    ) async throws(TuningError) {
        for point in points {
            table.define(point)
            recall(point, on: documents, into: &table)
        }
        var trials = missing(points, on: documents, in: table)[...]
        let done = points.count * documents.count - trials.reduce(0) { $0 + $1.settings.count }
        progress.advance(done, wallSeconds: nil)
        let result = await withTaskGroup(of: Answer.self) { group -> Result<MeasurementTable, TuningError> in
            var table = table
            for trial in trials.prefix(concurrency) { group.addTask { await read(trial) } }
            trials = trials.dropFirst(concurrency)
            for await answer in group {
                switch answer {
                case .success(let (document, measurements)): table.add(measurements, document: document.id)
                case .failure(let error):
                    group.cancelAll()
                    return .failure(error)
                }
                if let next = trials.popFirst() { group.addTask { await read(next) } }
            }
            return .success(table)
        }
        table = try result.get()
    }

    private func recall(
        _ point: SearchSpace.Point, on documents: [StudyDocument], into table: inout MeasurementTable
    ) {
        for document in documents {
            let id = point.settings(for: document.kind).studyID
            guard let measurement = known.measurement(id, document.id) else { continue }
            table.add([id: measurement], document: document.id)
        }
    }

    /// Settings go first one way and then the other, so that none always finds the reader fresh (A B B A).
    private func missing(
        _ points: [SearchSpace.Point], on documents: [StudyDocument], in table: MeasurementTable
    ) -> [Trial] {
        documents.enumerated().flatMap { number, document in
            var open: [RecognitionSettings] = []
            for point in points where table.measurement(point.id, document.id) == nil {
                let settings = point.settings(for: document.kind)
                if !open.contains(settings) { open.append(settings) }
            }
            let ordered = number.isMultiple(of: 2) ? open : open.reversed()
            return stride(from: 0, to: ordered.count, by: settingsTogether).map { start in
                Trial(document: document, settings: Array(ordered.dropFirst(start).prefix(settingsTogether)))
            }
        }
    }

    private func read(_ trial: Trial) async -> Answer {
        do throws(TuningError) {
            let answer = try await executor.measure(trial.document, plan: .all(trial.settings))
            let measurements = screens ? answer.map(\.accuracyAlone) : answer
            let bySetting = Dictionary(uniqueKeysWithValues: zip(trial.settings.map(\.studyID), measurements))
            try store?.add(bySetting, document: trial.document.id, isScreening: screens)
            let wall = screens ? nil : measurements.reduce(0) { $0 + $1.wallSeconds }
            progress.advance(measurements.count, wallSeconds: wall)
            return .success((trial.document, bySetting))
        } catch {
            return .failure(error)
        }
    }
}
