/// Why a message is not worked on. Each case is a row of CELERY.md 1.6.
public enum MessageError: Error, Hashable, Sendable {
    case tooLarge(limit: Int)
    case notJSON(JSONError)
    /// JSON, but not a message: without headers, properties or a delivery tag.
    case notAMessage(missing: String)
    case contentTypeRefused(String)
    case unknownBodyEncoding(String)
    case bodyNotDecodable(encoding: String)
    case unknownCompression(String)
    /// A compression that this build has no library for.
    case compressionNotSupported(String)
    case compressionCorrupt(String)
    case bodyTooLarge(limit: Int)
    case bodyNotJSON(JSONError)
    case unknownKombuType(String)
    /// Neither protocol 2 nor 1: no `task`.
    case notATask
    case noTaskID
    case bodyMalformed(String)
    case invalidDate(field: String, value: String)
    /// No worker of this program knows the task.
    case unknownTask(String)
    /// Given back more often than allowed because workers died.
    case redeliveredTooOften(Int)

    /// What is wrong and what to do, for a log line and the dead-letter list.
    public var sentence: String {
        switch self {
        case .tooLarge(let limit):
            "the message is larger than \(limit) bytes; send a reference instead of the data"
        case .notJSON(let error): "the message is not JSON: \(error.sentence); see who else writes to this list"
        case .notAMessage(let missing): "the message has no \(missing); see who else writes to this list"
        case .contentTypeRefused(let type):
            "the content type \(type) is not accepted, only application/json; set task_serializer to json"
        case .unknownBodyEncoding(let name): "the body encoding \(name) is unknown; base64 is expected"
        case .bodyNotDecodable(let encoding): "the body is not valid \(encoding); the sender or the queue damaged it"
        case .unknownCompression(let name): "the compression \(name) is unknown; use gzip or none"
        case .compressionNotSupported(let name):
            "the compression \(name) is not built into this worker; use gzip or none"
        case .compressionCorrupt(let name): "the body does not unpack as \(name); the sender or the queue damaged it"
        case .bodyTooLarge(let limit): "the body unpacks to more than \(limit) bytes; send a reference instead"
        case .bodyNotJSON(let error): "the body is not JSON: \(error.sentence)"
        case .unknownKombuType(let name): "the body has a value of the unknown type \(name)"
        case .notATask: "the message names no task; see who else writes to this list"
        case .noTaskID: "the message has no task id"
        case .bodyMalformed(let what): "the body is not [args, kwargs, embed]: \(what)"
        case .invalidDate(let field, let value): "\(field) is not an ISO 8601 date: \(value)"
        case .unknownTask(let name): "the task \(name) is not registered here; check the name and the queue"
        case .redeliveredTooOften(let count):
            "delivered \(count) times because workers died; look into their logs before sending it again"
        }
    }

    /// What a client's `.get()` raises when the task's id could be read.
    public var exception: PythonException {
        switch self {
        case .unknownTask(let name): .notRegistered(name)
        case .contentTypeRefused: PythonException("ContentDisallowed", in: "kombu.exceptions", [.text(sentence)])
        case .notATask, .noTaskID, .bodyMalformed, .invalidDate:
            PythonException("InvalidTaskError", in: "celery.exceptions", [.text(sentence)])
        case .redeliveredTooOften: .workerLost(sentence)
        case .tooLarge, .notJSON, .notAMessage, .unknownBodyEncoding, .bodyNotDecodable, .unknownCompression,
            .compressionNotSupported, .compressionCorrupt, .bodyTooLarge, .bodyNotJSON, .unknownKombuType:
            PythonException("DecodeError", in: "kombu.exceptions", [.text(sentence)])
        }
    }
}

/// How much of a message is read.
public struct MessageLimits: Sendable, Hashable {
    /// Bytes of one element of a queue.
    public var element = 16 << 20
    /// Bytes of a body once decoded and unpacked.
    public var body = 16 << 20

    /// Creates the default limits: 16 MB each.
    public init() {}
}
