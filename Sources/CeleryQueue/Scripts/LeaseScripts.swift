extension LuaScript {
    /// Says that the owner lives and brings its claims up to date, so that no Python worker takes them for lost.
    ///
    /// Keys: unacked, unacked_index, claims, lease, owners. Arguments: owner, lease seconds, names in `unacked`.
    /// Answer: the names that are no longer claimed by the owner; another worker may have them by now.
    static let renewSource = """
        redis.call('SET', KEYS[4], '1', 'EX', ARGV[2])
        redis.call('SADD', KEYS[5], ARGV[1])
        local now, lost = redis.call('TIME'), {}
        now = now[1] .. '.' .. string.format('%06d', now[2])
        for i = 3, #ARGV do
          if redis.call('SISMEMBER', KEYS[3], ARGV[i]) == 1 and redis.call('HEXISTS', KEYS[1], ARGV[i]) == 1 then
            redis.call('ZADD', KEYS[2], now, ARGV[i])
          else
            redis.call('SREM', KEYS[3], ARGV[i])
            table.insert(lost, ARGV[i])
          end
        end
        return lost
        """

    /// Gives a claim back to its queues, if it is still what the caller saw and, unless the time of the claim decides, still
    /// the owner's.
    ///
    /// Keys: unacked, unacked_index, claims, lease, then the lists. Arguments: name in `unacked`, the value seen there (empty:
    /// any), `front` or `back`, the message, the lease's seconds if it must be gone (empty: not asked), the latest claim time
    /// (empty: any). What was claimed since a dead owner's lease ended is a Python worker's, which knows no owners.
    /// Answer: 1 given back, 0 gone or changed, -1 the owner lives or has renewed.
    static let restoreSource = """
        local latest = tonumber(ARGV[6])
        if ARGV[5] ~= '' then
          if redis.call('EXISTS', KEYS[4]) == 1 then return -1 end
          latest = redis.call('TIME')[1] - ARGV[5] + 1
        end
        if ARGV[6] == '' and redis.call('SISMEMBER', KEYS[3], ARGV[1]) == 0 then return 0 end
        local time = latest and redis.call('ZSCORE', KEYS[2], ARGV[1])
        if time and tonumber(time) > latest then return -1 end
        local value = redis.call('HGET', KEYS[1], ARGV[1])
        if not value then
          redis.call('ZREM', KEYS[2], ARGV[1])
          redis.call('SREM', KEYS[3], ARGV[1])
          return 0
        end
        if ARGV[2] ~= '' and value ~= ARGV[2] then return 0 end
        for i = 5, #KEYS do
          redis.call(ARGV[3] == 'front' and 'RPUSH' or 'LPUSH', KEYS[i], ARGV[4])
        end
        redis.call('HDEL', KEYS[1], ARGV[1])
        redis.call('ZREM', KEYS[2], ARGV[1])
        redis.call('SREM', KEYS[3], ARGV[1])
        return 1
        """

    /// Forgets an owner without claims. Keys: claims, lease, owners. Arguments: owner, `self` to give up an own lease.
    /// Answer: 1 forgotten, 0 it lives or has claims.
    static let retireSource = """
        if ARGV[2] == 'self' then redis.call('DEL', KEYS[2]) end
        if redis.call('EXISTS', KEYS[2]) == 1 or redis.call('SCARD', KEYS[1]) > 0 then return 0 end
        redis.call('SREM', KEYS[3], ARGV[1])
        return 1
        """

    /// Gives up a lock that is still ours. Keys: the lock. Arguments: its token. Answer: 1 or 0.
    static let unlockSource = """
        if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
        return 0
        """
}

extension ScriptCall {
    /// Says that the owner lives and renews its claims; answers with the names of those that were lost.
    public static func renew(_ names: [String], owner: ClaimOwner, lease: Int) -> ScriptCall {
        let keys = owner.keys
        return ScriptCall(
            .renew, keys: [keys.unacked, keys.unackedIndex, owner.claims, owner.lease, keys.owners],
            [owner.name, String(lease)] + names)
    }

    /// Which claims may be given back.
    public enum RestoreGuard: Sendable, Hashable {
        /// One's own.
        case own
        /// Those of an owner whose lease of so many seconds is gone.
        case deadOwner(lease: Int)
        /// Anybody's, claimed or renewed no later than this, in seconds since 1970.
        case claimedBefore(Double)
    }

    /// Gives a claim back.
    ///
    /// - Parameters:
    ///   - name: its name in `unacked`.
    ///   - seen: its value there as the caller read it; nil for whatever it is.
    ///   - message: what goes back.
    ///   - lists: where to.
    ///   - toFront: next in line, or the last.
    public static func restore(
        _ name: String, seen: [UInt8]? = nil, message: [UInt8], lists: [String], toFront: Bool, owner: ClaimOwner,
        guard condition: RestoreGuard
    ) -> ScriptCall {
        let keys = owner.keys
        let texts =
            switch condition {
            case .own: ["", ""]
            case .deadOwner(let lease): [String(lease), ""]
            case .claimedBefore(let time): ["", String(time)]
            }
        return ScriptCall(
            .restore, keys: [keys.unacked, keys.unackedIndex, owner.claims, owner.lease] + lists,
            [Array(name.utf8), seen ?? [], Array((toFront ? "front" : "back").utf8), message]
                + texts.map { Array($0.utf8) })
    }

    /// Forgets an owner that has no claims any more.
    ///
    /// - Parameter isSelf: give up the own lease first.
    public static func retire(_ owner: ClaimOwner, isSelf: Bool) -> ScriptCall {
        ScriptCall(
            .retire, keys: [owner.claims, owner.lease, owner.keys.owners], [owner.name, isSelf ? "self" : ""])
    }

    /// Gives up a lock that is still held.
    public static func unlock(_ key: String, token: String) -> ScriptCall {
        ScriptCall(.unlock, keys: [key], [token])
    }
}
