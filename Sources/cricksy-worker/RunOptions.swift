internal import ArgumentParser
internal import ScorecardWorker

/// The flags of `cricksy-worker run`. Names, help and defaults stand in `SettingsTable`; a property is a row's name in
/// camel case.
struct RunOptions: ParsableArguments {
    @Option(SettingsTable.broker.row) var broker: String?
    @Option(SettingsTable.resultBackend.row) var resultBackend: String?
    @Option(SettingsTable.brokerTransportOptions.row) var brokerTransportOptions: String?
    @Option(SettingsTable.resultTransportOptions.row) var resultBackendTransportOptions: String?
    @Option(SettingsTable.resultExpires.row) var resultExpires: String?
    @Flag(SettingsTable.resultExtended.row) var resultExtended = false
    @Option(SettingsTable.queues.row) var queues: String?
    @Flag(SettingsTable.acceptTrials.row) var acceptTrials = false
    @Option(SettingsTable.hostname.row) var hostname: String?
    @Option(SettingsTable.prefetchMultiplier.row) var prefetchMultiplier: String?
    @Option(SettingsTable.optimization.row) var optimization: String?
    @Flag(SettingsTable.taskEvents.row) var taskEvents = false
    @Option(SettingsTable.heartbeatInterval.row) var heartbeatInterval: String?
    @Flag(SettingsTable.withoutHeartbeat.row) var withoutHeartbeat = false
    @Flag(SettingsTable.withoutMingle.row) var withoutMingle = false
    @Flag(SettingsTable.withoutGossip.row) var withoutGossip = false

    @Option(SettingsTable.timeLimit.row) var timeLimit: String?
    @Option(SettingsTable.softTimeLimit.row) var softTimeLimit: String?
    @Option(SettingsTable.retryBackoff.row) var retryBackoff: String?
    @Option(SettingsTable.maxFileBytes.row) var maxFileBytes: String?
    @Option(SettingsTable.maxPixels.row) var maxPixels: String?
    @Option(SettingsTable.maxPages.row) var maxPages: String?

    @Option(SettingsTable.tuned.row) var tuned: String?
    @Option(SettingsTable.concurrency.row) var concurrency: String?
    @Option(SettingsTable.autoscale.row) var autoscale: String?
    @Option(SettingsTable.maxTasksPerChild.row) var maxTasksPerChild: String?
    @Option(SettingsTable.maxMemoryPerChild.row) var maxMemoryPerChild: String?
    @Option(SettingsTable.memoryLimit.row) var memoryLimit: String?
    @Flag(SettingsTable.skipProbe.row) var skipProbe = false
    @Option(SettingsTable.sandbox.row) var sandbox: String?
    @Option(SettingsTable.reader.row) var reader: String?
    @Option(SettingsTable.tessdata.row) var tessdata: String?

    @Option(SettingsTable.s3Endpoint.row) var s3Endpoint: String?
    @Option(SettingsTable.s3Region.row) var s3Region: String?
    @Option(SettingsTable.s3Bucket.row) var s3Bucket: String?

    @Option(SettingsTable.loglevel.row) var loglevel: String?
    @Option(SettingsTable.logFormat.row) var logFormat: String?
    @Option(SettingsTable.logfile.row) var logfile: String?
    @Option(SettingsTable.pidfile.row) var pidfile: String?
    @Flag(SettingsTable.detach.row) var detach = false
    @Option(SettingsTable.healthAddress.row) var healthAddress: String?

    @OptionGroup(visibility: .hidden) var celery: CeleryOptions

    /// What was given, by the name of its row.
    var given: [String: String] { givenFlags(in: self).merging(givenFlags(in: celery)) { first, _ in first } }
}

/// Options of Celery that are accepted without effect or refused with a sentence; hidden from `--help`.
struct CeleryOptions: ParsableArguments {
    @Option(SettingsTable.app.row) var app: String?
    @Option(SettingsTable.pool.row) var pool: String?
    @Option(celery: "loader") var loader: String?
    @Option(celery: "config") var config: String?
    @Option(celery: "include") var include: String?
    @Option(celery: "executable") var executable: String?
    @Option(celery: "statedb") var statedb: String?
    @Option(celery: "schedule") var schedule: String?
    @Option(celery: "scheduler") var scheduler: String?
    @Option(celery: "exclude-queues") var excludeQueues: String?
    @Option(celery: "uid") var uid: String?
    @Option(celery: "gid") var gid: String?
    @Option(celery: "umask") var umask: String?
    @Option(celery: "workdir") var workdir: String?
    @Flag(celery: "no-color") var noColor = false
    @Flag(celery: "quiet") var quiet = false
    @Flag(celery: "skip-checks") var skipChecks = false
    @Flag(celery: "disable-prefetch") var disablePrefetch = false
    @Flag(celery: "beat") var beat = false
    @Flag(celery: "purge") var purge = false
}

/// Reads the wrapped properties as ArgumentParser does itself: by reflection, so that no flag is listed twice.
private func givenFlags(in options: Any) -> [String: String] {
    var given: [String: String] = [:]
    for child in Mirror(reflecting: options).children {
        guard let name = child.label.map(rowName(ofProperty:)) else { continue }
        if let option = child.value as? Option<String?> { given[name] = option.wrappedValue }
        if let flag = child.value as? Flag<Bool>, flag.wrappedValue { given[name] = "true" }
    }
    return given
}

/// `_maxTasksPerChild` is `max-tasks-per-child`.
private func rowName(ofProperty label: String) -> String {
    label.drop { $0 == "_" }.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
}

extension Option where Value == String? {
    fileprivate init(_ row: Setting) {
        self.init(wrappedValue: nil, name: row.names, help: row.argumentHelp)
    }

    fileprivate init(celery name: String) {
        self.init(wrappedValue: nil, name: SettingsTable.row(named: name)?.names ?? .long, help: .hidden)
    }
}

extension Flag where Value == Bool {
    fileprivate init(wrappedValue: Bool, _ row: Setting) {
        self.init(wrappedValue: wrappedValue, name: row.names, help: row.argumentHelp)
    }

    fileprivate init(wrappedValue: Bool, celery name: String) {
        self.init(
            wrappedValue: wrappedValue, name: SettingsTable.row(named: name)?.names ?? .long, help: .hidden)
    }
}

extension Setting {
    fileprivate var names: NameSpecification {
        let letter = short.map { [NameSpecification.Element.customShort($0, allowingJoined: !isToggle)] } ?? []
        return NameSpecification(letter + ([name] + aliases).map { .customLong($0) })
    }

    fileprivate var argumentHelp: ArgumentHelp {
        let environment = variables.isEmpty ? "" : "; " + variables.joined(separator: ", ")
        return ArgumentHelp(
            "\(explanation) (default: \(standardText)\(environment))", valueName: unit ?? "value")
    }
}
