/// Reading `/proc/PID/status` and its like, which both sides do.
public enum ProcessStatus {
    /// The value of a line such as `VmHWM:     5120 kB`, in bytes; nil when there is none.
    public static func bytes(of name: String, in status: some Collection<UInt8>) -> Int? {
        let wanted = Array((name + ":").utf8)
        for line in status.split(separator: UInt8(ascii: "\n")) where line.starts(with: wanted) {
            let digits = line.drop { !isDigit($0) }.prefix { isDigit($0) }
            return Int(String(decoding: digits, as: UTF8.self)).map { $0 << 10 }
        }
        return nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
