/// Bytes as `memsample` and `memdump` show them.
enum MemoryText {
    /// Five significant digits and a unit: `52.035MB`.
    static func size(_ bytes: Int) -> String {
        for (shift, unit) in [(40, "TB"), (30, "GB"), (20, "MB"), (10, "KB")] where bytes >> shift > 0 {
            return fiveDigits(Double(bytes) / Double(1 << shift)) + unit
        }
        return "\(bytes)b"
    }

    /// The samples, at most so many of them, and the size now.
    static func dump(samples: [Int], limit: Int, now: Int) -> String {
        let step = limit > 0 ? max(1, samples.count / limit) : 1
        let shown = stride(from: 0, to: samples.count, by: step).prefix(limit).map { samples[$0] }
        let lines = shown.isEmpty ? [] : ["- rss (sample):"] + shown.map { "-    > \(size($0))," }
        return (lines + ["- rss (end): \(size(now))."]).joined(separator: "\n") + "\n"
    }

    private static func fiveDigits(_ value: Double) -> String {
        var scale = 1.0
        while value * scale < 10_000 { scale *= 10 }
        let rounded = (value * scale).rounded() / scale
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
