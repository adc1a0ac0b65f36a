extension RecognitionSettings: CustomStringConvertible {
    /// A short name for tables: what differs from Tesseract's defaults, `psm 6 oem 1 eng 200dpi +background+deskew`.
    public var description: String {
        var parts = ["psm \(pageSegmentation.rawValue)", "oem \(engine.rawValue)", models.joined(separator: "+")]
        if let textModels { parts.append("text:" + textModels.joined(separator: "+")) }
        parts.append("\(rasterDPI)dpi")
        let preparation = preparation.description
        if !preparation.isEmpty { parts.append(preparation) }
        if textLayer == .ignore { parts.append("no-text-layer") }
        if let declaredResolution { parts.append("declared \(declaredResolution)") }
        if !dictionaries { parts.append("no-dictionaries") }
        if !invertDoubtfulLines { parts.append("no-line-inversion") }
        if symbolAlternatives { parts.append("alternatives") }
        if let lines { parts.append("\(lines)-lines") }
        if secondLook != nil { parts.append("second-look") }
        if let secondReading { parts.append("second psm \(secondReading.rawValue)") }
        if let characterAllowList { parts.append("only '\(characterAllowList)'") }
        parts += variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return parts.joined(separator: " ")
    }
}

extension PagePreparation: CustomStringConvertible {
    /// The steps that are on, `+background+deskew+rules`; empty when none is.
    public var description: String {
        var steps: [String] = []
        if invertDarkPages { steps.append("+invert") }
        if normalizeBackground { steps.append("+background") }
        if deskew { steps.append("+deskew") }
        if removeRules { steps.append("+rules") }
        if let targetTextHeight { steps.append("+height\(targetTextHeight)") }
        if thresholding != .otsu { steps.append("+\(thresholding)") }
        return steps.joined()
    }
}
