internal import Recognition

/// Boxes by the height at which they stand, so that the neighbours of one are found among few.
struct BoxBands {
    /// All boxes, from left to right.
    let boxes: [PixelBox]
    private let bands: [Int: [Int]]
    private let height: Double

    /// - Parameter height: of a band in pixels; 1 or more.
    init(_ boxes: [PixelBox], height: Double) {
        let boxes = boxes.sorted { $0.x < $1.x }
        let height = max(height, 1)
        self.boxes = boxes
        self.height = height
        bands = Dictionary(grouping: boxes.indices) { Int(Double(boxes[$0].y + boxes[$0].height) / height) }
    }

    /// Indices of the boxes that begin in this range of columns and whose bands are within the slack of a bottom, band by band, from
    /// left to right in each.
    func indices(from left: Int32, until right: Double, bottom: Double, slack: Double) -> [Int] {
        (Int((bottom - slack) / height)...Int((bottom + slack) / height)).flatMap { place -> ArraySlice<Int> in
            guard let members = bands[place] else { return [] }
            var (low, high) = (0, members.count)
            while low < high {
                let middle = (low + high) / 2
                if boxes[members[middle]].x < left { low = middle + 1 } else { high = middle }
            }
            return members[low...].prefix { Double(boxes[$0].x) < right }
        }
    }
}
