internal import CProcessShim
internal import Glibc
public import OCRWire
internal import Recognition

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

    /// Draws the pages of a document, as soon as each is there. One whose picture is too large for the wire is left out.
    public typealias PictureHandler = (
        _ order: PictureOrder, _ request: ReadRequest, _ document: UnsafeRawBufferPointer,
        _ emit: (PagePicture) -> Void
    ) -> Void

    private var channel: ServiceChannel
    private let usage: UsageMeter
    private let memoryRefusals: UnsafeMutablePointer<Int32>?

    /// Takes the channel and keeps what libraries print away from it. Nil, with a sentence on standard error, when
    /// there is no channel: end with `ReaderExitCode.noChannel`.
    ///
    /// - Parameter memoryRefusals: where the allocator counts how often the kernel gave it no memory, for as long as the
    ///   process lives. A document in whose time that happened ends as `outOfMemory`, whatever the libraries made of it.
    public init?(memoryRefusals: UnsafeMutablePointer<Int32>? = nil) {
        _ = process_die_with_parent()
        guard let channel = ServiceChannel() else {
            ServiceChannel.complain("cricksy-reader is started by cricksy-worker and cricksy-bench, not by hand.")
            return nil
        }
        self.channel = channel
        self.memoryRefusals = memoryRefusals
        usage = UsageMeter()
    }

    /// Says why this program cannot work; the parent gives the sentence to its caller. Returns the exit code.
    public consuming func refuse(_ sentence: String) -> Int32 {
        _ = channel.send(.startFailure(sentence))
        return ReaderExitCode.startFailed
    }

    /// Locks this process in as the parent's greeting says, says hello and serves until the parent closes the channel. Everything
    /// must be warm. Returns the exit code.
    ///
    /// - Parameter pictures: draws pages for requests that ask for it; unless given, none are drawn.
    public consuming func run(
        _ hello: ReaderHello, pictures: PictureHandler = { _, _, _, _ in }, handler: Handler
    ) -> Int32 {
        do throws(ServiceEnd) {
            guard case .greeting(let greeting) = try channel.receive().message else { throw .protocolError }
            var hello = hello
            hello.sandbox = try lockIn(greeting.sandbox, models: hello.modelDirectory)
            guard channel.send(.hello(hello)) else { throw .endOfInput }
            while true { try serveOne(pictures, handler) }
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
        case .sandbox(let refusal):
            _ = channel.send(.startFailure(refusal.sentence))
            return ReaderExitCode.startFailed
        }
    }

    private func lockIn(_ order: SandboxOrder, models: String) throws(ServiceEnd) -> [String] {
        do throws(SandboxRefusal) {
            return try LockIn(order, models: models, memoryRefusals: memoryRefusals.map { UnsafePointer($0) }).apply()
        } catch {
            throw .sandbox(error)
        }
    }

    private mutating func serveOne(_ pictures: PictureHandler, _ handler: Handler) throws(ServiceEnd) {
        let arrival = try channel.receive()
        guard case .request(let request) = arrival.message,
            let document = MappedDocument(descriptor: arrival.attachment, count: request.documentBytes)
        else { throw .protocolError }
        let cpuBefore = usage.begin()
        guard channel.send(.accepted(id: request.id)) else { throw .endOfInput }
        let (channel, refusals) = (channel, memoryRefusals)
        var sent = 0
        refusals?.pointee = 0
        if let order = request.pictures {
            pictures(order, request, document.bytes) { picture in
                guard picture.jpeg.count <= Wire.maximumPictureBytes else { return }
                guard channel.send(.picture(id: request.id, picture)) else { exit(ReaderExitCode.endOfInput) }
            }
        }
        handler(request, document.bytes) { result in
            let isStarved = refusals.map { $0.pointee > 0 } ?? false
            // Nobody is left to read the rest of the settings for.
            guard channel.send(isStarved ? .failure(.outOfMemory) : result, index: sent, of: request) else {
                exit(ReaderExitCode.endOfInput)
            }
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
    case sandbox(SandboxRefusal)
}
