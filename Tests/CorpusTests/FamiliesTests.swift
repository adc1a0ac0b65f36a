import Corpus
import Evaluation
import Recognition
import Scorecard
import Testing

@Suite("Made pages of every family")
struct FamiliesTests {
    private func card(
        _ seed: UInt64, _ layout: CardLayout, _ kind: InputKind = .text
    ) throws -> CorpusSynthesizer.Card {
        try CorpusSynthesizer().make(.init(seed: seed, kind: kind, layout: layout, families: .all))
    }

    @Test("Hard laws hold in every truth that is not marked as misprinted", arguments: CardLayout.allCases)
    func lawsHold(_ layout: CardLayout) throws {
        for seed: UInt64 in 1...12 {
            let truth = try card(seed, layout).truth
            let broken = LawChecker.check(truth).filter { !$0.holds && !$0.soft }
            if truth.printedInconsistent == true { continue }
            #expect(broken == [], "seed \(seed)")
        }
    }

    @Test("What the truth says stands in the text, cut pages included", arguments: CardLayout.allCases)
    func truthIsPrinted(_ layout: CardLayout) throws {
        for seed: UInt64 in 1...(layout == .dashboard ? 10 : 5) {
            let card = try card(seed, layout, layout == .dashboard ? .screen : .text)
            let words = card.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for innings in card.truth.innings {
                let players = innings.batting.map(\.player) + innings.bowling.map(\.player)
                for text in players.compactMap({ $0 }) where !words.contains(text) {
                    // A bowling paragraph breaks its lines within names, beside another column.
                    #expect(layout == .newspaper || layout == .resultsPage, "seed \(seed): \(text) in \(words)")
                }
                if let runs = innings.total.runs { #expect(words.contains(String(runs)), "seed \(seed)") }
            }
        }
    }

    @Test("A page that is no scorecard has no innings; commentary and over strips have balls")
    func kindsOfTruth() throws {
        for layout in CardLayout.allCases {
            let truth = try card(4, layout, .screen).truth
            #expect(truth.innings.isEmpty == CardLayout.noCards.contains(layout), "\(layout)")
            #expect((truth.deliveries != nil) == [.commentary, .overStrip].contains(layout), "\(layout)")
        }
    }

    @Test(
        "Balls follow one another and make the score that the page shows",
        arguments: [CardLayout.commentary, .overStrip])
    func deliveries(_ layout: CardLayout) throws {
        for seed in seeds {
            let truth = try card(seed, layout).truth
            let balls = try #require(truth.deliveries)
            #expect(zip(balls, balls.dropFirst()).allSatisfy { ($0.over, $0.ball) <= ($1.over, $1.ball) })
            #expect(balls.allSatisfy { (1...6).contains($0.ball) && $0.runs >= 0 && $0.over >= 1 })
            let total = try #require(truth.innings.first?.total.runs)
            #expect(balls.reduce(0) { $0 + $1.runs } <= total)
            #expect(try ScorecardJSON.decode(Array(ScorecardJSON.encode(truth).utf8)) == truth)
        }
    }

    @Test("Matches of every form come: declared, all out, more than two innings, misprints")
    func forms() throws {
        let cards = try (1...80).map { try card(UInt64($0), $0 % 2 == 0 ? .webPage : .newspaper).truth }
        let innings = cards.flatMap(\.innings)
        #expect(innings.contains { $0.total.declared == true })
        #expect(cards.contains { $0.innings.count == 4 } && cards.contains { $0.innings.count == 3 })
        #expect(cards.contains { $0.printedInconsistent == true })
        let ways = Set(innings.flatMap(\.batting).compactMap(\.howOut))
        #expect(ways.isSuperset(of: [.caught, .retiredHurt, .runOut, .stumped, .notOut]))
        #expect(Set(cards.compactMap(\.result).map { String($0.suffix(4)) }).count > 3)
    }

    @Test("The same recipe gives the same bytes", arguments: InputKind.allCases)
    func reproducible(_ kind: InputKind) throws {
        for layout in [CardLayout.terminal, .newspaper] {
            #expect(try card(9, layout, kind).bytes == card(9, layout, kind).bytes)
        }
    }

    @Test("Held-out layouts are in the split test alone, and every layout is in it")
    func splits() {
        let shares: [CorpusSplit: Int] = [.tune: 1, .validation: 1, .test: 1]
        let plans = CorpusWriter.Order(seed: 1, count: 1200, shares: shares, families: .all).plans()
        for split in CorpusSplit.allCases {
            let layouts = Set(plans.filter { $0.split == split }.map(\.recipe.layout))
            #expect(layouts.isDisjoint(with: CardLayout.heldOut) == (split != .test))
            if split == .test { #expect(layouts == Set(CardLayout.allCases)) }
        }
        #expect(Set(plans.map(\.recipe.seed)).count == plans.count)
    }

    @Test("The documents beside the first eighty: pages that are no card in every split, later layouts too")
    func smallShares() {
        let shares: [CorpusSplit: Int] = [.tune: 1, .validation: 1, .test: 4]
        let plans = CorpusWriter.Order(seed: 1, count: 120, shares: shares, families: .all, after: 80).plans()
        #expect(plans.first?.id.hasPrefix("081-") == true && plans.last?.id.hasPrefix("200-") == true)
        for split in CorpusSplit.allCases {
            let layouts = plans.filter { $0.split == split }.map(\.recipe.layout)
            #expect(layouts.count == (split == .test ? 80 : 20))
            #expect(layouts.count { CardLayout.noCards.contains($0) } >= layouts.count / 10)
            #expect(Set(layouts).isSuperset(of: [.phoneScreen, .terminal, .television, .commentary, .resultsPage]))
        }
    }

    @Test("A corpus of all families has no faults, and is written in the order of its plans")
    func written() throws {
        let scratch = try Scratch()
        let order = CorpusWriter.Order(seed: 3, count: 24, families: .all)
        var folders: [String] = []
        try CorpusWriter(order).write(to: scratch.path) { folders.append($0.id) }
        #expect(folders == order.plans().map(\.id))
        #expect(try CorpusLinter.lint(scratch.path) == [])
    }
}
