import Evaluation
import Testing

@Suite struct EditDistanceTests {
    @Test func knownDistances() {
        #expect(distance("kitten", "sitting") == 3)
        #expect(distance("", "abc") == 3)
        #expect(distance("abc", "") == 3)
        #expect(distance("", "") == 0)
        #expect(distance("same", "same") == 0)
        #expect(distance("ab", "ba") == 2)
    }

    @Test(arguments: [1, 63, 64, 65, 127, 128, 129, 200, 257])
    func agreesWithTheMatrixAroundBlockEnds(length: Int) {
        var generator = SplitMix64(seed: UInt64(length))
        for _ in 0..<12 {
            let first = generator.symbols(length, alphabet: 4)
            for rate in [0.02, 0.2, 0.9] {
                let second = generator.damaged(first, rate: rate)
                #expect(EditDistance.between(first, second) == Naive.distance(first, second))
            }
            let other = generator.symbols(generator.next(below: 300), alphabet: 4)
            #expect(EditDistance.between(first, other) == Naive.distance(first, other))
        }
    }

    @Test func agreesWithTheMatrixOnRandomPairs() {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<300 {
            let alphabet = 1 + generator.next(below: 40)
            let first = generator.symbols(generator.next(below: 150), alphabet: alphabet)
            let second = generator.symbols(generator.next(below: 150), alphabet: alphabet)
            #expect(EditDistance.between(first, second) == Naive.distance(first, second))
        }
    }

    @Test func aLongShiftNeedsAWideBand() {
        var generator = SplitMix64(seed: 9)
        let first = generator.symbols(900, alphabet: 26)
        let second = Array(first[400...] + first[..<400])
        #expect(EditDistance.between(first, second) == Naive.distance(first, second))
    }

    @Test func isSymmetricAndKeepsTheTriangle() {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<60 {
            let texts = (0..<3).map { _ in generator.symbols(generator.next(below: 200), alphabet: 5) }
            let direct = EditDistance.between(texts[0], texts[2])
            #expect(direct == EditDistance.between(texts[2], texts[0]))
            #expect(
                direct <= EditDistance.between(texts[0], texts[1]) + EditDistance.between(texts[1], texts[2]))
        }
    }

    @Test func aPageOfAHundredThousandCharacters() {
        var generator = SplitMix64(seed: 11)
        let page = generator.symbols(100_000, alphabet: 60)
        var changed = page
        for position in stride(from: 50, to: page.count, by: 100) { changed[position] = 1 }
        #expect(EditDistance.between(page, changed) == 1_000)
    }

    private func distance(_ first: String, _ second: String) -> Int {
        EditDistance.between(first.unicodeScalars.map(\.value), second.unicodeScalars.map(\.value))
    }
}
