public import CeleryQueue
internal import Glibc

/// What the system counts of this process, for `stats`, `memsample` and heartbeats.
public enum ProcessUsage {
    /// `getrusage` of this process and of its children that have ended, added up; of the peak of resident memory
    /// (`maxrss`, KiB) the larger.
    public static var resources: ResourceUsage {
        let (own, children) = (usage(RUSAGE_SELF), usage(RUSAGE_CHILDREN))
        var counters = zip(counters(own), counters(children)).map { $0 + $1 }
        counters[0] = max(own.ru_maxrss, children.ru_maxrss)
        return ResourceUsage(
            userTime: seconds(own.ru_utime) + seconds(children.ru_utime),
            systemTime: seconds(own.ru_stime) + seconds(children.ru_stime), counters: counters)
    }

    /// Resident bytes of this process now; 0 when /proc cannot be read.
    public static var residentBytes: Int { residentBytes(in: "/proc/self/statm") }

    /// Processes that ran or waited for the machine's processors in the last 1, 5 and 15 minutes; none when unknown.
    public static var loadAverage: [Double] {
        var averages = [Double](repeating: 0, count: 3)
        let count = getloadavg(&averages, 3)
        return Array(averages.prefix(max(0, Int(count))))
    }

    /// Whole hours from local time to UTC, rounded down: -1 in Berlin in winter, -2 in summer, -6 in Kolkata, as
    /// Celery's events have it.
    public static var hoursWestOfUTC: Int { hoursWestOfUTC(at: time(nil)) }

    /// The same at another time, in seconds since 1970.
    package static func hoursWestOfUTC(at moment: Int) -> Int {
        var (moment, parts) = (moment, tm())
        localtime_r(&moment, &parts)
        return hoursWest(secondsEast: parts.tm_gmtoff)
    }

    /// The same for a zone so many seconds ahead of UTC.
    package static func hoursWest(secondsEast: Int) -> Int { Int((Double(-secondsEast) / 3600).rounded(.down)) }

    private static let pageBytes = sysconf(Int32(_SC_PAGESIZE))

    private static func usage(_ who: __rusage_who) -> rusage {
        var usage = rusage()
        getrusage(__rusage_who_t(who.rawValue), &usage)
        return usage
    }

    private static func counters(_ usage: rusage) -> [Int] {
        [
            usage.ru_maxrss, usage.ru_ixrss, usage.ru_idrss, usage.ru_isrss, usage.ru_minflt, usage.ru_majflt,
            usage.ru_nswap, usage.ru_inblock, usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals,
            usage.ru_nvcsw, usage.ru_nivcsw,
        ]
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
}

// MARK: Readers

extension ProcessUsage {
    /// CPU seconds of this process alone.
    static var ownCPUSeconds: Double { cpuSeconds(RUSAGE_SELF) }

    /// CPU seconds of all readers: those that have ended, and these that run.
    static func readerCPUSeconds(_ processes: [Int32]) -> Double {
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        return processes.reduce(cpuSeconds(RUSAGE_CHILDREN)) { sum, process in
            // Fields 14 and 15 of proc(5), counted behind the name, which may hold spaces.
            let fields = text(of: "/proc/\(process)/stat").split(separator: ")").last?.split(separator: " ") ?? []
            guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return sum }
            return sum + (user + system) / ticks
        }
    }

    /// Resident bytes of another process; 0 when it is gone.
    static func residentBytes(of process: Int32) -> Int { residentBytes(in: "/proc/\(process)/statm") }

    /// `Linux 6.1.0 x86_64`.
    static var platform: String {
        var name = utsname()
        guard uname(&name) == 0 else { return "Linux" }
        return [string(name.sysname), string(name.release), string(name.machine)].joined(separator: " ")
    }

    private static func cpuSeconds(_ who: __rusage_who) -> Double {
        let usage = usage(who)
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private static func residentBytes(in path: String) -> Int {
        // Pages in all, pages resident, and so on.
        let fields = text(of: path).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * pageBytes : 0
    }

    private static func text(of path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 2048)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
    }

    private static func string<Characters>(_ characters: Characters) -> String {
        withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
