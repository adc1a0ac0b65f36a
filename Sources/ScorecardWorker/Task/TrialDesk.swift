internal import CeleryQueue
internal import Logging
internal import OCRPool
internal import OCRWire
internal import Recognition
internal import Redis
internal import Synchronization
internal import TrialQueue

/// Reads trials of a tuner (`--accept-trials`). Document and answer lie in keys of the broker; neither the database nor the
/// object storage is touched, and no setting of the worker's own counts but its limits.
final class TrialDesk: Sendable {
    private let redis: RedisConnection
    private let keys: BrokerKeys
    private let pool: ReaderPool
    private let limits: RecognitionLimits
    private let node: String
    private let own: OwnReaders
    private let known = Mutex<[Set<String>: ReaderIdentity]>([:])
    private let wake = Mutex(ContinuousClock.now)

    /// So long no trial is taken after one that had to be refused: another worker's chance.
    private static let rest: Duration = .seconds(10)

    init(
        _ redis: RedisConnection, keys: BrokerKeys, node: String, pool: ReaderPool, limits: RecognitionLimits
    ) {
        self.redis = redis
        self.keys = keys
        self.pool = pool
        self.limits = limits
        self.node = node
        own = OwnReaders(hello: pool.hello, program: pool.configuration.program)
    }

    /// Whether a trial was refused a moment ago.
    var isResting: Bool { wake.withLock { $0 > .now } }

    /// Reads a trial and stores the answer; gives what the task returns.
    ///
    /// - Throws: when the readers cannot be used at all, or the worker stops.
    func process(
        _ task: TaskMessage, log: Logger, onReader: @escaping @Sendable (Int32) -> Void
    ) async throws(UploadFault) -> JSON {
        let answer = try await answer(to: task, log, onReader)
        await store(answer, for: task.id, log)
        return answer.summary
    }

    private func answer(
        to task: TaskMessage, _ log: Logger, _ onReader: @escaping @Sendable (Int32) -> Void
    ) async throws(UploadFault) -> TrialAnswer {
        let trial: Trial
        do throws(TrialFault) { trial = try Trial(task) } catch { return refusal(error.sentence) }
        if let why = objection(to: trial) { return refusal(why) }
        await store(.taken(by: node), for: task.id, log)
        let bytes = try? await redis.command("GET", keys.trialDocument(trial.document)).bytes
        guard let bytes, bytes.count <= Trial.mostDocumentBytes else { return .missing }
        do throws(PoolError) {
            return try await read(bytes, trial, onReader)
        } catch {
            guard error.blamesDocument else { throw .reader(error) }
            log.info("A reader died of a trial: \(error.description)")
            return .died(error.sentence)
        }
    }

    /// A reader that dies is not always the document's fault, so a death is tried once more, as the tuner does.
    private func read(
        _ bytes: [UInt8], _ trial: Trial, _ onReader: @escaping @Sendable (Int32) -> Void
    ) async throws(PoolError) -> TrialAnswer {
        let options = ReadOptions(
            limits: trial.request.limits, softLimit: trial.request.deadlineMilliseconds.map { .milliseconds($0) },
            hardLimit: trial.hardLimit)
        let plan = trial.request.plan
        let answer: ReadAnswer
        do throws(PoolError) {
            answer = try await pool.read(bytes, plan: plan, options: options, onReader: onReader)
        } catch {
            guard error.isChildDeath else { throw error }
            answer = try await pool.read(bytes, plan: plan, options: options, onReader: onReader)
        }
        guard let result = answer.results.first else {
            throw PoolError(.protocolViolation("an answer without a result"))
        }
        return .read(result)
    }

    private func store(_ answer: TrialAnswer, for id: String, _ log: Logger) async {
        // A reading that no frame can hold is nobody's to send; the tuner reads it at home.
        let bytes = (try? answer.encoded()) ?? (try? TrialAnswer.missing.encoded()) ?? []
        do throws(RedisError) {
            _ = try await redis.command("SET", keys.trialAnswer(id), bytes, "EX", Trial.answerExpiry)
        } catch {
            log.warning("The answer to a trial was not stored, so it will be sent again: \(error.sentence)")
        }
    }
}

// MARK: Who may read

extension TrialDesk {
    private func refusal(_ why: String) -> TrialAnswer {
        wake.withLock { $0 = .now + Self.rest }
        return .refused(by: node, why: why)
    }

    private func objection(to trial: Trial) -> String? {
        let asked = trial.request.limits
        guard asked.fileBytes <= limits.fileBytes, asked.pixels <= limits.pixels, asked.pages <= limits.pages else {
            return "its limits of file, pixels and pages are lower than the tuner's"
        }
        let models = Set(trial.request.plan.models)
        let identity = known.withLock { known in
            if let identity = known[models] { return identity }
            let identity = own.identity(models: models)
            known[models] = identity
            return identity
        }
        return identity.objection(to: trial.readers)
    }
}

extension ReadPlan {
    fileprivate var models: [String] {
        guard case .all(let settings) = self else { return [] }
        return settings.flatMap(\.allModels)
    }
}

extension TrialAnswer {
    /// What the task returns, for whoever watches the queue.
    fileprivate var summary: JSON {
        switch self {
        case .taken, .read: ["status": "read"]
        case .died(let why): ["status": "failed", "reason": .text(why)]
        case .refused(_, let why): ["status": "refused", "reason": .text(why)]
        case .missing: ["status": "missing"]
        }
    }
}
