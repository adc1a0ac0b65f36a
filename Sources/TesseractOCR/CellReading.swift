internal import Recognition

/// Reads doubted figures again: each alone, with digits only, at several sizes and by each model at hand. What one reading gets
/// wrong another mostly gets right, or wrong otherwise.
struct CellReading {
    /// Most cells of a page: a page that is doubtful all over is better read with other settings.
    static let mostCells = 60
    /// Readings that say what a blank cell shows must be so sure, on average.
    private static let certain = 0.7

    /// One way of reading a cell.
    private struct Way {
        let engine: TesseractEngine
        /// Height of the figure in pixels.
        let height: Double
    }

    private let ways: [Way]
    private let settings: RecognitionSettings
    private let deadline: Deadline

    /// - Parameter engines: what reads figures, and what reads text where that is another.
    init(engines: InkReading.Engines, settings: RecognitionSettings, deadline: Deadline) {
        var ways = [24, 44, 36].map { Way(engine: engines.figures, height: $0) }
        if engines.text !== engines.figures { ways.append(Way(engine: engines.text, height: 24)) }
        self.ways = ways
        self.deadline = deadline
        var digits = settings
        digits.characterAllowList = "0123456789."
        self.settings = digits
    }

    /// The blocks with what the cells were read as; a figure found in a blank cell is a word of its own.
    ///
    /// - Throws: as `Recognizer.recognize`, but for want of time: what was not read again stays as it is.
    func improve(
        _ blocks: [RecognizedBlock], cells: [DoubtfulCell], of page: borrowing PreparedPage
    ) throws(RecognitionFailure) -> [RecognizedBlock] {
        var lines = PageLines(blocks, geometry: page.geometry)
        let letter = Self.letter(blocks)
        do throws(RecognitionFailure) {
            for cell in cells.prefix(Self.mostCells) { try look(at: cell, in: &lines, letter, of: page) }
        } catch {
            guard error == .deadlineExceeded else { throw error }
        }
        return lines.blocks
    }

    /// Height of most figures, as a share of the page's height.
    private static func letter(_ blocks: [RecognizedBlock]) -> Double {
        let figures = blocks.flatMap(\.lines).flatMap(\.words).filter { $0.text.allSatisfy(\.isNumber) }
        let heights = figures.map(\.box.height).sorted()
        return heights.isEmpty ? 0 : heights[heights.count / 2]
    }

    /// - Parameter letter: height of most figures, as a share of the page's; a lower box holds but a part of one.
    private func look(
        at cell: DoubtfulCell, in lines: inout PageLines, _ letter: Double, of page: borrowing PreparedPage
    ) throws(RecognitionFailure) {
        let place = page.geometry.levelBox(cell.box)
        guard let box = page.pixels(place.raised(to: 0.8 * letter)) else { return }
        if cell.isBlank {
            let crop = box.widened(to: box.height / 4, within: page)
            guard lines.words(in: place).isEmpty, try !page.picture.clipped(to: crop).isPaper() else { return }
            let readings = try readings(in: crop, height: box.height, of: page) { $0.isEmpty && $1 == 2 }
            if let word = Self.word(readings, at: cell.box) { lines.replace([], by: [word], at: place) }
        } else if let word = lines.word(at: cell.box) {
            // The digit behind a last point was cut off.
            let crop = box.widened(to: word.text.hasSuffix(".") ? box.height : box.height / 4, within: page)
            let readings = try readings(in: crop, height: box.height, of: page) { readings, _ in
                readings.count == 2 && readings.allSatisfy { $0.text == word.text }
            }
            lines.attach(readings, to: word)
        }
    }

    /// - Parameters:
    ///   - height: that of the figure in the crop, in pixels.
    ///   - isEnough: whether what was read in so many ways needs no more.
    private func readings(
        in crop: PixelBox, height: Int32, of page: borrowing PreparedPage, isEnough: ([Rereading], Int) -> Bool
    ) throws(RecognitionFailure) -> [Rereading] {
        let geometry = page.geometry
        var readings: [Rereading] = []
        for (done, way) in ways.enumerated() where !isEnough(readings, done) {
            let strip = try RowStrip(of: [crop], on: page.picture, letter: Double(height), height: way.height)
            let words = try way.engine.recognize(
                strip.picture, mode: .singleLine, settings: settings, resolution: 300,
                deadline: try deadline.remainingMilliseconds()
            ) { geometry.pageBox($0) }.flatMap(\.lines).flatMap(\.words)
            guard words.count == 1, words[0].text.contains(where: \.isNumber) else { continue }
            readings.append(Rereading(text: words[0].text, confidence: words[0].confidence))
        }
        return readings
    }

    /// The figure on which most readings of a blank cell agree; nil when it is blank.
    private static func word(_ readings: [Rereading], at box: PageBox) -> RecognizedWord? {
        guard let text = readings.first?.text, readings.count > 1, readings.allSatisfy({ $0.text == text }) else {
            return nil
        }
        let mean = readings.reduce(0) { $0 + $1.confidence } / Double(readings.count)
        return mean < certain
            ? nil : RecognizedWord(text: text, box: box.clampedToPage, confidence: mean, rereadings: readings)
    }
}

extension PreparedPage {
    /// The pixels of a place in fractions of the prepared picture; nil when it is not on it.
    fileprivate borrowing func pixels(_ place: PageBox) -> PixelBox? {
        let (width, height) = (Double(picture.width), Double(picture.height))
        let left = max(place.x * width, 0)
        let top = max(place.y * height, 0)
        let right = min(place.maxX * width, width)
        let bottom = min(place.maxY * height, height)
        guard right - left >= 2, bottom - top >= 2 else { return nil }
        return PixelBox(x: Int32(left), y: Int32(top), width: Int32(right - left), height: Int32(bottom - top))
    }
}

extension PageBox {
    /// As high as this at least, around the same middle.
    fileprivate func raised(to least: Double) -> PageBox {
        guard height < least else { return self }
        return PageBox(x: x, y: midY - least / 2, width: width, height: least)
    }
}

extension PixelBox {
    /// With so many pixels at both sides, and a few above and below.
    fileprivate func widened(to aside: Int32, within page: borrowing PreparedPage) -> PixelBox {
        let above = height / 8
        let (left, top) = (max(x - aside, 0), max(y - above, 0))
        return PixelBox(
            x: left, y: top, width: min(x + width + aside, Int32(page.picture.width)) - left,
            height: min(y + height + above, Int32(page.picture.height)) - top)
    }
}

extension Picture {
    /// Whether nothing in it is as dark as print.
    fileprivate borrowing func isPaper() -> Bool { GreyContrast(histogram: greyHistogram(step: 1)).isBlank }
}
