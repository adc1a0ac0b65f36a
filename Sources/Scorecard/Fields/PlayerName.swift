/// A player's name taken apart so that `V Kohli`, `Kohli` and `Virat Kohli` can be told to be one person.
struct PlayerName: Hashable {
    /// Lower-case words without marks and points; initials are words of one letter.
    let words: [String]

    init(_ name: String) {
        var words: [String] = []
        var current: [UInt8] = []
        func finish() {
            if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
            current.removeAll(keepingCapacity: true)
        }
        for scalar in name.unicodeScalars {
            if !Characters.isLetter(scalar) {
                if scalar != "'" && scalar != "\u{2019}" && scalar != "-" { finish() }
            } else if scalar.isASCII {
                current.append(UInt8(scalar.value | 0x20))
            } else {
                current.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        finish()
        self.words = words
    }

    /// Whether both can be the same person: equal surnames and given names that do not contradict each other.
    func matches(_ other: PlayerName) -> Bool {
        guard let surname = words.last, let otherSurname = other.words.last else { return false }
        if length == other.length, words.joined() == other.words.joined() { return true }
        guard surname == otherSurname else { return false }
        return zip(words.dropLast(), other.words.dropLast()).allSatisfy(Self.compatible)
    }

    private var length: Int { words.reduce(0) { $0 + $1.utf8.count } }

    private static func compatible(_ one: String, _ two: String) -> Bool {
        if one == two { return true }
        // Initials are often run together: `VVS Laxman` beside `Vangipurapu Laxman`.
        guard one.count <= 3 || two.count <= 3 else { return false }
        return one.first == two.first
    }

    /// The index of the one candidate that matches best: equal names first, then the only compatible one.
    func uniqueMatch(among candidates: [PlayerName]) -> Int? {
        if let exact = Self.only(candidates.indices.filter { candidates[$0].words == words }) { return exact }
        return Self.only(candidates.indices.filter { matches(candidates[$0]) })
    }

    private static func only(_ indices: [Int]) -> Int? { indices.count == 1 ? indices[0] : nil }
}
