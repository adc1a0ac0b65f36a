import OCRPool
import Testing

@Suite struct PoolRosterTests {
    private var roster = PoolRoster(recycling: RecyclingPolicy(tasks: 2, residentBytes: 100))

    /// A roster of warm slots 0, 1, and so on.
    private static func warm(_ size: Int) -> PoolRoster {
        var roster = PoolRoster(recycling: RecyclingPolicy(tasks: 2, residentBytes: 100))
        _ = roster.handle(.resize(to: size))
        for slot in 0..<size { _ = roster.handle(.started(slot)) }
        return roster
    }

    @Test func itBeginsWithSlots() {
        var roster = roster
        #expect(roster.handle(.resize(to: 2)) == [.add(0), .add(1)])
        #expect(!roster.haveAllStarted)
        #expect(roster.handle(.started(0)).isEmpty)
        #expect(roster.handle(.started(1)).isEmpty)
        #expect(roster.haveAllStarted && roster.size == 2)
    }

    @Test func aWornReaderGoesWhenItsSuccessorIsWarm() {
        var roster = Self.warm(2)
        #expect(roster.handle(.read(0, residentBytes: 1)).isEmpty)
        #expect(roster.handle(.read(0, residentBytes: 1)) == [.add(2)])
        #expect(roster.handle(.read(0, residentBytes: 1)).isEmpty, "a second successor")
        #expect(roster.handle(.started(2)) == [.retire(0)])
        #expect(roster.staying == [1, 2] && roster.recycled == 1)
        #expect(roster.handle(.ended(0)).isEmpty)
        #expect(roster.members.count == 2)
    }

    @Test func aReaderThatKeepsMuchIsWorn() {
        var roster = Self.warm(1)
        #expect(roster.handle(.read(0, residentBytes: 101)) == [.add(1)])
        var slim = Self.warm(1)
        #expect(slim.handle(.read(0, residentBytes: 100)).isEmpty)
    }

    @Test func oneSuccessorAtATime() {
        var roster = Self.warm(2)
        #expect(roster.handle(.read(0, residentBytes: 500)) == [.add(2)])
        #expect(roster.handle(.read(1, residentBytes: 500)).isEmpty)
        #expect(roster.handle(.started(2)).contains(.add(3)))
        #expect(roster.handle(.started(3)).count == 1)
        #expect(roster.staying == [2, 3] && roster.recycled == 2)
    }

    @Test func withoutAPolicyNobodyIsWorn() {
        var roster = PoolRoster(recycling: RecyclingPolicy(tasks: nil, residentBytes: nil))
        _ = roster.handle(.resize(to: 1))
        _ = roster.handle(.started(0))
        for _ in 0..<1000 { #expect(roster.handle(.read(0, residentBytes: .max)).isEmpty) }
    }

    @Test func aDocumentThatWasNotReadDoesNotCount() {
        var roster = Self.warm(1)
        for _ in 0..<5 { #expect(roster.handle(.failed(0)).isEmpty) }
        #expect(roster.members[0]?.documents == 0)
    }

    /// The worn reader crashes while its successor warms: the slot that is one too many goes, and it is the cold one.
    @Test func aDeathMakesFreshAndTheColdSlotGoes() {
        var roster = Self.warm(2)
        _ = roster.handle(.read(0, residentBytes: 500))
        #expect(roster.handle(.lost(0)).isEmpty)
        #expect(roster.handle(.started(2)) == [.retire(0)])
        #expect(roster.staying == [1, 2] && roster.recycled == 0)
    }

    @Test func aSuccessorThatCannotBeMadeIsTriedAfterTheNextDocument() {
        var roster = Self.warm(1)
        #expect(roster.handle(.read(0, residentBytes: 500)) == [.add(1)])
        #expect(roster.handle(.ended(1)).isEmpty)
        #expect(roster.handle(.read(0, residentBytes: 500)) == [.add(2)])
    }

    @Test func aSuccessorThatTriesForeverIsLeftToTry() {
        var roster = Self.warm(1)
        _ = roster.handle(.read(0, residentBytes: 500))
        for _ in 0..<10 { #expect(roster.handle(.lost(1)).isEmpty) }
        for _ in 0..<10 { #expect(roster.handle(.read(0, residentBytes: 500)).isEmpty) }
        #expect(roster.handle(.started(1)) == [.retire(0)])
    }

    @Test func growingAddsAndShrinkingTakesTheIdleFirst() {
        var roster = Self.warm(2)
        #expect(roster.handle(.resize(to: 4)) == [.add(2), .add(3)])
        #expect(roster.handle(.resize(to: 4)).isEmpty)
        _ = roster.handle(.started(2))
        _ = roster.handle(.assigned(0))
        _ = roster.handle(.assigned(2))
        #expect(roster.handle(.resize(to: 3)) == [.retire(3)], "the cold one")
        #expect(roster.handle(.resize(to: 2)) == [.retire(1)], "the idle one")
        #expect(roster.handle(.resize(to: 0)).count == 1)
        #expect(roster.size == 1 && roster.staying.count == 1)
    }

    @Test func shrinkingWhileASuccessorStartsTakesTheSuccessor() {
        var roster = Self.warm(2)
        _ = roster.handle(.read(0, residentBytes: 500))
        _ = roster.handle(.assigned(0))
        _ = roster.handle(.assigned(1))
        let actions = roster.handle(.resize(to: 1))
        #expect(actions.contains(.retire(2)) && roster.staying.count <= 2)
    }

    @Test func growingWhileASuccessorStartsCountsIt() {
        var roster = Self.warm(2)
        _ = roster.handle(.read(0, residentBytes: 500))
        #expect(roster.handle(.resize(to: 3)) == [.add(3)], "the worn reader has a successor again")
        #expect(roster.staying == [0, 1, 2, 3])
    }

    @Test func restartsAreCounted() {
        var roster = Self.warm(2)
        _ = roster.handle(.lost(1))
        _ = roster.handle(.started(1))
        #expect(roster.restarts == 1)
    }

    /// Whatever happens in whatever order, the size is kept to and no slot is retired twice.
    @Test(arguments: 0..<200) func itKeepsItsPromises(_ seed: UInt64) {
        var random = Splitmix(state: seed)
        var roster = Self.warm(Int.random(in: 1...4, using: &random))
        var retired: Set<Int> = []
        for _ in 0..<300 {
            let slot = roster.members.keys.sorted().randomElement(using: &random) ?? 0
            let events: [PoolRoster.Event] = [
                .started(slot), .lost(slot), .assigned(slot), .failed(slot),
                .read(slot, residentBytes: Int.random(in: 0...150, using: &random)),
                .resize(to: Int.random(in: 0...5, using: &random)),
                retired.contains(slot) ? .ended(slot) : .assigned(slot),
            ]
            for case .retire(let slot) in roster.handle(events[Int.random(in: 0..<7, using: &random)]) {
                #expect(retired.insert(slot).inserted)
            }
            #expect((roster.size...roster.size + 1).contains(roster.staying.count))
            #expect((roster.successor == nil) == (roster.staying.count == roster.size))
        }
    }
}

private struct Splitmix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
