internal import Glibc

/// An error number of the system.
struct SystemFault: Error, Equatable, CustomStringConvertible {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    /// That of the call just made.
    static var last: SystemFault { SystemFault(errno) }

    var description: String { String(cString: strerror(number)) }
}
