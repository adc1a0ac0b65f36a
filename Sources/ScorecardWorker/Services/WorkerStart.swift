internal import CeleryQueue
internal import Foundation
internal import Logging
internal import OCRPool
internal import OCRWire
internal import ObjectStorage
internal import Postgres
internal import Redis
internal import TrialQueue
internal import TunedConfiguration

/// Why a worker cannot start.
public struct WorkerStartError: Error, Sendable {
    /// What, why, what to do.
    public let sentence: String
    /// See `WorkerExitCode`.
    public let exitCode: Int32

    init(_ sentence: String, exitCode: Int32 = WorkerExitCode.badConfiguration) {
        self.sentence = sentence
        self.exitCode = exitCode
    }
}

/// Makes the parts of a node from its settings: connections that connect by themselves, and readers that are warm.
struct WorkerStart {
    let configuration: WorkerConfiguration
    let metrics: WorkerMetrics
    let log: Logger

    /// Nothing waits for a server here: a worker may be started before its servers.
    func parts() async throws(WorkerStartError) -> NodeParts {
        let settings = configuration.queue
        let broker = try redisConfiguration(settings.broker, settings.brokerOptions)
        let backend = try redisConfiguration(settings.resultBackend, settings.resultOptions)
        let sharesBroker = broker.url.isSameDatabase(as: backend.url)
        let redis = try connection(broker, name: "broker")
        let results = ResultStore(
            sharesBroker ? redis : try connection(backend, name: "result backend"),
            keys: ResultKeys(globalKeyPrefix: settings.resultOptions.transport.globalKeyPrefix),
            expiry: settings.resultExpires.map { Int($0 / .seconds(1)) } ?? 0, sharesBroker: sharesBroker,
            extendedBy: settings.extendsResults ? settings.node.description : nil)
        let database = try makeDatabase()
        let store = try makeStore()
        let readers = try await warmReaders()
        for sentence in readers.start.configuration.tuned.sentences { log.notice("\(sentence)") }
        return try readers.start.node(
            broker, redis, results, database: database, store: store, pool: readers.pool)
    }

    /// Readers as the tuned file wants them, or as though it had no machine half where the probe shows that it is stale;
    /// and a start whose settings know what was found.
    private func warmReaders() async throws(WorkerStartError) -> (pool: ReaderPool, start: WorkerStart) {
        let pool = try await makePool()
        let tuned = await StartProbe(pool: pool, tuned: configuration.tuned.checked(against: pool.hello))
            .run(skips: configuration.readers.skipsProbe)
        let start = WorkerStart(configuration: try settings(with: tuned), metrics: metrics, log: log)
        guard configuration.tuned.machine != nil, tuned.machine == nil else { return (pool, start) }
        await pool.shutdown()
        return (try await start.makePool(), start)
    }

    private func settings(with tuned: TunedSettings) throws(WorkerStartError) -> WorkerConfiguration {
        do throws(SettingsError) { return try configuration.with(tuned: tuned) } catch {
            throw WorkerStartError(error.sentence)
        }
    }

    private func node(
        _ configured: RedisConfiguration, _ redis: RedisConnection, _ results: ResultStore, database: Database,
        store: ObjectStore, pool: ReaderPool
    ) throws(WorkerStartError) -> NodeParts {
        let settings = configuration.queue
        let (node, pid) = (settings.node.description, Int(ProcessInfo.processInfo.processIdentifier))
        let keys = BrokerKeys(settings.brokerOptions.transport, database: configured.url.database)
        let broker = Broker(redis, keys: keys, node: node, pid: pid)
        let clock = NodeClock()
        let events = EventPublisher(
            redis, keys: keys, source: EventSource(node: node, pid: pid, hoursWest: ProcessUsage.hoursWestOfUTC),
            clock: clock, sendsTaskEvents: settings.sendsTaskEvents)
        let consumer = Consumer(
            broker, waiter: try connection(configured, name: nil), queues: settings.queues,
            background: configuration.acceptsTrials ? Trial.queue : nil, results: results,
            onEvent: { [log, metrics] in $0.tell(log, metrics) })
        return NodeParts(
            configuration: configuration, redis: redis, broker: broker, consumer: consumer, results: results,
            ending: DeliveryEnding(
                broker: broker, results: results, defaultQueue: "celery", origin: "gen\(pid)@\(settings.node.host)"),
            events: events,
            control: ControlListener(
                redis, configuration: configured, keys: keys, node: node, clock: clock,
                gossip: settings.gossips ? gossip(node, clock) : nil),
            mingle: Mingle(redis, keys: keys, node: node, clock: clock), clock: clock,
            revoked: RevokedStore(redis, keys: keys), database: database, store: store, pool: pool,
            pipeline: UploadPipeline(
                uploads: UploadsTable(database), store: store, pool: pool, settings: configuration.task,
                metrics: metrics),
            trials: configuration.acceptsTrials
                ? TrialDesk(redis, keys: keys, node: node, pool: pool, limits: configuration.task.limits) : nil,
            metrics: metrics, log: log, tuned: configuration.tuned)
    }

    private func gossip(_ node: String, _ clock: NodeClock) -> Gossip {
        Gossip(node: node, clock: clock) { [log] news in
            switch news {
            case .joined(let other): log.info("sync with \(other)")
            case .left(let other): log.info("\(other) has left")
            case .silent(let other): log.info("missed heartbeat from \(other)")
            }
        }
    }
}

// MARK: Clients

