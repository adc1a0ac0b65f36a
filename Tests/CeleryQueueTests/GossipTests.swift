import CeleryQueue
import Foundation
import Synchronization
import Testing

@Suite struct GossipTests {
    private final class Heard: Sendable {
        let news = Mutex<[Gossip.News]>([])
    }

    private func payload(_ node: String, _ event: WorkerEvent, clock: Int) -> [UInt8] {
        let source = EventSource(node: node, pid: 1, hoursWest: 0)
        return source.envelope(
            source.body(event, clock: clock, time: 1), routingKey: EventSource.routingKey(event), deliveryTag: "t"
        ).encodedBytes
    }

    private func heartbeat(every interval: Double) -> Heartbeat {
        Heartbeat(
            interval: interval, active: 0, processed: 0, loadAverage: [0, 0, 0],
            software: SoftwareIdentity(name: "n", version: "1"))
    }

    @Test func neighboursComeAndGo() async throws {
        let (heard, clock) = (Heard(), NodeClock())
        let gossip = Gossip(node: "me@h", clock: clock) { news in heard.news.withLock { $0.append(news) } }
        gossip.hear(payload("me@h", .heartbeat(heartbeat(every: 2)), clock: 500))
        #expect(clock.value == 0, "one's own events are no news")
        gossip.hear(payload("a@h", .online(heartbeat(every: 2)), clock: 41))
        gossip.hear(payload("a@h", .heartbeat(heartbeat(every: 2)), clock: 7))
        gossip.hear(payload("b@h", .heartbeat(heartbeat(every: 0.1)), clock: 7))
        gossip.hear(Array("no message".utf8))
        #expect(clock.value > 41)
        try await Task.sleep(for: .milliseconds(300))
        gossip.hear(payload("a@h", .offline(heartbeat(every: 2)), clock: 50))
        #expect(heard.news.withLock { $0 } == [.joined("a@h"), .joined("b@h"), .left("a@h"), .silent("b@h")])
    }
}
