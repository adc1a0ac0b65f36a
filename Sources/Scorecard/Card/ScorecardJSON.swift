internal import FoundationEssentials

/// Why a `truth.json` could not be read.
public enum ScorecardJSONError: Error, Sendable, Hashable {
    /// The bytes are no JSON.
    case malformed(String)
    /// A value has the wrong type, or a required one is missing.
    case wrongValue(path: String, reason: String)
    /// A key that a card does not have, most often a misspelling.
    case unknownKey(path: String)
    /// Written by a newer program.
    case unsupportedSchema(Int)

    /// One sentence: what, why, and what to do.
    public var sentence: String {
        switch self {
        case .malformed(let reason): "The card is not valid JSON (\(reason)); restore or rewrite the file."
        case .wrongValue(let path, let reason): "The card's value at \(path) cannot be used (\(reason)); correct it."
        case .unknownKey(let path): "A card has no key \(path); correct its spelling or remove it."
        case .unsupportedSchema(let schema):
            "The card says schema \(schema) and this program reads schema 1; use a newer program."
        }
    }
}

/// The `scorecard` object of CONTRACT.md as JSON, in the contract's order of keys.
public enum ScorecardJSON {
    /// The card as `truth.json` holds it.
    public static func encode(_ card: Scorecard, layout: OrderedJSON.Layout = .pretty) -> String {
        object(card).encoded(layout)
    }

    /// The card as an ordered JSON object; keys that only a truth has are left out where they are nil.
    public static func object(_ card: Scorecard) -> OrderedJSON {
        var object: [OrderedJSON.Member] = [
            .init("schema", .integer(card.schema)), .init("teams", .array(card.teams.map(OrderedJSON.text))),
            .init("toss", .optional(card.toss)), .init("result", .optional(card.result)),
            .init("match_type", .optional(card.matchType)), .init("venue", .optional(card.venue)),
            .init("date", .optional(card.date)), .init("innings", .array(card.innings.map(innings))),
        ]
        if let inconsistent = card.printedInconsistent {
            object.append(.init("printedInconsistent", .bool(inconsistent)))
        }
        if let deliveries = card.deliveries {
            object.append(.init("deliveries", .array(deliveries.map(PreviewWriter.delivery))))
        }
        return .object(object)
    }

    private static func innings(_ innings: Innings) -> OrderedJSON {
        let total = innings.total
        let extras = innings.extras
        return .members([
            "team": .optional(innings.team),
            "total": .members([
                "runs": .optional(total.runs), "wickets": .optional(total.wickets), "overs": .optional(total.overs),
                "declared": .optional(total.declared),
            ]),
            "extras": .members([
                "total": .optional(extras.total), "byes": .optional(extras.byes),
                "leg_byes": .optional(extras.legByes), "wides": .optional(extras.wides),
                "no_balls": .optional(extras.noBalls), "penalty": .optional(extras.penalty),
            ]),
            "batting": .array(innings.batting.map(batter)),
            "did_not_bat": .array(innings.didNotBat.map(OrderedJSON.text)),
            "bowling": .array(innings.bowling.map(bowler)),
            "fall_of_wickets": .array(innings.fallOfWickets.map(wicket)),
        ])
    }

    private static func batter(_ entry: BattingEntry) -> OrderedJSON {
        var object: [OrderedJSON.Member] = [
            .init("player", .optional(entry.player)), .init("captain", .optional(entry.captain)),
            .init("keeper", .optional(entry.keeper)), .init("how_out", .optional(entry.howOut?.rawValue)),
            .init("dismissal", .optional(entry.dismissal)), .init("fielder", .optional(entry.fielder)),
            .init("bowler", .optional(entry.bowler)), .init("runs", .optional(entry.runs)),
            .init("balls", .optional(entry.balls)), .init("fours", .optional(entry.fours)),
            .init("sixes", .optional(entry.sixes)), .init("minutes", .optional(entry.minutes)),
            .init("strike_rate", .optional(entry.strikeRate)),
        ]
        if let accepted = entry.dismissalAccept {
            object.insert(.init("dismissal_accept", .array(accepted.map(OrderedJSON.text))), at: 5)
        }
        return .object(object)
    }

    private static func bowler(_ entry: BowlingEntry) -> OrderedJSON {
        .members([
            "player": .optional(entry.player), "overs": .optional(entry.overs), "maidens": .optional(entry.maidens),
            "runs": .optional(entry.runs), "wickets": .optional(entry.wickets), "wides": .optional(entry.wides),
            "no_balls": .optional(entry.noBalls), "economy": .optional(entry.economy),
        ])
    }

    private static func wicket(_ entry: FallOfWicket) -> OrderedJSON {
        .members([
            "wicket": .optional(entry.wicket), "runs": .optional(entry.runs), "player": .optional(entry.player),
            "over": .optional(entry.over),
        ])
    }
}

extension ScorecardJSON {
    /// Reads a card strictly: wrong types, missing lists, unknown keys and newer schemas are errors.
    public static func decode(_ bytes: [UInt8]) throws(ScorecardJSONError) -> Scorecard {
        let card: Scorecard = try decoded(Data(bytes))
        guard card.schema == 1 else { throw .unsupportedSchema(card.schema) }
        let written: KeyTree = try decoded(Data(bytes))
        if let path = written.firstKey(missingIn: object(card), at: "") { throw .unknownKey(path: path) }
        return card
    }

    private static func decoded<Value: Decodable>(_ data: Data) throws(ScorecardJSONError) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: data)
        } catch let error as DecodingError {
            throw describe(error)
        } catch {
            throw .malformed(String(describing: error))
        }
    }

    private static func describe(_ error: DecodingError) -> ScorecardJSONError {
        switch error {
        case .dataCorrupted(let context) where context.codingPath.isEmpty: .malformed(context.debugDescription)
        case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
            .wrongValue(path: path(context.codingPath), reason: context.debugDescription)
        case .keyNotFound(let key, let context):
            .wrongValue(path: path(context.codingPath + [key]), reason: "the key is missing")
        @unknown default: .malformed(String(describing: error))
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/")
    }
}

/// The keys of any JSON value, to tell misspelt ones.
private indirect enum KeyTree: Decodable {
    case scalar
    case array([KeyTree])
    case object([String: KeyTree])

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.singleValueContainer().decode([String: KeyTree].self) {
            self = .object(object)
        } else if let array = try? decoder.singleValueContainer().decode([KeyTree].self) {
            self = .array(array)
        } else {
            self = .scalar
        }
    }

    /// The first key, in order of the alphabet, that the card as we write it does not have.
    func firstKey(missingIn known: OrderedJSON, at path: String) -> String? {
        switch (self, known) {
        case (.object(let object), .object(let members)):
            for (key, value) in object.sorted(by: { $0.key < $1.key }) {
                let inner = path.isEmpty ? key : path + "/" + key
                guard let member = members.first(where: { $0.key == key }) else {
                    if case .scalar = value, ScorecardJSON.truthOnlyKeys.contains(key) { continue }
                    return inner
                }
                if let missing = value.firstKey(missingIn: member.value, at: inner) { return missing }
            }
            return nil
        case (.array(let elements), .array(let knownElements)):
            for (index, (element, knownElement)) in zip(elements, knownElements).enumerated() {
                if let missing = element.firstKey(missingIn: knownElement, at: "\(path)/\(index)") { return missing }
            }
            return nil
        default: return nil
        }
    }
}

extension ScorecardJSON {
    /// Keys that are not written while they are nil.
    fileprivate static let truthOnlyKeys: Set<String> = ["dismissal_accept", "printedInconsistent"]
}
