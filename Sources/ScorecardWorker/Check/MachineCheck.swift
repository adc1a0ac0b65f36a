internal import CeleryQueue
internal import Foundation
internal import TunedConfiguration

/// Looks at what this machine and this user have to offer.
struct MachineCheck {
    private let configuration: WorkerConfiguration
    private let machine: MachineFingerprint

    init(_ configuration: WorkerConfiguration, machine: MachineFingerprint) {
        self.configuration = configuration
        self.machine = machine
    }

    var findings: [Finding] {
        [user, openFiles, memory, timeLimits] + [logFile, pidFile].compactMap { $0 }
    }

    private var readers: Int {
        configuration.readers.autoscale?.maximum ?? configuration.readers.concurrency
    }

    private var user: Finding {
        .check(
            "user", geteuid() != 0, geteuid() == 0 ? "root" : "number \(geteuid())",
            remedy: "Run the worker as a user of its own: User= of systemd, user= of supervisor.")
    }

    /// A reader takes a few descriptors of the worker, each connection one.
    private var openFiles: Finding {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let needed = 128 + 16 * readers
        return .check(
            "open files", limit.rlim_cur >= UInt(needed), "\(limit.rlim_cur) allowed, \(needed) are enough",
            remedy: "Raise it: LimitNOFILE=\(needed) of systemd, ulimit -n \(needed).")
    }

    private var memory: Finding {
        let (each, all) = (configuration.readers.memoryLimitBytes, machine.usableMemoryBytes)
        let needed = readers * each + ReaderCap.workerBytes
        return .check(
            "memory", needed <= all,
            "\(readers) readers of at most \(each >> 20) MiB and the worker need \(needed >> 20) MiB of \(all >> 20) MiB",
            remedy: "Lower --concurrency or --memory-limit, or the kernel may kill what it likes.")
    }

    /// A worker that hangs no longer renews its claims; others must not start a task before the hard limit has ended it.
    private var timeLimits: Finding {
        let visibility = Duration.seconds(configuration.queue.brokerOptions.transport.visibilityTimeout)
        let hard = configuration.task.hardLimit
        return .check(
            "time limits", hard + .seconds(60) <= visibility,
            "\(configuration.task.softLimit.inSeconds.plain) s soft, \(hard.inSeconds.plain) s hard, "
                + "visibility timeout \(visibility.inSeconds.plain) s",
            remedy: "Make visibility_timeout at least a minute longer than --time-limit, for all workers.")
    }

    // MARK: Files

    private var logFile: Finding? {
        configuration.process.logFile.map { directory(of: $0, "log file", needed: 100 << 20) }
    }

    private var pidFile: Finding? {
        configuration.process.pidFile.map { directory(of: $0, "pid file", needed: 1 << 20) }
    }

    private func directory(of file: String, _ subject: String, needed: Int) -> Finding {
        let folder = URL(filePath: file).deletingLastPathComponent().path(percentEncoded: false)
        guard access(folder, W_OK | X_OK) == 0, access(file, F_OK) != 0 || access(file, W_OK) == 0 else {
            return .failed(
                subject, "\(file) cannot be written: \(String(cString: strerror(errno)))",
                remedy: "Make the directory and give it to the worker's user.")
        }
        var disk = statvfs()
        statvfs(folder, &disk)
        let free = Int(disk.f_bavail) * Int(disk.f_frsize)
        return .check(
            subject, free >= needed, "\(file), \(free >> 20) MiB free",
            remedy: "Free some of the disk, or rotate the log.")
    }
}
