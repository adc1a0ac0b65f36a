internal import Recognition

/// The lines of a page while words in them are exchanged.
struct PageLines {
    private(set) var blocks: [RecognizedBlock]
    private let geometry: PreparedGeometry

    init(_ blocks: [RecognizedBlock], geometry: PreparedGeometry) {
        self.blocks = blocks
        self.geometry = geometry
    }

    /// Words that share the greater part of their width and some of their height with a piece of a line.
    ///
    /// - Parameter place: on the prepared picture, where lines are level.
    func words(in place: PageBox) -> [RecognizedWord] {
        blocks.flatMap { $0.lines.flatMap { $0.words.filter { Self.isIn(place, geometry.levelBox($0.box)) } } }
    }

    /// Puts words in the place of others, in their line where there is one at this height, else in a line of their own.
    mutating func replace(_ old: [RecognizedWord], by new: [RecognizedWord], at place: PageBox) {
        let gone = Set(old.filter { $0.box.height <= 1.7 * place.height || $0.confidence < SecondLook.doubtful })
        for block in blocks.indices {
            for line in blocks[block].lines.indices { blocks[block].lines[line].words.removeAll { gone.contains($0) } }
        }
        insert(new, at: place)
        for block in blocks.indices { blocks[block].lines.removeAll { $0.words.isEmpty } }
        blocks.removeAll { $0.lines.isEmpty }
    }

    /// The word with this very box.
    func word(at box: PageBox) -> RecognizedWord? {
        for block in blocks {
            for line in block.lines {
                if let word = line.words.first(where: { $0.box == box }) { return word }
            }
        }
        return nil
    }

    /// Notes what a word was read as again.
    mutating func attach(_ rereadings: [Rereading], to word: RecognizedWord) {
        for block in blocks.indices {
            for line in blocks[block].lines.indices {
                for index in blocks[block].lines[line].words.indices
                where blocks[block].lines[line].words[index].box == word.box {
                    blocks[block].lines[line].words[index].rereadings = rereadings
                }
            }
        }
    }

    private mutating func insert(_ words: [RecognizedWord], at place: PageBox) {
        var near: (block: Int, line: Int, offset: Double)?
        for block in blocks.indices {
            for line in blocks[block].lines.indices {
                guard let offset = offset(of: place, to: blocks[block].lines[line].words) else { continue }
                if offset.magnitude < near?.offset.magnitude ?? .infinity { near = (block, line, offset) }
            }
        }
        guard let near else {
            blocks.append(RecognizedBlock(lines: [RecognizedLine(words: words)]))
            return
        }
        if near.offset.magnitude < 0.4 * place.height {
            let line = blocks[near.block].lines[near.line].words + words
            blocks[near.block].lines[near.line].words = line.sorted { $0.box.x < $1.box.x }
        } else {
            let line = near.line + (near.offset > 0 ? 1 : 0)
            blocks[near.block].lines.insert(RecognizedLine(words: words), at: line)
        }
    }

    /// How far a place is below a line, where the line comes nearest to it: lines of a photograph are not straight.
    private func offset(of place: PageBox, to words: [RecognizedWord]) -> Double? {
        let boxes = words.map { geometry.levelBox($0.box) }
        let nearest = boxes.min { ($0.midX - place.midX).magnitude < ($1.midX - place.midX).magnitude }
        return nearest.map { place.midY - $0.midY }
    }

    private static func isIn(_ place: PageBox, _ word: PageBox) -> Bool {
        let shared = min(word.maxX, place.maxX) - max(word.x, place.x)
        let tall = min(word.maxY, place.maxY) - max(word.y, place.y)
        return shared > 0.5 * min(word.width, place.width) && shared > 0.3 * word.width
            && tall > 0.5 * min(word.height, place.height)
    }
}
