/// The third part of a body: what to do when the task is done.
///
/// Signatures stay JSON until they are used, so that a retry passes them on as they came.
public struct Embed: Sendable, Hashable {
    /// Called with the result.
    public var callbacks: [JSON]
    /// Called when the task fails.
    public var errbacks: [JSON]
    /// What follows; the next one is the last.
    public var chain: [JSON]
    /// Called with the results of the whole group.
    public var chord: JSON?

    /// Creates an embed.
    public init(callbacks: [JSON] = [], errbacks: [JSON] = [], chain: [JSON] = [], chord: JSON? = nil) {
        self.callbacks = callbacks
        self.errbacks = errbacks
        self.chain = chain
        self.chord = chord
    }

    init(_ json: JSON) {
        self.init(
            callbacks: Self.list(json["callbacks"]), errbacks: Self.list(json["errbacks"]),
            chain: Self.list(json["chain"]), chord: json["chord"].flatMap { $0.isNull ? nil : $0 })
    }

    /// Protocol 1 has no chains.
    init(protocolOne json: JSON) {
        self.init(json)
        chain = []
    }

    /// As Celery writes it: null for what is empty.
    var json: JSON {
        [
            "callbacks": Self.json(callbacks), "errbacks": Self.json(errbacks), "chain": Self.json(chain),
            "chord": chord ?? .null,
        ]
    }

    private static func list(_ json: JSON?) -> [JSON] {
        switch json {
        case nil, .null: []
        case .array(let values): values
        case .some(let single): [single]
        }
    }

    private static func json(_ list: [JSON]) -> JSON {
        list.isEmpty ? .null : .array(list)
    }
}
