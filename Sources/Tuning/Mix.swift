public import Recognition

/// How much of the user's workload is of each kind of input (`--mix text=.3,scan=.2,screen=.3,photo=.2`).
public struct Mix: Codable, Sendable, Hashable {
    /// Weights that add up to 1; a kind that is left out does not count.
    public let weights: [InputKind: Double]

    /// A workload in which text PDFs and screenshots are a little commoner than scans and photos.
    public static let standard = Mix(normalizing: [.text: 0.3, .scan: 0.2, .screen: 0.3, .photo: 0.2])

    /// Nothing but one kind.
    public init(only kind: InputKind) { self.init(normalizing: [kind: 1]) }

    private init(normalizing weights: [InputKind: Double]) {
        let sum = Self.sum(weights)
        self.weights = weights.filter { $0.value > 0 }.mapValues { $0 / sum }
    }

    /// Reads `text=.3,scan=.2,...`; the weights are scaled to add up to 1.
    public init(parsing argument: String) throws(TuningError) {
        var weights: [InputKind: Double] = [:]
        for part in argument.split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces }
            guard sides.count == 2, let kind = InputKind(rawValue: sides[0]) else {
                throw .invalidMix("'\(part)' is not KIND=WEIGHT with a kind of \(InputKind.listed)")
            }
            guard let weight = Double(sides[1]), weight >= 0, weight.isFinite else {
                throw .invalidMix("the weight of \(kind.rawValue) is not a number of 0 or more: '\(sides[1])'")
            }
            guard weights.updateValue(weight, forKey: kind) == nil else {
                throw .invalidMix("\(kind.rawValue) is given twice")
            }
        }
        guard weights.values.contains(where: { $0 > 0 }) else { throw .invalidMix("no kind has a weight above 0") }
        self.init(normalizing: weights)
    }

    /// The weights of the kinds that are there, scaled to add up to 1; nil when the mix has none of them.
    public func weights(among kinds: some Sequence<InputKind>) -> [InputKind: Double]? {
        let present = weights.filter { kinds.contains($0.key) }
        let sum = Self.sum(present)
        return sum > 0 ? present.mapValues { $0 / sum } : nil
    }

    /// The mean of a figure over kinds, weighted; nil when the mix has none of the kinds.
    public func mean(of figures: [InputKind: Double]) -> Double? {
        guard let weights = weights(among: figures.keys) else { return nil }
        return Self.sum(weights.merging(figures.filter { weights[$0.key] != nil }, uniquingKeysWith: *))
    }

    /// Always added in the same order, so that it comes out the same to the last bit.
    private static func sum(_ values: [InputKind: Double]) -> Double {
        InputKind.allCases.reduce(0) { $0 + (values[$1] ?? 0) }
    }
}

extension Mix: CustomStringConvertible {
    /// The mix as it is given on the command line, kinds in their own order.
    public var description: String {
        InputKind.allCases.compactMap { kind in weights[kind].map { "\(kind.rawValue)=\($0.shortDecimal)" } }
            .joined(separator: ",")
    }
}

extension InputKind {
    static let listed = allCases.map(\.rawValue).joined(separator: ", ")
}
