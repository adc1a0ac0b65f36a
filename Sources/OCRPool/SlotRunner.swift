internal import CProcessShim
internal import Glibc
internal import OCRWire

/// The shell around a slot's state machine: waits for things to happen, tells the machine, does what it says.
struct SlotRunner: ~Copyable {
    private let slot: Slot
    private let dispatcher: Dispatcher
    private var machine: SlotStateMachine
    private var process: ReaderProcess?
    private var incoming = FrameBuffer()
    private var outgoing = Outgoing()
    private var output = ChildOutput()
    private var task: ReadTask?
    private var pictures: [PagePicture] = []
    private var sent: (at: ContinuousClock.Instant, cpuSeconds: Double) = (.now, 0)
    private var isFinished = false

    init(_ slot: Slot, _ dispatcher: Dispatcher) {
        self.slot = slot
        self.dispatcher = dispatcher
        let configuration = slot.configuration
        machine = SlotStateMachine(
            startLimit: configuration.startLimit, restarts: configuration.restarts,
            memoryLimit: configuration.memoryLimit, now: .now)
    }

    /// Runs until the slot is closed for good.
    mutating func run() {
        while !isFinished {
            handle(.tick)
            let ready = waitForEvents()
            if ready.wakeup { takeCommands() }
            if ready.canSend { flush() }
            if ready.canReceive { receive() }
            if ready.hasOutput { readOutput() }
            if ready.hasExited { reap() }
        }
        for case .read(let task) in slot.close() { task.finish(.failure(PoolError(.shutDown))) }
    }

    private mutating func handle(_ event: SlotStateMachine.Event) {
        for action in machine.handle(event, at: .now) { perform(action) }
    }

    private mutating func perform(_ action: SlotStateMachine.Action) {
        switch action {
        case .spawn: spawn()
        case .send: send()
        case .kill: process?.kill()
        case .closeChannel: process?.closeChannel()
        case .release: release()
        case .started(let hello): dispatcher.started(slot: slot.index, process: process?.processID ?? 0, hello)
        case .startFailed(let reason, let refuse):
            dispatcher.startFailed(slot: slot.index, error(reason), refuse: refuse)
        case .measure: if let bytes = process?.residentBytes() { handle(.resident(bytes)) }
        case .idle: if let task = dispatcher.next(for: slot.index) { take(task) }
        case .keep(let picture): pictures.append(picture)
        case .succeed(_, let results, let usage): finish(.success(answer(results, usage)))
        case .fail(_, let reason): finish(.failure(error(reason)))
        case .finished: isFinished = true
        }
    }

    private mutating func take(_ task: ReadTask) {
        self.task = task
        handle(.assigned(task.ticket))
    }

    private mutating func takeCommands() {
        for command in slot.collect() {
            switch command {
            case .read(let task): take(task)
            case .cancel(let id): handle(.cancelled(id))
            case .shutDown: handle(.shutDown)
            case .retire: handle(.retire)
            }
        }
    }
}

// MARK: The process

extension SlotRunner {
    private mutating func spawn() {
        incoming = FrameBuffer()
        output.clear()
        do throws(PoolError) {
            process = try ReaderProcess(slot.configuration)
        } catch {
            handle(.spawnFailed(error.sentence))
            return
        }
        outgoing = Outgoing(greeting)
        flush()
    }

    private var greeting: [UInt8] {
        (try? ParentMessage.greeting(Greeting(sandbox: slot.configuration.sandbox)).encoded()) ?? []
    }

    private mutating func release() {
        process = nil
        outgoing = Outgoing()
        dispatcher.lostReader(slot: slot.index)
    }

    private mutating func reap() {
        receive(all: true)
        readOutput()
        guard let status = process?.reap() else { return }
        handle(.exited(status.explained(by: output)))
    }
}

// MARK: The document

extension SlotRunner {
    private mutating func send() {
        guard let task else { return }
        // What the document before printed is still in the pipe.
        readOutput()
        output.clear()
        pictures = []
        sent = (.now, process?.cpuSeconds() ?? 0)
        if let process { task.onReader(process.processID) }
        process?.limitCPU(toSeconds: sent.cpuSeconds + task.ticket.hardLimit.inSeconds + Self.cpuMargin)
        outgoing = Outgoing(task.frame, attachment: task.document.raw)
        flush()
    }

