internal import CLeptonica
internal import Recognition

/// Areas of light text on a dark ground: bands above tables, dark panels. Tesseract reads dark on light.
struct DarkRegions {
    private let bands: [DarkBand]

    /// Finds the areas of a grey page that is dark on light as a whole.
    ///
    /// Text never holds a horizontal run of 80 dark pixels several rows high, a band does above and below its letters; the two
    /// strips are then joined, and what they enclose must be mostly dark.
    init(in picture: borrowing Picture, paper: Int) throws(RecognitionFailure) {
        let dark = try picture.derived("dark areas") { pixThresholdToBinary($0, Int32(paper * 2 / 3)) }
        let strips = try dark.derived("dark strips") { pixOpenBrick(nil, $0, 80, 5) }
        let joined = try strips.derived("dark bands") { pixCloseSafeBrick(nil, $0, 1, 60) }
        var bands: [DarkBand] = []
        for area in joined.componentBoxes() {
            for box in Self.bands(of: area, in: dark) where box.height >= DarkBand.least {
                let band = DarkBand(in: box, of: strips, dark: dark)
                // A shadow on the paper is as dark as a band; its letters are darker still.
                if band.darkShare(in: dark) > 0.5, try Self.hasLightStrokes(band, on: picture) { bands.append(band) }
            }
        }
        self.bands = bands
    }

    /// Whether letters are lighter than their ground.
    private static func hasLightStrokes(
        _ band: DarkBand, on picture: borrowing Picture
    ) throws(RecognitionFailure) -> Bool {
        let windows = band.boxes.count == 1 ? band.boxes : band.windows
        var light = 0
        for window in windows {
            let clip = try picture.clipped(to: window)
            if clip.hasLightStrokes() { light += 1 }
        }
        return light * 4 > windows.count
    }

    /// Bands one below the other, with paper between them, each by itself.
    private static func bands(of area: PixelBox, in dark: borrowing Picture) -> [PixelBox] {
        var bands: [PixelBox] = []
        var top: Int32?
        for row in area.y...(area.y + area.height) {
            let line = PixelBox(x: area.x, y: row, width: area.width, height: 1)
            let isDark = row < area.y + area.height && dark.foregroundShare(of: line) > 0.15
            if isDark {
                top = top ?? row
            } else if let start = top {
                bands.append(PixelBox(x: area.x, y: start, width: area.width, height: row - start))
                top = nil
            }
        }
        return bands
    }

    /// The picture with the areas inverted; the same picture when there is none.
    func inverted(_ picture: consuming Picture) throws(RecognitionFailure) -> Picture {
        if bands.isEmpty { return picture }
        let copy = try picture.derived("copy") { pixCopy(nil, $0) }
        for band in bands {
            try copy.invert(band.boxes)
            for fringe in band.fringes { copy.whiten(fringe) }
        }
        return copy
    }
}

/// A rectangle in pixels.
struct PixelBox {
    var x: Int32
    var y: Int32
    var width: Int32
    var height: Int32
}

extension Picture {
    /// Bounding boxes of the connected components of a black and white picture.
    borrowing func componentBoxes() -> [PixelBox] {
        withPix { pix in
            var boxes = pixConnCompBB(pix, 8)
            defer { boxaDestroy(&boxes) }
            return (0..<boxaGetCount(boxes)).map { index in
                var box = PixelBox(x: 0, y: 0, width: 0, height: 0)
                boxaGetBoxGeometry(boxes, index, &box.x, &box.y, &box.width, &box.height)
                return box
            }
        }
    }

    /// Share of the box that is foreground in a black and white picture.
    borrowing func foregroundShare(of box: PixelBox) -> Double {
        withPix { pix in
            var region = boxCreate(box.x, box.y, box.width, box.height)
            defer { boxDestroy(&region) }
            var count: Int32 = 0
            pixCountPixelsInRect(pix, region, &count, nil)
            return Double(count) / Double(max(Int(box.width) * Int(box.height), 1))
        }
    }

    /// Makes dark letters on white of light letters inside the boxes of one band, whatever the colour of its ground: a band of
    /// a middle grey would still be dark when it is merely inverted.
    fileprivate borrowing func invert(_ boxes: [PixelBox]) throws(RecognitionFailure) {
        var histogram = [Int](repeating: 0, count: 256)
        for box in boxes {
            let region = try clipped(to: box)
            for (grey, count) in region.greyHistogram(step: 1).enumerated() { histogram[grey] += count }
        }
        let ground = histogram.indices.max { histogram[$0] < histogram[$1] } ?? 0
        let span = Float(max(255 - ground, 40))
        var curve = numaCreate(256)
        defer { numaDestroy(&curve) }
        for value in 0..<256 {
            numaAddNumber(curve, max(0, min(255, 255 - Float(max(0, value - ground)) * 255 / span)))
        }
        for box in boxes {
            let region = try clipped(to: box)
            region.withPix { pix in
                pixTRCMap(pix, nil, curve)
                // PIX_SRC, a macro that Swift does not see.
                let copySource: Int32 = 0xC
                withPix { _ = pixRasterop($0, box.x, box.y, box.width, box.height, copySource, pix, 0, 0) }
            }
        }
    }

    fileprivate borrowing func whiten(_ box: PixelBox) {
        withPix { pix in
            var region = boxCreate(box.x, box.y, box.width, box.height)
            defer { boxDestroy(&region) }
            pixSetInRect(pix, region)
        }
    }
}
