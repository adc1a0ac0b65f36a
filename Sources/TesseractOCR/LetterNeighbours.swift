internal import Recognition

/// Tells letters from specks: a letter has another of its height beside it, on the same line.
enum LetterNeighbours {
    /// Height in pixels of the bands that boxes are sought in.
    private static let band: Int32 = 16

    /// The boxes that have such a neighbour to their right.
    static func aligned(_ boxes: [PixelBox]) -> [PixelBox] {
        let sorted = boxes.sorted { $0.x < $1.x }
        let bands = Dictionary(grouping: sorted) { ($0.y + $0.height) / band }
        return sorted.filter { box in
            let bottom = box.y + box.height
            let slack = max(box.height / 8, 1)
            return ((bottom - slack) / band...(bottom + slack) / band).contains { place in
                hasNeighbour(box, in: bands[place] ?? [], slack: slack)
            }
        }
    }

    private static func hasNeighbour(_ box: PixelBox, in band: [PixelBox], slack: Int32) -> Bool {
        var (low, high) = (0, band.count)
        while low < high {
            let middle = (low + high) / 2
            if band[middle].x < box.x + box.width { low = middle + 1 } else { high = middle }
        }
        return band[low...].prefix { $0.x < box.x + box.width + 3 * box.height }.contains {
            abs($0.height - box.height) <= slack && abs($0.y + $0.height - box.y - box.height) <= slack
        }
    }
}
