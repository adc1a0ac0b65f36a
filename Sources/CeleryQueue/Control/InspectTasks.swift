extension WorkerSnapshot {
    /// Priority that Celery's timer shows for every waiting task.
    private static let timerPriority = 6

    /// Answers about tasks that change nothing.
    func inspectTasks(_ command: ControlCommand) -> JSON {
        switch command {
        case .active(let safe): .array(active.map { $0.json(safe: safe) })
        case .reserved: .array(reserved.map { $0.json() })
        case .scheduled: .array(scheduled.map(Self.scheduledJSON))
        case .queryTask(let ids): query(ids)
        case .registered(let items, let builtins): JSON(registeredNames(items, builtins: builtins))
        default: JSON(revoked.map(\.id))
        }
    }

    private static func scheduledJSON(_ request: RequestSnapshot) -> JSON {
        [
            "eta": JSON(request.task.eta?.isoFormat), "priority": .integer(timerPriority), "request": request.json(),
        ]
    }

    private func query(_ ids: [String]) -> JSON {
        let states =
            [("active", active), ("reserved", reserved)]
            // 5.4 does not show tasks that wait for their time.
            + (dialect == .celery57 ? [("scheduled", scheduled)] : [])
        let found = ids.compactMap { id in
            states.lazy.compactMap { state, requests in
                requests.first { $0.task.id == id }.map { JSON.Member(id, [.text(state), $0.json()]) }
            }.first
        }
        return .object(found)
    }

    private func registeredNames(_ items: [String], builtins: Bool) -> [String] {
        let items = items.isEmpty ? ["exchange", "routing_key", "rate_limit"] : items
        return registered.filter { builtins || !$0.name.hasPrefix("celery.") }
            .sorted { $0.name < $1.name }
            .map { task in
                let shown = items.compactMap { item in task.attributes[item].map { "\(item)=\($0)" } }
                return shown.isEmpty ? task.name : "\(task.name) [\(shown.joined(separator: " "))]"
            }
    }
}

extension QueueDeclaration {
    /// As kombu describes a durable queue.
    var json: JSON {
        [
            "name": .text(name),
            "exchange": [
                "name": .text(exchange), "type": .text(exchangeType), "arguments": .null, "durable": true,
                "passive": false, "auto_delete": false, "delivery_mode": .null, "no_declare": false,
            ],
            "routing_key": .text(routingKey), "queue_arguments": .null, "binding_arguments": .null,
            "consumer_arguments": .null, "durable": true, "exclusive": false, "auto_delete": false, "no_ack": false,
            "alias": .null, "bindings": [], "no_declare": .null, "expires": .null, "message_ttl": .null,
            "max_length": .null,
            "max_length_bytes": .null, "max_priority": .null,
        ]
    }
}
