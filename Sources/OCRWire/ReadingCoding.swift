internal import Recognition
internal import Scorecard

extension LeafValue: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        switch self {
        case .null: writer.byte(0)
        case .bool(let value):
            writer.byte(1)
            writer.bool(value)
        case .integer(let value):
            writer.byte(2)
            try writer.integer(value)
        case .decimal(let value):
            writer.byte(3)
            try writer.decimal(value)
        case .text(let value):
            writer.byte(4)
            try writer.text(value)
        }
    }

    package init(from reader: inout WireReader) throws(WireError) {
        switch try reader.byte() {
        case 0: self = .null
        case 1: self = .bool(try reader.bool())
        case 2: self = .integer(try reader.integer())
        case 3: self = .decimal(try reader.decimal())
        case 4: self = .text(try reader.text())
        case let other: throw .unknownCase(of: "LeafValue", value: Int(other))
        }
    }
}

extension FieldReading: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.text(path)
        try writer.text(raw)
        try writer.value(value)
        try writer.choice(source)
        try writer.confidence(confidence)
        try writer.integer(page, in: WireBounds.pageIndexes, "page number")
        try writer.optional(box)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            path: try reader.text(), raw: try reader.text(), value: try reader.value(), source: try reader.choice(),
            confidence: try reader.confidence(), page: try reader.integer(in: WireBounds.pageIndexes, "page number"),
            box: try reader.optional())
    }
}

extension LawCheck: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.text(law)
        try writer.optional(innings)
        writer.bool(holds)
        writer.bool(soft)
        try writer.value(expected)
        try writer.value(found)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            law: try reader.text(), innings: try reader.optional(), holds: try reader.bool(), soft: try reader.bool(),
            expected: try reader.value(), found: try reader.value())
    }
}

extension Delivery: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.integer(over)
        try writer.integer(ball)
        try writer.text(batsman)
        try writer.text(bowler)
        try writer.integer(runs)
        writer.bool(isWicket)
        try writer.optional(extraType)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            over: try reader.integer(), ball: try reader.integer(), batsman: try reader.text(),
            bowler: try reader.text(), runs: try reader.integer(), isWicket: try reader.bool(),
            extraType: try reader.optional())
    }
}

extension ScorecardReading: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.value(card)
        try writer.list(checks)
        try writer.list(fields)
        try writer.list(deliveries)
        try writer.list(warnings)
        try writer.confidence(confidence)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            card: try reader.value(), checks: try reader.list(), fields: try reader.list(),
            deliveries: try reader.list(), warnings: try reader.list(), confidence: try reader.confidence())
    }
}

extension ReadCost.Stage: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.decimal(cpu)
        try writer.decimal(wall)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(cpu: try reader.decimal(), wall: try reader.decimal())
    }
}

extension ReadDocument: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.choice(kind)
        try writer.choice(format)
        try writer.list(pages)
        try writer.value(reading)
        for stage in [cost.decode, cost.prepare, cost.recognize, cost.read] { try writer.value(stage) }
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            kind: try reader.choice(), format: try reader.choice(), pages: try reader.list(),
            reading: try reader.value(),
            cost: ReadCost(
                decode: try reader.value(), prepare: try reader.value(), recognize: try reader.value(),
                read: try reader.value()))
    }
}

extension RecognitionFailure: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        switch self {
        case .emptyFile: writer.byte(0)
        case .unsupportedFormat(let format): try writer.tagged(1, format)
        case .encryptedPDF: writer.byte(2)
        case .corruptFile(let reason): try writer.tagged(3, reason)
        case .limitExceeded(let limit, let found, let allowed):
            try writer.tagged(4, limit)
            writer.fixed(Int64(found))
            writer.fixed(Int64(allowed))
        case .infeasibleSettings(let reason): try writer.tagged(5, reason)
        case .deadlineExceeded: writer.byte(6)
        case .outOfMemory: writer.byte(7)
        case .engineFailure(let reason): try writer.tagged(8, reason)
        }
    }

    package init(from reader: inout WireReader) throws(WireError) {
        switch try reader.byte() {
        case 0: self = .emptyFile
        case 1: self = .unsupportedFormat(try reader.text())
        case 2: self = .encryptedPDF
        case 3: self = .corruptFile(try reader.text())
        case 4:
            self = .limitExceeded(
                limit: try reader.text(), found: Int(try reader.fixed(as: Int64.self)),
                allowed: Int(try reader.fixed(as: Int64.self)))
        case 5: self = .infeasibleSettings(try reader.text())
        case 6: self = .deadlineExceeded
        case 7: self = .outOfMemory
        case 8: self = .engineFailure(try reader.text())
        case let other: throw .unknownCase(of: "RecognitionFailure", value: Int(other))
        }
    }
}

extension WireWriter {
    fileprivate mutating func tagged(_ tag: UInt8, _ value: String) throws(WireError) {
        byte(tag)
        try text(value)
    }
}
