internal import Recognition

/// Reads a page by its ink, without Tesseract's layout analysis, which takes the columns of a table for columns of prose: every
/// piece of a row is read alone. A second look reads what did not come out as a figure beside the others of its row, and with
/// digits only what stands in a column of figures.
struct InkReading {
    /// What reads the pieces that may be figures, and what reads the wide ones.
    struct Engines {
        let figures: TesseractEngine
        let text: TesseractEngine
    }

    private let engines: Engines
    private let settings: RecognitionSettings
    private let digits: RecognitionSettings
    private let deadline: Deadline
    private let segments: TextSegments

    init(
        engines: Engines, settings: RecognitionSettings, page: borrowing PreparedPage, deadline: Deadline
    ) throws(RecognitionFailure) {
        self.engines = engines
        self.settings = settings
        self.deadline = deadline
        var digits = settings
        digits.characterAllowList = "0123456789."
        self.digits = digits
        segments = try TextSegments(on: page.picture)
    }

    /// Rows as lines of one block, from top to bottom.
    ///
    /// - Throws: as `Recognizer.recognize`.
    func read(_ page: borrowing PreparedPage) throws(RecognitionFailure) -> [RecognizedBlock] {
        var rows: [[ReadPiece]] = []
        for row in TextRows(segments).rows { rows.append(try firstLook(at: row, of: page)) }
        if settings.secondLook != nil {
            for row in rows.indices { try lookAlong(&rows[row], of: page) }
            try lookForDigits(in: &rows, of: page)
        }
        let lines = rows.map { $0.flatMap(\.words) }.filter { !$0.isEmpty }.map(RecognizedLine.init(words:))
        return lines.isEmpty ? [] : [RecognizedBlock(lines: lines)]
    }

    private func firstLook(
        at row: [PixelBox], of page: borrowing PreparedPage
    ) throws(RecognitionFailure) -> [ReadPiece] {
        var pieces: [ReadPiece] = []
        for box in row {
            var piece = ReadPiece(box: box, place: page.geometry.pageBox(box), letter: segments.letter)
            let engine = piece.isNarrow ? engines.figures : engines.text
            piece.words = try read([box], of: page, settings, by: engine)
            if piece.isNarrow, piece.words.isEmpty {
                piece.words = try read([box], of: page, settings, by: engine, height: RowStrip.large)
            }
            pieces.append(piece)
        }
        return pieces
    }

    /// Reads the narrow pieces of a row side by side: a lone `1` is told from an `l` by its neighbours.
    private func lookAlong(_ row: inout [ReadPiece], of page: borrowing PreparedPage) throws(RecognitionFailure) {
        let narrow = row.filter(\.isNarrow)
        guard narrow.count > 1, narrow.contains(where: \.isDoubtful) else { return }
        let words = try read(narrow.map(\.box), of: page, settings, by: engines.figures)
        for index in row.indices where row[index].isDoubtful {
            row[index].take(words.filter { $0.isIn(row[index].place) })
        }
    }

    /// Reads with digits only what stands in a column of figures and in a row with another figure.
    private func lookForDigits(
        in rows: inout [[ReadPiece]], of page: borrowing PreparedPage
    ) throws(RecognitionFailure) {
        let columns = FigureColumn.all(in: rows.joined())
        for row in rows.indices where rows[row].contains(where: \.isFigure) {
            for index in rows[row].indices where rows[row][index].isDoubtful {
                let box = rows[row][index].box
                guard columns.contains(where: { $0.holds(box) }) else { continue }
                for height in [RowStrip.usual, RowStrip.large] where rows[row][index].isDoubtful {
                    rows[row][index].takeFigure(
                        try read([box], of: page, digits, by: engines.figures, height: height))
                }
            }
        }
    }

    private func read(
        _ row: [PixelBox], of page: borrowing PreparedPage, _ settings: RecognitionSettings,
        by engine: TesseractEngine, height: Double = RowStrip.usual
    ) throws(RecognitionFailure) -> [RecognizedWord] {
        let strip = try RowStrip(of: row, on: page.picture, letter: segments.letter, height: height)
        let geometry = page.geometry
        let place = strip.places
        return try engine.recognize(
            strip.picture, mode: .singleLine, settings: settings, resolution: 300,
            deadline: try deadline.remainingMilliseconds()
        ) { geometry.pageBox(place($0)) }.flatMap(\.lines).flatMap(\.words)
    }
}

extension RecognizedWord {
    /// Whether the word lies in the piece; one that reaches out of it was read across two.
    fileprivate func isIn(_ place: PageBox) -> Bool {
        min(box.maxX, place.maxX) - max(box.x, place.x) > 0.7 * box.width
    }
}
