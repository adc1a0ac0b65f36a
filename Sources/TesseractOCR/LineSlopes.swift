internal import CLeptonica
internal import Recognition

/// How steeply the lines of text run at every place of a page, from the letters alone: neighbours of one height stand on one
/// line, and a smooth surface through their steps forgives the few that do not.
struct LineSlopes {
    /// Steps for each term that make a surface sure.
    private static let stepsPerTerm = 20
    /// Round by round: how far away the next letter of a line is looked for, in letters, and of how many terms the surface is. A flat
    /// page seen at an angle, which needs four, comes before one that is bent.
    private static let rounds: [(window: ClosedRange<Double>, terms: Int)] = [
        (0...2.2, 4), (2.2...6, 4), (6...12, 6), (12...20, 10), (20...32, 10),
    ]
    private let coefficients: [Double]
    /// Where there are letters, in u and in v; beyond, the slope stays that of the edge.
    let across: ClosedRange<Double>
    private let down: ClosedRange<Double>
    /// Height of a letter in pixels.
    let letter: Double

    /// The slope at a place, in pixels down for each to the right.
    func slope(u: Double, v: Double) -> Double {
        Self.dot(
            coefficients,
            Self.basis(
                min(max(u, across.lowerBound), across.upperBound), min(max(v, down.lowerBound), down.upperBound)))
    }

    /// Nil where a page has too few letters to tell.
    init?(_ binary: borrowing Picture) {
        guard let letter = binary.letterHeight() else { return nil }
        let steps = LetterSteps(
            binary.componentBoxes(), letter: letter, width: Double(binary.width), height: Double(binary.height))
        self.init(steps.along(nil, windows: [Self.rounds[0].window]), letter: letter, terms: Self.rounds[0].terms)
        // Figures stand far from the names: what the slope is known to be near one letter finds the next of its line farther away.
        for round in Self.rounds.indices.dropFirst() {
            let windows = Self.rounds[...round].reversed().map(\.window)
            let found = steps.along(self, windows: windows)
            guard let better = LineSlopes(found, letter: letter, terms: Self.rounds[round].terms) else { return }
            self = better
        }
    }

    private init?(_ steps: [LetterSteps.Step], letter: Double, terms: Int) {
        guard steps.count >= Self.stepsPerTerm * terms, let fitted = Self.fit(steps, letter: letter, terms: terms)
        else {
            return nil
        }
        across = Self.range(steps.map(\.u))
        down = Self.range(steps.map(\.v))
        self.letter = letter
        coefficients = fitted
    }

    /// Where most of the places are.
    private static func range(_ places: [Double]) -> ClosedRange<Double> {
        let places = places.sorted()
        return places[places.count / 50]...places[places.count - 1 - places.count / 50]
    }

    /// Least squares, reweighted by how far a letter is from the surface (Beaton and Tukey 1974).
    private static func fit(_ steps: [LetterSteps.Step], letter: Double, terms: Int) -> [Double]? {
        var coefficients = [Double](repeating: 0, count: terms)
        // In pixels; it narrows slowly, so that a corner where few letters stand is not given up before it counts.
        var spread = 0.5 * letter
        for _ in 0..<6 {
            var system = LinearSystem(terms)
            var residuals: [Double] = []
            for step in steps {
                let basis = Array(basis(step.u, step.v).prefix(terms))
                let residual = (step.slope - dot(coefficients, basis)) * step.run
                residuals.append(residual.magnitude)
                let distance = residual / (3 * spread)
                guard distance.magnitude < 1 else { continue }
                let forgiving = 1 - distance * distance
                system.add(basis, step.slope, weight: step.weight * forgiving * forgiving)
            }
            guard let solution = system.solution() else { return nil }
            coefficients = solution
            residuals.sort()
            spread = max(residuals[residuals.count * 6 / 10], 0.05 * letter, spread / 2)
        }
        return coefficients
    }

    /// Powers of u up to the fifth, and v times those up to the third, with u to the right and v downwards, -1 to 1 over the page.
    private static func basis(_ u: Double, _ v: Double) -> [Double] {
        let (square, cube) = (u * u, u * u * u)
        return [1, u, v, u * v, square, square * v, cube, cube * v, square * square, square * cube]
    }

