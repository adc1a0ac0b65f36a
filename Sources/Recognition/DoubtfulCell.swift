/// A cell of a table whose figure is to be read again.
public struct DoubtfulCell: Sendable, Hashable {
    /// Number of the page in its document, from 0.
    public var page: Int
    /// The box of the word that was read there, or where the figure of a blank cell would stand.
    public var box: PageBox
    /// Whether nothing was read there, though most rows have a figure in this column.
    public var isBlank: Bool

    /// Creates a cell.
    public init(page: Int, box: PageBox, isBlank: Bool = false) {
        self.page = page
        self.box = box
        self.isBlank = isBlank
    }
}
