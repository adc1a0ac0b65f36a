/// Every knob of reading a page, from the file's bytes to words. Two equal values on equal bytes give equal text.
public struct RecognitionSettings: Codable, Sendable, Hashable {
    /// Page segmentation, Tesseract's `tessedit_pageseg_mode`.
    public var pageSegmentation: PageSegmentationMode
    /// Engine, Tesseract's `tessedit_ocr_engine_mode`.
    public var engine: OCREngineMode
    /// Model names without `.traineddata`, tried as one engine in this order (`Init`'s `language`, joined by `+`).
    public var models: [String]
    /// Models for pieces of a line that are too wide for a figure, such as names, where lines are found by their ink; nil for
    /// the same as `models`. A model of a whole script knows more letters, and costs more.
    public var textModels: [String]?
    /// Resolution at which a PDF page is drawn, in dots per inch, 50 to 600.
    public var rasterDPI: Int
    /// What to do with the text layer of a PDF.
    public var textLayer: TextLayerPolicy
    /// What is done to the picture before it is recognised.
    public var preparation: PagePreparation
    /// Resolution told to Tesseract (`SetSourceResolution`), in dots per inch; nil tells the raster's own.
    public var declaredResolution: Int?
    /// Tesseract's `load_system_dawg` and `load_freq_dawg`.
    public var dictionaries: Bool
    /// Tesseract's `tessedit_do_invert`: retry a doubtful line with light and dark exchanged.
    public var invertDoubtfulLines: Bool
    /// Tesseract's `lstm_choice_mode=2`: what else each symbol might be, at some cost.
    public var symbolAlternatives: Bool
    /// How lines of text are found; nil for Tesseract's layout analysis.
    public var lines: LineFinding?
    /// What is read again, alone and enlarged; nil for nothing.
    public var secondLook: SecondLookPolicy?
    /// Page segmentation with which a page is read once more, its lines found by Tesseract, where the card that was read is
    /// doubtful; the better card is kept. Nil for one reading.
    public var secondReading: PageSegmentationMode?
    /// Tesseract's `tessedit_char_whitelist`; nil allows all characters.
    public var characterAllowList: String?
    /// Any other Tesseract variable, by its own name (`SetVariable`).
    public var variables: [String: String]

    /// Creates settings; the defaults are Tesseract's own (PSM 3, OEM 3, PDFs drawn at 200 dpi, no preparation).
    public init(
        pageSegmentation: PageSegmentationMode = .automatic, engine: OCREngineMode = .modelDefault,
        models: [String] = ["eng"], textModels: [String]? = nil, rasterDPI: Int = 200,
        textLayer: TextLayerPolicy = .preferWhenSound,
        preparation: PagePreparation = PagePreparation(), declaredResolution: Int? = nil, dictionaries: Bool = true,
        invertDoubtfulLines: Bool = true, symbolAlternatives: Bool = false, lines: LineFinding? = nil,
        secondLook: SecondLookPolicy? = nil, secondReading: PageSegmentationMode? = nil,
        characterAllowList: String? = nil,
        variables: [String: String] = [:]
    ) {
        self.pageSegmentation = pageSegmentation
        self.engine = engine
        self.models = models
        self.textModels = textModels
        self.rasterDPI = rasterDPI
        self.textLayer = textLayer
        self.preparation = preparation
        self.declaredResolution = declaredResolution
        self.dictionaries = dictionaries
        self.invertDoubtfulLines = invertDoubtfulLines
        self.symbolAlternatives = symbolAlternatives
        self.lines = lines
        self.secondLook = secondLook
        self.secondReading = secondReading
        self.characterAllowList = characterAllowList
        self.variables = variables
    }

    /// All models that are needed, without repetition.
    public var allModels: [String] {
        models + (textModels ?? []).filter { !models.contains($0) }
    }

    /// Tesseract's own defaults, with every page recognised from its picture: the reference in every comparison.
    public static let tesseractDefaults = RecognitionSettings(textLayer: .ignore)
}

/// Whether a PDF page that carries its own text is recognised at all.
public enum TextLayerPolicy: String, Codable, Sendable, Hashable, CaseIterable {
    /// Read the text layer where it is sound, recognise the picture elsewhere.
    case preferWhenSound
    /// Always recognise the picture.
    case ignore
}

/// How lines of text are found where Tesseract's layout analysis is not asked.
public enum LineFinding: String, Codable, Sendable, Hashable, CaseIterable {
    /// By the ink: letters with no more than a word space between them are a piece of a line, and each is recognised as a
    /// single line (`PSM_SINGLE_LINE`), whatever the page segmentation. A table keeps its rows and cells so.
    case ink
}

/// What is read a second time.
public enum SecondLookPolicy: String, Codable, Sendable, Hashable, CaseIterable {
    /// Pieces of lines that the first reading left out, joined with others or is unsure of; then figures that the laws of the
    /// card doubt.
    case doubtful
}

/// Steps between the decoded picture and Tesseract, in the order in which they are done.
public struct PagePreparation: Codable, Sendable, Hashable {
    /// Turn pages and bands that are light on dark into dark on light (`pixInvert`, `pixRasterop`).
    public var invertDarkPages: Bool
    /// Even out light and paper (`pixBackgroundNorm`).
    public var normalizeBackground: Bool
    /// Find and undo a skew of up to 7 degrees (`pixFindSkewSweepAndSearch`).
    public var deskew: Bool
    /// Paint over long horizontal and vertical lines (`pixOpenBrick`, `pixPaintThroughMask`).
    public var removeRules: Bool
    /// Enlarge small text so that its capitals are about this many pixels high, 12 to 64; nil keeps the size.
    public var targetTextHeight: Int?
    /// How the picture becomes black and white.
    public var thresholding: Thresholding

    /// Creates a preparation; the default does nothing and leaves the threshold to Tesseract's own Otsu.
    public init(
        invertDarkPages: Bool = false, normalizeBackground: Bool = false, deskew: Bool = false,
        removeRules: Bool = false, targetTextHeight: Int? = nil, thresholding: Thresholding = .otsu
    ) {
        self.invertDarkPages = invertDarkPages
        self.normalizeBackground = normalizeBackground
        self.deskew = deskew
        self.removeRules = removeRules
        self.targetTextHeight = targetTextHeight
        self.thresholding = thresholding
    }
}

/// Tesseract's `thresholding_method`.
public enum Thresholding: Int, Codable, Sendable, Hashable, CaseIterable {
    case otsu = 0
    case adaptiveOtsu = 1
    case sauvola = 2
}
