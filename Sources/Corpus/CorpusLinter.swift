internal import FoundationEssentials
public import Scorecard

/// Looks for everything that would make a figure measured on a corpus wrong.
public enum CorpusLinter {
    /// A fault: where it is and what it is.
    public struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// File or folder, relative to the corpus.
        public var path: String
        /// What is wrong there.
        public var problem: String

        /// Path and problem on a line.
        public var description: String { "\(path): \(problem)" }
    }

    /// Every fault of the corpus in a directory; a manifest that cannot be read is thrown.
    public static func lint(_ path: String) throws(CorpusError) -> [Finding] {
        let corpus = try CorpusDirectory.open(at: path)
        return corpus.documents.flatMap { lint($0, of: corpus) } + strays(in: corpus)
    }

    /// Every fault of a truth, one phrase each.
    public static func problems(in card: Scorecard) -> [String] {
        textProblems(in: card) + lawProblems(in: card)
    }

    static func lint(_ document: CorpusDocument, of corpus: Corpus) -> [Finding] {
        do throws(CorpusError) {
            try CorpusDirectory.verify(document, of: corpus)
            let bytes = try corpus.bytes(of: document)
            let text = try corpus.truthText(of: document)
            let card = try corpus.truth(of: document)
            return
                (formatFaults(of: document, bytes: bytes)
                + textFaults(text, of: document, isCard: !card.innings.isEmpty)
                + cardFaults(card, of: document))
        } catch {
            return [Finding(path: document.folder, problem: error.sentence)]
        }
    }

    private static func formatFaults(of document: CorpusDocument, bytes: [UInt8]) -> [Finding] {
        let suffix = document.file.split(separator: ".").last.map(String.init) ?? ""
        if CardFile.isGenuine(bytes, suffix: suffix) { return [] }
        return [
            Finding(path: document.folder + "/" + document.file, problem: "the bytes are not those of a .\(suffix)")
        ]
    }

    private static func textFaults(
        _ text: String, of document: CorpusDocument, isCard: Bool
    ) -> [Finding] {
        var problems: [String] = []
        // A photograph of a ground has not a word, and of a draft nothing is known.
        if isCard, document.provenance?.hasDraftText != true, text.allSatisfy(\.isWhitespace) {
            problems.append("it is empty")
        }
        if text.unicodeScalars.contains(where: {
            $0.value == 0xFEFF || ($0.value < 0x20 && $0 != "\n" && $0 != "\u{0C}")
        }) {
            problems.append("it holds a byte order mark or control characters")
        }
        if !text.isNFC { problems.append("it is not in Unicode NFC") }
        return problems.map { Finding(path: document.folder + "/" + CorpusDocument.textFile, problem: $0) }
    }

    private static func cardFaults(_ card: Scorecard, of document: CorpusDocument) -> [Finding] {
        let path = document.folder + "/" + CorpusDocument.truthFile
        return problems(in: card).map { Finding(path: path, problem: $0) }
    }

    private static func textProblems(in card: Scorecard) -> [String] {
        var problems: [String] = []
        let texts = card.leaves.compactMap { leaf in if case .text(let text) = leaf.value { text } else { nil } }
        if let text = texts.first(where: { !$0.isNFC }) { problems.append("\u{201C}\(text)\u{201D} is not in NFC") }
        if let text = texts.first(where: { $0 != $0.whiteSpaceFolded }) {
            problems.append("the white space of \u{201C}\(text)\u{201D} is not folded")
        }
        return problems
    }

    private static func lawProblems(in card: Scorecard) -> [String] {
        let checks = LawChecker.check(card)
        guard card.printedInconsistent != true else {
            return checks.allSatisfy(\.holds) ? ["it says printedInconsistent, and every law holds"] : []
        }
        return checks.filter { !$0.holds && !$0.soft }.map { check in
            "the law \(check.law) does not hold: \(LawSentence.describe(check, in: card).dropLast())"
        }
    }

    /// Folders that hold a document and that the manifest does not list.
    private static func strays(in corpus: Corpus) -> [Finding] {
        let listed = Set(corpus.documents.map(\.folder))
        return CorpusSplit.allCases.flatMap { split in
            Files.list(corpus.directory + "/" + split.rawValue).map { split.rawValue + "/" + $0 }
        }
        .filter { !listed.contains($0) }
        .map { Finding(path: $0, problem: "it is not in the manifest") }
    }
}
