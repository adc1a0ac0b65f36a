internal import CeleryQueue
internal import OCRPool
internal import OCRWire
internal import Redis

extension WorkerNode {
    /// Everything that answers are made of. Nothing in it is made up: what Celery counts and we have not is left out.
    var snapshot: WorkerSnapshot {
        var snapshot = WorkerSnapshot(
            node: parts.node, clock: parts.clock.value, pid: pid,
            uptime: (ContinuousClock.now - startTime) / .seconds(1), monotonicTime: steadyTime,
            prefetchCount: prefetchLimit + ledger.waiting.count, pool: poolSnapshot, broker: brokerSnapshot,
            usage: ProcessUsage.resources, sendsTaskEvents: parts.events.sendsTaskEvents,
            residentBytes: ProcessUsage.residentBytes)
        snapshot.active = ledger.running.map(request)
        snapshot.reserved = ledger.reserved.map { RequestSnapshot($0.task, node: parts.node) }
        snapshot.scheduled = ledger.waiting.sorted.map { RequestSnapshot($0.task, node: parts.node) }
        var attributes = ["max_retries": "3", "ignore_result": "False"]
        attributes["rate_limit"] = ledger.rate?.printed
        snapshot.registered = parts.configuration.tasks.map { RegisteredTask($0, attributes: attributes) }
        snapshot.queues = queues
        snapshot.revoked = ledger.revoked.entries(now: steadyTime)
        snapshot.totals = ledger.totals
        snapshot.autoscaler = autoscaler
        snapshot.settings = parts.configuration.celerySettings
        snapshot.software = BuildVersion.software(parts.pool.hello.engines)
        snapshot.platform = ["system:\(ProcessUsage.platform)"]
        snapshot.memorySamples = memorySamples
        return snapshot
    }

    private func request(_ task: RunningTask) -> RequestSnapshot {
        RequestSnapshot(task.delivery.task, node: parts.node, started: task.started, childPid: task.process)
    }

    private var poolSnapshot: PoolSnapshot {
        let readers = parts.pool.status.readers
        return PoolSnapshot(
            implementation: "cricksy.ocr:ReaderPool", concurrency: ledger.slots,
            processes: readers.map { Int($0.processID) }, tasksPerChild: parts.configuration.readers.tasksPerChild,
            limits: ledger.effectiveLimits, writes: readers.map(\.documents), busy: readers.count { $0.isBusy })
    }

    private var brokerSnapshot: BrokerSnapshot {
        let url = parts.redis.configuration.url
        let (host, port): (String, Int) =
            switch url.endpoint {
            case .tcp(let host, let port): (host, Int(port))
            case .unixSocket(let path): (path, 0)
            }
        return BrokerSnapshot(
            host: host, user: url.username, database: url.database, port: port, isSecure: url.tls != nil,
            connectTimeout: parts.redis.configuration.connectTimeout / .seconds(1),
            transportOptions: parts.configuration.queue.brokerOptions.given)
    }
}

extension WorkerConfiguration {
    /// Celery's default is a `timedelta`, and prints as one.
    private var resultExpires: JSON {
        source(of: SettingsTable.resultExpires.row.name) == .standard
            ? "1 day, 0:00:00" : JSON(seconds: (queue.resultExpires ?? .zero) / .seconds(1))
    }

    /// The settings by Celery's names, for `inspect conf` and `report`.
    var celerySettings: [SettingSnapshot] {
        func setting(_ name: String, _ value: JSON, _ row: Setting) -> SettingSnapshot {
            SettingSnapshot(name, value, isDefault: source(of: row.name) == .standard)
        }
        let seconds = { (duration: Duration) in JSON(seconds: duration / .seconds(1)) }
        return [
            SettingSnapshot("broker_url", .text(queue.broker.exposed)),
            SettingSnapshot("result_backend", .text(queue.resultBackend.exposed)),
            SettingSnapshot("task_serializer", "json"), SettingSnapshot("accept_content", ["json"]),
            SettingSnapshot("result_serializer", "json"), SettingSnapshot("timezone", "UTC"),
            SettingSnapshot("enable_utc", true), SettingSnapshot("task_track_started", true),
            SettingSnapshot("task_acks_late", true),
            SettingSnapshot("task_time_limit", seconds(task.hardLimit)),
            SettingSnapshot("task_soft_time_limit", seconds(task.softLimit)),
            SettingSnapshot("worker_prefetch_multiplier", .integer(queue.prefetchMultiplier)),
            SettingSnapshot("worker_max_tasks_per_child", JSON(readers.tasksPerChild)),
            SettingSnapshot(
                "worker_max_memory_per_child", JSON(readers.memoryPerChildBytes.map { $0 >> 10 })),
            SettingSnapshot("worker_concurrency", .integer(readers.concurrency)),
            setting("result_expires", resultExpires, SettingsTable.resultExpires.row),
            setting("result_extended", .bool(queue.extendsResults), SettingsTable.resultExtended.row),
            setting("worker_send_task_events", .bool(queue.sendsTaskEvents), SettingsTable.taskEvents.row),
            setting(
                "broker_transport_options", queue.brokerOptions.given,
                SettingsTable.brokerTransportOptions.row),
        ]
    }
}
