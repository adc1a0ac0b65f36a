internal import Foundation
internal import Redis

/// Looks at one Redis server, whatever it is used for.
struct RedisServerCheck {
    /// `broker` or `results`: the first word of each subject.
    let subject: String
    /// Where its URL comes from.
    let variable: String
    /// Whether messages must outlive a restart.
    let isPersistent: Bool

    /// A connection that answers.
    ///
    /// - Throws: the finding that says why there is none.
    func connect(_ secret: Secret) async throws(FindingError) -> (connection: RedisConnection, url: RedisURL) {
        let url: RedisURL
        do throws(RedisURLError) {
            url = try RedisURL(secret.exposed)
        } catch {
            throw FindingError(.failed(subject, error.sentence, remedy: "Correct \(variable)."))
        }
        do throws(RedisError) {
            let connection = try RedisConnection(settings(url))
            try await connection.ping()
            return (connection, url)
        } catch {
            throw FindingError(.failed(subject, "\(url): \(error.sentence)", remedy: remedy(error)))
        }
    }

    private func settings(_ url: RedisURL) -> RedisConfiguration {
        var settings = RedisConfiguration(url: url, clientName: "cricksy-worker-check")
        settings.connectTimeout = min(settings.connectTimeout, .seconds(2))
        settings.commandTimeout = WorkerCheck.patience
        return settings
    }

    private func remedy(_ error: RedisError) -> String {
        guard case .unavailable(let failure) = error, failure.isRefusal else {
            return "See whether redis-server runs, and whether \(variable) names it."
        }
        return "Correct user, password or certificate in \(variable)."
    }

    /// What the server says of itself.
    func server(_ connection: RedisConnection, _ url: RedisURL) async -> [Finding] {
        var findings = [Finding.good(subject, "\(url)")]
        findings += url.notes.map { .warning(subject, $0, remedy: "Correct \(variable).") }
        do throws(RedisError) {
            let before = Date().timeIntervalSince1970
            let time = try await connection.command("TIME").array?.compactMap { $0.string.flatMap(Double.init) } ?? []
            let now = (before + Date().timeIntervalSince1970) / 2
            if time.count == 2 { findings.append(.clock("\(subject) clock", skew: time[0] + time[1] / 1e6 - now)) }
            let info = RedisInfo(try await connection.command("INFO").string ?? "")
            findings += facts(info)
        } catch {
            findings.append(
                .warning(
                    "\(subject) server", error.sentence, remedy: "Let the user run TIME and INFO to have them checked.")
            )
        }
        return findings
    }

    private func facts(_ info: RedisInfo) -> [Finding] {
        [version(info), role(info), memory(info), eviction(info)] + (isPersistent ? [persistence(info)] : [])
    }

    private func version(_ info: RedisInfo) -> Finding {
        let parts = info["redis_version"].split(separator: ".").compactMap { Int($0) }
        let isNew = parts.count >= 2 && (parts[0], parts[1]) >= (6, 2)
        return .check(
            "\(subject) version", isNew, info["redis_version"] + (isNew ? "" : " is older than 6.2"),
            otherwise: .failed, remedy: "Upgrade Redis to 6.2 or newer.")
    }

    private func role(_ info: RedisInfo) -> Finding {
        .check(
            "\(subject) role", info["role"] == "master", info["role"] == "master" ? "primary" : "replica",
            otherwise: .failed, remedy: "Name the primary in \(variable): a replica takes no writes.")
    }

    private func memory(_ info: RedisInfo) -> Finding {
        let (used, limit) = (info.number("used_memory"), info.number("maxmemory"))
        let text = "\(used >> 20) MiB used, " + (limit == 0 ? "no limit" : "limit \(limit >> 20) MiB")
        return .check(
            "\(subject) memory", limit == 0 || used < limit / 10 * 9, text,
            remedy: "Raise maxmemory: at the limit Redis refuses new uploads and results.")
    }

    /// Evicted bindings and leases break the queue, not only lose messages (kombu#1063).
    private func eviction(_ info: RedisInfo) -> Finding {
        let policy = info["maxmemory_policy"]
        let isSafe = policy == "noeviction" || info.number("maxmemory") == 0
        return .check(
            "\(subject) eviction", isSafe, isSafe ? policy : "\(policy): at its limit Redis throws keys away",
            otherwise: policy.hasPrefix("allkeys") ? .failed : .warning,
            remedy: "Set maxmemory-policy noeviction on the server.")
    }

    private func persistence(_ info: RedisInfo) -> Finding {
        guard info["rdb_last_bgsave_status"] != "err", info["aof_last_write_status"] != "err" else {
            return .failed(
                "\(subject) persistence", "the last write to disk failed, so Redis refuses changes",
                remedy: "See the server's log and its disk.")
        }
        let isOn = info["aof_enabled"] == "1"
        return .check(
            "\(subject) persistence", isOn,
            isOn ? "append-only file" : "no append-only file: a crash of the server loses its newest uploads",
            remedy: "Set appendonly yes on the server.")
    }
}

/// The answer to INFO.
struct RedisInfo {
    private let values: [String: String]

    init(_ text: String) {
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            values[String(line[..<colon])] = String(line[line.index(after: colon)...])
        }
        self.values = values
    }

    subscript(_ name: String) -> String { values[name] ?? "" }

    func number(_ name: String) -> Int { Int(self[name]) ?? 0 }
}

/// A finding that ends a part of the check.
struct FindingError: Error {
    let finding: Finding

    init(_ finding: Finding) { self.finding = finding }
}
