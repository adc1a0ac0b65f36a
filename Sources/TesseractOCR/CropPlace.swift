/// How the pixels of a crop lie on the page.
struct CropPlace {
    /// White around the piece, in pixels of the crop.
    static let margin = 12.0

    let left: Double
    let top: Double
    let factor: Double
    /// Where the piece begins in the crop.
    var start = margin

    /// Where a box of the crop lies on the page.
    func original(_ box: PixelBox) -> PixelBox {
        func place(_ value: Int32, _ start: Double, _ offset: Double) -> Int32 {
            Int32(((Double(value) - start) / factor + offset).rounded())
        }
        let x = place(box.x, start, left)
        let y = place(box.y, Self.margin, top)
        return PixelBox(
            x: x, y: y, width: max(place(box.x + box.width, start, left) - x, 1),
            height: max(place(box.y + box.height, Self.margin, top) - y, 1))
    }
}
