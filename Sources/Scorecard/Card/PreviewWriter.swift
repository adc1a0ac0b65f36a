internal import Recognition

/// Writes `parsed_preview`, the JSON object that the review page reads (CONTRACT.md).
public enum PreviewWriter {
    /// How many characters of the text the preview carries.
    private static let textLimit = 10_000

    /// The preview of a document.
    public static func preview(of document: ReadDocument) -> OrderedJSON {
        .members([
            "deliveries": .array(document.reading.deliveries.map(delivery)),
            "metadata": metadata(document),
            "scorecard": scorecard(document.reading),
        ])
    }

    /// The preview as one line of JSON.
    public static func encode(_ document: ReadDocument) -> String { preview(of: document).encoded(.compact) }

    static func delivery(_ delivery: Delivery) -> OrderedJSON {
        .members([
            "over": .integer(delivery.over), "ball": .integer(delivery.ball), "batsman": .text(delivery.batsman),
            "bowler": .text(delivery.bowler), "runs": .integer(delivery.runs), "is_wicket": .bool(delivery.isWicket),
            "is_extra": .bool(delivery.extraType != nil), "extra_type": .optional(delivery.extraType),
        ])
    }

    private static func metadata(_ document: ReadDocument) -> OrderedJSON {
        let reading = document.reading
        // Python counts code points, and so does the backend that shows these figures.
        let text = Array(document.text.unicodeScalars.filter { $0 != "\0" })
        let teams = reading.card.teams
        return .members([
            "confidence": .decimal(rounded(reading.confidence)), "parser": .text("cricksy-ocr"),
            "warnings": .array(reading.warnings.map(OrderedJSON.text)),
            "team_names": teams.isEmpty ? .null : .array(teams.map(OrderedJSON.text)),
            "lines_processed": .integer(document.pages.reduce(0) { $0 + $1.lines.count }),
            "deliveries_found": .integer(reading.deliveries.count),
            "ocr_text": .text(prefix(of: text)), "ocr_text_full_length": .integer(text.count),
            "validation_errors": .array(
                reading.checks.filter { !$0.holds && !$0.soft }
                    .map { .text(LawSentence.describe($0, in: reading.card)) }),
        ])
    }

    private static func prefix(of scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars.prefix(textLimit))
        return String(view)
    }

    private static func scorecard(_ reading: ScorecardReading) -> OrderedJSON {
        guard case .object(var members) = ScorecardJSON.object(reading.card) else { return .null }
        members.append(.init("checks", .array(reading.checks.map(check))))
        members.append(.init("fields", .array(reading.fields.map(field))))
        return .object(members)
    }

    private static func check(_ check: LawCheck) -> OrderedJSON {
        .members([
            "law": .text(check.law), "innings": .optional(check.innings), "holds": .bool(check.holds),
            "soft": .bool(check.soft), "expected": OrderedJSON(check.expected), "found": OrderedJSON(check.found),
        ])
    }

    private static func field(_ field: FieldReading) -> OrderedJSON {
        let box = field.box.map { box in
            OrderedJSON.array([box.x, box.y, box.width, box.height].map { .decimal(rounded($0)) })
        }
        return .members([
            "path": .text(field.path), "raw": .text(field.raw), "value": OrderedJSON(field.value),
            "source": .text(field.source.rawValue), "confidence": .decimal(rounded(field.confidence)),
            "page": .integer(field.page), "box": box ?? .null,
        ])
    }

    /// Four decimals: a tenth of a pixel of the largest page, and no noise in the diff of two previews.
    private static func rounded(_ value: Double) -> Double {
        value.isFinite ? (value * 10_000).rounded() / 10_000 : 0
    }
}
