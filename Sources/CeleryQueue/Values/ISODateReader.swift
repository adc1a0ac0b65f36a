extension PythonDateTime {
    /// Reads an ISO 8601 date with an optional time, as `dateutil.parser.isoparse` does for what Celery clients send.
    ///
    /// Without an offset it is UTC. Fractions beyond microseconds are cut off. Nil for anything else.
    public init?(iso text: String) {
        var reader = ISODateReader(rest: Substring(text))
        guard let days = reader.readDate(), let time = reader.readTime(), let offset = reader.readOffset(),
            reader.rest.isEmpty
        else { return nil }
        let local = Int64(days) * 86_400_000_000 + time
        self.init(microseconds: local - Int64(offset) * 1_000_000, offset: offset)
    }
}

private struct ISODateReader {
    var rest: Substring

    /// Days since 1970.
    mutating func readDate() -> Int? {
        guard let year = readNumber(4) else { return nil }
        let isExtended = skip("-")
        guard let month = readNumber(2), !isExtended || skip("-"), let day = readNumber(2) else { return nil }
        return PythonDateTime.days(year: year, month: month, day: day)
    }

    /// Microseconds since midnight; 0 without a time.
    mutating func readTime() -> Int64? {
        if rest.isEmpty { return 0 }
        guard skip("T") || skip(" "), let hour = readNumber(2) else { return nil }
        var (minute, second, fraction) = (0, 0, 0)
        let isExtended = skip(":")
        if isExtended || rest.first?.isNumber == true {
            guard let value = readNumber(2) else { return nil }
            minute = value
            if isExtended ? skip(":") : rest.first?.isNumber == true {
                guard let value = readNumber(2) else { return nil }
                second = value
                if skip(".") || skip(",") {
                    guard let value = readFraction() else { return nil }
                    fraction = value
                }
            }
        }
        let isMidnight = hour == 24 && minute == 0 && second == 0 && fraction == 0
        guard hour < 24 || isMidnight, minute < 60, second < 60 else { return nil }
        return Int64(hour * 3600 + minute * 60 + second) * 1_000_000 + Int64(fraction)
    }

    /// Seconds east of UTC; 0 without an offset.
    mutating func readOffset() -> Int? {
        if rest.isEmpty || skip("Z") { return 0 }
        let isWest = skip("-")
        guard isWest || skip("+"), let hours = readNumber(2) else { return nil }
        _ = skip(":")
        guard let minutes = rest.isEmpty ? 0 : readNumber(2), hours < 24, minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }

    private mutating func readFraction() -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        let six = digits.prefix(6)
        return Int(six + String(repeating: "0", count: 6 - six.count)).flatMap { digits.isEmpty ? nil : $0 }
    }

    private mutating func readNumber(_ width: Int) -> Int? {
        let digits = rest.prefix(width)
        guard digits.count == width, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        rest = rest.dropFirst(width)
        return Int(digits)
    }

    private mutating func skip(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }
}
