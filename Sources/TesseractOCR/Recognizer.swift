internal import CLeptonica
internal import CPopplerShim
internal import CTesseractShim
public import Recognition

/// Reads prepared pages with warm engines, one for each combination of models and engine mode in use.
/// Not for use from two threads.
public final class Recognizer {
    private let models: ModelDirectory
    private var engines: [(key: EngineKey, engine: TesseractEngine)] = []
    /// A second look wants a second model; more engines at a time only cost memory (10 to 14 MB each, that of a whole
    /// script some 100).
    private let enginesKept = 3

    /// Creates a recogniser without starting an engine.
    public init(models: ModelDirectory) {
        self.models = models
        silenceLeptonica()
        cpoppler_silence()
    }

    /// Starts the engine that these settings need, unless it runs.
    ///
    /// - Throws: `infeasibleSettings` when a model is missing or has not the engine.
    public func warmUp(_ settings: RecognitionSettings) throws(RecognitionFailure) {
        _ = try engine(EngineKey(settings))
        _ = try engine(EngineKey(textOf: settings))
    }

    /// Reads one page; `deadline` is in milliseconds, 0 for none.
    ///
    /// - Throws: `infeasibleSettings`, `deadlineExceeded`, `outOfMemory` or `engineFailure`.
    public func recognize(
        _ page: borrowing PreparedPage, settings: RecognitionSettings, deadline: Int
    ) throws(RecognitionFailure) -> [RecognizedBlock] {
        try settings.checkFeasible(models: models)
        if page.isBlank { return [] }
        return page.geometry.withLevelPlaces(try read(page, settings: settings, deadline: deadline))
    }

    private func read(
        _ page: borrowing PreparedPage, settings: RecognitionSettings, deadline: Int
    ) throws(RecognitionFailure) -> [RecognizedBlock] {
        let end = Deadline.after(milliseconds: deadline)
        let engine = try engine(EngineKey(settings))
        if settings.lines == .ink {
            return try InkReading(engines: engines(settings), settings: settings, page: page, deadline: end).read(page)
        }
        let blocks = try engine.recognize(page, settings: settings, deadline: deadline)
        guard settings.secondLook != nil else { return blocks }
        return try SecondLook(engine: engine, settings: settings, page: page, deadline: end).improve(blocks, of: page)
    }

    /// Reads doubted cells of a page again, a figure in each: words get their `rereadings`, and figures are found in blank cells.
    /// `deadline` is in milliseconds, 0 for none; cells for which it leaves no time are not read.
    ///
    /// - Throws: `infeasibleSettings`, `outOfMemory` or `engineFailure`.
    public func reread(
        _ cells: [DoubtfulCell], in blocks: [RecognizedBlock], of page: borrowing PreparedPage,
        settings: RecognitionSettings, deadline: Int
    ) throws(RecognitionFailure) -> [RecognizedBlock] {
        let reading = CellReading(
            engines: try engines(settings), settings: settings, deadline: Deadline.after(milliseconds: deadline))
        return page.geometry.withLevelPlaces(try reading.improve(blocks, cells: cells, of: page))
    }

    private func engines(_ settings: RecognitionSettings) throws(RecognitionFailure) -> InkReading.Engines {
        InkReading.Engines(
            figures: try engine(EngineKey(settings)), text: try engine(EngineKey(textOf: settings)))
    }

    private func engine(_ key: EngineKey) throws(RecognitionFailure) -> TesseractEngine {
        if let index = engines.firstIndex(where: { $0.key == key }) {
            engines.append(engines.remove(at: index))
        } else {
            if engines.count >= enginesKept { engines.removeFirst() }
            engines.append((key, try TesseractEngine(key: key, models: models)))
        }
        return engines[engines.count - 1].engine
    }
}

extension RecognitionSettings {
    /// Refuses what no engine can do, whatever the page.
    public func checkFeasible(models directory: ModelDirectory) throws(RecognitionFailure) {
        guard pageSegmentation.recognizesText else {
            throw .infeasibleSettings("PSM \(pageSegmentation.rawValue) finds orientation or layout and reads no text")
        }
        if pageSegmentation.needsOrientationModel, ModelParts(file: directory.file(of: "osd")) == nil {
            throw .infeasibleSettings(
                "PSM \(pageSegmentation.rawValue) needs the model osd in \(directory.path); install tesseract-ocr-osd")
        }
        if let secondReading, !secondReading.recognizesText || secondReading.needsOrientationModel {
            throw .infeasibleSettings("a second reading with PSM \(secondReading.rawValue) reads no text")
        }
        guard (50...600).contains(rasterDPI) else {
            throw .infeasibleSettings("\(rasterDPI) dpi is outside 50 to 600")
        }
        try directory.check(EngineKey(self))
        try directory.check(EngineKey(textOf: self))
    }
}

/// Versions of the C libraries that are linked in.
public enum LibraryVersions {
    /// libtesseract's, `5.3.0`.
    public static var tesseract: String { String(cString: ctess_version()) }
    /// poppler's, `22.12.0`.
    public static var poppler: String { String(cString: cpoppler_version()) }
    /// leptonica's, `1.82.0`.
    public static var leptonica: String {
        guard let text = getLeptonicaVersion() else { return "unknown" }
        defer { lept_free(text) }
        let full = String(cString: text)
        return full.hasPrefix("leptonica-") ? String(full.dropFirst("leptonica-".count)) : full
    }
}
