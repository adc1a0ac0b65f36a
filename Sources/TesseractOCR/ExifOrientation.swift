internal import Recognition

/// How a camera held the picture: tag 274 of EXIF 2.32, values 1 to 8.
struct ExifOrientation: Equatable {
    /// Quarter turns clockwise that make the picture upright, done after the mirroring.
    var quarterTurns: Int
    /// Whether it is mirrored left to right.
    var mirrored: Bool

    static let upright = ExifOrientation(quarterTurns: 0, mirrored: false)

    /// The orientation that the file's metadata tells; upright where it tells none.
    static func read(from bytes: UnsafeRawBufferPointer, format: DocumentFormat) -> ExifOrientation {
        let metadata: UnsafeRawBufferPointer? =
            switch format {
            case .jpeg: jpegMetadata(bytes)
            case .png: pngMetadata(bytes)
            case .webp: webpMetadata(bytes)
            default: nil
            }
        return metadata.flatMap(orientationTag).flatMap(ExifOrientation.init(tag:)) ?? .upright
    }

    private init(quarterTurns: Int, mirrored: Bool) {
        self.quarterTurns = quarterTurns
        self.mirrored = mirrored
    }

    private init?(tag: Int) {
        switch tag {
        case 1: self = .upright
        case 2: self.init(quarterTurns: 0, mirrored: true)
        case 3: self.init(quarterTurns: 2, mirrored: false)
        case 4: self.init(quarterTurns: 2, mirrored: true)
        case 5: self.init(quarterTurns: 3, mirrored: true)
        case 6: self.init(quarterTurns: 1, mirrored: false)
        case 7: self.init(quarterTurns: 1, mirrored: true)
        case 8: self.init(quarterTurns: 3, mirrored: false)
        default: return nil
        }
    }

    private static func jpegMetadata(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        var offset = 2
        while let marker = bytes.bigEndian16(at: offset), marker & 0xFF00 == 0xFF00, marker != 0xFFDA,
            let length = bytes.bigEndian16(at: offset + 2), length >= 2
        {
            let prefix = Array("Exif\0\0".utf8)
            if marker == 0xFFE1, bytes.holds(prefix, at: offset + 4) {
                return bytes.slice(from: offset + 4 + prefix.count, length: length - 2 - prefix.count)
            }
            offset += 2 + length
        }
        return nil
    }

    private static func pngMetadata(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        var offset = 8
        while let length = bytes.bigEndian32(at: offset) {
            if bytes.holds(Array("eXIf".utf8), at: offset + 4) { return bytes.slice(from: offset + 8, length: length) }
            offset += 12 + length
        }
        return nil
    }

    private static func webpMetadata(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        var offset = 12
        while let length = bytes.littleEndian32(at: offset + 4) {
            if bytes.holds(Array("EXIF".utf8), at: offset) { return bytes.slice(from: offset + 8, length: length) }
            offset += 8 + length + length % 2
        }
        return nil
    }

    /// The value of tag 274 in the first directory of a TIFF structure.
    private static func orientationTag(_ tiff: UnsafeRawBufferPointer) -> Int? {
        let little = tiff.holds([0x49, 0x49], at: 0)
        func short(_ offset: Int) -> Int? { little ? tiff.littleEndian16(at: offset) : tiff.bigEndian16(at: offset) }
        func long(_ offset: Int) -> Int? { little ? tiff.littleEndian32(at: offset) : tiff.bigEndian32(at: offset) }
        guard let directory = long(4), let entries = short(directory) else { return nil }
        for entry in 0..<entries {
            let offset = directory + 2 + entry * 12
            guard let tag = short(offset) else { return nil }
            if tag == 274 { return short(offset + 8) }
        }
        return nil
    }
}

extension UnsafeRawBufferPointer {
    func slice(from offset: Int, length: Int) -> UnsafeRawBufferPointer? {
        guard offset >= 0, length > 0, offset <= count, length <= count - offset else { return nil }
        return UnsafeRawBufferPointer(rebasing: self[offset..<offset + length])
    }
}
