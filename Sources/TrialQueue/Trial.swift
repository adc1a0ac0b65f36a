public import CeleryQueue
internal import FoundationEssentials
public import OCRWire
internal import Recognition

/// A trial of a tuner as a Celery task: one document, read once with one setting, by a worker that was started with
/// `--accept-trials`. Its name and queue are its own, so that no other worker ever meets one.
///
/// The message is small: the document's bytes lie in a key beside the queue for as long as a trial needs them, and the
/// request is the very frame that a reader gets.
public struct Trial: Sendable, Hashable {
    /// Registered name.
    public static let task = "cricksy.trial"
    /// The queue.
    public static let queue = "cricksy.trials"
    /// A larger document is not sent.
    public static let mostDocumentBytes = 4 << 20
    /// Seconds after which Redis forgets a document that its sender did not take back.
    public static let documentExpiry = 3600
    /// Seconds after which Redis forgets an answer that nobody fetched.
    public static let answerExpiry = 600

    /// Who may read it; whoever differs might read another text.
    public var readers: ReaderIdentity
    /// Name of the document; see `BrokerKeys.trialDocument`.
    public var document: String
    /// What a reader is asked: one setting, limits, the soft limit.
    public var request: ReadRequest
    /// After this time the reader is killed.
    public var hardLimit: Duration

    /// Creates a trial.
    public init(readers: ReaderIdentity, document: String, request: ReadRequest, hardLimit: Duration) {
        self.readers = readers
        self.document = document
        self.request = request
        self.hardLimit = hardLimit
    }
}

/// Why a message is no trial that can be read.
public struct TrialFault: Error, Sendable, Hashable {
    /// One sentence.
    public let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}

// MARK: On the wire

extension Trial {
    private static let mostRequestBytes = 64 << 10
    private static let hardLimits = 1...600_000

    /// The task's keyword arguments.
    public func keywords() throws(TrialFault) -> [JSON.Member] {
        let frame: [UInt8]
        do throws(WireError) { frame = try ParentMessage.request(request).encoded() } catch {
            throw TrialFault("The request cannot be sent: \(error.sentence)")
        }
        guard frame.count <= Self.mostRequestBytes else { throw TrialFault("The request is too large.") }
        return [
            JSON.Member("readers", readers.json), JSON.Member("document", .text(document)),
            JSON.Member("request", .text(Data(frame).base64EncodedString())),
            JSON.Member("hard_limit_ms", .integer(Int(hardLimit / .milliseconds(1)))),
        ]
    }

    /// Takes what `keywords` gave.
    public init(_ task: TaskMessage) throws(TrialFault) {
        let arguments = JSON.object(task.kwargs)
        guard let readers = arguments["readers"].flatMap(ReaderIdentity.init),
            let document = arguments["document"]?.asText, Self.isName(document),
            let frame = arguments["request"]?.asText, frame.utf8.count <= Self.mostRequestBytes * 4 / 3 + 4,
            let bytes = Data(base64Encoded: frame),
            let hardLimit = arguments["hard_limit_ms"]?.asInteger, Self.hardLimits.contains(hardLimit)
        else { throw TrialFault("The message is no trial of this version.") }
        self.readers = readers
        self.document = document
        self.hardLimit = .milliseconds(hardLimit)
        request = try Self.request([UInt8](bytes))
    }

    private static func request(_ frame: [UInt8]) throws(TrialFault) -> ReadRequest {
        var buffer = FrameBuffer()
        frame.withUnsafeBytes { buffer.append($0) }
        do throws(WireError) {
            if case .request(let request)? = try buffer.nextParentMessage(), request.plan.resultCount == 1 {
                return request
            }
        } catch {
            throw TrialFault("The request cannot be read: \(error.sentence)")
        }
        throw TrialFault("The message asks for something else than one reading.")
    }

    /// It becomes part of a key.
    private static func isName(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }
}

extension BrokerKeys {
    /// Holds the bytes of a document.
    public func trialDocument(_ name: String) -> String { options.globalKeyPrefix + "cricksy:trial:document:" + name }
    /// Holds how far a trial is; see `TrialAnswer`.
    public func trialAnswer(_ id: String) -> String { options.globalKeyPrefix + "cricksy:trial:answer:" + id }
}
