internal import ArgumentParser
internal import Recognition
internal import Tuning

/// Parts of the reader that a contender does without.
struct LeftOut: ExpressibleByArgument {
    let parts: Set<Part>

    enum Part: String, CaseIterable {
        case repair
        case secondLook = "second-look"
        case secondReading = "second-reading"
    }

    /// Reads `repair,second-look`; nil when a part is not known.
    init?(argument: String) {
        let names = argument.split(separator: ",").map(String.init)
        let parts = names.compactMap(Part.init)
        guard !parts.isEmpty, parts.count == names.count else { return nil }
        self.parts = Set(parts)
    }

    static let allValueStrings = Part.allCases.map(\.rawValue)

    /// For tables.
    var label: String { Part.allCases.filter(parts.contains).map(\.rawValue).joined(separator: " and ") }
}

/// Who is measured with our own readers.
struct EvaluationField {
    /// Those whose cards are repaired.
    var repaired: [CorpusEvaluation.Contender] = []
    private var unrepaired: [CorpusEvaluation.Contender] = []

    /// Adds a tuned file, and the same less some parts.
    mutating func add(_ name: String, _ profiles: [RecognitionProfile], without: [LeftOut]) {
        repaired.append(.init(name: name, profiles: profiles))
        for leftOut in without {
            let label = "\(name) without \(leftOut.label)"
            let profiles = profiles.map { $0.without(leftOut.parts) }
            if leftOut.parts.contains(.repair) {
                unrepaired.append(.init(unrepaired: label, profiles: profiles))
            } else {
                repaired.append(.init(name: label, profiles: profiles))
            }
        }
    }

    /// The requests that they share.
    func sessions(_ executor: PoolExecutor) -> [CorpusEvaluation.Session] {
        [.init(repaired, executor: executor), .init(unrepaired, executor: executor.withoutRepair())]
    }
}

extension RecognitionProfile {
    fileprivate func without(_ parts: Set<LeftOut.Part>) -> RecognitionProfile {
        var profile = self
        if parts.contains(.secondLook) { profile.settings.secondLook = nil }
        if parts.contains(.secondReading) { profile.settings.secondReading = nil }
        return profile
    }
}
