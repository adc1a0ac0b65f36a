internal import Evaluation
internal import Recognition

/// The order in which documents are read: kinds in turn, so that every beginning of it is a fair sample.
package enum DocumentOrder {
    /// Documents shuffled within their kind and dealt kind by kind.
    package static func stratified(_ documents: [StudyDocument], seed: UInt64) -> [StudyDocument] {
        var generator = SplitMix64(seed: seed)
        var hands = InputKind.allCases.map { kind in
            shuffled(documents.filter { $0.kind == kind }.sorted { $0.id < $1.id }, with: &generator)[...]
        }
        var order: [StudyDocument] = []
        while order.count < documents.count {
            for hand in hands.indices {
                if let document = hands[hand].popFirst() { order.append(document) }
            }
        }
        return order
    }

    /// Documents shuffled all together, each order as likely as any other.
    package static func random(_ documents: [StudyDocument], seed: UInt64) -> [StudyDocument] {
        var generator = SplitMix64(seed: seed)
        return shuffled(documents.sorted { $0.id < $1.id }, with: &generator)
    }

    /// Part of a corpus, half of it of the splits tune and validation each where there is enough (`--pages`), kinds in
    /// turn; beside it as much of the test split as of validation.
    package static func sample(_ documents: [StudyDocument], pages: Int, seed: UInt64) -> [StudyDocument] {
        let tune = stratified(documents.filter { $0.split == .tune }, seed: seed)
        let validation = stratified(documents.filter { $0.split == .validation }, seed: seed)
        let test = stratified(documents.filter { $0.split == .test }, seed: seed)
        let first = take(tune, pages: (pages + 1) / 2)
        let rest = pages - first.reduce(0) { $0 + $1.pages }
        return first + take(validation, pages: rest) + take(test, pages: rest)
    }

    /// As many whole documents as fit, but never none.
    private static func take(_ documents: [StudyDocument], pages: Int) -> [StudyDocument] {
        var taken: [StudyDocument] = []
        var left = pages
        for document in documents where taken.isEmpty || document.pages <= left {
            taken.append(document)
            left -= document.pages
        }
        return taken
    }

    /// Fisher and Yates's shuffle, spelt out so that a seed means the same order with every toolchain.
    private static func shuffled<Element>(_ elements: [Element], with generator: inout SplitMix64) -> [Element] {
        var elements = elements
        for last in elements.indices.dropFirst().reversed() {
            elements.swapAt(last, generator.next(below: last + 1))
        }
        return elements
    }
}
