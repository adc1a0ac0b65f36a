internal import Evaluation

/// Normal noise from a table: four samples of each draw.
struct Grain {
    private let table: [Int16]
    private var random: SplitMix64
    private var bits: UInt64 = 0
    private var left = 0

    init(amplitude: Double, using random: inout SplitMix64) {
        var own = random.fork()
        table = (0..<4096).map { _ in Int16((own.normal() * amplitude).rounded()) }
        self.random = own
    }

    mutating func next() -> Int {
        if left == 0 { (bits, left) = (random.next(), 4) }
        let index = Int(bits & 4095)
        bits >>= 16
        left -= 1
        return Int(table[index])
    }
}

/// A field of values from 0 to 1 that changes slowly over the page.
struct SmoothField: Sendable {
    private let columns: Int
    private let width: Int
    private let cell: Int
    private let knots: [Double]

    init(width: Int, height: Int, cell: Int, using random: inout SplitMix64) {
        self.init(width: width, height: height, cell: cell) { _, _ in random.fraction() }
    }

    /// A field whose knots are a function of the place.
    init(width: Int, height: Int, cell: Int, _ value: (Double, Double) -> Double) {
        columns = width / cell + 2
        self.width = width
        self.cell = cell
        var knots: [Double] = []
        for row in 0..<(height / cell + 2) {
            for column in 0..<columns { knots.append(value(Double(column * cell), Double(row * cell))) }
        }
        self.knots = knots
    }

    /// Calls the body for every x of a row.
    func row(_ y: Int, _ body: (Int, Double) -> Void) {
        let (line, share) = (y / cell, Double(y % cell) / Double(cell))
        var x = 0
        for column in 0..<(columns - 1) {
            let upper = line * columns + column
            let lower = upper + columns
            let start = knots[upper] + (knots[lower] - knots[upper]) * share
            let end = knots[upper + 1] + (knots[lower + 1] - knots[upper + 1]) * share
            let step = (end - start) / Double(cell)
            for offset in 0..<cell {
                if x >= width { return }
                body(x, start + step * Double(offset))
                x += 1
            }
        }
    }
}
