/// How far the answer of a search can be from the best of its space, with what probability.
public struct Certificate: Codable, Sendable, Equatable {
    /// A bound and the settings that set it.
    public struct Bound: Codable, Sendable, Equatable {
        /// No setting has more field accuracy than the answer by more than this, a fraction (0.01 is one point).
        public var accuracy: Double
        /// No setting that reads about as well costs less CPU by more than this share (0.05: the answer costs at most 1.05
        /// times as much); nil when nothing can be said.
        public var cpu: Double?
        /// The setting that `accuracy` cannot rule out to be so much better; nil when none is better at all.
        public var accuracyRival: SettingID?
        /// The setting that `cpu` cannot rule out to be so much cheaper; nil when none is.
        public var cpuRival: SettingID?
    }

    /// The answer: the candidate of the search.
    public var setting: SettingID
    /// At least so probable, over the random order of the documents; both bounds together.
    public var probability: Double
    /// Against the best of the space on the documents of the tune split.
    public var tune: Bound
    /// Against the best of the space on all cards of which the tune split is a random sample.
    public var population: Bound
    /// What is aimed at: field accuracy.
    public var goalAccuracy: Double
    /// What is aimed at: share of CPU.
    public var goalCPU: Double
    /// Settings that read about as well: within this much of the best field accuracy.
    public var margin: Double
    /// How often the race looked and could have stopped.
    public var looks: Int
    /// Distinct feasible settings that the bounds are for; settings that read the same text count once.
    public var settings: Int
    /// Source documents that the answer has read.
    public var documents: Int
    /// Source documents of the tune split.
    public var documentsInSplit: Int
    /// CPU seconds of a page count up to this many.
    public var cpuCap: Double
    /// About how many more source documents the goal for accuracy on all such cards would take; nil when it is reached.
    public var documentsNeeded: Int?
    /// How the bounds were made.
    public var method: String

    /// Whether the goals are met on the tune split.
    public var holds: Bool { tune.accuracy <= goalAccuracy && (tune.cpu ?? .infinity) <= goalCPU }
}

extension Certificate {
    /// Chance that any of it is wrong.
    static let alpha = 0.05
    /// Chance of error of each bound. Whatever the number of settings, two of them matter: the most accurate, and the cheapest of
    /// those that read about as well. Bounds of what the two lose and of what the latter costs can fail, and after a
    /// screening the wagers of both there.
    static func alphaOfClaim(isScreened: Bool) -> Double { alpha / (isScreened ? 5 : 3) }

    /// One point of field accuracy.
    static let goalAccuracy = 0.01
    /// A twentieth of the CPU.
    static let goalCPU = 0.05

    static let method = """
        betting martingales over source documents in random order (Waudby-Smith and Ramdas 2020, 2024), valid at every look: for \
        the tune split, without replacement, lower bounds of what each setting loses and costs there, held against an answer \
        that has read all of it; documents on which the best so far loses most are read on purpose, and those and text layers \
        count as without loss and cost until they are read; for all such cards, as independent draws, pairs of settings and what \
        the answer itself loses at most
        """

    /// The certificate in words.
    public var sentences: [String] {
        let chance = "with probability at least \((probability * 100).shortDecimal)%"
        let first =
            "Certificate: \(chance) the candidate is within \(text(tune)) of the best of \(settings) distinct settings "
            + "on the tune documents (\(documents) of \(documentsInSplit) read, \(looks) looks)"
        let goal = "the goal of \((goalAccuracy * 100).shortDecimal) point and \((goalCPU * 100).shortDecimal)% of CPU"
        let second = "On all cards of which these are a random sample it is within \(text(population))"
        let needed = documentsNeeded.map { "; about \($0) more source documents would bring that to the goal" } ?? ""
        return ["\(first): \(holds ? goal + " is met" : goal + " is not met").", "\(second)\(needed)."]
    }

    private func text(_ bound: Bound) -> String {
        let points = "\((bound.accuracy * 100).shortDecimal) points of field accuracy"
        guard let cpu = bound.cpu else { return "\(points) (nothing can be said of CPU)" }
        return "\(points) and \((cpu * 100).shortDecimal)% of CPU"
    }
}
