internal import CTesseractShim
internal import Recognition

/// What only `Init` reads: two settings with the same key can share one engine.
struct EngineKey: Hashable {
    var models: [String]
    var mode: OCREngineMode
    var dictionaries: Bool

    init(_ settings: RecognitionSettings) {
        self.init(settings, models: settings.models)
    }

    /// The engine of wide pieces.
    init(textOf settings: RecognitionSettings) {
        self.init(settings, models: settings.textModels ?? settings.models)
    }

    private init(_ settings: RecognitionSettings, models: [String]) {
        self.models = models
        mode = settings.engine
        dictionaries = settings.dictionaries
    }
}

/// One warm Tesseract engine.
final class TesseractEngine {
    private let engine: OpaquePointer
    private var originals: [String: String] = [:]
    private var applied: [String: String] = [:]

    /// - Throws: `infeasibleSettings` when a model is missing or lacks the asked engine.
    init(key: EngineKey, models: ModelDirectory) throws(RecognitionFailure) {
        try models.check(key)
        let switches = [("load_system_dawg", key.dictionaries), ("load_freq_dawg", key.dictionaries)]
        var created: OpaquePointer?
        let status = CStringArray.withPointers(switches.map(\.0)) { names in
            CStringArray.withPointers(switches.map { $0.1 ? "1" : "0" }) { values in
                ctess_create(
                    models.path, key.models.joined(separator: "+"), Int32(key.mode.rawValue), names, values,
                    switches.count, &created)
            }
        }
        if status == ctess_out_of_memory { throw .outOfMemory }
        guard status == ctess_ok, let created else {
            throw .infeasibleSettings("Tesseract cannot start with \(key.models) and OEM \(key.mode.rawValue)")
        }
        engine = created
    }

    deinit {
        ctess_destroy(engine)
    }

    /// Reads one picture; the engine forgets it afterwards.
    ///
    /// - Parameter deadline: milliseconds for this page, 0 for none.
    func recognize(
        _ page: borrowing PreparedPage, settings: RecognitionSettings, deadline: Int
    ) throws(RecognitionFailure) -> [RecognizedBlock] {
        let geometry = page.geometry
        return try recognize(
            page.picture, mode: settings.pageSegmentation, settings: settings,
            resolution: settings.declaredResolution ?? page.declaredResolution, deadline: deadline
        ) { geometry.pageBox($0) }
    }

    /// Reads one picture in another segmentation mode than the settings'.
    ///
    /// - Parameter place: where a box of the picture lies on the page.
    func recognize(
        _ picture: borrowing Picture, mode: PageSegmentationMode, settings: RecognitionSettings, resolution: Int,
        deadline: Int, place: @escaping (PixelBox) -> PageBox
    ) throws(RecognitionFailure) -> [RecognizedBlock] {
        try apply(settings)
        var result: UnsafeMutablePointer<ctess_page>?
        let status = picture.withPix { pix in
            ctess_recognize(
                engine, pix, Int32(mode.rawValue), Int32(resolution), Int32(clamping: deadline),
                settings.symbolAlternatives, &result)
        }
        switch status {
        case ctess_ok: break
        case ctess_out_of_memory: throw .outOfMemory
        case ctess_deadline_exceeded: throw .deadlineExceeded
        default: throw .engineFailure("Tesseract gave up")
        }
        guard let result else { return [] }
        defer { ctess_page_destroy(result) }
        return RecognizedWords(result.pointee, place: place).blocks()
    }

    /// Sets what differs from the last page and gives back its original value to what is no longer asked for.
    private func apply(_ settings: RecognitionSettings) throws(RecognitionFailure) {
        let wanted = settings.engineVariables
        for name in applied.keys.sorted() where wanted[name] == nil {
            if let original = originals[name] { try set(name, to: original) }
        }
        for (name, value) in wanted.sorted(by: { $0.key < $1.key }) where applied[name] != value {
            if originals[name] == nil { originals[name] = try currentValue(of: name) }
            try set(name, to: value)
        }
        applied = wanted
    }

    private func set(_ name: String, to value: String) throws(RecognitionFailure) {
        guard ctess_set_variable(engine, name, value) == ctess_ok else {
            throw .infeasibleSettings("Tesseract has no variable '\(name)' or refuses '\(value)' for it")
        }
    }

    private func currentValue(of name: String) throws(RecognitionFailure) -> String {
        var buffer = [CChar](repeating: 0, count: 1024)
        guard ctess_get_variable(engine, name, &buffer, buffer.count) == ctess_ok else {
            throw .infeasibleSettings("Tesseract has no variable '\(name)'")
        }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension RecognitionSettings {
    /// Everything that `SetVariable` may set on a running engine.
    fileprivate var engineVariables: [String: String] {
        var values = variables
        values["thresholding_method"] = String(preparation.thresholding.rawValue)
        values["tessedit_do_invert"] = invertDoubtfulLines ? "1" : "0"
        values["lstm_choice_mode"] = symbolAlternatives ? "2" : "0"
        if let characterAllowList { values["tessedit_char_whitelist"] = characterAllowList }
        return values
    }
}

extension PreparedPage {
    /// Below 70 dpi a picture's own figure is a lie (screens say 72 or nothing), and Tesseract guesses badly from it.
    fileprivate var declaredResolution: Int { picture.resolution >= 70 ? picture.resolution : 70 }
}

private enum CStringArray {
    static func withPointers<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        let storage = strings.map { Array($0.utf8CString) }
        return lend(storage[...], []) { pointers in pointers.withUnsafeBufferPointer { body($0.baseAddress) } }
    }

    private static func lend<Result>(
        _ rest: ArraySlice<[CChar]>, _ pointers: [UnsafePointer<CChar>?], _ body: ([UnsafePointer<CChar>?]) -> Result
    ) -> Result {
        guard let first = rest.first else { return body(pointers) }
        return first.withUnsafeBufferPointer { lend(rest.dropFirst(), pointers + [$0.baseAddress], body) }
    }
}
