public import Foundation
internal import Recognition

extension SearchSpace {
    /// The file of a search space as JSON Schema, draft 2020-12, for editors and checks (`sweep --space-schema`). What it allows is
    /// what `init(json:name:)` reads.
    public static func schema() throws(TuningError) -> Data {
        let values = Dictionary(uniqueKeysWithValues: SettingsKey.allCases.map { ($0.rawValue, $0.schema) })
        let variables = ["^variable\\..+$": SchemaNode(type: ["string", "number", "boolean"])]
        let setting = SchemaNode(
            type: ["object"], properties: values, patternProperties: variables, additionalProperties: false)
        var named = setting
        named.properties?["name"] = SchemaNode(description: "For tables.", type: ["string"])
        let axes = SchemaNode(
            description: "Every combination of these values, on top of base.", type: ["object"],
            properties: values.mapValues { SchemaNode(type: ["array"], items: [$0], minItems: 1) },
            patternProperties: variables.mapValues { SchemaNode(type: ["array"], items: [$0], minItems: 1) },
            additionalProperties: false)
        var base = setting
        base.description = "What all points have, unless they say otherwise."
        let file = SchemaNode(
            schema: "https://json-schema.org/draft/2020-12/schema",
            description: "The settings that a cricksy-bench sweep compares.", type: ["object"],
            properties: [
                "schemaVersion": SchemaNode(values: [.number(1)]), "base": base, "axes": axes,
                "settings": SchemaNode(
                    description: "Single points, each on top of base.", type: ["array"], items: [named]),
            ],
            additionalProperties: false, required: ["schemaVersion"])
        do { return try StudyJSON.file(file) } catch { throw .cannotWrite(path: "-", reason: "\(error)") }
    }
}

/// The part of JSON Schema that a space needs.
private struct SchemaNode: Encodable {
    enum Value: Encodable {
        case text(String)
        case number(Int)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let value): try container.encode(value)
            case .number(let value): try container.encode(value)
            }
        }
    }

    var schema: String?
    var description: String?
    var type: [String]?
    var values: [Value]?
    var minimum: Int?
    var maximum: Int?
    var pattern: String?
    /// One node or none; an array breaks the recursion of the type.
    var items: [SchemaNode] = []
    var minItems: Int?
    var properties: [String: SchemaNode]?
    var patternProperties: [String: SchemaNode]?
    var additionalProperties: Bool?
    var required: [String]?

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case values = "enum"
        case description, type, minimum, maximum, pattern, items, minItems, properties, patternProperties
        case additionalProperties, required
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(schema, forKey: .schema)
        try container.encodeIfPresent(description, forKey: .description)
        try container.encodeIfPresent(type, forKey: .type)
        try container.encodeIfPresent(values, forKey: .values)
        try container.encodeIfPresent(minimum, forKey: .minimum)
        try container.encodeIfPresent(maximum, forKey: .maximum)
        try container.encodeIfPresent(pattern, forKey: .pattern)
        try container.encodeIfPresent(items.first, forKey: .items)
        try container.encodeIfPresent(minItems, forKey: .minItems)
        try container.encodeIfPresent(properties, forKey: .properties)
        try container.encodeIfPresent(patternProperties, forKey: .patternProperties)
        try container.encodeIfPresent(additionalProperties, forKey: .additionalProperties)
        try container.encodeIfPresent(required, forKey: .required)
    }
}

extension SettingsKey {
    fileprivate var schema: SchemaNode {
        switch self {
        case .psm:
            choice(0...13, "Page segmentation; 0 and 2 read no text and are skipped, 1 and 12 need the model osd.")
        case .oem: choice(0...3, "Engine; 0 and 2 need a model with a legacy part and are skipped without one.")
        case .models:
            text(
                "Models joined by +, such as eng+fra, from the directory of --tessdata.", "^[A-Za-z_]+(\\+[A-Za-z_]+)*$"
            )
        case .textModels:
            text(
                "Models for what is too wide for a figure, where lines are found by their ink; none for the same.",
                "^[A-Za-z_]+(\\+[A-Za-z_]+)*$")
        case .dpi: choice(50...600, "Resolution at which a PDF page is drawn.")
        case .textLayer: words(["prefer", "preferWhenSound", "ignore"], "Whether a sound text layer is read instead.")
        case .prepare:
            text(
                "Steps joined by +, none for none; single steps beside it change it.",
                "^(none|(invert|background|deskew|rules|adaptive|sauvola|height[0-9]+)"
                    + "(\\+(invert|background|deskew|rules|adaptive|sauvola|height[0-9]+))*)$")
        case .invert: flag("Turn light on dark into dark on light.")
        case .background: flag("Even out light and paper.")
        case .deskew: flag("Undo a skew of up to 7 degrees.")
        case .rules: flag("Paint over ruling lines.")
        case .height: numberOrNone(12...64, "Enlarge small text to about this height of capitals, in pixels.")
        case .threshold: words(["otsu", "adaptive", "sauvola"], "How the picture becomes black and white.")
        case .resolution: numberOrNone(50...2400, "Resolution told to Tesseract instead of the raster's own.")
        case .dictionaries: flag("Tesseract's word lists.")
        case .lineInversion: flag("Retry a doubtful line with light and dark exchanged.")
        case .alternatives: flag("What else each symbol might be, at some cost.")
        case .lines: words(["layout", "ink"], "Whether lines are found by layout analysis or by the ink itself.")
        case .secondLook: flag("Read again what is doubtful: pieces of lines, and figures that break a law.")
        case .secondReading:
            numberOrNone(
                0...13, "Page segmentation of a second reading, by Tesseract's lines, of pages with a doubtful card.")
        case .allow: text("Characters that may occur.", nil)
        }
    }

    private func choice(_ range: ClosedRange<Int>, _ description: String) -> SchemaNode {
        SchemaNode(description: description, type: ["integer"], minimum: range.lowerBound, maximum: range.upperBound)
    }

    private func numberOrNone(_ range: ClosedRange<Int>, _ description: String) -> SchemaNode {
        SchemaNode(
            description: description + " null for none.", type: ["integer", "null"], minimum: range.lowerBound,
            maximum: range.upperBound)
    }

    private func flag(_ description: String) -> SchemaNode {
        SchemaNode(description: description, type: ["boolean"])
    }

    private func words(_ words: [String], _ description: String) -> SchemaNode {
        SchemaNode(description: description, values: words.map(SchemaNode.Value.text))
    }

    private func text(_ description: String, _ pattern: String?) -> SchemaNode {
        SchemaNode(description: description, type: ["string"], pattern: pattern)
    }
}
