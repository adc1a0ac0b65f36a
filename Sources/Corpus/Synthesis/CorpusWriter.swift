internal import Evaluation
public import Recognition
internal import Scorecard

/// Writes a whole corpus of made cards.
public struct CorpusWriter: Sendable {
    /// What the corpus shall hold.
    public struct Order: Sendable, Hashable {
        /// The corpus's seed; each document's follows from it and its place.
        public var seed: UInt64
        /// Number of documents.
        public var count: Int
        /// Kinds to make, in turn.
        public var kinds: [InputKind]
        /// Documents of each split, in proportion.
        public var shares: [CorpusSplit: Int]

        /// Creates an order; half and half between tune and validation unless said otherwise.
        public init(
            seed: UInt64, count: Int, kinds: [InputKind] = InputKind.allCases,
            shares: [CorpusSplit: Int] = [.tune: 1, .validation: 1]
        ) {
            self.seed = seed
            self.count = count
            self.kinds = kinds
            self.shares = shares
        }
    }

    private let order: Order
    private let synthesizer: CorpusSynthesizer

    /// Creates a writer, if the fonts are there.
    public init(_ order: Order) throws(CorpusError) {
        self.order = order
        synthesizer = try CorpusSynthesizer()
    }

    /// Writes the corpus into a directory; `progress` hears of every document.
    public func write(
        to directory: String, origin: String? = nil, progress: (CorpusDocument) -> Void = { _ in }
    ) throws(CorpusError) {
        var documents: [CorpusDocument] = []
        for plan in order.plans() {
            let document = try write(plan, to: directory)
            documents.append(document)
            progress(document)
        }
        let manifest = try CorpusManifest(origin: origin, documents: documents).encoded()
        try Files.write(manifest, to: directory + "/" + CorpusDirectory.manifestFile)
    }

    private func write(_ plan: Order.Plan, to directory: String) throws(CorpusError) -> CorpusDocument {
        let card = try synthesizer.make(plan.recipe)
        let contents: [(name: String, bytes: [UInt8])] = [
            (card.file, card.bytes), (CorpusDocument.truthFile, Array(ScorecardJSON.encode(card.truth).utf8)),
            (CorpusDocument.textFile, Array(card.text.utf8)),
        ]
        let hashes = contents.map { ($0.name, Files.sha256($0.bytes)) }
        let document = CorpusDocument(
            id: plan.id, split: plan.split, kind: plan.recipe.kind, layout: plan.recipe.layout.rawValue,
            seed: plan.recipe.seed, file: card.file, pages: 1, sha256: Dictionary(uniqueKeysWithValues: hashes))
        let folder = directory + "/" + document.folder
        try Files.makeDirectory(folder)
        for file in contents { try Files.write(file.bytes, to: folder + "/" + file.name) }
        return document
    }
}

extension CorpusWriter.Order {
    package struct Plan {
        package var id: String
        package var split: CorpusSplit
        package var recipe: CorpusSynthesizer.Recipe
    }

    /// Kinds take turns, each kind goes through its layouts, and the splits take turns after every round of kinds:
    /// so every split has every kind in every layout. Each document has a match of its own.
    package func plans() -> [Plan] {
        var random = SplitMix64(seed: seed)
        let turns = CorpusSplit.allCases.flatMap { Array(repeating: $0, count: shares[$0] ?? 0) }
        var made: [String: Int] = [:]
        return (0..<count).map { index in
            let kind = kinds[index % kinds.count]
            let split = turns[index / kinds.count % turns.count]
            let layouts = kind.layouts
            let nth = made["\(split)/\(kind)", default: 0]
            made["\(split)/\(kind)"] = nth + 1
            let layout = layouts[nth % layouts.count]
            let digits = String(index + 1)
            let number = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
            return Plan(
                id: "\(number)-\(layout.rawValue)-\(kind.rawValue)", split: split,
                recipe: CorpusSynthesizer.Recipe(seed: random.next(), kind: kind, layout: layout))
        }
    }
}

extension InputKind {
    /// Layouts that come as this kind; nobody prints a dark page.
    var layouts: [CardLayout] {
        switch self {
        case .text, .screen: CardLayout.allCases
        case .scan, .photo: CardLayout.allCases.filter { $0 != .darkPage }
        }
    }
}
