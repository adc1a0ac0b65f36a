internal import OCRWire
internal import Recognition
internal import TunedConfiguration

extension WorkerConfiguration {
    private typealias Table = SettingsTable

    /// Makes the configuration. Reads the tuned file and the files that `_FILE` variables name, and nothing else.
    ///
    /// - Throws: the first setting that cannot be used, as one sentence.
    public init(_ inputs: SettingsInputs) throws(SettingsError) { try self.init(inputs, tuned: nil) }

    /// The same settings with what is known of the tuned file by now: a half that has turned out stale no longer counts.
    func with(tuned: TunedSettings) throws(SettingsError) -> WorkerConfiguration {
        try WorkerConfiguration(inputs, tuned: tuned)
    }

    /// - Parameter known: the tuned file; nil to load it.
    private init(_ inputs: SettingsInputs, tuned known: TunedSettings?) throws(SettingsError) {
        var reader = SettingsReader(inputs)
        try Self.refuse(inputs.flags)
        self.inputs = inputs
        tuned = try Self.tuned(&reader, known)
        queue = try Self.queue(&reader)
        task = try Self.task(&reader)
        readers = try Self.readers(&reader)
        database = try reader.optional(Table.database)
        storage = try Self.storage(&reader)
        process = try Self.process(&reader, node: queue.node)
        let pool = try reader.optional(Table.pool)
        let order = Table.rows.enumerated().map { ($1.name, $0) }
        let places = Dictionary(order, uniquingKeysWith: { first, _ in first })
        settings = reader.resolved.sorted { places[$0.row.name, default: 0] < places[$1.row.name, default: 0] }
        notes = Notes.all(inputs, queue, settings: settings, pool: pool)
    }

    private static func refuse(_ flags: [String: String]) throws(SettingsError) {
        for row in Table.rows where flags[row.name] != nil {
            if case .refused(let remedy) = row.use {
                throw SettingsError(sentence: "\(row.flag) is not supported by this worker; \(remedy).")
            }
        }
    }

    private static func tuned(
        _ reader: inout SettingsReader, _ known: TunedSettings?
    ) throws(SettingsError) -> TunedSettings {
        let path = try reader.optional(Table.tuned)
        do throws(TunedConfigurationError) {
            let isFlag = reader.source(of: Table.tuned).rank == SettingSource.flag("").rank
            let tuned: TunedSettings
            if let known {
                tuned = known
            } else {
                tuned = try TunedSettings(path: path, mustExist: isFlag, machine: reader.inputs.machine)
            }
            if let path { reader.tuned = (path, tuned.texts) }
            return tuned
        } catch {
            throw SettingsError(sentence: error.sentence)
        }
    }

    private static func queue(_ reader: inout SettingsReader) throws(SettingsError) -> QueueSettings {
        let interval = try reader.value(Table.heartbeatInterval)
        let expires = try reader.value(Table.resultExpires)
        return QueueSettings(
            broker: try reader.value(Table.broker), resultBackend: try reader.value(Table.resultBackend),
            brokerOptions: try reader.value(Table.brokerTransportOptions),
            resultOptions: try reader.value(Table.resultTransportOptions),
            resultExpires: expires == .zero ? nil : expires,
            extendsResults: try reader.value(Table.resultExtended), queues: try reader.value(Table.queues),
            acceptsTrials: try reader.value(Table.acceptTrials),
            node: NodeName(try reader.value(Table.hostname), machine: reader.inputs.host),
            prefetchMultiplier: max(1, try reader.value(Table.prefetchMultiplier)),
            optimization: try reader.value(Table.optimization), sendsTaskEvents: try reader.value(Table.taskEvents),
            heartbeatInterval: try reader.value(Table.withoutHeartbeat) ? nil : interval,
            mingles: !(try reader.value(Table.withoutMingle)), gossips: !(try reader.value(Table.withoutGossip)))
    }

    private static func task(_ reader: inout SettingsReader) throws(SettingsError) -> TaskSettings {
        let isProduction = try reader.optional(Table.environment)?.lowercased() == "production"
        let hard = try reader.value(Table.timeLimit)
        return TaskSettings(
            isOCREnabled: try reader.value(Table.enableOCR, standard: !isProduction), hardLimit: hard,
            softLimit: try softLimit(&reader, hard: hard), retryBackoff: try reader.value(Table.retryBackoff),
            limits: RecognitionLimits(
                fileBytes: try reader.value(Table.maxFileBytes), pixels: try reader.value(Table.maxPixels),
                pages: try reader.value(Table.maxPages)))
    }

