internal import Glibc
internal import OCRWire
internal import Synchronization

/// Proportional sizes of readers. A reader that has hidden its memory lets nobody but root open its `smaps_rollup`, but who
/// opened it before can go on reading it: so the parent opens it right after exec.
enum ProportionalSizes {
    private static let files = Mutex<[Int32: Int32]>([:])

    /// Opens the file of a process that has just been started.
    static func watch(_ process: Int32) {
        let file = open("/proc/\(process)/smaps_rollup", O_RDONLY | O_CLOEXEC)
        if file >= 0 { files.withLock { $0[process] = file } }
    }

    /// Closes it.
    static func forget(_ process: Int32) {
        if let file = files.withLock({ $0.removeValue(forKey: process) }) { close(file) }
    }

    /// `Pss` of a process in bytes; nil when the kernel does not say.
    static func bytes(of process: String) -> Int? {
        let opened = Int32(process).flatMap { process in files.withLock { $0[process].flatMap(read) } }
        return opened
            ?? ProcFile.read("/proc/\(process)/smaps_rollup").flatMap { ProcessStatus.bytes(of: "Pss", in: $0) }
    }

    /// Nil once the program that was started has become another by exec.
    private static func read(_ file: Int32) -> Int? {
        var text = [UInt8](repeating: 0, count: 4096)
        let count = pread(file, &text, text.count, 0)
        return ProcessStatus.bytes(of: "Pss", in: text.prefix(max(0, count)))
    }
}
