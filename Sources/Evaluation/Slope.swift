/// Straight lines through measurements.
public enum Slope {
    /// The median of the slopes between all pairs (Theil 1950, Sen 1968), in units of the values per step; nil with fewer
    /// than two values. Up to 29% of the values may be anything.
    public static func theilSen(_ values: [Double]) -> Double? {
        let slopes = values.indices.flatMap { first in
            values.indices.dropFirst(first + 1).map { (values[$0] - values[first]) / Double($0 - first) }
        }
        return Percentile.value(0.5, of: slopes)
    }
}
