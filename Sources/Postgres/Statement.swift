/// A constant statement. Values go by `$1`, `$2`, never into the text.
package struct Statement: Sendable, Hashable {
    /// Under which the server keeps it prepared; empty for a statement that is not worth it.
    var name: String
    var sql: String

    package init(name: String = "", _ sql: String) {
        self.name = name
        self.sql = sql
    }
}

/// A statement's result, all values as text.
package struct Rows: Sendable, Hashable {
    package var values: [[String?]]
    /// Rows that an UPDATE changed, or that a SELECT gave.
    package var affected: Int
}
