extension LuaScript {
    /// Takes up to so many messages from the first lists that have some.
    ///
    /// A message is looked at first and taken last: if the server refuses a write in between, it is still in its list. Its
    /// text is never re-encoded, because Lua's JSON changes numbers and empty arrays. A tag that is claimed already is the
    /// producer's mistake; the second message is claimed under a name of its own. What is no message goes to the
    /// dead-letter list with the reason. A list of the wrong type is passed over.
    ///
    /// Keys: unacked, unacked_index, claims, lease, owners, then list and dead-letter list in turn.
    /// Arguments: most messages, owner, lease seconds, length of dead-letter lists, then the lists' queues.
    /// Answer: `claimed`, name in `unacked`, message, queue, or `dead`, reason, message, queue, one after the other.
    static let claimSource = """
        local now = redis.call('TIME')
        now = now[1] .. '.' .. string.format('%06d', now[2])
        local most, looks, out = tonumber(ARGV[1]), 0, {}

        local function inspect(raw)
          local ok, message = pcall(cjson.decode, raw)
          if not ok then return nil, 'the message is not JSON' end
          if type(message) ~= 'table' then return nil, 'the message is not an object' end
          local properties = message.properties
          if type(properties) ~= 'table' then return nil, 'the message has no properties' end
          local tag, info = properties.delivery_tag, properties.delivery_info
          if type(tag) ~= 'string' then return nil, 'the message has no delivery tag' end
          if type(info) ~= 'table' then info = {} end
          local exchange, key = info.exchange, info.routing_key
          return tag, type(exchange) == 'string' and exchange or '', type(key) == 'string' and key or nil
        end

        local function bury(raw, reason, key, queue)
          local text, name = raw, 'raw'
          if raw:find('[\\128-\\255]') then
            name = 'raw_hex'
            text = raw:gsub('.', function(c) return string.format('%02x', c:byte()) end)
          end
          redis.call('LPUSH', key, '{"reason": ' .. cjson.encode(reason) .. ', "queue": ' .. cjson.encode(queue) ..
            ', "task_id": null, "time": ' .. now .. ', "' .. name .. '": ' .. cjson.encode(text) .. '}')
          redis.call('LTRIM', key, 0, tonumber(ARGV[4]) - 1)
        end

        local function claim(raw, tag, exchange, key)
          local name, number = tag, 1
          while redis.call('HEXISTS', KEYS[1], name) == 1 do
            number = number + 1
            name = tag .. '#' .. number
          end
          redis.call('SADD', KEYS[3], name)
          redis.call('ZADD', KEYS[2], now, name)
          redis.call('HSET', KEYS[1], name,
            '[' .. raw .. ', ' .. cjson.encode(exchange) .. ', ' .. cjson.encode(key) .. ']')
          return name
        end

        local claimed = 0
        for i = 6, #KEYS, 2 do
          local queue = ARGV[5 + (i - 6) / 2]
          while claimed < most and looks < most + 100 do
            local raw = redis.pcall('LINDEX', KEYS[i], -1)
            if type(raw) ~= 'string' then break end
            looks = looks + 1
            local tag, exchange, key = inspect(raw)
            if tag then
              if claimed == 0 then
                redis.call('SET', KEYS[4], '1', 'EX', ARGV[3])
                redis.call('SADD', KEYS[5], ARGV[2])
              end
              claimed = claimed + 1
              table.insert(out, 'claimed')
              table.insert(out, claim(raw, tag, exchange, key or queue))
            else
              bury(raw, exchange, KEYS[i + 1], queue)
              table.insert(out, 'dead')
              table.insert(out, exchange)
            end
            redis.call('RPOP', KEYS[i])
            table.insert(out, raw)
            table.insert(out, queue)
          end
        end
        return out
        """
}

extension ScriptCall {
    /// Takes messages.
    ///
    /// - Parameters:
    ///   - lists: where to look, in this order, with the queue each belongs to.
    ///   - most: how many at most.
    ///   - lease: seconds that the owner is believed alive.
    ///   - deadLetters: how many messages a dead-letter list keeps.
    public static func claim(
        _ lists: [(key: String, queue: String)], most: Int, owner: ClaimOwner, lease: Int, deadLetters: Int = 10_000
    ) -> ScriptCall {
        let keys = owner.keys
        return ScriptCall(
            .claim,
            keys: [keys.unacked, keys.unackedIndex, owner.claims, owner.lease, keys.owners]
                + lists.flatMap { [$0.key, keys.deadLetters($0.queue)] },
            [String(most), owner.name, String(lease), String(deadLetters)] + lists.map(\.queue))
    }
}

/// One message out of the answer to a claim.
public enum ClaimedElement: Sendable, Hashable {
    /// It is ours; `name` is its name in `unacked`.
    case claimed(name: String, raw: [UInt8], queue: String)
    /// It went to the dead-letter list.
    case dead(reason: String, raw: [UInt8], queue: String)

    /// Reads the answer's values; what does not come in fours is left out.
    public static func read(_ values: [[UInt8]]) -> [ClaimedElement] {
        stride(from: 0, to: values.count - 3, by: 4).map { index in
            let text = String(decoding: values[index + 1], as: UTF8.self)
            let queue = String(decoding: values[index + 3], as: UTF8.self)
            return values[index] == Array("claimed".utf8)
                ? .claimed(name: text, raw: values[index + 2], queue: queue)
                : .dead(reason: text, raw: values[index + 2], queue: queue)
        }
    }
}
