internal import CeleryQueue
internal import Crypto
internal import Foundation
public import OCRWire
public import TunedConfiguration

/// All that decides, beside the settings, which text a page gives: who has the same reads the same.
public struct ReaderIdentity: Sendable, Hashable {
    /// Versions of the libraries, and the models that a trial needs.
    public var engine: EngineFingerprint
    /// SHA-256 of the reader program; it prepares pages and finds lines.
    public var program: String

    /// Creates an identity.
    public init(engine: EngineFingerprint, program: String) {
        self.engine = engine
        self.program = program
    }

    /// Why a reader of this identity must not read for one who wants another; nil when it may.
    public func objection(to wanted: ReaderIdentity) -> String? {
        let versions = [
            ("Tesseract", engine.tesseract, wanted.engine.tesseract),
            ("Leptonica", engine.leptonica, wanted.engine.leptonica),
            ("Poppler", engine.poppler, wanted.engine.poppler),
        ]
        if let (name, own, other) = versions.first(where: { $0.1 != $0.2 }) {
            return "its \(name) is \(own) and the tuner's \(other)"
        }
        for (name, hash) in wanted.engine.models.sorted(by: { $0.key < $1.key }) where engine.models[name] != hash {
            return engine.models[name] == nil ? "it has no model \(name)" : "its model \(name) is another file"
        }
        return program == wanted.program ? nil : "its cricksy-reader is another build"
    }
}

extension ReaderIdentity {
    private static let mostModels = 64

    var json: JSON {
        let models = engine.models.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .text($0.value)) }
        return [
            "tesseract": .text(engine.tesseract), "leptonica": .text(engine.leptonica),
            "poppler": .text(engine.poppler), "models": .object(models), "program": .text(program),
        ]
    }

    init?(_ json: JSON) {
        guard let tesseract = json["tesseract"]?.asText, let leptonica = json["leptonica"]?.asText,
            let poppler = json["poppler"]?.asText, let program = json["program"]?.asText,
            let members = json["models"]?.asObject, members.count <= Self.mostModels
        else { return nil }
        var models: [String: String] = [:]
        for member in members {
            guard let hash = member.value.asText else { return nil }
            models[member.key] = hash
        }
        self.init(
            engine: EngineFingerprint(tesseract: tesseract, leptonica: leptonica, poppler: poppler, models: models),
            program: program)
    }
}

/// What a program's own readers are; files are hashed once.
public struct OwnReaders: Sendable {
    private let hello: ReaderHello
    private let program: String

    /// - Parameter program: path of the reader program.
    public init(hello: ReaderHello, program: String) {
        self.hello = hello
        let bytes = (try? Data(contentsOf: URL(filePath: program), options: .mappedIfSafe)) ?? Data()
        self.program = SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Their identity as far as these models go; one that is not there is left out.
    public func identity(models: some Sequence<String>) -> ReaderIdentity {
        let engine = EngineFingerprint(
            tesseract: hello.engines.tesseract, leptonica: hello.engines.leptonica, poppler: hello.engines.poppler,
            modelDirectory: hello.modelDirectory, models: models)
        return ReaderIdentity(engine: engine, program: program)
    }
}
