internal import CeleryQueue
internal import Logging
internal import OCRPool
internal import ObjectStorage
internal import Postgres
internal import Recognition
internal import Scorecard

/// From an upload's id to its row: each step is a function of what the step before gave (ARCHITECTURE.md, How data flows).
struct UploadPipeline: Sendable {
    let uploads: UploadsTable
    let store: ObjectStore
    let pool: ReaderPool
    let settings: TaskSettings
    let metrics: WorkerMetrics

    /// One reading of one upload.
    struct Job: Sendable {
        let arguments: UploadArguments
        let profiles: [RecognitionProfile]
        let clock: TaskClock
        let log: Logger
        /// False when it was tried before, or given back: then the row's age tells nothing about the queue.
        let isFirstTry: Bool
        /// Told the process of the reader that has the document.
        let onReader: @Sendable (Int32) -> Void

        /// The statuses that a reading may change.
        fileprivate var changeable: Set<UploadStatus> {
            arguments.isForced ? [.pending, .processing, .failed, .ready] : [.pending, .processing, .failed]
        }
    }

    /// Reads the upload and writes its row; gives what the task returns.
    func process(_ job: Job) async throws(UploadFault) -> JSON {
        guard settings.isOCREnabled else { return UploadResult.skipped("OCR disabled") }
        let loaded = try await timed("database") { () async throws(UploadFault) in
            try await database { () async throws(PostgresError) in try await uploads.load(job.arguments.id) }
        }
        guard let upload = loaded else { return UploadResult.notFound }
        if upload.status == .ready, !job.arguments.isForced { return UploadResult.skipped("already ready") }
        if job.isFirstTry, upload.status == .processing { metrics.queueWait(seconds: upload.secondsSinceChange) }
        try await announce(upload, job)
        let bytes = try await fetch(upload, job.clock)
        let document = try await read(bytes, job)
        compare(upload, document, job.log)
        return try await record(document, job)
    }

    /// Says in the row of a failed upload why nobody will read it. False when the row is gone or ready.
    func fail(_ id: Int, _ message: String, isForced: Bool = false) async throws(PostgresError) -> Bool {
        var expected: Set<UploadStatus> = [.pending, .processing, .failed]
        if isForced { expected.insert(.ready) }
        let changed = try await uploads.markFailed(id, errorMessage: message, expecting: expected)
        if changed { metrics.upload(status: UploadStatus.failed.rawValue) }
        return changed
    }
}

// MARK: Steps

extension UploadPipeline {
    /// The backend has set `processing` as a rule; a failed upload that is sent again shows it too.
    private func announce(_ upload: Upload, _ job: Job) async throws(UploadFault) {
        guard upload.status != .processing else { return }
        _ = try await database { () async throws(PostgresError) in
            try await uploads.markProcessing(upload.id, expecting: job.changeable)
        }
    }

    private func fetch(_ upload: Upload, _ clock: TaskClock) async throws(UploadFault) -> [UInt8] {
        let (store, limit, key) = (store, settings.limits.fileBytes, upload.s3Key)
        return try await timed("download") { () async throws(UploadFault) in
            try await clock.limiting {
                do throws(ObjectStorageError) {
                    return .success(try await store.get(key, limit: limit))
                } catch {
                    return .failure(.storage(error))
                }
            }.get()
        }
    }

    private func read(_ bytes: [UInt8], _ job: Job) async throws(UploadFault) -> ReadDocument {
        let options = ReadOptions(
            limits: settings.limits, softLimit: job.clock.softRest ?? Self.endless,
            hardLimit: job.clock.hardRest ?? Self.endless)
        do throws(ProcessingError) {
            let processor = DocumentProcessor(pool: pool, profiles: job.profiles)
            let (metrics, log) = (metrics, job.log)
            let answer = try await processor.read(bytes, options: options, onReader: job.onReader) { death in
                metrics.readerDied(reason: death.word)
                log.warning("A reader died and the upload is read again in a fresh one: \(death.description)")
            }
            measure(answer, bytes: bytes.count)
            return answer.document
        } catch {
            throw error.fault(job.clock.limits)
        }
    }

    /// Without a limit of the task's own, what keeps a reader from running for ever.
    private static let endless: Duration = .seconds(86_400)

    private func measure(_ answer: DocumentProcessor.Answer, bytes: Int) {
        let (document, cost) = (answer.document, answer.document.cost)
        metrics.stage("wait", seconds: answer.queueWait / .seconds(1))
        metrics.stage("decode", seconds: cost.decode.wall)
        metrics.stage("prepare", seconds: cost.prepare.wall)
        metrics.stage("recognize", seconds: cost.recognize.wall)
        metrics.stage("read", seconds: cost.read.wall)
        metrics.pages(document.pages.count)
        metrics.document(kind: document.kind.rawValue, bytes: bytes)
    }

    /// The browser's claim counts for nothing, but who debugs the backend wants to know.
    private func compare(_ upload: Upload, _ document: ReadDocument, _ log: Logger) {
        let claimed = upload.fileType.lowercased().replacing("image/jpg", with: DocumentFormat.jpeg.mediaType)
        guard claimed != document.format.mediaType else { return }
        log.warning("The row says \(upload.fileType) and the bytes \(document.format.mediaType); the bytes count.")
    }

    private func record(_ document: ReadDocument, _ job: Job) async throws(UploadFault) -> JSON {
        let id = job.arguments.id
        let preview = PreviewWriter.encode(document)
        let changed = try await timed("database") { () async throws(UploadFault) in
            try await database { () async throws(PostgresError) in
                try await uploads.markReady(id, previewJSON: preview, expecting: job.changeable)
            }
        }
        guard changed else { return try await afterRace(id) }
        metrics.upload(status: UploadStatus.ready.rawValue)
        return UploadResult.success(
            id, deliveries: document.reading.deliveries.count,
            confidence: (document.reading.confidence * 10_000).rounded() / 10_000)
    }

    /// Somebody else changed the row meanwhile: deleted it, or read the same upload faster.
    private func afterRace(_ id: Int) async throws(UploadFault) -> JSON {
        let upload = try await database { () async throws(PostgresError) in try await uploads.load(id) }
        guard let upload else { return UploadResult.notFound }
        return UploadResult.skipped(upload.status == .ready ? "already ready" : "status is \(upload.status.rawValue)")
    }

    private func database<Value>(
        _ body: () async throws(PostgresError) -> Value
    ) async throws(UploadFault) -> Value {
        do throws(PostgresError) { return try await body() } catch { throw .database(error) }
    }

    private func timed<Value>(
        _ stage: String, _ body: () async throws(UploadFault) -> Value
    ) async throws(UploadFault) -> Value {
        let begun = ContinuousClock.now
        defer { metrics.stage(stage, seconds: (ContinuousClock.now - begun) / .seconds(1)) }
        return try await body()
    }
}

extension ProcessingError {
    /// The reader knows how long it was given at last; a client is told the task's own limit.
    fileprivate func fault(_ limits: TimeLimits) -> UploadFault {
        switch self {
        case .document(let failure): .document(failure)
        case .missingFile(_, let reason): .document(.corruptFile(reason))
        case .reader(let error):
            if case .timeout = error.reason {
                .interrupted(.hardLimit(limits.hard ?? 0))
            } else {
                .reader(error)
            }
        }
    }
}
