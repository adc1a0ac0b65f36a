import Glibc
import OCRWire
import Recognition

/// Ways to fail, or to behave, with a document in hand.
struct Fault {
    let request: ReadRequest

    /// Does as asked with the number that came along. Comes back where an answer can follow, with its text if any.
    func commit(_ fault: String, _ number: Int, _ emit: (ReadResult) -> Void) -> String? {
        death(fault, number)
        misbehaviour(fault, number, emit)
        return behaviour(fault, number)
    }

    private func death(_ fault: String, _ number: Int) {
        switch fault {
        case "crash": raise(SIGSEGV)
        case "abort": abort()
        case "signal": raise(Int32(number))
        case "exit": exit(Int32(number))
        case "leak": Raw.leak()
        case "sandbox":
            // On a line of its own, after whatever was printed before.
            Raw.print("noise\n\(SandboxViolation.linePrefix)\(number)\n")
            _exit(ReaderExitCode.sandboxViolation)
        case "sandbox-mute": _exit(ReaderExitCode.sandboxViolation)
        case "socket": _ = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        case "out-of-memory": _exit(ReaderExitCode.outOfMemory)
        case "hang": Raw.sleepForever()
        case "spin": while getpid() > 0 {}
        case "stop": raise(SIGSTOP)
        case "last-words":
            Raw.print("libfault: \u{1B}[31mno\u{202E} hope\nleft")
            raise(SIGABRT)
        case "fork-and-crash":
            Raw.startSleeper()
            raise(SIGSEGV)
        case "fork-and-hang":
            Raw.startSleeper()
            Raw.sleepForever()
        default: break
        }
    }

    private func misbehaviour(_ fault: String, _ number: Int, _ emit: (ReadResult) -> Void) {
        switch fault {
        case "garbage": Raw.send((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) })
        case "huge-frame": Raw.send([0xFF, 0xFF, 0xFF, 0x7F, FrameType.result.rawValue])
        case "endless-answer": while true { Raw.send(Raw.frame(FrameType.result.rawValue, bigFailure(index: 0))) }
        case "partial-frame":
            Raw.send([100, 0, 0, 0, FrameType.result.rawValue, 1, 2, 3])
            if number == 0 { exit(0) } else { Raw.sleepForever() }
        case "wrong-id": Raw.send((try? ReaderMessage.end(id: request.id + 1, ReportedUsage.none).encoded()) ?? [])
        case "too-few": Raw.send((try? ReaderMessage.end(id: request.id, ReportedUsage.none).encoded()) ?? [])
        case "too-many": emit(.failure(.encryptedPDF))
        case "accept-again": Raw.send(Raw.frame(FrameType.accepted.rawValue, Raw.bytes(request.id)))
        case "close":
            close(Wire.channelDescriptor)
            Raw.sleepForever()
        default: break
        }
    }

    private func behaviour(_ fault: String, _ number: Int) -> String? {
        switch fault {
        case "answer-and-exit":
            for index in 0..<request.plan.resultCount {
                Raw.send(
                    (try? ReaderMessage.result(id: request.id, index: index, .failure(.emptyFile)).encoded()) ?? [])
            }
            Raw.send((try? ReaderMessage.end(id: request.id, ReportedUsage.none).encoded()) ?? [])
            exit(0)
        case "sleep": usleep(UInt32(number) * 1000)
        case "burn": Raw.burn(milliseconds: number)
        case "touch": Raw.touch(megabytes: number)
        case "keep": Raw.keep(megabytes: number)
        case "fork": Raw.startSleeper()
        case "flood": for _ in 0..<number { Raw.print(String(repeating: "noise ", count: 1000)) }
        case "print-out": print("a library prints")
        case "environment": return Raw.environment()
        case "descriptors": return Raw.descriptors()
        case "identity": return "\(getpid()) \(getsid(0)) \(Raw.blockedSignals())"
        case "request": return "\(request.deadlineMilliseconds ?? 0) \(request.limits.pages) \(request.documentBytes)"
        case "words": return (0..<number).map { "word\($0)" }.joined(separator: " ")
        default: break
        }
        return nil
    }

    private func bigFailure(index: Int) -> [UInt8] {
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        // RecognitionFailure.engineFailure with a text of 1 MB.
        return Raw.bytes(request.id) + [UInt8(index) << 1, 1, 8] + [0x80, 0x80, 0x40] + text
    }
}

extension ReportedUsage {
    static let none = ReportedUsage(cpuSeconds: 0, peakResidentBytes: 0)
}
