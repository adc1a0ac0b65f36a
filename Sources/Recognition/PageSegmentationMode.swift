/// How Tesseract divides a page before it reads it (`tesseract::PageSegMode`, `tessedit_pageseg_mode`).
public enum PageSegmentationMode: Int, Codable, Sendable, Hashable, CaseIterable {
    case orientationOnly = 0
    case automaticWithOrientation = 1
    case automaticWithoutRecognition = 2
    case automatic = 3
    case singleColumn = 4
    case singleVerticalBlock = 5
    case singleBlock = 6
    case singleLine = 7
    case singleWord = 8
    case circledWord = 9
    case singleCharacter = 10
    case sparseText = 11
    case sparseTextWithOrientation = 12
    case rawLine = 13

    /// Modes 0 and 2 find orientation or layout and read no text, so no card can come from them.
    public var recognizesText: Bool { self != .orientationOnly && self != .automaticWithoutRecognition }

    /// Modes 0, 1 and 12 need the `osd` model beside the language's.
    public var needsOrientationModel: Bool {
        self == .orientationOnly || self == .automaticWithOrientation || self == .sparseTextWithOrientation
    }
}

/// Which of Tesseract's engines reads (`tesseract::OcrEngineMode`, `tessedit_ocr_engine_mode`).
public enum OCREngineMode: Int, Codable, Sendable, Hashable, CaseIterable {
    case legacyOnly = 0
    case lstmOnly = 1
    case legacyAndLSTM = 2
    case modelDefault = 3

    /// Modes 0 and 2 are infeasible with a model that has no legacy part, such as Debian's `eng`.
    public var needsLegacyModel: Bool { self == .legacyOnly || self == .legacyAndLSTM }
}
