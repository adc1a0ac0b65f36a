internal import Recognition

extension TunedConfiguration {
    /// The first rule that the values break; nil when they break none.
    var invalidReason: String? {
        if recognition.profiles.isEmpty { return "it has no recognition profile" }
        let kinds = recognition.profiles.flatMap(\.kinds)
        if let kind = kinds.first(where: { kind in kinds.count { $0 == kind } > 1 }) {
            return "two profiles claim the kind \(kind.rawValue)"
        }
        return recognition.profiles.lazy.compactMap(\.settings.invalidReason).first
            ?? machines.lazy.compactMap(\.settings.invalidReason).first ?? twin
    }

    private var twin: String? {
        let all = machines.map(\.provenance.machine)
        let twins = all.indices.first { index in all[..<index].contains { $0.isSameMachine(as: all[index]) } }
        return twins.map { "it has two halves for the machine with \(all[$0].sentence)" }
    }
}

extension RecognitionSettings {
    fileprivate var invalidReason: String? {
        if !pageSegmentation.recognizesText {
            return "page segmentation mode \(pageSegmentation.rawValue) reads no text"
        }
        if !(50...600).contains(rasterDPI) { return "rasterDPI is \(rasterDPI), not 50 to 600" }
        if let height = preparation.targetTextHeight, !(12...64).contains(height) {
            return "targetTextHeight is \(height), not 12 to 64"
        }
        if models.isEmpty || models.contains(where: { !$0.isModelName }) {
            return "models is \(models), not a list of model names"
        }
        return nil
    }
}

extension TunedConfiguration.MachineSettings {
    fileprivate var invalidReason: String? {
        if !(1...1_024).contains(concurrency) { return "concurrency is \(concurrency), not 1 to 1024" }
        if tasksPerChild < 1 { return "tasksPerChild is \(tasksPerChild), not 1 or more" }
        if !(softLimitSeconds > 0 && softLimitSeconds <= hardLimitSeconds) {
            return "softLimitSeconds is not above 0 and at most hardLimitSeconds"
        }
        if let childMemoryBytes, childMemoryBytes < 1 << 24 { return "childMemoryBytes is under 16 MiB" }
        return nil
    }
}

extension String {
    /// A name within the model directory, `eng` or `script/Latin`: a tuned file must not make a reader open what it likes.
    fileprivate var isModelName: Bool {
        !isEmpty && !hasPrefix("/")
            && utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2F: true
                default: false
                }
            }
    }
}
