public import Recognition
public import Scorecard
public import TesseractOCR

/// What a child does with a document: recognise every page, read the card. Engines stay warm between documents.
/// Not for use from two threads.
public final class DocumentReader {
    private let recognizer: Recognizer

    /// Creates a reader over a directory of models.
    public init(models: ModelDirectory) {
        recognizer = Recognizer(models: models)
    }

    /// Finds the fonts and starts the engines that these profiles need: later it may be forbidden, and the first document would
    /// pay for it.
    ///
    /// - Throws: `infeasibleSettings` when a model is missing or has not the engine.
    public func warmUp(_ profiles: [RecognitionProfile]) throws(RecognitionFailure) {
        try PDFWarmUp.run()
        for profile in profiles { try recognizer.warmUp(profile.settings) }
    }

    /// Reads one document with every setting of the plan, decoding, drawing and preparing each page once for all settings that
    /// share the step.
    ///
    /// - Parameters:
    ///   - deadline: when to stop; pages that are not finished by then make the result `deadlineExceeded`.
    ///   - emit: called once for each of the plan's settings, in their order.
    public func read(
        _ bytes: UnsafeRawBufferPointer, plan: ReadPlan, limits: RecognitionLimits, deadline: Deadline,
        emit: (Result<ReadDocument, RecognitionFailure>) -> Void
    ) {
        do throws(RecognitionFailure) {
            var opening = StageClock()
            let document = try OpenDocument(bytes, limits: limits)
            let settings = plan.settings(for: document.kind)
            var session = ReadingSession(settings: settings, limits: limits, deadline: deadline, recognizer: recognizer)
            session.charge(decode: opening.lap())
            try session.recognize(document)
            for result in session.results(kind: document.kind, format: document.format) { emit(result) }
        } catch {
            for _ in 0..<plan.resultCount { emit(.failure(error)) }
        }
    }
}
