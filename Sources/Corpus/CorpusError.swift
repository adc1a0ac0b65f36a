/// Why a corpus cannot be used.
public enum CorpusError: Error, Sendable, Hashable {
    /// There is no such directory, or it has no manifest.
    case noManifest(path: String)
    /// The manifest is not what this program reads.
    case badManifest(path: String, reason: String)
    /// The manifest was written by a newer program.
    case newerSchema(path: String, found: Int, supported: Int)
    /// The manifest lists a file that is not there or cannot be read.
    case unreadableFile(path: String, reason: String)
    /// A file's bytes are not those the manifest was written for.
    case wrongHash(path: String, expected: String, found: String)
    /// A truth that cannot be read.
    case badTruth(path: String, reason: String)
    /// Drawing needs fonts that are not installed.
    case missingFonts(families: [String], packages: [String])
    /// A card could not be drawn or written.
    case drawingFailed(String)
    /// A truth that the linter refuses; nothing was stored.
    case faultyTruth([String])
    /// The corpus holds this very document already.
    case alreadyCollected(id: String)
    /// Cards of people shall not be mixed with drawn ones, which git keeps.
    case holdsDrawnCards(path: String)
    /// A directory to import from that holds nothing to import.
    case nothingToImport(path: String)
    /// A document that cannot be collected, and why.
    case unusableDocument(name: String, reason: String)
    /// There is no such card.
    case noSuchCard(String, path: String)
    /// A file could not be written.
    case unwritable(path: String, reason: String)

    /// One sentence: what, why, and what to do.
    public var sentence: String {
        switch self {
        case .noManifest(let path):
            "There is no corpus in \(path): it has no manifest.json; name a corpus directory or make one with corpus synth."
        case .badManifest(let path, let reason):
            "The manifest \(path) cannot be used (\(reason)); restore it or make the corpus anew."
        case .newerSchema(let path, let found, let supported):
            "The manifest \(path) has schema \(found) and this program reads up to \(supported); use a newer program."
        case .unreadableFile(let path, let reason):
            "The corpus file \(path) cannot be read (\(reason)); restore it or take it out of manifest.json."
        case .wrongHash(let path, let expected, let found):
            "The corpus file \(path) was changed: its SHA-256 is \(found.prefix(12))… and the manifest says "
                + "\(expected.prefix(12))…; restore the file or make the corpus anew."
        case .badTruth(let path, let reason):
            "The ground truth \(path) cannot be used (\(reason)); correct it."
        case .missingFonts(let families, let packages):
            "These fonts are not installed: \(families.joined(separator: ", ")); run "
                + "apt-get install \(packages.joined(separator: " "))."
        case .drawingFailed(let reason): "The card could not be drawn (\(reason)); report it with the seed."
        case .faultyTruth(let problems):
            "The truth cannot be stored: \(problems.joined(separator: "; ")). Correct it, or say that the card itself does "
                + "not add up in print."
        case .alreadyCollected(let id): "This document is in the corpus already, as \(id)."
        case .holdsDrawnCards(let path):
            "The corpus \(path) holds drawn cards, which git keeps; import into a directory of its own."
        case .nothingToImport(let path):
            "There is no card to import in \(path): put NAME.json beside NAME.pdf, or truth.json beside card.pdf."
        case .unusableDocument(let name, let reason): "\(name): \(reason)"
        case .noSuchCard(let id, let path):
            "The corpus \(path) has no card \(id); its manifest.json lists those that it has."
        case .unwritable(let path, let reason): "\(path) cannot be written (\(reason)); choose another directory."
        }
    }
}

extension CorpusError: CustomStringConvertible {
    /// The sentence.
    public var description: String { sentence }
}
