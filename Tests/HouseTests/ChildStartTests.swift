import Foundation
import Testing

/// A test whose child inherits what Foundation watches another child by makes that other test wait for ever.
@Suite struct ChildStartTests {
    @Test func childrenOfTestsAreStartedOneByOne() throws {
        let tests = FileManager.default.enumerator(
            at: Repository.root.appending(path: "Tests"), includingPropertiesForKeys: nil)
        let files = (tests?.compactMap { $0 as? URL } ?? []).filter {
            $0.pathExtension == "swift" && $0.lastPathComponent != "ChildStart.swift"
        }
        #expect(files.count > 100)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            let started = text.matches(of: /\btry [a-z]+\.run\(\)/).map { String($0.output) }
            #expect(started.isEmpty || !text.contains("Process()"), "\(file.path): \(started); start() starts alone")
        }
    }
}
