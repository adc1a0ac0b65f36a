/// A value that can stand in a command: text, bytes or a number.
public protocol RedisArgument: Sendable {
    /// The bytes that the server gets.
    var redisBytes: [UInt8] { get }
}

extension String: RedisArgument {
    /// The text in UTF-8.
    public var redisBytes: [UInt8] { Array(utf8) }
}

extension Substring: RedisArgument {
    /// The text in UTF-8.
    public var redisBytes: [UInt8] { Array(utf8) }
}

extension [UInt8]: RedisArgument {
    /// The bytes as they are.
    public var redisBytes: [UInt8] { self }
}

extension Int: RedisArgument {
    /// The number in decimal digits.
    public var redisBytes: [UInt8] { Array(String(self).utf8) }
}

extension Int64: RedisArgument {
    /// The number in decimal digits.
    public var redisBytes: [UInt8] { Array(String(self).utf8) }
}

extension Double: RedisArgument {
    /// The shortest decimal number that reads back as the same value.
    public var redisBytes: [UInt8] { Array(String(self).utf8) }
}

/// One command with its arguments, binary safe.
public struct RedisCommand: Sendable, Hashable {
    /// The command's name and its arguments.
    public let arguments: [[UInt8]]

    /// A command of text, bytes and numbers: `RedisCommand("SETEX", key, 86_400, body)`.
    public init(_ name: String, _ arguments: any RedisArgument...) {
        self.init(name, arguments)
    }

    /// A command with a list of arguments.
    public init(_ name: String, _ arguments: [any RedisArgument]) {
        self.arguments = [name.redisBytes] + arguments.map(\.redisBytes)
    }

    /// The name in capitals, for checks and sentences; never an argument, which may be a secret.
    var name: String { String(decoding: arguments[0], as: UTF8.self).uppercased() }

    /// As the protocol wants it: an array of bulk strings.
    func append(to output: inout [UInt8]) {
        output.reserveCapacity(output.count + arguments.reduce(16) { $0 + $1.count + 16 })
        output.append(contentsOf: "*\(arguments.count)\r\n".utf8)
        for argument in arguments {
            output.append(contentsOf: "$\(argument.count)\r\n".utf8)
            output.append(contentsOf: argument)
            output.append(contentsOf: "\r\n".utf8)
        }
    }
}

// MARK: What a shared connection cannot take

extension RedisCommand {
    /// Commands that change what the connection is, for all who share it.
    private static let stateful: Set<String> = [
        "AUTH", "EXEC", "DISCARD", "HELLO", "MONITOR", "MULTI", "PSUBSCRIBE", "PSYNC", "PUNSUBSCRIBE", "QUIT", "RESET",
        "SELECT", "SSUBSCRIBE", "SUBSCRIBE", "SUNSUBSCRIBE", "SYNC", "UNSUBSCRIBE", "UNWATCH", "WATCH",
    ]
    /// Commands that wait, and whose answer holds what exists nowhere else any more: lost when the connection is.
    private static let losing: Set<String> = ["BLPOP", "BRPOP", "BLMPOP", "BZPOPMIN", "BZPOPMAX", "BZMPOP"]
    /// Commands that wait, and whose effect can be seen on the server afterwards.
    private static let waiting: Set<String> = ["BLMOVE", "BRPOPLPUSH", "WAIT", "WAITAOF"]

    /// Why this command must not be sent among others, nil when it may be.
    var objection: String? {
        if Self.stateful.contains(name) { return "it changes the connection for all who share it" }
        if Self.losing.contains(name) { return "its answer is lost for ever when the connection breaks; use BLMOVE" }
        if Self.waiting.contains(name) { return "it holds up all other commands; use blocking(_:upTo:)" }
        return nil
    }

    /// Why this command must not be sent as one that waits, nil when it may be.
    var blockingObjection: String? {
        if Self.stateful.contains(name) || Self.losing.contains(name) { return objection }
        return nil
    }
}
