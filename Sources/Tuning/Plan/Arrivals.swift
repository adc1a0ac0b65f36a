package import Evaluation
internal import Foundation
public import Recognition

/// How uploads come in.
public enum ArrivalProcess: String, Codable, Sendable, CaseIterable {
    /// One by one, independent of each other.
    case poisson
    /// In bursts: somebody uploads the cards of a weekend. Bursts come independently of each other, have four documents
    /// on average (geometric) and a fifth of a second between two of them.
    case bursty

    /// Documents in a burst, on average.
    static let burstSize = 4.0
    /// Seconds between two documents of a burst.
    static let burstSpacing = 0.2
}

/// One upload to come.
public struct Arrival: Codable, Sendable, Equatable {
    /// Seconds after the start.
    public var seconds: Double
    /// Kind of input.
    public var kind: InputKind
}

/// A stream of uploads whose rate is not fixed yet: the same stream at a higher rate is the same draws, closer together.
/// So two rates differ by the rate alone, and latency only rises with it.
package struct ArrivalStream {
    private struct Draw {
        /// When its burst comes at a rate of one document a second.
        var unit: Double
        /// Seconds after its burst's beginning, whatever the rate.
        var offset: Double
        var kind: InputKind
    }

    private let draws: [Draw]

    /// - Parameter weights: share of each kind of input, 1 in all.
    package init(_ process: ArrivalProcess, count: Int, weights: [InputKind: Double], seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let mean = process == .bursty ? ArrivalProcess.burstSize : 1
        var (draws, unit): ([Draw], Double) = ([], 0)
        while draws.count < count {
            unit += -log(1 - generator.fraction()) * mean
            var member = 0
            repeat {
                let offset = Double(member) * ArrivalProcess.burstSpacing
                draws.append(Draw(unit: unit, offset: offset, kind: generator.kind(weights)))
                member += 1
            } while generator.fraction() < 1 - 1 / mean
        }
        self.draws = Array(draws.prefix(count))
    }

    /// The uploads at a rate, in the order in which they come.
    ///
    /// - Parameters:
    ///   - rate: documents a second.
    ///   - seconds: what comes later is left out; nil for all.
    package func arrivals(rate: Double, within seconds: Double? = nil) -> [Arrival] {
        let all = draws.map { Arrival(seconds: $0.unit / rate + $0.offset, kind: $0.kind) }
        return all.filter { arrival in seconds.map { arrival.seconds <= $0 } ?? true }.sorted {
            $0.seconds < $1.seconds
        }
    }
}

extension SplitMix64 {
    /// From 0 up to but not including 1, in steps of 2^-53.
    package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    fileprivate mutating func kind(_ weights: [InputKind: Double]) -> InputKind {
        var rest = fraction()
        let kinds = InputKind.allCases.filter { weights[$0] ?? 0 > 0 }
        for kind in kinds {
            rest -= weights[kind] ?? 0
            if rest < 0 { return kind }
        }
        return kinds.last ?? .text
    }
}
