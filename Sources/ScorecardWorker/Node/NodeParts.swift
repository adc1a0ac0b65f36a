internal import CeleryQueue
internal import Logging
internal import OCRPool
internal import ObjectStorage
internal import Postgres
internal import Redis

/// What a node works with: connections that are made, readers that are warm.
struct NodeParts: Sendable {
    let configuration: WorkerConfiguration
    let redis: RedisConnection
    let broker: Broker
    let consumer: Consumer
    let results: ResultStore
    let ending: DeliveryEnding
    let events: EventPublisher
    let control: ControlListener
    let mingle: Mingle
    let clock: NodeClock
    let revoked: RevokedStore
    let database: Database
    let store: ObjectStore
    let pool: ReaderPool
    let pipeline: UploadPipeline
    /// Nil without `--accept-trials`.
    let trials: TrialDesk?
    let metrics: WorkerMetrics
    let log: Logger
    /// The tuned file, held against this machine and these engines.
    let tuned: TunedSettings

    /// This worker's name on the wire.
    var node: String { configuration.queue.node.description }
}

/// What is done beside taking tasks in; each runs as a child of the node's own task.
enum NodeJob: Sendable {
    case run(RunningTask)
    case discard(Delivery, RevocationReason)
    case bury(Delivery, MessageError)
    case giveBack(Delivery)
    /// Store revoked tasks that wait somewhere as revoked, so that nobody waits for their results.
    case storeRevoked([String])
    /// Wait until what every task needs is there again.
    case awaitDependency(Dependency)
}
