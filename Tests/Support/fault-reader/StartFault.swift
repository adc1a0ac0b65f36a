import Glibc
import OCRWire

/// Ways to fail before the first document.
enum StartFault {
    /// Fails as asked; comes back when the fault is none, with a sentence when it is a refusal.
    static func commit(_ fault: String, _ arguments: [String]) -> String? {
        switch fault {
        case "crash": raise(SIGSEGV)
        case "exit": exit(3)
        case "hang": Raw.sleepForever()
        case "refuse": return "There is no model."
        case "garbage": Raw.send([UInt8](repeating: 0xA5, count: 64))
        case "close": close(Wire.channelDescriptor)
        case "old": sendHello(version: Wire.version - 1)
        case "slow": usleep(UInt32(arguments.first ?? "").map { $0 * 1000 } ?? 0)
        case "leave": leaveAfterHello()
        case "needs": if access(arguments.first ?? "", F_OK) != 0 { exit(4) }
        default: return "There is no start fault \(fault)."
        }
        return nil
    }

    /// A hello of a reader that speaks an older version, for which the rest may look different.
    private static func sendHello(version: UInt32) -> Never {
        let payload = Raw.bytes(version) + Raw.bytes(UInt64(1)) + [9, 9, 9]
        Raw.send(Raw.frame(FrameType.hello.rawValue, payload))
        Raw.sleepForever()
    }

    /// An honest hello, and then nothing but the end.
    private static func leaveAfterHello() -> Never {
        let hello = ReaderHello(
            engines: EngineVersions(tesseract: "0", leptonica: "0", poppler: "0"), modelDirectory: "", models: [])
        Raw.send((try? ReaderMessage.hello(hello).encoded()) ?? [])
        exit(5)
    }
}
