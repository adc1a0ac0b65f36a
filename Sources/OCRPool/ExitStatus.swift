internal import Glibc
internal import OCRWire

/// How a process ended.
package enum ExitStatus: Sendable, Hashable {
    case exited(Int32)
    case signalled(Int32)

    /// The reason for a document whose reader ended so.
    var reason: PoolError.Reason {
        switch self {
        case .exited(ReaderExitCode.outOfMemory): .outOfMemory
        case .exited(let code): .exited(code: code)
        case .signalled(let number): .crashed(signal: Self.name(ofSignal: number))
        }
    }

    /// For a sentence: "died of SIGSEGV".
    var phrase: String {
        switch self {
        case .exited(let code): "ended with exit code \(code)"
        case .signalled(let number): "died of \(Self.name(ofSignal: number))"
        }
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
