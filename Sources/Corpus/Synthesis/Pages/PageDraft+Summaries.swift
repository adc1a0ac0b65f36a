internal import Evaluation
internal import Scorecard

/// Pages that show totals and the best figures.
extension PageDraft {
    private struct Figures {
        let match: SimulatedMatch
        let namer: Namer
        let upper: Bool

        func innings(_ number: Int, batters: Int, bowlers: Int) -> Innings {
            let record = match.innings[number]
            let (batting, fielding) = (match.batting(number), match.fielding(number))
            // With fewer rows than wickets no law takes the list for the whole order.
            let best = record.batters.sorted { ($0.runs, $1.balls) > ($1.runs, $0.balls) }
                .prefix(min(batters, record.wickets))
            let taken = record.bowlers.filter { $0.wickets > 0 }
                .sorted { ($0.wickets, $1.runs) > ($1.wickets, $0.runs) }
            return Innings(
                team: namer.team(batting),
                total: InningsTotal(
                    runs: record.runs, wickets: record.wickets,
                    overs: "\(record.legalBalls / 6)"
                        + (record.legalBalls % 6 == 0 ? "" : ".\(record.legalBalls % 6)")),
                batting: best.map { batter in
                    BattingEntry(
                        player: name(batting[batter.player], batting), howOut: batter.dismissal == nil ? .notOut : nil,
                        runs: batter.runs, balls: batter.balls)
                },
                bowling: taken.prefix(bowlers).map { bowler in
                    BowlingEntry(
                        player: name(fielding[bowler.player], fielding),
                        overs: "\(bowler.balls / 6)" + (bowler.balls % 6 == 0 ? "" : ".\(bowler.balls % 6)"),
                        runs: bowler.runs, wickets: bowler.wickets)
                })
        }

        private func name(_ player: Player, _ side: Side) -> String {
            let name = namer.short(player, in: side)
            return upper ? name.uppercased() : name
        }
    }

    private static func figures(upper: Bool, using random: inout SplitMix64) -> Figures {
        let match = SimulatedMatch(seed: random.next(), form: random.pick([.twenty, .limited]))
        var style = CardStyle(layout: .television)
        style.upperCaseTeams = upper
        return Figures(match: match, namer: Namer(style: style), upper: upper)
    }

    static func television(using random: inout SplitMix64) -> PageDraft {
        let figures = figures(upper: random.chance(0.8), using: &random)
        let rows = random.pick([0, 2, 3, 4])
        let (match, namer) = (figures.match, figures.namer)
        let truth = Scorecard(
            teams: match.sides.map(namer.team), result: match.outcome.printed { namer.team(match.sides[$0]) },
            innings: match.innings.indices.map { figures.innings($0, batters: rows, bowlers: rows) })
        let band = random.pick([0x0B2545, 0x5A0F1C, 0x0F3D2E, 0x1C1C3C].map { Colour($0) })
        let bar = band.mixed(with: .white, 0.14)
        let separator = random.pick(["-", "/", "-"])
        var lines = [line([piece(match.competition, 0.5, .centre, size: 1.1)], fill: band, pitch: 2.4)]
        for innings in truth.innings {
            lines += television(innings, bar: bar, separator: separator)
        }
        lines.append(line([piece(truth.result ?? "", 0.5, .centre)], fill: band, pitch: 2.2))
        return PageDraft(
            truth: truth,
            painter: LinesPage(
                title: truth.teams.joined(separator: " v "), width: 520, page: band.mixed(with: .black, 0.35),
                type: TextStyle(
                    family: random.pick(["Roboto", "Open Sans", "Liberation Sans"]), size: 13, colour: .white),
                faint: Colour(0xC8D0D8), margin: 22, lines: lines))
    }

