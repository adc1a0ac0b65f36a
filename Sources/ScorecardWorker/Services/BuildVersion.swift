internal import CeleryQueue
internal import OCRWire

/// What program this is, for heartbeats, `report` and `--version`.
public enum BuildVersion {
    /// As in the changelog.
    public static let current = "0.1.0"

    static let software = SoftwareIdentity(name: "cricksy-worker", version: current)

    /// For `report`: this program and what its readers are linked with.
    static func software(_ engines: EngineVersions) -> [String] {
        [
            "cricksy-worker:\(current)", "tesseract:\(engines.tesseract)", "leptonica:\(engines.leptonica)",
            "poppler:\(engines.poppler)",
        ]
    }
}
