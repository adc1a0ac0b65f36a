import Glibc
import OCRChild
import OCRWire
import Recognition
import Scorecard

/// A reader that does what the document's text says: answers like the shipped one, or fails in one of the ways in which
/// a child can fail. An argument makes it fail while it starts. Never installed.
@main
struct FaultReader {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let service = ReaderService() else { exit(ReaderExitCode.noChannel) }
        if let fault = arguments.first, let refusal = StartFault.commit(fault, Array(arguments.dropFirst())) {
            exit(service.refuse(refusal))
        }
        let hello = ReaderHello(
            engines: EngineVersions(tesseract: "0", leptonica: "0", poppler: "0"), modelDirectory: "/nowhere",
            models: [ReaderModel(name: "none", bytes: 0)])
        exit(service.run(hello) { request, bytes, emit in answer(request, bytes, emit) })
    }

    private static func answer(
        _ request: ReadRequest, _ bytes: UnsafeRawBufferPointer, _ emit: (ReadResult) -> Void
    ) {
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ").map(String.init)
        let text = Fault(request: request).commit(words.first ?? "", Int(words.dropFirst().first ?? "") ?? 0, emit)
        for _ in request.plan.settings(for: .screen) { emit(.success(document(text ?? "read"))) }
    }

    /// A document of one page whose words are those of the text.
    static func document(_ text: String) -> ReadDocument {
        let box = PageBox(x: 0, y: 0, width: 1, height: 1)
        let words = text.split(separator: " ").map { RecognizedWord(text: String($0), box: box, confidence: 1) }
        let blocks = words.isEmpty ? [] : [RecognizedBlock(lines: [RecognizedLine(words: words)])]
        let page = RecognizedPage(index: 0, width: 100, height: 100, source: .ocr, blocks: blocks)
        return ReadDocument(kind: .screen, format: .png, pages: [page], reading: ScorecardReading(), cost: ReadCost())
    }
}
