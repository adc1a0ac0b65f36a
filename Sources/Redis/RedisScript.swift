internal import COpenSSL

/// A Lua script that the server keeps under its hash.
public struct RedisScript: Sendable, Hashable {
    /// The Lua text.
    public let source: String
    /// SHA-1 of the text in hexadecimal digits.
    public let hash: String

    /// Hashes the text; make a script once and keep it.
    public init(_ source: String) {
        self.source = source
        var digest = [UInt8](repeating: 0, count: Int(SHA_DIGEST_LENGTH))
        let bytes = Array(source.utf8)
        _ = SHA1(bytes, bytes.count, &digest)
        hash = digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// The command that sends the whole text: for transactions and pipelines, where a missing script cannot be sent after.
    public func command(keys: [any RedisArgument], arguments: [any RedisArgument] = []) -> RedisCommand {
        RedisCommand("EVAL", [source, keys.count] + keys + arguments)
    }

    /// The command that only names the script.
    func cachedCommand(keys: [any RedisArgument], arguments: [any RedisArgument]) -> RedisCommand {
        RedisCommand("EVALSHA", [hash, keys.count] + keys + arguments)
    }
}
