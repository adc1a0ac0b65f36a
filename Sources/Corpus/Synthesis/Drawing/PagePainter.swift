/// What can be drawn on a page.
protocol PagePainter: Sendable {
    /// Width in points.
    var width: Double { get }
    /// The paper, or what is behind everything.
    var page: Colour { get }
    /// Height of the body's capitals, by which pictures are scaled.
    var capHeight: Double { get }
    /// Title of the document.
    var title: String { get }
    /// What of it the window shows, in points; nil for all.
    var window: (width: Double, height: Double)? { get }
    /// Draws everything; the height it took, margins included.
    func paint(on canvas: inout Canvas) -> Double
}

extension PagePainter {
    var window: (width: Double, height: Double)? { nil }
}
