internal import Foundation
internal import Scorecard
internal import ScorecardWorker

/// Prints a read document on standard output in the asked form.
struct Output {
    let format: ProcessCommand.Format
    let isOneOfSeveral: Bool

    func print(_ document: ReadDocument, path: String) {
        write(text(of: document, path: path))
    }

    private func text(of document: ReadDocument, path: String) -> String {
        switch format {
        case .table: heading(path) + CardTable.text(of: document.reading, width: Output.width)
        case .json: preview(of: document, path: path) + "\n"
        case .text: heading(path) + document.text
        case .hocr: HOCRDocument(pages: document.pages).text
        }
    }

    private func heading(_ path: String) -> String { isOneOfSeveral ? "== \(path)\n" : "" }

    /// One of several previews names its file first.
    private func preview(of document: ReadDocument, path: String) -> String {
        guard isOneOfSeveral, case .object(let members) = PreviewWriter.preview(of: document) else {
            return PreviewWriter.encode(document)
        }
        return OrderedJSON.object([OrderedJSON.Member("file", .text(path))] + members).encoded(.compact)
    }

    private func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    private static var width: Int {
        var size = winsize()
        guard ioctl(FileHandle.standardOutput.fileDescriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 110
        }
        return Int(size.ws_col)
    }
}