extension WorkerStart {
    private func redisConfiguration(
        _ url: Secret, _ options: RedisOptions
    ) throws(WorkerStartError) -> RedisConfiguration {
        do throws(RedisURLError) {
            let url = try RedisURL(url.exposed)
            for note in url.notes { log.notice("\(note)") }
            var result = RedisConfiguration(
                url: url, clientName: options.clientName ?? configuration.queue.node.description)
            // Celery's default, broker_connection_timeout.
            if url.connectTimeout == nil { result.connectTimeout = .seconds(4) }
            if let timeout = options.socketTimeout { result.commandTimeout = timeout }
            if let timeout = options.socketConnectTimeout { result.connectTimeout = timeout }
            if let interval = options.healthCheckInterval { result.healthCheckInterval = min(interval, .seconds(20)) }
            return result
        } catch {
            throw WorkerStartError(error.sentence)
        }
    }

    /// - Parameter name: how the log calls it; nil for a connection whose fate the log need not tell.
    private func connection(
        _ configured: RedisConfiguration, name: String?
    ) throws(WorkerStartError) -> RedisConnection {
        do throws(RedisError) {
            guard let name else { return try RedisConnection(configured) }
            return try RedisConnection(configured) { [log, metrics] event in
                switch event {
                case .connected(let server):
                    metrics.redis(connected: true)
                    metrics.reconnected(server: name)
                    log.info("Connected to the \(name) at \(server)")
                case .lost, .retrying:
                    metrics.redis(connected: false)
                    log.warning("\(name): \(event.sentence)")
                }
            }
        } catch {
            throw WorkerStartError(error.sentence, exitCode: WorkerExitCode.readerUnavailable)
        }
    }

    private func makeDatabase() throws(WorkerStartError) -> Database {
        do {
            let url = try DatabaseURL(try configuration.requiredDatabase().exposed)
            var settings = DatabaseConfiguration(
                url: url, connections: min(4, max(1, configuration.readers.concurrency)),
                applicationName: configuration.queue.node.description)
            settings.patience = .seconds(5)
            settings.onEvent = { [log, metrics] in $0.tell(log, metrics) }
            return try Database(settings)
        } catch {
            let sentence =
                (error as? SettingsError)?.sentence ?? (error as? PostgresError)?.sentence ?? "\(error)"
            throw WorkerStartError(sentence)
        }
    }

    private func makeStore() throws(WorkerStartError) -> ObjectStore {
        let storage = configuration.storage
        var settings = ObjectStoreConfiguration(
            bucket: storage.bucket, region: storage.region, endpoint: storage.endpoint?.exposed,
            accessKeys: storage.keys.map { AccessKeys(accessKey: $0.access.exposed, secretKey: $0.secret.exposed) },
            environment: ProcessInfo.processInfo.environment)
        settings.connections = max(4, configuration.readers.cap.readers)
        // Each retry is one of the task's own, which a client can see (CONTRACT.md, Retries).
        settings.retry.retries = 0
        do throws(ObjectStorageError) { return try ObjectStore(settings) } catch {
            throw WorkerStartError(error.sentence)
        }
    }

    private func makePool() async throws(WorkerStartError) -> ReaderPool {
        do throws(PoolError) {
            return try await ReaderPool(PoolConfiguration(configuration))
        } catch {
            throw WorkerStartError(error.description)
        }
    }
}

extension PoolConfiguration {
    /// As the worker's settings say.
    init(_ configuration: WorkerConfiguration) throws(PoolError) {
        let (readers, task) = (configuration.readers, configuration.task)
        self.init(
            program: try ReaderProgram.find(readers.program), concurrency: readers.concurrency,
            modelDirectory: readers.modelDirectory, limits: task.limits, softLimit: task.softLimit,
            hardLimit: task.hardLimit, memoryLimit: readers.memoryLimitBytes,
            recycling: RecyclingPolicy(tasks: readers.tasksPerChild, residentBytes: readers.memoryPerChildBytes),
            sandbox: SandboxOrder(policy: readers.sandbox, addressSpaceBytes: readers.addressSpaceBytes))
    }
}

extension RedisURL {
    /// Whether both lead to one database with one login, so that one transaction can serve both.
    func isSameDatabase(as other: RedisURL) -> Bool {
        endpoint == other.endpoint && database == other.database && username == other.username
            && password == other.password && (tls == nil) == (other.tls == nil)
    }
}

// MARK: What the clients tell the log

extension ConsumerEvent {
    func tell(_ log: Logger, _ metrics: WorkerMetrics) {
        switch self {
        case .deadLetter(let queue, let reason, let id):
            metrics.deadLetter()
            log.error(
                "A message of the queue \(queue) went to the dead letters\(id.map { " (task \($0))" } ?? ""): \(reason)"
            )
        case .claimsLost(let names):
            log.warning("\(names.count) claims were given to somebody else while their tasks ran or waited here.")
        case .recovered(let owner, let count):
            log.warning("Gave \(count) claims of the dead worker \(owner) back to their queues.")
        case .swept(let count): log.warning("Gave \(count) claims that nobody renewed back to their queues.")
        case .failed(let error): log.debug("The queue cannot be asked: \(error.sentence)")
        }
    }
}

extension DatabaseEvent {
    func tell(_ log: Logger, _ metrics: WorkerMetrics) {
        switch self {
        case .connected(let version):
            metrics.reconnected(server: "database")
            log.info("Connected to PostgreSQL \(version / 10_000).\(version % 10_000)")
        case .connectionFailed(let error, let delay):
            log.warning("\(error.sentence) Next attempt in \(delay).")
        case .connectionLost(let error): log.warning("\(error.sentence)")
        }
    }
}
