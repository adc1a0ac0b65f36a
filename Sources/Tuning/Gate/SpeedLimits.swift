internal import Foundation

/// What a gate on speed allows, and how long it may take to find out.
public struct SpeedLimits: Codable, Sendable, Hashable {
    /// By how much more CPU time (or instructions) a build may take, 0.025 for 2.5%.
    public var slowdown = 0.025
    /// By how much longer a document may take.
    public var latency = 0.1
    /// By how much the peak of resident memory may rise.
    public var peak = 0.05
    /// By how much more a reader may grow over 50 documents, as a share of its size.
    public var growth = 0.05
    /// Seconds after which the answer is given that there is.
    public var seconds = 300.0
    /// Rounds after which the answer is given that there is; nil for no such limit.
    public var rounds: Int?
    /// Probability at most of failing a build that is within all limits.
    public var falseAlarms = 0.01
    /// Probability at most of passing a build that is over one of the limits that decide.
    public var misses = 0.01

    /// The limits that ship.
    public init() {}

    /// The bound of a metric's centre.
    func bound(of metric: SpeedMetric) -> Double {
        switch metric {
        case .instructions, .cpu: log(1 + slowdown)
        case .latency: log(1 + latency)
        case .peak: log(1 + peak)
        case .growth: growth
        }
    }
}
