internal import Foundation
internal import GRDB
internal import Recognition

/// The study on disk, `study.sqlite`: what was asked for and every measurement as soon as it is made, so that a run that
/// is killed goes on where it was. Readable with `sqlite3`.
public final class StudyStore: Sendable {
    private let queue: DatabaseQueue
    private let path: String

    /// Opens the study in a file, making it when there is none.
    public init(path: String) throws(TuningError) {
        self.path = path
        do {
            var configuration = Configuration()
            configuration.label = "study"
            // Whoever looks on (`report --serve`) holds the file for milliseconds.
            configuration.busyMode = .timeout(30)
            configuration.prepareDatabase { database in
                // A kill of the program loses nothing without fsync; only a kill of the machine would.
                try database.execute(sql: "PRAGMA synchronous = OFF")
            }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try Self.migrator.migrate(queue)
        } catch {
            throw .store(path: path, reason: "\(error)")
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
                    CREATE TABLE setting (
                        id TEXT PRIMARY KEY, name TEXT NOT NULL, settings TEXT NOT NULL) WITHOUT ROWID;
                    CREATE TABLE measurement (
                        setting TEXT NOT NULL REFERENCES setting(id), document TEXT NOT NULL,
                        ending TEXT NOT NULL, text TEXT NOT NULL, fields TEXT NOT NULL, score TEXT NOT NULL,
                        cpu_seconds REAL NOT NULL, wall_seconds REAL NOT NULL, peak_resident_bytes INTEGER,
                        PRIMARY KEY (setting, document)) WITHOUT ROWID;
                    CREATE TABLE load (
                        setting TEXT NOT NULL REFERENCES setting(id), concurrency INTEGER NOT NULL,
                        documents TEXT NOT NULL, measurement TEXT NOT NULL,
                        PRIMARY KEY (setting, concurrency)) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("2") { database in
            try database.execute(
                sql: """
                    CREATE TABLE screening (
                        setting TEXT NOT NULL REFERENCES setting(id), document TEXT NOT NULL,
                        ending TEXT NOT NULL, text TEXT NOT NULL, fields TEXT NOT NULL, score TEXT NOT NULL,
                        by_fleet INTEGER NOT NULL, PRIMARY KEY (setting, document)) WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}

// MARK: - Meta

extension StudyStore {
    /// Keeps a value under a name.
    package func set(_ value: some Encodable, for name: String) throws(TuningError) {
        let text = try encoded(value)
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", arguments: [name, text])
        }
    }

    /// The value kept under a name.
    package func value<Value: Decodable & Sendable>(_ type: Value.Type, for name: String) throws(TuningError) -> Value?
    {
        try read { database in
            try String.fetchOne(database, sql: "SELECT value FROM meta WHERE name = ?", arguments: [name])
                .map { try StudyJSON.value(type, from: $0) }
        }
    }

    /// Writes down the settings that measurements refer to.
    package func add(_ points: [SearchSpace.Point]) throws(TuningError) {
        try write { database in
            for point in points {
                for settings in point.parts {
                    let name = point.profiles == nil ? point.name : settings.description
                    try database.execute(
                        sql: "INSERT OR IGNORE INTO setting (id, name, settings) VALUES (?, ?, ?)",
                        arguments: [settings.studyID, name, try StudyJSON.text(settings)])
                }
            }
        }
    }
}

// MARK: - Measurements

extension StudyStore {
    /// Keeps what one document gave, all settings of its request or none.
    ///
    /// - Parameter isScreening: they are of accuracy alone.
    package func add(
        _ measurements: [SettingID: TrialMeasurement], document: String, isScreening: Bool = false
    ) throws(TuningError) {
        try write { database in
            for (setting, measurement) in measurements where isScreening {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO screening VALUES (?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        setting, document, try StudyJSON.text(measurement.ending), measurement.text,
                        try StudyJSON.text(measurement.fields), try StudyJSON.text(measurement.score),
                        measurement.byFleet == true,
                    ])
            }
            for (setting, measurement) in measurements where !isScreening {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO measurement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        setting, document, try StudyJSON.text(measurement.ending), measurement.text,
                        try StudyJSON.text(measurement.fields), try StudyJSON.text(measurement.score),
                        measurement.cpuSeconds, measurement.wallSeconds, measurement.peakResidentBytes,
                    ])
            }
        }
    }

    /// Every reading of a screening so far, by setting and document.
    package func screening() throws(TuningError) -> [SettingID: [String: TrialMeasurement]] {
        try read { database in
            var table: [SettingID: [String: TrialMeasurement]] = [:]
            let rows = try Row.fetchCursor(
                database, sql: "SELECT *, 0.0 AS cpu_seconds, 0.0 AS wall_seconds FROM screening")
            while let row = try rows.next() {
                var measurement = try TrialMeasurement(row)
                measurement.byFleet = row["by_fleet"] == 1 ? true : nil
                table[row["setting"], default: [:]][row["document"]] = measurement
            }
            return table
        }
    }

    /// Everything measured so far, by setting and document.
    package func measurements() throws(TuningError) -> [SettingID: [String: TrialMeasurement]] {
        try read { database in
            var table: [SettingID: [String: TrialMeasurement]] = [:]
            let rows = try Row.fetchCursor(database, sql: "SELECT * FROM measurement")
            while let row = try rows.next() {
                table[row["setting"], default: [:]][row["document"]] = try TrialMeasurement(row)
            }
            return table
        }
    }

    /// Keeps a load.
    package func add(
        _ load: LoadMeasurement, setting: SettingID, concurrency: Int, documents: [String]
    ) throws(TuningError) {
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO load VALUES (?, ?, ?, ?)",
                arguments: [setting, concurrency, try StudyJSON.text(documents), try StudyJSON.text(load)])
        }
    }

    /// The load of a setting at a concurrency, when it was measured on these documents.
    package func load(setting: SettingID, concurrency: Int, documents: [String]) throws(TuningError) -> LoadMeasurement?
    {
        try read { database in
            try String.fetchOne(
                database,
                sql: "SELECT measurement FROM load WHERE setting = ? AND concurrency = ? AND documents = ?",
                arguments: [setting, concurrency, try StudyJSON.text(documents)]
            )
            .map { try StudyJSON.value(LoadMeasurement.self, from: $0) }
        }
    }

    private func encoded(_ value: some Encodable) throws(TuningError) -> String {
        do { return try StudyJSON.text(value) } catch { throw .store(path: path, reason: "\(error)") }
    }

    private func write(_ updates: @Sendable (Database) throws -> Void) throws(TuningError) {
        do { try queue.write(updates) } catch { throw .store(path: path, reason: "\(error)") }
    }

    private func read<Value>(_ value: @Sendable (Database) throws -> Value) throws(TuningError) -> Value {
        do { return try queue.read(value) } catch { throw .store(path: path, reason: "\(error)") }
    }
}

extension TrialMeasurement {
    fileprivate init(_ row: Row) throws {
        self.init(
            ending: try StudyJSON.value(Ending.self, from: row["ending"] as String), text: row["text"],
            fields: try StudyJSON.value([String: String].self, from: row["fields"] as String),
            score: try StudyJSON.value(DocumentScore.self, from: row["score"] as String),
            cpuSeconds: row["cpu_seconds"],
            wallSeconds: row["wall_seconds"], peakResidentBytes: row["peak_resident_bytes"])
    }
}
