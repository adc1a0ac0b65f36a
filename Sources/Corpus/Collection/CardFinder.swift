internal import FoundationEssentials
public import Scorecard

/// A document with its truth, found on disk.
public struct FoundCard: Sendable, Hashable {
    /// Path of the document, relative to the directory that was searched.
    public var name: String
    /// Path of the document.
    public var document: String
    /// Path of its truth.
    public var truth: String
    /// Path of its text, if there is one.
    public var text: String?

    /// The truth, read strictly.
    public func readTruth() throws(CorpusError) -> Scorecard {
        let bytes = try Files.read(truth)
        do {
            return try ScorecardJSON.decode(bytes)
        } catch {
            throw .badTruth(path: truth, reason: error.sentence)
        }
    }

    /// The document's bytes.
    public func readDocument() throws(CorpusError) -> [UInt8] { try Files.read(document) }

    /// The text, if there is one.
    public func readText() throws(CorpusError) -> String? {
        guard let text else { return nil }
        guard let value = String(validating: try Files.read(text), as: UTF8.self) else {
            throw .badTruth(path: text, reason: "it is not UTF-8")
        }
        return value
    }
}

/// Finds cards to import: `NAME.pdf` with `NAME.json` beside it, or a folder with `truth.json` beside its one document.
public struct CardFinder: Sendable {
    /// What was found, in order of names.
    public private(set) var cards: [FoundCard] = []
    /// Documents without a truth, relative to the directory.
    public private(set) var withoutTruth: [String] = []

    /// Searches a directory and all below it; links to directories are not followed.
    public init(_ directory: String) throws(CorpusError) {
        search(directory, prefix: "")
        guard !cards.isEmpty || !withoutTruth.isEmpty else { throw .nothingToImport(path: directory) }
    }

    private mutating func search(_ directory: String, prefix: String) {
        let names = Files.list(directory).filter { !$0.hasPrefix(".") }
        let documents = names.filter { CardFile.suffixes.contains(Self.suffix($0)) }
        for name in documents {
            if let card = card(name, alone: documents.count == 1, among: Set(names), directory, prefix) {
                cards.append(card)
            } else {
                withoutTruth.append(prefix + name)
            }
        }
        for name in names where Self.isFolder(directory + "/" + name) {
            search(directory + "/" + name, prefix: prefix + name + "/")
        }
    }

    private func card(
        _ name: String, alone: Bool, among names: Set<String>, _ directory: String, _ prefix: String
    ) -> FoundCard? {
        let stem = String(name.dropLast(Self.suffix(name).count + 1))
        let pairs =
            [(stem + ".json", stem + ".txt")] + (alone ? [(CorpusDocument.truthFile, CorpusDocument.textFile)] : [])
        guard let (truth, text) = pairs.first(where: { names.contains($0.0) }) else { return nil }
        return FoundCard(
            name: prefix + name, document: directory + "/" + name, truth: directory + "/" + truth,
            text: names.contains(text) ? directory + "/" + text : nil)
    }

    private static func suffix(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func isFolder(_ path: String) -> Bool {
        let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
        return type == .typeDirectory
    }
}