    private static func television(_ innings: Innings, bar: Colour, separator: String) -> [LinesPage.Line] {
        let total = innings.total
        let runs = total.runs.map { String($0) } ?? ""
        let score = total.wickets == 10 ? runs : "\(runs)\(separator)\(total.wickets ?? 0)"
        var lines = [
            line(
                [
                    piece(innings.team ?? "", 0, bold: true, size: 1.2),
                    piece(total.wickets == 10 ? "ALL OUT" : "", 0.62, .right),
                    piece(score, 0.82, .right, bold: true, size: 1.2),
                    piece("\(total.overs ?? "") OVERS", 1, .right, faint: true),
                ], fill: bar, pitch: 2.1)
        ]
        for row in 0..<max(innings.batting.count, innings.bowling.count) {
            var pieces: [LinesPage.Piece] = []
            if row < innings.batting.count {
                let entry = innings.batting[row]
                let star = entry.howOut == .notOut ? "*" : ""
                pieces += [
                    piece(entry.player ?? "", 0), piece("\(entry.runs ?? 0)\(star)", 0.38, .right, bold: true),
                    piece("(\(entry.balls ?? 0))", 0.46, .right, faint: true),
                ]
            }
            if row < innings.bowling.count {
                let entry = innings.bowling[row]
                pieces += [
                    piece(entry.player ?? "", 0.54),
                    piece("\(entry.wickets ?? 0)\(separator)\(entry.runs ?? 0)", 0.9, .right, bold: true),
                    piece("(\(entry.overs ?? ""))", 1, .right, faint: true),
                ]
            }
            lines.append(line(pieces, pitch: 1.65))
        }
        return lines
    }

    /// The results of a day: the facts in the heading of the truth are the first match's.
    static func results(isPaper: Bool, using random: inout SplitMix64) -> PageDraft {
        let (batters, bowlers) = (random.integer(1, 3), random.integer(1, 2))
        var truth = Scorecard()
        var lines: [LinesPage.Line] = []
        for number in 0..<random.integer(2, 4) {
            let figures = figures(upper: false, using: &random)
            let (match, namer) = (figures.match, figures.namer)
            if number == 0 {
                truth.date = match.day.printed(.long)
                lines.append(line([piece(match.competition, 0, bold: true, size: 1.5)], pitch: 2.4))
                lines.append(line([piece(truth.date ?? "", 0, faint: true)], rule: true))
            }
            let teams = match.sides.map(namer.team)
            let result = match.outcome.printed { namer.team(match.sides[$0]) }
            truth.teams += teams
            if number == 0 { truth.result = result }
            lines.append(line([piece(teams.joined(separator: " v "), 0, bold: true, size: 1.15)], pitch: 2.6))
            for place in match.innings.indices {
                let innings = figures.innings(place, batters: batters, bowlers: bowlers)
                truth.innings.append(innings)
                lines += summary(innings)
            }
            lines.append(line([piece(result, 0, faint: true)], rule: true))
        }
        let family = random.pick(["Noto Sans", "Open Sans", "Liberation Serif", "Roboto"])
        return PageDraft(
            truth: truth,
            painter: LinesPage(
                title: "Results", width: CardSheet.designWidth, page: .white,
                type: TextStyle(family: family, size: 10, colour: Colour(0x222222)),
                faint: Colour(isPaper ? 0x222222 : 0x606060),
                margin: random.uniform(26, 44), lines: lines))
    }

    private static func summary(_ innings: Innings) -> [LinesPage.Line] {
        let total = innings.total
        let wickets = total.wickets == 10 ? " all out" : "/\(total.wickets ?? 0)"
        let bats = innings.batting.map {
            "\($0.player ?? "") \($0.runs ?? 0)\($0.howOut == .notOut ? "*" : "") (\($0.balls ?? 0))"
        }
        let bowls = innings.bowling.map { "\($0.player ?? "") \($0.overs ?? "")-\($0.wickets ?? 0)/\($0.runs ?? 0)" }
        return [
            line([
                piece(innings.team ?? "", 0), piece("\(total.runs ?? 0)\(wickets)", 0.75, .right, bold: true),
                piece("(\(total.overs ?? "") ov)", 0.9, .right, faint: true),
            ])
        ] + LinesPage.paragraph((bats + bowls).joined(separator: ", "), columns: 80, at: 0.03, faint: true)
    }

    static func line(_ pieces: [LinesPage.Piece], fill: Colour? = nil, pitch: Double = 1.6, rule: Bool = false)
        -> LinesPage.Line
    {
        LinesPage.Line(pieces: pieces, fill: fill, pitch: pitch, rule: rule)
    }

    static func piece(
        _ text: String, _ at: Double, _ alignment: Alignment = .left, bold: Bool = false, faint: Bool = false,
        size: Double = 1
    ) -> LinesPage.Piece {
        LinesPage.Piece(text: text, at: at, alignment: alignment, bold: bold, faint: faint, size: size)
    }
}
