internal import Evaluation
public import Recognition
public import Scorecard
internal import Synchronization

/// Makes cards that look like what clubs upload, with the truth known by construction.
public struct CorpusSynthesizer: Sendable {
    /// What to make.
    public struct Recipe: Sendable, Hashable {
        /// Decides the match, the parameters of the layout and the damage.
        public var seed: UInt64
        /// Sort of input.
        public var kind: InputKind
        /// Layout.
        public var layout: CardLayout
        /// Which matches and which damage there are.
        public var families: CardFamilies

        /// Creates a recipe.
        public init(seed: UInt64, kind: InputKind, layout: CardLayout, families: CardFamilies = .first) {
            self.seed = seed
            self.kind = kind
            self.layout = layout
            self.families = families
        }
    }

    /// A card that was made.
    public struct Card: Sendable {
        /// `card.pdf`, `card.png` or `card.jpg`.
        public var file: String
        /// The document.
        public var bytes: [UInt8]
        /// The card as printed.
        public var truth: Scorecard
        /// All text, row by row.
        public var text: String
    }

    /// Creates a synthesizer, if the fonts are there.
    public init() throws(CorpusError) {
        try FontShelf.check()
        Picture.silenceLeptonica()
    }

    /// Makes a card; the same recipe gives the same bytes. Cards are drawn one at a time, whoever asks; what happens
    /// to their pictures afterwards may go on beside it.
    public func make(_ recipe: Recipe) throws(CorpusError) -> Card {
        guard recipe.families == .all else { return try Self.draw(recipe) }
        var random = SplitMix64(seed: recipe.seed)
        var truth = Scorecard()
        let drawn = try CardSheet.drawing.withLock { _ throws(CorpusError) in
            let page = PageDraft.draw(recipe.layout, kind: recipe.kind, using: &random)
            truth = page.truth
            let sheet = VariedSheet(painter: page.painter, isScreen: recipe.layout.isScreen)
            return try sheet.draw(as: recipe.kind, using: &random)
        }
        let (file, text) = (drawn.file, drawn.text)
        return Card(file: file, bytes: try drawn.develop(), truth: truth, text: text)
    }

    private static func draw(_ recipe: Recipe) throws(CorpusError) -> Card {
        var random = SplitMix64(seed: recipe.seed)
        let match = SimulatedMatch(seed: random.next())
        let design = CardDesign.draw(recipe.layout, kind: recipe.kind, using: &random)

        let truth = CardWriter.write(match, style: design.style)
        let sheet = CardSheet(
            painter: CardPainter(
                card: truth, style: design.style, theme: design.theme, match: match, width: CardSheet.designWidth))
        let drawn = try sheet.draw(as: recipe.kind, using: &random)
        return Card(file: drawn.file, bytes: drawn.bytes, truth: truth, text: drawn.text)
    }
}
