internal import Recognition

extension RecognitionSettings {
    /// Every setting with Tesseract's own value, what was in use before, and what it is.
    func explained(incumbent: RecognitionSettings?) -> [TunedExplanation.Line] {
        let standard = RecognitionSettings.tesseractDefaults
        let known = SettingMeaning.all.map { meaning in
            TunedExplanation.Line(
                name: meaning.key.rawValue, value: meaning.value(self), standard: meaning.value(standard),
                incumbent: incumbent.map(meaning.value), meaning: meaning.text)
        }
        return known
            + variables.sorted { $0.key < $1.key }.map { name, value in
                TunedExplanation.Line(
                    name: SettingsKey.variablePrefix + name, value: value, incumbent: incumbent?.variables[name],
                    meaning: "a variable of Tesseract")
            }
    }
}

/// What a setting is, in a line.
struct SettingMeaning {
    let key: SettingsKey
    let text: String
    let value: @Sendable (RecognitionSettings) -> String

    private init(_ key: SettingsKey, _ text: String, _ value: @escaping @Sendable (RecognitionSettings) -> String) {
        self.key = key
        self.text = text
        self.value = value
    }

    /// In the order of `SettingsKey`; `prepare` is only a short way to write its parts.
    static let all = [
        SettingMeaning(.psm, "how Tesseract looks for blocks and lines on the page") {
            "\($0.pageSegmentation.rawValue)"
        },
        SettingMeaning(.oem, "which of Tesseract's engines recognises: 0 legacy, 1 LSTM, 2 both, 3 what the model has")
        {
            "\($0.engine.rawValue)"
        },
        SettingMeaning(.models, "models, as one engine") { $0.models.joined(separator: "+") },
        SettingMeaning(.textModels, "models of what is too wide for a figure; none for the same as models") {
            $0.textModels?.joined(separator: "+") ?? "none"
        },
        SettingMeaning(.dpi, "resolution at which PDF pages are drawn") { "\($0.rasterDPI)" },
        SettingMeaning(.textLayer, "whether a PDF's own text is taken where it is sound, which costs next to nothing") {
            $0.textLayer == .ignore ? "ignore" : "prefer"
        },
        SettingMeaning(.invert, "turn pages and bands that are light on dark") { on($0.preparation.invertDarkPages) },
        SettingMeaning(.background, "even out light and paper") { on($0.preparation.normalizeBackground) },
        SettingMeaning(.deskew, "undo a skew") { on($0.preparation.deskew) },
        SettingMeaning(.rules, "paint over long lines, which are else read as letters") {
            on($0.preparation.removeRules)
        },
        SettingMeaning(.height, "enlarge small text until its capitals are so many pixels high") {
            number($0.preparation.targetTextHeight)
        },
        SettingMeaning(.threshold, "how the picture becomes black and white") { "\($0.preparation.thresholding)" },
        SettingMeaning(.resolution, "resolution that Tesseract is told, none for the picture's own") {
            number($0.declaredResolution)
        },
        SettingMeaning(.dictionaries, "prefer words of the model's dictionaries") { on($0.dictionaries) },
        SettingMeaning(.lineInversion, "try a doubtful line with light and dark exchanged") {
            on($0.invertDoubtfulLines)
        },
        SettingMeaning(.alternatives, "keep what else each symbol might be") { on($0.symbolAlternatives) },
        SettingMeaning(.lines, "how lines are found: Tesseract's layout analysis, or pieces of lines by their ink") {
            $0.lines?.rawValue ?? "layout"
        },
        SettingMeaning(.secondLook, "read again what is doubtful: pieces of lines, and figures that break a law") {
            on($0.secondLook != nil)
        },
        SettingMeaning(
            .secondReading,
            "page segmentation of a second reading of pages whose card is doubtful; the better card is kept"
        ) { number($0.secondReading?.rawValue) },
        SettingMeaning(.allow, "the only characters that may be read") { $0.characterAllowList ?? "all" },
    ]

    private static func on(_ flag: Bool) -> String { flag ? "on" : "off" }
    private static func number(_ value: Int?) -> String { value.map(String.init) ?? "none" }
}
