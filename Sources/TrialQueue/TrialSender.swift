public import CeleryQueue
internal import Foundation
public import OCRWire
public import Redis
internal import Synchronization

/// Sends trials to the workers of a broker and waits for their answers. What a worker loses by dying comes back by its
/// lease, or is sent again here; what nobody takes is given back to the caller, to be read at home.
public final class TrialSender: Sendable {
    /// What a fleet did for a sender.
    public struct Report: Sendable, Hashable {
        /// Names of the workers that took trials.
        public var workers: Set<String> = []
        /// Workers that must not read for this tuner, with the reason.
        public var refusals: [String: String] = [:]
        /// Trials that were sent again.
        public var resent = 0
        /// Why nothing is sent any more; nil while the fleet answers.
        public var end: String?
    }

    private struct State {
        var report = Report()
        var lastSign: ContinuousClock.Instant?
        var sent = 0
        /// The trial sent last of those that were answered.
        var newestAnswered = 0
        /// Trials by the document that they need.
        var borrowers: [String: Int] = [:]
    }

    private let redis: RedisConnection
    private let keys: BrokerKeys
    private let own: OwnReaders
    private let patience: Duration
    private let state = Mutex(State())
    /// Keeps this sender's documents apart from others'.
    private let name = UUID().uuidString.lowercased()

    /// How often an answer is looked for.
    private static let pause: Duration = .milliseconds(100)
    /// How often one trial is sent.
    private static let mostSendings = 3

    /// Creates a sender.
    ///
    /// - Parameters:
    ///   - readers: who the caller's own readers are; nobody else's may differ.
    ///   - patience: so long the fleet may be silent before it is given up, and a trial may be overtaken by later ones before
    ///     it is sent again.
    /// - Throws: when the kernel gives no thread for the connection.
    public init(
        _ url: RedisURL, options: TransportOptions = TransportOptions(), readers: OwnReaders, patience: Duration
    ) throws(RedisError) {
        redis = try RedisConnection(RedisConfiguration(url: url, clientName: "cricksy-bench"))
        keys = BrokerKeys(options, database: url.database)
        own = readers
        self.patience = patience
    }

    /// What the fleet has done so far.
    public var report: Report { state.withLock { $0.report } }

    /// Says whether the broker can be reached.
    public func ping() async throws(RedisError) { try await redis.ping() }

    /// Closes the connection.
    public func close() async { await redis.close() }
}

// MARK: One trial

extension TrialSender {
    /// What is to be done after a sending.
    private enum Outcome {
        case read(ReadResult)
        case sendAgain
        case giveUp
    }

    /// Has a document read; nil when no worker could or would.
    ///
    /// - Parameters:
    ///   - id: of lower-case letters, digits and dashes, one for each document.
    ///   - models: what the request's setting needs.
    public func read(
        _ document: [UInt8], id: String, request: ReadRequest, models: [String], hardLimit: Duration
    ) async -> ReadResult? {
        guard document.count <= Trial.mostDocumentBytes, report.end == nil else { return nil }
        let key = "\(name)-\(id)"
        lend(document, key)
        defer { takeBack(key) }
        let trial = Trial(
            readers: own.identity(models: models), document: key, request: request, hardLimit: hardLimit)
        let task = UUID().uuidString.lowercased()
        for sending in 1...Self.mostSendings {
            if sending > 1 { state.withLock { $0.report.resent += 1 } }
            switch await send(trial, as: task) {
            case .read(let result): return result
            case .sendAgain: continue
            case .giveUp: return nil
            }
        }
        return nil
    }

    private func send(_ trial: Trial, as id: String) async -> Outcome {
        guard let keywords = try? trial.keywords() else { return .giveUp }
        var task = NewTask(type: Trial.task, id: id, kwargs: keywords, routingKey: Trial.queue)
        task.ignoresResult = true
        let message = task.envelope(deliveryTag: UUID().uuidString.lowercased(), now: Date().timeIntervalSince1970)
            .encodedBytes
        let number = state.withLock { state in
            state.sent += 1
            return state.sent
        }
        do throws(RedisError) {
            _ = try await redis.command("LPUSH", keys.list(Trial.queue), message)
        } catch {
            giveUp("The broker cannot be used: \(error.sentence)")
            return .giveUp
        }
        let outcome = await outcome(of: id, number: number)
        withdraw(id, message)
        return outcome
    }

    /// No worker needs to begin it any more, and its answer is not wanted again.
    private func withdraw(_ id: String, _ message: [UInt8]) {
        redis.post(RedisCommand("LREM", keys.list(Trial.queue), 1, message))
        redis.post(RedisCommand("DEL", keys.trialAnswer(id)))
    }

    private func outcome(of id: String, number: Int) async -> Outcome {
        let sent = ContinuousClock.now
        var overtaken: ContinuousClock.Instant?
        var isTaken = false
        while report.end == nil, !Task.isCancelled {
            try? await Task.sleep(for: Self.pause)
            let reply = try? await redis.command("GET", keys.trialAnswer(id))
            switch reply?.bytes.flatMap(TrialAnswer.init) {
            case .taken(let node):
                if !isTaken { noteSign(of: node) }
                isTaken = true
            case .read(let result):
                noteAnswer(number)
                return .read(result)
            case .died, .missing:
                noteAnswer(number)
                return .giveUp
            case .refused(let node, let why):
                state.withLock { $0.report.refusals[node] = why }
                return .sendAgain
            case nil: break
            }
            if isOvertaken(number) {
                let since = overtaken ?? .now
                if ContinuousClock.now - since > patience { return .sendAgain }
                overtaken = since
            } else {
                // The fleet is silent only where nothing sent later was answered: else this trial is lost, not the fleet.
                checkSilence(since: sent)
            }
        }
        return .giveUp
    }
}

// MARK: Signs of life

extension TrialSender {
    private func noteSign(of node: String) {
        state.withLock { state in
            state.lastSign = .now
            state.report.workers.insert(node)
        }
    }

    private func noteAnswer(_ number: Int) {
        state.withLock { state in
            state.lastSign = .now
            state.newestAnswered = max(state.newestAnswered, number)
        }
    }

    /// The queue is served in its order: what was sent later and is done says that this one is late.
    private func isOvertaken(_ number: Int) -> Bool { state.withLock { $0.newestAnswered > number } }

    private func checkSilence(since sent: ContinuousClock.Instant) {
        let last = state.withLock { max(sent, $0.lastSign ?? sent) }
        guard ContinuousClock.now - last > patience else { return }
        giveUp("No worker has taken or answered a trial for \(Int(patience / .seconds(1))) s.")
    }

    private func giveUp(_ why: String) { state.withLock { $0.report.end = $0.report.end ?? why } }
}

// MARK: Documents

extension TrialSender {
    /// Puts the bytes beside the queue, once for all trials that need them at the time. Commands go out in their order, so a
    /// trial never arrives before its document.
    private func lend(_ document: [UInt8], _ name: String) {
        state.withLock { state in
            state.borrowers[name, default: 0] += 1
            guard state.borrowers[name] == 1 else { return }
            redis.post(RedisCommand("SET", keys.trialDocument(name), document, "EX", Trial.documentExpiry))
        }
    }

    private func takeBack(_ name: String) {
        state.withLock { state in
            state.borrowers[name, default: 1] -= 1
            guard state.borrowers[name] == 0 else { return }
            state.borrowers[name] = nil
            redis.post(RedisCommand("DEL", keys.trialDocument(name)))
        }
    }
}
