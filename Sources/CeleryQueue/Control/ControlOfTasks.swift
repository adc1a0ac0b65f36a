extension WorkerSnapshot {
    /// Answers to commands that change what happens to tasks.
    func decideAboutTasks(_ command: ControlCommand) throws(PythonException) -> ControlDecision {
        switch command {
        case .hello(let other, let ids): hello(from: other, ids)
        case .revoke(let ids, let signal): revoke(ids, signal: signal)
        case .revokeByStampedHeaders(let stamps, let shown, let signal):
            revoke(stamps, shown: shown, signal: signal)
        case .rateLimit(let task, let rate): try setRateLimit(task, rate)
        case .timeLimit(let task, let limits): setTimeLimits(task, limits)
        default: .error("KeyError('')")
        }
    }

    private func hello(from other: String, _ ids: [String]) -> ControlDecision {
        if other == node { return ControlDecision(.null) }
        let known = Set(revoked.map(\.id))
        let all = revoked + ids.filter { !known.contains($0) }.map { (id: $0, time: monotonicTime) }
        let shown: JSON =
            switch dialect {
            case .celery54: .object(all.map { .init($0.id, [.decimal($0.time), .text($0.id)]) })
            case .celery57: JSON(all.map(\.id))
            }
        return ControlDecision(
            ["revoked": shown, "clock": .integer(clock + 1)], .mergeRevoked(ids: ids), .advanceClock)
    }

    private func revoke(_ ids: [String], signal: Int32?) -> ControlDecision {
        guard let signal else {
            let set = ids.isEmpty ? "set()" : "{" + ids.map(\.pythonRepr).joined(separator: ", ") + "}"
            return .ok("tasks \(set) flagged as revoked", .revoke(ids: ids))
        }
        let present = Set((active + reserved + scheduled).map(\.task.id))
        let found = ids.filter(present.contains)
        if found.isEmpty { return .ok("terminate: tasks unknown", .revoke(ids: ids)) }
        return .ok(
            "terminate: " + found.joined(separator: ", "), .revoke(ids: ids), .terminate(ids: found, signal: signal))
    }

    private func revoke(_ stamps: [ControlCommand.Stamp], shown: JSON, signal: Int32?) -> ControlDecision {
        let headers = shown.pythonRepr
        guard let signal else {
            return .ok("headers \(headers) flagged as revoked, but not terminated", .revokeStamps(stamps))
        }
        let hits = stamps.map { stamp in (stamp: stamp, values: active.flatMap { stamp.matches(in: $0.task) }) }
            .filter { !$0.values.isEmpty }
        if hits.isEmpty { return .ok("headers \(headers) were not terminated", .revokeStamps(stamps)) }
        let ids = active.filter { request in stamps.contains { !$0.matches(in: request.task).isEmpty } }
            .map(\.task.id)
        let sets = hits.map { hit in
            var seen: Set<JSON> = []
            let values = hit.values.filter { seen.insert($0).inserted }.map(\.pythonRepr)
            return "\(hit.stamp.header.pythonRepr): {\(values.joined(separator: ", "))}"
        }
        return .ok(
            "headers defaultdict(<class 'set'>, {\(sets.joined(separator: ", "))}) revoked", .revokeStamps(stamps),
            .terminate(ids: ids, signal: signal))
    }

    private func setRateLimit(_ task: String, _ rate: JSON) throws(PythonException) -> ControlDecision {
        let limit: RateLimit?
        do {
            limit = try RateLimit.parse(rate)
        } catch {
            if error.type == "ValueError" { return .error("Invalid rate limit string: \(error.repr)") }
            throw error
        }
        guard registered.contains(where: { $0.name == task }) else { return .error("unknown task") }
        let word = rate.isTruthy ? "new rate limit set" : "rate limit disabled"
        return .ok("\(word) successfully", .setRateLimit(task: task, limit))
    }

    private func setTimeLimits(_ task: String?, _ limits: TimeLimits) -> ControlDecision {
        guard let task, registered.contains(where: { $0.name == task }) else { return .error("unknown task") }
        return .ok("time limits set successfully", .setTimeLimits(task: task, limits))
    }
}

extension ControlCommand.Stamp {
    /// The stamps of a task that are meant.
    public func matches(in task: TaskMessage) -> [JSON] {
        guard let stamp = task.stamps.last(where: { $0.key == header })?.value else { return [] }
        return (stamp.asArray ?? [stamp]).filter(values.contains)
    }
}
