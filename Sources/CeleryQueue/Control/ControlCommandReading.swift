extension ControlCommand {
    /// Reads a command. Throws what Python's worker would raise, for the answer.
    public init(_ request: ControlRequest) throws(PythonException) {
        guard let signature = ControlSignature.all[request.method] else {
            throw PythonException("KeyError", [.text(request.method)])
        }
        let arguments = JSON.object(request.arguments)
        try signature.check(arguments)
        if let command = Self.withoutArguments[signature.name] {
            self = command
        } else if let command = try Self.aboutTasks(signature.name, arguments) {
            self = command
        } else {
            self = try Self.aboutWorker(signature.name, arguments)
        }
    }

    private static let withoutArguments: [String: ControlCommand] = [
        "ping": .ping, "clock": .clock, "reserved": .reserved, "scheduled": .scheduled,
        "active_queues": .activeQueues, "revoked": .revoked, "stats": .stats, "report": .report,
        "memsample": .memorySample, "objgraph": .objectGraph, "pool_restart": .restartPool,
        "enable_events": .enableEvents, "disable_events": .disableEvents, "heartbeat": .heartbeat,
        "election": .election,
    ]

    private static func aboutTasks(_ name: String, _ arguments: JSON) throws(PythonException) -> ControlCommand? {
        switch name {
        case "active": .active(safe: arguments["safe"]?.isTruthy ?? false)
        case "query_task": .queryTask(ids: arguments.texts("ids"))
        case "registered":
            .registered(items: arguments.texts("taskinfoitems"), builtins: arguments["builtins"]?.isTruthy ?? false)
        case "revoke":
            .revoke(
                ids: arguments.texts("task_id"),
                signal: arguments["terminate"]?.isTruthy == true ? try arguments.signal() : nil)
        case "terminate": .revoke(ids: arguments.texts("task_id"), signal: try arguments.signal())
        case "revoke_by_stamped_headers": try byStamps(arguments)
        case "rate_limit":
            .rateLimit(task: arguments["task_name"]?.asText ?? "", rate: arguments["rate_limit"] ?? .null)
        case "time_limit":
            .timeLimit(
                task: arguments["task_name"]?.asText,
                TimeLimits(hard: arguments["hard"]?.asDecimal, soft: arguments["soft"]?.asDecimal))
        default: nil
        }
    }

    private static func aboutWorker(_ name: String, _ arguments: JSON) throws(PythonException) -> ControlCommand {
        switch name {
        case "conf": .conf(withDefaults: arguments["with_defaults"]?.isTruthy ?? false)
        case "memdump": .memoryDump(samples: max(0, arguments["samples"]?.asInteger ?? 10))
        case "hello":
            .hello(from: arguments["from_node"]?.asText ?? "", revoked: revokedIDs(arguments["revoked"]))
        case "pool_grow": .growPool(by: try arguments.count("n") ?? 1)
        case "pool_shrink": .shrinkPool(by: try arguments.count("n") ?? 1)
        case "autoscale":
            .autoscale(maximum: try arguments.count("max"), minimum: try arguments.count("min"))
        case "shutdown": .shutdown(message: arguments["msg"]?.asText ?? "Got shutdown from remote")
        case "add_consumer":
            .addConsumer(
                QueueDeclaration(
                    try arguments.text("queue"), exchange: arguments["exchange"]?.asText,
                    exchangeType: arguments["exchange_type"]?.asText, routingKey: arguments["routing_key"]?.asText))
        case "cancel_consumer": .cancelConsumer(queue: try arguments.text("queue"))
        default: throw PythonException("KeyError", [.text(name)])
        }
    }

    private static func byStamps(_ arguments: JSON) throws(PythonException) -> ControlCommand {
        var headers = arguments["headers"] ?? .null
        if let list = headers.asArray {
            // The command line sends `key=value`.
            headers = .object(
                list.compactMap(\.asText).map { pair in
                    let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
                    return JSON.Member(parts[0], .text(parts.count > 1 ? parts[1] : ""))
                })
        }
        guard let members = headers.asObject else { throw .typeError("headers must be a mapping or a list") }
        let stamps = members.map { Stamp(header: $0.key, values: $0.value.asArray ?? [$0.value]) }
        let signal = try arguments.signal()
        return .revokeByStampedHeaders(
            stamps, shown: headers, signal: arguments["terminate"]?.isTruthy == true ? signal : nil)
    }

    /// 5.4 sends a mapping from id to time, 5.7 a list.
    static func revokedIDs(_ json: JSON?) -> [String] {
        json?.asObject?.map(\.key) ?? json?.asArray?.compactMap(\.asText) ?? []
    }
}

extension JSON {
    /// One text or a list of texts, each once.
    fileprivate func texts(_ key: String) -> [String] {
        let values = self[key].map { $0.asArray ?? [$0] } ?? []
        var seen: Set<String> = []
        return values.compactMap(\.asText).filter { seen.insert($0).inserted }
    }

    fileprivate func text(_ key: String) throws(PythonException) -> String {
        if let text = self[key]?.asText, !text.isEmpty { return text }
        throw .typeError("\(key) must be a string")
    }

    fileprivate func count(_ key: String) throws(PythonException) -> Int? {
        guard let value = self[key], !value.isNull else { return nil }
        guard let count = value.asInteger, (0...100_000).contains(count) else {
            throw .typeError("\(key) must be an integer from 0 to 100000")
        }
        return count
    }

    /// The signal to stop tasks with; SIGTERM unless another is named.
    fileprivate func signal() throws(PythonException) -> Int32 {
        let value = self["signal"] ?? .null
        if !value.isTruthy { return SignalName.number(of: "SIGTERM") ?? 15 }
        if let number = value.asInteger.flatMap(Int32.init(exactly:)) { return number }
        guard let name = value.asText, name == name.uppercased() else {
            throw .typeError("signal name must be uppercase string.")
        }
        if let number = SignalName.number(of: name) { return number }
        let full = name.hasPrefix("SIG") ? name : "SIG" + name
        throw PythonException("AttributeError", [.text("module 'signal' has no attribute '\(full)'")])
    }
}
