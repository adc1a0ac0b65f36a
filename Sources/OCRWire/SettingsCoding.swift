internal import Recognition

extension PagePreparation: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        writer.bool(invertDarkPages)
        writer.bool(normalizeBackground)
        writer.bool(deskew)
        writer.bool(removeRules)
        try writer.optional(targetTextHeight)
        try writer.choice(thresholding)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            invertDarkPages: try reader.bool(), normalizeBackground: try reader.bool(), deskew: try reader.bool(),
            removeRules: try reader.bool(), targetTextHeight: try reader.optional(), thresholding: try reader.choice())
    }
}

extension RecognitionSettings: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.choice(pageSegmentation)
        try writer.choice(engine)
        try writer.list(models)
        try writer.list(textModels ?? [])
        try writer.integer(rasterDPI)
        try writer.choice(textLayer)
        try writer.value(preparation)
        try writer.optional(declaredResolution)
        writer.bool(dictionaries)
        writer.bool(invertDoubtfulLines)
        writer.bool(symbolAlternatives)
        writer.bool(lines != nil)
        writer.bool(secondLook != nil)
        try writer.optional(secondReading?.rawValue)
        try writer.optional(characterAllowList)
        try writer.list(variables.sorted { $0.key < $1.key }.map(TesseractVariable.init))
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            pageSegmentation: try reader.choice(), engine: try reader.choice(), models: try reader.list(),
            textModels: try Self.textModels(from: &reader), rasterDPI: try reader.integer(),
            textLayer: try reader.choice(), preparation: try reader.value(),
            declaredResolution: try reader.optional(), dictionaries: try reader.bool(),
            invertDoubtfulLines: try reader.bool(), symbolAlternatives: try reader.bool(),
            lines: try reader.bool() ? .ink : nil, secondLook: try reader.bool() ? .doubtful : nil,
            secondReading: try Self.pageSegmentation(from: &reader), characterAllowList: try reader.optional(),
            variables: try Self.variables(from: &reader))
    }

    private static func textModels(from reader: inout WireReader) throws(WireError) -> [String]? {
        let models = try reader.list(String.self)
        return models.isEmpty ? nil : models
    }

    private static func pageSegmentation(from reader: inout WireReader) throws(WireError) -> PageSegmentationMode? {
        guard let raw = try reader.optional(Int.self) else { return nil }
        guard let mode = PageSegmentationMode(rawValue: raw) else {
            throw .unknownCase(of: "PageSegmentationMode", value: raw)
        }
        return mode
    }

    private static func variables(from reader: inout WireReader) throws(WireError) -> [String: String] {
        let pairs = try reader.list(TesseractVariable.self)
        for (earlier, later) in zip(pairs, pairs.dropFirst()) where earlier.name >= later.name {
            throw .notCanonical("list of variables")
        }
        return Dictionary(pairs.map { ($0.name, $0.value) }) { first, _ in first }
    }
}

private struct TesseractVariable: WireValue {
    let name: String
    let value: String

    init(_ pair: (key: String, value: String)) {
        (name, value) = pair
    }

    func write(to writer: inout WireWriter) throws(WireError) {
        try writer.text(name)
        try writer.text(value)
    }

    init(from reader: inout WireReader) throws(WireError) {
        name = try reader.text()
        value = try reader.text()
    }
}

extension RecognitionProfile: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.list(kinds.map(\.rawValue))
        try writer.value(settings)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        var kinds: [InputKind] = []
        for raw in try reader.list(String.self) {
            guard let kind = InputKind(rawValue: raw) else {
                throw .unknownCase(of: "InputKind", value: raw.utf8.count)
            }
            kinds.append(kind)
        }
        self.init(kinds: kinds, settings: try reader.value())
    }
}

extension ReadPlan: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        switch self {
        case .all(let settings):
            writer.byte(0)
            try writer.list(settings)
        case .byKind(let profiles):
            writer.byte(1)
            try writer.list(profiles)
        }
    }

    package init(from reader: inout WireReader) throws(WireError) {
        switch try reader.byte() {
        case 0: self = .all(try reader.list())
        case 1: self = .byKind(try reader.list())
        case let other: throw .unknownCase(of: "ReadPlan", value: Int(other))
        }
    }
}

extension RecognitionLimits: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        for value in [fileBytes, pixels, longestSide, shortestSide, pages, pageSidePoints, textBytes, words] {
            try writer.integer(value, in: WireBounds.sizes, "limit")
        }
    }

    package init(from reader: inout WireReader) throws(WireError) {
        func limit() throws(WireError) -> Int { try reader.integer(in: WireBounds.sizes, "limit") }
        self.init(
            fileBytes: try limit(), pixels: try limit(), longestSide: try limit(), shortestSide: try limit(),
            pages: try limit(), pageSidePoints: try limit(), textBytes: try limit(), words: try limit())
    }
}
