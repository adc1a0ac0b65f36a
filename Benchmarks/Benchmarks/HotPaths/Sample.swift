import Evaluation
import Recognition

/// Made-up input of the sizes that occur: a card of two full innings, and pages of text. Always the same.
enum Sample {
    /// The card as monospaced text; `page` sets it word by word.
    static let card = ["Lions", "Tigers"].map { innings(of: $0) }.joined(separator: "\n\n")

    static let page: RecognizedPage = {
        let lines = card.split(separator: "\n", omittingEmptySubsequences: false)
        let height = 1 / Double(lines.count)
        let recognized = lines.enumerated().map { row, line in
            RecognizedLine(words: words(of: line, y: Double(row) * height, height: height * 0.7))
        }
        return RecognizedPage(
            index: 0, width: 1_700, height: 2_200, source: .ocr,
            blocks: [RecognizedBlock(lines: recognized.filter { !$0.words.isEmpty })])
    }()

    /// Symbols like those of a page, and a copy in which about one in fifty was misread.
    static func text(_ length: Int) -> (printed: [UInt32], read: [UInt32]) {
        var generator = SplitMix64(seed: 7)
        let printed = (0..<length).map { _ in UInt32(40 + generator.next(below: 60)) }
        let read = printed.flatMap { symbol -> [UInt32] in
            guard generator.next(below: 50) == 0 else { return [symbol] }
            return [[], [symbol, symbol], [UInt32(40 + generator.next(below: 60))]][generator.next(below: 3)]
        }
        return (printed, read)
    }

    private static func innings(of team: String) -> String {
        var generator = SplitMix64(seed: UInt64(team.utf8.count))
        func number(_ bound: Int) -> String { String(generator.next(below: bound)) }
        let batting = (1...11).map { row in
            let how = row == 11 ? "not out" : "c Fielder\(row) b Bowler\(row % 6)"
            return columns(["\(team)man \(row)", how, number(90), number(80), number(9), number(5)])
        }
        let bowling = (0..<6).map { columns(["Bowler\($0)", "4.0", number(2), number(50), number(4)]) }
        return
            (["\(team) innings", columns(["BATTING", "", "R", "B", "4s", "6s"])] + batting
            + ["Extras (b 1, lb 4, w 6, nb 1) 12", "TOTAL (10 wickets, 20 overs) 171", ""]
            + [columns(["BOWLING", "O", "M", "R", "W"])] + bowling).joined(separator: "\n")
    }

    private static func columns(_ cells: [String]) -> String {
        let widths = [20, 28, 8, 8, 8, 8]
        return zip(cells, widths).map { $0 + String(repeating: " ", count: max(1, $1 - $0.count)) }.joined()
    }

    private static func words(of line: Substring, y: Double, height: Double) -> [RecognizedWord] {
        line.split(separator: " ").map { word in
            let start = line.distance(from: line.startIndex, to: word.startIndex)
            let box = PageBox(x: Double(start) / 90, y: y, width: Double(word.count) / 90, height: height)
            return RecognizedWord(text: String(word), box: box, confidence: 0.9)
        }
    }
}
