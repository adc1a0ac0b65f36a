/// An exception as Celery stores it: a client's `.get()` raises it by name.
///
/// The client looks the name up in the module and calls it with the arguments; a module that exists but lacks the name
/// is a mistake, a module that does not exist makes a new class of that name.
public struct PythonException: Error, Sendable, Hashable {
    /// Name of the class.
    public var type: String
    /// The module it is in.
    public var module: String
    /// What the class is called with.
    public var arguments: [JSON]
    /// The traceback to show, if there is one.
    public var traceback: String?

    /// Creates an exception.
    public init(_ type: String, in module: String = "builtins", _ arguments: [JSON] = [], traceback: String? = nil) {
        self.type = type
        self.module = module
        self.arguments = arguments
        self.traceback = traceback
    }

    /// As stored in a result.
    var json: JSON { ["exc_type": .text(type), "exc_message": .array(arguments), "exc_module": .text(module)] }

    /// As `repr` prints it: `ValueError('kaput')`.
    public var repr: String { type + "(" + arguments.map(\.pythonRepr).joined(separator: ", ") + ")" }

    /// As the last line of a traceback prints it: `ValueError: kaput`.
    public var line: String {
        let name = module == "builtins" ? type : module + "." + type
        switch arguments.count {
        case 0: return name
        case 1: return name + ": " + (arguments[0].asText ?? arguments[0].pythonRepr)
        default: return name + ": " + JSON.tupleRepr(arguments)
        }
    }
}

// MARK: The ones Celery itself stores (CELERY.md 3.3)

extension PythonException {
    /// No such task.
    public static func notRegistered(_ name: String) -> PythonException {
        PythonException("NotRegistered", in: "celery.exceptions", [.text(name)])
    }

    /// The task did not stop at the soft limit by itself.
    public static let softTimeLimitExceeded = PythonException("SoftTimeLimitExceeded", in: "billiard.exceptions")

    /// Killed at the hard limit, given in seconds.
    public static func timeLimitExceeded(_ seconds: Double) -> PythonException {
        PythonException("TimeLimitExceeded", in: "billiard.exceptions", [JSON(seconds: seconds)])
    }

    /// The process that ran the task is gone.
    public static func workerLost(_ sentence: String) -> PythonException {
        PythonException("WorkerLostError", in: "billiard.exceptions", [.text(sentence)])
    }

    /// The task was revoked.
    public static func taskRevoked(_ reason: RevocationReason) -> PythonException {
        PythonException("TaskRevokedError", in: "celery.exceptions", [.text(reason.rawValue)])
    }

    /// The task refused the message.
    public static func reject(_ reason: String, requeue: Bool) -> PythonException {
        PythonException("Reject", in: "celery.exceptions", [.text(reason), .bool(requeue)])
    }

    /// A member of a chord failed.
    public static func chordError(task id: String, _ exception: PythonException) -> PythonException {
        PythonException(
            "ChordError", in: "celery.exceptions", [.text("Dependency \(id) raised \(exception.repr)")])
    }

    /// The arguments do not fit.
    public static func typeError(_ sentence: String) -> PythonException {
        PythonException("TypeError", [.text(sentence)])
    }

    /// This worker cannot do that.
    public static func notImplemented(_ sentence: String) -> PythonException {
        PythonException("NotImplementedError", [.text(sentence)])
    }
}

/// Why a task was not run, or not to its end.
public enum RevocationReason: String, Sendable, Hashable {
    /// Revoked before it ran.
    case revoked
    /// Stopped while it ran.
    case terminated
    /// Too late.
    case expired
}
