import Foundation
import Reporting
import Testing
import Tuning

@Suite struct JUnitReportTests {
    private let report = JUnitReport(
        name: "gate",
        suites: [
            .init(
                "accuracy",
                cases: [
                    .init("a", .passed),
                    .init("b", .failed("Lost runs: \"7\" <read> as '1' & 4.", details: "line 1\nline \u{1B}2")),
                ]),
            .init("cost", cases: [.init("latency", .skipped("Not told."), output: "latency +1.0%")], seconds: 12.5),
        ])

    /// Everything that readers of the format look at, and characters that would break it.
    @Test func fileIsWhatReadersExpect() throws {
        let text = String(decoding: try report.xml(), as: UTF8.self)
        #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
        let tag = { (name: String) in
            text.matches(of: try Regex("<\(name)( [^>]*)?>")).map { String(text[$0.range]) }
        }
        #expect(try tag("testsuites").first?.contains("tests=\"3\"") == true)
        #expect(try tag("testsuite").count == 2 && tag("testcase").count == 3)
        let cost = try #require(try tag("testsuite").last)
        #expect(cost.contains("skipped=\"1\"") && cost.contains("failures=\"0\"") && cost.contains("time=\"12.500\""))
        #expect(text.contains("classname=\"gate.accuracy\""))
        #expect(text.contains("Lost runs: &quot;7&quot; &lt;read&gt; as &apos;1&apos; &amp; 4."))
        #expect(text.contains("line 1\nline \u{FFFD}2</failure>"))
        #expect(text.contains("<system-out>latency +1.0%</system-out>"))
        #expect(text.contains("<skipped message=\"Not told.\""))
    }
}
