internal import Glibc

/// What a misreading costs, in bits: how rarely engines make it.
package enum MisreadCosts {
    /// What it costs to take a figure for another one than was read, whichever that is.
    package static func change(confidence: Double) -> Double {
        -log2(0.4 * (1 - confidence) + 0.01)
    }

    /// What it costs that `meant` was read as `read`, given that it was misread: one digit changed, lost or put in.
    /// No digits at all may have been anything. Nil when it takes more.
    package static func misreading(_ read: [UInt8], for meant: [UInt8]) -> Double? {
        if read.isEmpty { return unread * Double(meant.count) }
        if read == meant { return lostPoint }
        if read.count == meant.count { return changed(read, meant) }
        guard (read.count - meant.count).magnitude == 1, !meant.isEmpty else { return nil }
        let (long, short) = read.count > meant.count ? (read, meant) : (meant, read)
        return isOneShorter(short, than: long) ? (read.count > meant.count ? putIn : lost) : nil
    }

    /// What it costs that several digits of `meant` were misread, lost or put in: a weighted edit distance. Nil when that is more
    /// than to leave a law broken.
    package static func severalMisread(_ read: [UInt8], for meant: [UInt8]) -> Double? {
        guard read.count <= 8, meant.count <= 8 else { return nil }
        if read.count == meant.count { return substituted(read, meant) }
        var row = (0...meant.count).map { lost * Double($0) }
        for digit in read {
            var next = [row[0] + putIn]
            for index in meant.indices {
                let same = digit == meant[index] ? 0 : Self.digit(meant[index], readAs: digit)
                next.append(min(row[index] + same, next[index] + lost, row[index + 1] + putIn))
            }
            row = next
        }
        return row[meant.count] <= most ? row[meant.count] : nil
    }

    /// A digit that is misread in one place is likely misread in another: `9.29` for 5.25.
    private static func substituted(_ read: [UInt8], _ meant: [UInt8]) -> Double? {
        var seen: Set<[UInt8]> = []
        let cost = zip(read, meant).filter { $0 != $1 }
            .reduce(0) { $0 + (seen.insert([$1.0, $1.1]).inserted ? digit($1.1, readAs: $1.0) : repeated) }
        return cost <= most ? cost : nil
    }

    /// Bits of a misreading that was made before in the same figure.
    private static let repeated = 1.0

    /// Bits of several misread digits together.
    private static let most = 10.0

    private static func changed(_ read: [UInt8], _ meant: [UInt8]) -> Double? {
        var cost: Double?
        for (one, other) in zip(read, meant) where one != other {
            guard cost == nil else { return nil }
            cost = digit(other, readAs: one)
        }
        return cost
    }

    private static func isOneShorter(_ short: [UInt8], than long: [UInt8]) -> Bool {
        let same = zip(short, long).prefix { $0 == $1 }.count
        return short[same...] == long[(same + 1)...]
    }

    /// What it costs that one digit was read as another.
    private static func digit(_ meant: UInt8, readAs read: UInt8) -> Double {
        guard (0x30...0x39).contains(meant), (0x30...0x39).contains(read) else { return rare }
        return digits[Int(meant - 0x30)][Int(read - 0x30)]
    }

    private static let unread = 2.5
    private static let lostPoint = 1.5
    private static let lost = 4.0
    private static let putIn = 4.0
    private static let rare = 7.0

    /// Rows: the digit printed; columns: the digit read.
    private static let digits: [[Double]] = [
        [0, 7, 7, 7, 6, 7, 4, 7, 2, 4],
        [7, 0, 6, 7, 3, 7, 7, 3, 7, 7],
        [7, 6, 0, 5, 7, 7, 7, 4, 7, 7],
        [7, 7, 5, 0, 7, 4, 7, 7, 3, 5],
        [7, 4, 7, 7, 0, 7, 6, 7, 7, 5],
        [7, 7, 7, 4, 7, 0, 3, 7, 4, 6],
        [5, 7, 7, 7, 6, 4, 0, 7, 3, 7],
        [7, 3, 4, 7, 6, 7, 7, 0, 7, 6],
        [4, 7, 7, 4, 7, 5, 4, 7, 0, 5],
        [5, 7, 7, 5, 5, 6, 7, 6, 4, 0],
    ]
}
