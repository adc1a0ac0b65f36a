/// Which slots a pool has and which come and go, as values: events in, actions out. It has no clock: what takes time,
/// such as the wait before a failed start is repeated, is a slot's own affair.
///
/// A worn reader is replaced in three steps: a successor's slot is added; the worn one goes on; once the successor is
/// warm the worn one retires. There is one successor at most, so that a pool never runs more than one reader above its
/// size for long. A successor that cannot start keeps trying and costs the worn reader nothing.
package struct PoolRoster: Sendable {
    package enum Event: Sendable, Hashable {
        /// This many slots are wanted.
        case resize(to: Int)
        /// The slot's reader is warm.
        case started(Int)
        /// The slot's reader is gone.
        case lost(Int)
        /// The slot has been given a document.
        case assigned(Int)
        /// It was read, and this is what the reader has resident now.
        case read(Int, residentBytes: Int)
        /// It was not read.
        case failed(Int)
        /// The slot has ended, or could not be made.
        case ended(Int)
    }

    package enum Action: Sendable, Hashable {
        /// Make a slot of this number.
        case add(Int)
        /// Let it end once its document, if it has one, is done with; give it no other.
        case retire(Int)
    }

    /// A slot and its present reader.
    package struct Member: Sendable {
        package internal(set) var documents = 0
        package internal(set) var isBusy = false
        package internal(set) var isWarm = false
        /// Whether it had a warm reader at any time.
        var hasStarted = false
        var isWorn = false
        /// Whether it has been told to retire.
        package internal(set) var isLeaving = false
    }

    private let recycling: RecyclingPolicy
    /// Slots wanted.
    package private(set) var size: Int = 0
    package private(set) var members: [Int: Member] = [:]
    /// The slot that starts so that a worn one can go.
    package private(set) var successor: Int?
    /// Readers that retired because they had done enough.
    package private(set) var recycled = 0
    /// Readers started in the place of one that died.
    package private(set) var restarts = 0
    private var nextNumber = 0

    /// No slots yet: `resize` makes the first.
    package init(recycling: RecyclingPolicy) {
        self.recycling = recycling
    }

    /// Slots that stay, in the order of their making.
    package var staying: [Int] { members.filter { !$0.value.isLeaving }.keys.sorted() }

    /// Whether each has had a warm reader.
    package var haveAllStarted: Bool { members.values.allSatisfy(\.hasStarted) }

    /// What follows from an event. Events of slots that it does not know are late, and nothing follows.
    package mutating func handle(_ event: Event) -> [Action] {
        switch event {
        case .resize(let size): return resize(to: size)
        case .started(let slot): return started(slot)
        case .lost(let slot): lost(slot)
        case .assigned(let slot): members[slot]?.isBusy = true
        case .read(let slot, let bytes): return read(slot, bytes)
        case .failed(let slot): members[slot]?.isBusy = false
        case .ended(let slot): ended(slot)
        }
        return []
    }
}

extension PoolRoster {
    private mutating func resize(to size: Int) -> [Action] {
        guard self.size != max(1, size) else { return [] }
        self.size = max(1, size)
        // A successor that starts is now one of them.
        successor = nil
        let surplus = max(0, staying.count - self.size)
        let retired = staying.sorted(by: mayGoBefore).prefix(surplus).map { retire($0) }
        return retired + balance()
    }

    private mutating func started(_ slot: Int) -> [Action] {
        guard let member = members[slot] else { return [] }
        if member.hasStarted { restarts += 1 }
        members[slot]?.hasStarted = true
        members[slot]?.isWarm = true
        guard slot == successor else { return [] }
        successor = nil
        guard staying.count > size, let oldest = staying.filter({ $0 != slot }).max(by: isLessWorn) else { return [] }
        if members[oldest]?.isWorn == true { recycled += 1 }
        return [retire(oldest)] + balance()
    }

    private mutating func lost(_ slot: Int) {
        members[slot]?.isWarm = false
        members[slot]?.isWorn = false
        members[slot]?.documents = 0
    }

    private mutating func read(_ slot: Int, _ bytes: Int) -> [Action] {
        guard var member = members[slot] else { return [] }
        member.isBusy = false
        member.documents += 1
        member.isWorn = recycling.isWorn(documents: member.documents, residentBytes: bytes)
        members[slot] = member
        return balance()
    }

    private mutating func ended(_ slot: Int) {
        members[slot] = nil
        if successor == slot { successor = nil }
    }

    /// Adds what is missing, and a successor where one is needed.
    private mutating func balance() -> [Action] {
        var actions: [Action] = []
        while staying.count < size { actions.append(add()) }
        guard successor == nil, staying.contains(where: { members[$0]?.isWorn == true }) else { return actions }
        actions.append(add())
        successor = nextNumber - 1
        return actions
    }

    private mutating func add() -> Action {
        defer { nextNumber += 1 }
        members[nextNumber] = Member()
        return .add(nextNumber)
    }

    private mutating func retire(_ slot: Int) -> Action {
        members[slot]?.isLeaving = true
        return .retire(slot)
    }

    /// Idle before busy, cold before warm, worn before fresh: what a smaller pool misses least.
    private func mayGoBefore(_ one: Int, _ other: Int) -> Bool {
        guard let one = members[one], let other = members[other] else { return false }
        if one.isBusy != other.isBusy { return other.isBusy }
        if one.isWarm != other.isWarm { return other.isWarm }
        return one.documents > other.documents
    }

    private func isLessWorn(_ one: Int, _ other: Int) -> Bool {
        guard let one = members[one], let other = members[other] else { return false }
        if one.isWorn != other.isWorn { return other.isWorn }
        // None may be worn any more when the worn reader has died meanwhile: its cold slot can go.
        if one.isWarm != other.isWarm { return one.isWarm }
        return one.documents < other.documents
    }
}
