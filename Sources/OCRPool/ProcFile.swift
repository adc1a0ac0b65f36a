internal import Glibc

/// Small files of /proc, which have no size and are read whole.
enum ProcFile {
    /// The first bytes of the file; nil when it cannot be read.
    static func read(_ path: String, atMost limit: Int = 64 << 10) -> [UInt8]? {
        let raw = open(path, O_RDONLY | O_CLOEXEC)
        guard raw >= 0 else { return nil }
        let descriptor = OwnedDescriptor(raw: raw)
        var bytes = [UInt8](repeating: 0, count: limit)
        var count = 0
        while count < bytes.count {
            let room = bytes.count - count
            let got = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor.raw, $0.baseAddress.map { $0 + count }, room)
            }
            guard got > 0 else { break }
            count += got
        }
        return Array(bytes[..<count])
    }

    /// Names in a directory that are numbers.
    static func numbers(in path: String) -> [Int32] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var numbers: [Int32] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let number = Int32(name) { numbers.append(number) }
        }
        return numbers
    }
}
