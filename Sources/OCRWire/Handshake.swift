/// What a build speaks; two that differ do not talk.
public struct Dialect: Sendable, Hashable {
    /// Wire version.
    public var version: UInt32
    /// Hash of the shapes of everything that crosses.
    public var schema: UInt64

    /// What this build speaks.
    public init() {
        version = Wire.version
        schema = WireSchema.hash
    }
}

/// The first frame from parent to child: what the parent speaks, and how the child must lock itself in before it answers.
public struct Greeting: Sendable, Hashable {
    /// What the parent speaks.
    public var dialect = Dialect()
    /// What the child gives up.
    public var sandbox: SandboxOrder

    /// Creates a greeting of this build.
    public init(sandbox: SandboxOrder) {
        self.sandbox = sandbox
    }
}

/// Versions of the libraries that a reader is linked with, as they name themselves.
public struct EngineVersions: Sendable, Hashable {
    /// libtesseract, `5.3.0`.
    public var tesseract: String
    /// Leptonica, `1.82.0`.
    public var leptonica: String
    /// Poppler, `22.12.0`.
    public var poppler: String

    /// Creates versions.
    public init(tesseract: String, leptonica: String, poppler: String) {
        self.tesseract = tesseract
        self.leptonica = leptonica
        self.poppler = poppler
    }
}

/// One Tesseract model that a reader can load.
public struct ReaderModel: Sendable, Hashable {
    /// Name without `.traineddata`.
    public var name: String
    /// Size of the file in bytes.
    public var bytes: Int
    /// SHA-256 of the file in hex; nil where the reader did not spend the time.
    public var sha256: String?

    /// Creates a model.
    public init(name: String, bytes: Int, sha256: String? = nil) {
        self.name = name
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// What a warm reader says of itself; sent once, when it can take a document.
public struct ReaderHello: Sendable, Hashable {
    /// Versions of its libraries.
    public var engines: EngineVersions
    /// Directory in which it looks for models.
    public var modelDirectory: String
    /// Models found there, by name.
    public var models: [ReaderModel]
    /// Mechanisms in force that lock it in (`seccomp`, `landlock 7`), strongest first; empty when there are none.
    public var sandbox: [String]

    /// Creates a hello.
    public init(engines: EngineVersions, modelDirectory: String, models: [ReaderModel], sandbox: [String] = []) {
        self.engines = engines
        self.modelDirectory = modelDirectory
        self.models = models
        self.sandbox = sandbox
    }
}
