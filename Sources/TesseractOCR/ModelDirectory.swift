#if canImport(Glibc)
    internal import Glibc
#endif
internal import Recognition

/// Where the `.traineddata` files are.
public struct ModelDirectory: Sendable {
    /// The directory, without a slash at its end.
    public let path: String

    /// Debian's directory, unless `TESSDATA_PREFIX` names another.
    public init(path: String? = nil) {
        let chosen = path ?? environmentValue("TESSDATA_PREFIX") ?? "/usr/share/tesseract-ocr/5/tessdata"
        self.path = chosen.count > 1 && chosen.hasSuffix("/") ? String(chosen.dropLast()) : chosen
    }

    /// File of one model.
    public func file(of model: String) -> String { "\(path)/\(model).traineddata" }

    /// The models that are there, by name.
    public func models() -> [ModelFile] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var found: [ModelFile] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            guard name.hasSuffix(".traineddata"), stat("\(path)/\(name)", &status) == 0 else { continue }
            found.append(ModelFile(name: String(name.dropLast(".traineddata".count)), bytes: Int(status.st_size)))
        }
        return found.sorted { $0.name < $1.name }
    }

    /// Says which combinations cannot work, before Tesseract is asked and answers on stderr.
    func check(_ key: EngineKey) throws(RecognitionFailure) {
        guard !key.models.isEmpty else { throw .infeasibleSettings("no model is named") }
        for model in key.models {
            guard isName(model) else { throw .infeasibleSettings("'\(model)' is no name of a model") }
            guard let parts = ModelParts(file: file(of: model)) else {
                throw .infeasibleSettings("there is no model \(model) in \(path); install \(Self.package(of: model))")
            }
            if key.mode.needsLegacyModel, !parts.hasLegacy {
                throw .infeasibleSettings("OEM \(key.mode.rawValue) needs a legacy engine, which \(model) has not")
            }
            if key.mode == .lstmOnly, !parts.hasLSTM {
                throw .infeasibleSettings("OEM 1 needs an LSTM engine, which \(model) has not")
            }
        }
    }

    /// Debian's package of a model; those of a script have another name.
    private static func package(of model: String) -> String {
        model == "Latin" ? "tesseract-ocr-script-latn" : "tesseract-ocr-\(model)"
    }

    /// A name, or a script's name such as `script/Latin`; never a path that leaves the directory.
    private func isName(_ model: String) -> Bool {
        !model.isEmpty && !model.contains("..") && !model.hasPrefix("/")
            && model.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x5F || byte == 0x2D || byte == 0x2F
            }
    }
}

/// One `.traineddata` file.
public struct ModelFile: Sendable, Hashable {
    /// Name without the ending.
    public let name: String
    /// Size in bytes.
    public let bytes: Int
}

/// Which engines a model file carries, from its table of contents (`tesseract::TessdataManager`).
struct ModelParts {
    let hasLegacy: Bool
    let hasLSTM: Bool

    private static let legacyInformation = 3
    private static let lstm = 17

    /// nil when the file cannot be read or is no model.
    init?(file: String) {
        guard let stream = fopen(file, "rb") else { return nil }
        defer { fclose(stream) }
        var count: Int32 = 0
        guard fread(&count, 4, 1, stream) == 1, (1...64).contains(count) else { return nil }
        var offsets = [Int64](repeating: -1, count: Int(count))
        guard fread(&offsets, 8, offsets.count, stream) == offsets.count else { return nil }
        func has(_ part: Int) -> Bool { part < offsets.count && offsets[part] >= 0 }
        hasLegacy = has(ModelParts.legacyInformation)
        hasLSTM = has(ModelParts.lstm)
    }
}

private func environmentValue(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}
