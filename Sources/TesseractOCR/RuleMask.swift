internal import CLeptonica
internal import Recognition

/// The ruling lines of forms and spreadsheets as a black and white picture.
struct RuleMask: ~Copyable {
    let mask: Picture

    /// Finds long thin runs of anything that is not paper: the lines of a spreadsheet are light grey, and a threshold that suits
    /// the letters would not see them.
    ///
    /// - Parameters:
    ///   - paper: grey value of the paper.
    ///   - letter: height of capitals in pixels; on a small picture a twentieth of the width is no longer than a stem.
    init(on picture: borrowing Picture, paper: Int, letter: Double) throws(RecognitionFailure) {
        let ink = try picture.derived("ink") { pixThresholdToBinary($0, Int32(Double(paper) * 0.86)) }
        let width = Double(picture.width)
        let row = Int32(max(width / 20, letter * 4))
        let column = Int32(max(width / 40, letter * 2.5))
        // A line is thinner than half a letter. What is thicker is a band, with letters on it.
        let thickness = Int32(max(letter / 2, 5))
        let horizontal = try ink.thinRuns(width: row, height: 1, thickWidth: 1, thickHeight: thickness)
        let vertical = try ink.thinRuns(width: 1, height: column, thickWidth: thickness, thickHeight: 1)
        horizontal.withPix { rules in
            vertical.withPix { _ = pixOr(rules, rules, $0) }
            pixDilateBrick(rules, rules, 3, 3)
        }
        mask = horizontal
    }
}

extension Picture {
    /// What an opening with a long brick leaves, without what a second opening shows to be thick.
    fileprivate borrowing func thinRuns(
        width: Int32, height: Int32, thickWidth: Int32, thickHeight: Int32
    ) throws(RecognitionFailure) -> Picture {
        let runs = try derived("long runs") { pixOpenBrick(nil, $0, width, height) }
        let thick = try runs.derived("thick runs") { pixOpenBrick(nil, $0, thickWidth, thickHeight) }
        return try runs.derived("thin runs") { runs in thick.withPix { pixSubtract(nil, runs, $0) } }
    }
}
