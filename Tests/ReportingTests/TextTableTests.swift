import Reporting
import Testing

@Suite struct TextTableTests {
    private let table = TextTable(
        columns: [.init("setting"), .init("fields", .right)], rows: [["psm 6", "97.3%"], ["a|b", "5%"], ["short"]])

    @Test func columnsLineUpOnATerminal() {
        #expect(
            table.terminal == """
                setting  fields
                ───────  ──────
                psm 6     97.3%
                a|b          5%
                short

                """)
    }

    @Test func markdownIsAlignedInItsSource() {
        #expect(
            table.markdown == """
                | setting | fields |
                | ------- | -----: |
                | psm 6   |  97.3% |
                | a\\|b    |     5% |
                | short   |        |

                """)
    }
}
