import CeleryQueue
import Testing

@Suite struct SchedulingTests {
    @Test func timeLimits() {
        let defaults = TimeLimits(hard: 600, soft: 540)
        #expect(TimeLimits().orElse(defaults) == defaults)
        #expect(TimeLimits(hard: 2).orElse(defaults) == TimeLimits(hard: 2, soft: 540))
        #expect(TimeLimits(hard: 0, soft: -1).orElse(defaults) == TimeLimits())
    }

    @Test func retryDelays() {
        let policy = RetryPolicy(maxRetries: 12, backoff: 1, longest: 600, hasJitter: false)
        #expect((0..<4).map { policy.delay(afterRetries: $0, random: 0.5) } == [1, 2, 4, 8])
        #expect(policy.delay(afterRetries: 11, random: 0) == 600)
        #expect(policy.delay(afterRetries: 12, random: 0) == nil)
        let jittered = RetryPolicy(backoff: 10)
        #expect(jittered.delay(afterRetries: 1, random: 0.25) == 5 && jittered.delay(afterRetries: 1, random: 7) == 20)
        #expect(RetryPolicy(maxRetries: .max).delay(afterRetries: .max - 1, random: 1) == 600)
    }

    @Test func revokedTasksAreBounded() {
        var revoked = RevokedTasks(capacity: 3, lifetime: 100)
        for (index, id) in ["a", "b", "c", "a", "d"].enumerated() { revoked.insert(id, at: Double(index)) }
        #expect(revoked.entries(now: 5).map(\.id) == ["c", "a", "d"])
        #expect(!revoked.contains("b", now: 5) && revoked.contains("a", now: 5))
        #expect(revoked.contains("a", now: 103) && !revoked.contains("a", now: 103.5))
        revoked.insert("e", at: 1000)
        #expect(revoked.count == 1)
    }

    @Test func aMillionRevokesStaySmall() {
        var revoked = RevokedTasks()
        for index in 0..<1_000_000 { revoked.insert("task \(index % 60_000)", at: Double(index) / 1000) }
        #expect(revoked.count == 50_000 && revoked.entries(now: 1000).count == 50_000)
        var same = RevokedTasks()
        for index in 0..<1_000_000 { same.insert("one", at: Double(index)) }
        #expect(same.count == 1 && same.entries(now: 1_000_000).count == 1)
    }

    @Test func rateLimits() throws {
        let cases: [(JSON, Double?)] = [
            ("10/m", 10.0 / 60), ("2/h", 2.0 / 3600), ("0.5/s", 0.5), ("3", 3), (5, 5), (0, nil), (.null, nil),
            ("", nil),
            ("0/s", nil), (" 4 /s", 4),
        ]
        for (text, rate) in cases { #expect(try RateLimit.parse(text)?.perSecond == rate, "\(text)") }
        #expect(throws: PythonException.self) { try RateLimit.parse("bogus") }
        var bucket = TokenBucket(try #require(try RateLimit.parse("2/s")), now: 0)
        let wait = [bucket.take(now: 0) ? 0 : -1, bucket.take(now: 0.25) ? -1 : bucket.wait(now: 0.25)]
        #expect(wait == [0, 0.25])
        // At 50 the clock has gone back, which gives nothing away.
        let taken = [0.5, 100, 100, 50].map { bucket.take(now: $0) }
        #expect(taken == [true, true, false, false])
    }

    @Test func autoscaling() throws {
        var scaler = Autoscaler(4, 2)
        let steps = [(0, 0, 0), (1, 2, 9), (20, 4, 0), (32, 4, 0)]
        let slots = steps.map { scaler.slots(now: Double($0.0), slots: $0.1, wanted: $0.2) }
        #expect(slots == [2, 4, 4, 2])
        scaler.update(maximum: 1, minimum: nil)
        let shrunk = scaler.slots(now: 33, slots: 4, wanted: 4)
        #expect(scaler.maximum == 1 && scaler.minimum == 1 && shrunk == 1)
    }

    @Test func tasksWaitForTheirTime() throws {
        var generator = SystemRandomNumberGenerator()
        var waiting = WaitingTasks(capacity: 50)
        var pushedOut: [Double] = []
        let times = (0..<80).map(Double.init).shuffled(using: &generator)
        for time in times {
            let envelope = Envelope(
                body: [[], [:], [:]],
                headers: ["task": "t", "id": "i", "eta": .text(PythonDateTime(epoch: time).isoFormat)],
                properties: ["delivery_tag": "d"])
            let delivery = Delivery(
                claim: Claim(name: "\(time)", raw: [], queue: "celery"), task: try TaskMessage(envelope))
            if let last = waiting.insert(delivery) { pushedOut.append(last.task.eta?.epoch ?? 0) }
        }
        #expect(pushedOut.sorted() == (50..<80).map(Double.init) && waiting.nextDue == 0)
        let revoked = waiting.take { $0.claim.name == "7.0" }
        #expect(revoked.count == 1)
        let due = waiting.takeDue(now: 9.5).compactMap { $0.task.eta?.epoch }
        #expect(due == [0, 1, 2, 3, 4, 5, 6, 8, 9] && waiting.count == 40 && waiting.nextDue == 10)
        #expect(waiting.sorted.first?.claim.name == "10.0")
    }
}
