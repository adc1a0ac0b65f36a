internal import Recognition

/// What a page says, row by row, with all that stands beside a row it belongs to put into it.
enum PageRows {
    /// The rows from which tables, lists and facts are read.
    static func rows(of page: RecognizedPage) -> [VisualRow] {
        let lines = CentredLabels.inLine(
            ScoresBeside.pairedAtHead(RuleRows.cleared(VisualRows.group(PageLevel.words(of: page)))))
        let grouped = WordedFigures.underHeaders(
            LabelledCells.inLine(StrokeLists.cleared(LiveColumns.cleared(OldPrint.withDeclared(lines)))))
        let listed = FallsInRows.gathered(LeadingRuns.behind(ListedBowling.listed(SideColumn.parted(grouped))))
        let printed = NamesAboveFalls.joined(BracketedBalls.opened(WrappedBracket.closed(listed)))
        return HalfColumns.joined(
            FallBeside.parted(BowlingBeside.parted(SheetNumbers.cleared(QuoteMarks.cleared(printed)))))
    }
}
