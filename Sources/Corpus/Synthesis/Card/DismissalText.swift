internal import Scorecard

/// A dismissal in the words of a card.
struct DismissalText {
    var howOut: HowOut
    /// As printed: the fielder's part, then the bowler's; some cards print them in columns of their own.
    var fielderPart: String
    var bowlerPart: String
    var fielder: String?
    var bowler: String?
    /// Readings that are right although they miss a sign.
    var accepted: [String] = []

    var printed: String { [fielderPart, bowlerPart].filter { !$0.isEmpty }.joined(separator: " ") }

    init(_ dismissal: Dismissal?, fielding: Side, wording: Wording, marks: MarkStyle, namer: Namer) {
        func short(_ player: Int) -> String { namer.short(fielding.players[player], in: fielding) }
        func parts(_ howOut: HowOut, _ fielderPart: String, fielder: String? = nil, bowler: Int? = nil) -> Self {
            let bowler = bowler.map(short)
            return Self(
                howOut: howOut, fielderPart: fielderPart, bowlerPart: bowler.map { "b " + $0 } ?? "", fielder: fielder,
                bowler: bowler)
        }
        switch dismissal {
        case nil: self = parts(.notOut, wording.notOut)
        case .bowled(let bowler): self = parts(.bowled, "", bowler: bowler)
        case .caught(let fielder, let bowler):
            let verb = wording.caught + " "
            self = parts(.caught, verb + short(fielder), fielder: short(fielder), bowler: bowler)
            if fielder == fielding.keeper { markKeeper(verb: verb, marks: marks) }
        case .stumped(let bowler):
            self = parts(
                .stumped, "st " + short(fielding.keeper), fielder: short(fielding.keeper), bowler: bowler)
            markKeeper(verb: "st ", marks: marks)
        case .lbw(let bowler): self = parts(.lbw, "lbw", bowler: bowler)
        case .hitWicket(let bowler): self = parts(.hitWicket, "hit wicket", bowler: bowler)
        case .caughtAndBowled(let bowler):
            self = Self(
                howOut: .caughtAndBowled, fielderPart: wording.caughtAndBowled, bowlerPart: short(bowler), fielder: nil,
                bowler: short(bowler))
        case .runOut(let fielders):
            let names = fielders.map(short).joined(separator: "/")
            self =
                wording.runOutNamesFielder
                ? parts(.runOut, "run out (\(names))", fielder: names) : parts(.runOut, "run out")
        case .retiredHurt: self = parts(.retiredHurt, wording.retiredHurt)
        case .caughtBySubstitute(let bowler):
            let name = fielding.substitute.map { wording.namesSubstitutes ? "sub (\($0.surname))" : "sub" } ?? "sub"
            self = parts(.caught, wording.caught + " " + name, fielder: name, bowler: bowler)
        case .retiredNotOut: self = parts(.retiredNotOut, "retired not out")
        case .retiredOut: self = parts(.retiredOut, "retired out")
        case .timedOut: self = parts(.timedOut, "timed out")
        case .obstructingTheField: self = parts(.obstructingTheField, "obstructing the field")
        case .handledTheBall: self = parts(.handledTheBall, "handled the ball")
        case .hitTheBallTwice: self = parts(.hitTheBallTwice, "hit the ball twice")
        case .absent: self = parts(.absent, "absent hurt")
        }
    }

    private init(howOut: HowOut, fielderPart: String, bowlerPart: String, fielder: String?, bowler: String?) {
        self.howOut = howOut
        self.fielderPart = fielderPart
        self.bowlerPart = bowlerPart
        self.fielder = fielder
        self.bowler = bowler
    }

    private mutating func markKeeper(verb: String, marks: MarkStyle) {
        guard marks == .signs, let fielder else { return }
        accepted = [printed]
        fielderPart = verb + "†" + fielder
    }
}
