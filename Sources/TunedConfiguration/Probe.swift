internal import FoundationEssentials

/// What the tuned settings read on one probe page.
public struct ProbeText: Codable, Sendable, Hashable {
    /// Name of the page.
    public var page: String
    /// SHA-256 over the text as UTF-8, in hexadecimal.
    public var textHash: String

    /// Hashes what was read.
    public init(page: String, text: String) {
        self.page = page
        textHash = ContentHash.hexadecimal(of: Array(text.utf8))
    }
}

/// How long a machine took for the probe pages, and what still counts as the same speed.
public struct ProbeSpeed: Codable, Sendable, Hashable {
    /// Wide, because the worker's neighbours on a shared machine slow it down too, and what only they do is not stale.
    public static let tolerance = 3.0

    /// CPU seconds of the reader for all pages.
    public var cpuSeconds: Double
    /// Below this the machine has become another.
    public var low: Double
    /// Above this too.
    public var high: Double

    /// The band around a measurement.
    public init(cpuSeconds: Double) {
        self.cpuSeconds = cpuSeconds
        low = cpuSeconds / Self.tolerance
        high = cpuSeconds * Self.tolerance
    }
}

/// What a reader made of the probe pages.
public struct ProbeResult: Sendable, Hashable {
    /// The texts.
    public var texts: [ProbeText]
    /// CPU seconds of the reader for all pages.
    public var cpuSeconds: Double

    /// Creates a result.
    public init(texts: [ProbeText], cpuSeconds: Double) {
        self.texts = texts
        self.cpuSeconds = cpuSeconds
    }
}

extension ProbePage {
    /// Reads all pages, as many at once as whoever reads has room for.
    ///
    /// - Parameter read: gives a page's text, or a sentence where it cannot be read, and the reader's CPU seconds.
    public static func probe<Failure: Error>(
        _ read: @escaping @Sendable (ProbePage) async throws(Failure) -> (text: String, cpuSeconds: Double)
    ) async throws(Failure) -> ProbeResult {
        typealias Reading = Result<(text: String, cpuSeconds: Double), Failure>
        let readings = await withTaskGroup(of: (Int, Reading).self) { group in
            for (index, page) in all.enumerated() {
                group.addTask {
                    do throws(Failure) { return (index, .success(try await read(page))) } catch {
                        return (index, .failure(error))
                    }
                }
            }
            return await group.reduce(into: [Int: Reading]()) { $0[$1.0] = $1.1 }
        }
        var result = ProbeResult(texts: [], cpuSeconds: 0)
        for (index, page) in all.enumerated() {
            guard let reading = try readings[index]?.get() else { continue }
            result.texts.append(ProbeText(page: page.name, text: reading.text))
            result.cpuSeconds += reading.cpuSeconds
        }
        return result
    }
}

extension TunedConfiguration {
    /// Holds a probe against what was recorded; what was not recorded is not compared.
    ///
    /// - Parameter machine: the half in use; nil for none.
    public func staleness(probe: ProbeResult, machine: MachineHalf?) -> Staleness {
        Staleness(
            recognition: changes(of: probe.texts),
            machine: machine.map { changes(of: probe.cpuSeconds, on: $0) } ?? [])
    }

    private func changes(of texts: [ProbeText]) -> [String] {
        let recorded = Dictionary((recognition.probe ?? []).map { ($0.page, $0.textHash) }) { first, _ in first }
        let other = texts.filter { text in recorded[text.page].map { $0 != text.textHash } ?? false }.map(\.page)
        guard !other.isEmpty else { return [] }
        return [
            "the probe page\(other.count == 1 ? "" : "s") \(other.joined(separator: ", ")) read otherwise than when it was tuned"
        ]
    }

    /// Other settings take another time, so a half that was measured with others says nothing.
    private func changes(of cpuSeconds: Double, on half: MachineHalf) -> [String] {
        guard let speed = half.speed, half.evidence?.profilesHash == recognition.profilesHash else { return [] }
        guard !(speed.low...max(speed.low, speed.high)).contains(cpuSeconds) else { return [] }
        return [
            "the probe pages took \(cpuSeconds.milliseconds) of CPU, not \(speed.low.milliseconds) to "
                + "\(speed.high.milliseconds)"
        ]
    }
}

extension Double {
    fileprivate var milliseconds: String { "\(Int((self * 1000).rounded())) ms" }
}
