/// A task as it came off a queue, whichever protocol it was sent with.
public struct TaskMessage: Sendable, Hashable {
    /// The id that results are stored under.
    public var id: String
    /// The registered name.
    public var type: String
    /// The name to show: the sender's `shadow` if it gave one.
    public var name: String
    /// The first task of the tree.
    public var rootID: String?
    /// The task that sent this one.
    public var parentID: String?
    /// Positional arguments.
    public var args: [JSON]
    /// Keyword arguments.
    public var kwargs: [JSON.Member]
    /// What to do when it is done.
    public var embed: Embed
    /// Not before this.
    public var eta: PythonDateTime?
    /// Not after this.
    public var expires: PythonDateTime?
    /// How often it was tried before.
    public var retries: Int
    /// Limits the sender asked for.
    public var timeLimits: TimeLimits
    /// The group it belongs to.
    public var group: String?
    /// Its place in the group.
    public var groupIndex: Int?
    /// The sender wants no result stored.
    public var ignoresResult: Bool
    /// Arguments as the sender printed them.
    public var argsRepr: String
    /// Keyword arguments as the sender printed them.
    public var kwargsRepr: String
    /// The sending process.
    public var origin: String?
    /// Where an RPC client waits.
    public var replyTo: String?
    /// Names of the stamps.
    public var stampedHeaders: [String]
    /// Values of the stamps.
    public var stamps: [JSON.Member]
    /// The message it was read from.
    public var envelope: Envelope
    /// Protocol 1 and mixed forms have to be written anew when they are sent again.
    var isProtocolTwo: Bool
}

// MARK: Reading

extension TaskMessage {
    /// Reads a task from a message of protocol 2, 1 or the mixed form.
    public init(_ envelope: Envelope, limits: MessageLimits = MessageLimits()) throws(MessageError) {
        let body = try envelope.readBody(limits: limits)
        let hasTaskHeader = envelope.headers["task"]?.asText != nil
        let isProtocolTwo = body.asArray != nil
        if !isProtocolTwo, body["task"]?.asText == nil, !hasTaskHeader { throw .notATask }
        if isProtocolTwo, !hasTaskHeader { throw .notATask }
        let fields = isProtocolTwo || hasTaskHeader ? Fields(envelope.headers) : Fields(body)
        let parts = isProtocolTwo ? try Parts(array: body) : try Parts(object: body)
        try self.init(envelope, fields, parts, isProtocolTwo: isProtocolTwo)
    }

    private init(
        _ envelope: Envelope, _ fields: Fields, _ parts: Parts, isProtocolTwo: Bool
    ) throws(MessageError) {
        guard let type = fields.text("task") else { throw .notATask }
        guard let id = fields.text("id") else { throw .noTaskID }
        self.id = id
        self.type = type
        name = fields.text("shadow").flatMap { $0.isEmpty ? nil : $0 } ?? type
        rootID = fields.text("root_id")
        parentID = fields.text("parent_id")
        args = parts.args
        kwargs = parts.kwargs
        embed = parts.embed
        eta = try fields.date("eta")
        expires = try fields.date("expires")
        retries = max(0, fields["retries"]?.asInteger ?? 0)
        timeLimits = TimeLimits(header: fields["timelimit"])
        group = fields.text("group") ?? fields.text("taskset")
        groupIndex = fields["group_index"]?.asInteger
        ignoresResult = fields["ignore_result"]?.isTruthy ?? false
        argsRepr = fields.text("argsrepr") ?? JSON.safeTupleRepr(parts.args)
        kwargsRepr = fields.text("kwargsrepr") ?? JSON.object(parts.kwargs).safeRepr()
        origin = fields.text("origin")
        replyTo = envelope.properties["reply_to"]?.asText
        stampedHeaders = fields["stamped_headers"]?.asArray?.compactMap(\.asText) ?? []
        stamps = fields["stamps"]?.asObject ?? []
        self.envelope = envelope
        self.isProtocolTwo = isProtocolTwo
    }
}

/// Where the fields about a task stand: the headers, or the body in protocol 1.
private struct Fields {
    let object: JSON

    init(_ object: JSON) { self.object = object }

    subscript(key: String) -> JSON? { object[key] }

    func text(_ key: String) -> String? { object[key]?.asText }

    func date(_ key: String) throws(MessageError) -> PythonDateTime? {
        switch object[key] {
        case nil, .null: return nil
        case .text(let text):
            if let date = PythonDateTime(iso: text) { return date }
            throw .invalidDate(field: key, value: text)
        case .some(let other):
            // kombu unwraps a wrapped datetime before the worker sees it.
            if case .dateTime(let date) = other.kombuValue { return date }
            throw .invalidDate(field: key, value: other.encoded)
        }
    }
}

/// What the body holds.
private struct Parts {
    let args: [JSON]
    let kwargs: [JSON.Member]
    let embed: Embed

    /// Protocol 2: `[args, kwargs, embed]`.
    init(array body: JSON) throws(MessageError) {
        let elements = body.asArray ?? []
        guard elements.count == 3 else { throw .bodyMalformed("it has \(elements.count) elements") }
        try self.init(args: elements[0], kwargs: elements[1], embed: Embed(elements[2]))
    }

    /// Protocol 1: one object.
    init(object body: JSON) throws(MessageError) {
        guard body.asObject != nil else { throw .bodyMalformed("it is neither an array nor an object") }
        try self.init(args: body["args"] ?? [], kwargs: body["kwargs"] ?? .object([]), embed: Embed(protocolOne: body))
    }

    private init(args: JSON, kwargs: JSON, embed: Embed) throws(MessageError) {
        guard let args = args.asArray else { throw .bodyMalformed("args is not a list") }
        guard let kwargs = kwargs.asObject else { throw .bodyMalformed("kwargs is not a mapping") }
        self.args = args
        self.kwargs = kwargs
        self.embed = embed
    }
}
