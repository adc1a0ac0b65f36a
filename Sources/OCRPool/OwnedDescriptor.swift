internal import Glibc

/// A file descriptor that is closed with its owner.
struct OwnedDescriptor: ~Copyable, Sendable {
    let raw: Int32

    deinit { close(raw) }

    /// The descriptor, from now on the caller's to close.
    consuming func release() -> Int32 {
        let raw = raw
        discard self
        return raw
    }
}
