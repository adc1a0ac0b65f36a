internal import Corpus
public import Scorecard

/// What the laws say of a truth while a person corrects it.
public struct LawReport: Sendable, Hashable {
    /// How near a broken law comes to a cell.
    public enum Mark: String, Sendable, Hashable {
        /// The cell's own row breaks a law.
        case row
        /// A sum breaks that the cell is part of.
        case sum
    }

    /// Why the truth cannot be saved yet, in the words of `corpus lint`.
    public var problems: [String]
    /// Every law that could be checked.
    public var checks: [LawCheck]
    /// Cells that broken laws are about, by path.
    public var cells: [String: Mark]
    private let card: Scorecard

    /// Checks a truth.
    public init(_ card: Scorecard) {
        self.card = card
        problems = CorpusLinter.problems(in: card)
        checks = LawChecker.check(card)
        cells = [:]
        for check in checks where !check.holds {
            for path in LawCells.cells(of: check, in: card) { cells[path] = .sum }
        }
        for path in LawCells.brokenRows(of: card) { cells[path] = .row }
    }

    /// As the page reads it: broken laws first.
    public var json: OrderedJSON {
        let inOrder = checks.filter { !$0.holds && !$0.soft } + checks.filter { !$0.holds && $0.soft }
        return .object([
            .init("problems", .array(problems.map(OrderedJSON.text))),
            .init("held", .integer(checks.count { $0.holds })),
            .init("broken", .array(inOrder.map(broken))),
            .init(
                "cells", .object(cells.sorted { $0.key < $1.key }.map { .init($0.key, .text($0.value.rawValue)) })),
        ])
    }

    private func broken(_ check: LawCheck) -> OrderedJSON {
        .object([
            .init("says", .text(LawSentence.describe(check, in: card))), .init("soft", .bool(check.soft)),
            .init("cells", .array(LawCells.cells(of: check, in: card).map(OrderedJSON.text))),
        ])
    }
}
