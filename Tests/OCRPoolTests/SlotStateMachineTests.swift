import OCRPool
import OCRWire
import Recognition
import Testing

/// The machine with a clock that only the test moves.
struct Bench {
    static let hello = ReaderHello(
        engines: EngineVersions(tesseract: "", leptonica: "", poppler: ""), modelDirectory: "", models: [])
    static let usage = ReportedUsage(cpuSeconds: 1, peakResidentBytes: 2)
    static let policy = RestartPolicy(
        firstDelay: .milliseconds(100), longestDelay: .milliseconds(300), failuresUntilRefusal: 3)

    static let memoryLimit = 1000

    var now = ContinuousClock.now
    var machine: SlotStateMachine
    var hasTicket = true

    init() {
        machine = SlotStateMachine(
            startLimit: .seconds(30), restarts: Self.policy, memoryLimit: Self.memoryLimit, now: now)
    }

    @discardableResult
    mutating func on(_ event: SlotStateMachine.Event, after delay: Duration = .zero) -> [SlotStateMachine.Action] {
        now = now.advanced(by: delay)
        return machine.handle(event, at: now)
    }

    @discardableResult
    mutating func says(_ message: ReaderMessage) -> [SlotStateMachine.Action] {
        on(.message(message, bytes: 10))
    }

    /// A slot with a warm reader.
    static func idle() -> Bench {
        var bench = Bench()
        bench.on(.tick)
        bench.says(.hello(hello))
        return bench
    }

    /// A slot whose reader has document 7, for two results and ten seconds.
    static func reading(accepted: Bool = true) -> Bench {
        var bench = idle()
        bench.on(.assigned(SlotStateMachine.Ticket(id: 7, resultCount: 2, hardLimit: .seconds(10))))
        if accepted { bench.says(.accepted(id: 7)) }
        return bench
    }
}

@Suite struct SlotStateMachineTests {
    private let ticket = SlotStateMachine.Ticket(id: 7, resultCount: 2, hardLimit: .seconds(10))

    @Test func aReaderStartsAndAsksForWork() {
        var bench = Bench()
        #expect(bench.on(.tick) == [.spawn])
        #expect(bench.says(.hello(Bench.hello)) == [.started(Bench.hello), .idle])
        #expect(bench.machine.deadline == nil)
    }

    @Test func picturesAreKeptBeforeTheResultsOnlyWhereTheyWereAskedFor() {
        let picture = PagePicture(page: 0, jpeg: [1])
        var bench = Bench.idle()
        bench.on(
            .assigned(
                SlotStateMachine.Ticket(id: 7, resultCount: 1, hardLimit: .seconds(10), wantsPictures: true)))
        bench.says(.accepted(id: 7))
        #expect(bench.says(.picture(id: 7, picture)) == [.keep(picture)])
        bench.says(.result(id: 7, index: 0, .failure(.emptyFile)))
        #expect(bench.says(.picture(id: 7, picture)) == [.kill], "out of turn")
        var unasked = Bench.reading()
        #expect(unasked.says(.picture(id: 7, picture)) == [.kill])
        var foreign = Bench.reading()
        #expect(foreign.says(.picture(id: 8, picture)) == [.kill])
    }

    @Test func aDocumentIsSentReadAndAnswered() {
        var bench = Bench.idle()
        #expect(bench.on(.assigned(ticket)) == [.send])
        #expect(bench.says(.accepted(id: 7)).isEmpty)
        #expect(bench.says(.result(id: 7, index: 0, .failure(.emptyFile))).isEmpty)
        #expect(bench.says(.result(id: 7, index: 1, .failure(.encryptedPDF))).isEmpty)
        let answer: [ReadResult] = [.failure(.emptyFile), .failure(.encryptedPDF)]
        #expect(bench.says(.end(id: 7, Bench.usage)) == [.succeed(7, answer, Bench.usage), .idle])
        #expect(bench.machine.state == .idle)
    }

    @Test func aReaderThatRanOutOfMemoryAnswersAndIsReplacedAtOnce() {
        var bench = Bench.reading()
        bench.says(.result(id: 7, index: 0, .failure(.emptyFile)))
        bench.says(.result(id: 7, index: 1, .failure(.outOfMemory)))
        let answer: [ReadResult] = [.failure(.emptyFile), .failure(.outOfMemory)]
        #expect(bench.says(.end(id: 7, Bench.usage)) == [.succeed(7, answer, Bench.usage), .kill])
        #expect(bench.on(.exited(.signalled(9))) == [.release, .spawn])
    }

    @Test func aDocumentAssignedWhileTheReaderStartsWaitsForIt() {
        var bench = Bench()
        bench.on(.tick)
        #expect(bench.on(.assigned(ticket)).isEmpty)
        #expect(bench.says(.hello(Bench.hello)) == [.started(Bench.hello), .send])
    }

