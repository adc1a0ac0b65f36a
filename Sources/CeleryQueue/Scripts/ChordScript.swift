extension LuaScript {
    /// Adds a member's result to its chord and says whether the chord is complete (CELERY.md 3.6).
    ///
    /// Nothing is deleted: the one that finds the chord complete sends its body and deletes the keys in one step with its
    /// own acknowledgement, so that a kill in between only makes the member run again.
    ///
    /// Keys: .j, .t, .s, the saved group. Arguments: place in the group, entry, seconds that it is kept.
    /// Answer: `wait`; `saved` when the group is nested; or `complete` and the entries in order.
    static let chordMemberSource = """
        redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
        local ttl = tonumber(ARGV[3])
        if ttl > 0 then
          for i = 1, 3 do redis.call('EXPIRE', KEYS[i], ttl) end
        end
        local size = redis.call('GET', KEYS[3])
        if not size then return {'wait'} end
        local total = tonumber(size) + tonumber(redis.call('GET', KEYS[2]) or 0)
        if redis.call('ZCARD', KEYS[1]) ~= total then return {'wait'} end
        if redis.call('EXISTS', KEYS[4]) == 1 then return {'saved'} end
        local out = redis.call('ZRANGE', KEYS[1], 0, -1)
        table.insert(out, 1, 'complete')
        return out
        """
}

extension ScriptCall {
    /// Adds a member's result to its chord; `ChordState` reads the answer.
    ///
    /// - Parameter expiry: seconds that the bookkeeping is kept; 0 for ever.
    public static func chordMember(_ member: ChordMember, keys: ResultKeys, expiry: Int = 86400) -> ScriptCall {
        let json = member.result.json(at: PythonDateTime(epoch: 0))
        let entry: JSON = [1, .text(member.taskID), .text(member.result.state), json["result"] ?? .null]
        let group = member.group
        return ScriptCall(
            .chordMember,
            keys: [keys.chordMembers(group), keys.chordAdded(group), keys.chordSize(group), keys.group(group)],
            [member.index.map(String.init) ?? "+inf", entry.encoded, String(expiry)])
    }
}
