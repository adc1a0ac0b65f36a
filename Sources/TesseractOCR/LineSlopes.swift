internal import CLeptonica
internal import Recognition

/// How steeply the lines of text run at every place of a page, from the letters alone: neighbours of one height stand on one
/// line, and a smooth surface through their steps forgives the few that do not.
struct LineSlopes {
    /// Terms of the surface: powers of u up to the fifth, and v times those up to the third, with u to the right and v
    /// downwards, -1 to 1 over the page.
    private static let terms = 10
    private static let leastSteps = 200
    private let coefficients: [Double]
    /// Where there are letters, in u; beyond, the slope stays that of the edge.
    private let range: ClosedRange<Double>
    /// Height of a letter in pixels.
    let letter: Double

    /// The slope at a place, in pixels down for each to the right.
    func slope(u: Double, v: Double) -> Double {
        Self.dot(coefficients, Self.basis(min(max(u, range.lowerBound), range.upperBound), v))
    }

    /// Nil where a page has too few letters to tell.
    init?(_ binary: borrowing Picture) {
        guard let letter = binary.letterHeight() else { return nil }
        let steps = LetterSteps(
            binary.componentBoxes(), letter: letter, width: Double(binary.width), height: Double(binary.height)
        ).steps
        guard steps.count >= Self.leastSteps else { return nil }
        let places = steps.map(\.u).sorted()
        range = places[places.count / 50]...places[places.count - 1 - places.count / 50]
        self.letter = letter
        guard let fitted = Self.fit(steps) else { return nil }
        coefficients = fitted
    }

    /// Least squares, reweighted by how far a step is from the surface (Beaton and Tukey 1974).
    private static func fit(_ steps: [LetterSteps.Step]) -> [Double]? {
        var coefficients = [Double](repeating: 0, count: terms)
        var spread = 0.15
        for _ in 0..<8 {
            var system = LinearSystem(terms)
            var residuals: [Double] = []
            for step in steps {
                let basis = basis(step.u, step.v)
                let residual = step.slope - dot(coefficients, basis)
                residuals.append(residual.magnitude)
                let distance = residual / (3 * spread)
                guard distance.magnitude < 1 else { continue }
                let forgiving = 1 - distance * distance
                system.add(basis, step.slope, weight: step.weight * forgiving * forgiving)
            }
            guard let solution = system.solution() else { return nil }
            coefficients = solution
            residuals.sort()
            spread = max(residuals[residuals.count * 6 / 10], 0.025)
        }
        return coefficients
    }

    private static func basis(_ u: Double, _ v: Double) -> [Double] {
        let (square, cube) = (u * u, u * u * u)
        return [1, u, square, cube, square * square, square * cube, v, u * v, square * v, cube * v]
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
        var weight: Double
    }

    private(set) var steps: [Step] = []
    private let letter: Double

    /// - Parameter letter: height of capitals in pixels.
    init(_ boxes: [PixelBox], letter: Double, width: Double, height: Double) {
        self.letter = letter
        let letters = boxes.filter {
            $0.couldBeALetter && (0.5 * letter...1.5 * letter).contains(Double($0.height))
                && Double($0.width) < 2 * letter
        }
        let bands = BoxBands(letters, height: letter)
        for box in bands.boxes {
            guard let next = neighbour(of: box, bands) else { continue }
            let run = Double(next.x - box.x) + Double(next.width - box.width) / 2
            let fall = Double(next.y - box.y) + Double(next.height - box.height) / 2
            steps.append(
                Step(
                    u: (Double(box.x + next.x) / width) - 1, v: 2 * Double(box.y) / height - 1, slope: fall / run,
                    weight: run * run))
        }
    }

    /// The farthest letter to the right within a few letters that has the same height and stands nearly as high.
    private func neighbour(of box: PixelBox, _ bands: BoxBands) -> PixelBox? {
        let bottom = Double(box.y + box.height)
        var best: PixelBox?
        for index in bands.indices(
            from: box.x + box.width + 1, until: Double(box.x) + 5 * letter, bottom: bottom, slack: letter)
        {
            let other = bands.boxes[index]
            let atTop = Double(other.y - box.y)
            let atBottom = Double(other.y + other.height) - bottom
            guard (atTop - atBottom).magnitude <= max(0.1 * letter, 1), atBottom.magnitude < 0.5 * letter else {
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
