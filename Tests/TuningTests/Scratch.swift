import Foundation

/// Where the tests of this process put files; it goes away with the process.
enum Scratch {
    private static let folder: URL = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cricksy-tuning-\(getpid())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: Scratch.folder) }
        return folder
    }()

    /// A place that nothing stands at yet.
    static func place(_ name: String) -> URL { folder.appending(path: "\(UUID().uuidString)-\(name)") }
}
