import CeleryQueue
import Testing

/// What follows a task, compared with what Python's worker sent after the same task.
@Suite struct CanvasTests {
    static let versions = ["5.4.0", "5.7.0"]

    private let result: JSON = ["upload_id": 1, "status": "done"]

    private func find(_ name: String, _ version: String, where matches: (TaskMessage) -> Bool) throws -> TaskMessage {
        let tasks = try Capture.named(name).filter { $0.version == version }.map { try TaskMessage($0.envelope()) }
        let found = tasks.first(where: matches)
        return try #require(found)
    }

    private func queued(_ id: String, _ version: String) throws -> TaskMessage {
        try find("queued", version) { $0.id == id }
    }

    private func context(_ theirs: TaskMessage) -> CanvasContext {
        CanvasContext(defaultQueue: "celery", origin: theirs.origin ?? "", now: 0) { theirs.id }
    }

    /// Ours, made equal in what differs by chance, against the message that Python sent.
    private func compare(_ ours: NewTask?, _ theirs: TaskMessage) throws {
        var task = try #require(ours)
        task.replyTo = theirs.replyTo
        // 5.7 fills in the limits of the app.
        task.timeLimits = theirs.timeLimits
        var envelope = task.envelope(deliveryTag: theirs.envelope.deliveryTag ?? "", now: 0)
        // 5.7 names the group in a chord's body, 5.4 does not.
        envelope.headers["group"] = theirs.envelope.headers["group"]
        // Python prints the arguments of an immutable callback as a list.
        envelope.headers["argsrepr"] = theirs.envelope.headers["argsrepr"]
        #expect(envelope.encodedBytes == theirs.envelope.encodedBytes)
    }

    @Test(arguments: versions) func callbacks(version: String) throws {
        for parent in ["linked", "linked-immutable"] {
            let theirs = try find("left", version) { $0.parentID == parent }
            let followUp = try queued(parent, version).succeeded(with: result, context(theirs))
            #expect(followUp.tasks.count == 1 && followUp.results.isEmpty && followUp.chordMembers.isEmpty)
            try compare(followUp.tasks.first, theirs)
        }
    }

    @Test(arguments: versions) func chains(version: String) throws {
        let theirs = try find("left", version) { $0.parentID == "chained" }
        let parent = try queued("chained", version)
        try compare(try parent.succeeded(with: result, context(theirs)).tasks.first, theirs)
        let failed = parent.failed(with: PythonException("ValueError", ["kaput"]), context(theirs))
        #expect(failed.results.count == 2 && failed.results.allSatisfy { $0.state == "FAILURE" })
        #expect(failed.results.map(\.taskID).contains(theirs.id) && failed.tasks.isEmpty)
    }

    @Test(arguments: versions) func errbacks(version: String) throws {
        let parent = try queued("failed", version)
        let context = CanvasContext(defaultQueue: "celery", origin: "gen1@vm", now: 0) { "new" }
        let followUp = parent.failed(with: PythonException("ValueError", ["kaput"]), context)
        #expect(followUp.tasks.map(\.args) == [["failed"]] && followUp.tasks.first?.routingKey == "other")
    }

    @Test(arguments: versions) func chords(version: String) throws {
        let theirs = try find("left", version) { $0.id == "chord-body" }
        let last = try queued("header-2", version)
        let member = try #require(try last.succeeded(with: result, context(theirs)).chordMembers.first)
        #expect(member.group == last.group && member.index == 1)
        let entries: [JSON] = [
            [1, "header-1", "SUCCESS", ["upload_id": 1, "status": "done"]],
            [1, "header-2", "SUCCESS", ["upload_id": 2, "status": "done"]],
        ]
        try compare(member.completed(entries, by: last, context(theirs)).tasks.first, theirs)
        let failure: JSON = ["exc_type": "ValueError", "exc_message": ["kaput"], "exc_module": "builtins"]
        let failed = member.completed([[1, "x", "FAILURE", failure], entries[1]], by: last, context(theirs))
        let expected = PythonException.chordError(task: "x", PythonException("ValueError", ["kaput"]))
        #expect(failed.results == [TaskResult(taskID: "chord-body", .failure(expected))] && failed.tasks.isEmpty)
    }

    @Test func whatOnlyPythonCanCallFailsLoudly() throws {
        let envelope = Envelope(
            body: [[], [:], ["callbacks": [["task": "celery.group", "subtask_type": "group"]]]],
            headers: ["task": "t", "id": "i"], properties: ["delivery_tag": "x"])
        let context = CanvasContext(defaultQueue: "celery", origin: "", now: 0) { "new" }
        let task = try TaskMessage(envelope)
        #expect(throws: PythonException.self) { try task.succeeded(with: 1, context) }
    }

    @Test func answersOfTheChordScript() {
        #expect(ChordState([Array("wait".utf8)]) == .waiting && ChordState([]) == .waiting)
        #expect(ChordState([Array("saved".utf8)]) == .nested)
        #expect(ChordState([Array("complete".utf8), Array("[1]".utf8)]) == .complete([[1]]))
    }
}
