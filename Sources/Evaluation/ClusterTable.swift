/// Observations summed by cluster and stratum once, so that a draw costs a few additions a cluster.
struct ClusterTable {
    private struct Sum {
        var numerator = 0.0
        var denominator = 0.0
    }

    /// Clusters that occur in the same strata.
    let groups: [[Int]]
    private let clusters: Int
    private let weights: [Double]
    /// By series, cluster and stratum.
    private var sums: [[Sum]]

    init(_ series: [[Observation]], weights: [String: Double]?) {
        let strata = weights?.filter { $0.value > 0 }.keys.sorted() ?? [""]
        let stratumIndex = Self.indices(of: strata)
        func stratum(of observation: Observation) -> Int? {
            weights == nil ? 0 : stratumIndex[observation.stratum]
        }
        let counted = series.map { $0.filter { stratum(of: $0) != nil } }
        let clusterIndex = Self.indices(of: Set(counted.joined().map(\.cluster)).sorted())
        self.weights = strata.map { weights?[$0] ?? 1 }
        clusters = clusterIndex.count
        sums = series.map { _ in [Sum](repeating: Sum(), count: clusterIndex.count * strata.count) }
        var membership = [Set<Int>](repeating: [], count: clusterIndex.count)
        for (number, observations) in counted.enumerated() {
            for observation in observations {
                guard let cluster = clusterIndex[observation.cluster], let stratum = stratum(of: observation) else {
                    continue
                }
                membership[cluster].insert(stratum)
                sums[number][cluster * strata.count + stratum].numerator += observation.numerator
                sums[number][cluster * strata.count + stratum].denominator += observation.denominator
            }
        }
        groups = Dictionary(grouping: membership.indices) { membership[$0].sorted() }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    var everyCluster: [Int] { Array(0..<clusters) }

    func draw(with generator: inout SplitMix64) -> [Int] {
        groups.flatMap { group in group.map { _ in group[generator.next(below: group.count)] } }
    }

    func value(_ series: Int, draw: [Int]) -> Double? {
        var totals = [Sum](repeating: Sum(), count: weights.count)
        for cluster in draw {
            for stratum in weights.indices {
                let sum = sums[series][cluster * weights.count + stratum]
                totals[stratum].numerator += sum.numerator
                totals[stratum].denominator += sum.denominator
            }
        }
        guard totals.allSatisfy({ $0.denominator > 0 }), !totals.isEmpty else { return nil }
        let weighted = zip(totals, weights).reduce(0) { $0 + $1.1 * $1.0.numerator / $1.0.denominator }
        return weighted / weights.reduce(0, +)
    }

    private static func indices(of names: [String]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }
}
