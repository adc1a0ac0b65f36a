import Glibc
import OCRWire

/// What an honest reader never does by itself.
enum Raw {
    /// Writes to the channel as it stands.
    static func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(Wire.channelDescriptor, $0.baseAddress, $0.count) }
            if written <= 0 { _exit(99) }
            rest = rest.dropFirst(written)
        }
    }

    static func frame(_ type: UInt8, _ payload: [UInt8]) -> [UInt8] {
        bytes(UInt32(payload.count)) + [type] + payload
    }

    static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    static func print(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static func sleepForever() -> Never {
        while true { pause() }
    }

    /// Forks a process that holds the channel and the pipe open, and prints its number. Swift rightly hides `fork`.
    static func startSleeper() {
        guard let symbol = dlsym(nil, "fork") else { return }
        let process = unsafeBitCast(symbol, to: (@convention(c) () -> Int32).self)()
        if process == 0 { sleepForever() }
        print("\(process)")
    }

    static func burn(milliseconds: Int) {
        let start = clock()
        while clock() - start < milliseconds * Int(CLOCKS_PER_SEC) / 1000 {}
    }

    /// Makes so much memory resident, and gives it back.
    static func touch(megabytes: Int) {
        if let memory = keep(megabytes: megabytes) { munmap(memory, megabytes << 20) }
    }

    /// Makes so much memory resident.
    @discardableResult
    static func keep(megabytes: Int) -> UnsafeMutableRawPointer? {
        let size = megabytes << 20
        let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { return nil }
        return memset(memory, 1, size)
    }

    /// 4 MB every 4 ms, so that a parent that looks too late does not lose its machine.
    static func leak() -> Never {
        while keep(megabytes: 4) != nil { usleep(4000) }
        sleepForever()
    }

    static func environment() -> String {
        var entries: [String] = []
        var next = environ
        while let entry = next.pointee {
            entries.append(String(cString: entry))
            next += 1
        }
        return entries.joined(separator: " ")
    }

    /// The open descriptors, without those of the reader's own meter and of this look itself.
    static func descriptors() -> String {
        (0..<1024).compactMap { number in
            var target = [UInt8](repeating: 0, count: 256)
            let count = readlink("/proc/self/fd/\(number)", &target, target.count)
            guard count > 0 else { return nil }
            let name = String(decoding: target[..<count], as: UTF8.self)
            return "\(number)=\(name.prefix { $0 != ":" && $0 != "(" })"
        }.joined(separator: " ")
    }

    static func blockedSignals() -> Int {
        var mask = sigset_t()
        sigprocmask(SIG_BLOCK, nil, &mask)
        return (1...64).filter { sigismember(&mask, Int32($0)) == 1 }.count
    }
}
