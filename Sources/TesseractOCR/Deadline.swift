#if canImport(Glibc)
    internal import Glibc
#endif
package import Recognition

/// A moment on the monotonic clock after which work stops.
public struct Deadline: Sendable {
    private let end: Double?

    /// No limit.
    public static let none = Deadline(end: nil)

    /// So many milliseconds from now; 0 or less means no limit.
    public static func after(milliseconds: Int) -> Deadline {
        Deadline(end: milliseconds > 0 ? now() + Double(milliseconds) / 1000 : nil)
    }

    private init(end: Double?) {
        self.end = end
    }

    /// Milliseconds left, at least 1; 0 means no limit.
    ///
    /// - Throws: `deadlineExceeded` when it has passed.
    package func remainingMilliseconds() throws(RecognitionFailure) -> Int {
        guard let end else { return 0 }
        let left = end - Self.now()
        guard left > 0 else { throw .deadlineExceeded }
        return max(Int(left * 1000), 1)
    }

    /// Asked between steps: what happens inside one C call cannot be stopped.
    ///
    /// - Throws: `deadlineExceeded` when it has passed.
    package func check() throws(RecognitionFailure) {
        _ = try remainingMilliseconds()
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
