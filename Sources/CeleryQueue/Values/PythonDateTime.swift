/// An aware Python `datetime`: an instant to the microsecond and the offset it was written with.
public struct PythonDateTime: Sendable, Hashable {
    /// Microseconds since 1970 in UTC; the years 1 to 9999.
    public let microseconds: Int64
    /// Seconds east of UTC.
    public let offset: Int

    static let earliest: Int64 = -62_135_596_800_000_000
    static let latest: Int64 = 253_402_300_799_999_999

    /// Creates the instant, in UTC, from seconds since 1970; out of range it is brought to the nearest end.
    public init(epoch seconds: Double) {
        let microseconds = (seconds * 1_000_000).rounded()
        self.microseconds =
            microseconds.isNaN
            ? 0 : Int64(min(max(microseconds, Double(Self.earliest)), Double(Self.latest).nextDown))
        offset = 0
    }

    init?(microseconds: Int64, offset: Int) {
        guard (Self.earliest...Self.latest).contains(microseconds) else { return nil }
        self.microseconds = microseconds
        self.offset = offset
    }

    /// Seconds since 1970.
    public var epoch: Double { Double(microseconds) / 1_000_000 }

    /// As Python's `isoformat`: `2026-11-23T16:21:20.271770+00:00`; the fraction is left out when it is 0.
    public var isoFormat: String {
        let local = microseconds + Int64(offset) * 1_000_000
        let seconds = local.flooredQuotient(1_000_000)
        let days = seconds.flooredQuotient(86400)
        let (year, month, day) = Self.civil(fromDays: Int(days))
        let second = Int(seconds - days * 86400)
        let fraction = Int(local - seconds * 1_000_000)
        let date = "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
        let time = "\((second / 3600).padded(2)):\((second / 60 % 60).padded(2)):\((second % 60).padded(2))"
        return date + "T" + time + (fraction == 0 ? "" : "." + fraction.padded(6)) + offsetText
    }

    private var offsetText: String {
        let size = abs(offset)
        let text = "\((size / 3600).padded(2)):\((size / 60 % 60).padded(2))"
        return (offset < 0 ? "-" : "+") + text + (size % 60 == 0 ? "" : ":" + (size % 60).padded(2))
    }
}

// MARK: The calendar

extension PythonDateTime {
    /// Days since 1970 of a date of the proleptic Gregorian calendar; nil if there is no such date.
    static func days(year: Int, month: Int, day: Int) -> Int? {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        guard day <= length else { return nil }
        // Years begin in March here, so that the leap day is the last day of a year.
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719468
    }

    private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        var year = 1970 + Int(Int64(days * 400).flooredQuotient(146097))
        while let next = Self.days(year: year + 1, month: 1, day: 1), next <= days { year += 1 }
        while let first = Self.days(year: year, month: 1, day: 1), first > days { year -= 1 }
        var month = 12
        while let first = Self.days(year: year, month: month, day: 1), first > days { month -= 1 }
        return (year, month, days - (Self.days(year: year, month: month, day: 1) ?? days) + 1)
    }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}

extension Int {
    fileprivate func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
