internal import CeleryQueue
internal import Logging
internal import OCRPool
internal import OCRWire
internal import Redis
internal import TunedConfiguration

/// What monitors and operators see of the node.
extension WorkerNode {
    /// True as long as the node answers at all.
    var isAlive: Bool { true }

    /// Whether it can work now.
    var readiness: Readiness {
        let age = lastRenewal.map { (ContinuousClock.now - $0) / .seconds(1) }
        let readers = parts.pool.status.readers.count
        return Readiness([
            .init(
                "broker", isGood: age.map { $0 < 10 } ?? false,
                detail: age.map { "the lease was renewed \(Int($0)) s ago" } ?? "no lease yet"),
            .init("database", isGood: !blocked.contains(.database)),
            .init("storage", isGood: !blocked.contains(.storage)),
            .init("readers", isGood: readers > 0, detail: "\(readers) of \(ledger.slots) are warm"),
            .init("draining", isGood: shutdown == nil, detail: shutdown == nil ? "no" : "yes"),
        ])
    }

    var gauges: WorkerGauges {
        get async {
            var gauges = WorkerGauges(node: parts.node)
            let status = parts.pool.status
            gauges.active = ledger.running.count
            gauges.reserved = ledger.reserved.count
            gauges.scheduled = ledger.waiting.count
            gauges.prefetchCount = prefetchLimit + ledger.waiting.count
            gauges.concurrency = ledger.slots
            gauges.revoked = ledger.revoked.count
            gauges.readerResidentBytes = status.readers.map { ProcessUsage.residentBytes(of: $0.processID) }
            gauges.workerResidentBytes = ProcessUsage.residentBytes
            gauges.workerCPUSeconds = ProcessUsage.ownCPUSeconds
            gauges.readerCPUSeconds = ProcessUsage.readerCPUSeconds(status.readers.map(\.processID))
            gauges.readersRestarted = status.restarts
            gauges.readersRecycled = status.recycled
            gauges.uptime = (ContinuousClock.now - startTime) / .seconds(1)
            gauges.leaseAge = lastRenewal.map { (ContinuousClock.now - $0) / .seconds(1) }
            gauges.engines = WorkerGauges.Engines(parts.pool.hello.engines)
            gauges.tuned = tuned
            gauges.version = BuildVersion.current
            (gauges.queueLengths, gauges.deadLetters) = await lengths()
            return gauges
        }
    }

    private var tuned: WorkerGauges.Tuned? {
        guard case .loaded(_, let file, _) = tunedSettings.state else { return nil }
        return .init(
            run: file.recognition.provenance.run, hash: file.contentHash, state: tunedSettings.word,
            words: tunedSettings.words)
    }

    private func lengths() async -> ([String: Int]?, [String: Int]?) {
        let (keys, names) = (parts.broker.keys, queues.map(\.name))
        do throws(RedisError) {
            var (waiting, dead): ([String: Int], [String: Int]) = ([:], [:])
            for name in names {
                let lists = keys.lists(name) + [keys.deadLetters(name)]
                let counts = try await parts.redis.pipeline(
                    lists.map { RedisCommand("LLEN", $0) }, timeout: .seconds(1))
                let numbers = counts.map { Int($0.integer ?? 0) }
                waiting[name] = numbers.dropLast().reduce(0, +)
                dead[name] = numbers.last ?? 0
            }
            return (waiting, dead)
        } catch {
            return (nil, nil)
        }
    }

    /// SIGUSR1: what the worker is doing, into the log.
    func dump() {
        let status = parts.pool.status
        log.notice(
            """
            \(ledger.running.count) running, \(ledger.reserved.count) reserved, \(ledger.waiting.count) waiting for \
            their time, \(status.readers.count) of \(ledger.slots) readers warm, \(status.restarts) restarted, \
            blocked by: \(blocked.isEmpty ? "nothing" : blocked.map(\.rawValue).sorted().joined(separator: ", "))
            """)
        for task in ledger.running {
            log(for: task.delivery.task).notice(
                "\(task.delivery.task.name)[\(task.delivery.task.id)] runs for \(Int(now - task.started)) s in process \(task.process)"
            )
        }
    }

    /// SIGHUP: the tuned file counts anew, and the number of readers that follows from it.
    /// The probe waits for a reader as an upload would; until then the old settings count.
    func reload(_ new: WorkerConfiguration) async throws(SettingsError) {
        let old = parts.configuration.readers.concurrency
        let probed = await StartProbe(pool: parts.pool, tuned: new.tuned.checked(against: parts.pool.hello))
            .run(skips: new.readers.skipsProbe)
        let settings = try new.with(tuned: probed)
        tunedSettings = settings.tuned
        for sentence in tunedSettings.sentences { log.notice("\(sentence)") }
        profiles = tunedSettings.profiles
        if autoscaler == nil, settings.readers.concurrency != old || ledger.slots != old {
            resize(to: settings.readers.concurrency)
        }
        log.notice("The tuned file was loaded again.")
    }
}

extension WorkerGauges.Engines {
    fileprivate init(_ versions: EngineVersions) {
        self.init(tesseract: versions.tesseract, leptonica: versions.leptonica, poppler: versions.poppler)
    }
}
