internal import Recognition
internal import Scorecard

extension Dialect: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        writer.fixed(version)
        writer.fixed(schema)
    }

    /// Throws `incompatible` for anything but what this build speaks.
    package init(from reader: inout WireReader) throws(WireError) {
        self.init()
        let (theirVersion, theirSchema): (UInt32, UInt64) = (try reader.fixed(), try reader.fixed())
        guard theirVersion == version, theirSchema == schema else {
            throw .incompatible(version: theirVersion, schema: theirSchema)
        }
    }
}

extension SandboxOrder: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.text(policy.rawValue)
        try writer.integer(addressSpaceBytes, in: WireBounds.sizes, "address space")
        try writer.integer(openFiles, in: WireBounds.sizes, "number of descriptors")
    }

    package init(from reader: inout WireReader) throws(WireError) {
        guard let policy = SandboxPolicy(rawValue: try reader.text()) else {
            throw .unknownCase(of: "SandboxPolicy", value: 0)
        }
        self.init(
            policy: policy, addressSpaceBytes: try reader.integer(in: WireBounds.sizes, "address space"),
            openFiles: try reader.integer(in: WireBounds.sizes, "number of descriptors"))
    }
}

extension Greeting: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.value(dialect)
        try writer.value(sandbox)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        _ = try Dialect(from: &reader)
        self.init(sandbox: try reader.value())
    }
}

extension ReaderModel: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.text(name)
        try writer.integer(bytes, in: WireBounds.sizes, "size of a model")
        try writer.optional(sha256)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            name: try reader.text(), bytes: try reader.integer(in: WireBounds.sizes, "size of a model"),
            sha256: try reader.optional())
    }
}

extension ReaderHello: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.value(Dialect())
        for text in [engines.tesseract, engines.leptonica, engines.poppler, modelDirectory] { try writer.text(text) }
        try writer.list(models)
        try writer.list(sandbox)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        _ = try Dialect(from: &reader)
        self.init(
            engines: EngineVersions(
                tesseract: try reader.text(), leptonica: try reader.text(), poppler: try reader.text()),
            modelDirectory: try reader.text(), models: try reader.list(), sandbox: try reader.list())
    }
}

extension ReadRequest: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        writer.fixed(id)
        try writer.value(plan)
        try writer.value(limits)
        try writer.optional(deadlineMilliseconds)
        try writer.integer(documentBytes, in: WireBounds.sizes, "size of the document")
        try writer.optional(pictures)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            id: try reader.fixed(), plan: try reader.value(), limits: try reader.value(),
            deadlineMilliseconds: try reader.optional(),
            documentBytes: try reader.integer(in: WireBounds.sizes, "size of the document"),
            pictures: try reader.optional())
    }
}

extension ReportedUsage: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.decimal(cpuSeconds)
        try writer.integer(peakResidentBytes, in: WireBounds.sizes, "peak of memory")
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            cpuSeconds: try reader.decimal(),
            peakResidentBytes: try reader.integer(in: WireBounds.sizes, "peak of memory"))
    }
}

extension ParentMessage {
    /// The message as a frame.
    public func encoded() throws(WireError) -> [UInt8] {
        var writer = WireWriter()
        switch self {
        case .greeting(let greeting):
            try writer.value(greeting)
            return try Frame.bytes(.greeting, writer)
        case .request(let request):
            try writer.value(request)
            return try Frame.bytes(.request, writer)
        }
    }

    init(_ frame: Frame) throws(WireError) {
        var reader = WireReader(frame.payload)
        switch frame.type {
        case .greeting: self = .greeting(try reader.value())
        case .request: self = .request(try reader.value())
        default: throw .unknownCase(of: "ParentMessage", value: Int(frame.type.rawValue))
        }
        try reader.finish()
    }
}

extension ReaderMessage {
    /// The message as a frame.
    public func encoded() throws(WireError) -> [UInt8] {
        var writer = WireWriter(reservingCapacity: 4096)
        switch self {
        case .hello(let hello): try writer.value(hello)
        case .startFailure(let sentence): try writer.text(sentence)
        case .accepted(let id): writer.fixed(id)
        case .picture(let id, let picture):
            writer.fixed(id)
            try writer.value(picture)
        case .result(let id, let index, let result):
            writer.fixed(id)
            try writer.integer(index)
            try writer.result(result)
        case .end(let id, let usage):
            writer.fixed(id)
            try writer.value(usage)
        }
        return try Frame.bytes(type, writer)
    }

    private var type: FrameType {
        switch self {
        case .hello: .hello
        case .startFailure: .startFailure
        case .accepted: .accepted
        case .picture: .picture
        case .result: .result
        case .end: .end
        }
    }

    init(_ frame: Frame) throws(WireError) {
        var reader = WireReader(frame.payload)
        switch frame.type {
        case .hello: self = .hello(try reader.value())
        case .startFailure: self = .startFailure(try reader.text())
        case .accepted: self = .accepted(id: try reader.fixed())
        case .picture: self = .picture(id: try reader.fixed(), try reader.value())
        case .result: self = .result(id: try reader.fixed(), index: try reader.integer(), try reader.result())
        case .end: self = .end(id: try reader.fixed(), try reader.value())
        default: throw .unknownCase(of: "ReaderMessage", value: Int(frame.type.rawValue))
        }
        try reader.finish()
    }
}

extension WireWriter {
    fileprivate mutating func result(_ result: ReadResult) throws(WireError) {
        switch result {
        case .success(let document):
            byte(0)
            try value(document)
        case .failure(let failure):
            byte(1)
            try value(failure)
        }
    }
}

extension WireReader {
    fileprivate mutating func result() throws(WireError) -> ReadResult {
        switch try byte() {
        case 0: .success(try value())
        case 1: .failure(try value())
        case let other: throw .unknownCase(of: "ReadResult", value: Int(other))
        }
    }
}
