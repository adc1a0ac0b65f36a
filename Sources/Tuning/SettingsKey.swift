public import Recognition

/// Names by which a setting is written on a command line (`psm=6,oem=3`) and in a search space.
public enum SettingsKey: String, Sendable, CaseIterable {
    case psm
    case oem
    case models
    case textModels = "text-models"
    case dpi
    case textLayer = "text-layer"
    case prepare
    case invert
    case background
    case deskew
    case rules
    case height
    case threshold
    case resolution
    case dictionaries
    case lineInversion = "line-inversion"
    case alternatives
    case lines
    case secondLook = "second-look"
    case secondReading = "second-reading"
    case allow

    /// A Tesseract variable of any other name is written `variable.NAME=VALUE`.
    static let variablePrefix = "variable."
}

extension RecognitionSettings {
    /// Reads `psm=6,oem=3,prepare=background+deskew`; what is not named is as in `base`.
    public init(
        parsing list: String, base: RecognitionSettings = .tesseractDefaults
    ) throws(TuningError) {
        self = base
        for part in list.split(separator: ",") {
            guard let sign = part.firstIndex(of: "=") else {
                throw .invalidSetting(key: part.trimmingSpaces, value: "", allowed: "KEY=VALUE")
            }
            try set(part[..<sign].trimmingSpaces, to: part[part.index(after: sign)...].trimmingSpaces)
        }
    }

    /// Sets one value by its name.
    public mutating func set(_ name: String, to value: String) throws(TuningError) {
        if name.hasPrefix(SettingsKey.variablePrefix) {
            variables[String(name.dropFirst(SettingsKey.variablePrefix.count))] = value
            return
        }
        guard let key = SettingsKey(rawValue: name) else { throw .unknownSetting(name) }
        try set(key, to: SettingText(key: key, text: value))
    }

    private mutating func set(_ key: SettingsKey, to value: SettingText) throws(TuningError) {
        switch key {
        case .psm: pageSegmentation = try value.choice(PageSegmentationMode.init, allowed: "0 to 13")
        case .oem: engine = try value.choice(OCREngineMode.init, allowed: "0 to 3")
        case .models: models = try value.modelNames()
        case .textModels: textModels = try value.isNone ? nil : value.modelNames()
        case .dpi: rasterDPI = try value.integer(in: 50...600)
        case .textLayer: textLayer = try value.textLayerPolicy()
        case .resolution: declaredResolution = try value.isNone ? nil : value.integer(in: 50...2400)
        case .dictionaries: dictionaries = try value.flag()
        case .lineInversion: invertDoubtfulLines = try value.flag()
        case .alternatives: symbolAlternatives = try value.flag()
        case .lines: lines = try value.lineFinding()
        case .secondLook: secondLook = try value.flag() ? .doubtful : nil
        case .secondReading:
            secondReading = try value.isNone ? nil : value.choice(PageSegmentationMode.init, allowed: "none or 0 to 13")
        case .allow: characterAllowList = value.text.isEmpty ? nil : value.text
        default: try preparation.set(key, to: value)
        }
    }
}

extension PagePreparation {
    fileprivate mutating func set(_ key: SettingsKey, to value: SettingText) throws(TuningError) {
        switch key {
        case .prepare: self = try value.preparation()
        case .invert: invertDarkPages = try value.flag()
        case .background: normalizeBackground = try value.flag()
        case .deskew: deskew = try value.flag()
        case .rules: removeRules = try value.flag()
        case .height: targetTextHeight = try value.isNone ? nil : value.integer(in: 12...64)
        case .threshold: thresholding = try value.thresholding()
        default: throw .unknownSetting(key.rawValue)
        }
    }
}

/// A value as text, with the name that it is for: knows how to complain.
private struct SettingText {
    let key: SettingsKey
    let text: String

    func invalid(_ allowed: String) -> TuningError {
        .invalidSetting(key: key.rawValue, value: text, allowed: allowed)
    }

    func integer(in range: ClosedRange<Int>) throws(TuningError) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw invalid("\(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func choice<Choice>(_ make: (Int) -> Choice?, allowed: String) throws(TuningError) -> Choice {
        guard let choice = Int(text).flatMap(make) else { throw invalid(allowed) }
        return choice
    }

    func flag() throws(TuningError) -> Bool {
        switch text {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0": return false
        default: throw invalid("true or false")
        }
    }

    var isNone: Bool { text.isEmpty || text == "none" }

    func modelNames() throws(TuningError) -> [String] {
        let names = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        let isPlain = names.allSatisfy { name in
            !name.isEmpty && name.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || $0 == 0x5F }
        }
        guard isPlain else { throw invalid("model names joined by +, eng+fra") }
        return names
    }

    func textLayerPolicy() throws(TuningError) -> TextLayerPolicy {
        switch text {
        case "prefer", TextLayerPolicy.preferWhenSound.rawValue: return .preferWhenSound
        case TextLayerPolicy.ignore.rawValue: return .ignore
        default: throw invalid("prefer or ignore")
        }
    }

    func lineFinding() throws(TuningError) -> LineFinding? {
        switch text {
        case "layout": return nil
        case LineFinding.ink.rawValue: return .ink
        default: throw invalid("layout or ink")
        }
    }

    func thresholding() throws(TuningError) -> Thresholding {
        switch text {
        case "otsu": return .otsu
        case "adaptive": return .adaptiveOtsu
        case "sauvola": return .sauvola
        default: return try choice(Thresholding.init, allowed: "otsu, adaptive or sauvola")
        }
    }

    /// `background+deskew+rules+invert+height28+sauvola`, in any order; `none` for no step.
    func preparation() throws(TuningError) -> PagePreparation {
        var preparation = PagePreparation()
        if isNone { return preparation }
        for step in text.split(separator: "+") {
            switch step {
            case "invert": preparation.invertDarkPages = true
            case "background": preparation.normalizeBackground = true
            case "deskew": preparation.deskew = true
            case "rules": preparation.removeRules = true
            case "adaptive": preparation.thresholding = .adaptiveOtsu
            case "sauvola": preparation.thresholding = .sauvola
            case let height where height.hasPrefix("height"):
                let pixels = SettingText(key: .height, text: String(height.dropFirst("height".count)))
                preparation.targetTextHeight = try pixels.integer(in: 12...64)
            default: throw invalid("none, or invert, background, deskew, rules, heightN, adaptive, sauvola joined by +")
            }
        }
        return preparation
    }
}
