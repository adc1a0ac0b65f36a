/// A law among figures, in a form that says which value of one figure makes it hold.
struct RepairLaw {
    /// A figure with its factor.
    struct Term {
        var cell: Int
        var factor: Int
    }

    /// Terms and a constant.
    struct Linear {
        var terms: [Term]
        var constant = 0

        init(plus: [Int] = [], minus: [Int] = [], constant: Int = 0) {
            terms = plus.map { Term(cell: $0, factor: 1) } + minus.map { Term(cell: $0, factor: -1) }
            self.constant = constant
        }

        init(_ terms: [Term], constant: Int = 0) {
            self.terms = terms
            self.constant = constant
        }

        func value(_ values: [Int?]) -> Int? {
            var sum = constant
            for term in terms {
                guard let value = values[term.cell] else { return nil }
                sum += term.factor * value
            }
            return sum
        }

        /// The value of one figure that makes the sum nought.
        func solution(_ cell: Int, _ values: [Int?]) -> Int? {
            var rest = constant
            var factor = 0
            for term in terms {
                if term.cell == cell {
                    factor += term.factor
                } else {
                    guard let value = values[term.cell] else { return nil }
                    rest += term.factor * value
                }
            }
            return factor != 0 && rest % factor == 0 ? -rest / factor : nil
        }
    }

    enum Form {
        /// One of these is nought.
        case zero([Linear])
        /// This is nought at most.
        case atMostZero(Linear)
        case ratio(RatioLaw)
    }

    let form: Form
    /// What it costs, in bits, that the card does not keep it.
    let penalty: Double
    /// The figures it is about.
    let cells: [Int]

    init(_ form: Form, penalty: Double) {
        self.form = form
        self.penalty = penalty
        switch form {
        case .zero(let sums) where sums.count == 1: cells = sums[0].terms.map(\.cell)
        case .zero(let sums): cells = Set(sums.flatMap { $0.terms.map(\.cell) }).sorted()
        case .atMostZero(let sum): cells = sum.terms.map(\.cell)
        case .ratio(let law): cells = [law.numerator, law.denominator, law.ratio]
        }
    }

    /// Sums of many figures are closed last: any of their figures can close them.
    var isSum: Bool { if case .zero = form { cells.count > 1 } else { false } }

    /// Whether it bounds figures, one by others.
    var isLimit: Bool { if case .atMostZero = form { true } else { false } }

    /// Whether the law holds; not while a figure is missing.
    func holds(_ values: [Int?]) -> Bool {
        switch form {
        case .zero(let sums): sums.contains { $0.value(values) == 0 }
        case .atMostZero(let sum): sum.value(values).map { $0 <= 0 } ?? false
        case .ratio(let law): law.holds(values)
        }
    }

    /// The values of one of its figures with which the law holds.
    func solutions(_ cell: Int, _ values: [Int?], _ cells: [RepairCell]) -> [Int] {
        switch form {
        case .zero(let sums): return Set(sums.compactMap { $0.solution(cell, values) }).sorted()
        case .ratio(let law): return law.solutions(cell, values)
        case .atMostZero:
            var values = values
            return cells[cell].neighbours.filter {
                values[cell] = $0
                return holds(values)
            }
        }
    }
}

/// A printed ratio of two printed figures: strike rate or economy.
struct RatioLaw {
    var numerator: Int
    var denominator: Int
    var ratio: Int
    /// What the quotient is multiplied by, in units of the ratio's last decimal.
    var factor: Int
    /// How far, in the same units, the printed ratio may be from the exact one: it is rounded or cut off.
    var tolerance: Int

    func holds(_ values: [Int?]) -> Bool {
        guard let above = values[numerator], let below = values[denominator], let printed = values[ratio] else {
            return false
        }
        return holds(above, below, printed)
    }

    private func holds(_ above: Int, _ below: Int, _ printed: Int) -> Bool {
        below == 0 ? printed == 0 : (factor * above - printed * below).magnitude <= tolerance * below
    }

    func solutions(_ cell: Int, _ values: [Int?]) -> [Int] {
        if cell == ratio {
            guard let above = values[numerator], let below = values[denominator], below > 0 else { return [] }
            return [(2 * factor * above + below) / (2 * below)]
        }
        guard let printed = values[ratio] else { return [] }
        if cell == numerator {
            guard let below = values[denominator], below > 0 else { return [] }
            return near((2 * printed * below + factor) / (2 * factor)) { holds($0, below, printed) }
        }
        guard let above = values[numerator], above > 0, printed > 0 else { return [] }
        return near((2 * factor * above + printed) / (2 * printed)) { $0 > 0 && holds(above, $0, printed) }
    }

    private func near(_ middle: Int, _ fits: (Int) -> Bool) -> [Int] {
        (max(0, middle - 1)...max(1, middle + 1)).filter(fits)
    }
}
