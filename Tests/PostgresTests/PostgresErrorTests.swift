import Postgres
import Testing

@Suite struct PostgresErrorTests {
    @Test(arguments: [
        ("08006", PostgresError.Disposition.away), ("57P01", .away), ("57P02", .away), ("57P03", .away),
        ("57014", .away), ("53300", .away), ("53100", .away), ("25006", .away), ("40001", .away),
        ("40P01", .away),
        ("55P03", .away), ("58030", .away), ("XX000", .away), ("22P02", .permanent),
        ("22P05", .permanent),
        ("22021", .permanent), ("23505", .permanent), ("42601", .permanent), ("42804", .permanent),
        ("0A000", .permanent), ("54001", .permanent), ("P0001", .permanent), ("28P01", .configuration),
        ("28000", .configuration), ("3D000", .configuration), ("42501", .configuration),
        ("42P01", .configuration),
        ("42703", .configuration), ("3F000", .configuration),
    ]) func everyCodeHasItsDisposition(code: String, disposition: PostgresError.Disposition) throws {
        let error = PostgresError(.server(try #require(SQLState(code))), "m")
        #expect(error.disposition == disposition)
        #expect(error.sentence.contains("(\(code): m)"))
    }

    @Test(arguments: ["", "4000", "40001x", "4000a", "40 01"]) func whatIsNoCodeIsNone(text: String) {
        #expect(SQLState(text) == nil)
    }

    @Test func messagesAreOneShortLine() {
        let error = PostgresError(
            .unreachable, "a\nb\u{1B}[31m\u{202E}c" + String(repeating: "x", count: 900))
        #expect(error.message.hasPrefix("a b [31m c"))
        #expect(error.message.count == 300)
    }

    @Test func libpqsTextBecomesTyped() {
        let text =
            "connection to server at \"h\", port 5 failed: FATAL:  28P01: no for user \"u\"\nLOCATION:  auth.c:1\n"
        let error = ConnectionFailure.error(text, "secret")
        #expect(error.sqlState?.code == "28P01")
        #expect(error.message == "no for user \"u\"")
        #expect(
            ConnectionFailure.error("could not translate host name \"ss@h\"", "ss@h").message.contains(
                "\"***\""))
        #expect(ConnectionFailure.error("SSL SYSCALL error: EOF detected", nil).reason == .unreachable)
    }

    @Test func waitsGrowToTheirLimit() {
        let backoff = Backoff()
        #expect(backoff.delay(afterFailures: 1, share: 1) == .milliseconds(100))
        #expect(backoff.delay(afterFailures: 4, share: 0.5) == .milliseconds(400))
        for failures in 6...200 {
            #expect((.seconds(1)...(.seconds(8))).contains(backoff.delay(afterFailures: failures)))
        }
    }
}
