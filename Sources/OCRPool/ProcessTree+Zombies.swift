extension ProcessTree {
    /// Processes of the tree that have ended and were not reaped.
    public static func zombies() -> Int {
        processes().filter { process in
            // proc_pid_stat(5): the state follows the name in parentheses, which may hold anything.
            guard let stat = ProcFile.read("/proc/\(process)/stat"),
                let name = stat.lastIndex(of: UInt8(ascii: ")"))
            else { return false }
            return stat[name...].dropFirst(2).first == UInt8(ascii: "Z")
        }.count
    }
}
