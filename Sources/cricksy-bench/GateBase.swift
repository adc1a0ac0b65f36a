internal import Foundation
internal import OCRPool
internal import Recognition
internal import TunedConfiguration
internal import Tuning

/// The build that a gate measures beside this one.
struct GateBase {
    /// Its reader.
    let program: String
    /// What it ships to read with; nil to read with what this build does.
    let profiles: [RecognitionProfile]?
    /// What it is, for sentences.
    let name: String

    /// A reader, or a directory that has one.
    init(binary path: String) throws {
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        guard exists else {
            throw GateBaseError("There is no \(path); give --against-binary a reader or its directory.")
        }
        program = try ReaderProgram.find(isDirectory.boolValue ? "\(path)/\(ReaderProgram.name)" : path)
        profiles = nil
        name = path
    }

    /// A commit, built in a work tree of its own under `.build-gate`, which later runs build on; a commit that was built
    /// before is not built again.
    init(commit reference: String, tuned: String, progress: ProgressStyle) throws {
        let root = try Self.git("rev-parse", "--show-toplevel", why: "--against needs a git repository")
        let commit = try Self.git(
            "rev-parse", "--verify", "--quiet", "\(reference)^{commit}",
            why: "there is no commit '\(reference)'; fetch it first (git fetch origin)")
        let folder = "\(root)/.build-gate"
        let tree = "\(folder)/tree"
        let kept = "\(folder)/readers/\(commit)"
        try Self.checkOut(commit, in: tree)
        if !FileManager.default.isExecutableFile(atPath: "\(kept)/\(ReaderProgram.name)") {
            if progress == .plain || (progress == .auto && StandardError.isTerminal) {
                StandardError.write("building \(commit.prefix(12)) in \(folder) (minutes the first time)\n")
            }
            try Self.build(tree: tree, folder: folder, into: kept)
        }
        program = try ReaderProgram.find("\(kept)/\(ReaderProgram.name)")
        profiles = try? TunedConfiguration.load(path: "\(tree)/\(tuned)").recognition.profiles
        name = "\(reference) (\(commit.prefix(12)))"
    }

    private static func checkOut(_ commit: String, in tree: String) throws {
        let why = "the work tree \(tree) cannot be made; remove it and run git worktree prune"
        if FileManager.default.fileExists(atPath: "\(tree)/.git") {
            _ = try git("-C", tree, "checkout", "--quiet", "--force", "--detach", commit, why: why)
        } else {
            _ = try git("worktree", "prune", why: why)
            _ = try git("worktree", "add", "--quiet", "--force", "--detach", tree, commit, why: why)
        }
    }

    private static func build(tree: String, folder: String, into kept: String) throws {
        let log = "\(folder)/build.log"
        let (scratch, product) = ("\(folder)/scratch", ReaderProgram.name)
        let built = try Command.run(
            [
                "swift", "build", "-c", "release", "--package-path", tree, "--scratch-path", scratch, "--product",
                product,
            ],
            withErrors: true)
        try Data(built.output.utf8).write(to: URL(filePath: log))
        guard built.code == 0 else {
            let error = built.output.split(separator: "\n").first { $0.contains("error:") }
            throw GateBaseError(
                "The base does not build (\(error.map(String.init) ?? "exit code \(built.code)")); see \(log).")
        }
        try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
        let path = "\(kept)/\(product)"
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: "\(scratch)/release/\(product)", toPath: path)
    }

    private static func git(_ arguments: String..., why: String) throws -> String {
        let result = try Command.run(["git"] + arguments)
        guard result.code == 0 else { throw GateBaseError("The base cannot be had: \(why).") }
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// Why there is nothing to compare with.
struct GateBaseError: Error, CustomStringConvertible {
    let description: String

    init(_ sentence: String) { description = sentence }
}
