internal import Recognition

/// A piece of a row and what was read in it.
struct ReadPiece {
    let box: PixelBox
    /// On the page, in fractions of it.
    let place: PageBox
    /// Narrow enough for a figure, a mark or the head of a column.
    let isNarrow: Bool
    var words: [RecognizedWord] = []

    /// A figure is at most this many heights of a capital wide.
    private static let figureWidth = 4.5
    /// Characters of a figure that are no digits: a point, a star for not out.
    private static let marks: Set<Character> = [".", "*", "-"]

    /// - Parameter letter: height of capitals in pixels.
    init(box: PixelBox, place: PageBox, letter: Double) {
        self.box = box
        self.place = place
        isNarrow = Double(box.width) <= Self.figureWidth * letter
    }

    /// Narrow, and one figure was read, without much doubt.
    var isFigure: Bool {
        guard isNarrow, words.count == 1, let word = words.first else { return false }
        return word.confidence > 0.5 && word.box.width < 1.4 * place.width && word.text.contains(where: \.isNumber)
            && word.text.allSatisfy { $0.isNumber || Self.marks.contains($0) }
    }

    /// Narrow, and neither a figure nor a word that was read surely.
    var isDoubtful: Bool { isNarrow && !isFigure && !isSureWord }

    private var isSureWord: Bool {
        sureness > 0.85 && words.allSatisfy { $0.text.count > 2 && $0.text.contains(where: \.isLetter) }
    }

    private var sureness: Double { words.map(\.confidence).min() ?? 0 }

    /// Takes another reading when it is surer, or makes a figure of the piece.
    mutating func take(_ new: [RecognizedWord]) {
        var other = self
        other.words = new
        if other.sureness > sureness || other.isFigure { self = other }
    }

    /// Takes digits unless they are a guess.
    mutating func takeFigure(_ new: [RecognizedWord]) {
        guard new.count == 1, new[0].confidence > 0.3, new[0].text.contains(where: \.isNumber) else { return }
        words = new
    }
}

/// Narrow pieces above one another, most of which are figures.
struct FigureColumn {
    private static let leastFigures = 4
    private var left: Int32
    private var right: Int32
    private var figures = 0
    private var others = 0

    /// The columns of figures of a page.
    static func all(in pieces: some Sequence<ReadPiece>) -> [FigureColumn] {
        var columns: [FigureColumn] = []
        for piece in pieces.filter(\.isNarrow).sorted(by: { $0.box.right < $1.box.right }) {
            if let last = columns.last, last.holds(piece.box) {
                columns[columns.count - 1].add(piece)
            } else {
                columns.append(FigureColumn(first: piece))
            }
        }
        return columns.filter { $0.figures >= leastFigures && $0.others < $0.figures }
    }

    private init(first piece: ReadPiece) {
        left = piece.box.x
        right = piece.box.right
        add(piece)
    }

    /// Whether half of the piece, or of the column, is in the other.
    func holds(_ box: PixelBox) -> Bool {
        let shared = min(right, box.right) - max(left, box.x)
        return shared * 2 > min(box.width, right - left)
    }

    private mutating func add(_ piece: ReadPiece) {
        left = min(left, piece.box.x)
        right = max(right, piece.box.right)
        if piece.isFigure { figures += 1 } else { others += 1 }
    }
}

extension PixelBox {
    fileprivate var right: Int32 { x + width }
}
