package import Tuning

/// Which digits are taken for which, from numbers that were read otherwise than printed.
package struct DigitConfusion: Sendable {
    /// What became of a printed digit, or what a digit came from.
    package enum Outcome: Int, CaseIterable {
        /// Another character.
        case other = 10
        /// Nothing.
        case dropped = 11
    }

    /// Rows are printed digits; columns the digits read, then other characters, then digits left out.
    package private(set) var counts = [[Int]](repeating: [Int](repeating: 0, count: 12), count: 10)
    /// Digits read where none is printed, by digit.
    package private(set) var added = [Int](repeating: 0, count: 10)
    /// Digits of cells of which nothing was read, by digit.
    package private(set) var missed = [Int](repeating: 0, count: 10)
    /// Cells that were aligned digit by digit.
    package private(set) var cells = 0
    /// Cells whose number shares no digit with the printed one: read from another place, not misread.
    package private(set) var strangers = 0

    /// Counts the cells that are numbers.
    package init(_ cells: some Sequence<CellError>) {
        for cell in cells { add(cell) }
    }

    var isEmpty: Bool { cells == 0 && missed.allSatisfy { $0 == 0 } }

    /// A printed digit that was read as another character, all of them.
    func confused(_ digit: Int) -> Int {
        counts[digit].enumerated().reduce(0) { $0 + ($1.offset == digit ? 0 : $1.element) }
    }

    private mutating func add(_ cell: CellError) {
        guard let printed = cell.expected.flatMap(Self.number) else { return }
        guard let read = cell.found.map(Array.init), !read.isEmpty else {
            for digit in printed.compactMap(Self.digit) { missed[digit] += 1 }
            return
        }
        let digits = Set(printed.filter { Self.digit($0) != nil })
        if printed.count > 1, digits.isDisjoint(with: read) {
            strangers += 1
            return
        }
        cells += 1
        for step in CharacterAlignment.steps(from: printed, to: read) { add(step) }
    }

    private mutating func add(_ step: CharacterAlignment.Step) {
        switch (step.from.flatMap(Self.digit), step.to.flatMap(Self.digit)) {
        case (let from?, let to?): counts[from][to] += 1
        case (let from?, nil): counts[from][(step.to == nil ? Outcome.dropped : .other).rawValue] += 1
        case (nil, let to?): added[to] += 1
        case (nil, nil): break
        }
    }

    /// The characters of a value made of digits, points and signs alone.
    static func number(_ text: String) -> [Character]? {
        let characters = Array(text)
        guard characters.contains(where: { digit($0) != nil }),
            characters.allSatisfy({ digit($0) != nil || ".-/*".contains($0) })
        else { return nil }
        return characters
    }

    private static func digit(_ character: Character) -> Int? {
        character.isASCII ? character.wholeNumberValue : nil
    }
}

/// Two short texts side by side with the fewest edits (Levenshtein), a substitution before a deletion before an insertion.
enum CharacterAlignment {
    struct Step: Equatable {
        let from: Character?
        let to: Character?
    }

    static func steps(from first: [Character], to second: [Character]) -> [Step] {
        var cost = [[Int]](repeating: [Int](repeating: 0, count: second.count + 1), count: first.count + 1)
        for row in 0...first.count { cost[row][0] = row }
        for column in 0...second.count { cost[0][column] = column }
        for row in first.indices {
            for column in second.indices {
                let change = first[row] == second[column] ? 0 : 1
                cost[row + 1][column + 1] = min(
                    cost[row][column] + change, cost[row][column + 1] + 1, cost[row + 1][column] + 1)
            }
        }
        var (row, column) = (first.count, second.count)
        var steps: [Step] = []
        while row > 0 || column > 0 {
            if row > 0, column > 0,
                cost[row][column] == cost[row - 1][column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1)
            {
                (row, column) = (row - 1, column - 1)
                steps.append(Step(from: first[row], to: second[column]))
            } else if row > 0, cost[row][column] == cost[row - 1][column] + 1 {
                row -= 1
                steps.append(Step(from: first[row], to: nil))
            } else {
                column -= 1
                steps.append(Step(from: nil, to: second[column]))
            }
        }
        return steps.reversed()
    }
}
