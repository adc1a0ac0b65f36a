internal import ArgumentParser
internal import Corpus
internal import Foundation
internal import Labelling
internal import OCRWire

extension CorpusCommand {
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draw the truth over the pages of a card, or of all cards, into one HTML file.",
            discussion: """
                Values stand where they were labelled, else where our reader finds the same cell; those that it reads
                otherwise are red, and those without a place are listed below the page. The file needs no network.

                EXAMPLES
                  cricksy-bench corpus show 001-app-export-text
                  cricksy-bench corpus show --split validation --out /tmp/validation.html

                EXIT CODES
                  0 drawn   4 the run went wrong   64 usage   65 corpus, or no such card   78 tuned file
                """)

        @Argument(help: "Folder name of the card (default: all).") var card: String?
        @Option(help: ArgumentHelp("The corpus.", valueName: "dir")) var corpus = "corpus"
        @Option(help: "Only this split, when all are drawn.") var split: CorpusSplit?
        @Option(help: ArgumentHelp("File to write.", valueName: "file")) var out = "reports/runs/show.html"
        @Flag(help: "Draw people's own cards too, when all are drawn; one that is named is drawn anyway.")
        var withCrops = false
        @OptionGroup var draft: DraftOptions

        func run() async throws {
            try await BenchExit.reporting {
                let corpus = try CorpusDirectory.load(at: corpus)
                let documents = try documents(of: corpus)
                let drafter = try await draft.drafter()
                var sheets: [TruthSheet] = []
                for document in documents {
                    if let sheet = try await sheet(document, of: corpus, drafter) { sheets.append(sheet) }
                }
                await drafter.finish()
                try write(TruthSheet.html(sheets))
                print("\(sheets.count) cards drawn in \(out).")
            }
        }

        private func documents(of corpus: Corpus) throws(CorpusError) -> [CorpusDocument] {
            if let card {
                let named = corpus.documents.filter { $0.id == card || $0.folder == card }
                guard !named.isEmpty else { throw .noSuchCard(card, path: corpus.directory) }
                return named
            }
            let chosen = corpus.documents.filter { split == nil || $0.split == split }
            let shown = chosen.filter { $0.mayShowPixels(withCrops: withCrops) }
            if shown.count < chosen.count {
                StandardError.write(
                    "\(chosen.count - shown.count) cards of people are left out; --with-crops draws them too.\n")
            }
            return shown
        }

        /// Nil for a document that cannot be read, after saying so.
        private func sheet(
            _ document: CorpusDocument, of corpus: Corpus, _ drafter: CardDrafter
        ) async throws -> TruthSheet? {
            do {
                let drafted = try await drafter.draft(
                    try corpus.bytes(of: document), name: document.id,
                    pictures: .init(longestSide: card == nil ? 1200 : 2000))
                return TruthSheet(
                    document, truth: try corpus.truth(of: document), kept: try corpus.boxes(of: document),
                    drafted: drafted)
            } catch let error as LabellingError {
                guard case .unreadable = error, card == nil else { throw error }
                StandardError.write(error.sentence + "\n")
                return nil
            }
        }

        private func write(_ html: String) throws {
            let file = URL(filePath: out)
            do {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(html.utf8).write(to: file)
            } catch {
                throw CorpusError.unwritable(path: out, reason: error.localizedDescription)
            }
        }
    }
}
