internal import Evaluation

/// A player, with what decides how a match goes.
package struct Player: Sendable, Hashable {
    /// One to three given names.
    package var given: [String]
    /// Family name.
    package var surname: String
    /// 0 (a number eleven) to 1 (an opener).
    var batting: Double
    /// Chosen to bowl, the best first; nil for one who never bowls.
    var bowlingRank: Int?

    var initials: [String] { given.map { String($0.prefix(1)) } }
    var full: String { given[0] + " " + surname }
}

/// Eleven players under a name.
package struct Side: Sendable, Hashable {
    package var name: String
    package var players: [Player]
    package var captain: Int
    package var keeper: Int
    /// Comes in for one who was concussed.
    package var substitute: Player?

    /// A player of the eleven, or the substitute after them.
    subscript(place: Int) -> Player { place < players.count ? players[place] : substitute ?? players[0] }

    /// The bowlers, best first.
    var bowlers: [Int] {
        players.indices.filter { players[$0].bowlingRank != nil }
            .sorted { (players[$0].bowlingRank ?? 0) < (players[$1].bowlingRank ?? 0) }
    }

    /// Draws two sides for a match; no two of the 22 share surname and first initial.
    static func pair(
        books: [NameBook] = NameBook.all, using random: inout SplitMix64
    ) -> (Side, Side) {
        var taken: Set<String> = []
        let names = random.shuffled(places).prefix(2).map { $0 }
        let suffixes = suffixPair(using: &random)
        let first = Side(name: names[0] + suffixes.0, books: books, taken: &taken, using: &random)
        let second = Side(name: names[1] + suffixes.1, books: books, taken: &taken, using: &random)
        return (first, second)
    }

    private init(
        name: String, books: [NameBook], taken: inout Set<String>, using random: inout SplitMix64
    ) {
        let home = random.pick(books)
        self.name = name
        players = []
        while players.count < 11 {
            let brother = players.count > 1 && random.chance(0.04) ? players[random.next(below: players.count)] : nil
            let book = random.chance(0.7) ? home : random.pick(books)
            let player = Player(book: book, place: players.count, brother: brother, using: &random)
            if player.full.count <= 23, taken.insert(player.initials[0] + player.surname).inserted {
                players.append(player)
            }
        }
        captain = random.next(below: 8)
        keeper = random.integer(1, 6)
        let candidates = players.indices.filter { $0 != keeper }
        let order = candidates.sorted { $0 > $1 }.prefix(7)
        for (rank, index) in random.shuffled(Array(order)).enumerated() { players[index].bowlingRank = rank }
    }

    /// One more of the same names, whom no row can be mistaken for.
    mutating func addSubstitute(using random: inout SplitMix64) {
        let taken = Set(players.map(\.surname))
        for _ in 0..<40 {
            let player = Player(book: random.pick(NameBook.world), place: 8, brother: nil, using: &random)
            if player.full.count <= 23, !taken.contains(player.surname) { return substitute = player }
        }
    }

    private static func suffixPair(using random: inout SplitMix64) -> (String, String) {
        let eleven = random.pick(["1st XI", "2nd XI", "3rd XI"])
        return random.pick([
            ("", ""), (" CC", " CC"), (" CC", " CC"), (" Cricket Club", " CC"), (" " + eleven, " " + eleven),
            (" Women", " Women"), (" U19", " U19"), (" Strikers", " Royals"), (" CC, " + eleven, " CC, " + eleven),
        ])
    }

    private static let places = [
        "Ashcombe", "Balmoral Park", "Bridgetown", "Byron Bay", "Chittagong", "Colombo", "Dunedin", "East Grinstead",
        "Faisalabad", "Galle", "Great Tew", "Harare", "Headingley", "Jaipur", "Karori", "Kathmandu", "Kingston",
        "King's Lynn", "Lahore", "Little Aston", "Malahide", "Mumbai", "Nantwich", "Napier", "New Brighton",
        "Paarl", "Peshawar", "Pietermaritzburg", "Port Elizabeth", "Port of Spain", "Rawalpindi", "Roosendaal",
        "Saffron Walden", "St Albans", "St Kilda", "Stoke-on-Trent", "Sydney Harbour", "Taunton Vale", "Toowoomba",
        "Tunbridge Wells", "Voorburg", "Wanganui", "Windhoek", "Worcester", "Yarra Glen",
    ]
}

extension Player {
    /// A brother shares the surname: two rows that only initials tell apart.
    fileprivate init(book: NameBook, place: Int, brother: Player?, using random: inout SplitMix64) {
        let count = random.index(weights: [0.55, 0.38, 0.07]) + 1
        given = Array(random.shuffled(book.given).prefix(count))
        surname = brother?.surname ?? random.pick(book.surnames)
        let expected = 0.95 - 0.085 * Double(place)
        batting = max(0.05, min(1, expected + 0.08 * random.normal()))
        bowlingRank = nil
    }
}
