/// Order statistics.
public enum Percentile {
    /// The value below which `fraction` (0 to 1) of the values lie, interpolated between neighbours (type 7 of Hyndman
    /// and Fan); nil without values.
    public static func value(_ fraction: Double, of values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        return value(fraction, ofSorted: values.sorted())
    }

    static func value(_ fraction: Double, ofSorted values: [Double]) -> Double {
        let position = min(max(fraction, 0), 1) * Double(values.count - 1)
        let lower = Int(position)
        let upper = min(lower + 1, values.count - 1)
        return values[lower] + (values[upper] - values[lower]) * (position - Double(lower))
    }
}
