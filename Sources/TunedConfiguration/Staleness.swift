internal import Recognition

/// What has changed since a file was tuned. One half may be stale and the other good.
public struct Staleness: Sendable, Hashable {
    /// What the recognition half no longer fits.
    public var recognition: [String]
    /// What the machine half no longer fits.
    public var machine: [String]

    /// Creates staleness; nothing is stale by default.
    public init(recognition: [String] = [], machine: [String] = []) {
        self.recognition = recognition
        self.machine = machine
    }

    /// Nothing has changed.
    public var isEmpty: Bool { recognition.isEmpty && machine.isEmpty }

    /// One sentence a stale half, with the command that mends it.
    ///
    /// - Parameter path: the file.
    public func sentences(path: String) -> [String] {
        let halves = [
            (
                "recognition", recognition,
                "tune again with `cricksy-bench sweep --incumbent \(path)` and take the result over with "
                    + "`cricksy-bench promote --out \(path)`"
            ),
            ("machine", machine, "measure this machine with `cricksy-bench machine --tuned \(path)`"),
        ]
        return halves.filter { !$0.1.isEmpty }.map { half, changes, remedy in
            "The tuned \(half) settings are stale (\(changes.joined(separator: "; "))); \(remedy)."
        }
    }

    /// Both together.
    public static func + (left: Staleness, right: Staleness) -> Staleness {
        Staleness(recognition: left.recognition + right.recognition, machine: left.machine + right.machine)
    }
}

extension TunedConfiguration {
    /// Holds the file against what runs now; nil is not compared.
    public func staleness(
        engine: EngineFingerprint?, corpusHash: String? = nil, machine: MachineFingerprint? = nil
    ) -> Staleness {
        var changes: [String] = []
        if let engine { changes += recognition.provenance.engine.changes(to: engine, models: recognition.models) }
        if let corpusHash, corpusHash != recognition.provenance.corpusHash { changes.append("the corpus has changed") }
        return Staleness(recognition: changes, machine: machine.map(machineChanges) ?? [])
    }

    /// The half that was measured on such a machine; of several the one with the same processor, then the newest.
    public func machineHalf(for machine: MachineFingerprint) -> MachineHalf? {
        machines.filter { $0.provenance.machine.changes(to: machine).isEmpty }.max { left, right in
            let isSame = { (half: MachineHalf) in half.provenance.machine.cpuModel == machine.cpuModel }
            if isSame(left) != isSame(right) { return isSame(right) }
            return left.provenance.created < right.provenance.created
        }
    }

    /// Without a machine half there is nothing that could be stale.
    private func machineChanges(_ now: MachineFingerprint) -> [String] {
        guard machineHalf(for: now) == nil else { return [] }
        let changes = machines.map { $0.provenance.machine.changes(to: now) }
        guard let nearest = changes.min(by: { $0.count < $1.count }) else { return [] }
        if machines.count == 1 { return nearest }
        let others = "none of its \(machines.count) machine halves is of this machine; on the nearest "
        return [others + nearest.joined(separator: ", and ")]
    }
}

extension EngineFingerprint {
    fileprivate func changes(to now: EngineFingerprint, models used: [String]) -> [String] {
        let versions = [
            ("tesseract", tesseract, now.tesseract), ("leptonica", leptonica, now.leptonica),
            ("poppler", poppler, now.poppler),
        ]
        let changed = versions.filter { $0.1 != $0.2 }.map { "\($0.0) was \($0.1) and is \($0.2)" }
        return changed
            + used.filter { models[$0] != now.models[$0] }.map { name in
                now.models[name] == nil ? "the model \(name) is missing" : "the model \(name) has changed"
            }
    }
}

extension MachineFingerprint {
    /// A kernel keeps back a little more or less memory for itself from one boot to the next.
    private static let memoryTolerance = 0.05

    /// What of another machine would make this one's half useless; the processor's name and the kernel do not.
    package func changes(to now: MachineFingerprint) -> [String] {
        var changes: [String] = []
        if usableCores != now.usableCores {
            changes.append("\(Self.cores(usableCores)) could be used and now \(Self.cores(now.usableCores))")
        }
        let (before, after) = (Double(usableMemoryBytes), Double(now.usableMemoryBytes))
        if abs(before - after) > before * Self.memoryTolerance {
            changes.append("\(Self.gibibytes(before)) of memory could be used and now \(Self.gibibytes(after))")
        }
        return changes
    }

    /// Whether a file keeps one half for both: the same processor, cores and memory.
    package func isSameMachine(as other: MachineFingerprint) -> Bool {
        cpuModel == other.cpuModel && changes(to: other).isEmpty
    }

    /// Orders the halves of a file.
    var key: String { "\(cpuModel ?? "")/\(usableCores)/\(usableMemoryBytes)" }

    /// For people: `2 CPUs (AMD EPYC), 23.5 GiB`.
    public var sentence: String {
        let name = cpuModel.map { " (\($0))" } ?? ""
        return "\(Self.cores(usableCores))\(name), \(Self.gibibytes(Double(usableMemoryBytes)))"
    }

    private static func cores(_ count: Double) -> String {
        count == count.rounded() ? "\(Int(count)) CPU\(count == 1 ? "" : "s")" : "\(count) CPUs"
    }

    private static func gibibytes(_ bytes: Double) -> String { "\((bytes / 107_374_182.4).rounded() / 10) GiB" }
}
