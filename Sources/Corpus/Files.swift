internal import Crypto
internal import FoundationEssentials

/// The few file operations a corpus needs, with errors that name the file.
package enum Files {
    static func read(_ path: String) throws(CorpusError) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            let there = FileManager.default.fileExists(atPath: path)
            throw .unreadableFile(path: path, reason: there ? "permission or file type" : "there is no such file")
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws(CorpusError) {
        do {
            try Data(bytes).write(to: URL(filePath: path))
        } catch {
            throw .unwritable(path: path, reason: "\(error)")
        }
    }

    static func makeDirectory(_ path: String) throws(CorpusError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: path, reason: "\(error)")
        }
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Takes a directory or file away; one that is not there is as good as gone.
    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    /// Moves a directory, making the one above its target; what an earlier attempt left at the target goes.
    static func move(_ path: String, to target: String) throws(CorpusError) {
        try makeDirectory(target)
        remove(target)
        do {
            try FileManager.default.moveItem(atPath: path, toPath: target)
        } catch {
            throw .unwritable(path: target, reason: "\(error)")
        }
    }

    /// Names in a directory in a fixed order; empty when it is not there.
    static func list(_ path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    package static func sha256(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self)
    }
}
