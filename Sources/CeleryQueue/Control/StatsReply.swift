extension WorkerSnapshot {
    /// The answer to `stats` (CELERY.md 4.2).
    var stats: JSON {
        var stats: JSON = [
            "total": .object(totals.map { .init($0.name, .integer($0.count)) }), "pid": .integer(pid),
            "clock": .text(String(clock)), "uptime": .integer(Int(uptime.rounded())), "pool": pool.json,
        ]
        if let autoscaler {
            stats["autoscaler"] = [
                "max": .integer(autoscaler.maximum), "min": .integer(autoscaler.minimum),
                "current": .integer(pool.processes.count), "qty": .integer(active.count + reserved.count),
            ]
        }
        stats["broker"] = broker.json(dialect)
        stats["prefetch_count"] = .integer(prefetchCount)
        stats["rusage"] = usage.json
        return stats
    }
}

extension PoolSnapshot {
    fileprivate var json: JSON {
        [
            "implementation": .text(implementation), "max-concurrency": .integer(concurrency),
            "processes": JSON(processes), "max-tasks-per-child": tasksPerChild.map(JSON.integer) ?? "N/A",
            "put-guarded-by-semaphore": false,
            // Soft first, the opposite of the message header.
            "timeouts": [JSON(seconds: limits.soft ?? 0), JSON(seconds: limits.hard ?? 0)], "writes": writesJSON,
        ]
    }

    private var writesJSON: JSON {
        let total = writes.reduce(0, +)
        let average = writes.isEmpty || total == 0 ? 0 : Double(total) / Double(writes.count)
        return [
            "total": .integer(total), "avg": .text(Self.share(average, of: total)),
            "all": .text(writes.map { Self.share(Double($0), of: total) }.joined(separator: ", ")),
            "raw": .text(writes.map(String.init).joined(separator: ", ")), "strategy": "fair",
            "inqueues": ["total": .integer(processes.count), "active": .integer(busy)],
        ]
    }

    /// A share of a total with two decimals.
    private static func share(_ part: Double, of total: Int) -> String {
        let hundredths = total == 0 ? 0 : Int((part / Double(total) * 100).rounded(.toNearestOrEven))
        let digits = String(hundredths % 100)
        return "\(hundredths / 100)." + String(repeating: "0", count: 2 - digits.count) + digits
    }
}

extension BrokerSnapshot {
    fileprivate func json(_ dialect: CeleryDialect) -> JSON {
        var broker: JSON = [
            "hostname": .text(host), "userid": JSON(user), "virtual_host": .text(String(database)),
            "port": .integer(port), "insist": false, "ssl": .bool(isSecure), "transport": "redis",
            "connect_timeout": JSON(seconds: connectTimeout), "transport_options": transportOptions,
            "login_method": .null, "uri_prefix": .null, "heartbeat": .decimal(heartbeat),
            "failover_strategy": "round-robin", "alternates": [],
        ]
        if dialect == .celery57 { broker["credential_provider"] = .null }
        return broker
    }
}

extension ResourceUsage {
    fileprivate var json: JSON {
        .object(
            [.init("utime", .decimal(userTime)), .init("stime", .decimal(systemTime))]
                + counters.map { .init($0.name, .integer($0.value)) })
    }
}
