/// How sure a reader was of one field, for scoring.
public struct StatedConfidence: Sendable, Hashable {
    /// 0 to 1.
    public var confidence: Double
    /// Whether a warning names the field.
    public var isWarned: Bool

    /// Creates one.
    public init(confidence: Double, isWarned: Bool) {
        self.confidence = confidence
        self.isWarned = isWarned
    }
}

/// What a user pays for beside wrong fields: errors that nothing points out, corrections to make, innings out of nothing.
public struct ReadingQuality: Codable, Sendable, Hashable {
    /// Confidence against outcome of every field that was read.
    public var confidences: ConfidenceHistogram
    /// Fields wrong or invented that look sure and that no warning names.
    public var silentErrors: Int
    /// Fields that a person must put right: wrong, missed and invented, less those that were worked out rightly.
    public var corrections: Int
    /// Innings of the truth; none for a page that is no scorecard.
    public var inningsPrinted: Int
    /// Innings that were read.
    public var inningsRead: Int

    /// A field is silently wrong from this confidence on.
    public static let sure = 0.9

    /// Joins a score with what the reader said of its fields, by their path in the card as read.
    public init(
        score: CardScore, stated: [String: StatedConfidence], inningsPrinted: Int, inningsRead: Int
    ) {
        confidences = ConfidenceHistogram()
        silentErrors = 0
        corrections = 0
        self.inningsPrinted = inningsPrinted
        self.inningsRead = inningsRead
        for cell in score.cells {
            if cell.outcome != .right, !cell.isWorkedOut { corrections += 1 }
            guard cell.outcome != .missed, let path = cell.foundPath, let stated = stated[path] else { continue }
            confidences.add(confidence: stated.confidence, isRight: cell.outcome == .right)
            if cell.outcome != .right, stated.isSilent { silentErrors += 1 }
        }
    }
}

extension StatedConfidence {
    /// Whether nothing would make a person look at the field.
    public var isSilent: Bool { confidence >= ReadingQuality.sure && !isWarned }
}

extension CellOutcome {
    /// Not read, and still right: it follows from other fields.
    fileprivate var isWorkedOut: Bool { outcome == .missed && found != nil && found == expected }
}
