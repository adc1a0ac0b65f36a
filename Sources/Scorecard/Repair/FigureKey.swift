internal import Recognition

/// Where a figure stands in the draft of an innings. Key paths that know their row would have to be made anew for each.
struct FigureKey<Value: Hashable> {
    enum Place {
        case innings(WritableKeyPath<DraftInnings, Read<Value>?>)
        case batting(Int, WritableKeyPath<DraftBatter, Read<Value>?>)
        case bowling(Int, WritableKeyPath<DraftBowler, Read<Value>?>)
        case falls(Int, WritableKeyPath<DraftWicket, Read<Value>?>)
    }

    let name: String
    let place: Place

    /// Place in the innings, `batting/3/runs`.
    var path: String {
        switch place {
        case .innings: name
        case .batting(let row, _): "batting/\(row)/" + name
        case .bowling(let row, _): "bowling/\(row)/" + name
        case .falls(let row, _): "fall_of_wickets/\(row)/" + name
        }
    }

    /// Whether it stands in a column of its own.
    var isInTable: Bool {
        switch place {
        case .innings, .falls: false
        case .batting, .bowling: true
        }
    }

    /// As it was read.
    func read(in innings: DraftInnings) -> Read<Value>? {
        switch place {
        case .innings(let path): innings[keyPath: path]
        case .batting(let row, let path): innings.batting[row][keyPath: path]
        case .bowling(let row, let path): innings.bowling[row][keyPath: path]
        case .falls(let row, let path): innings.fallOfWickets[row][keyPath: path]
        }
    }

    /// Puts another value in its place: one that was read again so, or a repaired one.
    func write(_ value: Value, to innings: inout DraftInnings, _ unread: Evidence?, _ reading: Rereading?) {
        guard var evidence = read(in: innings)?.evidence ?? unread else { return }
        if let reading { (evidence.raw, evidence.confidence) = (reading.text, reading.confidence) }
        let written = Read(value, evidence, source: reading == nil ? .repaired : .read)
        switch place {
        case .innings(let path): innings[keyPath: path] = written
        case .batting(let row, let path): innings.batting[row][keyPath: path] = written
        case .bowling(let row, let path): innings.bowling[row][keyPath: path] = written
        case .falls(let row, let path): innings.fallOfWickets[row][keyPath: path] = written
        }
    }
}
