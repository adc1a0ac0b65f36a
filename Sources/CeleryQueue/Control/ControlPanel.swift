/// What a worker does because of a command.
public enum ControlAction: Sendable, Hashable {
    /// Remember these ids; tasks that have no result yet and do not run are stored as revoked.
    case revoke(ids: [String])
    /// Stop these tasks if they run.
    case terminate(ids: [String], signal: Int32)
    case revokeStamps([ControlCommand.Stamp])
    /// Take over what a neighbour has revoked.
    case mergeRevoked(ids: [String])
    case setRateLimit(task: String, RateLimit?)
    case setTimeLimits(task: String, TimeLimits)
    case growPool(by: Int)
    case shrinkPool(by: Int)
    case setAutoscale(Autoscaler)
    case addConsumer(QueueDeclaration)
    case cancelConsumer(queue: String)
    case setTaskEvents(Bool)
    case sendHeartbeat
    /// Step the logical clock on.
    case advanceClock
    case recordMemorySample
    case forgetMemorySamples
    case shutDown(message: String)
}

/// What a worker does about a command and what it answers.
public struct ControlDecision: Sendable, Hashable {
    /// What to do, in this order, before answering.
    public var actions: [ControlAction]
    /// The answer; nil when Celery gives none.
    public var reply: JSON?

    init(_ reply: JSON?, _ actions: ControlAction...) {
        self.reply = reply
        self.actions = actions
    }

    static func ok(_ text: String, _ actions: ControlAction...) -> ControlDecision {
        var decision = ControlDecision(["ok": .text(text)])
        decision.actions = actions
        return decision
    }

    static func error(_ text: String) -> ControlDecision {
        ControlDecision(["error": .text(text)])
    }
}

extension WorkerSnapshot {
    /// Answers a request: what Celery would do about it and say. No effect by itself.
    public func decide(_ request: ControlRequest) -> ControlDecision {
        do {
            return try decide(try ControlCommand(request))
        } catch {
            return .error(error.repr)
        }
    }

    /// Answers a command.
    public func decide(_ command: ControlCommand) throws(PythonException) -> ControlDecision {
        switch command {
        case .ping: return .ok("pong")
        case .clock: return ControlDecision(["clock": .integer(clock)])
        case .stats: return ControlDecision(stats)
        case .conf(let withDefaults): return ControlDecision(conf(withDefaults: withDefaults))
        case .report: return .ok(report)
        case .activeQueues: return ControlDecision(.array(queues.map(\.json)))
        case .active, .reserved, .scheduled, .queryTask, .registered, .revoked:
            return ControlDecision(inspectTasks(command))
        case .memorySample: return ControlDecision(.text(MemoryText.size(residentBytes)), .recordMemorySample)
        case .memoryDump(let samples):
            let text = MemoryText.dump(samples: memorySamples, limit: samples, now: residentBytes)
            return ControlDecision(.text(text), .forgetMemorySamples)
        case .objectGraph: throw PythonException("ImportError", ["Requires the objgraph library"])
        case .hello, .revoke, .revokeByStampedHeaders, .rateLimit, .timeLimit: return try decideAboutTasks(command)
        case .growPool, .shrinkPool, .restartPool, .autoscale: return try decideAboutPool(command)
        case .addConsumer(let queue): return .ok("add consumer \(queue.name)", .addConsumer(queue))
        case .cancelConsumer(let queue):
            return .ok("no longer consuming from \(queue)", .cancelConsumer(queue: queue))
        case .enableEvents: return decideAboutEvents(true)
        case .disableEvents: return decideAboutEvents(false)
        case .heartbeat: return ControlDecision(.null, .sendHeartbeat)
        // Celery's workers die of an election among one; nobody here stands for one.
        case .election: return ControlDecision(.null)
        case .shutdown(let message): return ControlDecision(nil, .shutDown(message: message))
        }
    }

    private func decideAboutEvents(_ enabled: Bool) -> ControlDecision {
        let word = enabled ? "enabled" : "disabled"
        if sendsTaskEvents == enabled { return .ok("task events already \(word)") }
        return .ok("task events \(word)", .setTaskEvents(enabled))
    }

    private func decideAboutPool(_ command: ControlCommand) throws(PythonException) -> ControlDecision {
        switch command {
        case .growPool(let count):
            if autoscaler != nil { return Self.refusedByAutoscaler("pool_grow") }
            return .ok("pool will grow", .growPool(by: count))
        case .shrinkPool(let count):
            if autoscaler != nil { return Self.refusedByAutoscaler("pool_shrink") }
            // Celery's pool only gives up children that are idle.
            if count > pool.concurrency - active.count || count >= pool.concurrency {
                throw PythonException("ValueError", [.text("Can't shrink pool. All processes busy!")])
            }
            return .ok("pool will shrink", .shrinkPool(by: count))
        case .autoscale(let maximum, let minimum):
            guard var scaler = autoscaler else { throw PythonException("ValueError", ["Autoscale not enabled"]) }
            scaler.update(maximum: maximum, minimum: minimum)
            return .ok("autoscale now max=\(scaler.maximum) min=\(scaler.minimum)", .setAutoscale(scaler))
        default: throw PythonException("ValueError", ["Pool restarts not enabled"])
        }
    }

    private static func refusedByAutoscaler(_ command: String) -> ControlDecision {
        .error("\(command) is not supported with autoscale. Adjust autoscale range instead.")
    }
}
