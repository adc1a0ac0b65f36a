internal import Recognition

/// What a JPEG's markers tell of the cost of decoding it, found without decoding (ITU-T T.81, Annex B).
struct JPEGStructure: Equatable {
    /// Number of scans; every one goes over all pixels again.
    private(set) var scans = 0
    /// Whether the coefficients of the whole picture must be held until its last scan, whatever size it is decoded to.
    private(set) var holdsAllCoefficients = false

    private var components = 0

    /// Walks over all segments and the coded data between them, up to the end or the first thing that is no segment.
    init(_ bytes: UnsafeRawBufferPointer) {
        var offset = 2
        while let marker = JPEGStructure.marker(in: bytes, from: &offset), marker != Marker.end {
            guard !Marker.standsAlone.contains(marker) else { continue }
            guard let length = bytes.bigEndian16(at: offset), length >= 2 else { return }
            note(marker, segment: offset, in: bytes)
            offset += length
        }
    }

    private enum Marker {
        static let end: UInt8 = 0xD9
        static let scan: UInt8 = 0xDA
        static let progressiveFrames: Set<UInt8> = [0xC2, 0xC6, 0xCA, 0xCE]
        static let sequentialFrames: Set<UInt8> = [0xC0, 0xC1, 0xC3, 0xC5, 0xC7, 0xC9, 0xCB, 0xCD, 0xCF]
        /// The start of the picture, restarts, and what only arithmetic coding uses.
        static let standsAlone = Set<UInt8>(0xD0...0xD8).union([0x01])
    }

    private mutating func note(_ marker: UInt8, segment: Int, in bytes: UnsafeRawBufferPointer) {
        if Marker.progressiveFrames.contains(marker) { holdsAllCoefficients = true }
        if Marker.progressiveFrames.contains(marker) || Marker.sequentialFrames.contains(marker) {
            components = segment + 7 < bytes.count ? Int(bytes[segment + 7]) : 0
        } else if marker == Marker.scan {
            scans += 1
            if segment + 2 < bytes.count, bytes[segment + 2] < components { holdsAllCoefficients = true }
        }
    }

    /// The next marker at or after `offset`, which is moved behind it. In coded data an FF that is no marker is followed
    /// by a zero; fill bytes are more FFs.
    private static func marker(in bytes: UnsafeRawBufferPointer, from offset: inout Int) -> UInt8? {
        while offset + 1 < bytes.count {
            let code = bytes[offset + 1]
            if bytes[offset] == 0xFF, code != 0, code != 0xFF {
                offset += 2
                return code
            }
            offset += 1
        }
        return nil
    }
}

extension JPEGStructure {
    /// A progressive JPEG has about ten scans, and none needs more than a few for each of its 64 frequencies.
    private static let mostScans = 200

    /// Refuses what takes time and memory out of proportion to the picture that comes out.
    func check(width: Int, height: Int, limits: RecognitionLimits) throws(RecognitionFailure) {
        guard scans <= Self.mostScans else {
            throw .limitExceeded(limit: "scans in a JPEG", found: scans, allowed: Self.mostScans)
        }
        // Two bytes for each sample: twice the pixels of a page are as many bytes as the decoded page in RGB and a half.
        let allowed = limits.pixels * 2
        guard !holdsAllCoefficients || width * height <= allowed else {
            throw .limitExceeded(limit: "pixels in a progressive JPEG", found: width * height, allowed: allowed)
        }
    }
}
