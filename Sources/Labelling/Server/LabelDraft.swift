internal import Corpus
internal import OCRWire
internal import Recognition
internal import Scorecard

/// What the page starts from: the truth that the reading proposes, and how each of its cells was read.
struct LabelDraft {
    let name: String
    let drafted: DraftedCard

    var json: OrderedJSON {
        let reading = drafted.document.reading
        return .object([
            .init("name", .text(name)),
            .init("kind", .text(drafted.document.kind.rawValue)),
            .init("pages", .array(drafted.pictures.map { .integer($0.page) })),
            .init("truth", ScorecardJSON.object(TruthDraft.truth(of: reading))),
            .init("fields", .object(reading.fields.map { .init($0.path, field($0)) })),
            .init("warnings", .array(reading.warnings.map(OrderedJSON.text))),
            .init("text", .text(drafted.document.text)),
            .init("howOut", .array(HowOut.allCases.map { .text($0.rawValue) })),
        ])
    }

    private func field(_ field: FieldReading) -> OrderedJSON {
        let box = field.box.map { OrderedJSON.array([$0.x, $0.y, $0.width, $0.height].map(OrderedJSON.decimal)) }
        return .object([
            .init("raw", .text(field.raw)), .init("source", .text(field.source.rawValue)),
            .init("confidence", .decimal(field.confidence)), .init("page", .integer(field.page)),
            .init("box", box ?? .null),
        ])
    }
}