    private static func dot(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

/// Steps from letter to letter along the lines of a page.
struct LetterSteps {
    struct Step {
        var u: Double
        var v: Double
        var slope: Double
        /// In pixels.
        var run: Double
        var weight: Double
    }

    private let bands: BoxBands
    private let letter: Double
    private let width: Double
    private let height: Double

    /// - Parameter letter: height of capitals in pixels.
    init(_ boxes: [PixelBox], letter: Double, width: Double, height: Double) {
        (self.letter, self.width, self.height) = (letter, width, height)
        let letters = boxes.filter {
            $0.couldBeALetter && (0.5 * letter...1.5 * letter).contains(Double($0.height))
                && Double($0.width) < 2 * letter
        }
        bands = BoxBands(letters, height: letter)
    }

    /// The step from each letter to another of its line: in the first of the windows that has one, distances in letters.
    /// - Parameter slopes: how the lines run as far as is known; nil where nothing is.
    func along(_ slopes: LineSlopes?, windows: [ClosedRange<Double>]) -> [Step] {
        bands.boxes.compactMap { box in
            // A surface of a few odd letters may be steep beyond all paper.
            let slope = min(max(slopes?.slope(u: u(box), v: v(box)) ?? 0, -1), 1)
            return windows.lazy.compactMap { neighbour(of: box, in: $0, slope: slope) }.first.map { step(box, $0) }
        }
    }

    private func u(_ box: PixelBox) -> Double { 2 * Double(box.x) / width - 1 }
    private func v(_ box: PixelBox) -> Double { 2 * Double(box.y) / height - 1 }

    private func step(_ box: PixelBox, _ next: PixelBox) -> Step {
        let run = Double(next.x - box.x) + Double(next.width - box.width) / 2
        let fall = Double(next.y - box.y) + Double(next.height - box.height) / 2
        let sure = min(run, 12 * letter)
        return Step(
            u: (u(box) + u(next)) / 2, v: (v(box) + v(next)) / 2, slope: fall / run, run: run, weight: sure * sure)
    }

    /// The farthest letter in the window that has the same height and stands nearly where the slope leads.
    private func neighbour(of box: PixelBox, in window: ClosedRange<Double>, slope: Double) -> PixelBox? {
        let bottom = Double(box.y + box.height)
        let (near, far) = (window.lowerBound * letter, window.upperBound * letter)
        let middle = bottom + slope * (near + far) / 2
        var best: PixelBox?
        for index in bands.indices(
            from: box.x + box.width + 1 + Int32(near), until: Double(box.x) + far, bottom: middle,
            slack: letter + slope.magnitude * (far - near) / 2)
        {
            let other = bands.boxes[index]
            let atTop = Double(other.y - box.y)
            let atBottom = Double(other.y + other.height) - bottom
            let strays = atBottom - slope * Double(other.x - box.x)
            guard (atTop - atBottom).magnitude <= max(0.1 * letter, 1), strays.magnitude < 0.5 * letter else {
                continue
            }
            if best.map({ other.x > $0.x }) ?? true { best = other }
        }
        return best
    }
}

/// Normal equations of a weighted least-squares fit.
struct LinearSystem {
    private var rows: [[Double]]

    init(_ unknowns: Int) {
        rows = [[Double]](repeating: [Double](repeating: 0, count: unknowns + 1), count: unknowns)
    }

    /// Adds one observation.
    mutating func add(_ basis: [Double], _ value: Double, weight: Double) {
        for row in basis.indices {
            let scaled = weight * basis[row]
            for column in basis.indices { rows[row][column] += scaled * basis[column] }
            rows[row][basis.count] += scaled * value
        }
    }

    /// By Gaussian elimination with pivoting; nil when the observations do not decide every unknown.
    func solution() -> [Double]? {
        var rows = rows
        let count = rows.count
        for column in 0..<count {
            let pivot = (column..<count).max { rows[$0][column].magnitude < rows[$1][column].magnitude } ?? column
            rows.swapAt(column, pivot)
            guard rows[column][column].magnitude > 1e-9 else { return nil }
            for row in 0..<count where row != column {
                let factor = rows[row][column] / rows[column][column]
                for place in column...count { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return (0..<count).map { rows[$0][count] / rows[$0][$0] }
    }
}