    @Test func theHardLimitKillsReapsAndReplaces() {
        var bench = Bench.reading()
        #expect(bench.on(.tick, after: .milliseconds(9999)) == [.measure])
        #expect(bench.on(.tick, after: .milliseconds(1)) == [.kill])
        #expect(bench.says(.result(id: 7, index: 0, .failure(.emptyFile))).isEmpty)
        #expect(
            bench.on(.exited(.signalled(9))) == [.release, .fail(7, .timeout(limit: .seconds(10))), .spawn])
    }

    @Test func aCrashNamesItsSignal() {
        var bench = Bench.reading()
        #expect(bench.on(.channelClosed).isEmpty)
        #expect(bench.on(.exited(.signalled(11))) == [.release, .fail(7, .crashed(signal: "SIGSEGV")), .spawn])
    }

    @Test func anExitNamesItsCode() {
        var bench = Bench.reading()
        #expect(bench.on(.exited(.exited(3))) == [.release, .fail(7, .exited(code: 3)), .spawn])
        var full = Bench.reading()
        #expect(full.on(.exited(.exited(ReaderExitCode.outOfMemory))) == [.release, .fail(7, .outOfMemory), .spawn])
    }

    @Test func aClosedChannelAloneIsAViolation() {
        var bench = Bench.reading()
        bench.on(.channelClosed)
        #expect(bench.on(.tick, after: .milliseconds(200)) == [.kill])
        let actions = bench.on(.exited(.signalled(9)))
        #expect(actions == [.release, .fail(7, .protocolViolation("it closed its channel and ran on")), .spawn])
    }

    @Test(arguments: [
        ReaderMessage.accepted(id: 7), .accepted(id: 8), .result(id: 8, index: 0, .failure(.emptyFile)),
        .result(id: 7, index: 1, .failure(.emptyFile)), .end(id: 7, Bench.usage), .hello(Bench.hello),
        .startFailure("late"),
    ])
    func whatDoesNotAnswerTheRequestIsAViolation(_ message: ReaderMessage) {
        var bench = Bench.reading()
        #expect(bench.says(message) == [.kill])
    }

    @Test func resultsBeyondThePlanAreAViolation() {
        var bench = Bench.reading()
        for index in 0..<2 { #expect(bench.says(.result(id: 7, index: index, .failure(.emptyFile))).isEmpty) }
        #expect(bench.says(.result(id: 7, index: 2, .failure(.emptyFile))) == [.kill])
    }

    @Test func anEndlessAnswerIsAViolation() {
        var bench = Bench.reading()
        let result = ReaderMessage.result(id: 7, index: 0, .failure(.emptyFile))
        #expect(bench.on(.message(result, bytes: Wire.maximumAnswerBytes)).first == .kill)
    }

    @Test func wordsOutOfTurnAreAViolation() {
        var idle = Bench.idle()
        #expect(idle.says(.accepted(id: 1)) == [.kill])
        var starting = Bench()
        starting.on(.tick)
        #expect(starting.says(.accepted(id: 1)) == [.kill])
    }

    @Test func garbageIsAViolation() {
        var bench = Bench.reading()
        #expect(bench.on(.garbled(.truncated)) == [.kill])
        let actions = bench.on(.exited(.signalled(9)))
        #expect(actions == [.release, .fail(7, .protocolViolation(WireError.truncated.sentence)), .spawn])
    }

    @Test func aDocumentThatWasNotAcceptedIsSentOnceMore() {
        var bench = Bench.reading(accepted: false)
        #expect(bench.on(.exited(.exited(0))) == [.release])
        #expect(bench.on(.tick, after: .milliseconds(100)) == [.spawn])
        #expect(bench.says(.hello(Bench.hello)) == [.started(Bench.hello), .send])
        #expect(bench.on(.exited(.exited(0))) == [.release, .fail(7, .exited(code: 0))])
    }

    @Test func cancellingKillsTheReaderAtWork() {
        var bench = Bench.reading()
        #expect(bench.on(.cancelled(6)).isEmpty)
        #expect(bench.on(.cancelled(7)) == [.kill])
        #expect(bench.on(.exited(.signalled(9))) == [.release, .fail(7, .cancelled), .spawn])
    }

    @Test func cancellingADocumentThatWaitsKillsNothing() {
        var bench = Bench()
        bench.on(.tick)
        bench.on(.assigned(ticket))
        #expect(bench.on(.cancelled(7)) == [.fail(7, .cancelled)])
        #expect(bench.says(.hello(Bench.hello)) == [.started(Bench.hello), .idle])
    }

    @Test func cancellingADyingDocumentNeverSendsItAgain() {
        var bench = Bench.reading(accepted: false)
        bench.on(.channelClosed)
        #expect(bench.on(.cancelled(7)) == [.fail(7, .cancelled)])
        #expect(bench.on(.exited(.exited(0))) == [.release])
        bench.on(.tick, after: .seconds(1))
        #expect(bench.says(.hello(Bench.hello)) == [.started(Bench.hello), .idle])
    }
}

