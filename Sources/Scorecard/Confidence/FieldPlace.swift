/// A field's path taken apart: `innings/0/batting/3/runs`.
struct FieldPlace {
    /// A part of an innings; its team stands alone.
    enum Table: Hashable {
        case team, total, extras, batting, bowling, didNotBat, fallOfWickets

        init?(_ name: String) {
            switch name {
            case "batting": self = .batting
            case "bowling": self = .bowling
            case "fall_of_wickets": self = .fallOfWickets
            case "did_not_bat": self = .didNotBat
            case "extras": self = .extras
            case "total": self = .total
            case "team": self = .team
            default: return nil
            }
        }
    }

    let innings: Int
    let table: Table
    let row: Int?
    /// The last part of the path; in a list of names the number of the row.
    let leaf: String

    /// Nil for what is about the match.
    init?(_ path: String) {
        guard path.hasPrefix("innings/") else { return nil }
        let parts = Self.parts(of: path)
        guard parts.count > 2, let innings = Int(parts[1]), let table = Table(parts[2]) else { return nil }
        self.innings = innings
        self.table = table
        row = parts.count > 3 ? Int(parts[3]) : nil
        leaf = parts[parts.count - 1]
    }

    private static func parts(of path: String) -> [String] {
        var parts: [String] = []
        parts.reserveCapacity(5)
        var start = path.startIndex
        for index in path.utf8.indices where path.utf8[index] == UInt8(ascii: "/") {
            parts.append(String(path[start..<index]))
            start = path.utf8.index(after: index)
        }
        parts.append(String(path[start...]))
        return parts
    }
}

/// A field and its place, taken apart once for all that is asked of it.
struct PlacedField {
    let field: FieldReading
    let place: FieldPlace?

    init(_ field: FieldReading) {
        self.field = field
        place = FieldPlace(field.path)
    }

    var group: FieldGroup { FieldGroup(place) }
}
