import OCRPool
import OCRWire
import Recognition
import Testing

@Suite struct SlotMemoryTests {
    @Test func memoryIsLookedAtTenTimesASecond() {
        var bench = Bench.reading()
        #expect(bench.machine.deadline == bench.now.advanced(by: .milliseconds(100)))
        #expect(bench.on(.tick, after: .milliseconds(99)).isEmpty)
        #expect(bench.on(.tick, after: .milliseconds(1)) == [.measure])
        #expect(bench.on(.tick).isEmpty)
        #expect(bench.on(.tick, after: .milliseconds(100)) == [.measure])
    }

    @Test func moreThanTheLimitKills() {
        var bench = Bench.reading()
        #expect(bench.on(.resident(Bench.memoryLimit)).isEmpty)
        #expect(bench.on(.resident(Bench.memoryLimit + 1)) == [.kill])
        #expect(
            bench.on(.exited(.signalled(9))) == [.release, .fail(7, .memoryLimit(bytes: Bench.memoryLimit)), .spawn])
    }

    @Test func aReaderWithoutADocumentIsLeftAlone() {
        var bench = Bench.idle()
        #expect(bench.machine.deadline == nil)
        #expect(bench.on(.resident(.max)).isEmpty)
    }

    @Test func withoutALimitNothingIsLookedAt() {
        var machine = SlotStateMachine(startLimit: .seconds(30), restarts: Bench.policy, now: .now)
        let now = ContinuousClock.now
        _ = machine.handle(.tick, at: now)
        _ = machine.handle(.message(.hello(Bench.hello), bytes: 1), at: now)
        _ = machine.handle(.assigned(.init(id: 1, resultCount: 1, hardLimit: .seconds(10))), at: now)
        #expect(machine.deadline == now.advanced(by: .seconds(10)))
        #expect(machine.handle(.resident(.max), at: now).isEmpty)
    }

    @Test(arguments: [
        (OCRPool.ExitStatus.refused(systemCall: "socket"), PoolError.Reason.sandboxViolation(systemCall: "socket")),
        (.signalled(24), .cpuLimit),
    ])
    func deathsByLimitsHaveTheirReasons(_ status: OCRPool.ExitStatus, _ reason: PoolError.Reason) {
        var bench = Bench.reading()
        #expect(bench.on(.exited(status)) == [.release, .fail(7, reason), .spawn])
        #expect(!PoolError(reason).isChildDeath && PoolError(reason).blamesDocument)
    }
}

@Suite struct SlotRetirementTests {
    private let ticket = SlotStateMachine.Ticket(id: 7, resultCount: 2, hardLimit: .seconds(10))

    @Test func anIdleReaderEndsByItselfAndIsNotReplaced() {
        var bench = Bench.idle()
        #expect(bench.on(.retire) == [.closeChannel])
        #expect(bench.on(.exited(.exited(0))) == [.release, .finished])
        #expect(bench.machine.state == .closed)
    }

    @Test func aReaderAtWorkFinishesItsDocument() {
        var bench = Bench.reading()
        #expect(bench.on(.retire).isEmpty)
        for index in 0..<2 { bench.says(.result(id: 7, index: index, .failure(.emptyFile))) }
        let actions = bench.says(.end(id: 7, Bench.usage))
        #expect(actions == [.succeed(7, [.failure(.emptyFile), .failure(.emptyFile)], Bench.usage), .closeChannel])
        #expect(bench.on(.tick, after: .seconds(2)) == [.kill])
        #expect(bench.on(.exited(.signalled(9))) == [.release, .finished])
    }

    @Test func aReaderThatDiesAtItsLastDocumentIsNotReplaced() {
        var bench = Bench.reading()
        bench.on(.retire)
        #expect(bench.on(.exited(.signalled(11))) == [.release, .fail(7, .crashed(signal: "SIGSEGV")), .finished])
    }

    @Test func aLastDocumentThatWasNotAcceptedIsStillSentAgain() {
        var bench = Bench.reading(accepted: false)
        bench.on(.retire)
        #expect(bench.on(.exited(.exited(0))) == [.release])
        #expect(bench.on(.tick, after: .milliseconds(100)) == [.spawn])
        #expect(bench.says(.hello(Bench.hello)) == [.started(Bench.hello), .send])
        #expect(bench.on(.exited(.exited(0))) == [.release, .fail(7, .exited(code: 0)), .finished])
    }

    @Test func aLastDocumentThatIsCancelledEndsTheSlot() {
        var bench = Bench.reading(accepted: false)
        bench.on(.retire)
        bench.on(.exited(.exited(0)))
        #expect(bench.on(.cancelled(7)) == [.fail(7, .cancelled)])
        #expect(bench.on(.tick, after: .seconds(1)) == [.finished])
    }

    @Test func aReaderThatStartsIsKilled() {
        var bench = Bench()
        bench.on(.tick)
        #expect(bench.on(.retire) == [.kill])
        #expect(bench.on(.exited(.signalled(9))) == [.release, .finished])
    }

    @Test func aSlotThatWaitsEndsAtOnce() {
        var bench = Bench()
        #expect(bench.on(.retire) == [.finished])
        var withDocument = Bench()
        withDocument.on(.assigned(ticket))
        #expect(withDocument.on(.retire).isEmpty)
        #expect(withDocument.on(.tick) == [.spawn])
    }

    @Test func shuttingDownOverridesIt() {
        var bench = Bench.reading()
        bench.on(.retire)
        #expect(bench.on(.shutDown) == [.kill])
        #expect(bench.on(.exited(.signalled(9))) == [.release, .fail(7, .shutDown), .finished])
    }
}
