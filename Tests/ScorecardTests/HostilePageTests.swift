import Recognition
import Scorecard
import Testing

/// Words and boxes that no engine would send; reading them must end, quietly.
@Suite struct HostilePageTests {
    /// SplitMix64: the same pages in every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let pieces = [
        "R", "B", "4s", "6s", "SR", "O", "M", "W", "Econ", "Batter", "Bowler", "Extras", "Total", "(b", "4,", "lb",
        "2)",
        "Did", "not", "bat:", "Fall", "of", "wickets:", "1-12", "(Smith,", "2.3", "ov)", "c", "b", "lbw", "st", "&",
        "run",
        "out", "(A/B)", "Smith", "J.", "*", "†Khan", "(c)", "45*", "184/6", "20", "0", "-", "99999999999999999999",
        "1.2.3",
        "", ".", "....", "|", "\u{0}", "\u{202E}abc", "👨‍👩‍👧", "é", "١٢", "5x", "(((", ")))", "v", "won", "by",
        "12/06/2024",
        "Wicket", "1", "2", "3", "Score", "9999", "-5", "1e9", "NaN", "Ibw", "cE", "&bX", "bOlb1w4nbO", "all", "for",
        "dec", "9223372036854775807", "9223372036854775806", "First", "Second", "innings—X", "–", "BATSMAN", "RUNS",
        "SCORED",
        "HOW", "OUT", "TOTAL", "bowling:", "Trun", "to", "0.1", "Date", "played", "at", "KENT:", "26;", ";", "4-0-22-4",
        "Fieldsman", "74-5", "Times", "3-",
    ]

    private func randomPage(_ random: inout Generator) -> RecognizedPage {
        let extremes: [Double] = [0, 1, -1, 2, 0.5, 1e300, -1e300, .infinity, .nan, 1e-300]
        let wild = random.next() % 4 == 0
        let grid = Double(random.next() % 30 + 2)
        func place(_ random: inout Generator) -> Double {
            if wild, random.next() % 6 == 0 { return extremes[Int(random.next() % 10)] }
            return (Double(random.next() % 1000) / 1000 * grid).rounded() / grid
        }
        let lines = (0..<random.next() % 40 + 1).map { _ in
            RecognizedLine(
                words: (0..<random.next() % 12 + 1).map { _ in
                    let box = PageBox(
                        x: place(&random), y: place(&random), width: wild ? place(&random) : 0.03,
                        height: wild ? place(&random) : 0.02)
                    let text = Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
                    return RecognizedWord(text: text, box: box, confidence: place(&random))
                })
        }
        return RecognizedPage(
            index: 0, width: Int(random.next() % 3) * 1000, height: Int(random.next() % 3) * 1000,
            source: random.next() % 2 == 0 ? .ocr : .textLayer, blocks: [RecognizedBlock(lines: lines)])
    }

    /// Two tables side by side whose gap no picture has, below numbers that count to the end of all numbers.
    @Test func endlessGapsAndNumbersEnd() {
        func line(_ y: Double, _ words: [(String, Double)]) -> RecognizedLine {
            RecognizedLine(
                words: words.map {
                    RecognizedWord(text: $0.0, box: PageBox(x: $0.1, y: y, width: 0.02, height: 0.02), confidence: 1)
                })
        }
        let header = ["Batter", "R", "B", "4s"]
        var lines = [
            line(
                0.05,
                header.enumerated().map { ($1, 0.1 * Double($0)) }
                    + header.enumerated().map { ($1, 1e200 * Double($0 + 1)) })
        ]
        for row in 0..<20 {
            let number = Int.max - 20 + row + 1
            lines.append(
                line(0.1 + 0.04 * Double(row), [(String(number), 0.01), ("Khan", 0.1), ("12", 0.2), ("30", 0.3)]))
        }
        let page = RecognizedPage(
            index: 0, width: 1000, height: 1000, source: .ocr, blocks: [RecognizedBlock(lines: lines)])
        _ = ScorecardReader().read(pages: [page])
    }

    @Test func randomPagesNeverTrap() {
        var random = Generator(state: 7)
        for _ in 0..<150 {
            let pages = (0..<random.next() % 3 + 1).map { _ in randomPage(&random) }
            let reading = ScorecardReader().read(pages: pages)
            #expect(reading.confidence >= 0 && reading.confidence <= 1)
            #expect(reading == ScorecardReader().read(pages: pages))
            _ = CardTable.text(of: reading, width: Int(random.next() % 120))
            _ = PreviewWriter.encode(
                ReadDocument(kind: .scan, format: .tiff, pages: pages, reading: reading, cost: ReadCost()))
        }
    }

    @Test func manyWordsTakeNoLongTime() {
        var lines: [RecognizedLine] = []
        for row in 0..<2000 {
            let words = (0..<10).map { column in
                let box = PageBox(x: Double(column) / 10, y: Double(row) / 2000, width: 0.05, height: 0.0004)
                return RecognizedWord(
                    text: ["R", "B", "4s", "6s", "O", "M", "W", "12", "Total", "c"][column], box: box, confidence: 1)
            }
            lines.append(RecognizedLine(words: words))
        }
        let page = RecognizedPage(
            index: 0, width: 1000, height: 40000, source: .ocr, blocks: [RecognizedBlock(lines: lines)])
        let clock = ContinuousClock()
        #expect(clock.measure { _ = ScorecardReader().read(pages: [page]) } < .seconds(20))
    }

    /// Words that begin something which never ends: a bracket, extras, a batter.
    @Test(arguments: ["(A", "Extras", "Total", "KENT:", "A b", "Fall"])
    func openEndsTakeNoLongTime(piece: String) { expectSoon([piece]) }

    /// Rows that begin a table, a head with scores, a table in Markdown, a quoted mail or a grid, again and again.
    @Test(arguments: [
        "Batting How Out 1 2", "Kent 184/6 (20) Essex 150/9", "|:--|--:|--:|--:| |A|b|1|2|", "> A Khan 12",
        "Score 1 2 Over 2.1 3.2", "Batter R B 4s 6s A Khan 12 8 1 0", "(10.0 Ov) Kent",
    ])
    func beginningsTakeNoLongTime(row: String) { expectSoon(row.split(separator: " ").map(String.init)) }

    private func expectSoon(_ pieces: [String]) {
        let lines = (0..<2000).map { row in
            RecognizedLine(
                words: (0..<10).map { column in
                    RecognizedWord(
                        text: pieces[column % pieces.count],
                        box: PageBox(x: Double(column) / 10, y: Double(row) / 2000, width: 0.05, height: 0.0004),
                        confidence: 0.9)
                })
        }
        let page = RecognizedPage(
            index: 0, width: 1000, height: 40000, source: .ocr, blocks: [RecognizedBlock(lines: lines)])
        let took = ContinuousClock().measure { _ = ScorecardReader().read(pages: [page]) }
        #expect(took < .seconds(20))
    }

    /// Two columns of batters with a line across the page after every row of theirs.
    @Test func linesAcrossColumnsTakeNoLongTime() {
        let lines = (0..<3000).map { row in
            let texts =
                row % 2 == 0 ? ["A", "Lee", "b", "Fox", "8", "B", "Ray", "b", "Kay", "9"] : ["Hill", "Dale", "across"]
            return RecognizedLine(
                words: texts.enumerated().map { column, text in
                    let x = row % 2 == 0 ? Double(column) / 11 : 0.36 + 0.07 * Double(column)
                    let box = PageBox(x: x, y: Double(row) / 3000, width: 0.065, height: 0.0002)
                    return RecognizedWord(text: text, box: box, confidence: 1)
                })
        }
        let page = RecognizedPage(
            index: 0, width: 1000, height: 60000, source: .textLayer, blocks: [RecognizedBlock(lines: lines)])
        let took = ContinuousClock().measure { _ = ScorecardReader().read(pages: [page]) }
        #expect(took < .seconds(20))
    }

    @Test func figuresOutOfRangeAreNoValues() {
        let reading = ScorecardReader().read(pages: [
            page(
                """
                Batter     How out                      R                      B
                A Khan     b Jones      99999999999999999                     12
                B Rao      not out                     16                     20
                """)
        ])
        #expect(reading.card.innings.first?.batting.map(\.runs) == [nil, 16])
    }

    /// Overs of falls that go down: none lies between those above and below.
    @Test func oversOfFallsMayGoDown() {
        let falls =
            "Fall of wickets: 1-3 (A Khan, 20.1 ov), 2-9 (B Rao, 74 ov), 3-12 (C Das, 5.2 ov), 4-20 (D Roy, 9.3 ov)"
        let reading = ScorecardReader().read(pages: [
            page(
                "Batter     How out          R      B\nA Khan     b Jones         12     20\nTotal      (4 wkts)     20\n"
                    + falls, source: .ocr)
        ])
        #expect(reading.card.innings.first?.fallOfWickets.map(\.over) == ["20.1", "74", "5.2", "9.3"])
    }

    /// Batters whose white gap has all words of the page on one side of it.
    @Test func aColumnBesideNothingEnds() {
        let reading = ScorecardReader().read(pages: [
            page(
                """
                       A Khan c Lee b Fox - b Hill 18
                       Fox 3 0 12 1 Lee 4 0
                did not
                      A Khan c Lee b Fox 8 - b Hill 18
                     A Khan c Lee b Fox 8 - b Hill 18
                B not out 7
                1st
                Fall
                  runs
                Fox
                """, source: .ocr)
        ])
        #expect(reading.card.innings.count <= 2)
    }

    /// Rows of two innings, then batters whose second innings was lost, then rows of two innings: no side begins in another.
    @Test func aSideOfTwoInningsEndsWhereTheLastDoes() {
        let two = ["Khan", "Rao", "Das"].map { "A \($0)    c Lee b Fox     8  -  b Hill      18" }
        let one = ["Roy", "Sen", "Bose", "Deb", "Pal", "Dey"].map { "B \($0)    c Lee b Fox     9" }
        let rows = ["HILL"] + two + one + two
        let reading = ScorecardReader().read(pages: [page(rows.joined(separator: "\n"), source: .ocr)])
        #expect(reading.card.innings.first?.batting.prefix(3).map(\.runs) == [8, 8, 8])
    }

    /// Lines of cards, lists, stories and analyses in any order, also side by side.
    @Test func linesInAnyOrderNeverTrap() {
        var random = Generator(state: 7)
        for _ in 0..<1000 {
            let columns = (0..<Int.random(in: 1...2, using: &random)).map { _ in anyLines(&random) }
            let rows = (0..<(columns.map(\.count).max() ?? 0)).map { row in
                columns.map { $0.indices.contains(row) ? $0[row] : "" }.reduce("") { left, right in
                    left.isEmpty ? right : left.padding(to: 60) + right
                }
            }
            let source: TextSource = Bool.random(using: &random) ? .ocr : .textLayer
            _ = ScorecardReader().read(pages: [page(rows.joined(separator: "\n"), source: source)])
        }
    }

    private func anyLines(_ random: inout Generator) -> [String] {
        (0..<Int.random(in: 1...24, using: &random)).map { _ in
            let line = Self.lines.randomElement(using: &random) ?? ""
            guard Int.random(in: 0..<4, using: &random) == 0 else {
                return String(repeating: " ", count: Int.random(in: 0...9, using: &random)) + line
            }
            return line.split(separator: " ").shuffled(using: &random).joined(separator: " ")
        }
    }

    private static let lines = [
        "A Khan c Lee b Fox 8 - b Hill 18", "B Rao not out 4 run out 7", "Total 31 40", "Fall of wickets 1-3 2-9",
        "1st inn. 2nd inn.", "HILL", "Bowling O M R W Bowling O M R W", "Fox 3 0 12 1 Lee 4 0 20 2", "",
        "did not bat.", "Bowling. - Fox 5 overs 0 mdns. 3", "runs 1 wkt; Lee 4 overs 1 mdns. 9 runs 0 wkts.",
        "Das, Khan did not bat.", "Batter  How out      R   B  4s  6s", "A Khan     b Fox       12  20   1   0",
        "1-3 (A Khan, 20.1 ov), 2-9 (B Rao, 74 ov), 3-12 (C Das, 5.2 ov)", "Extras (b 4, lb 2, w 1) 7",
        "Total (6 wkts, 20 ov) 148", "Bowler   O    M    R   W", "H Fox    4    0   22   2", "FoW: 1-10, 2-18, 3-40",
        "HILL: Khan c Lee b Fox 8, Rao not out 4; extras (b 1) 1; total (1 wkt) 13.",
        "Bowling: Fox 3-0-12-1, Lee 4-1-9-0",
        "Hill 148-6 (A Khan 52, H Fox 3-22), Dale 120 (B Rao 41no). Hill won by 28 runs.", "Hill v Dale, 12 June 1926",
        "1. A Khan", "Fall  1  2  3  4  5  6", "Score 3 9 12 20 31 40", "Over 1.2 3.4 74 9.3 12 19.5", "First Innings",
        "Did not bat: C Das, D Roy", "Dale won by 4 wickets", "Batting How Out 1 2", "|A Khan|b Fox|12|20|",
        "> 12 (20)",
    ]
}
