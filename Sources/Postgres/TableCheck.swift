/// Compares the columns of `uploads` with what the worker reads and writes.
struct TableCheck {
    private struct Column {
        var type: String
        var isReadable: Bool
        var isWritable: Bool
    }

    private let columns: [String: Column]

    private static let text: Set<String> = ["character varying", "text"]
    private static let needed: [(name: String, types: Set<String>, isWritten: Bool)] = [
        ("id", ["integer", "bigint", "smallint"], false), ("filename", text, false),
        ("file_type", text, false),
        ("s3_key", text, false), ("status", text, true), ("parsed_preview", ["json", "jsonb"], true),
        ("error_message", text, true),
        ("updated_at", ["timestamp with time zone", "timestamp without time zone"], true),
    ]

    /// Rows of name, type, SELECT privilege, UPDATE privilege.
    init(_ rows: Rows) {
        var columns: [String: Column] = [:]
        for row in rows.values where row.count == 4 {
            columns[row[0] ?? ""] = Column(
                type: row[1] ?? "", isReadable: row[2] == "t", isWritable: row[3] == "t")
        }
        self.columns = columns
    }

    var findings: [DatabaseFinding] {
        guard !columns.isEmpty else {
            return [
                DatabaseFinding(
                    "table uploads", .failed, "not found in the search path",
                    remedy:
                        "Run the backend's migrations, or check the database's name and search_path in DATABASE_URL."
                )
            ]
        }
        return [shape, privileges]
    }

    private var shape: DatabaseFinding {
        let faults = Self.needed.compactMap { name, types, _ in
            guard let column = columns[name] else { return "\(name) is missing" }
            return types.contains(column.type) ? nil : "\(name) is of type \(column.type)"
        }
        return faults.isEmpty
            ? DatabaseFinding("table uploads", .good, "all columns are there")
            : DatabaseFinding(
                "table uploads", .failed, faults.joined(separator: ", "),
                remedy: "Run the backend's migrations.")
    }

    private var privileges: DatabaseFinding {
        let readable = Self.needed.map(\.name)
        let written = Self.needed.filter(\.isWritten).map(\.name)
        let unreadable = readable.filter { columns[$0]?.isReadable == false }
        let unwritable = written.filter { columns[$0]?.isWritable == false }
        let faults = [("SELECT", unreadable), ("UPDATE", unwritable)].filter { !$0.1.isEmpty }
        return faults.isEmpty
            ? DatabaseFinding("table privileges", .good, "SELECT and UPDATE")
            : DatabaseFinding(
                "table privileges", .failed,
                "no "
                    + faults.map { "\($0.0) on \($0.1.joined(separator: ", "))" }.joined(separator: "; no "),
                remedy: "GRANT SELECT, UPDATE ON uploads TO the worker's user.")
    }
}
