internal import CeleryQueue
internal import Logging
internal import Redis

/// What operators ask over remote control: decided on a snapshot, done here.
extension WorkerNode {
    func answer(_ request: ControlRequest) async -> JSON? {
        let decision = snapshot.decide(request)
        for action in decision.actions { await perform(action) }
        return decision.reply
    }

    private func perform(_ action: ControlAction) async {
        switch action {
        case .revoke(let ids): revoke(ids)
        case .terminate(let ids, let signal): terminate(Set(ids), signal: signal)
        case .revokeStamps(let stamps): ledger.revoke(stamps)
        case .mergeRevoked(let ids): ledger.revoke(ids, time: steadyTime)
        case .setRateLimit(_, let rate):
            ledger.setRate(rate, time: steadyTime)
            reschedule()
        case .setTimeLimits(_, let limits): ledger.setLimits(limits)
        case .growPool(let count): resize(to: ledger.slots + count)
        case .shrinkPool(let count): resize(to: ledger.slots - count)
        case .setAutoscale(let scaler): setAutoscale(scaler)
        case .addConsumer(let queue): await addConsumer(queue)
        case .cancelConsumer(let queue):
            await parts.consumer.remove(queue)
            queues.removeAll { $0.name == queue }
            log.info("no longer consuming from \(queue)")
        case .setTaskEvents(let isOn): parts.events.sendsTaskEvents = isOn
        case .sendHeartbeat: try? await parts.events.send(.heartbeatOnRequest(BuildVersion.software))
        case .advanceClock: parts.clock.forward()
        case .recordMemorySample: memorySamples = memorySamples.suffix(999) + [ProcessUsage.residentBytes]
        case .forgetMemorySamples: memorySamples = []
        case .shutDown(let message):
            log.warning("\(message)")
            shutDown(.warm)
        }
    }

    private func setAutoscale(_ scaler: Autoscaler) {
        let cap = parts.configuration.readers.cap.applied(to: scaler.maximum)
        if let reason = cap.reason { log.warning("\(reason).") }
        var scaler = scaler
        scaler.update(maximum: cap.readers, minimum: max(1, scaler.minimum))
        autoscaler = scaler
        reschedule()
    }

    private func addConsumer(_ queue: QueueDeclaration) async {
        await parts.consumer.add(queue.name)
        do throws(RedisError) {
            try await Bindings(parts.redis, parts.broker.keys).declare(queue)
        } catch {
            log.warning("The queue \(queue.name) is served but not declared: \(error.sentence)")
        }
        log.info("add consumer \(queue.name)")
        queues.removeAll { $0.name == queue.name }
        queues.append(queue)
    }
}
