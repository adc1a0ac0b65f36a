#if canImport(Glibc)
    internal import Glibc
#endif
internal import Scorecard

/// A moment on the monotonic clock after which work stops.
public struct Deadline: Sendable {
    private let end: Double?

    /// No limit.
    public static let none = Deadline(end: nil)

    /// So many milliseconds from now; 0 or less means no limit.
    public static func after(milliseconds: Int) -> Deadline {
        Deadline(end: milliseconds > 0 ? seconds(of: CLOCK_MONOTONIC) + Double(milliseconds) / 1000 : nil)
    }

    private init(end: Double?) {
        self.end = end
    }

    /// Milliseconds left, at least 1 while it has not passed; 0 means no limit, nil that it has passed.
    var remainingMilliseconds: Int? {
        guard let end else { return 0 }
        let left = end - seconds(of: CLOCK_MONOTONIC)
        return left > 0 ? max(Int(left * 1000), 1) : nil
    }
}

/// CPU and elapsed time since the last lap.
struct StageClock {
    private var cpu = seconds(of: CLOCK_PROCESS_CPUTIME_ID)
    private var wall = seconds(of: CLOCK_MONOTONIC)

    mutating func lap() -> ReadCost.Stage {
        let now = StageClock()
        defer { self = now }
        return ReadCost.Stage(cpu: now.cpu - cpu, wall: now.wall - wall)
    }
}

private func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
