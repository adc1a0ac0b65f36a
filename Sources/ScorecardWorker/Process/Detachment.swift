internal import Glibc

/// `--detach`: the same program once more, in the background.
public enum Detachment {
    /// Starts this program in a session of its own, with /dev/null for standard input, output and error, no other
    /// descriptor, and the working directory and environment of this process; returns once it has lived for 2 seconds.
    ///
    /// - Parameter arguments: this program's, without its name; `--detach` is taken out, also as the `D` of `-EDc4`.
    /// - Returns: the number of the new process.
    /// - Throws: when it cannot be started or ends at once.
    public static func start(_ arguments: [String]) async throws(DetachmentError) -> Int32 {
        let name = CommandLine.arguments.first ?? "cricksy-worker"
        return try await start("/proc/self/exe", [name] + withoutDetach(arguments))
    }

    /// The same for any program; the first argument is its name.
    package static func start(_ program: String, _ arguments: [String]) async throws(DetachmentError) -> Int32 {
        let process = try spawn(program, arguments)
        let deadline = ContinuousClock.now + probation
        repeat {
            try? await Task.sleep(for: .milliseconds(20))
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process { throw .ended(status: status) }
        } while ContinuousClock.now < deadline && !Task.isCancelled
        return process
    }

    private static let probation = Duration.seconds(2)

    /// The arguments without `--detach`, options by their long names.
    package static func withoutDetach(_ arguments: [String]) -> [String] {
        var kept: [String] = []
        var rest = arguments[...]
        while !rest.isEmpty {
            kept += CelerySpelling.options(&rest).filter { $0 != SettingsTable.detach.row.flag }
            guard let word = rest.popFirst() else { break }
            kept.append(word)
            if word == "--" { return kept + rest }
        }
        return kept
    }

    private static func spawn(_ program: String, _ arguments: [String]) throws(DetachmentError) -> Int32 {
        var attributes = posix_spawnattr_t()
        var actions = posix_spawn_file_actions_t()
        try check(posix_spawnattr_init(&attributes))
        defer { posix_spawnattr_destroy(&attributes) }
        try check(posix_spawn_file_actions_init(&actions))
        defer { posix_spawn_file_actions_destroy(&actions) }
        try prepare(&attributes)
        for number in STDIN_FILENO...STDERR_FILENO {
            try check(posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0))
        }
        for number in careless { try check(posix_spawn_file_actions_addclose(&actions, number)) }
        var process: Int32 = 0
        var words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        try check(posix_spawn(&process, program, &actions, &attributes, &words, environ))
        return process
    }

    /// What this process has open and did not mark may be a lock or a connection; the new one gets none of it.
    private static var careless: [Int32] {
        guard let directory = opendir("/proc/self/fd") else { return [] }
        defer { closedir(directory) }
        var numbers: [Int32] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let number = Int32(name), number > STDERR_FILENO { numbers.append(number) }
        }
        return numbers
    }

    /// A session of its own, and signals as a shell would hand them over: the threads of Swift tasks block most.
    private static func prepare(_ attributes: inout posix_spawnattr_t) throws(DetachmentError) {
        var (all, none) = (sigset_t(), sigset_t())
        sigfillset(&all)
        sigemptyset(&none)
        let flags = newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
        try check(posix_spawnattr_setflags(&attributes, flags))
        try check(posix_spawnattr_setsigdefault(&attributes, &all))
        try check(posix_spawnattr_setsigmask(&attributes, &none))
    }

    /// POSIX_SPAWN_SETSID, which Swift's Glibc module does not show.
    private static let newSession: Int16 = 0x80

    private static func check(_ number: Int32) throws(DetachmentError) {
        if number != 0 { throw .notStarted("\(SystemFault(number))") }
    }
}

/// Why there is no process in the background.
public enum DetachmentError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The system refuses, with its reason.
    case notStarted(String)
    /// It ended at once, with this status of `waitpid`.
    case ended(status: Int32)

    /// One sentence.
    public var sentence: String {
        switch self {
        case .notStarted(let reason): "The worker cannot be started in the background: \(reason)."
        case .ended(let status):
            "The worker in the background \(Self.phrase(status)) at once; run it without --detach to see why."
        }
    }

    /// The exit code of the process in the background, or else `WorkerExitCode.badConfiguration`; never 0.
    public var exitCode: Int32 {
        guard case .ended(let status) = self, Self.signal(status) == 0, Self.code(status) != 0 else {
            return WorkerExitCode.badConfiguration
        }
        return Self.code(status)
    }

    /// The sentence.
    public var description: String { sentence }

    private static func phrase(_ status: Int32) -> String {
        signal(status) == 0 ? "ended with exit code \(code(status))" : "died of signal \(signal(status))"
    }

    private static func signal(_ status: Int32) -> Int32 { status & 0x7F }
    private static func code(_ status: Int32) -> Int32 { status >> 8 & 0xFF }
}
