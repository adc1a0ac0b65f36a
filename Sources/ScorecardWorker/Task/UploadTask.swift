package import CeleryQueue
internal import TrialQueue

/// The task that this worker is there for that this worker runs (CONTRACT.md, Task).
enum UploadTask {
    /// Its name on the wire.
    static let name = "backend.worker.processor.process_upload_task"
    /// How a Python traceback and a `TypeError` name it.
    static let function = "process_upload_task"
    /// Deliveries of one message because workers died, the first included; the next one is buried.
    static let mostDeliveries = 3
}

extension WorkerConfiguration {
    /// Names of the tasks that are run.
    var tasks: [String] { [UploadTask.name] + (acceptsTrials ? [Trial.task] : []) }
}

/// What the task was called with.
package struct UploadArguments: Sendable, Hashable {
    /// `uploads.id`.
    package let id: Int
    /// Read the upload again although it is `ready`.
    package let isForced: Bool

    /// Takes the arguments as Python binds them; what does not fit is the `TypeError` that Python would raise.
    package init(_ task: TaskMessage) throws(PythonException) {
        let (name, force) = ("upload_id", "force")
        if let other = task.kwargs.first(where: { ![name, force].contains($0.key) }) {
            throw Self.typeError("got an unexpected keyword argument '\(other.key)'")
        }
        guard task.args.count <= 1 else {
            throw Self.typeError("takes 1 positional argument but \(task.args.count) were given")
        }
        let keyword = task.kwargs.last { $0.key == name }?.value
        if keyword != nil, !task.args.isEmpty {
            throw Self.typeError("got multiple values for argument '\(name)'")
        }
        guard let value = keyword ?? task.args.first else {
            throw Self.typeError("missing 1 required positional argument: '\(name)'")
        }
        guard let id = value.asInteger else {
            throw Self.typeError("needs an integer for '\(name)', not \(value.safeRepr())")
        }
        self.id = id
        isForced = task.kwargs.last { $0.key == force }?.value.isTruthy ?? false
    }

    /// The id as far as it can be told, for log lines about tasks that are not run.
    static func id(of task: TaskMessage) -> Int? { ofUpload(task)?.id }

    /// Nil when they cannot be told, and for a task that is about no upload.
    static func ofUpload(_ task: TaskMessage) -> UploadArguments? {
        task.type == UploadTask.name ? try? UploadArguments(task) : nil
    }

    private static func typeError(_ what: String) -> PythonException {
        .typeError("\(UploadTask.function)() \(what)")
    }
}

/// What the task returns (CONTRACT.md, Results).
enum UploadResult {
    static func success(_ id: Int, deliveries: Int, confidence: Double) -> JSON {
        [
            "status": "success", "upload_id": .integer(id), "deliveries_found": .integer(deliveries),
            "confidence": .decimal(confidence),
        ]
    }

    static func skipped(_ reason: String) -> JSON { ["status": "skipped", "reason": .text(reason)] }

    static func error(_ message: String) -> JSON { ["status": "error", "message": .text(message)] }

    static let notFound = error("Upload not found")
}