    /// CPU seconds that a reader may use beyond the hard limit, so that the parent's clock comes first.
    private static var cpuMargin: Double { 2 }

    private func error(_ reason: PoolError.Reason) -> PoolError {
        PoolError(reason, childOutput: output.line)
    }

    private mutating func finish(_ answer: ReadTask.Answer) {
        guard let task else { return }
        self.task = nil
        pictures = []
        dispatcher.finished(task, slot: slot.index, answer)
    }

    /// Measured from here; what the reader says of itself only stands in where the kernel says nothing.
    private func answer(_ results: [ReadResult], _ reported: ReportedUsage) -> ReadAnswer {
        let memory = process?.memory()
        let usage = ChildUsage(
            processID: process?.processID ?? 0,
            cpuSeconds: process?.cpuSeconds().map { max(0, $0 - sent.cpuSeconds) } ?? reported.cpuSeconds,
            peakResidentBytes: memory?.peak ?? reported.peakResidentBytes, residentBytes: memory?.resident ?? 0)
        return ReadAnswer(
            results: results, usage: usage, wall: sent.at.duration(to: .now),
            queueWait: task.map { $0.submitted.duration(to: sent.at) } ?? .zero, pictures: pictures)
    }
}

// MARK: Descriptors

extension SlotRunner {
    private struct Ready {
        var wakeup = false
        var canSend = false
        var canReceive = false
        var hasOutput = false
        var hasExited = false
    }

    private func waitForEvents() -> Ready {
        let input = Int16(POLLIN)
        let channelEvents = outgoing.isEmpty ? input : input | Int16(POLLOUT)
        // poll passes over negative descriptors.
        var descriptors = [
            pollfd(fd: slot.wakeup, events: input, revents: 0),
            pollfd(fd: process?.channel ?? -1, events: channelEvents, revents: 0),
            pollfd(fd: process?.output ?? -1, events: input, revents: 0),
            pollfd(fd: process?.pidfd ?? -1, events: input, revents: 0),
        ]
        guard !isFinished, poll(&descriptors, 4, timeout()) > 0 else { return Ready() }
        let results = descriptors.map(\.revents)
        return Ready(
            wakeup: results[0] != 0, canSend: results[1] & Int16(POLLOUT) != 0,
            canReceive: results[1] & ~Int16(POLLOUT) != 0, hasOutput: results[2] != 0, hasExited: results[3] != 0)
    }

    /// Milliseconds to the machine's deadline, rounded up so that it has passed when poll returns.
    private func timeout() -> Int32 {
        guard let deadline = machine.deadline else { return -1 }
        let rest = ContinuousClock.now.duration(to: deadline).components
        let milliseconds = rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000 + 1
        return Int32(clamping: max(0, milliseconds))
    }

    private mutating func flush() {
        guard let channel = process?.channel, channel >= 0 else { return }
        outgoing.flush(to: channel)
    }

    /// Takes what is there, or all that a dead reader has left.
    private mutating func receive(all: Bool = false) {
        var rounds = all ? 64 : 1
        while rounds > 0, let channel = process?.channel, channel >= 0 {
            rounds -= 1
            switch Incoming.read(channel, into: &incoming) {
            case .bytes: parse()
            case .nothing: return
            case .end:
                process?.closeChannel()
                handle(.channelClosed)
            }
        }
    }

    private mutating func parse() {
        do throws(WireError) {
            while process?.channel != -1, let (message, size) = try incoming.nextReaderMessage() {
                handle(.message(message, bytes: size))
            }
        } catch {
            process?.closeChannel()
            handle(.garbled(error))
        }
    }

    private mutating func readOutput() {
        guard let raw = process?.output, raw >= 0 else { return }
        if !Incoming.read(raw, into: &output) { process?.closeOutput() }
    }
}

extension Duration {
    fileprivate var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
