internal import Evaluation
internal import Scorecard

/// Pages that show balls one by one.
extension PageDraft {
    /// Some overs of an innings, the score after them in the heading.
    private struct Passage {
        let match: SimulatedMatch
        let innings: Int
        let balls: [InningsRecord.Ball]
        let namer: Namer
        var record: InningsRecord { match.innings[innings] }
        var last: InningsRecord.Ball { balls[balls.count - 1] }
        var team: String { namer.team(match.batting(innings)) }
        /// Completed overs and balls at the end, a wide not counted.
        var overs: String {
            let legal = last.over * 6 + last.number - (last.extra == .wide || last.extra == .noBall ? 1 : 0)
            return "\(legal / 6).\(legal % 6)"
        }

        init(overs wanted: ClosedRange<Int>, using random: inout SplitMix64) {
            let match = SimulatedMatch(seed: random.next(), form: random.pick([.twenty, .limited]))
            let innings = random.next(below: 2)
            let balls = match.innings[innings].balls
            let first = random.next(below: max(1, (balls.last?.over ?? 0) - 3))
            let last = first + random.integer(wanted.lowerBound, wanted.upperBound)
            self.match = match
            self.innings = innings
            self.balls = balls.filter { (first...last).contains($0.over) }
            var style = CardStyle(layout: .commentary)
            style.names = random.pick([.full, .initials, .full])
            namer = Namer(style: style)
        }

        func batter(_ place: Int) -> String {
            let side = match.batting(innings)
            return namer.short(side[record.batters[place].player], in: side)
        }

        func bowler(_ place: Int) -> String {
            let side = match.fielding(innings)
            return namer.short(side[record.bowlers[place].player], in: side)
        }

        func truth(names: (batter: Bool, bowler: Bool)) -> Scorecard {
            let total = InningsTotal(runs: last.score, wickets: last.wickets, overs: overs)
            let teams = [match.sides[match.home], match.sides[1 - match.home]].map(namer.team)
            return Scorecard(
                teams: teams, innings: [Innings(team: team, total: total)],
                deliveries: balls.map { ball in
                    Delivery(
                        over: ball.over + 1, ball: min(6, ball.number),
                        batsman: names.batter ? batter(ball.striker) : "",
                        bowler: names.bowler ? bowler(ball.bowler) : "",
                        runs: ball.runs, isWicket: ball.out != nil, extraType: ball.extra?.rawValue)
                })
        }
    }

    /// A page without lines yet; on paper it is never dark, and what is grey is black.
    private static func page(_ title: String, isPaper: Bool, using random: inout SplitMix64) -> LinesPage {
        let dark = !isPaper && random.chance(0.3)
        let family = random.pick(["Roboto", "Noto Sans", "Open Sans", "DejaVu Sans", "Liberation Sans"])
        let ink = dark ? Colour(0xECECEC) : Colour(0x222222)
        return LinesPage(
            title: title, width: random.uniform(440, 595),
            page: dark ? random.pick([0x12161C, 0x1B1B24, 0x0D1B2A].map { Colour($0) }) : .white,
            type: TextStyle(family: family, size: CardDesign.size(10, of: family), colour: ink),
            faint: isPaper ? ink : dark ? Colour(0xA8B3BF) : Colour(0x707070), margin: random.uniform(16, 34), lines: []
        )
    }

    static func commentary(isPaper: Bool, using random: inout SplitMix64) -> PageDraft {
        let passage = Passage(overs: 1...3, using: &random)
        let truth = passage.truth(names: (true, true))
        let newestFirst = random.chance(0.5)
        var page = page(truth.teams.joined(separator: " v "), isPaper: isPaper, using: &random)
        page.lines = heading(truth, passage)
        // What stands beside the ball's number, in letters that are half as wide as they are high.
        let columns = Int((page.width - 2 * page.margin) * (1 - storyPlace) / 5.5)
        let stories = passage.balls.map { (ball: $0, text: story($0, passage, using: &random)) }
        for story in newestFirst ? stories.reversed() : stories {
            page.lines += lines(of: story.text, ball: "\(story.ball.over).\(story.ball.number)", columns: columns)
        }
        return PageDraft(truth: truth, painter: page)
    }

    private static let storyPlace = 0.11

    private static func lines(of text: String, ball: String, columns: Int) -> [LinesPage.Line] {
        let texts = Wrapped.lines(text, columns: columns)
        return texts.enumerated().map { index, text in
            let number = index == 0 ? [LinesPage.Piece(text: ball, at: 0, bold: true)] : []
            return LinesPage.Line(
                pieces: number + [LinesPage.Piece(text: text, at: storyPlace)], pitch: 1.45,
                rule: index == texts.count - 1)
        }
    }

