import Postgres
import Testing

@Suite struct UploadsTableTests {
    private func with(
        connections: Int = 1, _ body: (Database, UploadsTable) async throws -> Void
    ) async throws {
        let server = try await PostgresServer.shared.value
        let admin = try server.admin()
        var configuration = try server.configuration()
        configuration.connections = connections
        let database = try Database(configuration)
        try await body(admin, UploadsTable(database))
        await database.shutDown()
        await admin.shutDown()
    }

    @Test func loadsARow() async throws {
        try await with { admin, table in
            let key = "uploads/u/it's%20 a+\"b\"/\u{1F3CF}..c.png"
            let id = try await Uploads.insert(admin, status: "pending", key: key)
            let name = "it's a \"card\" \\ \u{1F3CF}.png"
            var loaded = try #require(try await table.load(id))
            #expect(loaded.secondsSinceChange > 3600, "the fixture's rows are years old")
            loaded.secondsSinceChange = 0
            #expect(
                loaded == Upload(id: id, s3Key: key, fileType: "image/png", filename: name, status: .pending))
            for missing in [0, -1, 999_999, Int.max] { #expect(try await table.load(missing) == nil) }
        }
    }

    @Test func readyClearsTheErrorAndTouchesTheRow() async throws {
        try await with { admin, table in
            let id = try await Uploads.insert(admin)
            #expect(try await table.markFailed(id, errorMessage: "first"))
            #expect(try await Uploads.row(admin, id) == ["failed", nil, "first", "t"])
            #expect(try await table.load(id)?.errorMessage == "first")
            let preview = #"{"deliveries": [], "metadata":{"confidence":0.50,"z":1,"a":"\u00e9"}}"#
            #expect(try await table.markReady(id, previewJSON: preview))
            #expect(try await Uploads.row(admin, id) == ["ready", preview, nil, "t"])
            let upload = try #require(try await table.load(id))
            #expect(upload.status == .ready && upload.hasPreview && upload.errorMessage == nil)
        }
    }

    @Test func failedKeepsThePreview() async throws {
        try await with { admin, table in
            let id = try await Uploads.insert(admin)
            #expect(try await table.markReady(id, previewJSON: "{}"))
            #expect(try await table.markFailed(id, errorMessage: "later", expecting: [.ready]))
            #expect(try await Uploads.row(admin, id) == ["failed", "{}", "later", "t"])
        }
    }

    @Test(arguments: ["pending", "processing", "ready", "failed", "archived", "odd \"one\" \\ , {}"])
    func onlyExpectedStatusesChange(status: String) async throws {
        let all: [UploadStatus] = [
            .pending, .processing, .ready, .failed, UploadStatus(rawValue: status),
        ]
        try await with { admin, table in
            for expected in all {
                let id = try await Uploads.insert(admin, status: status)
                let before = try await Uploads.row(admin, id)
                let isDone = try await table.markReady(id, previewJSON: "[]", expecting: [expected])
                #expect(isDone == (expected.rawValue == status))
                if !isDone { #expect(try await Uploads.row(admin, id) == before) }
            }
            let id = try await Uploads.insert(admin, status: status)
            #expect(try await !table.markReady(id, previewJSON: "[]", expecting: []))
            #expect(
                try await table.markProcessing(id, expecting: [.pending, .failed])
                    == ["pending", "failed"].contains(status))
        }
    }

    @Test func doingItAgainIsHarmless() async throws {
        try await with { admin, table in
            let id = try await Uploads.insert(admin)
            #expect(try await table.markReady(id, previewJSON: "[1]"))
            let row = try await Uploads.row(admin, id)
            #expect(try await !table.markReady(id, previewJSON: "[1]"))
            #expect(try await !table.markReady(id, previewJSON: "[2]"))
            #expect(try await !table.markFailed(id, errorMessage: "late"))
            #expect(try await !table.markProcessing(id))
            #expect(try await Uploads.row(admin, id) == row)
        }
    }

    @Test func aDeletedRowIsNoError() async throws {
        try await with { admin, table in
            let id = try await Uploads.insert(admin)
            _ = try await admin.query(
                Statement("DELETE FROM uploads WHERE id = $1::integer"), [String(id)])
            #expect(try await table.load(id) == nil)
            #expect(try await !table.markReady(id, previewJSON: "[]"))
            #expect(try await !table.markFailed(id, errorMessage: "x"))
        }
    }

