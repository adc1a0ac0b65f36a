extension LuaScript {
    /// Ends a claim: acknowledges, stores and publishes results, sends follow-up tasks and deletes keys, all or nothing.
    ///
    /// Nothing happens when the claim is no longer ours, so that no newer result is overwritten: a message that was given back
    /// and claimed by another worker has the same name in `unacked`, but not in the set of our claims. A result that is a
    /// success already is left alone, as Celery does.
    ///
    /// Keys: unacked, unacked_index, claims, then results, lists, keys to delete.
    /// Arguments: name in `unacked`, seconds that results are kept (0 for ever), number of results, number of messages,
    /// then the results and the messages.
    /// Answer: 1, or 0 when the claim was lost.
    static let finishSource = """
        if redis.call('SREM', KEYS[3], ARGV[1]) == 0 or redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
        redis.call('ZREM', KEYS[2], ARGV[1])
        local ttl, results, messages = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
        for i = 1, results do
          local key, value = KEYS[3 + i], ARGV[4 + i]
          local old = redis.pcall('GET', key)
          if type(old) ~= 'string' or not old:find('^{"status": ?"SUCCESS"') then
            if ttl > 0 then redis.call('SETEX', key, ttl, value) else redis.call('SET', key, value) end
            redis.call('PUBLISH', key, value)
          end
        end
        for i = 1, messages do
          redis.call('LPUSH', KEYS[3 + results + i], ARGV[4 + results + i])
        end
        for i = 4 + results + messages, #KEYS do
          redis.call('DEL', KEYS[i])
        end
        return 1
        """

    /// Stores and publishes one result, unless there is a success already.
    ///
    /// Keys: the result. Arguments: seconds that it is kept (0 for ever), result. Answer: 1, or 0 if left alone.
    static let storeSource = """
        local ttl, old = tonumber(ARGV[1]), redis.pcall('GET', KEYS[1])
        if type(old) == 'string' and old:find('^{"status": ?"SUCCESS"') then return 0 end
        if ttl > 0 then redis.call('SETEX', KEYS[1], ttl, ARGV[2]) else redis.call('SET', KEYS[1], ARGV[2]) end
        redis.call('PUBLISH', KEYS[1], ARGV[2])
        return 1
        """

    /// Takes a claim that nobody can work on to the dead-letter list, with its failure stored if its id is known.
    ///
    /// Keys: unacked, unacked_index, claims, dead-letter list, result if there is one.
    /// Arguments: name in `unacked`, entry, length of the list, seconds that the result is kept, result.
    /// Answer: 1, or 0 when the claim was lost.
    static let quarantineSource = """
        if redis.call('SREM', KEYS[3], ARGV[1]) == 0 or redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
        redis.call('ZREM', KEYS[2], ARGV[1])
        redis.call('LPUSH', KEYS[4], ARGV[2])
        redis.call('LTRIM', KEYS[4], 0, tonumber(ARGV[3]) - 1)
        if KEYS[5] then
          local ttl = tonumber(ARGV[4])
          if ttl > 0 then redis.call('SETEX', KEYS[5], ttl, ARGV[5]) else redis.call('SET', KEYS[5], ARGV[5]) end
          redis.call('PUBLISH', KEYS[5], ARGV[5])
        end
        return 1
        """
}

/// A value for a key.
public struct KeyedValue: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The value.
    public var value: [UInt8]

    /// Creates a pair.
    public init(_ key: String, _ value: [UInt8]) {
        self.key = key
        self.value = value
    }
}

extension ScriptCall {
    /// Ends a claim.
    ///
    /// - Parameters:
    ///   - name: its name in `unacked`.
    ///   - results: stored and published under their keys; empty when results are in another database.
    ///   - messages: sent to lists.
    ///   - deleting: keys that are done with.
    ///   - expiry: seconds that results are kept; 0 for ever.
    public static func finish(
        _ name: String, owner: ClaimOwner, results: [KeyedValue] = [], messages: [KeyedValue] = [],
        deleting: [String] = [], expiry: Int = 86400
    ) -> ScriptCall {
        let counts = [name, String(expiry), String(results.count), String(messages.count)]
        return ScriptCall(
            .finish,
            keys: [owner.keys.unacked, owner.keys.unackedIndex, owner.claims] + results.map(\.key)
                + messages.map(\.key) + deleting,
            counts.map { Array($0.utf8) } + results.map(\.value) + messages.map(\.value))
    }

    /// Stores and publishes one result.
    public static func store(_ result: KeyedValue, expiry: Int) -> ScriptCall {
        ScriptCall(.store, keys: [result.key], [Array(String(expiry).utf8), result.value])
    }

    /// Takes a claim to the dead-letter list.
    public static func quarantine(
        _ name: String, owner: ClaimOwner, queue: String, entry: [UInt8], result: KeyedValue? = nil,
        expiry: Int = 86400, deadLetters: Int = 10_000
    ) -> ScriptCall {
        let keys = owner.keys
        return ScriptCall(
            .quarantine,
            keys: [keys.unacked, keys.unackedIndex, owner.claims, keys.deadLetters(queue)]
                + (result.map { [$0.key] } ?? []),
            [
                Array(name.utf8), entry, Array(String(deadLetters).utf8), Array(String(expiry).utf8),
                result?.value ?? [],
            ])
    }
}
