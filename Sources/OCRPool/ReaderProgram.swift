internal import Glibc

/// Finding the reader's program.
public enum ReaderProgram {
    /// Its name beside the programs that use it.
    public static let name = "cricksy-reader"

    /// The path of the reader: `explicit` if given (`--reader PATH`), or else `name` in the directory of the running
    /// program. SwiftPM puts programs and the test bundle, which runs as a program on Linux, into one directory, so a
    /// test finds its test programs in the same way.
    public static func find(_ explicit: String? = nil, name: String = name) throws(PoolError) -> String {
        if let explicit {
            guard isProgram(explicit) else {
                throw PoolError(.startFailed("\(explicit) is not a program that can be run; correct --reader."))
            }
            return explicit
        }
        guard let directory = directoryOfThisProgram() else {
            throw PoolError(.startFailed("/proc/self/exe cannot be read; mount /proc or give --reader PATH."))
        }
        let path = "\(directory)/\(name)"
        guard isProgram(path) else {
            throw PoolError(.startFailed("\(name) is missing in \(directory); install it there or give --reader PATH."))
        }
        return path
    }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    private static func directoryOfThisProgram() -> String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0, let path = String(validating: buffer[..<count], as: UTF8.self) else { return nil }
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
