internal import Evaluation
internal import Foundation
internal import GRDB
internal import Recognition

/// Looks on while a sweep writes its store: opens it for reading alone, in short looks, and remembers what it has seen.
public struct LiveStudy: Sendable {
    private let directory: RunDirectory
    private let queue: DatabaseQueue
    private let request: StudyRequest
    private let names: [SettingID: String]
    private let documents: [String: StudyDocument]
    private var rows: [Key: LiveRow] = [:]

    private struct Key: Hashable {
        let setting: SettingID
        let document: String
    }

    /// Measurements fetched in one look, so that the sweep never waits long for its turn to write.
    private static let mostInOneLook = 100
    /// Draws behind an interval: fewer than in a report, for they are made anew with every look.
    private static let resamples = 300

    /// Opens the study of a run.
    public init(_ directory: RunDirectory) throws(TuningError) {
        self.directory = directory
        guard FileManager.default.fileExists(atPath: directory.study) else {
            throw .cannotRead(path: directory.study, reason: "there is no such study; has the sweep begun?")
        }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.label = "onlooker"
            configuration.busyMode = .timeout(5)
            queue = try DatabaseQueue(path: directory.study, configuration: configuration)
            let text = try queue.read { database in
                try String.fetchOne(database, sql: "SELECT value FROM meta WHERE name = 'request'")
            }
            guard let text else {
                throw TuningError.cannotRead(path: directory.study, reason: "its study was never begun")
            }
            request = try StudyJSON.value(StudyRequest.self, from: text)
            names = try queue.read { database in
                let rows = try Row.fetchAll(database, sql: "SELECT id, name FROM setting")
                return Dictionary(rows.map { ($0["id"], $0["name"]) }) { (first: String, _) in first }
            }
        } catch let error as TuningError {
            throw error
        } catch {
            throw .store(path: directory.study, reason: "\(error)")
        }
        documents = Dictionary(request.documents.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The study as it stands now.
    public mutating func snapshot() throws(TuningError) -> LiveSnapshot {
        let dropped: [SettingID: String]
        let loads: Int
        do {
            try fetchNewRows()
            (dropped, loads) = try queue.read { database in
                let text = try String.fetchOne(
                    database, sql: "SELECT value FROM meta WHERE name = ?", arguments: [StudyStore.droppedName])
                let list = try text.map { try StudyJSON.value([DroppedSetting].self, from: $0) } ?? []
                let loads = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM load") ?? 0
                return (Dictionary(list.map { ($0.setting, $0.reason) }) { $1 }, loads)
            }
        } catch {
            throw .store(path: directory.study, reason: "\(error)")
        }
        let progress = directory.progressOfWork()
        let standings = LiveStandings(request: request, rows: rowsBySetting, resamples: Self.resamples)
        let age = progress.map { max(0, Date().timeIntervalSince1970 - $0.written) } ?? 0
        return LiveSnapshot(
            run: request.run, started: request.started, search: request.search.rawValue, isRunning: progress != nil,
            stage: progress?.stage, detail: progress?.detail, readings: rows.count, planned: progress?.planned,
            done: progress?.done, secondsLeft: progress?.secondsLeft.map { max(0, $0 - age) },
            documents: request.documents.count { $0.split == .tune && request.mix.weights[$0.kind] != nil },
            standings: standings.all(names: names, dropped: dropped),
            waiting: Set(names.keys).subtracting(rows.keys.map(\.setting)).count, loads: loads)
    }

    private var rowsBySetting: [SettingID: [(StudyDocument, LiveRow)]] {
        var table: [SettingID: [(StudyDocument, LiveRow)]] = [:]
        for (key, row) in rows {
            guard let document = documents[key.document] else { continue }
            table[key.setting, default: []].append((document, row))
        }
        return table.mapValues { $0.sorted { $0.0.id < $1.0.id } }
    }

    private mutating func fetchNewRows() throws {
        let keys = try queue.read { database in
            try Row.fetchAll(database, sql: "SELECT setting, document FROM measurement").map { row in
                Key(setting: row["setting"], document: row["document"])
            }
        }
        let new = keys.filter { rows[$0] == nil }
        for start in stride(from: 0, to: new.count, by: Self.mostInOneLook) {
            let part = new[start..<min(new.count, start + Self.mostInOneLook)]
            let fetched = try queue.read { database in
                try part.compactMap { key in
                    try Row.fetchOne(
                        database,
                        sql: """
                            SELECT json_extract(score, '$.counts') AS counts, cpu_seconds FROM measurement
                            WHERE setting = ? AND document = ?
                            """, arguments: [key.setting, key.document]
                    ).map { (key, try LiveRow($0)) }
                }
            }
            for (key, row) in fetched { rows[key] = row }
        }
    }
}

/// What one reading counts.
struct LiveRow {
    let right: Double
    let total: Double
    let cpuSeconds: Double

    fileprivate init(_ row: Row) throws {
        let counts = try StudyJSON.value([FieldKind: FieldCounts].self, from: row["counts"] as String)
        let sum = counts.values.reduce(FieldCounts(), +)
        (right, total, cpuSeconds) = (Double(sum.right), Double(sum.total), row["cpu_seconds"])
    }
}

extension StudyStore {
    /// Name under which the settings that left are kept for onlookers.
    static let droppedName = "dropped"
}
