internal import CProcessShim
internal import Glibc
internal import OCRWire

/// A running reader: its process and the parent's ends of what connects to it. Reap it before you drop it.
///
/// Belongs to one thread. Its descriptors are numbers because poll wants a closed one to be -1.
final class ReaderProcess {
    let processID: Int32
    let pidfd: Int32
    /// -1 once it is closed.
    private(set) var channel: Int32
    /// Standard output and error; -1 once it is closed.
    private(set) var output: Int32

    /// Starts the program: when this returns, exec has succeeded.
    init(_ configuration: PoolConfiguration) throws(PoolError) {
        let channel = try Self.pair(process_channel, "socket pair for a reader")
        let ours = OwnedDescriptor(raw: channel[0])
        let theirs = OwnedDescriptor(raw: channel[1])
        let output = try Self.pair(process_output_pipe, "pipe for a reader")
        let readEnd = OwnedDescriptor(raw: output[0])
        let writeEnd = OwnedDescriptor(raw: output[1])
        var identifiers: (process: Int32, pidfd: Int32) = (0, -1)
        let result = Self.withCStrings([configuration.program] + configuration.arguments) { arguments in
            Self.withCStrings(Self.environment(configuration)) { environment in
                process_spawn(
                    configuration.program, arguments, environment, theirs.raw, writeEnd.raw, &identifiers.process,
                    &identifiers.pidfd)
            }
        }
        guard result == 0 else {
            let why = String(cString: strerror(-result))
            throw PoolError(.startFailed("\(configuration.program) cannot be started: \(why)."))
        }
        processID = identifiers.process
        pidfd = identifiers.pidfd
        self.channel = ours.release()
        self.output = readEnd.release()
        ProportionalSizes.watch(processID)
    }

    deinit {
        ProportionalSizes.forget(processID)
        closeChannel()
        closeOutput()
        close(pidfd)
    }

    func closeChannel() {
        if channel >= 0 { close(channel) }
        channel = -1
    }

    func closeOutput() {
        if output >= 0 { close(output) }
        output = -1
    }

    /// All that a reader finds in its environment. libgomp reads its limit when it is loaded, so it must be here.
    static func environment(_ configuration: PoolConfiguration) -> [String] {
        ["OMP_THREAD_LIMIT=1", "SWIFT_BACKTRACE=enable=no", "LC_ALL=C.UTF-8", "TZ=UTC"]
            + (configuration.modelDirectory.map { ["TESSDATA_PREFIX=\($0)"] } ?? [])
    }

    /// SIGKILL for it and for whatever it has started in its session's first group.
    func kill() {
        _ = process_kill(pidfd)
        Glibc.kill(-processID, SIGKILL)
    }

    /// How it ended; nil while it runs. Its process group goes with it, before the number can be used again.
    func reap() -> ExitStatus? {
        var bySignal: Int32 = 0
        var status: Int32 = 0
        guard hasExited() else { return nil }
        Glibc.kill(-processID, SIGKILL)
        // Where SIGCHLD is ignored, which a program may inherit, the kernel has reaped it and forgotten how it ended.
        guard process_reap(pidfd, &bySignal, &status) == 1 else { return .exited(-1) }
        return bySignal != 0 ? .signalled(status) : .exited(status)
    }

    private func hasExited() -> Bool {
        var descriptor = pollfd(fd: pidfd, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) == 1
    }

    /// CPU seconds of the process so far, to the nanosecond (`/proc/PID/stat` counts in hundredths of a second); nil
    /// when the kernel does not say.
    func cpuSeconds() -> Double? {
        let nanoseconds = process_cpu_nanoseconds(processID)
        return nanoseconds >= 0 ? Double(nanoseconds) / 1e9 : nil
    }

    /// Its resident size, and the peak since it last reset it, as the kernel says; nil when that cannot be read.
    func memory() -> (resident: Int, peak: Int)? {
        guard let status = ProcFile.read("/proc/\(processID)/status"),
            let resident = ProcessStatus.bytes(of: "VmRSS", in: status),
            let peak = ProcessStatus.bytes(of: "VmHWM", in: status)
        else { return nil }
        return (resident, peak)
    }

    /// Its resident size, from the smallest file that tells it; nil when that cannot be read.
    func residentBytes() -> Int? {
        // statm: pages in all, pages resident, and so on.
        let fields = ProcFile.read("/proc/\(processID)/statm", atMost: 256)?.split(separator: UInt8(ascii: " "))
        guard let fields, fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else {
            return nil
        }
        return pages * Self.pageBytes
    }

    private static let pageBytes = sysconf(Int32(_SC_PAGESIZE))

    /// Ends it by SIGXCPU, whatever becomes of this process, once it has used so many CPU seconds in its whole life.
    /// A backstop: where the kernel refuses, the hard limit stands alone.
    func limitCPU(toSeconds seconds: Double) {
        _ = process_limit_cpu(processID, UInt64(max(1, seconds.rounded(.up))))
    }

    private static func pair(
        _ make: (UnsafeMutablePointer<Int32>?) -> Int32, _ what: String
    ) throws(PoolError) -> [Int32] {
        var ends: [Int32] = [-1, -1]
        let result = ends.withUnsafeMutableBufferPointer { make($0.baseAddress) }
        guard result == 0 else { throw PoolError.system(what, result) }
        return ends
    }

    private static func withCStrings(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> Int32 {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return (copies + [nil]).withUnsafeBufferPointer { list in list.baseAddress.map(body) ?? -EINVAL }
    }
}

extension PoolError {
    /// The kernel refused something; `result` is -errno.
    static func system(_ what: String, _ result: Int32) -> PoolError {
        PoolError(.systemFailure("No \(what) can be had: \(String(cString: strerror(-result)))."))
    }
}
