package import Recognition
package import Scorecard

/// Makes a document of bytes: any numbers, any texts. When the bytes are used up all that follows is zero and empty.
package struct ValueSource {
    private var rest: UnsafeRawBufferPointer.SubSequence

    package init(_ bytes: UnsafeRawBufferPointer) { rest = bytes[...] }

    private mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

    private mutating func flag() -> Bool { byte() & 1 == 1 }

    private mutating func word() -> UInt64 { (0..<8).reduce(0) { value, _ in value << 8 | UInt64(byte()) } }

    /// Small for most bytes, and at times anything.
    private mutating func integer() -> Int {
        switch byte() {
        case 0xFF: .max
        case 0xFE: .min
        case let first where first >= 0xF0: Int(truncatingIfNeeded: word())
        case let first: Int(first) - 20
        }
    }

    /// Any bits, not-a-number and the infinities among them.
    private mutating func decimal() -> Double { flag() ? Double(bitPattern: word()) : Double(byte()) / 255 }

    /// Bytes taken as UTF-8, with NUL, controls and what is no character.
    private mutating func text() -> String {
        let count = Int(byte() & 0x1F)
        defer { rest = rest.dropFirst(count) }
        return String(decoding: rest.prefix(count), as: UTF8.self)
    }

    private mutating func optional<Value>(_ make: (inout ValueSource) -> Value) -> Value? {
        flag() ? make(&self) : nil
    }

    private mutating func list<Value>(atMost limit: UInt8, _ make: (inout ValueSource) -> Value) -> [Value] {
        (0..<byte() % (limit + 1)).map { _ in make(&self) }
    }

    private mutating func one<Value>(of values: [Value]) -> Value { values[Int(byte()) % values.count] }

    package mutating func document() -> ReadDocument {
        ReadDocument(
            kind: .scan, format: .tiff, pages: list(atMost: 3) { $0.page() }, reading: reading(), cost: ReadCost())
    }

    /// Pages in rows of cells, as a card's recogniser sees them.
    package mutating func cardPages() -> [RecognizedPage] {
        list(atMost: 2) { source in
            let lines = (0..<source.byte() % 24).map { row in
                RecognizedLine(words: source.list(atMost: 12) { $0.cell(row: Int(row)) })
            }
            return RecognizedPage(
                index: 0, width: 1600, height: 2300, source: .ocr, blocks: [RecognizedBlock(lines: lines)])
        }
    }

    private mutating func cell(row: Int) -> RecognizedWord {
        let known = byte()
        let text = known == 0 ? text() : CardWords.all[Int(known) % CardWords.all.count]
        let box =
            flag()
            ? box()
            : PageBox(x: Double(byte()) / 256, y: Double(row) / 25, width: Double(text.count) / 100, height: 0.02)
        return RecognizedWord(text: text, box: box, confidence: decimal())
    }

    private mutating func page() -> RecognizedPage {
        let lines = list(atMost: 4) { source in
            RecognizedLine(words: source.list(atMost: 4) { $0.recognizedWord() })
        }
        return RecognizedPage(
            index: integer(), width: integer(), height: integer(), source: .ocr, blocks: [RecognizedBlock(lines: lines)]
        )
    }

    private mutating func recognizedWord() -> RecognizedWord {
        RecognizedWord(text: text(), box: box(), confidence: decimal())
    }

    private mutating func box() -> PageBox {
        PageBox(x: decimal(), y: decimal(), width: decimal(), height: decimal())
    }

    private mutating func reading() -> ScorecardReading {
        ScorecardReading(
            card: card(), checks: list(atMost: 3) { $0.check() }, fields: list(atMost: 3) { $0.field() },
            deliveries: list(atMost: 3) { $0.delivery() }, warnings: list(atMost: 3) { $0.text() },
            confidence: decimal())
    }

    private mutating func card() -> Scorecard {
        Scorecard(
            teams: list(atMost: 3) { $0.text() }, toss: optional { $0.text() }, result: optional { $0.text() },
            matchType: optional { $0.text() }, venue: optional { $0.text() }, date: optional { $0.text() },
            innings: list(atMost: 2) { $0.innings() }, printedInconsistent: flag())
    }

    private mutating func innings() -> Innings {
        Innings(
            team: optional { $0.text() },
            total: InningsTotal(
                runs: optional { $0.integer() }, wickets: optional { $0.integer() }, overs: optional { $0.text() },
                declared: flag()),
            extras: Extras(total: optional { $0.integer() }, byes: optional { $0.integer() }),
            batting: list(atMost: 2) { $0.batting() }, didNotBat: list(atMost: 2) { $0.text() },
            bowling: list(atMost: 2) { $0.bowling() },
            fallOfWickets: list(atMost: 2) { source in
                FallOfWicket(
                    wicket: source.integer(), runs: source.integer(), player: source.optional { $0.text() },
                    over: source.optional { $0.text() })
            })
    }

    private mutating func batting() -> BattingEntry {
        BattingEntry(
            player: text(), captain: flag(), dismissal: text(), fielder: optional { $0.text() },
            runs: optional { $0.integer() }, balls: optional { $0.integer() }, strikeRate: optional { $0.decimal() })
    }

    private mutating func bowling() -> BowlingEntry {
        BowlingEntry(
            player: text(), overs: optional { $0.text() }, runs: optional { $0.integer() },
            economy: optional { $0.decimal() })
    }

    private mutating func check() -> LawCheck {
        LawCheck(
            law: flag() ? text() : one(of: ["sum", "match"]), innings: optional { $0.integer() }, holds: flag(),
            soft: flag(), expected: leaf(), found: leaf())
    }

    private mutating func field() -> FieldReading {
        FieldReading(
            path: text(), raw: text(), value: leaf(), source: .repaired, confidence: decimal(), page: integer(),
            box: optional { $0.box() })
    }

    private mutating func leaf() -> LeafValue {
        switch byte() % 5 {
        case 0: .null
        case 1: .bool(flag())
        case 2: .integer(integer())
        case 3: .decimal(decimal())
        default: .text(text())
        }
    }

    private mutating func delivery() -> Delivery {
        Delivery(
            over: integer(), ball: integer(), batsman: text(), bowler: text(), runs: integer(), isWicket: flag(),
            extraType: optional { $0.text() })
    }
}

/// What cards are made of.
enum CardWords {
    static let all =
        ("Batting Bowling Batter Bowler Runs Balls R B 4s 6s SR O M W Econ Wd Nb Extras Total Fall of wickets FOW Did not "
        + "bat DNB Innings vs v won by toss lbw c b st run out not retired hurt hit wicket & ( ) (c) † * / - , : ; 0 1 2 3 "
        + "4 7 10 12 47 99 128 187 999999999999999999999 187/6 187-6 1-12 2-34 (20 ov) 20.0 3.2 9.9 -5 1/12 (Smith, 2.3) "
        + "Smith Jones A J K O'Brien (b 1, lb 2, w 3, nb 4, p 5) b1 lb2 w3 runs wickets declared dec overs all l2 O S B I |")
        .split(separator: " ").map(String.init)
}
