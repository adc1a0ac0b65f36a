internal import CeleryQueue
internal import Redis

/// Looks at the Redis that keeps results.
struct ResultsCheck {
    private let settings: QueueSettings
    private let server = RedisServerCheck(
        subject: "results", variable: "CRICKSY_CELERY_RESULT_BACKEND", isPersistent: false)

    init(_ settings: QueueSettings) { self.settings = settings }

    var findings: [Finding] {
        get async {
            do throws(FindingError) {
                let (connection, url) = try await server.connect(settings.resultBackend)
                let isBroker = settings.resultBackend == settings.broker
                let facts =
                    isBroker ? [.good("results", "\(url), as the broker")] : await server.server(connection, url)
                return facts + [await rights(connection)]
            } catch {
                return [error.finding]
            }
        }
    }

    /// Stores and publishes a result that nobody waits for, for a second.
    private func rights(_ connection: RedisConnection) async -> Finding {
        let key = ResultKeys(globalKeyPrefix: settings.resultOptions.transport.globalKeyPrefix).task("cricksy-check")
        let call = ScriptCall.store(KeyedValue(key, Array("{}".utf8)), expiry: 1)
        do throws(RedisError) {
            let script = RedisScript(call.script.source)
            _ = try await connection.evaluate(script, keys: call.keys, arguments: call.arguments)
            return .good("results rights", "results can be stored and published")
        } catch {
            return .failed(
                "results rights", error.sentence,
                remedy: "Give the user what it lacks: ACL SETUSER NAME ~celery-* &celery-* +@all -@dangerous.")
        }
    }
}
