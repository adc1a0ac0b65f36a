internal import Foundation
internal import Logging
internal import ServiceLifecycle
internal import Synchronization
internal import UnixSignals

/// Does what Celery's worker does at a signal (CELERY.md 6.6), except that QUIT loses nothing and HUP does not restart.
struct SignalService: Service {
    let node: WorkerNode
    let log: Logger
    let reload: @Sendable () throws(SettingsError) -> WorkerConfiguration
    private let state = State()

    private final class State: Sendable {
        let interrupts = Atomic(0)
    }

    /// Longest that a cold shutdown waits for Redis; what could not be given back comes back when the lease ends.
    private static let coldPatience: Duration = .seconds(15)

    /// 1 after a second SIGINT.
    var exitCode: Int32 { state.interrupts.load(ordering: .relaxed) > 1 ? 1 : 0 }

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint, .sigquit, .sighup, .sigusr1)
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                for await signal in signals { group.addTask { await handle(signal) } }
                group.cancelAll()
            }
        }
    }

    private func handle(_ signal: UnixSignal) async {
        switch signal {
        case .sigterm: await isRemapped ? goCold() : node.shutDown(.warm)
        case .sigint:
            if state.interrupts.add(1, ordering: .relaxed).newValue > 1 { return await goCold() }
            log.warning("worker: Hitting Ctrl+C again will terminate all running tasks!")
            await node.shutDown(.warm)
        case .sigquit: await goCold()
        case .sighup: await reloadSettings()
        default: await node.dump()
        }
    }

    /// Celery's own variable: SIGTERM means a cold shutdown.
    private var isRemapped: Bool {
        ProcessInfo.processInfo.environment["REMAP_SIGTERM"] == "SIGQUIT"
    }

    private func goCold() async {
        await node.shutDown(.cold)
        do { try await Task.sleep(for: Self.coldPatience) } catch { return }
        log.critical("Redis is away: claims come back when the lease ends.")
        exit(exitCode)
    }

    private func reloadSettings() async {
        let manager = ServiceManager(environment: ProcessInfo.processInfo.environment)
        manager.reloading()
        do throws(SettingsError) {
            try await node.reload(try reload())
        } catch {
            log.error("The settings stay as they were: \(error.sentence)")
        }
        manager.ready()
    }
}
