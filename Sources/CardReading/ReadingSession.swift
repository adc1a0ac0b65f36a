internal import Recognition
internal import Scorecard
internal import TesseractOCR

/// One document read with many settings. The loops nest so that each picture lives only as long as a setting needs it: page,
/// drawing resolution, preparation, setting.
struct ReadingSession {
    private struct Attempt {
        let settings: RecognitionSettings
        var pages: [RecognizedPage] = []
        var cost = ReadCost()
        var failure: RecognitionFailure?

        /// Adds a page; one that goes beyond the limits ends the attempt before more are read.
        mutating func append(_ page: RecognizedPage, limits: RecognitionLimits) {
            pages.append(page)
            failure = limits.exceeded(by: pages)
        }
    }

    private var attempts: [Attempt]
    private let limits: RecognitionLimits
    private let deadline: Deadline
    private let recognizer: Recognizer

    init(settings: [RecognitionSettings], limits: RecognitionLimits, deadline: Deadline, recognizer: Recognizer) {
        attempts = settings.map { Attempt(settings: $0) }
        self.limits = limits
        self.deadline = deadline
        self.recognizer = recognizer
    }

    /// Adds to what every setting paid for decoding.
    mutating func charge(decode: ReadCost.Stage) {
        for index in attempts.indices { attempts[index].cost.decode = attempts[index].cost.decode + decode }
    }

    /// Reads all pages.
    mutating func recognize(_ document: borrowing OpenDocument) throws(RecognitionFailure) {
        for page in 0..<document.pageCount {
            guard attempts.contains(where: { $0.failure == nil }) else { return }
            try deadline.check()
            let pending = try takeTextLayer(of: document, page: page)
            for (dpi, sharing) in grouped(pending, by: { document.isDrawn ? $0.rasterDPI : 0 }) {
                try recognize(document, page: page, dpi: dpi, attempts: sharing)
            }
        }
    }

    /// Gives the text layer to the settings that prefer it; returns those that want the picture.
    private mutating func takeTextLayer(
        of document: borrowing OpenDocument, page: Int
    ) throws(RecognitionFailure) -> [Int] {
        var clock = StageClock()
        guard attempts.contains(where: { $0.settings.textLayer == .preferWhenSound }),
            let layer = try document.textLayer(page: page)
        else { return attempts.indices.filter { attempts[$0].failure == nil } }
        let cost = clock.lap()
        for index in attempts.indices where attempts[index].settings.textLayer == .preferWhenSound {
            attempts[index].append(layer, limits: limits)
            attempts[index].cost.decode = attempts[index].cost.decode + cost
        }
        return attempts.indices.filter { attempts[$0].settings.textLayer == .ignore && attempts[$0].failure == nil }
    }

    private mutating func recognize(
        _ document: borrowing OpenDocument, page: Int, dpi: Int, attempts sharing: [Int]
    ) throws(RecognitionFailure) {
        try deadline.check()
        var clock = StageClock()
        let picture = try document.picture(page: page, dpi: dpi)
        let decoding = clock.lap()
        for (preparation, indices) in grouped(sharing, by: { $0.preparation.pixelSteps }) {
            let prepared = try PagePreparer(preparation, limits: limits, deadline: deadline).prepare(picture)
            let preparing = clock.lap()
            for index in indices where attempts[index].failure == nil {
                attempts[index].cost.decode = attempts[index].cost.decode + decoding
                attempts[index].cost.prepare = attempts[index].cost.prepare + preparing
                recognize(prepared, page: page, width: picture.width, height: picture.height, attempt: index)
                attempts[index].cost.recognize = attempts[index].cost.recognize + clock.lap()
            }
        }
    }

    private mutating func recognize(
        _ prepared: borrowing PreparedPage, page: Int, width: Int, height: Int, attempt index: Int
    ) {
        do throws(RecognitionFailure) {
            let settings = attempts[index].settings
            let blank = RecognizedPage(index: page, width: width, height: height, source: .ocr, blocks: [])
            var read = try readPage(blank, prepared, settings, attempt: index)
            if let other = settings.forSecondReading, let second = SecondReading(after: read) {
                let again = try readPage(blank, prepared, other, attempt: index)
                if second.isBetter(again) { read = again }
            }
            attempts[index].append(read, limits: limits)
        } catch {
            attempts[index].failure = error
        }
    }

    private func readPage(
        _ blank: RecognizedPage, _ prepared: borrowing PreparedPage, _ settings: RecognitionSettings, attempt index: Int
    ) throws(RecognitionFailure) -> RecognizedPage {
        var page = blank
        page.blocks = try recognizer.recognize(
            prepared, settings: settings, deadline: try deadline.remainingMilliseconds())
        guard settings.secondLook != nil else { return page }
        // Reads again what the card leaves doubtful on its last page, while the page's picture is at hand.
        let doubts = ScorecardReader().doubts(pages: attempts[index].pages + [page]).filter { $0.page == page.index }
        guard !doubts.isEmpty else { return page }
        page.blocks = try recognizer.reread(
            doubts, in: page.blocks, of: prepared, settings: settings, deadline: try deadline.remainingMilliseconds())
        return page
    }

    /// Reads the cards; one result for each setting.
    func results(kind: InputKind, format: DocumentFormat) -> [Result<ReadDocument, RecognitionFailure>] {
        attempts.map { attempt in
            if let failure = attempt.failure { return .failure(failure) }
            var clock = StageClock()
            let reading = ScorecardReader().read(pages: attempt.pages)
            var cost = attempt.cost
            cost.read = clock.lap()
            return .success(
                ReadDocument(kind: kind, format: format, pages: attempt.pages, reading: reading, cost: cost))
        }
    }

    /// Indices of attempts that share a step, in order of first appearance.
    private func grouped<Key: Hashable>(
        _ indices: [Int], by key: (RecognitionSettings) -> Key
    ) -> [(key: Key, indices: [Int])] {
        var groups: [(key: Key, indices: [Int])] = []
        for index in indices {
            let value = key(attempts[index].settings)
            if let group = groups.firstIndex(where: { $0.key == value }) {
                groups[group].indices.append(index)
            } else {
                groups.append((value, [index]))
            }
        }
        return groups
    }
}

extension PagePreparation {
    /// The preparation without its threshold, which Tesseract does itself.
    fileprivate var pixelSteps: PagePreparation {
        var steps = self
        steps.thresholding = .otsu
        return steps
    }
}

extension RecognitionLimits {
    fileprivate func exceeded(by pages: [RecognizedPage]) -> RecognitionFailure? {
        let words = pages.reduce(0) { $0 + $1.words.count }
        if words > self.words { return .limitExceeded(limit: "words", found: words, allowed: self.words) }
        let bytes = pages.reduce(0) { $0 + $1.text.utf8.count }
        return bytes > textBytes ? .limitExceeded(limit: "bytes of text", found: bytes, allowed: textBytes) : nil
    }
}
