import Postgres
import Testing

@Suite struct TextSanitizerTests {
    static let table: [(String, String)] = [
        (#"{"a":"b"}"#, #"{"a":"b"}"#),
        (#"["\u0000"]"#, #"[""]"#), (#"["a\u0000b\u0000"]"#, #"["ab"]"#),
        (#"["\\u0000"]"#, #"["\\u0000"]"#), (#"["\\\u0000"]"#, #"["\\"]"#),
        (#"["\ud83c\udfcf"]"#, #"["\ud83c\udfcf"]"#), (#"["\uD83C\uDFCF"]"#, #"["\uD83C\uDFCF"]"#),
        (#"["\ud83c"]"#, #"["\ufffd"]"#), (#"["\udfcf"]"#, #"["\ufffd"]"#),
        (#"["\ud83cx"]"#, #"["\ufffdx"]"#),
        (#"["\ud83c\u0041"]"#, #"["\ufffd\u0041"]"#), (#"["\udfcf\ud83c"]"#, #"["\ufffd\ufffd"]"#),
        (#"["\ud83c\u0000\udfcf"]"#, #"["\ufffd\ufffd"]"#),
        (#"["\ud83c\ud83c\udfcf"]"#, #"["\ufffd\ud83c\udfcf"]"#),
        (#"["\u00\u000000"]"#, #"["\ufffd0000"]"#), (#"["\x"]"#, #"["\ufffd"]"#),
        (#"["\u12"]"#, #"["\ufffd12"]"#),
        ("[\"a\0b\"]\0", #"["ab"]"#), ("[\"\\\0u0000\"]", #"[""]"#),
        ("[\"\n\u{1}\u{1f}\"]", #"["\u000a\u0001\u001f"]"#),
        (#"[NaN,-Infinity,Infinity,"NaN"]"#, #"[null,null,null,"NaN"]"#),
        ("[\"\u{1F3CF}\"]", "[\"\u{1F3CF}\"]"),
        (#"["\"#, #"[""#),
    ]

    @Test(arguments: table) func cleansJSON(text: String, clean: String) {
        #expect(TextSanitizer.json(text) == clean)
        #expect(TextSanitizer.json(clean) == clean)
    }

    @Test func repairsBytes() {
        #expect(TextSanitizer.text(bytes: [0x61, 0xFF, 0x00, 0x62]) == "a\u{FFFD}b")
        #expect(TextSanitizer.text(bytes: [0xED, 0xA0, 0x80, 0x62]).unicodeScalars.last == "b")
        #expect(TextSanitizer.json(bytes: [0x5B, 0x22, 0xC3, 0x22, 0x5D]) == "[\"\u{FFFD}\"]")
    }

    @Test func cutsLongMessages() {
        #expect(TextSanitizer.text("a\0b") == "ab")
        #expect(TextSanitizer.text(String(repeating: "x", count: 2000)).count == 2000)
        let cut = TextSanitizer.text(String(repeating: "\u{1F3CF}", count: 9000))
        #expect(cut.unicodeScalars.count == TextSanitizer.errorMessageLimit)
        #expect(cut.hasSuffix("\u{1F3CF}\u{2026}"))
    }

    /// PostgreSQL itself is the judge: it must take every text, and give every value back.
    @Test func noHostileStringIsRefusedByTheServer() async throws {
        let admin = try await PostgresServer.shared.value.admin()
        let pieces = [
            "\\", "u", "0000", "\\u0000", "\\ud83c", "\\udfcf", "\\u00", "d8", "x", "\0", "\n",
            "\u{1F3CF}", "\\\\",
            "\u{FFFD}", "\\uDC00", "0", "\u{7F}", "\u{2028}", "NaN", "/",
        ]
        var generator = SystemRandomNumberGenerator()
        for length in [1, 2, 3, 5, 8, 13] {
            let strings = (0..<2000).map { _ in
                (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            }
            // A backslash at a string's end would take its quote along, as it would in the text it came from.
            let array = strings.map { TextSanitizer.json("\"\($0) \"") }
            let text = "[\(array.joined(separator: ","))]"
            let rows = try await admin.query(
                Statement(
                    "SELECT count(v) FROM json_array_elements_text($1::json) v"
                ),
                [text])
            let count = try #require(rows.values[0][0].flatMap { Int($0) })
            #expect(count == 2000, "\(strings)")
            _ = try await admin.query(Statement("SELECT $1::jsonb IS NOT NULL"), [text])
        }
        await admin.shutDown()
    }
}
