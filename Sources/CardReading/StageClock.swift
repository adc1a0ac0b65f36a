#if canImport(Glibc)
    internal import Glibc
#endif
internal import Scorecard

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
