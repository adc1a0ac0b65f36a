internal import CProcessShim
internal import Glibc
internal import OCRWire
internal import Synchronization

/// One place for a reader, with a thread of its own that blocks where nothing else may.
final class Slot: Sendable {
    enum Command {
        case read(ReadTask)
        case cancel(UInt64)
        case shutDown
        case retire
    }

    /// Commands for the thread, and the counter that wakes it; nil once the slot has ended.
    private struct Mailbox: ~Copyable {
        var commands: [Command] = []
        var wakeup: OwnedDescriptor?
    }

    let index: Int
    let configuration: PoolConfiguration
    /// Valid until `close`.
    let wakeup: Int32
    private let mailbox: Mutex<Mailbox>

    init(index: Int, _ configuration: PoolConfiguration) throws(PoolError) {
        let wakeup = process_wakeup()
        guard wakeup >= 0 else { throw PoolError.system("wakeup counter for a slot", wakeup) }
        self.index = index
        self.configuration = configuration
        self.wakeup = wakeup
        mailbox = Mutex(Mailbox(wakeup: OwnedDescriptor(raw: wakeup)))
    }

    /// Gives the thread something to do.
    func post(_ command: Command) {
        mailbox.withLock { mailbox in
            guard mailbox.wakeup != nil else { return }
            mailbox.commands.append(command)
            process_wake(wakeup)
        }
    }

    /// Takes all commands.
    func collect() -> [Command] {
        mailbox.withLock { mailbox in
            process_settle(wakeup)
            defer { mailbox.commands = [] }
            return mailbox.commands
        }
    }

    /// Closes the counter; commands that are still there come back.
    func close() -> [Command] {
        mailbox.withLock { mailbox in
            mailbox.wakeup = nil
            defer { mailbox.commands = [] }
            return mailbox.commands
        }
    }

    /// Starts the thread. It tells the dispatcher when the slot has ended.
    func start(_ dispatcher: Dispatcher) {
        let runner = Unmanaged.passRetained(ThreadBody(slot: self, dispatcher: dispatcher))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, runner.toOpaque())
        guard result == 0 else {
            runner.release()
            let error = PoolError.system("thread for a slot", -result)
            _ = close()
            dispatcher.startFailed(slot: index, error, refuse: true)
            dispatcher.slotEnded(index)
            return
        }
        pthread_detach(thread)
    }
}

/// What a slot's thread is given.
private final class ThreadBody {
    private let slot: Slot
    private let dispatcher: Dispatcher

    init(slot: Slot, dispatcher: Dispatcher) {
        self.slot = slot
        self.dispatcher = dispatcher
    }

    func run() {
        runSlot()
        dispatcher.slotEnded(slot.index)
    }

    /// When this returns, all that the runner owned is closed.
    private func runSlot() {
        var runner = SlotRunner(slot, dispatcher)
        runner.run()
    }
}
