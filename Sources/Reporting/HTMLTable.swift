/// A table of the page, as its template sees it.
struct HTMLTable {
    let caption: String
    let columns: [Column]
    var rows: [Row]
    /// Class of the table: `dense` for many columns.
    let layout: String
    /// Whether it may have to be scrolled sideways, and so must be reached by the keyboard.
    let isWide: Bool

    init(caption: String, columns: [Column], rows: [Row] = [], layout: String = "") {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.layout = layout
        isWide = columns.count > 4
    }

    struct Column {
        let title: String
        /// Class of the header: `number` where digits stand under each other.
        let style: String

        static func text(_ title: String) -> Column { Column(title: title, style: "") }
        static func number(_ title: String) -> Column { Column(title: title, style: "number") }
    }

    struct Row {
        var cells: [Cell]
        /// Class of the row: the contender's role, `first` of a group.
        var style = ""
        /// Cells that were not right, shown when the row is opened under this title.
        var details: [Detail] = []
        var detailsTitle: String?

        /// The first cell names the row.
        init(_ cells: [Cell], style: String = "") {
            self.cells = cells
            self.style = style
            if let first = cells.first, first.span == nil, !first.text.isEmpty { self.cells[0].namesRow = true }
        }
    }

    struct Cell {
        let text: String
        var style = ""
        /// Small print under the figure: an interval.
        var note: String?
        /// Columns that it goes across.
        var span: Int?
        /// Whether it is the header of its row.
        var namesRow = false

        static func text(_ text: String, _ style: String = "") -> Cell { Cell(text: text, style: style) }
        static func number(_ text: String, note: String? = nil) -> Cell {
            Cell(text: text, style: "number", note: note)
        }
    }

    struct Detail {
        let path: String
        let outcome: String
        let expected: String
        let found: String
    }
}
