/// A part of the text.
enum RunInPart {
    case heading([PageWord])
    case batter(name: [PageWord], dismissal: [PageWord], runs: PageWord, hits: BracketedHits)
    /// Who did not bat, by his name alone.
    case player(name: [PageWord])
    /// What stands in brackets behind the figures are wides and no-balls.
    case bowler(name: [PageWord], figures: [PageWord?], behind: [PageWord])
    /// Extras, total, did not bat, falls of wickets, bowling.
    case section([PageWord])
    /// The toss or the result behind the card.
    case fact([PageWord])
}
