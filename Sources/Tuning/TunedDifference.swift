internal import Foundation
public import TunedConfiguration

/// How two tuned files differ, value by value, and which differences a worker would notice.
public struct TunedDifference: Codable, Sendable, Equatable {
    /// What sort of thing differs.
    public enum Part: String, Codable, Sendable, CaseIterable {
        /// What workers go by.
        case settings
        /// What workers are held against when they start.
        case checks
        /// What was measured.
        case evidence
        /// Where, when and with what.
        case provenance
    }

    /// One value that differs.
    public struct Change: Codable, Sendable, Equatable {
        /// What sort of thing it is.
        public var part: Part
        /// Its place: `recognition/profiles/text, photo/settings/rasterDPI`.
        public var place: String
        /// In the first file; nil when it has none.
        public var before: String?
        /// In the second file; nil when it has none.
        public var after: String?
        /// Why it matters; nil when no worker would notice.
        public var matters: String?
    }

    /// Every change, settings first.
    public var changes: [Change]

    /// Compares two files; those of an older schema were brought up to date when they were loaded.
    public init(from before: TunedConfiguration, to after: TunedConfiguration) {
        let (old, new) = (Self.leaves(of: before), Self.leaves(of: after))
        let found = Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map { place in
            let rule = DifferenceRule.all.first { place.contains($0.pattern) }
            return Change(
                part: rule?.part ?? .evidence, place: place, before: old[place], after: new[place],
                matters: rule?.matters)
        }
        changes = Part.allCases.flatMap { part in found.filter { $0.part == part } }
    }

    /// Whether the files say the same.
    public var isEmpty: Bool { changes.isEmpty }

    /// Each reason why something matters, once, with how many values it is about.
    public var reasons: [NamedValue] {
        var counts: [(reason: String, count: Int)] = []
        for reason in changes.compactMap(\.matters) {
            if let index = counts.firstIndex(where: { $0.reason == reason }) {
                counts[index].count += 1
            } else {
                counts.append((reason, 1))
            }
        }
        return counts.map { NamedValue($0.reason, "\($0.count)") }
    }

    // MARK: - Leaves

    /// Every value by its place. Elements of lists are called by what they are about, since their order says nothing.
    private static func leaves(of file: TunedConfiguration) -> [String: String] {
        guard let json = try? file.json(), let tree = try? JSONSerialization.jsonObject(with: Data(json)) else {
            return [:]
        }
        var found: [String: String] = [:]
        gather(tree, at: [], into: &found)
        found["contentHash"] = nil
        return found
    }

    private static func gather(_ tree: Any, at path: [String], into found: inout [String: String]) {
        switch tree {
        case let object as [String: Any]:
            for (key, value) in object { gather(value, at: path + [key], into: &found) }
        case let list as [Any]:
            for (index, value) in list.enumerated() {
                gather(value, at: path + [name(of: value) ?? "\(index)"], into: &found)
            }
        default: found[path.joined(separator: "/")] = "\(tree)"
        }
    }

    private static func name(of element: Any) -> String? {
        guard let object = element as? [String: Any] else { return nil }
        if let kinds = object["kinds"] as? [String] { return kinds.joined(separator: ", ") }
        if let machine = (object["provenance"] as? [String: Any])?["machine"] as? [String: Any] {
            return ["cpuModel", "cores", "cpuQuota", "memoryBytes", "memoryLimitBytes"]
                .compactMap { machine[$0].map { "\($0)" } }.joined(separator: ", ")
        }
        if let split = object["split"], let kind = object["kind"] { return "\(split) \(kind)" }
        return (object["name"] ?? object["page"] ?? object["concurrency"]).map { "\($0)" }
    }
}

/// Which values are of which sort; the first that fits counts.
private struct DifferenceRule {
    let pattern: String
    let part: TunedDifference.Part
    let matters: String?

    static let all = [
        DifferenceRule(
            pattern: "recognition/profiles/", part: .settings, matters: "workers read pages with other settings"),
        DifferenceRule(
            pattern: "recognition/probe/", part: .checks,
            matters: "a worker drops the recognition half unless it reads the probe pages as recorded"),
        DifferenceRule(
            pattern: "recognition/provenance/engine/", part: .checks,
            matters: "a worker drops the recognition half unless it has this engine and these models"),
        DifferenceRule(
            pattern: "recognition/evidence/mix/", part: .evidence, matters: "they were tuned for another workload"),
        DifferenceRule(
            pattern: "recognition/provenance/corpusHash", part: .provenance,
            matters: "their figures are of different corpora and cannot be compared"),
        DifferenceRule(pattern: "recognition/provenance/", part: .provenance, matters: nil),
        DifferenceRule(pattern: "recognition/evidence/", part: .evidence, matters: nil),
        DifferenceRule(pattern: "/evidence/", part: .evidence, matters: nil),
        DifferenceRule(
            pattern: "/speed/", part: .checks, matters: "a worker drops a machine half when its speed leaves the band"),
        DifferenceRule(pattern: "/provenance/", part: .provenance, matters: nil),
        DifferenceRule(
            pattern: "/settings/", part: .settings, matters: "workers on that machine run otherwise"),
    ]
}
