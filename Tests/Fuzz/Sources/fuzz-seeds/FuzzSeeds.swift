internal import Foundation
internal import OCRWire

/// Writes the messages of OCRWireTests as files, one a message: `fuzz-seeds FOLDER`.
@main
enum FuzzSeeds {
    static func main() throws {
        let folder = URL(filePath: CommandLine.arguments[1])
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let frames =
            try Samples.readerMessages.map { try $0.encoded() } + Samples.parentMessages.map { try $0.encoded() }
        for (index, frame) in frames.enumerated() {
            try Data(frame).write(to: folder.appending(path: "message-\(index)"))
        }
    }
}
