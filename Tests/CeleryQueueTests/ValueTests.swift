import CeleryQueue
import Testing

/// Values as Python prints, dumps and dates them; Tests/Fixtures/celery/reference.py made the expectations.
@Suite struct ValueTests {
    static let lines = Capture.lines("python-values.jsonl")
    static let values = lines.filter { $0["json"] != nil }
    static let dates = lines.filter { $0["date"] != nil }

    @Test func fixturesAreThere() {
        #expect(Self.values.count > 60)
        #expect(Self.dates.count > 25)
        #expect(Capture.all.count > 200)
    }

    @Test(arguments: values) func isWrittenAsPythonWrites(line: JSON) throws {
        let text = try #require(line["json"]?.asText)
        let value = try JSON(parsing: text)
        #expect(value.encoded == text)
        #expect(value.pythonRepr == line["repr"]?.asText)
        #expect(value.safeRepr() == line["safe"]?.asText)
        #expect(value.safeRepr(limit: 20) == line["safe20"]?.asText)
        #expect(value.safeRepr(limit: 5) == line["safe5"]?.asText)
        if let tuple = line["tuple"]?.asText { #expect(JSON.safeTupleRepr(value.asArray ?? []) == tuple) }
    }

    @Test(arguments: dates) func datesAreReadAsPythonReads(line: JSON) throws {
        let date = PythonDateTime(iso: try #require(line["date"]?.asText))
        #expect(date?.isoFormat == line["iso"]?.asText)
        #expect(date.map { Int($0.microseconds) } == line["micro"]?.asInteger)
    }

    @Test(arguments: [
        "", " ", "nul", "{", "[", "[1,]", "{\"a\":}", "{\"a\" 1}", "{1: 2}", "01", "-", "1.", ".5", "1e", "+1", "[1 2]",
        "\"", "\"\\x\"", "\"\\u12\"", "\"\n\"", "{}{}", "'a'", "Nan", "-Infinit", "tru",
    ])
    func rejectsWhatIsNoJSON(text: String) {
        #expect(throws: JSONError.self) { try JSON(parsing: text) }
    }

    @Test func deepNestingIsAnErrorAndNoCrash() throws {
        for open in ["[", "{\"a\":"] {
            let deep = String(repeating: open, count: 100_000)
            #expect(throws: JSONError.tooDeep(limit: JSON.deepest)) { try JSON(parsing: deep) }
        }
        let fits = String(repeating: "[", count: JSON.deepest) + String(repeating: "]", count: JSON.deepest)
        #expect(try JSON(parsing: fits).encoded == fits)
    }

    @Test func boundsAndOddities() throws {
        #expect(throws: JSONError.tooManyDigits(limit: 4300)) {
            try JSON(parsing: String(repeating: "9", count: 5000))
        }
        #expect(throws: JSONError.notUTF8(offset: 1)) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
        #expect(try JSON(parsing: #""\ud83c\udfcf \ud800 \ud800\u0041 \udc00""#) == "🏏 \u{FFFD} \u{FFFD}A \u{FFFD}")
        #expect(try JSON(parsing: #"{"a": 1, "a": 2}"#)["a"] == 2)
    }

    @Test func unwrapsKombuTypes() throws {
        let task = try #require(Capture.named("types").first)
        let args = try TaskMessage(try task.envelope()).args
        #expect(args[0].kombuValue == PythonDateTime(iso: "2026-01-02T03:04:05.000006+00:00").map(KombuValue.dateTime))
        #expect(args[1].kombuValue == .date("2026-01-02"))
        #expect(args[2].kombuValue == .time("01:02:00"))
        #expect(args[3].kombuValue == .uuid("00000000-0000-0000-0000-000000000001"))
        #expect(args[4].kombuValue == .decimal("1.50"))
        #expect(args[5].kombuValue == .bytes(Array("ab".utf8)))
        #expect(args[6].kombuValue == .bytes([0xFF, 0x00]))
        #expect(args[7] == .bigInteger("1" + String(repeating: "0", count: 30)))
    }
}
