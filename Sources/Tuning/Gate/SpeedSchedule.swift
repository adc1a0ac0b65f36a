internal import Evaluation
internal import Recognition

/// Which documents two builds read, and in which order: a fixed set in rounds. A round has a document of every kind of
/// input, and both builds read each of them, A B, B A and so on, A or B first as a coin falls, so that neither a drift nor
/// a habit of the machine favours one.
public struct SpeedSchedule: Sendable, Hashable {
    /// Who reads.
    public enum Side: String, Codable, Sendable {
        /// The build that was.
        case base
        /// The build that is.
        case head
    }

    /// One document of a round.
    struct Visit: Sendable, Hashable {
        var document: StudyDocument
        var order: [Side]
    }

    /// The set, kinds in turn.
    public let documents: [StudyDocument]
    /// The document that new processes read whole; the first picture, or what there is, unless another is cheaper.
    public var whole: StudyDocument
    private let byKind: [[StudyDocument]]
    /// Decides the documents and the order.
    private(set) var seed: UInt64

    /// Takes so many documents of the validation split, of each kind as many as fit, the same for the same seed.
    public init(_ documents: [StudyDocument], count: Int, seed: UInt64) throws(TuningError) {
        let order = DocumentOrder.stratified(documents.filter { $0.split == .validation && $0.pages == 1 }, seed: seed)
        guard !order.isEmpty else { throw .unusableCorpus("its validation split has no document of one page") }
        self.documents = Array(order.prefix(max(count, Set(order.map(\.kind)).count)))
        self.seed = seed
        let set = self.documents
        whole = set.first { $0.kind != .text } ?? set[0]
        byKind = InputKind.allCases.map { kind in set.filter { $0.kind == kind } }.filter { !$0.isEmpty }
    }

    /// The same documents in another order.
    func reordered(_ number: Int) -> SpeedSchedule {
        var schedule = self
        schedule.seed = seed &+ UInt64(number) &* 0xD1B5_4A32_D192_ED03
        return schedule
    }

    /// The documents of a round, from 0; each kind's take turns over the rounds.
    func round(_ number: Int) -> [Visit] {
        var generator = SplitMix64(seed: seed &+ UInt64(number) &* 0x9E37_79B9)
        let coin = generator.next(below: 2)
        return byKind.enumerated().map { place, documents in
            Visit(
                document: documents[number % documents.count],
                order: (place + coin) % 2 == 0 ? [.base, .head] : [.head, .base])
        }
    }

    /// Pairs of readings in a round.
    public var pairsPerRound: Int { byKind.count }
}
