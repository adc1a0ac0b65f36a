/// All that a gate found, and what it says.
public struct GateResult: Codable, Sendable, Equatable {
    /// Accuracy against the baseline; nil when it was not looked at.
    public var accuracy: GateReport?
    /// Cost against another build; nil when there was none.
    public var speed: SpeedReport?
    /// The verdict: the worst of both.
    public var verdict: GateVerdict

    /// Puts both halves together.
    public init(accuracy: GateReport?, speed: SpeedReport?) {
        self.accuracy = accuracy
        self.speed = speed
        verdict =
            accuracy?.verdict == .fell || speed?.verdict == .fail ? .fail : speed?.verdict ?? .pass
    }

    /// Whether something became better, and nothing worse.
    public var isImproved: Bool { verdict == .pass && (accuracy?.verdict == .improved || speed?.isImproved == true) }

    /// What came out, a sentence for each half, with what to do.
    public var sentences: [String] { [accuracy?.sentence, speed?.sentence].compactMap(\.self) }
}
