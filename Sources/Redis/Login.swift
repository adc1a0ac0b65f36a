internal import Glibc

/// One attempt to connect: addresses, TLS, login, all within one time limit.
struct Login {
    let configuration: RedisConfiguration
    let waiter: Waiter
    private let deadline: Waiter.Instant

    init(_ configuration: RedisConfiguration, _ waiter: Waiter) {
        self.configuration = configuration
        self.waiter = waiter
        deadline = .now + configuration.connectTimeout
    }

    private var url: RedisURL { configuration.url }

    /// A connection that has answered a PING.
    func run() throws(LinkFailure) -> Link {
        let link = try Link(try connect())
        if let tls = url.tls, case .tcp(let host, _) = url.endpoint {
            try link.secure(tls, host: host, waiter, until: deadline, limit: configuration.connectTimeout)
        }
        try introduce(link)
        return link
    }

    /// Tries one address after the other, each for its share of the time that is left; tells the last failure.
    private func connect() throws(LinkFailure) -> Socket {
        var last = LinkFailure.because(.unresolved("no address"))
        let addresses = try Socket.addresses(of: url.endpoint)
        for (index, address) in addresses.enumerated() {
            let share = (deadline - .now) / (addresses.count - index)
            do throws(LinkFailure) {
                return try Socket.connect(to: address, waiter, until: .now + share, limit: share)
            } catch {
                if case .interrupted = error { throw error }
                last = error
            }
        }
        throw last
    }

    /// Logs in, all commands in one write, and reads every answer.
    private func introduce(_ link: Link) throws(LinkFailure) {
        var bytes: [UInt8] = []
        for command in commands { command.append(to: &bytes) }
        try link.enqueue(bytes)
        for command in commands {
            let reply = try answer(link)
            guard let refusal = reply.error, !isHarmless(refusal, to: command) else { continue }
            throw .because(.login(command: command.name, refusal.withholding(url.password)))
        }
    }

    private var commands: [RedisCommand] {
        var commands: [RedisCommand] = []
        switch (url.username, url.password) {
        case (nil, nil): break
        case (nil, let password?): commands.append(RedisCommand("AUTH", password))
        case (let name?, let password): commands.append(RedisCommand("AUTH", name, password ?? ""))
        }
        if url.database != 0 { commands.append(RedisCommand("SELECT", url.database)) }
        if let name = configuration.clientName { commands.append(RedisCommand("CLIENT", "SETNAME", allowed(name))) }
        return commands + [RedisCommand("PING")]
    }

    /// The server takes printable ASCII without spaces.
    private func allowed(_ name: String) -> String {
        String(name.map { $0.isASCII && $0 > " " && $0 < "\u{7F}" ? $0 : "-" })
    }

    /// A name is no necessity, and a user who may not PING may still do the rest.
    private func isHarmless(_ refusal: RedisError.Reply, to command: RedisCommand) -> Bool {
        switch command.name {
        case "CLIENT": !refusal.kind.isTransient && refusal.kind != .authenticationRequired
        case "PING": refusal.kind == .noPermission
        default: false
        }
    }

    private func answer(_ link: Link) throws(LinkFailure) -> RedisReply {
        while true {
            if let reply = try link.nextReply() { return reply }
            try link.flush()
            guard try waiter.isReady(link.descriptor, link.events, until: deadline) else {
                throw .because(.timedOut(url.tls == nil ? .login : .secureLogin, after: configuration.connectTimeout))
            }
            try link.receive()
        }
    }
}
