internal import Glibc
internal import Synchronization

/// Tells the time as lines of the log begin. The text of a second is made once.
final class LogClock: Sendable {
    private let format: LogFormat
    private let second = Mutex<(number: Int, text: String)>((.min, ""))

    init(_ format: LogFormat) { self.format = format }

    /// Text: local time as Python's `logging` has it, `2026-11-23 16:08:26,644`. JSON: ISO 8601 in UTC,
    /// `2026-11-23T16:08:26.644Z`.
    func stamp() -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return stamp(second: now.tv_sec, millisecond: now.tv_nsec / 1_000_000)
    }

    func stamp(second number: Int, millisecond: Int) -> String {
        let text = second.withLock { cached in
            if cached.number != number { cached = (number, describe(number)) }
            return cached.text
        }
        let digits = String(1000 + millisecond).dropFirst()
        return format == .text ? "\(text),\(digits)" : "\(text).\(digits)Z"
    }

    private func describe(_ second: Int) -> String {
        var (second, parts) = (second, tm())
        if format == .text { localtime_r(&second, &parts) } else { gmtime_r(&second, &parts) }
        var buffer = [CChar](repeating: 0, count: 64)
        let count = strftime(&buffer, buffer.count, format == .text ? "%Y-%m-%d %H:%M:%S" : "%Y-%m-%dT%H:%M:%S", &parts)
        return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
