internal import Glibc

/// Names of the signals that stop tasks.
enum SignalName {
    private static let numbers: [String: Int32] = [
        "SIGHUP": SIGHUP, "SIGINT": SIGINT, "SIGQUIT": SIGQUIT, "SIGILL": SIGILL, "SIGTRAP": SIGTRAP,
        "SIGABRT": SIGABRT, "SIGBUS": SIGBUS, "SIGFPE": SIGFPE, "SIGKILL": SIGKILL, "SIGUSR1": SIGUSR1,
        "SIGSEGV": SIGSEGV, "SIGUSR2": SIGUSR2, "SIGPIPE": SIGPIPE, "SIGALRM": SIGALRM, "SIGTERM": SIGTERM,
        "SIGCHLD": SIGCHLD, "SIGCONT": SIGCONT, "SIGSTOP": SIGSTOP, "SIGTSTP": SIGTSTP, "SIGXCPU": SIGXCPU,
        "SIGXFSZ": SIGXFSZ, "SIGSYS": SIGSYS,
    ]

    /// The number of a signal, with or without `SIG`.
    static func number(of name: String) -> Int32? {
        numbers[name.hasPrefix("SIG") ? name : "SIG" + name]
    }
}