    private static func heading(_ truth: Scorecard, _ passage: Passage) -> [LinesPage.Line] {
        let total = truth.innings[0].total
        let score = "\(total.runs ?? 0)/\(total.wickets ?? 0) (\(total.overs ?? "") ov)"
        return [
            LinesPage.Line(
                pieces: [LinesPage.Piece(text: truth.teams.joined(separator: " v "), at: 0, bold: true, size: 1.35)],
                pitch: 2.2),
            LinesPage.Line(pieces: [LinesPage.Piece(text: passage.team + " " + score, at: 0, bold: true)], rule: true),
        ]
    }

    private static func story(
        _ ball: InningsRecord.Ball, _ passage: Passage, using random: inout SplitMix64
    ) -> String {
        let who = passage.bowler(ball.bowler) + " to " + passage.batter(ball.striker) + ", "
        let tail = random.pick(tails)
        if ball.out != nil { return who + random.pick(["OUT", "OUT!", "WICKET"]) + tail }
        func count(_ noun: String) -> String { "\(ball.runs) \(noun)" + (ball.runs == 1 ? "" : "s") }
        switch ball.extra {
        case .wide: return who + count("wide") + tail
        case .noBall: return who + count("no ball") + tail
        case .bye: return who + count("bye") + tail
        case .legBye: return who + count("leg bye") + tail
        case nil: break
        }
        switch ball.runs {
        case 0: return who + "no run" + tail
        case 4: return who + random.pick(["FOUR", "FOUR runs"]) + tail
        case 6: return who + random.pick(["SIX", "SIX runs"]) + tail
        default: return who + count("run") + tail
        }
    }

    /// Words about a ball; their numbers are nobody's score.
    private static let tails = [
        "", "", "", ", played to the off side", ", short of a length", ", full and straight", ", beaten outside off",
        ", driven through extra cover", ", 138 kph, on the pads and worked away behind square leg",
        ", a slower one that grips and turns, and it falls short of the man at deep midwicket",
        ", gets forward and defends it back up the pitch", ", a full toss at 84.2 kph",
    ]

    static func overStrip(using random: inout SplitMix64) -> PageDraft {
        let passage = Passage(overs: 3...8, using: &random)
        let named = random.chance(0.6)
        let truth = passage.truth(names: (false, named))
        var page = page(truth.teams.joined(separator: " v "), isPaper: false, using: &random)
        page.width = 595
        page.lines = heading(truth, passage)
        let dot = random.pick([".", "0", "\u{2022}"])
        let discs = random.chance(0.5)
        for over in Set(passage.balls.map(\.over)).sorted() {
            let balls = passage.balls.filter { $0.over == over }
            guard let last = balls.last else { continue }
            let runs = balls.reduce(0) { $0 + $1.runs }
            var pieces = [LinesPage.Piece(text: "Over \(over + 1)", at: 0, bold: true)]
            if named { pieces.append(LinesPage.Piece(text: passage.bowler(last.bowler), at: 0.13, faint: true)) }
            for (index, ball) in balls.enumerated() {
                let colour = disc(ball)
                pieces.append(
                    LinesPage.Piece(
                        text: sign(ball, dot: dot), at: 0.4 + 0.045 * Double(index), alignment: .centre,
                        colour: discs && colour != nil ? .white : nil, disc: discs ? colour : nil))
            }
            pieces.append(
                LinesPage.Piece(text: runs == 1 ? "1 run" : "\(runs) runs", at: 0.89, alignment: .right, faint: true))
            pieces.append(LinesPage.Piece(text: "\(last.score)/\(last.wickets)", at: 1, alignment: .right, bold: true))
            page.lines.append(LinesPage.Line(pieces: pieces, pitch: 2.1, rule: true))
        }
        return PageDraft(truth: truth, painter: page)
    }

    private static func sign(_ ball: InningsRecord.Ball, dot: String) -> String {
        if ball.out != nil { return "W" }
        guard let extra = ball.extra else { return ball.runs == 0 ? dot : "\(ball.runs)" }
        return ball.runs == 1 ? extra.rawValue : "\(ball.runs)\(extra.rawValue)"
    }

    private static func disc(_ ball: InningsRecord.Ball) -> Colour? {
        if ball.out != nil { return Colour(0xC62828) }
        guard ball.extra == nil else { return Colour(0x8D6E63) }
        return ball.runs == 4 ? Colour(0x1565C0) : ball.runs == 6 ? Colour(0x2E7D32) : nil
    }
}