    @Test func ofManyAtOnceOneWins() async throws {
        try await with(connections: 4) { admin, table in
            for _ in 0..<10 {
                let id = try await Uploads.insert(admin)
                let winners: [String] = try await withThrowingTaskGroup(of: String?.self) { group in
                    for number in 0..<8 {
                        group.addTask { () async throws -> String? in
                            if number % 2 == 0 {
                                return try await table.markReady(id, previewJSON: "[\(number)]")
                                    ? "[\(number)]" : nil
                            }
                            let isDone = try await table.markFailed(
                                id, errorMessage: "e\(number)", expecting: [.processing])
                            return isDone ? "e\(number)" : nil
                        }
                    }
                    return try await group.reduce(into: []) { if let winner = $1 { $0.append(winner) } }
                }
                let row = try await Uploads.row(admin, id)
                // A failed upload may become ready, so a failure that came first does not stand.
                #expect(winners.count == 1 || (winners.count == 2 && row[0] == "ready"))
                #expect(winners.contains { $0 == (row[0] == "ready" ? row[1] : row[2]) })
            }
        }
    }

    @Test func ofManyWhoExpectProcessingExactlyOneWins() async throws {
        try await with(connections: 4) { admin, table in
            for _ in 0..<10 {
                let id = try await Uploads.insert(admin)
                let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for number in 0..<8 {
                        group.addTask { () async throws -> Bool in
                            try await table.markReady(id, previewJSON: "[\(number)]", expecting: [.processing])
                        }
                    }
                    return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                #expect(wins == 1)
            }
        }
    }

    @Test func hostileTextReachesTheRowHarmless() async throws {
        try await with { admin, table in
            let id = try await Uploads.insert(admin)
            #expect(try await table.markFailed(id, errorMessage: "a\0b'; DROP TABLE uploads; --\u{202E}"))
            #expect(try await Uploads.row(admin, id)[2] == "ab'; DROP TABLE uploads; --\u{202E}")
            let hostile = "{\"t\":\"\\u0000x\\ud800\0'; DROP TABLE uploads; --\",\"n\":NaN}"
            #expect(try await table.markReady(id, previewJSON: hostile))
            let sql =
                "SELECT parsed_preview->>'t', parsed_preview::jsonb->>'n' FROM uploads WHERE id = $1::integer"
            let row = try await admin.query(Statement(sql), [String(id)]).values[0]
            #expect(row == ["x\u{FFFD}'; DROP TABLE uploads; --", nil])
            let long = try await Uploads.insert(admin)
            #expect(
                try await table.markFailed(
                    long, errorMessage: String(repeating: "\u{1F3CF}", count: 100_000)))
            #expect(try await Uploads.row(admin, long)[2]?.unicodeScalars.count == 2000)
        }
    }

    @Test func aPreviewOfSixMegabytesFits() async throws {
        try await with { admin, table in
            let id = try await Uploads.insert(admin)
            let preview = "[\"" + String(repeating: "0123456789", count: 600_000) + "\"]"
            #expect(try await table.markReady(id, previewJSON: preview))
            #expect(try await Uploads.row(admin, id)[1] == preview)
        }
    }

    @Test func whatIsNoJSONIsAPermanentError() async throws {
        try await with { admin, table in
            let id = try await Uploads.insert(admin)
            let error = try await failure { () async throws(PostgresError) in
                try await table.markReady(id, previewJSON: "{\"a\":")
            }
            #expect(error.sqlState?.code == "22P02" && error.disposition == .permanent)
            #expect(try await Uploads.row(admin, id)[0] == "processing")
        }
    }

    @Test func aValueWithNULIsRefusedBeforeItIsCut() async throws {
        try await with { admin, _ in
            let error = try await failure { () async throws(PostgresError) in
                try await admin.query(Statement("SELECT $1"), ["a\0b"])
            }
            #expect(error.reason == .unsendableValue && error.disposition == .permanent)
            #expect(try await admin.query(Statement("SELECT 1")).values == [["1"]])
        }
    }
}
