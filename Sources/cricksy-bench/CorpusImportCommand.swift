internal import ArgumentParser
internal import Corpus
internal import Foundation
internal import Labelling
internal import UploadImport

extension CorpusCommand {
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in cards that have a truth: from a directory, or uploads whose preview a person confirmed.",
            discussion: """
                A directory holds NAME.json beside NAME.pdf, .png, .jpg, .tif, .webp, .bmp or .gif, or a folder for each card with
                truth.json beside its one document; NAME.txt or truth.txt is its text. Each truth is linted, and what the
                linter refuses is left out and named.

                From the database come uploads with the status applied, those that are ready and have "confirmed": true in
                upload_metadata, and the ready ones that --upload names: the table itself does not say what a person
                confirmed. Their files come from the bucket of CRICKSY_S3_BUCKET, _ENDPOINT, _REGION, _ACCESS_KEY and
                _SECRET_KEY. Nothing is written to either.

                EXAMPLES
                  cricksy-bench corpus import ~/cards --consent "secretary of Hill CC for all players, 2026-05-02"
                  cricksy-bench corpus import --from-database - --upload 42 --upload 57 --consent "..."

                EXIT CODES
                  0 all taken in   4 the run went wrong (readers, database, storage)   64 usage, or no consent
                  65 some cards were refused, the others taken in; or there was none   78 tuned file
                """)

        @Argument(help: "Directory with documents and truths.") var directory: String?
        @Option(
            help: ArgumentHelp(
                "Take uploads of this database; - takes DATABASE_URL, which other users cannot see.", valueName: "url"))
        var fromDatabase: String?
        @Option(help: ArgumentHelp("An upload that a person confirmed; may be repeated.", valueName: "id"))
        var upload: [Int] = []
        @Option(help: "Bucket of the uploads (default: CRICKSY_S3_BUCKET).") var bucket: String?
        @Option(help: "S3-compatible server (default: CRICKSY_S3_ENDPOINT).") var endpoint: String?
        @Option(help: "Region of the bucket (default: CRICKSY_S3_REGION).") var region: String?
        @Option(help: "Who agreed that the cards may be used, and when; stored with each card.") var consent: String?
        @Option(help: ArgumentHelp("Corpus to import into.", valueName: "dir"))
        var corpus = CardCollection.defaultDirectory
        @Option(help: "tune, validation or test (default: decided by each match).") var split: CorpusSplit?
        @OptionGroup var draft: DraftOptions

        func validate() throws {
            guard (directory == nil) != (fromDatabase == nil) else {
                throw ValidationError("Name a directory, or --from-database, and not both.")
            }
            guard upload.isEmpty || fromDatabase != nil else {
                throw ValidationError("--upload goes with --from-database.")
            }
        }

        func run() async throws {
            guard let consent, !consent.allSatisfy(\.isWhitespace) else {
                StandardError.write(
                    "Error: Scorecards are people's data, often children's: say with --consent who agreed to their use and "
                        + "when.\n")
                throw ExitCode.validationFailure
            }
            try await BenchExit.reporting {
                let collection = try CardCollection(at: corpus, alone: true)
                let drafter = try await draft.drafter()
                var tally = ImportTally(
                    importer: CardImporter(
                        drafter: drafter, collection: collection, consent: consent, split: split, added: Today.text))
                let outcome = await Self.outcome { try await take(into: &tally) }
                await drafter.finish()
                try outcome.get()
                print("\(tally.taken) cards in \(corpus), \(tally.refused) refused.")
                guard tally.taken > 0, tally.refused == 0 else { throw BenchExit.badInput }
            }
        }

        private func take(into tally: inout ImportTally) async throws {
            if let directory { return try await takeFiles(of: directory, into: &tally) }
            let source = try UploadSource(
                databaseURL: try databaseURL(),
                storage: StorageSettings(
                    environment: ProcessInfo.processInfo.environment, bucket: bucket, endpoint: endpoint, region: region
                ),
                named: upload)
            let found: Int
            do {
                found = try await source.visit { try await tally.add($0) }
            } catch {
                await source.finish()
                throw error
            }
            await source.finish()
            if found == 0 { StandardError.write(Self.noneConfirmed) }
        }

        private func takeFiles(of directory: String, into tally: inout ImportTally) async throws {
            let finder = try CardFinder(directory)
            for name in finder.withoutTruth { tally.refuse("\(name): it has no truth beside it.") }
            for card in finder.cards {
                try await tally.add { () throws(CorpusError) in try IncomingCard(card) }
            }
        }

        private func databaseURL() throws -> String {
            guard fromDatabase == "-" else { return fromDatabase ?? "" }
            guard let url = ProcessInfo.processInfo.environment["DATABASE_URL"], !url.isEmpty else {
                throw ValidationError("DATABASE_URL is not set; set it or give --from-database its value.")
            }
            return url
        }

        private static func outcome(_ work: () async throws -> Void) async -> Result<Void, any Error> {
            do { return .success(try await work()) } catch { return .failure(error) }
        }

        private static let noneConfirmed = """
            No upload says that a person confirmed it (status applied, or "confirmed": true in upload_metadata); name \
            confirmed ones with --upload.

            """
    }
}

/// What came of each card; one that is refused keeps no other out.
struct ImportTally {
    var importer: CardImporter
    private(set) var taken = 0
    private(set) var refused = 0

    init(importer: CardImporter) { self.importer = importer }

    mutating func add(_ load: () throws(CorpusError) -> IncomingCard) async throws {
        let card: IncomingCard
        do throws(CorpusError) {
            card = try load()
        } catch {
            return refuse(error.sentence)
        }
        try await add(card)
    }

    mutating func add(_ upload: Result<IncomingCard, UploadFault>) async throws {
        switch upload {
        case .success(let card): try await add(card)
        case .failure(let fault): refuse(fault.sentence)
        }
    }

    mutating func refuse(_ sentence: String) {
        refused += 1
        StandardError.write("\(sentence)\n")
    }

    private mutating func add(_ card: IncomingCard) async throws {
        do {
            let document = try await importer.admit(card)
            taken += 1
            print("\(card.name) -> \(document.folder)")
        } catch let error as CorpusError {
            if case .unwritable = error { throw error }
            refuse(error.sentence.hasPrefix(card.name) ? error.sentence : "\(card.name): \(error.sentence)")
        } catch LabellingError.unreadable(let name, let sentence) {
            refuse("\(name): \(sentence)")
        }
    }
}
