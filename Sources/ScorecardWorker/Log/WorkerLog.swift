internal import Glibc
public import Logging

/// The log of a worker: lines as Celery writes them or JSON, on standard error or in a file that logrotate may move.
public enum WorkerLog {
    static let label = "cricksy-worker"

    /// A logger that writes as the settings say. From now on the process ignores SIGPIPE and SIGXFSZ, as Python does: a
    /// closed pipe and a file that may not grow cost lines of the log, not the worker.
    ///
    /// - Throws: when the log's file cannot be opened.
    public static func logger(_ settings: ProcessSettings) throws(SettingsError) -> Logger {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        let output = LogOutput(settings.logFormat, to: try target(settings.logFile))
        return Logger(label: label) { WorkerLogHandler(label: $0, output: output, logLevel: settings.logLevel.swift) }
    }

    private static func target(_ path: String?) throws(SettingsError) -> LogTarget {
        guard let path else { return LogTarget(LogDescriptor.copy(of: STDERR_FILENO)) }
        do throws(SystemFault) {
            return LogTarget(try LogDescriptor(path: path), path: path)
        } catch {
            throw SettingsError(
                sentence: "The log's file \(path.quotable) cannot be opened: \(error); name another with --logfile.")
        }
    }
}

/// Makes records of what swift-log hands over.
struct WorkerLogHandler: LogHandler {
    let label: String
    let output: LogOutput
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = fields(of: event).sorted { $0.key < $1.key }
        output.write(
            LogRecord(
                level: event.level.python, logger: label, message: event.message.description,
                fields: fields.map { (key: $0.key, value: $0.value) }))
    }

    /// What stands nearer to the event counts.
    private func fields(of event: LogEvent) -> Logger.Metadata {
        var fields = metadata
        if let provided = metadataProvider?.get() { fields.merge(provided) { $1 } }
        if let given = event.metadata { fields.merge(given) { $1 } }
        if let error = event.error { fields["error"] = .string("\(error)") }
        return fields
    }
}

extension LogLevel {
    fileprivate var swift: Logger.Level {
        switch self {
        case .debug: .debug
        case .info: .info
        case .warning: .warning
        case .error: .error
        case .critical: .critical
        }
    }
}

extension Logger.Level {
    /// Python has neither trace nor notice.
    fileprivate var python: String {
        switch self {
        case .trace, .debug: LogLevel.debug.rawValue
        case .info, .notice: LogLevel.info.rawValue
        case .warning: LogLevel.warning.rawValue
        case .error: LogLevel.error.rawValue
        case .critical: LogLevel.critical.rawValue
        }
    }
}
