public import Recognition

/// What reading a document cost, stage by stage; a shared raster counts in full for each of its settings.
public struct ReadCost: Codable, Sendable, Hashable {
    /// One stage.
    public struct Stage: Codable, Sendable, Hashable {
        /// CPU seconds of the reader process.
        public var cpu: Double
        /// Elapsed seconds.
        public var wall: Double

        /// Creates a stage's cost.
        public init(cpu: Double = 0, wall: Double = 0) {
            self.cpu = cpu
            self.wall = wall
        }

        /// The sum of two stages.
        public static func + (left: Stage, right: Stage) -> Stage {
            Stage(cpu: left.cpu + right.cpu, wall: left.wall + right.wall)
        }
    }

    /// Decoding or drawing, text layers included.
    public var decode: Stage
    /// Preparation.
    public var prepare: Stage
    /// Tesseract.
    public var recognize: Stage
    /// From words to the card.
    public var read: Stage

    /// Creates a cost.
    public init(decode: Stage = Stage(), prepare: Stage = Stage(), recognize: Stage = Stage(), read: Stage = Stage()) {
        self.decode = decode
        self.prepare = prepare
        self.recognize = recognize
        self.read = read
    }

    /// All stages together.
    public var total: Stage { decode + prepare + recognize + read }
}

/// A document read with one set of settings: what a reader child answers.
public struct ReadDocument: Sendable, Hashable {
    /// What sort of input it was taken for; decides the profile.
    public var kind: InputKind
    /// What the bytes are.
    public var format: DocumentFormat
    /// The pages as recognised.
    public var pages: [RecognizedPage]
    /// The card made of them.
    public var reading: ScorecardReading
    /// What it cost.
    public var cost: ReadCost

    /// Creates a read document.
    public init(
        kind: InputKind, format: DocumentFormat, pages: [RecognizedPage], reading: ScorecardReading, cost: ReadCost
    ) {
        self.kind = kind
        self.format = format
        self.pages = pages
        self.reading = reading
        self.cost = cost
    }

    /// The text of all pages, a form feed between two.
    public var text: String { pages.map(\.text).joined(separator: "\u{0C}\n") }
}
