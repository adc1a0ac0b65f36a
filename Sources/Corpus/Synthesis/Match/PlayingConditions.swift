/// What a match is played under; the defaults are those of the first families of cards.
struct PlayingConditions: Sendable {
    var ballsPerOver = 6
    /// How fast is scored, 1 for a one-day match.
    var pace = 1.0
    /// How much likelier a ball without a run is than in a one-day match; wickets are as much rarer.
    var patience = 1.0
    /// Nobody bowls more than a fifth of the overs.
    var limitsBowlers = true
    /// Wides and no-balls are the bowler's; they were not until 1985.
    var chargesExtras = true
    /// Runs at which the captain declares.
    var declaration: Int?
    /// Wickets that end the innings, 2 in a super over.
    var wickets = 10
    /// Players who can bat.
    var present = 11
    /// Rare dismissals, substitutes and retirements happen too.
    var isVaried = false
    /// Before 2017 one could handle the ball.
    var isOld = false
}
