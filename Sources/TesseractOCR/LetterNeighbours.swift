internal import Recognition

/// Tells letters from specks: a letter has another of its height beside it, on the same line.
enum LetterNeighbours {
    /// The boxes that have such a neighbour to their right.
    static func aligned(_ boxes: [PixelBox]) -> [PixelBox] {
        let bands = BoxBands(boxes, height: 16)
        return bands.boxes.filter { box in
            let bottom = box.y + box.height
            let slack = max(box.height / 8, 1)
            let near = bands.indices(
                from: box.x + box.width, until: Double(box.x + box.width + 3 * box.height), bottom: Double(bottom),
                slack: Double(slack))
            return near.contains { index in
                let other = bands.boxes[index]
                return abs(other.height - box.height) <= slack && abs(other.y + other.height - bottom) <= slack
            }
        }
    }
}