    /// A soft limit above the hard one gives way when the hard one was said in a stronger place; otherwise somebody
    /// would wait for what cannot happen.
    private static func softLimit(_ reader: inout SettingsReader, hard: Duration) throws(SettingsError) -> Duration {
        let lowered = hard * 9 / 10
        let soft = try reader.value(Table.softTimeLimit, standard: lowered)
        guard soft > hard else { return soft }
        let (strong, weak) = (reader.source(of: Table.timeLimit), reader.source(of: Table.softTimeLimit))
        guard strong.rank > weak.rank else {
            throw SettingsError(
                sentence:
                    "\(weak.subject(Table.softTimeLimit.row.name)) is \(soft.inSeconds.plain) s and the time limit "
                    + "\(hard.inSeconds.plain) s (\(strong)); the soft limit must not be above it.")
        }
        reader.amend(
            Table.softTimeLimit, to: lowered,
            "\(soft.inSeconds.plain) s is above the time limit of \(hard.inSeconds.plain) s (\(strong)), so it is 9/10 of it"
        )
        return lowered
    }

    private static func storage(_ reader: inout SettingsReader) throws(SettingsError) -> StorageSettings {
        let (access, secret) = (try reader.optional(Table.s3AccessKey), try reader.optional(Table.s3SecretKey))
        guard (access == nil) == (secret == nil) else {
            throw SettingsError(
                sentence:
                    "Of CRICKSY_S3_ACCESS_KEY and CRICKSY_S3_SECRET_KEY only one is set; set both, or neither for "
                    + "AWS's own credential chain.")
        }
        var keys: StorageSettings.Keys?
        if let access, let secret { keys = StorageSettings.Keys(access: access, secret: secret) }
        return StorageSettings(
            endpoint: try reader.optional(Table.s3Endpoint), region: try reader.value(Table.s3Region),
            bucket: try reader.value(Table.s3Bucket), keys: keys)
    }

    private static func process(
        _ reader: inout SettingsReader, node: NodeName
    ) throws(SettingsError) -> ProcessSettings {
        ProcessSettings(
            logLevel: try reader.value(Table.loglevel), logFormat: try reader.value(Table.logFormat),
            logFile: try reader.optional(Table.logfile).map { node.expand($0) },
            pidFile: try reader.optional(Table.pidfile).map { node.expand($0) },
            detaches: try reader.value(Table.detach), healthAddress: try reader.optional(Table.healthAddress))
    }
}

// MARK: Readers

extension WorkerConfiguration {
    private static func readers(_ reader: inout SettingsReader) throws(SettingsError) -> ReaderSettings {
        let perChild = try reader.value(SettingsTable.maxMemoryPerChild)
        let limit = try reader.value(SettingsTable.memoryLimit)
        let tasks = try reader.value(SettingsTable.maxTasksPerChild)
        let cap = ReaderCap(
            machine: reader.inputs.machine, readerBytes: perChild == 0 ? limit : min(perChild, limit))
        let concurrency = try concurrency(&reader, cap: cap)
        let autoscale = try autoscale(&reader, cap: cap)
        if let autoscale {
            reader.amend(
                SettingsTable.concurrency, to: max(1, autoscale.minimum), "autoscale starts with its minimum")
        }
        return ReaderSettings(
            concurrency: autoscale.map { max(1, $0.minimum) } ?? concurrency, autoscale: autoscale, cap: cap,
            tasksPerChild: tasks == 0 ? nil : tasks, memoryPerChildBytes: perChild == 0 ? nil : perChild,
            memoryLimitBytes: limit, skipsProbe: try reader.value(SettingsTable.skipProbe),
            sandbox: try reader.value(SettingsTable.sandbox),
            program: try reader.optional(SettingsTable.reader),
            modelDirectory: try reader.optional(SettingsTable.tessdata))
    }

    private static func concurrency(
        _ reader: inout SettingsReader, cap: ReaderCap
    ) throws(SettingsError) -> Int {
        let cpus = max(1, Int(reader.inputs.machine.usableCores.rounded(.up)))
        let wanted = try reader.value(SettingsTable.concurrency, standard: cpus)
        let (readers, reason) = cap.applied(to: wanted)
        if let reason { reader.amend(SettingsTable.concurrency, to: readers, reason) }
        return readers
    }

    private static func autoscale(
        _ reader: inout SettingsReader, cap: ReaderCap
    ) throws(SettingsError) -> Autoscale? {
        guard var scale = try reader.optional(SettingsTable.autoscale) else { return nil }
        let (maximum, reason) = cap.applied(to: scale.maximum)
        guard let reason else { return scale }
        scale.maximum = maximum
        scale.minimum = min(scale.minimum, maximum)
        reader.amend(SettingsTable.autoscale, to: scale, reason)
        return scale
    }
}
