internal import Recognition

extension PageBox: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        for side in [x, y, width, height] { try writer.decimal(side, in: WireBounds.coordinates, "coordinate") }
    }

    package init(from reader: inout WireReader) throws(WireError) {
        func side() throws(WireError) -> Double { try reader.decimal(in: WireBounds.coordinates, "coordinate") }
        self.init(x: try side(), y: try side(), width: try side(), height: try side())
    }
}

extension WireWriter {
    package mutating func confidence(_ value: Double) throws(WireError) {
        try decimal(value, in: WireBounds.fractions, "confidence")
    }
}

extension WireReader {
    package mutating func confidence() throws(WireError) -> Double {
        try decimal(in: WireBounds.fractions, "confidence")
    }
}

extension SymbolAlternative: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.text(text)
        try writer.confidence(confidence)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(text: try reader.text(), confidence: try reader.confidence())
    }
}

extension RecognizedSymbol: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.text(text)
        try writer.confidence(confidence)
        try writer.list(alternatives)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(text: try reader.text(), confidence: try reader.confidence(), alternatives: try reader.list())
    }
}

extension Rereading: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.text(text)
        try writer.confidence(confidence)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(text: try reader.text(), confidence: try reader.confidence())
    }
}

extension RecognizedWord: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.text(text)
        try writer.value(box)
        try writer.optional(level)
        try writer.confidence(confidence)
        try writer.list(symbols)
        try writer.list(rereadings)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            text: try reader.text(), box: try reader.value(), level: try reader.optional(),
            confidence: try reader.confidence(), symbols: try reader.list(),
            rereadings: try reader.list())
    }
}

extension RecognizedLine: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) { try writer.nonEmptyList(words) }
    package init(from reader: inout WireReader) throws(WireError) { self.init(words: try reader.nonEmptyList()) }
}

extension RecognizedBlock: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) { try writer.nonEmptyList(lines) }
    package init(from reader: inout WireReader) throws(WireError) { self.init(lines: try reader.nonEmptyList()) }
}

extension RecognizedPage: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.integer(index, in: WireBounds.pageIndexes, "page number")
        try writer.integer(width, in: WireBounds.pageSides, "page width")
        try writer.integer(height, in: WireBounds.pageSides, "page height")
        try writer.choice(source)
        try writer.list(blocks)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            index: try reader.integer(in: WireBounds.pageIndexes, "page number"),
            width: try reader.integer(in: WireBounds.pageSides, "page width"),
            height: try reader.integer(in: WireBounds.pageSides, "page height"),
            source: try reader.choice(), blocks: try reader.list())
    }
}