@Suite struct SlotStartTests {
    private let ticket = SlotStateMachine.Ticket(id: 7, resultCount: 2, hardLimit: .seconds(10))

    @Test func failedStartsBackOffAndThenRefuse() {
        var bench = Bench()
        bench.on(.assigned(ticket))
        let reason = PoolError.Reason.startFailed("no")
        for (delay, refuse) in [(100, false), (200, false), (300, true), (300, true)] {
            #expect(bench.on(.tick) == [.spawn])
            let failed: [SlotStateMachine.Action] = refuse && delay == 300 && bench.hasTicket ? [.fail(7, reason)] : []
            bench.hasTicket = bench.hasTicket && !refuse
            #expect(bench.on(.spawnFailed("no")) == [.startFailed(reason, refuse: refuse)] + failed)
            #expect(bench.on(.tick, after: .milliseconds(delay - 1)).isEmpty)
            bench.now = bench.now.advanced(by: .milliseconds(1))
        }
    }

    @Test func aRefusalIsTheReason() {
        var bench = Bench()
        bench.on(.tick)
        #expect(bench.says(.startFailure("There is no model.")) == [.kill])
        let actions = bench.on(.exited(.exited(69)))
        #expect(actions == [.release, .startFailed(.startFailed("There is no model."), refuse: false)])
    }

    @Test func anotherBuildIsIncompatible() {
        var bench = Bench()
        bench.on(.tick)
        let error = WireError.incompatible(version: 0, schema: 0)
        #expect(bench.on(.garbled(error)) == [.kill])
        let actions = bench.on(.exited(.signalled(9)))
        #expect(actions == [.release, .startFailed(.incompatible(error.sentence), refuse: false)])
    }

    @Test func aStartThatHangsIsKilled() {
        var bench = Bench()
        bench.on(.tick)
        #expect(bench.on(.tick, after: .seconds(30)) == [.kill])
        guard case .startFailed(.startFailed(let sentence), _) = bench.on(.exited(.signalled(9))).last else {
            Issue.record("no start failure")
            return
        }
        #expect(sentence.contains("not ready after 30.0 seconds"))
    }

    @Test func anAcceptedDocumentForgivesEarlierFailures() {
        var bench = Bench.reading()
        bench.on(.exited(.signalled(11)))
        for _ in 0..<5 {
            bench.says(.hello(Bench.hello))
            bench.on(.assigned(ticket))
            bench.says(.accepted(id: 7))
            #expect(bench.on(.exited(.signalled(11))).last == .spawn)
        }
    }

    @Test func anIdleReaderThatDiesIsReplacedAfterADelay() {
        var bench = Bench.idle()
        #expect(bench.on(.channelClosed).isEmpty)
        #expect(bench.on(.exited(.exited(0))) == [.release])
        #expect(bench.on(.tick).isEmpty)
        #expect(bench.on(.tick, after: .milliseconds(100)) == [.spawn])
    }
}

@Suite struct SlotShutdownTests {
    @Test func anIdleReaderEndsByItself() {
        var bench = Bench.idle()
        #expect(bench.on(.shutDown) == [.closeChannel])
        #expect(bench.on(.exited(.exited(0))) == [.release, .finished])
        #expect(bench.on(.tick).isEmpty)
    }

    @Test func anIdleReaderThatStaysIsKilled() {
        var bench = Bench.idle()
        bench.on(.shutDown)
        #expect(bench.on(.tick, after: .seconds(2)) == [.kill])
        #expect(bench.on(.exited(.signalled(9))) == [.release, .finished])
    }

    @Test func aReaderAtWorkIsKilled() {
        var bench = Bench.reading()
        #expect(bench.on(.shutDown) == [.kill])
        #expect(bench.on(.exited(.signalled(9))) == [.release, .fail(7, .shutDown), .finished])
    }

    @Test func aReaderThatStartsIsKilledAndNotReplaced() {
        var bench = Bench()
        bench.on(.tick)
        #expect(bench.on(.shutDown) == [.kill])
        #expect(bench.on(.exited(.signalled(9))) == [.release, .finished])
    }

    @Test func aSlotThatWaitsEndsAtOnce() {
        var bench = Bench()
        bench.on(.assigned(SlotStateMachine.Ticket(id: 7, resultCount: 2, hardLimit: .seconds(10))))
        #expect(bench.on(.shutDown) == [.fail(7, .shutDown), .finished])
    }

    @Test func aLateDocumentIsRefused() {
        var bench = Bench.idle()
        bench.on(.shutDown)
        let late = SlotStateMachine.Ticket(id: 8, resultCount: 1, hardLimit: .seconds(1))
        #expect(bench.on(.assigned(late)) == [.fail(8, .shutDown)])
    }
}
