/// Overs as cards print them: `20`, `19.3`.
package struct Overs: Hashable, Sendable {
    /// Completed overs.
    package let completed: Int
    /// Balls of the unfinished over; six or more only where a scorer wrote so.
    package let balls: Int

    /// Reads a printed figure; nil when it is none.
    package init?(_ printed: String) {
        let parts = printed.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
            Substring($0)
        }
        guard let first = parts.first, let completed = Int(first), completed >= 0, completed < 1000 else { return nil }
        var balls = 0
        if parts.count > 1 {
            guard parts.count == 2, parts[1].utf8.count == 1, let rest = Int(parts[1]), rest >= 0 else { return nil }
            balls = rest
        }
        self.completed = completed
        self.balls = balls
    }

    /// Whether the over is one of six balls.
    package var isLegal: Bool { balls < 6 }
    /// All balls, with overs of six.
    package var totalBalls: Int { completed * 6 + balls }
}
