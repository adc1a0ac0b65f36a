/// The parameters of a command, as Celery's Python function has them; wrong arguments are answered with Python's words.
struct ControlSignature {
    /// The function's name; commands may have an old alias.
    let name: String
    let required: [String]
    let optional: [String]
    /// Whether arguments of other names are ignored rather than refused.
    let ignoresOthers: Bool

    private init(_ name: String, required: [String] = [], optional: [String] = [], ignoresOthers: Bool = true) {
        self.name = name
        self.required = required
        self.optional = optional
        self.ignoresOthers = ignoresOthers
    }

    /// By the name that requests use.
    static let all: [String: ControlSignature] = {
        var all = Dictionary(uniqueKeysWithValues: functions.map { ($0.name, $0) })
        for (alias, name) in aliases { all[alias] = all[name] }
        return all
    }()

    private static let aliases = [
        "dump_conf": "conf", "dump_schedule": "scheduled", "dump_reserved": "reserved", "dump_active": "active",
        "dump_revoked": "revoked", "dump_tasks": "registered",
    ]

    private static let functions = [
        ControlSignature("report", ignoresOthers: false),
        ControlSignature("conf", optional: ["with_defaults"]),
        ControlSignature("query_task", required: ["ids"]),
        ControlSignature("revoke", required: ["task_id"], optional: ["terminate", "signal"]),
        ControlSignature("revoke_by_stamped_headers", required: ["headers"], optional: ["terminate", "signal"]),
        ControlSignature("terminate", required: ["signal", "task_id"]),
        ControlSignature("rate_limit", required: ["task_name", "rate_limit"]),
        ControlSignature("time_limit", optional: ["task_name", "hard", "soft"]),
        ControlSignature("clock"),
        ControlSignature("election", required: ["id", "topic"], optional: ["action"]),
        ControlSignature("enable_events", ignoresOthers: false),
        ControlSignature("disable_events", ignoresOthers: false),
        ControlSignature("heartbeat", ignoresOthers: false),
        ControlSignature("hello", required: ["from_node"], optional: ["revoked"]),
        ControlSignature("ping"),
        ControlSignature("stats"),
        ControlSignature("scheduled"),
        ControlSignature("reserved"),
        ControlSignature("active", optional: ["safe"]),
        ControlSignature("revoked"),
        ControlSignature("registered", optional: ["taskinfoitems", "builtins"]),
        ControlSignature("objgraph", optional: ["num", "max_depth", "type"]),
        ControlSignature("memsample"),
        ControlSignature("memdump", optional: ["samples"]),
        ControlSignature("pool_grow", optional: ["n"]),
        ControlSignature("pool_shrink", optional: ["n"]),
        ControlSignature("pool_restart", optional: ["modules", "reload", "reloader"]),
        ControlSignature("autoscale", optional: ["max", "min"], ignoresOthers: false),
        ControlSignature("shutdown", optional: ["msg"]),
        ControlSignature("add_consumer", required: ["queue"], optional: ["exchange", "exchange_type", "routing_key"]),
        ControlSignature("cancel_consumer", required: ["queue"]),
        ControlSignature("active_queues", ignoresOthers: false),
    ]

    /// Refuses what Python would refuse.
    func check(_ arguments: JSON) throws(PythonException) {
        let names = arguments.asObject?.map(\.key) ?? []
        if !ignoresOthers, let other = names.first(where: { !required.contains($0) && !optional.contains($0) }) {
            throw .typeError("\(name)() got an unexpected keyword argument \(other.pythonRepr)")
        }
        let missing = required.filter { !names.contains($0) }
        if missing.isEmpty { return }
        let plural = missing.count == 1 ? "" : "s"
        throw .typeError(
            "\(name)() missing \(missing.count) required positional argument\(plural): \(Self.list(missing))")
    }

    private static func list(_ names: [String]) -> String {
        let names = names.map(\.pythonRepr)
        guard names.count > 2, let last = names.last else { return names.joined(separator: " and ") }
        return names.dropLast().joined(separator: ", ") + ", and " + last
    }
}
