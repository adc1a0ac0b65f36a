internal import Recognition

/// Makes a page of a PDF's own text, when that text can be trusted.
struct TextLayer {
    let boxes: [TextLayerBox]
    let size: PointSize

    /// One page of a PDF from its own text; nil when there is none or it is not sound.
    static func page(_ index: Int, of pdf: borrowing PDFFile) throws(RecognitionFailure) -> RecognizedPage? {
        let layer = TextLayer(boxes: try pdf.textBoxes(page: index), size: try pdf.pageSize(index))
        return layer.isSound ? layer.page(index: index) : nil
    }

    /// Enough letters and digits, and hardly any character that a broken font encoding leaves behind.
    var isSound: Bool {
        let scalars = boxes.lazy.flatMap(\.text.unicodeScalars)
        var readable = 0
        var broken = 0
        for scalar in scalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { readable += 1 }
            if scalar.isLeftoverOfBrokenFont { broken += 1 }
        }
        return readable >= 20 && broken * 50 <= readable
    }

    /// The words in visual rows, top to bottom and left to right, as one block.
    func page(index: Int) -> RecognizedPage {
        let lines = rows().map { row in
            RecognizedLine(words: row.map { RecognizedWord(text: $0.text, box: fraction($0.box), confidence: 1) })
        }
        return RecognizedPage(
            index: index, width: Int(size.width.rounded()), height: Int(size.height.rounded()), source: .textLayer,
            blocks: lines.isEmpty ? [] : [RecognizedBlock(lines: lines)])
    }

    private func fraction(_ box: PageBox) -> PageBox {
        PageBox(
            x: box.x / size.width, y: box.y / size.height, width: box.width / size.width,
            height: box.height / size.height
        ).clampedToPage
    }

    /// Words whose middles lie within half a line of the row's middle share the row.
    private func rows() -> [[TextLayerBox]] {
        let upright = boxes.filter { $0.isUpright && $0.isOnPage(size) && !$0.text.isEmpty }
        var rows: [Row] = []
        for box in upright.sorted(by: { ($0.box.midY, $0.box.x) < ($1.box.midY, $1.box.x) }) {
            if let last = rows.indices.last, rows[last].takes(box) {
                rows[last].append(box)
            } else {
                rows.append(Row(first: box))
            }
        }
        return rows.map { $0.boxes.sorted { $0.box.x < $1.box.x } }
    }

    private struct Row {
        private(set) var boxes: [TextLayerBox]
        private var middle: Double
        private var height: Double

        init(first: TextLayerBox) {
            boxes = [first]
            middle = first.box.midY
            height = first.box.height
        }

        func takes(_ box: TextLayerBox) -> Bool {
            abs(box.box.midY - middle) < min(height, box.box.height) * 0.5
        }

        mutating func append(_ box: TextLayerBox) {
            boxes.append(box)
            let count = Double(boxes.count)
            middle += (box.box.midY - middle) / count
            height += (box.box.height - height) / count
        }
    }
}

extension TextLayerBox {
    fileprivate func isOnPage(_ size: PointSize) -> Bool {
        box.midX >= 0 && box.midY >= 0 && box.midX <= size.width && box.midY <= size.height
    }
}

extension Unicode.Scalar {
    fileprivate var isLeftoverOfBrokenFont: Bool {
        switch properties.generalCategory {
        case .privateUse, .unassigned, .control, .surrogate: true
        default: value == 0xFFFD
        }
    }
}
