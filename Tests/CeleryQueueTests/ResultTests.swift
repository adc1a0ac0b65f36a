import CeleryQueue
import Foundation
import Testing

/// Results as Celery stores them, byte by byte.
@Suite struct ResultTests {
    static let stored = Capture.named("result")

    @Test(arguments: stored) func isWrittenAsPythonWrites(capture: Capture) throws {
        let theirs = try JSON(parsing: capture.value)
        let id = try #require(theirs["task_id"]?.asText)
        var ours = TaskResult(taskID: id, try outcome(theirs))
        ours.children = theirs["children"]?.asArray?.compactMap { $0.asArray?[0].asArray?[0].asText } ?? []
        ours.group = theirs["group_id"]?.asText
        ours.parentID = theirs["parent_id"]?.asText
        let now = theirs["date_done"]?.asText.flatMap(PythonDateTime.init(iso:)) ?? PythonDateTime(epoch: 0)
        #expect(ours.json(at: now).encoded == capture.text)
        #expect(ResultKeys().task(id) == capture.key)
    }

    private func outcome(_ json: JSON) throws -> TaskResult.Outcome {
        let result = try #require(json["result"])
        switch json["status"] {
        case "SUCCESS": return .success(result)
        case "FAILURE": return .failure(try exception(json))
        case "RETRY": return .retry(try exception(json))
        case "REVOKED":
            return .revoked(try #require(RevocationReason(rawValue: result["exc_message"]?.asArray?[0].asText ?? "")))
        case "STARTED": return .started(pid: result["pid"]?.asInteger ?? 0, node: result["hostname"]?.asText ?? "")
        default: return .custom(json["status"]?.asText ?? "", result)
        }
    }

    private func exception(_ json: JSON) throws -> PythonException {
        PythonException(
            try #require(json["result"]?["exc_type"]?.asText), in: try #require(json["result"]?["exc_module"]?.asText),
            try #require(json["result"]?["exc_message"]?.asArray), traceback: json["traceback"]?.asText)
    }

    @Test func namedExceptions() throws {
        func find(_ id: String) throws -> JSON {
            let found = try Self.stored.map { try JSON(parsing: $0.value) }.filter { $0["task_id"]?.asText == id }
            return try #require(found.first)
        }
        func stored(_ outcome: TaskResult.Outcome) -> JSON? {
            TaskResult(taskID: "", outcome).json(at: PythonDateTime(epoch: 0))["result"]
        }
        #expect(try find("unknown")["result"] == stored(.failure(.notRegistered("no.such"))))
        #expect(try find("hard")["result"] == stored(.failure(.timeLimitExceeded(1))))
        #expect(try find("soft")["result"] == stored(.failure(.softTimeLimitExceeded)))
        #expect(try find("expired")["result"] == stored(.revoked(.expired)))
        #expect(try find("terminated")["result"] == stored(.revoked(.terminated)))
        #expect(
            try find("die")["result"]
                == stored(.failure(.workerLost("Worker exited prematurely: signal 9 (SIGKILL) Job: 7."))))
        #expect(PythonException("ValueError", ["it's kaput"]).repr == #"ValueError("it's kaput")"#)
        #expect(PythonException("E", in: "m", [42, "x"]).line == "m.E: (42, 'x')")
        #expect(
            PythonException.chordError(task: "a", PythonException("ValueError", ["kaput"])).arguments
                == ["Dependency a raised ValueError('kaput')"])
    }

    /// The results in CELERY.md's capture, STARTED and PROGRESS among them.
    @Test func statesOfTheOlderCapture() throws {
        let text = try String(contentsOf: Capture.folder.appending(path: "results_540.txt"), encoding: .utf8)
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("{\"status\"") }
        #expect(lines.count > 20)
        for line in lines {
            try isWrittenAsPythonWrites(
                capture: Capture(
                    version: "5.4.0", name: "result",
                    key: "celery-task-meta-" + (try JSON(parsing: Array(line.utf8))["task_id"]?.asText ?? ""),
                    value: Array(line.utf8)))
        }
    }

    @Test func extendedResults() throws {
        let capture = try #require(Capture.named("stamped").first)
        let task = try TaskMessage(try capture.envelope())
        let json = TaskResult(of: task, .success(1), extendedBy: "worker1@vm").json(at: PythonDateTime(epoch: 0))
        #expect(
            json.asObject?.map(\.key) == [
                "status", "result", "traceback", "children", "date_done", "name", "args", "kwargs", "worker",
                "retries", "queue", "stamped_headers", "tenant", "task_id",
            ])
        #expect(json["queue"] == "celery" && json["worker"] == "worker1@vm" && json["tenant"] == "acme")
    }

    @Test func keys() {
        #expect(ResultKeys(globalKeyPrefix: "rp").task("i") == "rp_celery-task-meta-i")
        #expect(ResultKeys().chordMembers("g") == "celery-taskset-meta-g.j")
    }
}
