internal import CProcessShim
internal import Glibc
public import OCRWire

/// The child's side of the boundary: takes requests from the channel one by one, and answers them.
///
/// Create it first of all, before any library can print or open a file; warm up; then `run`. It uses one thread, and
/// all calls block.
public struct ReaderService: ~Copyable {
    /// Reads one document and gives one result for each of the plan's settings, in their order, as soon as it is there.
    /// The bytes are gone when it returns.
    public typealias Handler = (
        _ request: ReadRequest, _ document: UnsafeRawBufferPointer, _ emit: (ReadResult) -> Void
    ) -> Void

    private var channel: ServiceChannel
    private let usage: UsageMeter

    /// Takes the channel and keeps what libraries print away from it. Nil, with a sentence on standard error, when
    /// there is no channel: end with `ReaderExitCode.noChannel`.
    public init?() {
        guard let channel = ServiceChannel() else {
            ServiceChannel.complain("cricksy-reader is started by cricksy-worker and cricksy-bench, not by hand.")
            return nil
        }
        self.channel = channel
        usage = UsageMeter()
    }

    /// Says why this program cannot work; the parent gives the sentence to its caller. Returns the exit code.
    public consuming func refuse(_ sentence: String) -> Int32 {
        _ = channel.send(.startFailure(sentence))
        return ReaderExitCode.startFailed
    }

    /// Says hello and serves until the parent closes the channel. Returns the exit code.
    public consuming func run(_ hello: ReaderHello, handler: Handler) -> Int32 {
        do throws(ServiceEnd) {
            guard case .greeting = try channel.receive().message else { throw .protocolError }
            guard channel.send(.hello(hello)) else { throw .endOfInput }
            while true { try serveOne(handler) }
        } catch {
            return end(error)
        }
    }

    private mutating func end(_ reason: ServiceEnd) -> Int32 {
        switch reason {
        case .endOfInput: return ReaderExitCode.endOfInput
        case .protocolError: return ReaderExitCode.protocolError
        case .wire(let error):
            guard case .incompatible = error else { return ReaderExitCode.protocolError }
            _ = channel.send(.startFailure(error.sentence))
            return ReaderExitCode.startFailed
        }
    }

    private mutating func serveOne(_ handler: Handler) throws(ServiceEnd) {
        let arrival = try channel.receive()
        guard case .request(let request) = arrival.message,
            let document = MappedDocument(descriptor: arrival.attachment, count: request.documentBytes)
        else { throw .protocolError }
        let cpuBefore = usage.begin()
        guard channel.send(.accepted(id: request.id)) else { throw .endOfInput }
        let channel = channel
        var sent = 0
        handler(request, document.bytes) { result in
            // Nobody is left to read the rest of the settings for.
            if !channel.send(result, index: sent, of: request) { exit(ReaderExitCode.endOfInput) }
            sent += 1
        }
        guard channel.send(.end(id: request.id, usage.end(cpuBefore: cpuBefore))) else { throw .endOfInput }
    }
}

/// Why serving ends.
enum ServiceEnd: Error {
    case endOfInput
    case protocolError
    case wire(WireError)
}
