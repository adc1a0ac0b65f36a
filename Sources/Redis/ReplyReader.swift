internal import CHiredis

/// hiredis' parser: bytes in, answers out.
struct ReplyReader: ~Copyable {
    private let reader: UnsafeMutablePointer<redisReader>

    init?() {
        guard let reader = redisReaderCreate() else { return nil }
        self.reader = reader
    }

    deinit { redisReaderFree(reader) }

    /// Takes what has come from the server.
    mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RedisError) {
        let result = redisReaderFeed(reader, bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count)
        guard result == REDIS_OK else { throw violation }
    }

    /// The next whole answer, nil when more bytes are needed.
    mutating func next() throws(RedisError) -> RedisReply? {
        var raw: UnsafeMutableRawPointer?
        guard redisReaderGetReply(reader, &raw) == REDIS_OK else { throw violation }
        guard let raw else { return nil }
        defer { freeReplyObject(raw) }
        return RedisReply(raw.assumingMemoryBound(to: redisReply.self).pointee)
    }

    private var violation: RedisError {
        .protocolViolation(printable(withUnsafeBytes(of: reader.pointee.errstr) { text($0) }))
    }
}

extension RedisReply {
    fileprivate init(_ raw: redisReply) {
        switch raw.type {
        case REDIS_REPLY_INTEGER: self = .integer(raw.integer)
        case REDIS_REPLY_STRING: self = .bytes(Array(UnsafeRawBufferPointer(start: raw.str, count: raw.len)))
        case REDIS_REPLY_STATUS: self = .status(raw.text)
        case REDIS_REPLY_ERROR: self = .error(RedisError.Reply(raw.text))
        case REDIS_REPLY_ARRAY: self = .array(raw.list)
        default: self = .null
        }
    }
}

extension redisReply {
    fileprivate var text: String {
        String(decoding: UnsafeRawBufferPointer(start: str, count: len), as: UTF8.self)
    }

    fileprivate var list: [RedisReply] {
        UnsafeBufferPointer(start: element, count: elements).map { item in
            item.map { RedisReply($0.pointee) } ?? .null
        }
    }
}

/// The text before the first NUL.
private func text(_ buffer: UnsafeRawBufferPointer) -> String {
    String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
}
