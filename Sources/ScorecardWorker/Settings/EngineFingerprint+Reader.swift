public import OCRWire
public import TunedConfiguration

extension TunedSettings {
    /// The same held against the engine of a reader that is warm.
    public func checked(against hello: ReaderHello) -> TunedSettings {
        knowing(models: hello.models.map(\.name)).checked(against: EngineFingerprint(hello, models: models))
    }
}

extension EngineFingerprint {
    /// What a reader says of itself, with the hashes of these models.
    public init(_ hello: ReaderHello, models: some Sequence<String>) {
        self.init(
            tesseract: hello.engines.tesseract, leptonica: hello.engines.leptonica, poppler: hello.engines.poppler,
            modelDirectory: hello.modelDirectory, models: models)
    }
}
