/// What the server does in one step (CELERY.md 2.5). A kill at any instant leaves a message in its queue or in `unacked`,
/// which are laid out as Celery lays them out, so that Python workers see and give back our claims and we theirs.
public enum LuaScript: String, CaseIterable, Sendable {
    case claim
    case finish
    case renew
    case restore
    case retire
    case quarantine
    case unlock
    case chordMember
    case store

    /// The script's text.
    public var source: String {
        switch self {
        case .claim: Self.claimSource
        case .finish: Self.finishSource
        case .renew: Self.renewSource
        case .restore: Self.restoreSource
        case .retire: Self.retireSource
        case .quarantine: Self.quarantineSource
        case .unlock: Self.unlockSource
        case .chordMember: Self.chordMemberSource
        case .store: Self.storeSource
        }
    }
}

/// A script with its keys and arguments.
public struct ScriptCall: Sendable, Hashable {
    /// Which script.
    public var script: LuaScript
    /// The keys it touches.
    public var keys: [String]
    /// Everything else, binary safe.
    public var arguments: [[UInt8]]

    init(_ script: LuaScript, keys: [String], _ arguments: [[UInt8]]) {
        self.script = script
        self.keys = keys
        self.arguments = arguments
    }

    init(_ script: LuaScript, keys: [String], _ arguments: [String]) {
        self.init(script, keys: keys, arguments.map { Array($0.utf8) })
    }
}

/// The worker that holds claims: its name and the keys that belong to it.
public struct ClaimOwner: Sendable, Hashable {
    /// Node name, process id and a random part: unique even when containers share a node name.
    public let name: String
    let keys: BrokerKeys

    /// Creates an owner.
    public init(_ name: String, keys: BrokerKeys) {
        self.name = name
        self.keys = keys
    }

    var claims: String { keys.claims(name) }
    var lease: String { keys.lease(name) }
}
