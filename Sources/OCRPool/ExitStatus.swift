internal import CProcessShim
internal import Glibc
internal import OCRWire

/// How a process ended.
package enum ExitStatus: Sendable, Hashable {
    case exited(Int32)
    case signalled(Int32)
    /// The kernel refused it this system call, and it ended for that.
    case refused(systemCall: String)

    /// With what it printed last, which names the system call that a locked-in reader was refused.
    func explained(by output: ChildOutput) -> ExitStatus {
        switch self {
        case .exited(ReaderExitCode.sandboxViolation):
            let number = SandboxViolation.systemCall(in: output.bytes)
            return .refused(systemCall: number.map { Self.name(ofSystemCall: $0) } ?? "unknown")
        case .signalled(SIGSYS): return .refused(systemCall: "unknown")
        case .exited, .signalled, .refused: return self
        }
    }

    /// The reason for a document whose reader ended so.
    var reason: PoolError.Reason {
        switch self {
        case .exited(ReaderExitCode.outOfMemory): .outOfMemory
        case .exited(let code): .exited(code: code)
        case .refused(let systemCall): .sandboxViolation(systemCall: systemCall)
        case .signalled(SIGXCPU): .cpuLimit
        case .signalled(let number): .crashed(signal: Self.name(ofSignal: number))
        }
    }

    /// For a sentence: "died of SIGSEGV".
    var phrase: String {
        switch self {
        case .exited(let code): "ended with exit code \(code)"
        case .signalled(let number): "died of \(Self.name(ofSignal: number))"
        case .refused(let systemCall): "made a system call that its sandbox refuses (\(systemCall))"
        }
    }

    private static func name(ofSystemCall number: Int32) -> String {
        process_system_call_name(number).map { String(cString: $0) } ?? "system call \(number)"
    }

    private static func name(ofSignal number: Int32) -> String {
        let names: [Int32: String] = [
            SIGHUP: "SIGHUP", SIGINT: "SIGINT", SIGQUIT: "SIGQUIT", SIGILL: "SIGILL", SIGTRAP: "SIGTRAP",
            SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGKILL: "SIGKILL", SIGSEGV: "SIGSEGV",
            SIGPIPE: "SIGPIPE", SIGALRM: "SIGALRM", SIGTERM: "SIGTERM", SIGXCPU: "SIGXCPU", SIGXFSZ: "SIGXFSZ",
            SIGSYS: "SIGSYS",
        ]
        return names[number] ?? "signal \(number)"
    }
}
