import Corpus
import Foundation
import Recognition

/// A directory that is gone after the test.
struct Scratch: ~Copyable {
    let path = NSTemporaryDirectory() + "corpus-test-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes two small documents, one for each split.
    func corpus() throws(CorpusError) -> Corpus {
        try CorpusWriter(.init(seed: 11, count: 2, kinds: [.text])).write(to: path)
        return try CorpusDirectory.load(at: path)
    }

    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + file))
    }

    func text(of file: String) throws -> String { try String(contentsOfFile: path + "/" + file, encoding: .utf8) }
}

let seeds: [UInt64] = Array(1...10)
