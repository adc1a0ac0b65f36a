internal import Synchronization

/// Where lines go, from many tasks at once.
final class LogOutput: Sendable {
    private let format: LogFormat
    private let clock: LogClock
    private let target: Mutex<LogTarget>

    init(_ format: LogFormat, to target: consuming sending LogTarget) {
        self.format = format
        clock = LogClock(format)
        self.target = Mutex(target)
    }

    func write(_ record: LogRecord) {
        let line = record.line(format, at: clock.stamp())
        target.withLock { target in
            target.write(line) { lost, fault in
                LogRecord(
                    level: LogLevel.warning.rawValue, logger: WorkerLog.label,
                    message: "\(lost) line\(lost == 1 ? " of the log was" : "s of the log were") lost: \(fault)",
                    fields: []
                ).line(format, at: clock.stamp())
            }
        }
    }
}

/// An open log that never holds up the worker: what cannot be written is counted and said later.
struct LogTarget: ~Copyable {
    private var descriptor: LogDescriptor
    /// The file to follow; nil for standard error.
    private let path: String?
    private var nextLook = ContinuousClock.now
    private var lost = 0
    private var fault = SystemFault(0)
    /// The end of a line whose beginning was written.
    private var rest: [UInt8] = []

    /// How long a line may wait for a reader that is slow; a reader that is stuck makes but one line wait.
    private static let patience = Duration.milliseconds(100)
    /// Between two looks whether the file is still the one of that name.
    private static let lookInterval = Duration.seconds(1)

    init(_ descriptor: consuming LogDescriptor, path: String? = nil) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Writes a line, with what is left of an earlier one and a notice of lost ones before it, in one call.
    mutating func write(_ line: [UInt8], notice: (Int, SystemFault) -> [UInt8]) {
        follow()
        let bytes = rest + (lost > 0 ? notice(lost, fault) : []) + line
        let (written, fault) = descriptor.write(bytes, patience: lost > 0 ? .zero : Self.patience)
        if let fault { self.fault = fault }
        // Lines of which nothing was written are lost; a line that was begun is finished before the next.
        if written > rest.count || fault == nil {
            rest = Array(bytes[written...])
            lost = 0
        } else {
            rest.removeFirst(written)
            lost += 1
        }
    }

    /// As Python's WatchedFileHandler: a file that was moved or deleted is left for a new one of its name.
    private mutating func follow() {
        guard let path, ContinuousClock.now >= nextLook else { return }
        nextLook = .now + Self.lookInterval
        guard FileIdentity(path: path) != descriptor.identity else { return }
        do throws(SystemFault) {
            descriptor = try LogDescriptor(path: path)
            rest = []
        } catch {
            // Better in the moved file than nowhere.
        }
    }
}
