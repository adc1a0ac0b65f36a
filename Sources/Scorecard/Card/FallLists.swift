/// One paragraph with the falls of every innings, as old cards print below the last: `Kent: 1 for 11, 2 for 55; Essex: 1 for 4, ...`.
enum FallLists {
    /// Deals the lists of such a paragraph to the innings in their order, where there are as many as innings.
    static func deal(_ card: inout DraftCard) {
        dealToSecondInnings(&card)
        let holders = card.innings.indices.filter { !card.innings[$0].fallOfWickets.isEmpty }
        guard card.innings.count > 1, holders.count == 1, let holder = holders.first else { return }
        let lists = lists(card.innings[holder].fallOfWickets)
        guard lists.count == card.innings.count else { return }
        for (index, list) in lists.enumerated() { card.innings[index].fallOfWickets = list }
    }

    /// `FoW (1): 1-23, 2-47` and `FoW (2): 1-11, 2-15` below both innings of a side.
    private static func dealToSecondInnings(_ card: inout DraftCard) {
        for first in card.innings.indices {
            let lists = lists(card.innings[first].fallOfWickets)
            guard lists.count == 2, let team = card.innings[first].team?.value,
                let second = card.innings.indices.dropFirst(first + 1).first(where: {
                    card.innings[$0].team?.value == team && card.innings[$0].fallOfWickets.isEmpty
                })
            else { continue }
            (card.innings[first].fallOfWickets, card.innings[second].fallOfWickets) = (lists[0], lists[1])
        }
    }

    /// The wickets in lists, each of which begins with the first.
    private static func lists(_ wickets: [DraftWicket]) -> [[DraftWicket]] {
        wickets.reduce(into: []) { lists, wicket in
            if wicket.wicket?.value == 1 || lists.isEmpty {
                lists.append([wicket])
            } else {
                lists[lists.count - 1].append(wicket)
            }
        }
    }
}
