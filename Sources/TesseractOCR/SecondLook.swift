internal import Recognition

/// Reads again what a page's first reading left doubtful: pieces of lines that no word covers, that an unsure word covers, or
/// that lie with others in one far too high line. Each is read alone, enlarged, as a single line (PSM 7).
struct SecondLook {
    /// A word below this is read again.
    static let doubtful = 0.6
    /// What no word covered, or is a lone figure, must be read as surely as this.
    private static let certain = 0.75
    /// A new reading must be this much surer than the old.
    private static let gain = 0.1
    /// Most pieces of a page that are read again: a page that is doubtful all over is better read with other settings.
    static let mostPieces = 150

    private let engine: TesseractEngine
    private let settings: RecognitionSettings
    private let deadline: Deadline
    private let height: Double
    private let width: Double

    init(
        engine: TesseractEngine, settings: RecognitionSettings, page: borrowing PreparedPage, deadline: Deadline
    ) {
        self.engine = engine
        self.settings = settings
        self.deadline = deadline
        width = Double(page.picture.width)
        height = Double(page.picture.height)
    }

    /// The blocks with the pieces that read better the second time.
    ///
    /// - Throws: as `Recognizer.recognize`.
    func improve(
        _ blocks: [RecognizedBlock], of page: borrowing PreparedPage
    ) throws(RecognitionFailure) -> [RecognizedBlock] {
        let segments = try TextSegments(on: page.picture)
        var lines = PageLines(blocks, geometry: page.geometry)
        var count = 0
        for box in segments.boxes {
            let place = page.geometry.level(box)
            let old = lines.words(in: place)
            guard isDoubtful(old, at: old.map { page.geometry.levelBox($0.box) }, place), count < Self.mostPieces else {
                continue
            }
            count += 1
            let new = try read(box, letter: segments.letter, of: page)
            if isBetter(new, than: old, isNarrow: isNarrow(box, segments.letter)) {
                lines.replace(old, by: new, at: place)
            }
        }
        return lines.blocks
    }

    private func isNarrow(_ box: PixelBox, _ letter: Double) -> Bool { Double(box.width) < 1.6 * letter }

    private func isDoubtful(_ words: [RecognizedWord], at boxes: [PageBox], _ place: PageBox) -> Bool {
        if words.contains(where: { $0.confidence < Self.doubtful || $0.box.height > 1.7 * place.height }) {
            return true
        }
        let covered = boxes.reduce(0) { $0 + max(0, min($1.maxX, place.maxX) - max($1.x, place.x)) }
        return covered < 0.6 * place.width
    }

    /// A wide piece must be read more surely as a whole. A narrow one is a figure or nothing: a letter by itself, as in a header,
    /// was read better among its neighbours.
    private func isBetter(_ new: [RecognizedWord], than old: [RecognizedWord], isNarrow: Bool) -> Bool {
        guard let sure = new.map(\.confidence).min() else { return false }
        if isNarrow { return sure > Self.certain && new.allSatisfy { $0.text.allSatisfy(\.isNumber) } }
        guard let unsure = old.map(\.confidence).min() else {
            return sure > Self.certain && new.contains { $0.text.contains { $0.isLetter || $0.isNumber } }
        }
        return sure > unsure + Self.gain && mean(new) > mean(old)
    }

    private func mean(_ words: [RecognizedWord]) -> Double {
        words.reduce(0) { $0 + $1.confidence } / Double(max(words.count, 1))
    }

    private func read(
        _ box: PixelBox, letter: Double, of page: borrowing PreparedPage
    ) throws(RecognitionFailure) -> [RecognizedWord] {
        let geometry = page.geometry
        let crop = try RowStrip(of: [box], on: page.picture, letter: letter)
        let modes: [PageSegmentationMode] =
            isNarrow(box, letter) ? [.singleLine, .singleCharacter] : [.singleLine]
        let place = crop.places
        var best: [RecognizedWord] = []
        for mode in modes {
            let words = try engine.recognize(
                crop.picture, mode: mode, settings: settings, resolution: 300,
                deadline: try deadline.remainingMilliseconds()
            ) { geometry.pageBox(place($0)) }.flatMap(\.lines).flatMap(\.words)
            if (words.map(\.confidence).min() ?? 0) > (best.map(\.confidence).min() ?? 0) { best = words }
            if (best.map(\.confidence).min() ?? 0) > Self.doubtful { break }
        }
        return best
    }
}
