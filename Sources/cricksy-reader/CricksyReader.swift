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
        // Naming the allocator is what links it in.
        _ = cjemalloc_version()
        exit(serve())
    }

    private static func serve() -> Int32 {
        guard let service = ReaderService() else { return ReaderExitCode.noChannel }
        let directory = ModelDirectory()
        let models = directory.models()
        guard !models.isEmpty else {
            return service.refuse(
                "There is no Tesseract model in \(directory.path); install tesseract-ocr-eng or set TESSDATA_PREFIX.")
        }
        let reader = DocumentReader(models: directory)
        // The usual engine; one that is not there is said to whoever asks for it.
        try? reader.warmUp([RecognitionProfile(settings: .tesseractDefaults)])
        return service.run(hello(directory, models)) { request, document, emit in
            let deadline = Deadline.after(milliseconds: request.deadlineMilliseconds ?? 0)
            reader.read(document, plan: request.plan, limits: request.limits, deadline: deadline, emit: emit)
        }
    }

    private static func hello(_ directory: ModelDirectory, _ models: [ModelFile]) -> ReaderHello {
        ReaderHello(
            engines: EngineVersions(
                tesseract: LibraryVersions.tesseract, leptonica: LibraryVersions.leptonica,
                poppler: LibraryVersions.poppler),
            modelDirectory: directory.path, models: models.map { ReaderModel(name: $0.name, bytes: $0.bytes) })
    }
}
