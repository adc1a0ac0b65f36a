extension ReadingJudge {
    /// How many doubtful cells a warning names at most; a scorer reads no longer list.
    private static let namedCells = 12
    /// Below this confidence a person should look.
    static let doubtful = 0.6

    /// Sentences for the scorer who will check the card.
    func warnings(_ fields: [FieldReading], showsBalls: Bool, disputes: [RepairDispute] = []) -> [String] {
        guard !card.innings.isEmpty else {
            return ["No scorecard was found on these pages; check that the right file was uploaded."]
        }
        let balls = showsBalls ? [] : ["The card shows no ball-by-ball record, so there are no deliveries to import."]
        return balls + disputes.prefix(Self.namedCells).map(sentence) + doubts(fields)
    }

    /// One of the figures is certainly misread, so these come before anything that is only unsure.
    private func sentence(_ dispute: RepairDispute) -> String {
        let claims = dispute.claims.prefix(4).map { FieldName.describe($0.path, in: card) + " " + $0.value }
        let more = dispute.claims.count > 4 ? " and others" : ""
        return "A figure is misread, and more than one would make the card add up: "
            + claims.joined(separator: "; ") + more + ". None was changed."
    }

    /// Cells that a person should look at, the least sure first. A repair is always named: the page says something else.
    private func doubts(_ fields: [FieldReading]) -> [String] {
        let cells = fields.filter { $0.source == .repaired || ($0.source == .read && $0.confidence < Self.doubtful) }
            .sorted { ($0.confidence, $0.path) < ($1.confidence, $1.path) }
        var room = Self.namedCells
        var unnamed = 0
        var warnings: [String] = []
        for field in cells {
            let name = FieldName.describe(field.path, in: card)
            if field.source == .repaired {
                warnings.append(
                    "\(name): the page was read as \"\(field.raw)\" and is taken for \(FieldName.text(field.value)),"
                        + " because only that adds up.")
            } else if room > 0 {
                room -= 1
                warnings.append("\(name): \(FieldName.text(field.value)) is doubtful (read from \"\(field.raw)\").")
            } else {
                unnamed += 1
            }
        }
        return unnamed == 0
            ? warnings : warnings + ["\(unnamed) more cells are doubtful; they are marked in the table."]
    }
}

extension ScorecardReading {
    /// Whether a warning names the field of this path.
    public func isWarned(_ path: String) -> Bool {
        let name = FieldName.describe(path, in: card)
        return warnings.contains { $0.hasPrefix(name + ":") || $0.contains(" " + name + " ") }
    }
}

/// Names of fields for people.
enum FieldName {
    /// `Hill, A Khan, balls` for `innings/0/batting/0/balls`.
    static func describe(_ path: String, in card: Scorecard) -> String {
        let parts = path.split(separator: "/")
        guard parts.count > 2, parts[0] == "innings", let index = Int(parts[1]), card.innings.indices.contains(index)
        else { return parts.first.map(label) ?? path }
        let innings = card.innings[index]
        var names = [innings.team ?? "Innings \(index + 1)"]
        let row = parts.count > 3 ? Int(parts[3]) : nil
        switch parts[2] {
        case "batting": names.append(row.flatMap { innings.batting[$0].player } ?? "batter \((row ?? 0) + 1)")
        case "bowling":
            names.append((row.flatMap { innings.bowling[$0].player } ?? "bowler \((row ?? 0) + 1)") + " (bowling)")
        case "fall_of_wickets": names.append("fall of wicket \((row ?? 0) + 1)")
        case "did_not_bat": return names[0] + ", did not bat"
        default: names.append(label(parts[2]))
        }
        if parts.count > 3, let last = parts.last, Int(last) == nil { names.append(label(last)) }
        return names.joined(separator: ", ")
    }

    static func text(_ value: LeafValue) -> String {
        switch value {
        case .null: "nothing"
        case .bool(let value): value ? "yes" : "no"
        case .integer(let value): String(value)
        case .decimal(let value): value.description
        case .text(let value): value
        }
    }

    private static func label(_ key: Substring) -> String { key.split(separator: "_").joined(separator: " ") }
}
