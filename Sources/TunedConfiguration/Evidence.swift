public import Recognition

extension TunedConfiguration {
    /// What speaks for the settings: figures of the split that they were not chosen on, beside those they had to beat.
    public struct Evidence: Codable, Sendable, Hashable {
        /// The workload: weight of each kind of input, 1 in all.
        public var mix: [InputKind: Double]
        /// Size of each part of the corpus that was used.
        public var parts: [Part]
        /// How settings were searched, `halving` or `grid`.
        public var search: String
        /// Settings that were measured.
        public var settingsTried: Int
        /// Seconds that the run was allowed; nil for no limit.
        public var budgetSeconds: Double?
        /// Seed of page order and intervals.
        public var seed: UInt64
        /// Probability of the intervals.
        public var intervalLevel: Double
        /// Name and version of the text normalisation behind the error rates.
        public var normalization: String
        /// Figures of the settings in this file, of the incumbent and of Tesseract's defaults.
        public var contenders: [Contender]
        /// What was decided.
        public var decision: Decision

        /// Creates evidence.
        public init(
            mix: [InputKind: Double], parts: [Part], search: String, settingsTried: Int, budgetSeconds: Double?,
            seed: UInt64, intervalLevel: Double, normalization: String, contenders: [Contender], decision: Decision
        ) {
            self.mix = mix
            self.parts = parts
            self.search = search
            self.settingsTried = settingsTried
            self.budgetSeconds = budgetSeconds
            self.seed = seed
            self.intervalLevel = intervalLevel
            self.normalization = normalization
            self.contenders = contenders
            self.decision = decision
        }
    }

    /// Documents of one kind in one split.
    public struct Part: Codable, Sendable, Hashable {
        /// `tune` or `validation`.
        public var split: String
        /// The kind of input.
        public var kind: InputKind
        /// Files.
        public var documents: Int
        /// Pages in them.
        public var pages: Int

        /// Creates a part.
        public init(split: String, kind: InputKind, documents: Int, pages: Int) {
            self.split = split
            self.kind = kind
            self.documents = documents
            self.pages = pages
        }
    }

    /// One setting that was measured on the validation split.
    public struct Contender: Codable, Sendable, Hashable {
        /// `winner`, `candidate`, `incumbent`, `defaults`; a setting may be several.
        public var roles: [String]
        /// Its name in the report.
        public var name: String
        /// Its values.
        public var settings: RecognitionSettings
        /// Figures weighted by the mix.
        public var weighted: Metrics?
        /// Figures by kind of input.
        public var byKind: [InputKind: Metrics]

        /// Creates a contender.
        public init(
            roles: [String], name: String, settings: RecognitionSettings, weighted: Metrics?,
            byKind: [InputKind: Metrics]
        ) {
            self.roles = roles
            self.name = name
            self.settings = settings
            self.weighted = weighted
            self.byKind = byKind
        }
    }

    /// A figure with its interval; without one there were too few documents.
    public struct Figure: Codable, Sendable, Hashable {
        /// The figure.
        public var value: Double
        /// Lower end of the interval.
        public var low: Double?
        /// Upper end of the interval.
        public var high: Double?

        /// Creates a figure.
        public init(_ value: Double, low: Double? = nil, high: Double? = nil) {
            self.value = value
            self.low = low
            self.high = high
        }
    }

    /// Figures of a setting. Rates are fractions; what could not be had is nil.
    public struct Metrics: Codable, Sendable, Hashable {
        /// Files read.
        public var documents: Int
        /// Pages in them.
        public var pages: Int
        /// Sum of edits by sum of lengths, in grapheme clusters.
        public var characterErrorRate: Figure?
        /// The same in words.
        public var wordErrorRate: Figure?
        /// Fields right / (right + wrong + missed + invented).
        public var fieldAccuracy: Figure?
        /// Share of table rows with every field right.
        public var rowAccuracy: Double?
        /// CPU seconds per page.
        public var cpuSecondsPerPage: Figure?
        /// Median time per page inside the reader.
        public var medianSecondsPerPage: Double?

        /// Creates metrics.
        public init(
            documents: Int, pages: Int, characterErrorRate: Figure? = nil, wordErrorRate: Figure? = nil,
            fieldAccuracy: Figure? = nil, rowAccuracy: Double? = nil, cpuSecondsPerPage: Figure? = nil,
            medianSecondsPerPage: Double? = nil
        ) {
            self.documents = documents
            self.pages = pages
            self.characterErrorRate = characterErrorRate
            self.wordErrorRate = wordErrorRate
            self.fieldAccuracy = fieldAccuracy
            self.rowAccuracy = rowAccuracy
            self.cpuSecondsPerPage = cpuSecondsPerPage
            self.medianSecondsPerPage = medianSecondsPerPage
        }
    }

    /// Whether the incumbent was replaced.
    public struct Decision: Codable, Sendable, Hashable {
        /// The settings in this file are the incumbent's: nothing was shown to be better.
        public var incumbentKept: Bool
        /// Why, as sentences.
        public var reasons: [String]

        /// Creates a decision.
        public init(incumbentKept: Bool, reasons: [String]) {
            self.incumbentKept = incumbentKept
            self.reasons = reasons
        }
    }
}
