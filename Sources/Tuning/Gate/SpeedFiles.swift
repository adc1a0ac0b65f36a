internal import Corpus
internal import OCRPool
internal import OCRWire
public import Recognition
internal import Scorecard

/// How much of a document is read.
public enum SpeedPart: Sendable, Hashable {
    /// All of it.
    case whole
    /// A line of a picture; all of a document with text, which costs no more.
    case piece
    /// A row of pixels: hardly more than the way to the reader and back.
    case sliver
}

/// What two builds read in turn.
///
/// What others do on the same machine makes a reading dearer, never cheaper, and the longer a reading the less likely is one without
/// them: the least of several short ones is a far better figure than any of a whole page (Chen and Revels, "Robust
/// benchmarking in noisy environments", arXiv 1608.04295). So the line with the most words is cut out of a picture, which takes
/// some hundredths of a second.
public struct SpeedFiles: Sendable {
    /// As pages are drawn for pieces; pictures are not enlarged.
    private static let order = PictureOrder(dpi: 200, longestSide: 4000)

    /// Lines of a page that are tried.
    private static let candidates = 5

    private let files: [String: [SpeedPart: [UInt8]]]
    /// The picture that was read at the least cost, nil where there are none.
    public let cheapestPicture: StudyDocument?

    /// Cuts the documents.
    ///
    /// - Parameters:
    ///   - reader: reads and draws them.
    ///   - profiles: how they are read.
    /// - Throws: `TuningError` for a document that cannot be read or drawn.
    public init(
        _ documents: [StudyDocument], reader: PoolExecutor, profiles: [RecognitionProfile]
    ) async throws(TuningError) {
        var files: [String: [SpeedPart: [UInt8]]] = [:]
        var cheapest: (document: StudyDocument, seconds: Double)?
        for document in documents {
            let (parts, seconds) = try await Self.parts(of: document, reader, profiles)
            files[document.id] = parts
            if document.kind != .text, seconds < cheapest?.seconds ?? .infinity { cheapest = (document, seconds) }
        }
        self.files = files
        cheapestPicture = cheapest?.document
    }

    func bytes(_ part: SpeedPart, of document: StudyDocument) throws(TuningError) -> [UInt8] {
        guard let bytes = files[document.id]?[part] else {
            throw .unusableCorpus("there is no document \(document.id)")
        }
        return bytes
    }

    private static func parts(
        of document: StudyDocument, _ reader: PoolExecutor, _ profiles: [RecognitionProfile]
    ) async throws(TuningError) -> (parts: [SpeedPart: [UInt8]], seconds: Double) {
        let bytes = try reader.bytes(of: document)
        let setting = ReadPlan.byKind(profiles).settings(for: document.kind)[0]
        do {
            let answer = try await reader.draw(bytes, setting, order)
            let picture = answer.pictures.first?.jpeg ?? []
            var pieces: [(bytes: [UInt8], words: Int)] = []
            // A document with text is its own piece.
            let page = document.kind == .text ? nil : try answer.results.first?.get().pages.first
            for line in fullestLines(of: page) {
                let piece = try PageBand.png(of: picture, top: line.top, height: line.height)
                let page = try await reader.draw(piece, setting, order).results.first?.get().pages.first
                pieces.append((piece, page?.wordCount ?? 0))
            }
            let parts: [SpeedPart: [UInt8]] = [
                .whole: bytes, .piece: pieces.max { $0.words < $1.words }?.bytes ?? bytes,
                .sliver: try PageBand.png(of: picture, top: 0.5, height: 0),
            ]
            return (parts, answer.usage.cpuSeconds)
        } catch {
            throw .reader("\(document.id) cannot be cut into pieces to measure with: \(error)")
        }
    }

    /// Some lines with many words, and half a line more above and below, so that their letters are whole. What is read on a page
    /// is not always read in a piece of it: dark bands, for one, are told by what is around them.
    private static func fullestLines(of page: RecognizedPage?) -> [(top: Double, height: Double)] {
        let lines = page?.blocks.flatMap(\.lines).filter { !$0.words.isEmpty } ?? []
        return lines.sorted { $0.words.count > $1.words.count }.prefix(candidates).map { line in
            let box = line.words.dropFirst().reduce(line.words[0].box) { $0.union($1.box) }
            let top = max(0, box.y - box.height / 2)
            return (top, min(2 * box.height, 1 - top))
        }
    }
}

extension RecognizedPage {
    fileprivate var wordCount: Int { blocks.flatMap(\.lines).reduce(0) { $0 + $1.words.count } }
}
