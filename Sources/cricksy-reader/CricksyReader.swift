internal import CJemalloc
internal import CardReading
internal import Glibc
internal import OCRChild
internal import OCRWire
internal import Recognition
internal import TesseractOCR

/// The child program: warm up, then read documents until the parent closes the channel.
@main
struct CricksyReader {
    static func main() {
        exit(serve())
    }

    private static func serve() -> Int32 {
        guard let service = ReaderService(memoryRefusals: refusals()) else { return ReaderExitCode.noChannel }
        let directory = ModelDirectory()
        let models = directory.models()
        guard !models.isEmpty else {
            return service.refuse(
                "There is no Tesseract model in \(directory.path); install tesseract-ocr-eng or set TESSDATA_PREFIX.")
        }
        let reader = DocumentReader(models: directory)
        if let sentence = warmUp(reader) { return service.refuse(sentence) }
        return service.run(hello(directory, models), pictures: draw) { request, document, emit in
            let deadline = Deadline.after(milliseconds: request.deadlineMilliseconds ?? 0)
            reader.read(document, plan: request.plan, limits: request.limits, deadline: deadline, emit: emit)
        }
    }

    private static func draw(
        _ order: PictureOrder, _ request: ReadRequest, _ document: UnsafeRawBufferPointer,
        _ emit: (PagePicture) -> Void
    ) {
        PageDrawing(dpi: order.dpi, longestSide: order.longestSide).draw(
            document, limits: request.limits,
            deadline: .after(milliseconds: request.deadlineMilliseconds ?? 0)
        ) { page, jpeg in emit(PagePicture(page: page, jpeg: jpeg)) }
    }

    /// Opens all that can no longer be opened once the reader has locked itself in; why it cannot work, if so.
    private static func warmUp(_ reader: DocumentReader) -> String? {
        do throws(RecognitionFailure) {
            try reader.warmUp([RecognitionProfile(settings: .tesseractDefaults)])
        } catch {
            // An engine that is not there is said to whoever asks for it.
            if case .infeasibleSettings = error { return nil }
            return "The reader cannot warm up: \(error.sentence)"
        }
        return nil
    }

    /// The allocator's counter; the volatile of C is for its signal handlers.
    private static func refusals() -> UnsafeMutablePointer<Int32>? {
        cjemalloc_watch_refusals()
    }

    private static func hello(_ directory: ModelDirectory, _ models: [ModelFile]) -> ReaderHello {
        ReaderHello(
            engines: EngineVersions(
                tesseract: LibraryVersions.tesseract, leptonica: LibraryVersions.leptonica,
                poppler: LibraryVersions.poppler),
            modelDirectory: directory.path, models: models.map { ReaderModel(name: $0.name, bytes: $0.bytes) })
    }
}
