import CeleryQueue
import Testing

import ScorecardWorker

@Suite struct TaskLedgerTests {
    private func ledger(slots: Int = 2, waiting: Int = 3) -> TaskLedger {
        TaskLedger(
            registered: [Tasks.name], limits: TimeLimits(hard: 600, soft: 540), slots: slots, waitingCapacity: waiting)
    }

    @Test func asManyRunAsThereAreSlots() throws {
        var ledger = ledger()
        for id in ["a", "b", "c"] {
            #expect(ledger.receive(try Tasks.delivery(id), now: 0, time: 0) == .reserved)
        }
        #expect(ledger.start(now: 1, time: 1, process: 7)?.delivery.task.id == "a")
        #expect(ledger.start(now: 1, time: 1, process: 7)?.delivery.task.id == "b")
        #expect(ledger.start(now: 1, time: 1, process: 7) == nil)
        #expect(ledger.held == 3 && ledger.wanted == 3 && ledger.reserved.count == 1)
        ledger.remove("a")
        #expect(ledger.start(now: 2, time: 2, process: 7)?.delivery.task.id == "c")
        #expect(ledger.totals.map(\.count) == [3])
    }

    @Test func aTaskDoesNotRunTwiceAtATime() throws {
        var ledger = ledger()
        let first = try Tasks.delivery("same")
        var second = first
        second.claim.name = "same#2"
        _ = ledger.receive(first, now: 0, time: 0)
        _ = ledger.receive(second, now: 0, time: 0)
        #expect(ledger.start(now: 0, time: 0, process: 1) != nil)
        #expect(ledger.start(now: 0, time: 0, process: 1) == nil)
        ledger.remove("same")
        #expect(ledger.start(now: 0, time: 0, process: 1)?.delivery.claim.name == "same#2")
    }

    @Test func aTimeIsWaitedForAndTheLastOneDueGoesBack() throws {
        var ledger = ledger(waiting: 2)
        #expect(
            ledger.receive(try Tasks.delivery("late", eta: 30), now: 0, time: 0) == .scheduled(evicted: nil))
        #expect(
            ledger.receive(try Tasks.delivery("soon", eta: 10), now: 0, time: 0) == .scheduled(evicted: nil))
        let third = ledger.receive(try Tasks.delivery("middle", eta: 20), now: 0, time: 0)
        guard case .scheduled(let evicted?) = third else { Issue.record("nothing was evicted"); return }
        #expect(evicted.task.id == "late")
        #expect(ledger.held == 1)
        ledger.remove("late")
        #expect(ledger.held == 0 && ledger.rest(now: 4, time: 4) == 6)
        ledger.wake(now: 10)
        #expect(ledger.start(now: 10, time: 10, process: 1)?.delivery.task.id == "soon")
        #expect(ledger.waiting.count == 1)
    }

    @Test func lostClaimsAreDroppedUnlessTheyRun() throws {
        var ledger = ledger(slots: 1)
        for id in ["runs", "lost", "kept"] { _ = ledger.receive(try Tasks.delivery(id), now: 0, time: 0) }
        for id in ["late", "later"] { _ = ledger.receive(try Tasks.delivery(id, eta: 30), now: 0, time: 0) }
        #expect(ledger.start(now: 1, time: 1, process: 7)?.delivery.task.id == "runs")
        #expect(ledger.dropLost(["runs", "lost", "late", "nobody's"]).map(\.task.id) == ["lost", "late"])
        #expect(ledger.reserved.map(\.task.id) == ["kept"] && ledger.waiting.count == 1)
        #expect(ledger.held == 2, "what runs counts until it ends")
    }

    @Test func revokedExpiredUnknownAndPoisonAreNotRun() throws {
        var ledger = ledger()
        ledger.revoke(["gone"], time: 0)
        #expect(ledger.receive(try Tasks.delivery("gone"), now: 0, time: 1) == .discarded(.revoked))
        #expect(ledger.receive(try Tasks.delivery("old", expires: 5), now: 6, time: 6) == .discarded(.expired))
        #expect(
            ledger.receive(try Tasks.delivery("x", type: "no.such"), now: 0, time: 0)
                == .buried(.unknownTask("no.such")))
        #expect(ledger.receive(try Tasks.delivery("third", redeliveries: 2), now: 0, time: 0) == .reserved)
        #expect(
            ledger.receive(try Tasks.delivery("fourth", redeliveries: 3), now: 0, time: 0)
                == .buried(.redeliveredTooOften(3)))
        #expect(ledger.held == 5, "what leaves counts until it has left")
        for id in ["gone", "old", "x", "fourth"] { ledger.remove(id) }
        #expect(ledger.held == 1)
    }

    @Test func aRateLimitHoldsTasksBack() throws {
        var ledger = ledger()
        ledger.setRate(try RateLimit.parse("6/m"), time: 0)
        for id in ["a", "b"] { _ = ledger.receive(try Tasks.delivery(id), now: 0, time: 0) }
        #expect(ledger.start(now: 0, time: 0, process: 1) != nil)
        #expect(ledger.start(now: 0, time: 0, process: 1) == nil)
        #expect(ledger.rest(now: 0, time: 0) == 10)
        #expect(ledger.start(now: 10, time: 10, process: 1) != nil)
    }

    @Test func nothingStartsWhileSomethingIsAway() throws {
        var ledger = ledger()
        _ = ledger.receive(try Tasks.delivery("a"), now: 0, time: 0)
        ledger.isBlocked = true
        #expect(ledger.start(now: 0, time: 0, process: 1) == nil)
        ledger.isBlocked = false
        #expect(ledger.start(now: 0, time: 0, process: 1) != nil)
    }

    @Test func whatDoesNotRunIsTakenOutInOrder() throws {
        var ledger = ledger(slots: 1)
        for id in ["run", "b", "c"] { _ = ledger.receive(try Tasks.delivery(id), now: 0, time: 0) }
        _ = ledger.receive(try Tasks.delivery("later", eta: 9), now: 0, time: 0)
        _ = ledger.start(now: 0, time: 0, process: 1)
        #expect(ledger.takeIdle().map(\.task.id) == ["b", "c", "later"])
        #expect(ledger.held == 1 && ledger.waiting.count == 0)
    }

    @Test func limitsOfTheCommandGiveWayToTheMessages() throws {
        var ledger = ledger()
        ledger.setLimits(TimeLimits(hard: 20, soft: 10))
        #expect(TimeLimits(hard: 5).orElse(ledger.effectiveLimits) == TimeLimits(hard: 5, soft: 10))
        ledger.setLimits(TimeLimits())
        #expect(ledger.effectiveLimits == TimeLimits(hard: 600, soft: 540))
    }
}
