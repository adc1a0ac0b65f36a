internal import CLibPQ
internal import Glibc

/// One libpq connection. Belongs to one thread; closed with its owner.
struct ConnectionHandle: ~Copyable {
    /// What a connection in the making waits for.
    enum Progress {
        case readable, writable, connected, failed
    }

    /// What the server answered to one statement.
    enum Answer {
        case rows(Rows)
        /// The code is nil when it was libpq that failed.
        case failure(SQLState?, String)
    }

    private let connection: OpaquePointer

    /// Begins to connect; looking up the host's name blocks.
    init(_ parameters: [DatabaseURL.Parameter]) throws(PostgresError) {
        let started = Self.withCStrings(parameters.map(\.keyword)) { keywords in
            Self.withCStrings(parameters.map(\.value)) { PQconnectStartParams(keywords, $0, 0) }
        }
        guard let started else { throw PostgresError(.unreachable, "out of memory") }
        connection = started
        // Verbose messages name the SQLSTATE, which libpq gives for a refused login in no other way.
        PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
        // By default libpq prints notices on standard error.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
    }

    deinit { PQfinish(connection) }

    /// -1 while there is none.
    var socket: Int32 { PQsocket(connection) }
    var hasFailed: Bool { PQstatus(connection) == CONNECTION_BAD }
    var errorMessage: String { PQerrorMessage(connection).map { String(cString: $0) } ?? "" }
    /// 150018 for 15.18.
    var serverVersion: Int { Int(PQserverVersion(connection)) }

    /// Goes on connecting.
    func proceed() -> Progress {
        switch PQconnectPoll(connection) {
        case PGRES_POLLING_READING: .readable
        case PGRES_POLLING_WRITING: .writable
        case PGRES_POLLING_OK: PQsetnonblocking(connection, 1) == 0 ? .connected : .failed
        default: .failed
        }
    }

    /// Asks the server to prepare a statement under its name.
    func sendPrepare(_ statement: Statement) -> Bool {
        PQsendPrepare(connection, statement.name, statement.sql, 0, nil) == 1
    }

    /// Runs a statement; prepared by its name, or from its text.
    func send(_ statement: Statement, _ values: [String?], prepared: Bool) -> Bool {
        let count = Int32(values.count)
        return Self.withCStrings(values) { values in
            prepared
                ? PQsendQueryPrepared(connection, statement.name, count, values, nil, nil, 0)
                : PQsendQueryParams(connection, statement.sql, count, nil, values, nil, nil, 0)
        } == 1
    }

    /// Sends what is left: true when all is sent, false when the socket is full, nil when the connection is broken.
    func flush() -> Bool? {
        switch PQflush(connection) {
        case 0: true
        case 1: false
        default: nil
        }
    }

    /// Takes in what has arrived; false when the connection is broken.
    func consume() -> Bool { PQconsumeInput(connection) == 1 }

    /// True while the next result is not complete.
    var isBusy: Bool { PQisBusy(connection) == 1 }

    /// The next result, nil after the last. Never blocks when not busy.
    func nextAnswer() -> Answer? {
        guard let result = PQgetResult(connection) else { return nil }
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK: return .rows(Self.rows(of: result))
        default:
            let code = PQresultErrorField(result, 67).map { String(cString: $0) }
            let primary = PQresultErrorField(result, 77).map { String(cString: $0) }
            return .failure(code.flatMap { SQLState($0) }, primary ?? errorMessage)
        }
    }

    private static func rows(of result: OpaquePointer) -> Rows {
        let columns = PQnfields(result)
        let values = (0..<PQntuples(result)).map { row in
            (0..<columns).map { column in
                PQgetisnull(result, row, column) == 1
                    ? nil : PQgetvalue(result, row, column).map { String(cString: $0) }
            }
        }
        return Rows(
            values: values, affected: PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0)
    }

    /// The strings as a C array that ends with NULL.
    private static func withCStrings<Result>(
        _ strings: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        let copies = strings.map { $0.flatMap { strdup($0) } }
        defer { for copy in copies { free(copy) } }
        let pointers = copies.map { $0.map { UnsafePointer($0) } } + [nil]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
