internal import Dispatch
internal import Evaluation
public import Recognition
internal import Scorecard
internal import Synchronization

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
        /// Which cards to make.
        public var families: CardFamilies
        /// Documents that are there already; numbers go on after them.
        public var after: Int

        /// Creates an order; half and half between tune and validation unless said otherwise.
        public init(
            seed: UInt64, count: Int, kinds: [InputKind] = InputKind.allCases,
            shares: [CorpusSplit: Int] = [.tune: 1, .validation: 1], families: CardFamilies = .first, after: Int = 0
        ) {
            self.seed = seed
            self.count = count
            self.kinds = kinds
            self.shares = shares
            self.families = families
            self.after = after
        }
    }

    private let order: Order
    private let synthesizer: CorpusSynthesizer

    /// Creates a writer, if the fonts are there.
    public init(_ order: Order) throws(CorpusError) {
        self.order = order
        synthesizer = try CorpusSynthesizer()
    }

    /// Writes the corpus into a directory, beside what is there already; `progress` hears of every document.
    public func write(
        to directory: String, origin: String? = nil, beside existing: [CorpusDocument] = [],
        progress: (CorpusDocument) -> Void = { _ in }
    ) throws(CorpusError) {
        var documents = existing
        let plans = order.plans()
        // A few at a time, so that memory stays what a few pages take.
        for start in stride(from: 0, to: plans.count, by: Self.batch) {
            for document in try write(Array(plans[start..<min(start + Self.batch, plans.count)]), to: directory) {
                documents.append(document)
                progress(document)
            }
        }
        let manifest = try CorpusManifest(origin: origin, documents: documents).encoded()
        try Files.write(manifest, to: directory + "/" + CorpusDirectory.manifestFile)
    }

    private static let batch = 16

    /// Documents in the order of their plans, made on all processors.
    private func write(_ plans: [Order.Plan], to directory: String) throws(CorpusError) -> [CorpusDocument] {
        let made = Mutex([Result<CorpusDocument, CorpusError>?](repeating: nil, count: plans.count))
        DispatchQueue.concurrentPerform(iterations: plans.count) { index in
            let result = Result { () throws(CorpusError) in try write(plans[index], to: directory) }
            made.withLock { $0[index] = result }
        }
        var documents: [CorpusDocument] = []
        for result in made.withLock({ $0 }) { if let result { documents.append(try result.get()) } }
        return documents
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
    package struct Plan: Sendable {
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
            let nth = made["\(split)/\(kind)", default: 0]
            made["\(split)/\(kind)"] = nth + 1
            let layout = families == .first ? kind.layouts[nth % kind.layouts.count] : kind.layout(nth, of: split)
            let digits = String(after + index + 1)
            let number = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
            return Plan(
                id: "\(number)-\(layout.rawValue)-\(kind.rawValue)", split: split,
                recipe: CorpusSynthesizer.Recipe(
                    seed: random.next(), kind: kind, layout: layout, families: families))
        }
    }
}

extension InputKind {
    /// Layouts that come as this kind; nobody prints a dark page.
    var layouts: [CardLayout] {
        switch self {
        case .text, .screen: CardLayout.first
        case .scan, .photo: CardLayout.first.filter { $0 != .darkPage }
        }
    }

    /// The layout of the nth document of this kind in a split, later families included; one in seven is no card.
    func layout(_ nth: Int, of split: CorpusSplit) -> CardLayout {
        let all = CardLayout.inTurn.filter { comes(as: $0) && (split == .test || !CardLayout.heldOut.contains($0)) }
        let none = all.filter(CardLayout.noCards.contains)
        let cards = all.filter { !CardLayout.noCards.contains($0) }
        // Kinds and splits begin at different places: a small corpus has many layouts in each of its parts.
        let (kind, part) = (
            InputKind.allCases.firstIndex(of: self) ?? 0, CorpusSplit.allCases.firstIndex(of: split) ?? 0
        )
        let place = kind + 2 * part
        let step = nth + 10 - place % 7
        if step % 7 == 6, !none.isEmpty { return none[(step / 7 + place) % none.count] }
        return cards[(nth + 29 * place + 7 - step / 7) % cards.count]
    }

    /// Whether a layout comes as this kind: screens are not printed, and a photograph has no text layer.
    private func comes(as layout: CardLayout) -> Bool {
        switch self {
        case .text: !layout.isScreen || layout == .darkPage || layout == .overStrip
        case .scan: !layout.isScreen && layout != .plot && layout != .fantasyPoints
        case .screen: layout != .newspaper && layout != .photograph && layout != .menu
        case .photo: layout != .plot && layout != .fantasyPoints
        }
    }
}
