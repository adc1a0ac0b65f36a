internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file that is there whole or not at all: written beside its place, flushed, then renamed.
enum AtomicFile {
    static func write(_ bytes: [UInt8], path: String) throws(TunedConfigurationError) {
        let temporary = "\(path).\(getpid()).partial"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .notWritten(path: path, reason: reason()) }
        // The umask may have taken rights away that a worker of another user needs.
        let isWritten =
            fchmod(descriptor, 0o644) == 0 && writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
        let failure = isWritten ? nil : reason()
        close(descriptor)
        if let failure {
            unlink(temporary)
            throw .notWritten(path: path, reason: failure)
        }
        guard rename(temporary, path) == 0 else {
            let failure = reason()
            unlink(temporary)
            throw .notWritten(path: path, reason: failure)
        }
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    private static func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
