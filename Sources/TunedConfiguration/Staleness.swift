internal import Recognition

/// What has changed since a file was tuned. One half may be stale and the other good.
public struct Staleness: Sendable, Hashable {
    /// What the recognition half no longer fits.
    public var recognition: [String]
    /// What the machine half no longer fits.
    public var machine: [String]

    /// Nothing has changed.
    public var isEmpty: Bool { recognition.isEmpty && machine.isEmpty }

    /// One sentence a stale half, with the command that mends it.
    public var sentences: [String] {
        let halves = [("recognition", recognition), ("machine", machine)]
        return halves.filter { !$0.1.isEmpty }.map { half, changes in
            "The tuned \(half) settings are stale (\(changes.joined(separator: "; "))); "
                + "tune again with `cricksy-bench sweep` and take the result over with `cricksy-bench promote`."
        }
    }
}

extension TunedConfiguration {
    /// Holds the file against what runs now; nil is not compared.
    public func staleness(
        engine: EngineFingerprint?, corpusHash: String? = nil, machine: MachineFingerprint? = nil
    ) -> Staleness {
        var changes: [String] = []
        if let engine { changes += provenance.engine.changes(to: engine, models: usedModels) }
        if let corpusHash, corpusHash != provenance.corpusHash { changes.append("the corpus has changed") }
        // Without a machine half there is nothing that could be stale.
        let machineChanges = self.machine == nil ? [] : machine.map(provenance.machine.changes) ?? []
        return Staleness(recognition: changes, machine: machineChanges)
    }

    private var usedModels: [String] { Set(recognition.profiles.flatMap(\.settings.allModels)).sorted() }
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
    fileprivate func changes(to now: MachineFingerprint) -> [String] {
        var changes: [String] = []
        if usableCores != now.usableCores {
            changes.append("\(Self.cores(usableCores)) could be used and now \(Self.cores(now.usableCores))")
        }
        // A kernel keeps back a little more or less memory for itself from one boot to the next.
        let (before, after) = (Double(usableMemoryBytes), Double(now.usableMemoryBytes))
        if abs(before - after) > before * 0.05 {
            changes.append("\(Self.gibibytes(before)) of memory could be used and now \(Self.gibibytes(after))")
        }
        return changes
    }

    private static func cores(_ count: Double) -> String {
        count == count.rounded() ? "\(Int(count)) CPU\(count == 1 ? "" : "s")" : "\(count) CPUs"
    }

    private static func gibibytes(_ bytes: Double) -> String { "\((bytes / 107_374_182.4).rounded() / 10) GiB" }
}
