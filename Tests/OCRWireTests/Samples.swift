import OCRWire
import Recognition
import Scorecard

/// Values with every field filled, so that a field the codec forgets shows.
enum Samples {
    static let settings = RecognitionSettings(
        pageSegmentation: .singleBlock, engine: .lstmOnly, models: ["eng", "fra"], textModels: ["Latin"],
        rasterDPI: 300, textLayer: .ignore,
        preparation: PagePreparation(
            invertDarkPages: true, normalizeBackground: true, deskew: true, removeRules: true, targetTextHeight: 30,
            thresholding: .sauvola),
        declaredResolution: 300, dictionaries: false, invertDoubtfulLines: false, symbolAlternatives: true,
        lines: .ink, secondLook: .doubtful, secondReading: .singleBlock,
        characterAllowList: "0123456789é", variables: ["b": "2", "a": "1", "c": ""])

    static let request = ReadRequest(
        id: .max - 1, plan: .all([settings, RecognitionSettings()]),
        limits: RecognitionLimits(fileBytes: 1, pixels: 2, longestSide: 3, shortestSide: 4, pages: 5, words: 50_001),
        deadlineMilliseconds: 540_000, documentBytes: 1 << 33, pictures: PictureOrder(dpi: 72, longestSide: 999))

    static let greeting = Greeting(
        sandbox: SandboxOrder(policy: .bestEffort, addressSpaceBytes: 1 << 29, openFiles: 7))

    static let hello = ReaderHello(
        engines: EngineVersions(tesseract: "5.3.0", leptonica: "1.82.0", poppler: "22.12.0"),
        modelDirectory: "/usr/share/tessdata",
        models: [ReaderModel(name: "eng", bytes: 4_113_088, sha256: "7d43"), ReaderModel(name: "osd", bytes: 1)],
        sandbox: ["seccomp"])

    static let box = PageBox(x: 0.1, y: 0.2, width: 0.30000000000000004, height: 1e-300)

    static func word(_ number: Int, symbols: Bool = false) -> RecognizedWord {
        let symbol = RecognizedSymbol(
            text: "ø", confidence: 0.5, alternatives: [SymbolAlternative(text: "0", confidence: 0.25)])
        return RecognizedWord(
            text: "wörd\(number)", box: box,
            level: symbols ? PageBox(x: -0.5, y: 0.25, width: 0.3, height: 1.5) : nil,
            confidence: Double(number % 100) / 99, symbols: symbols ? [symbol] : [],
            rereadings: symbols ? [Rereading(text: "31", confidence: 0.75), Rereading(text: "3.1", confidence: 0)] : [])
    }

    static func page(words: Int, symbols: Bool = false) -> RecognizedPage {
        let lines = stride(from: 0, to: words, by: 10).map { first in
            RecognizedLine(words: (first..<min(words, first + 10)).map { word($0, symbols: symbols) })
        }
        return RecognizedPage(
            index: 2, width: 1654, height: 2339, source: .ocr, blocks: lines.map { RecognizedBlock(lines: [$0]) })
    }

    static let card = Scorecard(
        teams: ["Home", "Away"], toss: "Home, bat", result: "Home won", matchType: "T20", venue: "Øvre", date: "2024",
        innings: [
            Innings(
                team: "Home",
                total: InningsTotal(runs: 160, wickets: 7, overs: "20.0", declared: false),
                extras: Extras(total: 15, byes: 1, legByes: 2, wides: 3, noBalls: 4, penalty: 5),
                batting: [
                    BattingEntry(
                        player: "A One", captain: true, keeper: false, howOut: .caughtAndBowled, dismissal: "c&b X",
                        dismissalAccept: ["c & b X"], fielder: "F", bowler: "X", runs: 12, balls: 34, fours: 1,
                        sixes: 2, minutes: 44, strikeRate: 35.29),
                    BattingEntry(),
                ], didNotBat: ["Z"],
                bowling: [
                    BowlingEntry(
                        player: "X", overs: "3.2", maidens: 1, runs: 20, wickets: 2, wides: 3, noBalls: 4, economy: 6),
                    BowlingEntry(),
                ],
                fallOfWickets: [FallOfWicket(wicket: 1, runs: 12, player: "A One", over: "2.3"), FallOfWicket()]),
            Innings(),
        ], printedInconsistent: true)

    static let reading = ScorecardReading(
        card: card,
        checks: [
            LawCheck(law: "sum", innings: 1, holds: false, soft: true, expected: .integer(-3), found: .decimal(0.5)),
            LawCheck(law: "match", innings: nil, holds: true, expected: .bool(true), found: .null),
        ],
        fields: [
            FieldReading(
                path: "innings/0/batting/0/runs", raw: "l2", value: .integer(12), source: .repaired, confidence: 0.98,
                page: 1, box: box),
            FieldReading(
                path: "toss", raw: "", value: .text("Home"), source: .derived, confidence: 1, page: 0, box: nil),
        ],
        deliveries: [
            Delivery(over: 1, ball: 2, batsman: "A", bowler: "B", runs: 4, isWicket: true, extraType: "wd"),
            Delivery(over: 2, ball: 6, runs: 0),
        ], warnings: ["w"], confidence: 0.75)

    static let document = ReadDocument(
        kind: .photo, format: .jpeg, pages: [page(words: 25, symbols: true), page(words: 0)], reading: reading,
        cost: ReadCost(
            decode: .init(cpu: 1, wall: 2), prepare: .init(cpu: 3, wall: 4), recognize: .init(cpu: 5, wall: 6),
            read: .init(cpu: 7, wall: 8)))

    static let failures: [RecognitionFailure] = [
        .emptyFile, .unsupportedFormat("HEIC"), .encryptedPDF, .corruptFile("no end"),
        .limitExceeded(limit: "pixels", found: .max, allowed: -1), .infeasibleSettings("no model"), .deadlineExceeded,
        .outOfMemory, .engineFailure("why"),
    ]

    static var readerMessages: [ReaderMessage] {
        [
            .hello(hello), .startFailure("no model"), .accepted(id: 7), .result(id: 7, index: 3, .success(document)),
            .picture(id: 7, PagePicture(page: 9, jpeg: [0xFF, 0xD8, 0, 0xFF, 0xD9])),
            .picture(id: 8, .init(page: 0, jpeg: [])),
            .end(id: 7, ReportedUsage(cpuSeconds: 1.25, peakResidentBytes: 61 << 20)),
        ] + failures.map { .result(id: 7, index: 0, .failure($0)) }
    }

    static var parentMessages: [ParentMessage] {
        [
            .greeting(greeting),
            .request(request),
            .request(
                ReadRequest(
                    id: 1, plan: .byKind([RecognitionProfile(kinds: [.photo, .scan], settings: settings)]),
                    documentBytes: 0)),
        ]
    }
}
